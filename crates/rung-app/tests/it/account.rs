//! The record as a whole: in and out, history, backups, removal.

use crate::{
    home::{Answer, Home},
    site::TEXAN,
};
use axum::http::{StatusCode, header};
use rung_record::Record;

const CPE: &[u8] = include_bytes!("../../../../examples/transcripts/cpe-monitor.csv");

/// Brings a file and opens its preview.
async fn bring(home: &Home, name: &str, content: &[u8]) -> (String, Answer) {
    let sent = home.post_files("/record/import", &[], &[("file", name, content)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let address = sent.header(header::LOCATION).to_owned();
    let preview = home.get(&address).await;
    (address, preview)
}

/// The stamp that the preview carries.
fn stamp(preview: &Answer) -> String {
    let field = "name=\"stamp\" value=\"";
    let start = preview.body.find(field).expect("a form to confirm") + field.len();
    preview.body[start..].split('"').next().unwrap().to_owned()
}

mod out {
    use super::*;

    #[tokio::test]
    async fn the_record_is_taken_away_byte_for_byte_and_comes_back_the_same() {
        let home = Home::of(TEXAN).await;
        let file = home.get("/record/export").await;
        assert_eq!(file.body, home.record().await.to_json());
        assert_eq!(
            file.header(header::CONTENT_DISPOSITION),
            "attachment; filename=\"rung-record-2026-11-23.json\""
        );
        let elsewhere = Home::empty().await;
        let (address, preview) = bring(&elsewhere, "rung-record.json", file.body.as_bytes()).await;
        assert!(preview.body.contains("a whole record") && preview.body.contains("Take it over"));
        elsewhere.post_and_follow(&address, &[("stamp", &stamp(&preview))]).await;
        assert_eq!(elsewhere.get("/record/export").await.body, file.body);
    }

    #[tokio::test]
    async fn it_says_what_is_kept_and_where() {
        let page = Home::of(TEXAN).await.get("/record").await;
        assert!(page.body.contains("rung.db") && page.body.contains("href=\"/about\""));
        assert!(page.body.contains("Jo &lt;b&gt;Day&lt;/b&gt;"));
    }
}

mod r#in {
    use super::*;

    #[tokio::test]
    async fn a_transcript_is_previewed_taken_in_as_one_batch_and_undone() {
        let home = Home::of(TEXAN).await;
        let before = home.record().await;
        let (address, preview) = bring(&home, "cpe-monitor.csv", CPE).await;
        assert!(preview.body.contains("a CPE Monitor transcript"), "{}", preview.body);
        assert!(home.record().await == before, "looking keeps nothing");
        let done = home.post_and_follow(&address, &[("stamp", &stamp(&preview))]).await;
        assert!(done.body.contains("(from cpe-monitor.csv)") && done.body.contains(">Undo<"));
        assert!(home.record().await.credits.len() > before.credits.len());
        let me = home.store.person().await.unwrap();
        assert_eq!(home.store.history(me, None, 9).await.unwrap().len(), 2);
        home.post_and_follow("/undo", &[("version", "2"), ("back", "/")]).await;
        assert!(home.record().await == before);
        // The file was let go when it was taken in.
        assert_eq!(home.get(&address).await.status, StatusCode::GONE);
    }

    #[tokio::test]
    async fn an_undo_that_is_undone_is_told_by_what_is_there_again() {
        let home = Home::of(TEXAN).await;
        let newest = async || {
            let me = home.store.person().await.unwrap();
            home.store.history(me, None, 1).await.unwrap().remove(0)
        };
        let (first, kept) = (newest().await.title, home.record().await);
        for (language, undone, again) in [("en", "Undid", "Restored"), ("es", "Deshecho", "Restablecido")] {
            home.post("/look", &[("language", language)]).await;
            for told in [undone, again] {
                let version = newest().await.version.to_string();
                home.post_and_follow("/undo", &[("version", &version)]).await;
                assert_eq!(newest().await.title, format!("{told}: {first}"));
            }
        }
        assert!(home.record().await == kept);
    }

    #[tokio::test]
    async fn a_record_that_is_broken_off_is_not_taken_for_a_table() {
        let home = Home::empty().await;
        let (_, told) = bring(&home, "me.json", b"{\"format\": \"rung-record/1\", \"credits\": [").await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.body.contains("This is not JSON") && !told.body.contains("day of completion"));
    }

    #[tokio::test]
    async fn lines_with_mistakes_are_told_and_the_others_are_taken_in() {
        let home = Home::empty().await;
        let sheet = b"Date,Title,Hours\n2026-02-11,Law,1\n2026-13-40,Safety,2\n2026-03-01,Sterile,lots\n";
        let (address, preview) = bring(&home, "mine.csv", sheet).await;
        assert!(preview.body.contains("2 lines are not understood"), "{}", preview.body);
        assert!(preview.body.contains("Line 3") && preview.body.contains("Line 4"));
        home.post_and_follow(&address, &[("stamp", &stamp(&preview))]).await;
        assert_eq!(home.record().await.credits.len(), 1);
        let (_, again) = bring(&home, "mine.csv", sheet).await;
        assert!(again.body.contains("There is nothing to do"), "nothing is doubled");
    }

    #[tokio::test]
    async fn columns_that_were_taken_wrongly_are_corrected() {
        let home = Home::empty().await;
        let sheet = b"A,B,C\n11/2/2026,Law,1\n12/2/2026,Safety,2\n";
        let (address, _) = bring(&home, "odd.csv", sheet).await;
        let told = home.get(&format!("{address}?completed=A&title=B&hours=C&dates=d/m")).await;
        assert!(told.body.contains("Add 2 credits") && told.body.contains("Feb 11, 2026"), "{}", told.body);
        let said = ["completed=A", "title=B", "hours=C", "dates=d/m"].map(|said| ("said", said));
        let stamp = stamp(&told);
        let fields: Vec<(&str, &str)> = said.into_iter().chain([("stamp", stamp.as_str())]).collect();
        home.post_and_follow(&address, &fields).await;
        let record = home.record().await;
        assert_eq!(record.credits[0].completed.to_string(), "2026-02-11");
        assert_eq!(record.credits[1].title.as_deref(), Some("Safety"));
    }

    #[tokio::test]
    async fn what_is_there_otherwise_stays_unless_the_reader_says_so() {
        let home = Home::empty().await;
        let (address, preview) = bring(&home, "a.csv", b"Date,Title,Hours\n2026-02-11,Law,1\n").await;
        home.post_and_follow(&address, &[("stamp", &stamp(&preview))]).await;
        let other = b"Date,Title,Hours\n2026-02-11,Law,2\n";
        let (address, preview) = bring(&home, "b.csv", other).await;
        assert!(preview.body.contains("One credit is there with another day or other hours"));
        home.post_and_follow(&address, &[("stamp", &stamp(&preview)), ("on-conflict", "replace")]).await;
        let credits = home.record().await.credits;
        assert_eq!((credits.len(), credits[0].hours.unwrap().to_string().as_str()), (1, "2"));
    }

    #[tokio::test]
    async fn a_record_that_changed_meanwhile_is_looked_at_again() {
        let home = Home::empty().await;
        let (address, preview) = bring(&home, "cpe-monitor.csv", CPE).await;
        let old = stamp(&preview);
        home.post_files("/start", &[("state-1", "tx")], &[]).await;
        let again = home.post(&address, &[("stamp", &old)]).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        assert!(again.body.contains("Your record was changed in the meantime"));
        assert!(home.record().await.credits.is_empty());
        home.post_and_follow(&address, &[("stamp", &stamp(&again))]).await;
        assert!(!home.record().await.credits.is_empty());
    }

    #[tokio::test]
    async fn a_faulty_file_keeps_nothing_and_says_every_fault_with_its_place() {
        let home = Home::empty().await;
        let faulty = br#"{"format": "rung-record/1", "credits": [{"id": "c1", "completed": "2026-13-02", "hours": -1}]}"#;
        let (_, told) = bring(&home, "record.json", faulty).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            told.body.contains("<code>credits[0].completed</code>")
                && told.body.contains("2 things are wrong")
        );
        for (name, content) in
            [("x.bin", &b"\0\x01\x02"[..]), ("x.json", b"{\"format\": 7}"), ("x.pdf", b"%PDF-1.4")]
        {
            let (_, told) = bring(&home, name, content).await;
            assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {}", told.body);
        }
        let nothing = home.post_files("/record/import", &[], &[]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(home.record().await == Record::default());
    }

    #[tokio::test]
    async fn another_browser_cannot_see_what_waits() {
        let home = Home::empty().await;
        let (address, _) = bring(&home, "cpe-monitor.csv", CPE).await;
        assert_eq!(home.another_browser().get(&address).await.status, StatusCode::GONE);
    }

    #[tokio::test]
    async fn activities_are_taken_in_too() {
        let home = Home::empty().await;
        let (address, preview) =
            bring(&home, "offerings.json", include_bytes!("../../../../examples/offerings.json")).await;
        assert!(preview.body.contains("activities that can be taken"));
        home.post_and_follow(&address, &[("stamp", &stamp(&preview))]).await;
        let me = home.store.person().await.unwrap();
        assert!(!home.store.snapshot(me).await.unwrap().offerings.is_empty());
    }
}

mod history {
    use super::*;

    #[tokio::test]
    async fn every_batch_is_told_and_the_record_as_it_was_is_put_back() {
        let home = Home::of(TEXAN).await;
        home.post_files("/start", &[("holds-1", "ptcb-cpht"), ("expires-1", "2027-03-31")], &[]).await;
        let history = home.get("/record/history").await;
        assert!(history.body.contains("Told: CPhT (PTCB)") && history.body.contains("Imported"));
        let batch = home.get("/record/history/2").await;
        assert!(batch.body.contains("Added: Credentials · CPhT (PTCB)"), "{}", batch.body);
        let then = home.get("/record/at/1").await;
        assert!(then.body.contains("1 gone") && then.body.contains("Make it so again"));
        let was = home.get("/record/export?at=1").await;
        let done = home.post_and_follow("/record/at/1", &[]).await;
        assert!(done.body.contains("Restored the record as it was after: Imported"));
        assert_eq!(home.record().await.to_json(), was.body);
        assert_eq!(home.get("/record/history/77").await.status, StatusCode::NOT_FOUND);
        assert_eq!(home.get("/record/at/soon").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    #[tokio::test]
    async fn a_long_history_has_pages() {
        let home = Home::empty().await;
        for n in 0..25 {
            let state = if n % 2 == 0 { "tx" } else { "ok" };
            home.post_files("/start", &[("state-1", state)], &[]).await;
        }
        let newest = home.get("/record/history").await;
        assert_eq!(newest.body.matches("name=\"version\"").count(), 20);
        assert!(newest.body.contains("/record/history?before=6"));
        let older = home.get("/record/history?before=6").await;
        assert_eq!(older.body.matches("name=\"version\"").count(), 5);
        assert!(!older.body.contains("rel=\"next\""));
    }
}

mod backups {
    use super::*;

    #[tokio::test]
    async fn one_is_made_looked_into_taken_away_and_put_back() {
        let home = Home::of(TEXAN).await;
        let made = home.post_and_follow("/record/backups", &[]).await;
        assert!(made.body.contains("found whole"), "{}", made.body);
        let link = made.part("href=\"/record/backups/rung-", "\">");
        let address = link.split('"').nth(1).unwrap().to_owned();
        let saved = home.record().await;
        home.post_files("/start", &[("holds-1", "ptcb-cpht")], &[]).await;

        let inside = home.get(&address).await;
        assert!(
            inside.body.contains("every count and every hash")
                && inside.body.contains("One change was made since")
        );
        let file = home.get(&format!("{address}/file")).await;
        assert!(file.body.starts_with("PK") && file.header(header::CONTENT_TYPE) == "application/zip");

        let unsure = home.post(&address, &[]).await;
        assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
        let asked = home.get("/api/stamp").await.body;
        let restored = home.post_and_follow(&address, &[("sure", "yes")]).await;
        assert!(restored.body.contains("before a restore"));
        assert!(home.record().await == saved);
        assert_ne!(home.get("/api/stamp").await.body, asked, "open pages are told");
        assert!(home.get("/record/history").await.body.contains("Restored the backup rung-"));
    }

    #[tokio::test]
    async fn no_other_file_is_given_out() {
        let home = Home::of(TEXAN).await;
        for name in ["..%2Frung.db", "%2Fetc%2Fpasswd", "nothing.rung.zip", "..", "rung.db"] {
            for address in [format!("/record/backups/{name}"), format!("/record/backups/{name}/file")] {
                let answer = home.get(&address).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
            }
        }
    }

    #[tokio::test]
    async fn a_damaged_one_says_so() {
        let home = Home::of(TEXAN).await;
        let path = home.store.place().backups().join("broken.rung.zip");
        std::fs::write(path, b"PK nothing").unwrap();
        let told = home.get("/record/backups/broken.rung.zip").await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.body.contains("This backup is not whole"));
    }
}

mod delete {
    use super::*;

    #[tokio::test]
    async fn everything_goes_when_the_word_is_typed_and_not_before() {
        let home = Home::of(TEXAN).await;
        home.post("/record/backups", &[]).await;
        let refused = home.post("/record/delete", &[("typed", "yes")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("value=\"yes\"") && home.record().await != Record::default());
        let gone = home.post_and_follow("/record/delete", &[("typed", "Delete "), ("backups", "yes")]).await;
        assert!(gone.body.contains("Four questions"));
        let me = home.store.person().await.unwrap();
        assert!(home.store.history(me, None, 9).await.unwrap().is_empty());
        assert!(home.get("/record/backups").await.body.contains("There is no backup yet"));
    }

    #[tokio::test]
    async fn nothing_of_ones_own_goes_while_a_sample_is_tried_out() {
        let home = Home::of(TEXAN).await;
        let own = home.record().await;
        home.post("/sample/load", &[("name", "three-states")]).await;
        let told = home.get("/record/delete").await;
        assert!(told.body.contains("Remove the sample first") && !told.body.contains("name=\"typed\""));
        let refused = home.post("/record/delete", &[("typed", "delete")]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        home.post("/sample/remove", &[]).await;
        assert!(home.record().await == own);
    }
}

#[tokio::test]
async fn the_stamp_says_when_something_changed_elsewhere() {
    let home = Home::of(TEXAN).await;
    let page = home.get("/").await;
    let first = home.get("/api/stamp").await;
    insta::assert_snapshot!(first.body, @r#"{"stamp":"0-1"}"#);
    assert_eq!(first.header(header::CACHE_CONTROL), "no-store");
    assert!(page.body.contains("data-stamp=\"0-1\""));
    home.post_files("/start", &[("state-1", "tx")], &[]).await;
    assert_eq!(home.get("/api/stamp").await.body, r#"{"stamp":"0-2"}"#);
    home.post("/sample/load", &[("name", "sam-lee")]).await;
    assert_ne!(home.get("/api/stamp").await.body, r#"{"stamp":"0-1"}"#);
}
