//! Looking for the cause when something is wrong.

use crate::{
    Place, StoreError,
    change::parse_time,
    documents::{path_of, read_checked},
    engine::*,
    schema::{self, integrity_faults},
};
use jiff::Timestamp;
use serde::Serialize;
use std::{collections::BTreeSet, fs, io, path::Path};

/// With less than this free, a backup or an upgrade may not fit.
const LITTLE_SPACE: u64 = 200 * 1024 * 1024;
/// Clocks of two machines differ by so much without anybody noticing.
const CLOCK_SECONDS: i64 = 10 * 60;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Health {
    /// As it should be.
    Good,
    /// It works, but may not for long.
    Doubtful,
    /// It does not work, or data is at risk.
    Bad,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What was looked at: `permissions`, `disk`, `file-system`, `clock`, `versions`, `integrity`, `documents`, ….
    pub check: &'static str,
    /// How it stands.
    pub health: Health,
    /// What was found, a sentence.
    pub found: String,
    /// What to do about it; none when it is good.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what_to_do: Option<String>,
}

impl Finding {
    /// As it should be.
    pub fn good(check: &'static str, found: impl Into<String>) -> Self {
        Self { check, health: Health::Good, found: found.into(), what_to_do: None }
    }

    /// It works, but may not for long.
    pub fn doubtful(check: &'static str, found: impl Into<String>, what_to_do: impl Into<String>) -> Self {
        Self { check, health: Health::Doubtful, found: found.into(), what_to_do: Some(what_to_do.into()) }
    }

    /// It does not work.
    pub fn bad(check: &'static str, found: impl Into<String>, what_to_do: impl Into<String>) -> Self {
        Self { check, health: Health::Bad, found: found.into(), what_to_do: Some(what_to_do.into()) }
    }
}

/// Looks at everything that the data depends on, and changes nothing. It goes on after a fault, to find them all.
///
/// These are checks of the whole installation: they name no person.
pub async fn examine(place: &Place, now: Timestamp) -> Vec<Finding> {
    let mut findings = about_folder(place);
    if place.postgres().is_none() && !place.data_file().exists() {
        findings.push(Finding::good("data", "there is no data yet"));
        return findings;
    }
    match schema::open_as_it_is(place).await {
        Ok(pool) => {
            findings.extend(data(&pool, place, now).await);
            pool.close().await;
        }
        Err(error) => findings.push(Finding::bad("data", error.to_string(), how_to_open(place))),
    }
    findings
}

fn about_folder(place: &Place) -> Vec<Finding> {
    let folder = place.folder();
    if !folder.exists() {
        let found = "does not exist yet; it is made when something is kept for the first time";
        return vec![Finding::good("folder", format!("{} {found}", folder.display()))];
    }
    let mut findings = vec![folder_permissions(folder), disk(folder), file_system(folder)];
    findings.extend(file_permissions(place));
    findings
}

fn how_to_open(place: &Place) -> &'static str {
    if place.postgres().is_some() {
        "check that PostgreSQL runs and that the address, the user and the database in --database are right"
    } else {
        "if the permissions are right, the file is broken: restore the latest backup with `rung restore`"
    }
}

fn folder_permissions(folder: &Path) -> Finding {
    let check = "permissions";
    let probe = folder.join(format!(".doctor-{}", std::process::id()));
    let written = fs::write(&probe, b"x").and_then(|()| fs::remove_file(&probe));
    if let Err(error) = written {
        let _ = fs::remove_file(&probe);
        return cannot_write(folder, &error);
    }
    match others_may(folder) {
        Some(mode) => Finding::doubtful(
            check,
            format!("other users of this machine can look into {} (mode {mode:o})", folder.display()),
            format!("run: chmod 700 '{}'", folder.display()),
        ),
        None => Finding::good(check, format!("only you can look into {}", folder.display())),
    }
}

fn cannot_write(folder: &Path, error: &io::Error) -> Finding {
    let found = format!("nothing can be written into {}: {error}", folder.display());
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            Finding::bad("disk", found, "delete files that you do not need, or move the data with --data DIR")
        }
        io::ErrorKind::ReadOnlyFilesystem => Finding::bad(
            "permissions",
            found,
            "the disk is mounted read-only: mount it for writing, or use --data DIR",
        ),
        _ => Finding::bad(
            "permissions",
            found,
            format!("make the folder yours: chown -R \"$USER\" '{0}' && chmod 700 '{0}'", folder.display()),
        ),
    }
}

#[cfg(unix)]
fn others_may(path: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = fs::metadata(path).ok()?.permissions().mode() & 0o777;
    (mode & 0o077 != 0).then_some(mode)
}

#[cfg(not(unix))]
fn others_may(_path: &Path) -> Option<u32> {
    None
}

fn file_permissions(place: &Place) -> Option<Finding> {
    let file = place.data_file();
    if place.postgres().is_some() || !file.exists() {
        return None;
    }
    if let Err(error) = fs::OpenOptions::new().read(true).append(true).open(&file) {
        return Some(Finding::bad(
            "permissions",
            format!("{} cannot be read and written: {error}", file.display()),
            format!("make it yours: chown \"$USER\" '{0}' && chmod 600 '{0}'", file.display()),
        ));
    }
    others_may(&file).map(|mode| {
        Finding::doubtful(
            "permissions",
            format!("other users of this machine can read {} (mode {mode:o})", file.display()),
            format!("run: chmod 600 '{}'", file.display()),
        )
    })
}

#[cfg(unix)]
fn disk(folder: &Path) -> Finding {
    let Ok(disk) = rustix::fs::statvfs(folder) else {
        return Finding::doubtful("disk", "the free space cannot be told", "see that the disk has room");
    };
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let found = format!("{} MB are free", free / 1024 / 1024);
    if disk.f_files > 0 && disk.f_favail == 0 {
        return Finding::bad(
            "disk",
            "the disk has room, but for no more files",
            "delete files that you do not need",
        );
    }
    match free {
        0 => Finding::bad("disk", "the disk is full", "delete files that you do not need, or use --data DIR"),
        free if free < LITTLE_SPACE => {
            Finding::doubtful("disk", found, "make room soon: a backup may not fit any more")
        }
        _ => Finding::good("disk", found),
    }
}

#[cfg(not(unix))]
fn disk(_folder: &Path) -> Finding {
    Finding::good("disk", "the free space is not looked at on this system")
}

/// The numbers by which Linux names file systems on other machines; see statfs(2).
#[cfg(target_os = "linux")]
const NETWORK: &[(u32, &str)] = &[
    (0x0000_6969, "NFS"),
    (0x0000_517b, "SMB"),
    (0xff53_4d42, "CIFS"),
    (0xfe53_4d42, "SMB2"),
    (0x0102_1997, "9P"),
    (0x5346_414f, "AFS"),
    (0x00c3_6400, "Ceph"),
    (0x0bd0_0bd0, "Lustre"),
    (0x7375_7245, "Coda"),
    (0x6573_5546, "FUSE"),
];

#[cfg(target_os = "linux")]
fn file_system(folder: &Path) -> Finding {
    let Ok(system) = rustix::fs::statfs(folder) else {
        return Finding::doubtful(
            "file-system",
            "its type cannot be told",
            "keep the data on a disk of this machine",
        );
    };
    // The width of the number differs between processors; its lower half names the type on all of them.
    let magic = u32::try_from(i128::from(system.f_type) & 0xffff_ffff).unwrap_or_default();
    match NETWORK.iter().find(|(number, _)| *number == magic) {
        Some((_, name)) => Finding::doubtful(
            "file-system",
            format!(
                "{} is on {name}, which may not keep two programs apart; SQLite can lose data there",
                folder.display()
            ),
            "keep the data on a disk of this machine (--data DIR) and copy backups to the other one",
        ),
        None => Finding::good("file-system", "the data is on a disk of this machine"),
    }
}

#[cfg(not(target_os = "linux"))]
fn file_system(_folder: &Path) -> Finding {
    Finding::good("file-system", "its type is not looked at on this system")
}

async fn data(pool: &Pool, place: &Place, now: Timestamp) -> Vec<Finding> {
    let version = match pool.reading().await {
        Ok(mut tx) => schema::version_of(&mut tx).await,
        Err(error) => Err(error),
    };
    let mut findings = match version {
        Ok(0) => return vec![Finding::good("data", "there is no data yet")],
        Ok(version) => vec![versions(version)],
        Err(error) => vec![finding("versions", Err(error))],
    };
    if findings[0].health == Health::Bad {
        return findings;
    }
    findings.push(finding("integrity", integrity(pool).await));
    findings.push(finding("clock", clock(pool, now).await));
    findings.push(finding("documents", documents(pool, place).await));
    findings.push(backups(place, now));
    findings
}

fn finding(check: &'static str, found: Result<Finding, StoreError>) -> Finding {
    found.unwrap_or_else(|error| {
        Finding::bad(
            check,
            error.to_string(),
            "restore the latest backup with `rung restore`, or ask for help with this message",
        )
    })
}

fn versions(data: u32) -> Finding {
    let program = schema::data_version();
    if data > program {
        let error = StoreError::Newer { data, program };
        Finding::bad("versions", error.to_string(), "install the newest Rung")
    } else if data < program {
        Finding::good(
            "versions",
            format!("the data is of version {data}; it is brought to {program} when Rung is opened"),
        )
    } else {
        Finding::good(
            "versions",
            format!("the data is of version {data}, as this Rung ({}) writes it", env!("CARGO_PKG_VERSION")),
        )
    }
}

async fn integrity(pool: &Pool) -> Result<Finding, StoreError> {
    let faults = integrity_faults(pool).await?;
    Ok(match faults.as_slice() {
        [] => Finding::good("integrity", "the data is whole"),
        faults => Finding::bad(
            "integrity",
            format!("the data is damaged: {}", faults[..faults.len().min(3)].join("; ")),
            "copy the folder as it is, then restore the latest backup with `rung restore`",
        ),
    })
}

async fn clock(pool: &Pool, now: Timestamp) -> Result<Finding, StoreError> {
    let mut tx = pool.reading().await?;
    let row = tx.row("select max(at) from history", args![]).await?;
    let newest = row.map(|row| row.maybe_text(0)).transpose()?.flatten();
    let newest = newest.map(|text| parse_time(&text)).transpose()?;
    Ok(match newest {
        Some(newest) if newest.as_second() > now.as_second() + CLOCK_SECONDS => Finding::bad(
            "clock",
            format!("the last change was made at {newest}, but this machine says that it is {now}"),
            "set the clock of this machine; deadlines and backups go by it",
        ),
        _ => Finding::good("clock", "nothing in the history is later than now"),
    })
}

async fn documents(pool: &Pool, place: &Place) -> Result<Finding, StoreError> {
    let rows = pool.reading().await?.rows("select distinct sha256 from document", args![]).await?;
    let known = rows.iter().map(|row| row.text(0)).collect::<Result<BTreeSet<_>, _>>()?;
    let folder = place.documents();
    let broken =
        known.iter().filter(|sha256| read_checked(&path_of(&folder, sha256), sha256).is_err()).count();
    if broken > 0 {
        return Ok(Finding::bad(
            "documents",
            format!("{broken} of {} documents are missing or not as they were", known.len()),
            "restore them from a backup with `rung restore`, or add them again",
        ));
    }
    let files = fs::read_dir(&folder).map(|files| {
        files
            .flatten()
            .filter(|file| !file.file_name().to_str().is_some_and(|name| known.contains(name)))
            .count()
    });
    Ok(match files.unwrap_or(0) {
        0 => Finding::good("documents", format!("{} documents, all as they were added", known.len())),
        left => Finding::doubtful(
            "documents",
            format!(
                "{left} files in {} belong to nothing, perhaps from an upload that was broken off",
                folder.display()
            ),
            "they do no harm and may be deleted",
        ),
    })
}

fn backups(place: &Place, now: Timestamp) -> Finding {
    let newest = fs::read_dir(place.backups())
        .into_iter()
        .flatten()
        .flatten()
        .filter(|file| file.file_name().to_string_lossy().ends_with(".rung.zip"))
        .filter_map(|file| file.metadata().ok()?.modified().ok())
        .filter_map(|time| Timestamp::try_from(time).ok())
        .max();
    let make_one = "make one with `rung backup`, and copy it to another disk";
    match newest.map(|newest| (now.as_second() - newest.as_second()) / 86_400) {
        None => Finding::doubtful("backups", "there is no backup yet", make_one),
        Some(days) if days > 7 => {
            Finding::doubtful("backups", format!("the latest backup is {days} days old"), make_one)
        }
        Some(_) => Finding::good("backups", "the latest backup is not older than a week"),
    }
}
