#![no_main]

use libfuzzer_sys::fuzz_target;
use rung_catalog::{Authority, Catalog, Cite, Credential, Overlay};
use rung_record::{Date, Record};
use rung_rules::{rule_words, words};

// A catalogue file of somebody's own, laid over the shipped ones: it is refused with file and line, or linted, shown in
// words and used to judge a technician who holds its credentials, in good standing and at each stage after expiry.
fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    // Every load reads the shipped files too, so only what cannot be a board's file is tried as one of the small ones.
    if !text.contains("body") {
        for path in ["acpe.toml", "duties.toml", "tiles.toml"] {
            let _ = load(path, text);
        }
    }
    let Some(catalog) = load("jurisdictions/fuzz.toml", text) else { return };
    let on: Date = "2026-11-23".parse().expect("a date");
    let _ = catalog.lint(on);
    let own = catalog.authorities.iter().filter(|authority| authority.file == "jurisdictions/fuzz.toml");
    own.for_each(|authority| say(&catalog, authority, on));
    for expires in ["2027-02-28", "2026-10-31", "2025-06-30", "2019-12-31"] {
        judge(&catalog, expires, on);
    }
});

fn load(path: &str, text: &str) -> Option<Catalog> {
    Catalog::load(&[Overlay { path: path.to_owned(), text: text.to_owned() }]).ok()
}

/// Everything that a page tells of an authority.
fn say(catalog: &Catalog, authority: &Authority, on: Date) {
    let source = |cite: &Cite| {
        let _ = (words::cite(catalog, cite), catalog.source(cite));
    };
    for duty in &authority.duties {
        let _ = (duty.in_force_on(on), duty.condition.as_ref().map(|it| rule_words::condition(catalog, it)));
        duty.cite.iter().for_each(source);
    }
    authority.changes.iter().for_each(|change| source(&change.cite));
    authority.open_questions.iter().filter_map(|question| question.cite.as_ref()).for_each(source);
    own_credentials(catalog).for_each(|credential| {
        for exam in &credential.exams {
            let _ = (exam.in_force_on(on), exam.authorization.map(|span| (span.to_string(), span.after(on))));
            source(&exam.cite);
        }
        if let Some(retake) = &credential.retake {
            let waits = retake.waits.iter().chain(&retake.then).chain(&retake.within);
            waits.for_each(|span| drop((span.to_string(), span.after(on), span.before(on))));
            source(&retake.cite);
        }
        for fee in &credential.fees {
            let _ = fee.in_force_on(on);
            source(&fee.cite);
        }
        for line in credential.rule_sets().flat_map(|rules| &rules.requirements) {
            let _ = (rule_words::requirement(catalog, line), rule_words::applies(catalog, line));
        }
    });
}

fn own_credentials(catalog: &Catalog) -> impl Iterator<Item = &Credential> {
    catalog.credentials.iter().filter(|known| catalog.authority_of(known).file == "jurisdictions/fuzz.toml")
}

/// A technician whose credentials expire, or have expired, on a day.
fn judge(catalog: &Catalog, expires: &str, on: Date) {
    let held: Vec<String> = own_credentials(catalog)
        .map(|known| {
            let id = known.id.as_str().replace(['"', '\\'], "");
            format!(r#"{{"credential": "{id}", "issued": "2016-02-29", "expires": "{expires}"}}, {{"credential": "{id}"}}"#)
        })
        .collect();
    let json = format!(
        r#"{{"format": "rung-record/1", "person": {{"birth_date": "1990-02-28"}}, "credentials": [{}],
            "credits": [{{"completed": "2026-02-28", "hours": 3, "topics": ["law"]}},
                        {{"completed": "2025-12-31", "hours": "0.5", "uan": "0107-0000-25-021-L03-P"}}]}}"#,
        held.join(",")
    );
    let Ok(record) = Record::from_json(json.as_bytes()) else { return };
    let status = rung_rules::evaluate_through(&record, catalog, on, "2029-12-31".parse().expect("a date"));
    let _ = rung_rules::answer::status(&status);
    for obligation in &status.obligations {
        let _ = (obligation.fees(on), words::summary(obligation, &status));
    }
    for known in own_credentials(catalog) {
        let _ = rung_rules::eligibility(&record, catalog, known.id.as_str(), on);
    }
}
