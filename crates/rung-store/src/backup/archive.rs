//! The file of a backup: written, opened, compared.

use super::tables::{Fields, add_rows, read_rows};
use crate::{
    PersonId, Store, StoreError,
    calendar_link::hex,
    change::time_text,
    documents::{MAX_DOCUMENT_BYTES, MediaType, blocking, path_of, read_checked},
    engine::*,
    place::{new_private_file, sync_folder},
    record::{assemble, record_entries},
    schema::{self, MIGRATIONS, TABLES, integrity_faults},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{BufRead as _, BufReader, Read as _, Write},
    path::{Path, PathBuf},
};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

const FORMAT: &str = "rung-backup/1";
const MANIFEST: &str = "manifest.json";
/// Limits when a backup is opened: more is not ours.
const MAX_MANIFEST_BYTES: u64 = 16 * 1024 * 1024;
const MAX_TABLE_BYTES: u64 = 1024 * 1024 * 1024;
const MAX_LINE_BYTES: u64 = 16 * 1024 * 1024;
const MAX_PARTS: usize = 200_000;

/// What a backup holds; also what `manifest.json` in it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Manifest {
    format: String,
    made: String,
    program: String,
    data_version: u32,
    rows: BTreeMap<String, u64>,
    parts: Vec<Part>,
}

/// One file within a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Part {
    name: String,
    size: u64,
    sha256: String,
}

/// A backup that was opened and found whole: every count and every hash is as it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupReport {
    /// The file.
    pub file: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// When it was made.
    pub made: Timestamp,
    /// The Rung that made it.
    pub program: String,
    /// The version of its data.
    pub data_version: u32,
    /// How many entries it holds of each kind: `credit`, `credential`, ….
    pub entries: BTreeMap<String, u64>,
    /// How many documents.
    pub documents: u64,
    /// How many batches of changes.
    pub history: u64,
}

/// An opened backup: its rows in a database in memory, brought up to this version.
pub(super) struct Opened {
    pub report: BackupReport,
    pub rows: Pool,
    file: PathBuf,
    /// The name in the file of every document, by its hash.
    documents: BTreeMap<String, String>,
}

/// Opens a backup and compares every count and hash.
///
/// # Errors
/// Says what is not as it should be.
pub async fn verify_backup(file: &Path) -> Result<BackupReport, StoreError> {
    Ok(open(file).await?.report)
}

/// A file that is being written, with an account of its parts.
struct Writer {
    zip: ZipWriter<File>,
    parts: Vec<Part>,
    hash: Sha256,
    size: u64,
    name: String,
}

impl Writer {
    fn begin(&mut self, name: String, method: CompressionMethod) -> Result<(), StoreError> {
        self.end();
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .compression_level((method == CompressionMethod::Deflated).then_some(1))
            .large_file(true)
            .unix_permissions(0o600);
        self.zip.start_file(name.clone(), options).map_err(zip_failed)?;
        self.name = name;
        Ok(())
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        self.hash.update(bytes);
        self.size += bytes.len() as u64;
        self.zip.write_all(bytes).map_err(|error| zip_failed(error.into()))
    }

    /// Accounts for the part that was written last.
    fn end(&mut self) {
        let hash = std::mem::take(&mut self.hash);
        let (name, size) = (std::mem::take(&mut self.name), std::mem::take(&mut self.size));
        if !name.is_empty() {
            self.parts.push(Part { name, size, sha256: hex(&hash.finalize()) });
        }
    }
}

fn zip_failed(error: zip::result::ZipError) -> StoreError {
    match error {
        zip::result::ZipError::Io(error) => {
            StoreError::refused(format!("the backup cannot be written: {error}"))
        }
        other => StoreError::refused(format!("this is no backup of Rung, or it is broken: {other}")),
    }
}

/// Writes a backup beside its name, verifies it, and only then gives it the name.
pub(super) async fn write(store: &Store, file: &Path, now: Timestamp) -> Result<BackupReport, StoreError> {
    if file.exists() {
        return Err(StoreError::refused(format!(
            "{} is there already; name another file, or remove it first",
            file.display()
        )));
    }
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let part = file.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let _ = fs::remove_file(&part);
    let result = async {
        write_parts(store, &part, now).await?;
        let opened = open(&part).await?;
        fs::rename(&part, file).map_err(StoreError::file("write", file))?;
        sync_folder(file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")));
        Ok(BackupReport { file: file.to_owned(), ..opened.report })
    };
    let result = result.await;
    if result.is_err() {
        let _ = fs::remove_file(&part);
    }
    result
}

async fn write_parts(store: &Store, part: &Path, now: Timestamp) -> Result<(), StoreError> {
    let file = new_private_file(part).map_err(StoreError::file("write", part))?;
    let mut writer = Writer {
        zip: ZipWriter::new(file),
        parts: Vec::new(),
        hash: Sha256::new(),
        size: 0,
        name: String::new(),
    };
    let mut rows = BTreeMap::new();
    let mut documents = BTreeMap::new();
    // One transaction sees everything as of one moment, whatever is written meanwhile.
    let mut tx = store.pool().reading().await?;
    for table in TABLES {
        writer.begin(format!("data/{table}.jsonl"), CompressionMethod::Deflated)?;
        let mut count = 0;
        read_rows(&mut tx, table, |fields| {
            if *table == "document" {
                note_document(&fields, &mut documents)?;
            }
            count += 1;
            let mut line = serde_json::to_string(&fields).unwrap_or_default();
            line.push('\n');
            writer.write(line.as_bytes())
        })
        .await?;
        rows.insert((*table).to_owned(), count);
    }
    for person in people(&mut tx).await? {
        let record = assemble(record_entries(&mut tx, person).await?)?;
        writer.begin(format!("records/{}.json", person.0), CompressionMethod::Deflated)?;
        writer.write(record.to_json().as_bytes())?;
    }
    drop(tx);
    let folder = store.place().documents();
    blocking(move || write_documents(writer, &folder, documents, rows, now)).await
}

fn note_document(fields: &Fields, documents: &mut BTreeMap<String, String>) -> Result<(), StoreError> {
    let text = |name: &str| fields.get(name).and_then(|value| value.as_str());
    let sha256 = text("sha256").ok_or_else(|| StoreError::damaged("a document has no hash"))?;
    let ending = text("media_type").and_then(MediaType::named).map_or("bin", MediaType::ending);
    documents.insert(sha256.to_owned(), format!("documents/{sha256}.{ending}"));
    Ok(())
}

fn write_documents(
    mut writer: Writer,
    folder: &Path,
    documents: BTreeMap<String, String>,
    rows: BTreeMap<String, u64>,
    now: Timestamp,
) -> Result<(), StoreError> {
    for (sha256, name) in documents {
        // Certificates are compressed already.
        writer.begin(name, CompressionMethod::Stored)?;
        writer.write(&read_checked(&path_of(folder, &sha256), &sha256)?)?;
    }
    writer.end();
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        made: time_text(now),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        data_version: schema::data_version(),
        rows,
        parts: std::mem::take(&mut writer.parts),
    };
    writer.begin(MANIFEST.to_owned(), CompressionMethod::Deflated)?;
    let text = serde_json::to_string_pretty(&manifest).unwrap_or_default();
    writer.write(text.as_bytes())?;
    let file = writer.zip.finish().map_err(zip_failed)?;
    file.sync_all().map_err(|error| zip_failed(error.into()))
}

async fn people(tx: &mut Tx) -> Result<Vec<PersonId>, StoreError> {
    let rows = tx.rows("select id from person where sample is null order by id", args![]).await?;
    rows.iter().map(|row| row.int(0).map(PersonId)).collect()
}

/// Opens a backup, compares every count and hash, and puts its rows into a database in memory.
pub(super) async fn open(file: &Path) -> Result<Opened, StoreError> {
    let path = file.to_owned();
    let (manifest, tables, records, size) = blocking(move || read_parts(&path)).await?;
    let program = schema::data_version();
    if manifest.data_version > program {
        return Err(StoreError::Newer { data: manifest.data_version, program });
    }
    let rows = Pool::in_memory().await?;
    fill(&rows, &manifest, &tables).await?;
    compare(&rows, &manifest, &records).await?;
    let documents = manifest
        .parts
        .iter()
        .filter_map(|part| Some((document_hash(&part.name)?.to_owned(), part.name.clone())))
        .collect();
    let report = report_of(&rows, &manifest, file, size).await?;
    Ok(Opened { report, rows, file: file.to_owned(), documents })
}

type Parts = (Manifest, BTreeMap<String, Vec<Fields>>, BTreeMap<i64, Vec<u8>>, u64);

/// Reads every part and compares it with the manifest. Documents are read one at a time and let go.
fn read_parts(path: &Path) -> Result<Parts, StoreError> {
    let file = File::open(path).map_err(StoreError::file("open", path))?;
    let size = file.metadata().map_err(StoreError::file("open", path))?.len();
    let mut zip = ZipArchive::new(BufReader::new(file)).map_err(zip_failed)?;
    let manifest = read_manifest(&mut zip)?;
    if manifest.parts.len() > MAX_PARTS || zip.len() != manifest.parts.len() + 1 {
        return Err(StoreError::damaged("the backup does not hold the files that its manifest lists"));
    }
    let (mut tables, mut records) = (BTreeMap::new(), BTreeMap::new());
    for part in &manifest.parts {
        if let Some(table) = part.name.strip_prefix("data/").and_then(|name| name.strip_suffix(".jsonl")) {
            tables.insert(table.to_owned(), read_table(&mut zip, part)?);
        } else if let Some(person) = part.name.strip_prefix("records/") {
            let person = person.strip_suffix(".json").and_then(|id| id.parse().ok());
            let person = person.ok_or_else(|| broken(part))?;
            records.insert(person, read_whole(&mut zip, part, rung_record::MAX_RECORD_BYTES as u64)?);
        } else if let Some(sha256) = document_hash(&part.name) {
            let bytes = read_whole(&mut zip, part, MAX_DOCUMENT_BYTES as u64)?;
            if crate::calendar_link::sha256(&bytes) != sha256 {
                return Err(broken(part));
            }
        } else {
            return Err(StoreError::damaged(format!(
                "the backup holds {}, which is none of ours",
                part.name
            )));
        }
    }
    Ok((manifest, tables, records, size))
}

fn document_hash(name: &str) -> Option<&str> {
    let (sha256, _ending) = name.strip_prefix("documents/")?.split_once('.')?;
    let plain =
        sha256.len() == 64 && sha256.bytes().all(|c| c.is_ascii_digit() || (b'a'..=b'f').contains(&c));
    plain.then_some(sha256)
}

type Archive = ZipArchive<BufReader<File>>;

fn read_manifest(zip: &mut Archive) -> Result<Manifest, StoreError> {
    let file = zip.by_name(MANIFEST).map_err(zip_failed)?;
    let mut bytes = Vec::new();
    file.take(MAX_MANIFEST_BYTES).read_to_end(&mut bytes).map_err(|error| zip_failed(error.into()))?;
    let manifest: Manifest = serde_json::from_slice(&bytes)
        .map_err(|error| StoreError::damaged(format!("the backup's manifest cannot be read: {error}")))?;
    if manifest.format != FORMAT {
        return Err(StoreError::refused(format!(
            "\"{}\" is not a backup that this version reads (it reads \"{FORMAT}\"); a newer Rung may",
            manifest.format
        )));
    }
    Ok(manifest)
}

fn read_whole(zip: &mut Archive, part: &Part, most: u64) -> Result<Vec<u8>, StoreError> {
    let file = zip.by_name(&part.name).map_err(zip_failed)?;
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes).map_err(|_| broken(part))?;
    if bytes.len() as u64 != part.size || crate::calendar_link::sha256(&bytes) != part.sha256 {
        return Err(broken(part));
    }
    Ok(bytes)
}

fn read_table(zip: &mut Archive, part: &Part) -> Result<Vec<Fields>, StoreError> {
    if part.size > MAX_TABLE_BYTES {
        return Err(broken(part));
    }
    let file = zip.by_name(&part.name).map_err(zip_failed)?;
    let mut reader = BufReader::new(file.take(MAX_TABLE_BYTES + 1));
    let (mut hash, mut size, mut rows) = (Sha256::new(), 0_u64, Vec::new());
    loop {
        let mut line = Vec::new();
        let read =
            reader.by_ref().take(MAX_LINE_BYTES).read_until(b'\n', &mut line).map_err(|_| broken(part))?;
        if read == 0 {
            break;
        }
        hash.update(&line);
        size += read as u64;
        rows.push(serde_json::from_slice(&line).map_err(|_| broken(part))?);
    }
    if size != part.size || hex(&hash.finalize()) != part.sha256 {
        return Err(broken(part));
    }
    Ok(rows)
}

fn broken(part: &Part) -> StoreError {
    StoreError::damaged(format!("{} in the backup is not as it was written; use another backup", part.name))
}

/// Makes the tables as they were when the backup was made, fills them, and brings them up to this version.
async fn fill(
    pool: &Pool,
    manifest: &Manifest,
    tables: &BTreeMap<String, Vec<Fields>>,
) -> Result<(), StoreError> {
    let then = &MIGRATIONS[..(manifest.data_version as usize).min(MIGRATIONS.len())];
    schema::upgrade(pool, then).await?;
    let mut tx = pool.writing().await?;
    for table in TABLES {
        if let Some(rows) = tables.get(*table) {
            add_rows(&mut tx, table, rows).await?;
        }
    }
    tx.commit().await?;
    schema::upgrade(pool, MIGRATIONS).await
}

async fn compare(
    pool: &Pool,
    manifest: &Manifest,
    records: &BTreeMap<i64, Vec<u8>>,
) -> Result<(), StoreError> {
    let faults = integrity_faults(pool).await?;
    if !faults.is_empty() {
        return Err(StoreError::damaged(format!(
            "the backup's rows do not fit together: {}",
            faults.join("; ")
        )));
    }
    let mut tx = pool.reading().await?;
    for (table, count) in schema::counts(&mut tx).await? {
        let expected = manifest.rows.get(table).copied().unwrap_or(0);
        if u64::try_from(count).ok() != Some(expected) {
            return Err(StoreError::damaged(format!(
                "the backup holds {count} rows of {table}, not {expected}"
            )));
        }
    }
    for row in tx.rows("select sha256 from document", args![]).await? {
        let sha256 = row.text(0)?;
        if !manifest.parts.iter().any(|part| document_hash(&part.name) == Some(&sha256)) {
            return Err(StoreError::damaged(format!("the document {sha256} is missing in the backup")));
        }
    }
    for person in people(&mut tx).await? {
        let record = assemble(record_entries(&mut tx, person).await?)?;
        if records.get(&person.0).is_none_or(|bytes| record.to_json().as_bytes() != bytes) {
            return Err(StoreError::damaged("a record in the backup is not what its entries make"));
        }
    }
    Ok(())
}

async fn report_of(
    pool: &Pool,
    manifest: &Manifest,
    file: &Path,
    size: u64,
) -> Result<BackupReport, StoreError> {
    let mut tx = pool.reading().await?;
    let rows = |table: &str| manifest.rows.get(table).copied().unwrap_or(0);
    Ok(BackupReport {
        file: file.to_owned(),
        size,
        made: manifest
            .made
            .parse()
            .map_err(|_| StoreError::damaged("the backup does not say when it was made"))?,
        program: manifest.program.clone(),
        data_version: manifest.data_version,
        entries: entry_counts(&mut tx).await?,
        documents: rows("document"),
        history: rows("history"),
    })
}

/// How many entries there are of each kind, of everybody but the sample.
pub(super) async fn entry_counts(tx: &mut Tx) -> Result<BTreeMap<String, u64>, StoreError> {
    let sql = "select kind, count(*) from entry e join person p on p.id = e.person where p.sample is null group by kind";
    let rows = tx.rows(sql, args![]).await?;
    rows.iter().map(|row| Ok((row.text(0)?, u64::try_from(row.int(1)?).unwrap_or(0)))).collect()
}

impl Opened {
    /// Puts the documents into a folder; those that are there already stay.
    pub async fn copy_documents(&self, folder: &Path) -> Result<(), StoreError> {
        let (file, folder, names) = (self.file.clone(), folder.to_owned(), self.documents.clone());
        blocking(move || {
            let opened = File::open(&file).map_err(StoreError::file("open", &file))?;
            let mut zip = ZipArchive::new(BufReader::new(opened)).map_err(zip_failed)?;
            for name in names.values() {
                let mut bytes = Vec::new();
                let part = zip.by_name(name).map_err(zip_failed)?;
                part.take(MAX_DOCUMENT_BYTES as u64)
                    .read_to_end(&mut bytes)
                    .map_err(|error| zip_failed(error.into()))?;
                crate::documents::keep_bytes(&folder, &bytes)?;
            }
            Ok(())
        })
        .await
    }
}
