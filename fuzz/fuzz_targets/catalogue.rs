#![no_main]

use libfuzzer_sys::fuzz_target;
use rung_catalog::{Catalog, Overlay};
use rung_record::Record;

/// A catalogue file of somebody's own, laid over the shipped ones: it is refused with file and line, or linted, shown
/// and used to judge a record that holds its credentials.
fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let overlay = Overlay { path: "jurisdictions/fuzz.toml".to_owned(), text: text.to_owned() };
    let Ok(catalog) = Catalog::load(&[overlay]) else { return };
    let on = "2026-11-23".parse().expect("a date");
    let _ = catalog.lint(on);
    let own = catalog.credentials.iter().filter(|known| catalog.authority_of(known).file == "jurisdictions/fuzz.toml");
    let held: Vec<String> = own
        .map(|known| {
            let id = known.id.as_str().replace(['"', '\\'], "");
            format!(r#"{{"credential": "{id}", "issued": "2020-02-29", "expires": "2027-02-28"}}, {{"credential": "{id}"}}"#)
        })
        .collect();
    let json = format!(
        r#"{{"format": "rung-record/1", "person": {{"birth_date": "1990-02-28"}}, "credentials": [{}],
            "credits": [{{"completed": "2026-02-28", "hours": 3, "topics": ["law"]}},
                        {{"completed": "2025-12-31", "hours": "0.5", "uan": "0107-0000-25-021-L03-P"}}]}}"#,
        held.join(",")
    );
    let Ok(record) = Record::from_json(json.as_bytes()) else { return };
    let status = rung_rules::evaluate_through(&record, &catalog, on, "2029-12-31".parse().expect("a date"));
    let _ = rung_rules::answer::status(&status);
    for known in &catalog.credentials {
        let _ = rung_rules::eligibility(&record, &catalog, known.id.as_str(), on);
    }
});
