//! Certificates and other papers as they are sent: one field, one check, one place where they are kept.

use super::{Fault, Frame, PostedFile, Visit, components};
use maud::{Markup, html};
use rung_store::{Document, Kept, Kind, MAX_DOCUMENT_BYTES, MediaType, Unfit};
use rung_words::{Words, say};

/// What is said of a file that is not kept: what it seems to be, and what to do.
pub fn unfit(words: &Words, unfit: Unfit) -> String {
    match unfit {
        Unfit::Empty => say!(words, "shell-file-empty"),
        Unfit::Heic => say!(words, "shell-file-heic"),
        Unfit::OtherType => say!(words, "shell-file-other-type"),
        Unfit::TooLarge => {
            say!(words, "shell-file-too-large", megabytes = MAX_DOCUMENT_BYTES / 1024 / 1024)
        }
    }
}

/// The size of a file: `340 kB`, `2 MB`.
pub fn size(words: &Words, bytes: u64) -> String {
    match bytes {
        ..1_000 => say!(words, "shell-size-bytes", count = bytes),
        1_000..1_000_000 => say!(words, "shell-size-kb", count = bytes / 1_000),
        // Rounded up, so that nothing is said to be smaller than it is.
        _ => say!(words, "shell-size-mb", count = bytes.div_ceil(1_000_000)),
    }
}

/// Where the page of a document is.
pub fn address(id: &str) -> String {
    format!("/documents/{}", super::path_part(id))
}

/// The field that a file is chosen in; its name is `file`.
pub fn field(frame: &Frame, label: &str, fault: Option<&str>, required: bool) -> Markup {
    let hint = say!(frame.words, "shell-file-hint", megabytes = MAX_DOCUMENT_BYTES / 1024 / 1024);
    components::field("file", label, &hint, fault, |described| {
        html! {
            input #file type="file" name="file" accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
                required[required] aria-invalid=[fault.map(|_| "true")] aria-describedby=[(!described.is_empty()).then_some(described)];
        }
    })
}

/// Keeps the file for the visitor, belonging to `links`; gives what to say where it is none that is kept.
///
/// # Errors
/// The store refuses for another reason.
pub async fn keep(
    visit: &Visit,
    file: &PostedFile,
    links: &[(Kind, String)],
) -> Result<Result<Kept<Document>, String>, Fault> {
    if let Err(reason) = MediaType::of_document(&file.bytes) {
        return Ok(Err(unfit(visit.frame.words, reason)));
    }
    let note = visit.note(say!(visit.frame.words, "shell-history-document-added", name = &file.name));
    let store = visit.site.store();
    Ok(Ok(store.add_document(visit.person, &file.name, file.bytes.to_vec(), links, &note).await?))
}
