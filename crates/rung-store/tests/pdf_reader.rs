//! Reading a PDF in a process of its own, as the executable does: this test is that executable.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

use rung_store::{answer_as_pdf_reader, pdf_text};
use std::{
    path::Path,
    time::{Duration, Instant},
};

fn main() {
    if answer_as_pdf_reader() {
        return;
    }
    text_is_read();
    what_is_no_pdf_has_no_text();
    a_file_that_asks_for_all_memory_ends_only_its_reader();
    text_is_read();
}

fn text_is_read() {
    for (name, expected) in [("plain.pdf", "Title: A New Law"), ("browser.pdf", "Title: Sterile Compounding")]
    {
        let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds/pdf_text").join(name);
        let text = pdf_text(std::fs::read(seed).unwrap()).unwrap();
        assert!(text.lines().any(|line| line == expected), "{text}");
    }
}

fn what_is_no_pdf_has_no_text() {
    assert_eq!(pdf_text(b"%PDF-1.7 and then nothing".to_vec()), None);
    assert_eq!(pdf_text(Vec::new()), None);
}

/// Each number of a list takes fifty times the memory that it takes in the file.
fn a_file_that_asks_for_all_memory_ends_only_its_reader() {
    let mut bytes = b"%PDF-1.5\n1 0 obj\n[".to_vec();
    bytes.resize(14 * 1024 * 1024, b'0');
    for pair in bytes[18..].chunks_exact_mut(2) {
        pair[1] = b' ';
    }
    bytes.extend(b"]\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<< /Size 2 /Root 1 0 R >>\n");
    bytes.extend(b"startxref\n14680080\n%%EOF\n");
    let begun = Instant::now();
    assert_eq!(pdf_text(bytes), None);
    assert!(begun.elapsed() < Duration::from_secs(8));
}
