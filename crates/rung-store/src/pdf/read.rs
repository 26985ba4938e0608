//! The text of a PDF, line by line: parsed by `lopdf`, whose limits on unpacking are set low. What is lacking in the
//! library is done here: text is put into lines by where it stands on the page, because few programs write it in the
//! order of reading.

#![allow(clippy::float_arithmetic, reason = "places on a page, no hours or money")]

use lopdf::{Dictionary, Document, Encoding, LoadOptions, Object, content::Content};
use std::{collections::BTreeMap, time::Instant};

/// A certificate has one or two pages.
const MAX_PAGES: usize = 5;
/// What one stream of the file may unpack to, and how many streams of objects there may be.
const MAX_STREAM_BYTES: usize = 4 * 1024 * 1024;
const MAX_OBJECT_STREAMS: usize = 64;
const MAX_OPERATIONS: usize = 100_000;
const MAX_CHARS: usize = 50_000;
/// Forms within forms.
const MAX_DEPTH: usize = 4;

/// The text of the first pages in lines from top to bottom; none where there is none (a scan), where it cannot be had,
/// or not until then.
pub(crate) fn read(bytes: &[u8], until: Instant) -> Option<String> {
    if bytes.windows(7).filter(|window| window == b"/ObjStm").count() > MAX_OBJECT_STREAMS {
        return None;
    }
    let options = LoadOptions { max_decompressed_size: Some(MAX_STREAM_BYTES), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options).ok()?;
    let mut text = String::new();
    for page in document.page_iter().take(MAX_PAGES) {
        let mut reader = PageReader { document: &document, runs: Vec::new(), operations: 0, chars: 0, until };
        let content = document.get_page_content_with_limit(page, MAX_STREAM_BYTES).ok()?;
        let fonts = document.get_page_fonts(page).unwrap_or_default();
        let resources = document.get_page_resources(page).ok().and_then(|(own, _)| own);
        reader.read(&content, &reader.encodings(fonts), resources, IDENTITY, 0);
        text.push_str(&lines(reader.runs));
    }
    let text: String = text.chars().take(MAX_CHARS).collect();
    (Instant::now() < until && text.chars().any(char::is_alphanumeric)).then_some(text)
}

/// `[a b c d e f]` as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f.
type Matrix = [f32; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

fn times(first: Matrix, then: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [g, h, i, j, k, l] = then;
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

/// Text that was written in one go, and where.
struct Run {
    x: f32,
    y: f32,
    /// An estimate: half an em for each character.
    end: f32,
    size: f32,
    text: String,
}

struct PageReader<'a> {
    document: &'a Document,
    runs: Vec<Run>,
    operations: usize,
    chars: usize,
    until: Instant,
}

type Encodings<'a> = BTreeMap<Vec<u8>, Encoding<'a>>;

/// Where the pen is.
#[derive(Clone, Copy)]
struct Pen<'f> {
    page: Matrix,
    text: Matrix,
    line: Matrix,
    leading: f32,
    size: f32,
    font: Option<&'f [u8]>,
}

impl<'a> PageReader<'a> {
    fn encodings(&self, fonts: BTreeMap<Vec<u8>, &'a Dictionary>) -> Encodings<'a> {
        let encoding =
            |font: &'a Dictionary| font.get_font_encoding_with_limit(self.document, MAX_STREAM_BYTES).ok();
        let in_time = fonts.into_iter().take_while(|_| Instant::now() < self.until);
        in_time.filter_map(|(name, font)| Some((name, encoding(font)?))).collect()
    }

    fn read(
        &mut self,
        content: &[u8],
        encodings: &Encodings<'_>,
        resources: Option<&'a Dictionary>,
        page: Matrix,
        depth: usize,
    ) {
        let Ok(content) = Content::decode(content) else { return };
        let mut pen = Pen { page, text: IDENTITY, line: IDENTITY, leading: 0.0, size: 1.0, font: None };
        let mut saved = Vec::new();
        for operation in &content.operations {
            self.operations += 1;
            if self.operations > MAX_OPERATIONS || self.chars > MAX_CHARS || Instant::now() > self.until {
                return;
            }
            let operands = &operation.operands;
            let number =
                |n: usize| operands.get(n).and_then(|operand| operand.as_float().ok()).unwrap_or(0.0);
            match operation.operator.as_str() {
                "q" if saved.len() < 100 => saved.push(pen),
                "Q" => pen = saved.pop().unwrap_or(pen),
                "cm" => pen.page = times(std::array::from_fn(number), pen.page),
                "BT" => (pen.text, pen.line) = (IDENTITY, IDENTITY),
                "Tf" => {
                    pen.font = operands.first().and_then(|name| name.as_name().ok());
                    pen.size = number(1);
                }
                "TL" => pen.leading = number(0),
                "Tm" => pen.set(std::array::from_fn(number)),
                "Td" => pen.go(number(0), number(1)),
                "TD" => {
                    pen.leading = -number(1);
                    pen.go(number(0), number(1));
                }
                "T*" => pen.go(0.0, -pen.leading),
                "Tj" | "TJ" => self.write(&mut pen, encodings, operands),
                "'" | "\"" => {
                    pen.go(0.0, -pen.leading);
                    self.write(&mut pen, encodings, operands);
                }
                "Do" if depth < MAX_DEPTH => {
                    self.form(operands.first(), encodings, resources, pen.page, depth)
                }
                _ => {}
            }
        }
    }

    /// Text that is drawn elsewhere and put here.
    fn form(
        &mut self,
        name: Option<&Object>,
        encodings: &Encodings<'_>,
        resources: Option<&'a Dictionary>,
        page: Matrix,
        depth: usize,
    ) {
        let form = (|| {
            let forms = self.document.get_dict_in_dict(resources?, b"XObject").ok()?;
            let form = forms.get_deref(name?.as_name().ok()?, self.document).ok()?.as_stream().ok()?;
            (form.dict.get(b"Subtype").ok()?.as_name().ok()? == b"Form").then_some(form)
        })();
        let Some(form) = form else { return };
        let Ok(content) = form.get_plain_content_with_limit(MAX_STREAM_BYTES) else { return };
        let matrix = form.dict.get(b"Matrix").and_then(Object::as_array).ok();
        let matrix = matrix.map_or(IDENTITY, |matrix| {
            std::array::from_fn(|n| matrix.get(n).and_then(|it| it.as_float().ok()).unwrap_or(IDENTITY[n]))
        });
        let page = times(matrix, page);
        let own = self.document.get_dict_in_dict(&form.dict, b"Resources").ok();
        let fonts = own.and_then(|own| self.document.get_dict_in_dict(own, b"Font").ok());
        match fonts {
            Some(fonts) => {
                let fonts = fonts.iter().filter_map(|(name, font)| {
                    let font = self.document.dereference(font).ok()?.1.as_dict().ok()?;
                    Some((name.clone(), font))
                });
                let encodings = self.encodings(fonts.collect());
                self.read(&content, &encodings, own.or(resources), page, depth + 1);
            }
            None => self.read(&content, encodings, own.or(resources), page, depth + 1),
        }
    }

    fn write(&mut self, pen: &mut Pen<'_>, encodings: &Encodings<'_>, operands: &[Object]) {
        let Some(encoding) = pen.font.and_then(|font| encodings.get(font)) else { return };
        let mut text = String::new();
        collect(&mut text, encoding, operands);
        if text.is_empty() {
            return;
        }
        let whole = times(pen.text, pen.page);
        let size = (pen.size * whole[3].hypot(whole[2])).abs();
        let width = width_in_em(&text);
        self.chars += text.len();
        self.runs.push(Run { x: whole[4], y: whole[5], end: whole[4] + width * size, size, text });
        pen.text = times([1.0, 0.0, 0.0, 1.0, width * pen.size, 0.0], pen.text);
    }
}

impl Pen<'_> {
    fn set(&mut self, matrix: Matrix) {
        (self.text, self.line) = (matrix, matrix);
    }

    fn go(&mut self, x: f32, y: f32) {
        self.set(times([1.0, 0.0, 0.0, 1.0, x, y], self.line));
    }
}

/// About as wide as a sans-serif sets it; the fonts' own widths are not read.
fn width_in_em(text: &str) -> f32 {
    text.chars()
        .map(|c| match c {
            'i' | 'j' | 'l' | 't' | 'f' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' | '-' | '/' => 0.29,
            'm' | 'w' | 'M' | 'W' | '@' => 0.86,
            c if c.is_uppercase() => 0.69,
            _ => 0.54,
        })
        .sum()
}

/// A gap of more than this in thousandths of an em is a space between words, not between letters.
const SPACE: f32 = -180.0;

fn collect(text: &mut String, encoding: &Encoding<'_>, operands: &[Object]) {
    for operand in operands {
        match operand {
            Object::String(bytes, _) => text.push_str(&encoding.bytes_to_string(bytes).unwrap_or_default()),
            Object::Array(pieces) => {
                for piece in pieces {
                    match piece {
                        Object::String(bytes, _) => {
                            text.push_str(&encoding.bytes_to_string(bytes).unwrap_or_default())
                        }
                        gap if gap.as_float().is_ok_and(|gap| gap < SPACE) && !text.ends_with(' ') => {
                            text.push(' ')
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
}

/// Puts runs into lines from top to bottom, each from left to right.
fn lines(mut runs: Vec<Run>) -> String {
    runs.retain(|run| run.x.is_finite() && run.y.is_finite() && run.size.is_finite());
    runs.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut text = String::new();
    let mut rest = runs.as_mut_slice();
    while let Some(first) = rest.first() {
        let (y, size) = (first.y, first.size.max(1.0));
        let count = rest.iter().take_while(|run| y - run.y < size * 0.4).count().max(1);
        let (line, below) = rest.split_at_mut(count);
        line.sort_by(|a, b| a.x.total_cmp(&b.x));
        let mut end = f32::MAX;
        for run in line {
            // The ends are estimates, so that only what begins well before one is taken to go on the same word.
            let apart = run.x - end > -0.1 * run.size;
            if apart && !text.ends_with(' ') && !run.text.starts_with(' ') && end < f32::MAX {
                text.push(' ');
            }
            text.push_str(&run.text);
            end = run.end;
        }
        text.push('\n');
        rest = below;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::{Stream, dictionary};
    use proptest::prelude::*;
    use rung_formats::certificate::certificate_fields;
    use std::time::Duration;

    fn pdf_text(bytes: Vec<u8>) -> Option<String> {
        read(&bytes, Instant::now() + Duration::from_secs(30))
    }

    /// A PDF of one page with this content, in the font /F1, and with a form /X1 where one is given.
    fn pdf(content: &str, form: Option<&str>) -> Vec<u8> {
        let mut document = Document::with_version("1.5");
        let pages = document.new_object_id();
        let font = document.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding",
        });
        let mut resources = dictionary! { "Font" => dictionary! { "F1" => font } };
        if let Some(form) = form {
            let dict = dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(); 4] };
            let form = document.add_object(Stream::new(dict, form.as_bytes().to_vec()));
            resources.set("XObject", dictionary! { "X1" => form });
        }
        let content = document.add_object(Stream::new(dictionary! {}, content.as_bytes().to_vec()));
        let page = document.add_object(dictionary! {
            "Type" => "Page", "Parent" => pages, "Contents" => content, "Resources" => resources,
            "MediaBox" => vec![0.into(), 0.into(), 612.into(), 792.into()],
        });
        document.objects.insert(
            pages,
            Object::Dictionary(dictionary! {
                "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1,
            }),
        );
        let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
        document.trailer.set("Root", catalog);
        document.compress();
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    }

    fn told(bytes: Vec<u8>) -> String {
        let fields = certificate_fields(&pdf_text(bytes).unwrap());
        let uan = fields.uan.as_ref().map(ToString::to_string);
        format!(
            "{:?} {:?} {:?} {uan:?}",
            fields.title,
            fields.completed.map(|it| it.to_string()),
            fields.hours.map(|it| it.to_string())
        )
    }

    #[test]
    fn lines_that_are_moved_to() {
        let content = "BT /F1 12 Tf 72 700 Td (has successfully completed) Tj 0 -20 Td [(A New) -300 (Law)] TJ \
                       0 -20 TD (on February 11, 2026) Tj T* (1.5 contact hours) Tj T* (UAN 0107-0000-26-021-L03-T) Tj ET";
        assert_eq!(
            told(pdf(content, None)),
            r#"Some("A New Law") Some("2026-02-11") Some("1.5") Some("0107-0000-26-021-L03-T")"#
        );
    }

    #[test]
    fn labels_left_and_values_right_in_any_order() {
        let content = "BT /F1 10 Tf 1 0 0 1 250 600 Tm (Sterile Compounding) Tj ET BT /F1 10 Tf 1 0 0 1 250 580 Tm (03/09/2026) Tj ET \
                       BT /F1 10 Tf 1 0 0 1 72 580.5 Tm (Date of Completion:) Tj ET BT /F1 10 Tf 1 0 0 1 72 600 Tm (Activity Title:) Tj ET \
                       BT /F1 10 Tf 1 0 0 1 72 560 Tm (Contact Hours:) Tj 1 0 0 1 250 560 Tm (2.0) Tj ET";
        assert_eq!(
            told(pdf(content, None)),
            r#"Some("Sterile Compounding") Some("2026-03-09") Some("2") None"#
        );
    }

    #[test]
    fn text_within_a_form_on_a_page_that_is_upside_down() {
        let form = "BT /F1 12 Tf 10 10 Td (Title: Inside a Form) Tj 0 20 Td (Completed 2026-06-30) Tj ET";
        let content = "q 1 0 0 -1 0 792 cm /X1 Do Q";
        assert_eq!(told(pdf(content, Some(form))), r#"Some("Inside a Form") Some("2026-06-30") None None"#);
    }

    #[test]
    fn a_word_in_pieces_is_one_word() {
        // As programs write that place every piece themselves.
        let content = "BT /F1 10 Tf 1 0 0 1 72 600 Tm (Certi) Tj 1 0 0 1 91.5 600 Tm (ficate) Tj 1 0 0 1 122 600 Tm (of) Tj ET";
        assert_eq!(pdf_text(pdf(content, None)).unwrap(), "Certificate of\n");
    }

    #[test]
    fn a_scan_and_what_is_no_pdf_have_no_text() {
        assert_eq!(pdf_text(pdf("q 100 0 0 100 0 0 cm Q", None)), None);
        assert_eq!(pdf_text(b"%PDF-1.7 and then nothing".to_vec()), None);
        assert_eq!(pdf_text(Vec::new()), None);
    }

    #[test]
    fn a_file_that_unpacks_to_gigabytes_is_let_be() {
        let mut document = Document::load_mem(&pdf("BT ET", None)).unwrap();
        let page = document.page_iter().next().unwrap();
        let bomb = Stream::new(dictionary! {}, vec![b' '; 64 * 1024 * 1024]);
        let bomb = document.add_object(bomb);
        document.get_dictionary_mut(page).unwrap().set("Contents", bomb);
        document.compress();
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        assert!(bytes.len() < 200_000);
        assert_eq!(pdf_text(bytes), None);
    }

    #[test]
    fn a_form_that_draws_itself_ends() {
        let mut document = Document::load_mem(&pdf("/X1 Do", Some("/X1 Do"))).unwrap();
        let page = document.page_iter().next().unwrap();
        let resources = document.get_dictionary(page).unwrap().get(b"Resources").unwrap().clone();
        for object in document.objects.values_mut() {
            if let Object::Stream(stream) = object {
                stream.dict.set("Resources", resources.clone());
            }
        }
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        assert_eq!(pdf_text(bytes), None);
    }

    #[test]
    fn forms_that_multiply_end_in_time() {
        // Each form draws the next one a thousand times: a million million operations.
        let forms = "/X1 Do ".repeat(1000);
        let mut document = Document::load_mem(&pdf(&forms, Some(&forms))).unwrap();
        let page = document.page_iter().next().unwrap();
        let resources = document.get_dictionary(page).unwrap().get(b"Resources").unwrap().clone();
        for object in document.objects.values_mut() {
            if let Object::Stream(stream) = object {
                stream.dict.set("Resources", resources.clone());
            }
        }
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        let begun = Instant::now();
        assert_eq!(read(&bytes, begun + Duration::from_millis(50)), None);
        assert!(begun.elapsed() < Duration::from_secs(5));
    }

    const SEEDS: [&[u8]; 2] = [
        include_bytes!("../../../../fuzz/seeds/pdf_text/plain.pdf"),
        include_bytes!("../../../../fuzz/seeds/pdf_text/browser.pdf"),
    ];

    /// What the structure of a PDF is made of, put anywhere.
    const WORDS: [&[u8]; 14] = [
        b"<<",
        b">>",
        b"[",
        b"(",
        b" 0 R",
        b"endobj",
        b"stream\n",
        b"-1",
        b"99999999999999999999",
        b"/Length 0",
        b"/X1 Do ",
        b"Tj",
        b"1e38",
        b"/Filter /FlateDecode",
    ];

    #[derive(Clone, Debug)]
    enum Damage {
        Bit(usize, u8),
        Cut(usize),
        Word(usize, usize),
        Again(usize, usize, usize),
    }

    fn damage() -> impl Strategy<Value = Damage> {
        let at = 0_usize..20_000;
        prop_oneof![
            3 => (at.clone(), any::<u8>()).prop_map(|(at, byte)| Damage::Bit(at, byte)),
            1 => at.clone().prop_map(Damage::Cut),
            3 => (at.clone(), 0..WORDS.len()).prop_map(|(at, word)| Damage::Word(at, word)),
            2 => (at.clone(), at, 1_usize..400).prop_map(|(from, to, length)| Damage::Again(from, to, length)),
        ]
    }

    fn damaged(mut bytes: Vec<u8>, damages: &[Damage]) -> Vec<u8> {
        for damage in damages {
            let place = |at: usize| at % (bytes.len() + 1);
            match *damage {
                Damage::Bit(at, byte) => {
                    let at = place(at);
                    bytes.iter_mut().skip(at).take(1).for_each(|it| *it ^= byte);
                }
                Damage::Cut(at) if at % 7 == 0 => bytes.truncate(place(at)),
                Damage::Cut(at) => drop(bytes.drain(place(at)..bytes.len().min(place(at) + at % 50))),
                Damage::Word(at, word) => {
                    drop(bytes.splice(place(at)..place(at), WORDS[word].iter().copied()))
                }
                Damage::Again(from, to, length) => {
                    let (from, to) = (place(from), place(to));
                    let piece = bytes[from..bytes.len().min(from + length)].to_vec();
                    bytes.splice(to..to, piece);
                }
            }
        }
        bytes
    }

    proptest! {
        /// `PROPTEST_CASES=200000 cargo test -p rung-store damage` looks longer.
        #[test]
        fn damage_never_brings_it_down(seed in 0..SEEDS.len(), damages in prop::collection::vec(damage(), 1..12)) {
            let begun = Instant::now();
            let text = pdf_text(damaged(SEEDS[seed].to_vec(), &damages));
            let _ = text.map(|text| certificate_fields(&text));
            prop_assert!(begun.elapsed() < Duration::from_secs(20));
        }
    }
}
