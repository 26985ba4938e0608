//! From bytes to text, whatever program wrote them.

use encoding_rs::{Encoding, WINDOWS_1252};
use rung_record::Problems;
use std::borrow::Cow;

/// A larger file is refused before it is looked at.
pub const MAX_FILE_BYTES: usize = rung_record::MAX_RECORD_BYTES;

/// The text of a file: UTF-8, UTF-16 with a byte order mark, or else what spreadsheets on Windows write.
pub(crate) fn decode(file: &[u8]) -> Result<Cow<'_, str>, Problems> {
    refuse_size(file.len())?;
    if file.starts_with(b"%PDF") {
        return Err(Problems::one("this is a PDF, not text: give the text that was extracted from it"));
    }
    if file.starts_with(b"PK\x03\x04") {
        return Err(Problems::one(
            "this is a spreadsheet or zip file, not text: save it as CSV and import that",
        ));
    }
    let text = match (Encoding::for_bom(file), std::str::from_utf8(file)) {
        (Some((encoding, mark)), _) => {
            encoding.decode_without_bom_handling(file.get(mark..).unwrap_or_default()).0
        }
        (None, Ok(text)) => Cow::Borrowed(text),
        (None, Err(_)) => WINDOWS_1252.decode_without_bom_handling(file).0,
    };
    if text.contains('\0') {
        return Err(Problems::one("this is not a text file: save the table as CSV and import that"));
    }
    Ok(text)
}

/// Whether a file is meant as JSON: no table begins so.
pub(crate) fn is_json(file: &[u8]) -> bool {
    let text = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file).trim_ascii_start();
    text.starts_with(b"{") || text.starts_with(b"[")
}

/// Refuses what is larger than any file of a technician.
pub(crate) fn refuse_size(bytes: usize) -> Result<(), Problems> {
    if bytes > MAX_FILE_BYTES {
        return Err(Problems::one(format!(
            "the file is {bytes} bytes long; at most {MAX_FILE_BYTES} are read: split it"
        )));
    }
    Ok(())
}

/// The beginning of a text that may be long, for a message.
pub(crate) fn cut(text: &str) -> String {
    const MOST: usize = 60;
    let text = text.trim();
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Lower case without anything but letters and digits, so that `Activity Date`, `activity_date` and `ActivityDate` are
/// one name.
pub(crate) fn plain_name(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// One line of single spaces; a piece that ends in a hyphen or a slash is joined to the next without one.
pub(crate) fn join_wrapped<'a>(pieces: impl IntoIterator<Item = &'a str>) -> String {
    let mut joined = String::new();
    for piece in pieces {
        for (n, word) in piece.split_whitespace().enumerate() {
            let broken = n == 0 && joined.ends_with(['-', '/']);
            if !joined.is_empty() && !broken {
                joined.push(' ');
            }
            joined.push_str(word);
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_programs_of_the_field_write_four_encodings() {
        assert_eq!(decode("Café".as_bytes()).unwrap(), "Café");
        assert_eq!(decode("\u{feff}Café".as_bytes()).unwrap(), "Café");
        assert_eq!(decode(b"Caf\xe9 \x93ok\x94").unwrap(), "Café “ok”");
        assert_eq!(decode(b"\xff\xfeC\0a\0f\0\xe9\0").unwrap(), "Café");
    }

    #[test]
    fn what_is_no_text_says_what_to_do() {
        let error = |file: &[u8]| decode(file).unwrap_err().to_string();
        assert!(error(b"%PDF-1.7").contains("give the text"));
        assert!(error(b"PK\x03\x04rest").contains("save it as CSV"));
        assert!(error(b"a\0b").contains("not a text file"));
        assert!(error(&vec![b'a'; MAX_FILE_BYTES + 1]).contains("split it"));
    }

    #[test]
    fn wrapped_lines_are_joined() {
        assert_eq!(
            join_wrapped(["0107-0000-26-021-", " L03-T  Texas", "Law"]),
            "0107-0000-26-021-L03-T Texas Law"
        );
        assert_eq!(join_wrapped(["a - b"]), "a - b");
        assert_eq!(join_wrapped([]), "");
    }
}
