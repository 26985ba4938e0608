use crate::{
    change::credit,
    documents::PNG,
    home::{Home, at, note, on_both, scratch},
};
use rung_store::{
    Basis, Change, Document, Kind, Note, Place, Store, StoreError, preview_restore, verify_backup,
};
use std::path::Path;

on_both!(
    a_backup_holds_everything_and_opens_elsewhere,
    a_restore_is_recorded_and_can_be_taken_back,
    a_revoked_link_stays_revoked,
    a_broken_backup_changes_nothing,
    the_schedule_makes_one_a_day,
    a_backup_is_made_while_others_write,
);

async fn furnish(home: &Home) {
    let change = Change::new()
        .add(&credit("c1", "2026-02-11"))
        .put_fact("state", "TX".into(), Basis::New)
        .put_setting("language", "es".into());
    home.store.change(home.me, &note("Begun"), change).await.unwrap();
    let link = [(Kind::Credit, "c1".to_owned())];
    home.store.add_document(home.me, "law.png", PNG.to_vec(), &link, &note("Certificate")).await.unwrap();
}

async fn export(store: &Store) -> String {
    let person = store.person().await.unwrap();
    store.record(person).await.unwrap().record.to_json()
}

async fn a_backup_holds_everything_and_opens_elsewhere(home: Home) {
    furnish(&home).await;
    let report = home.store.backup(None, at(5)).await.unwrap();
    assert_eq!((report.documents, report.history, report.entries["credit"]), (1, 2, 1));
    assert_eq!(report.made, at(5));
    assert_eq!(verify_backup(&report.file).await.unwrap(), report);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&report.file).unwrap().permissions().mode() & 0o777, 0o600);
    }

    // Whatever database it came from, it opens in a new installation with a file.
    let place = Place::new(scratch());
    let other = Store::open(&place, at(6)).await.unwrap();
    other.restore(&report.file, &Note::new("Moved in", at(6))).await.unwrap();
    let me = other.person().await.unwrap();
    assert_eq!(export(&other).await, export(&home.store).await);
    let document = other.parts::<Document>(me).await.unwrap().remove(0);
    assert_eq!(other.document_bytes(me, &document.id).await.unwrap(), PNG);
    let titles: Vec<String> =
        other.history(me, None, 10).await.unwrap().into_iter().map(|batch| batch.title).collect();
    assert_eq!(titles, ["Moved in", "Certificate", "Begun"]);
    other.close().await;
    std::fs::remove_dir_all(place.folder()).unwrap();
}

async fn a_restore_is_recorded_and_can_be_taken_back(home: Home) {
    furnish(&home).await;
    let backup = home.store.backup(None, at(5)).await.unwrap();
    let then = export(&home.store).await;
    let later = Note::new("Later", at(6));
    home.store.change(home.me, &later, Change::new().add(&credit("c2", "2026-05-01"))).await.unwrap();
    let (now, before) = (export(&home.store).await, home.store.stamp(home.me).await.unwrap());

    let preview = preview_restore(&home.store, &backup.file).await.unwrap();
    assert_eq!((preview.entries_now["credit"], preview.backup.entries["credit"]), (2, 1));
    assert_eq!((preview.changes_since, preview.history_now), (1, 3));

    // Another open store, such as a running server, sees it at once.
    let server = home.again().await;
    assert_eq!(export(&server).await, now);
    let report = home.store.restore(&backup.file, &Note::new("Restored", at(7))).await.unwrap();
    assert_eq!(export(&server).await, then);
    let after = server.stamp(home.me).await.unwrap();
    assert_eq!((after.generation, after.version > before.version), (1, true));
    assert_eq!(server.history(home.me, None, 1).await.unwrap()[0].title, "Restored");
    // It goes on writing.
    server.change(home.me, &later, Change::new().add(&credit("c9", "2026-05-01"))).await.unwrap();

    home.store.restore(&report.before.file, &Note::new("Taken back", at(8))).await.unwrap();
    assert_eq!(export(&server).await, now);
    server.close().await;
}

async fn a_revoked_link_stays_revoked(home: Home) {
    let (link, secret) = home.store.new_calendar_link(home.me, "My phone", at(1)).await.unwrap();
    let backup = home.store.backup(None, at(2)).await.unwrap();
    home.store.revoke_calendar_link(home.me, &link.id, at(3)).await.unwrap();
    home.store.restore(&backup.file, &Note::new("Restored", at(4))).await.unwrap();
    assert_eq!(home.store.calendar_person(&secret).await.unwrap(), None);
}

async fn a_broken_backup_changes_nothing(home: Home) {
    furnish(&home).await;
    let backup = home.store.backup(None, at(5)).await.unwrap();
    let (bytes, then) = (std::fs::read(&backup.file).unwrap(), export(&home.store).await);
    let broken = home.folder().join("broken.zip");
    let mut refused = 0;
    // A bit in any place, or an end that is missing. Some bits of a zip file mean nothing (times, version numbers).
    for n in (0..bytes.len()).step_by(bytes.len() / 60) {
        for cut in [false, true] {
            let mut copy = bytes.clone();
            if cut {
                copy.truncate(n)
            } else {
                copy[n] ^= 0x10
            }
            std::fs::write(&broken, &copy).unwrap();
            match verify_backup(&broken).await {
                Err(_) => refused += 1,
                Ok(report) => {
                    assert!(!cut);
                    assert_eq!(
                        (report.entries, report.made),
                        (backup.entries.clone(), backup.made),
                        "byte {n}"
                    );
                }
            }
        }
    }
    assert!(refused > 100, "{refused}");
    std::fs::write(&broken, &bytes[..bytes.len() / 2]).unwrap();
    let error = home.store.restore(&broken, &note("Restored")).await.unwrap_err();
    assert!(error.to_string().starts_with("this is no backup of Rung, or it is broken"), "{error}");
    assert_eq!(export(&home.store).await, then);

    let error = home.store.backup(Some(&backup.file), at(9)).await.unwrap_err();
    assert!(matches!(error, StoreError::Refused(_)), "{error}");
    assert_eq!(std::fs::read(&backup.file).unwrap(), bytes, "a backup is never overwritten");
}

async fn the_schedule_makes_one_a_day(home: Home) {
    furnish(&home).await;
    let by_hand = home.store.backup(None, at(0)).await.unwrap();
    for day in 0..40 {
        let now = at(day * 24 * 60);
        assert!(home.store.scheduled_backup(now).await.unwrap().is_some());
        assert!(home.store.scheduled_backup(at(day * 24 * 60 + 60)).await.unwrap().is_none(), "once a day");
    }
    let scheduled = std::fs::read_dir(home.store.place().backups())
        .unwrap()
        .filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().starts_with("scheduled-"))
        .count();
    assert!((10..=12).contains(&scheduled), "{scheduled}");
    assert!(by_hand.file.exists());
}

async fn a_backup_is_made_while_others_write(home: Home) {
    let (store, me) = (home.store.clone(), home.me);
    let writer = tokio::spawn(async move {
        for n in 0..60 {
            let change = Change::new().add(&credit(&format!("c{n}"), "2026-02-11"));
            store.change(me, &note("Added"), change).await.unwrap();
        }
    });
    for n in 0..5 {
        let file = home.folder().join(format!("{n}.zip"));
        let report = home.store.backup(Some(&file), at(n)).await.unwrap();
        assert_eq!(report.entries.get("credit").copied().unwrap_or(0), report.history, "as of one moment");
    }
    writer.await.unwrap();
    assert!(!Path::new(&home.folder().join(".0.zip.part")).exists());
}
