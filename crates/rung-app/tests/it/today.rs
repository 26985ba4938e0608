//! Home: the first run, what to do now, and the samples.

use crate::{home::Home, site::TEXAN};
use axum::http::{StatusCode, header};
use rung_store::{Change, Note};
use serde_json::json;

mod first_run {
    use super::*;

    #[tokio::test]
    async fn four_answers_make_a_record_in_one_batch_that_can_be_undone() {
        let home = Home::empty().await;
        let first = home.get("/").await;
        assert!(first.body.contains("Four questions") && first.body.contains("name=\"holds-1\""));
        let answers = [
            ("state-1", "tx"),
            ("holds-1", "tx-pharmacy-technician"),
            ("issued-1", "2021-06-01"),
            ("expires-1", "2027-05-31"),
            ("holds-2", "ptcb-cpht"),
            ("setting", "hospital-inpatient"),
            ("since", "2021-07-01"),
            ("goal", "role:lead-technician"),
        ];
        let sent = home.post_files("/start", &answers, &[]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        let today = home.get(sent.header(header::LOCATION)).await;
        assert!(today.body.contains("Told: Texas; Registered Pharmacy Technician (Texas); CPhT (PTCB)"));
        assert!(today.body.contains("Your goal:") && today.body.contains("Earn 20 h for"));
        assert!(today.part("<p class=\"goal\">", "</p>").contains("<a href=\"/plan\">Lead"));
        let plan = home.get("/plan").await;
        assert!(plan.part("<p class=\"summary", "</p>").contains("There by"), "the plan is made for it");

        insta::assert_snapshot!(home.record().await.to_json(), @r#"
        {
          "format": "rung-record/1",
          "person": {},
          "credentials": [
            {
              "credential": "tx-pharmacy-technician",
              "issued": "2021-06-01",
              "expires": "2027-05-31"
            },
            {
              "credential": "ptcb-cpht"
            }
          ],
          "credits": [],
          "work": [
            {
              "setting": "hospital-inpatient",
              "state": "TX",
              "from": "2021-07-01",
              "until": null
            }
          ]
        }
        "#);
        let me = home.store.person().await.unwrap();
        let wanted = &home.store.settings(me).await.unwrap()["way"]["aims"];
        assert_eq!(*wanted, json!([{"goal": {"kind": "role", "id": "lead-technician"}}]));
        let history = home.store.history(me, None, 10).await.unwrap();
        assert_eq!(history.len(), 1, "one batch");

        let undone = home.post_and_follow("/undo", &[("version", "1"), ("back", "/")]).await;
        assert!(home.record().await == rung_record::Record::default());
        assert!(undone.body.contains("Four questions"), "as if nothing had been told");
    }

    #[tokio::test]
    async fn what_is_left_open_stays_unknown() {
        let home = Home::empty().await;
        let sent = home.post_files("/start", &[("state-1", "ok"), ("state-2", "tx")], &[]).await;
        let today = home.get(sent.header(header::LOCATION)).await;
        assert!(today.body.contains("Tell what you hold"), "{}", today.body);
        assert_eq!(home.record().await.facts["state"], "OK TX");
        assert!(home.record().await.work.is_empty(), "nobody has told since when");
    }

    #[tokio::test]
    async fn faults_stand_at_their_fields_and_nothing_that_was_typed_is_lost() {
        let home = Home::empty().await;
        let answers = [
            ("holds-1", "tx-pharmacy-technician"),
            ("issued-1", "2027-06-01"),
            ("expires-1", "2027-05-31"),
            ("expires-2", "2026-13-40"),
            ("holds-3", "tx-pharmacy-technician"),
            ("since", "2031-01-01"),
            ("goal", "role:astronaut"),
            ("state-1", "atlantis"),
        ];
        let file = ("file", "transcript.csv", &b"Date,Title,Hours\n2026-02-11,Law,1\n"[..]);
        let answer = home.post_files("/start", &answers, &[file]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        for (field, fault) in [
            ("expires-1", "is before issued"),
            ("expires-2", "This is not a day. Write it like"),
            ("holds-3", "You have told this one already"),
            ("since", "This day is yet to come"),
            ("goal", "none of the choices"),
            ("state-1", "none of the choices"),
        ] {
            let told = answer.part(&format!("id=\"{field}-fault\""), "</p>");
            assert!(told.contains(fault), "{field}: {told}");
        }
        assert!(answer.body.contains("value=\"2026-13-40\""));
        assert!(answer.body.contains("<option value=\"tx-pharmacy-technician\" selected"));
        assert!(home.record().await == rung_record::Record::default(), "nothing half-done");
        // The file that came along waits for the corrected form.
        let parked = answer.part("name=\"parked\" value=\"", "\">");
        let ticket = parked.split('"').nth(3).unwrap().to_owned();
        let sent = home.post_files("/start", &[("state-1", "tx"), ("parked", &ticket)], &[]).await;
        let address = sent.header(header::LOCATION);
        assert!(address.starts_with(&format!("/record/import/{ticket}?done=")), "{address}");
        assert!(home.get(address).await.body.contains("transcript.csv"));
    }

    #[tokio::test]
    async fn nothing_told_is_asked_again_and_skipping_leads_to_an_empty_today() {
        let home = Home::empty().await;
        let nothing = home.post_files("/start", &[], &[]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(nothing.body.contains("Answer at least one question"));
        let skipped = home.post_files("/start", &[("skip", "1")], &[]).await;
        assert_eq!(skipped.status, StatusCode::SEE_OTHER);
        let today = home.get("/").await;
        assert!(today.body.contains("<h1>Today</h1>") && today.body.contains("Tell what you hold"));
    }

    #[tokio::test]
    async fn a_goal_of_an_earlier_version_is_one_of_the_way_until_others_are_told() {
        let home = Home::of(TEXAN).await;
        let me = home.store.person().await.unwrap();
        let note = Note::new("Told", "2026-11-23T12:00:00Z".parse().unwrap());
        let before = Change::new().put_setting("goal", json!({"role": "lead-technician"}));
        home.store.change(me, &note, before).await.unwrap();
        assert!(home.get("/").await.part("<p class=\"goal\">", "</p>").contains("Lead"));
        assert!(home.get("/plan").await.body.contains("There by"));
        let told = home.post_files("/start", &[("goal", "credential:ptcb-cspt")], &[]).await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.body);
        let wanted = home.store.settings(me).await.unwrap()["way"]["aims"].clone();
        let ids: Vec<&str> =
            wanted.as_array().unwrap().iter().filter_map(|aim| aim["goal"]["id"].as_str()).collect();
        assert_eq!(ids, ["ptcb-cspt", "lead-technician"]);
    }

    #[tokio::test]
    async fn a_transcript_is_looked_at_before_it_is_kept() {
        let home = Home::empty().await;
        let transcript = include_bytes!("../../../../examples/transcripts/cpe-monitor.csv");
        let sent = home.post_files("/start", &[], &[("file", "cpe-monitor.csv", transcript)]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        let address = sent.header(header::LOCATION).to_owned();
        let preview = home.get(&address).await;
        assert!(preview.status == StatusCode::OK && preview.body.contains("cpe-monitor.csv"));
        assert!(home.record().await.credits.is_empty(), "nothing is kept yet");
        let stamp = preview.part("name=\"stamp\" value=\"", "\">");
        let stamp = stamp.split('"').nth(3).unwrap();
        let today = home.post_and_follow(&address, &[("stamp", stamp)]).await;
        assert!(!home.record().await.credits.is_empty());
        assert!(today.body.contains("credits are kept. Which rules they count for"));
    }
}

mod of_somebody {
    use super::*;

    #[tokio::test]
    async fn what_concerns_a_credential_leads_to_its_entry() {
        let returned = TEXAN.replacen(
            "\"expires\": \"2027-05-31\"",
            "\"expires\": \"2027-05-31\", \"renewals\": [{\"filed\": \"2026-11-02\", \"returned\": \"2026-11-16\"}]",
            1,
        );
        let home = Home::of(&returned).await;
        let address = home.get("/").await.part("<a href=\"/certifications/held/", "\">");
        let entry = home.get(address.trim().split('"').nth(1).unwrap()).await;
        assert!(entry.status == StatusCode::OK && entry.body.contains("2026-11-16"), "{address}");
    }

    #[tokio::test]
    async fn it_says_what_to_do_why_when_and_where() {
        let home = Home::of(TEXAN).await;
        let today = home.get("/").await;
        assert!(today.body.contains("Monday, November 23, 2026"), "{}", today.body);
        insta::assert_snapshot!(today.part("<li class=\"todo", "</li>"), @r#"
        <li class="todo met">
        <svg class="kind" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M3 9l9-4 9 4-9 4-9-4zM7 11v5c3 2.5 7 2.5 10 0v-5M21 9v6">
        </path>
        </svg>
        <div class="what">
        <h3>
        <a href="/education#tx-pharmacy-technician">Earn 19 h for Texas Registered Pharmacy Technician</a>
        </h3>
        <p>19 h of 20 h short: continuing education; a human-trafficking prevention course approved by Texas HHSC. The last day is <time datetime="2027-05-31">May 31, 2027</time> (189 days left). That is 2 h 43 min a month.</p>
        <p class="do">Choose activities that count, or let a plan choose them.</p>
        </div>
        <p class="when calm">
        <time datetime="2027-05-31">May 31, 2027</time>
        <span>189 days left</span>
        </p>
        </li>
        "#);
        assert!(
            today.body.contains("<svg class=\"climb\"")
                && today.body.contains("aria-label=\"The ladder: You stand")
        );
    }

    #[tokio::test]
    async fn every_link_leads_to_a_page() {
        for sample in [
            "three-states",
            "unknowns",
            "lapsed-reinstatement",
            "ptcb-dead-zone",
            "sam-lee",
            "utah-vaccinates",
        ] {
            let home = Home::empty().await;
            home.post("/sample/load", &[("name", sample)]).await;
            let today = home.get("/").await;
            let main = &today.body[today.body.find("<main").unwrap()..today.body.find("</main>").unwrap()];
            let links: std::collections::BTreeSet<&str> =
                main.split("href=\"").skip(1).filter_map(|rest| rest.split(['"', '#']).next()).collect();
            for link in links.into_iter().filter(|link| link.starts_with('/')) {
                let answer = home.get(&link.replace("&amp;", "&")).await;
                assert_eq!(answer.status, StatusCode::OK, "{sample}: {link}");
            }
        }
    }

    #[tokio::test]
    async fn it_is_said_in_spanish_too() {
        let home = Home::of(TEXAN).await;
        home.post("/look", &[("language", "es")]).await;
        let today = home.get("/").await;
        assert!(today.body.contains("<h1>Hoy</h1>") && today.body.contains("La escalera"));
    }
}

mod samples {
    use super::*;

    #[tokio::test]
    async fn a_sample_is_looked_at_beside_the_own_record_and_leaves_no_trace() {
        let home = Home::empty().await;
        let first = home.get("/").await;
        assert!(first.body.matches("class=\"card sample\"").count() >= 15);
        let loaded = home.post_and_follow("/sample/load", &[("name", "ptcb-dead-zone")]).await;
        assert!(loaded.body.contains("Remove the sample"));
        let status = home.get("/education").await;
        let told = "2 credits not counted: completed after the renewal was filed and before it was approved";
        assert!(status.body.contains(told));
        let removed = home.post_and_follow("/sample/remove", &[]).await;
        assert!(!removed.body.contains("Remove the sample"));
        assert!(home.store.sample().await.unwrap().is_none());
        assert!(home.record().await == rung_record::Record::default());
    }

    #[tokio::test]
    async fn who_has_a_record_finds_the_samples_too() {
        let home = Home::of(TEXAN).await;
        assert!(home.get("/samples").await.body.matches("class=\"card sample\"").count() >= 15);
    }

    #[tokio::test]
    async fn no_such_sample_is_told() {
        let answer = Home::of(TEXAN).await.post("/sample/load", &[("name", "nobody")]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
}
