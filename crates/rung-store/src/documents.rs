//! Certificates and other papers: their bytes in a folder by SHA-256, their names and links as entries.

use crate::{
    Basis, Change, Kept, Kind, Note, Part, PersonId, Store, StoreError, Version,
    calendar_link::sha256,
    change::{entry_of, parse_time, time_text, write},
    engine::*,
    place::{new_private_file, sync_folder},
    record::kept,
};
use jiff::Timestamp;
use rung_record::Problems;
use serde_json::{Value, json};
use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

/// A larger document is refused: a scanned certificate has a few hundred kilobytes.
pub const MAX_DOCUMENT_BYTES: usize = 15 * 1024 * 1024;
/// All documents of a person together.
pub const MAX_DOCUMENTS_BYTES: u64 = 2 * 1024 * 1024 * 1024;
/// More links than this from one document are refused.
const MAX_LINKS: usize = 200;

/// What a document is, by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MediaType {
    /// Of pages, with text or pictures.
    Pdf,
    /// A picture without loss.
    Png,
    /// A photograph.
    Jpeg,
}

/// Why a file is not kept as a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Nothing is in it.
    Empty,
    /// A picture as iPhones take it, which most programs cannot show.
    Heic,
    /// Of no type that is kept.
    OtherType,
    /// Larger than [`MAX_DOCUMENT_BYTES`].
    TooLarge,
}

/// A sentence for whoever chose the file: what it seems to be, and what to do.
impl std::fmt::Display for Unfit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => f.write_str("the file is empty; choose another"),
            Self::Heic => f.write_str(
                "this is a HEIC picture, which most programs cannot show. On the iPhone choose Settings, Camera, \
                 Formats, Most Compatible, and take it again; or open it, choose Share, Save to Files as PDF; then add \
                 that file",
            ),
            Self::OtherType => {
                f.write_str("this file is neither a PDF nor a PNG or JPEG picture; save it as PDF and add that")
            }
            Self::TooLarge => write!(
                f,
                "the file is larger than {} MB; scan it in black and white or with fewer dots an inch",
                MAX_DOCUMENT_BYTES / 1024 / 1024
            ),
        }
    }
}

impl From<Unfit> for StoreError {
    fn from(unfit: Unfit) -> Self {
        Self::refused(unfit.to_string())
    }
}

impl MediaType {
    /// What a file is, if it can be kept.
    ///
    /// # Errors
    /// It is of no type that is kept, or too large.
    pub fn of_document(bytes: &[u8]) -> Result<Self, Unfit> {
        let media_type = Self::of(bytes)?;
        if bytes.len() > MAX_DOCUMENT_BYTES { Err(Unfit::TooLarge) } else { Ok(media_type) }
    }

    /// Recognises what can be kept by its first bytes; a file's name says nothing.
    ///
    /// # Errors
    /// It is of no type that is kept.
    pub fn of(bytes: &[u8]) -> Result<Self, Unfit> {
        let start = &bytes[..bytes.len().min(1024)];
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Ok(Self::Png);
        }
        if bytes.starts_with(b"\xff\xd8\xff") {
            return Ok(Self::Jpeg);
        }
        // Some writers put a mark or a blank line before it; readers look through the first kilobyte.
        if start.windows(5).any(|window| window == b"%PDF-") {
            return Ok(Self::Pdf);
        }
        Err(if is_heic(bytes) {
            Unfit::Heic
        } else if bytes.is_empty() {
            Unfit::Empty
        } else {
            Unfit::OtherType
        })
    }

    /// As HTTP says it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }

    /// The usual ending of a file's name, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::Pdf, Self::Png, Self::Jpeg].into_iter().find(|it| it.name() == name)
    }
}

fn is_heic(bytes: &[u8]) -> bool {
    let brand = bytes.get(8..12).unwrap_or_default();
    bytes.get(4..8) == Some(b"ftyp")
        && [b"heic", b"heix", b"hevc", b"heim", b"heis", b"hevm", b"mif1", b"msf1", b"avif"]
            .iter()
            .any(|known| brand == *known)
}

/// A kept document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Of its bytes, 64 hexadecimal digits; also its id.
    pub sha256: String,
    /// As the person named the file.
    pub name: String,
    /// What it is.
    pub media_type: MediaType,
    /// In bytes.
    pub size: u64,
    /// When it was added.
    pub added: Timestamp,
    /// What it belongs to: credits and credentials by kind and id.
    pub links: Vec<(Kind, String)>,
}

impl Part for Document {
    const KIND: Kind = Kind::Document;

    fn own_id(&self) -> Option<&str> {
        Some(&self.sha256)
    }

    fn to_body(&self) -> Value {
        let links: Vec<Value> =
            self.links.iter().map(|(kind, id)| json!({"kind": kind.word(), "id": id})).collect();
        json!({
            "name": self.name, "media_type": self.media_type.name(), "size": self.size,
            "added": time_text(self.added), "links": links,
        })
    }

    fn from_body(id: &str, body: Value) -> Result<Self, Problems> {
        let wrong = |what: &str| Problems::one(format!("the document's {what} cannot be read"));
        let text = |name: &str| body[name].as_str().ok_or_else(|| wrong(name));
        let links = body["links"].as_array().map(Vec::as_slice).unwrap_or_default().iter().map(|link| {
            let kind = link["kind"].as_str().and_then(|word| Kind::named(word).ok());
            kind.zip(link["id"].as_str().map(ToOwned::to_owned)).ok_or_else(|| wrong("links"))
        });
        Ok(Self {
            sha256: id.to_owned(),
            name: text("name")?.to_owned(),
            media_type: MediaType::named(text("media_type")?).ok_or_else(|| wrong("media_type"))?,
            size: body["size"].as_u64().ok_or_else(|| wrong("size"))?,
            added: parse_time(text("added")?).map_err(|_| wrong("added"))?,
            links: links.collect::<Result<_, _>>()?,
        })
    }
}

impl Store {
    /// Keeps a document. A file that is kept already is not kept twice: it gets the new links too.
    ///
    /// The bytes are on the disk before the entry says so.
    ///
    /// # Errors
    /// It is of no type that is kept, or too large.
    pub async fn add_document(
        &self,
        person: PersonId,
        name: &str,
        bytes: Vec<u8>,
        links: &[(Kind, String)],
        note: &Note,
    ) -> Result<Kept<Document>, StoreError> {
        let media_type = MediaType::of_document(&bytes)?;
        let size = bytes.len() as u64;
        let folder = self.place().documents();
        self.place().prepare()?;
        let bytes = Arc::new(bytes);
        let kept = bytes.clone();
        let sha256 = blocking(move || keep_bytes(&folder, &kept)).await?;
        let mut tx = self.turn(person).await?;
        // Somebody may have removed the last other document with these bytes before it was our turn.
        let folder = self.place().documents();
        if !path_of(&folder, &sha256).exists() {
            blocking(move || keep_bytes(&folder, &bytes)).await?;
        }
        refuse_too_many(&mut tx, person, &sha256, size).await?;
        let sql = "insert into document (person, sha256, media_type, size, added) values ($1, $2, $3, $4, $5) \
                   on conflict (person, sha256) do nothing";
        let stored = i64::try_from(size).unwrap_or(i64::MAX);
        tx.run(sql, args![person.0, &sha256, media_type.name(), stored, &time_text(note.at)]).await?;
        let new = Document {
            sha256: sha256.clone(),
            name: plain_file_name(name, media_type),
            media_type,
            size,
            added: note.at,
            links: Vec::new(),
        };
        let (document, basis) = match document_in(&mut tx, person, &sha256).await? {
            Some(known) => (known.value, Basis::At(known.version)),
            None => (new, Basis::New),
        };
        let document = with_links(document, links);
        let done = write(&mut tx, person, note, Change::new().put(&sha256, &document, basis)).await?;
        tx.commit().await?;
        let version = if let Basis::At(version) = basis { version.max(done.version) } else { done.version };
        Ok(Kept { id: sha256, version, value: document })
    }

    /// The bytes of a document of the person, as they were when it was added.
    ///
    /// # Errors
    /// There is no such document, or its bytes are not what they were.
    pub async fn document_bytes(&self, person: PersonId, id: &str) -> Result<Vec<u8>, StoreError> {
        let known = {
            let mut tx = self.pool().reading().await?;
            let sql = "select sha256 from document where person = $1 and sha256 = $2";
            tx.row(sql, args![person.0, id]).await?
        };
        let sha256 =
            known.ok_or_else(|| StoreError::Missing("there is no such document".to_owned()))?.text(0)?;
        let path = path_of(&self.place().documents(), &sha256);
        blocking(move || read_checked(&path, &sha256)).await
    }

    /// The text of a document, to fill a form in: see [`rung_formats::certificate`]. None for pictures and scans.
    ///
    /// # Errors
    /// As [`Store::document_bytes`].
    pub async fn document_text(&self, person: PersonId, id: &str) -> Result<Option<String>, StoreError> {
        let bytes = self.document_bytes(person, id).await?;
        if MediaType::of(&bytes)? != MediaType::Pdf {
            return Ok(None);
        }
        blocking(move || Ok(crate::pdf_text(bytes))).await
    }

    /// Removes a document that belongs to nothing any more. Its bytes stay as long as the history names it.
    ///
    /// # Errors
    /// Something still links to it, or it was changed since it was read.
    pub async fn remove_document(
        &self,
        person: PersonId,
        id: &str,
        read_at: Version,
        note: &Note,
    ) -> Result<crate::Done, StoreError> {
        let mut tx = self.turn(person).await?;
        let known = document_in(&mut tx, person, id).await?;
        let links = known.map(|known| known.value.links).unwrap_or_default();
        let linked = count_there(&mut tx, person, &links).await?;
        if linked > 0 {
            return Err(StoreError::refused(format!(
                "the document still belongs to {linked} of your credits and credentials; unlink it there first"
            )));
        }
        let change = Change::new().remove(Kind::Document, id, Basis::At(read_at));
        let done = write(&mut tx, person, note, change).await?;
        tx.commit().await?;
        Ok(done)
    }
}

async fn document_in(tx: &mut Tx, person: PersonId, id: &str) -> Result<Option<Kept<Document>>, StoreError> {
    let sql = "select kind, id, position, version, body from entry where person = $1 and kind = 'document' and id = $2";
    tx.row(sql, args![person.0, id]).await?.map(|row| kept(entry_of(&row)?)).transpose()
}

/// How many of these entries are there: what was removed since needs its document no more.
async fn count_there(tx: &mut Tx, person: PersonId, links: &[(Kind, String)]) -> Result<usize, StoreError> {
    let mut count = 0;
    for (kind, id) in links {
        let sql = "select 1 from entry where person = $1 and kind = $2 and id = $3";
        count += usize::from(tx.row(sql, args![person.0, kind.word(), id]).await?.is_some());
    }
    Ok(count)
}

async fn refuse_too_many(tx: &mut Tx, person: PersonId, sha256: &str, size: u64) -> Result<(), StoreError> {
    let sql = "select cast(coalesce(sum(size), 0) as bigint), count(*) from document \
               where person = $1 and sha256 <> $2";
    let row = tx.row(sql, args![person.0, sha256]).await?;
    let number = |column: usize| -> Result<u64, StoreError> {
        Ok(row.as_ref().map(|row| row.int(column)).transpose()?.and_then(|n| n.try_into().ok()).unwrap_or(0))
    };
    let (kept, count) = (number(0)?, number(1)?);
    if count >= Kind::Document.most() as u64 {
        return Err(StoreError::refused(format!(
            "{count} documents are kept, the most there can be; those that were removed count, since that can be undone"
        )));
    }
    if kept.saturating_add(size) > MAX_DOCUMENTS_BYTES {
        return Err(StoreError::refused(format!(
            "with it, the documents would be larger than {} GB together, the most that is kept",
            MAX_DOCUMENTS_BYTES / 1024 / 1024 / 1024
        )));
    }
    Ok(())
}

fn with_links(mut document: Document, links: &[(Kind, String)]) -> Document {
    for link in links {
        if !document.links.contains(link) {
            document.links.push(link.clone());
        }
    }
    document
}

/// Refuses a document's body that links to too much, or to what nothing belongs to.
pub(crate) fn refuse_links(body: &Value) -> Result<(), StoreError> {
    let links = body["links"].as_array().map(Vec::as_slice).unwrap_or_default();
    if links.len() > MAX_LINKS {
        return Err(StoreError::refused(format!("a document can belong to at most {MAX_LINKS} entries")));
    }
    for link in links {
        let kind = Kind::named(link["kind"].as_str().unwrap_or_default())?;
        if !matches!(kind, Kind::Credit | Kind::Credential | Kind::Education | Kind::Work) {
            return Err(StoreError::refused(format!("a document cannot belong to {}", kind.noun())));
        }
    }
    Ok(())
}

/// The last part of a path, without what no file name should hold.
fn plain_file_name(name: &str, media_type: MediaType) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String =
        last.chars().filter(|c| !c.is_control() && !"<>:\"|?*".contains(*c)).take(150).collect();
    let plain = plain.trim().trim_start_matches('.');
    if plain.is_empty() { format!("document.{}", media_type.ending()) } else { plain.to_owned() }
}

/// Where the bytes of a document are.
pub(crate) fn path_of(folder: &Path, sha256: &str) -> PathBuf {
    folder.join(sha256)
}

/// Puts bytes on the disk under their hash: into a new file, synced, renamed, the folder synced.
pub(crate) fn keep_bytes(folder: &Path, bytes: &[u8]) -> Result<String, StoreError> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let sha256 = sha256(bytes);
    let path = path_of(folder, &sha256);
    if read_checked(&path, &sha256).is_ok() {
        return Ok(sha256);
    }
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let part = folder.join(format!(".{sha256}.{}-{number}.part", std::process::id()));
    let written = new_private_file(&part).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&part, &path)
    });
    if let Err(error) = written {
        let _ = fs::remove_file(&part);
        return Err(StoreError::file("write", &path)(error));
    }
    sync_folder(folder);
    Ok(sha256)
}

/// Reads bytes that must be what they were.
pub(crate) fn read_checked(path: &Path, expected: &str) -> Result<Vec<u8>, StoreError> {
    let bytes = fs::read(path).map_err(StoreError::file("read", path))?;
    if sha256(&bytes) == expected {
        Ok(bytes)
    } else {
        Err(StoreError::damaged(format!("the document {} is not as it was kept", path.display())))
    }
}

/// Work with files, on a thread where it keeps nobody waiting.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|_| Err(StoreError::damaged("the work broke off")))
}
