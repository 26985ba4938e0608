//! A document on paper: a PDF of headings, texts and dated entries, with text that can be selected and read aloud.
//!
//! The letters are those of Windows-1252, which has every letter of English and Spanish; what it lacks stands as `?`. The fonts are two of
//! those that every reader of PDF has, so none is embedded, and the same document gives the same bytes.

mod letters;

use letters::{Face, code, width_of};
use pdf_writer::{Content, Finish as _, Name, Pdf, Rect, Ref, Str, TextStr};

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// What windows and lists of files call it.
    pub title: String,
    /// The language of its words: `en`, `es`.
    pub language: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// What it is, in large letters.
    Title(String),
    /// What the parts after it are; it never stands alone at the foot of a page.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A paragraph of less weight.
    Quiet(String),
    /// Something with its days before it, an amount at its end and more beneath.
    Entry {
        /// The days.
        when: String,
        /// What.
        what: String,
        /// The amount; may be empty.
        amount: String,
        /// What there is to say of it, line by line.
        beneath: Vec<String>,
    },
}

/// US Letter, in points.
const PAGE: (u16, u16) = (612, 792);
const MARGIN: u16 = 54;
/// Where the texts of entries begin.
const COLUMN: u16 = 168;
/// What is kept free for the amounts of entries.
const AMOUNT: u16 = 64;
/// More than this is not a document that anybody prints.
const MOST_PAGES: usize = 400;

/// How a line of text looks.
#[derive(Clone, Copy)]
struct Style {
    face: Face,
    size: u16,
    leading: u16,
    /// 0 is black, 1 white; dark enough to be read on white.
    gray: f32,
}

const TITLE: Style = Style { face: Face::Bold, size: 20, leading: 28, gray: 0.0 };
const HEADING: Style = Style { face: Face::Bold, size: 13, leading: 18, gray: 0.0 };
const STRONG: Style = Style { face: Face::Bold, size: 10, leading: 14, gray: 0.0 };
const TEXT: Style = Style { face: Face::Plain, size: 10, leading: 14, gray: 0.0 };
const QUIET: Style = Style { face: Face::Plain, size: 9, leading: 12, gray: 0.35 };

/// The document as the bytes of a PDF.
pub fn write(paper: &Paper) -> Vec<u8> {
    let mut sheets = Sheets::default();
    paper.blocks.iter().for_each(|block| sheets.block(block));
    let pages = sheets.numbered();
    let mut pdf = Pdf::new();
    let (catalog, tree, info) = (Ref::new(1), Ref::new(2), Ref::new(3));
    let fonts = [(Face::Plain, Ref::new(4)), (Face::Bold, Ref::new(5))];
    let ids: Vec<(Ref, Ref)> = (0..pages.len())
        .map(|n| i32::try_from(n).unwrap_or(0))
        .map(|n| (Ref::new(6 + 2 * n), Ref::new(7 + 2 * n)))
        .collect();
    let mut root = pdf.catalog(catalog);
    root.pages(tree).lang(TextStr(&paper.language));
    root.viewer_preferences().display_doc_title(true);
    root.finish();
    pdf.document_info(info).title(TextStr(&paper.title)).creator(TextStr("Rung"));
    pdf.pages(tree).kids(ids.iter().map(|(page, _)| *page)).count(i32::try_from(ids.len()).unwrap_or(1));
    for (face, id) in fonts {
        pdf.type1_font(id).base_font(Name(face.font())).encoding_predefined(Name(b"WinAnsiEncoding"));
    }
    for ((id, content_id), content) in ids.into_iter().zip(pages) {
        let mut page = pdf.page(id);
        page.parent(tree)
            .media_box(Rect::new(0.0, 0.0, f32::from(PAGE.0), f32::from(PAGE.1)))
            .contents(content_id);
        let mut resources = page.resources();
        let mut named = resources.fonts();
        for (face, id) in fonts {
            named.pair(Name(face.name()), id);
        }
        named.finish();
        resources.finish();
        page.finish();
        pdf.stream(content_id, &content.finish());
    }
    pdf.finish()
}

/// Pages that fill from above.
#[derive(Default)]
struct Sheets {
    pages: Vec<Content>,
    /// How far the last page is filled, from its upper edge.
    filled: u16,
}

impl Sheets {
    /// Sees to it that so much still fits on the page.
    fn make_room(&mut self, height: u16) {
        let is_full = self.filled + height > PAGE.1 - MARGIN - 18;
        if (self.pages.is_empty() || is_full) && self.pages.len() < MOST_PAGES {
            self.pages.push(Content::new());
            self.filled = MARGIN;
        }
    }

    fn gap(&mut self, height: u16) {
        self.filled = self.filled.saturating_add(height);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Title(text) => self.paragraph(text, MARGIN, TITLE),
            Block::Heading(text) => {
                self.gap(10);
                self.make_room(4 * HEADING.leading);
                self.paragraph(text, MARGIN, HEADING);
                self.gap(2);
            }
            Block::Text(text) => self.paragraph(text, MARGIN, TEXT),
            Block::Quiet(text) => {
                self.gap(3);
                self.paragraph(text, MARGIN, QUIET);
            }
            Block::Entry { when, what, amount, beneath } => self.entry(when, what, amount, beneath),
        }
    }

    fn paragraph(&mut self, text: &str, left: u16, style: Style) {
        for line in wrap(text, PAGE.0 - MARGIN - left, style) {
            self.make_room(style.leading);
            self.gap(style.leading);
            self.put(&line, left, style);
        }
    }

    fn entry(&mut self, when: &str, what: &str, amount: &str, beneath: &[String]) {
        self.gap(4);
        self.make_room(3 * STRONG.leading);
        let days = wrap(when, COLUMN - MARGIN - 8, TEXT);
        for (line, height) in days.iter().zip((self.filled..).step_by(usize::from(TEXT.leading))) {
            self.put_at(line, (MARGIN, height.saturating_add(TEXT.leading)), TEXT);
        }
        let lowest = self.filled.saturating_add(TEXT.leading * u16::try_from(days.len()).unwrap_or(1));
        let page = self.pages.len();
        for (n, line) in wrap(what, PAGE.0 - MARGIN - COLUMN - AMOUNT, STRONG).iter().enumerate() {
            self.make_room(STRONG.leading);
            self.gap(STRONG.leading);
            if n == 0 {
                let amount = encoded(amount);
                let end = PAGE.0 - MARGIN;
                self.put(&amount, end.saturating_sub(width(&amount, TEXT)), TEXT);
            }
            self.put(line, COLUMN, STRONG);
        }
        beneath.iter().for_each(|text| self.paragraph(text, COLUMN, QUIET));
        if self.pages.len() == page {
            self.filled = self.filled.max(lowest);
        }
    }

    /// A line of text at the height that is reached.
    fn put(&mut self, text: &[u8], left: u16, style: Style) {
        self.put_at(text, (left, self.filled), style);
    }

    /// A line of text so far from the left and the upper edge.
    fn put_at(&mut self, text: &[u8], (left, from_above): (u16, u16), style: Style) {
        if let Some(page) = self.pages.last_mut() {
            line(page, text, (left, PAGE.1.saturating_sub(from_above)), style);
        }
    }

    /// The pages, each with its number at the foot.
    fn numbered(mut self) -> Vec<Content> {
        self.make_room(0);
        let count = self.pages.len();
        for (n, page) in self.pages.iter_mut().enumerate() {
            let text = encoded(&format!("{} / {count}", n + 1));
            line(page, &text, (PAGE.0 - MARGIN - width(&text, QUIET), MARGIN - 18), QUIET);
        }
        self.pages
    }
}

fn line(page: &mut Content, text: &[u8], (x, y): (u16, u16), style: Style) {
    if text.is_empty() {
        return;
    }
    page.begin_text();
    page.set_fill_gray(style.gray);
    page.set_font(Name(style.face.name()), f32::from(style.size));
    page.next_line(f32::from(x), f32::from(y));
    page.show(Str(text));
    page.end_text();
}

/// The letters of a text as bytes of Windows-1252.
fn encoded(text: &str) -> Vec<u8> {
    text.chars().filter_map(code).collect()
}

/// How wide a line is, in points, rounded up.
fn width(text: &[u8], style: Style) -> u16 {
    let thousandths: u32 = text.iter().map(|byte| u32::from(width_of(style.face, *byte))).sum();
    u16::try_from((thousandths * u32::from(style.size)).div_ceil(1000)).unwrap_or(u16::MAX)
}

/// The text in lines that are no wider than this; a word that is wider is cut.
fn wrap(text: &str, most: u16, style: Style) -> Vec<Vec<u8>> {
    let mut lines: Vec<Vec<u8>> = Vec::new();
    for paragraph in text.lines() {
        let mut line: Vec<u8> = Vec::new();
        for word in paragraph.split_whitespace() {
            let word = encoded(word);
            let mut longer = line.clone();
            if !longer.is_empty() {
                longer.push(b' ');
            }
            longer.extend(&word);
            if width(&longer, style) <= most {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for byte in word {
                line.push(byte);
                if width(&line, style) > most {
                    line.pop();
                    lines.push(std::mem::replace(&mut line, vec![byte]));
                }
            }
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text_of(pdf: &[u8]) -> String {
        let document = lopdf::Document::load_mem(pdf).unwrap_or_else(|error| panic!("{error}"));
        let pages: Vec<u32> = document.get_pages().keys().copied().collect();
        document.extract_text(&pages).unwrap_or_else(|error| panic!("{error}"))
    }

    fn paper(blocks: Vec<Block>) -> Paper {
        Paper { title: "El camino de Rosa".into(), language: "es".into(), blocks }
    }

    #[test]
    fn another_reader_reads_what_was_written() {
        let entry = Block::Entry {
            when: "23 nov – 6 dic".into(),
            what: "Terminar un programa: prevención de desvío".into(),
            amount: "$99.00".into(),
            beneath: vec!["¿Por qué? Lo pide la certificación de José Núñez.".into()],
        };
        let pdf =
            write(&paper(vec![Block::Title("Tu camino".into()), Block::Heading("Noviembre".into()), entry]));
        assert!(pdf.starts_with(b"%PDF-1."));
        let text = text_of(&pdf);
        for words in [
            "Tu camino",
            "23 nov – 6 dic",
            "prevención de desvío",
            "$99.00",
            "¿Por qué?",
            "José Núñez",
            "1 / 1",
        ] {
            assert!(text.contains(words), "{words} in {text}");
        }
    }

    #[test]
    fn a_long_document_has_pages_and_an_empty_one_has_one() {
        let many = (0..200).map(|n| Block::Text(format!("Line {n}"))).collect();
        let pages = |blocks| {
            let pdf = write(&paper(blocks));
            lopdf::Document::load_mem(&pdf).map_or(0, |document| document.get_pages().len())
        };
        assert_eq!((pages(many), pages(Vec::new())), (5, 1));
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_page(text in "\\PC{0,200}|[a-z ]{0,300}") {
            for line in wrap(&text, 200, TEXT) {
                prop_assert!(width(&line, TEXT) <= 200 || line.len() == 1);
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,80}", amount in "\\PC{0,20}") {
            let entry = Block::Entry { when: text.clone(), what: text.clone(), amount, beneath: vec![text] };
            let pdf = write(&paper(vec![entry]));
            prop_assert!(lopdf::Document::load_mem(&pdf).is_ok());
        }
    }
}
