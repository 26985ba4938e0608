#![no_main]

use libfuzzer_sys::fuzz_target;
use std::time::{Duration, Instant};

// The reader itself, without the process that contains it, and without the databases of its crate.
#[allow(clippy::float_arithmetic)]
#[path = "../../crates/rung-store/src/pdf/read.rs"]
mod read;

fuzz_target!(|data: &[u8]| {
    let begun = Instant::now();
    if let Some(text) = read::read(data, begun + Duration::from_secs(5)) {
        let _ = rung_formats::certificate::certificate_fields(&text);
    }
    assert!(begun.elapsed() < Duration::from_secs(10), "it takes too long");
});
