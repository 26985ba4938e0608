//! A Spanish page is Spanish: what it says outside of what is marked as English is no message of the English catalogue.

use crate::home::Home;
use axum::http::{StatusCode, header::LOCATION};
use serde_json::Value;
use std::{collections::BTreeSet, fs, path::Path};

/// Shorter pieces are the same in both languages, or words that a name may have too.
const LETTERS: usize = 12;

const PAGES: [&str; 44] = [
    "/",
    "/start",
    "/samples",
    "/search?q=law",
    "/education",
    "/education/credits",
    "/education/credits/new",
    "/education/plan",
    "/education/offerings",
    "/education/what-if",
    "/plan",
    "/explore",
    "/explore/graph",
    "/explore/compare",
    "/explore/move",
    "/explore/interests",
    "/explore/roles/lead-technician",
    "/certifications",
    "/certifications/new",
    "/certifications/eligibility",
    "/certifications/eligibility/ptcb-cpht-adv",
    "/calendar",
    "/documents",
    "/record",
    "/record/import",
    "/record/history",
    "/record/backups",
    "/rules",
    "/about",
    "/jurisdictions/tx",
    "/jurisdictions/wi",
    "/bodies/ptcb",
    "/bodies/acpe",
    "/credentials/tx-pharmacy-technician",
    "/credentials/ptcb-cpht",
    "/compare/jurisdictions?a=tx&b=oh",
    "/compare/credentials?a=ptcb-cpht&b=tx-pharmacy-technician",
    "/roles",
    "/roles/lead-technician",
    "/settings",
    "/actions",
    "/organizations",
    "/feeds",
    "/occupation",
];

#[tokio::test]
async fn a_spanish_page_says_nothing_of_ours_in_english() {
    let english = pieces_of_english();
    assert!(english.len() > 900, "{}", english.len());
    let home = Home::empty().await;
    home.post("/look", &[("language", "es")]).await;
    home.post("/sample/load", &[("name", "ptcb-and-texas")]).await;
    let today = home.get("/").await.body;
    assert!(today.contains("Registered Pharmacy Technician"), "the sample is there");
    let own = texts_of_the_sample();
    let mut faults = BTreeSet::new();
    for page in PAGES.into_iter().chain(["/no/such/page"]) {
        let answer = home.get(page).await;
        let expected = if page == "/no/such/page" { StatusCode::NOT_FOUND } else { StatusCode::OK };
        assert_eq!(answer.status, expected, "{page}");
        faults.extend(said_in_english(page, &answer.body, &english, &own));
    }
    assert!(faults.is_empty(), "\n{}", faults.into_iter().collect::<Vec<_>>().join("\n"));
}

#[tokio::test]
async fn what_is_wrong_with_a_file_and_what_was_done_with_it_is_said_in_spanish() {
    let english = pieces_of_english();
    let home = Home::empty().await;
    home.post("/look", &[("language", "es")]).await;
    let first = "Date,Title,Hours\n2026-02-11,Curso uno,1\n2026-03-01,Curso dos,2\n";
    let second = "Date,Title,Hours\n2026-02-11,Curso uno,1.5\n2026-13-40,Curso,2\npronto,Curso,1\n46064,Curso,1\n\
                  2026-03-04,Curso,muchas\n2026-03-05,Curso,0.3333333\n,Curso,1\n2026-03-06,,\n";
    let transcript = "Participant Name Sam\nTotal CPE hours earned 9\n2/11/2026 nada 1.00 0.00\n\
                      2/12/2026 0107-0000-26-021-L03-T ACPE ACPE Curso 1.00 0.00\nhoy\n";
    let mut faults = BTreeSet::new();
    for (file, choice) in [(first, "leave"), (second, "replace"), (transcript, "leave")] {
        let sent = home.post_files("/record/import", &[], &[("file", "creditos.csv", file.as_bytes())]).await;
        let address = sent.header(LOCATION).to_owned();
        let preview = home.get(&address).await;
        faults.extend(said_in_english("the preview", &preview.body, &english, &[]));
        let (_, stamp) = preview.body.split_once("name=\"stamp\" value=\"").expect("a form to confirm");
        let stamp = stamp.split('"').next().unwrap();
        let done = home.post_and_follow(&address, &[("stamp", stamp), ("on-conflict", choice)]).await;
        assert_eq!(done.status, StatusCode::OK);
    }
    let history = home.get("/record/history").await;
    assert!(
        history.body.contains("Cambiaste Curso uno: horas 1 → 1.5 (de creditos.csv)"),
        "{}",
        history.body
    );
    faults.extend(said_in_english("the history", &history.body, &english, &[]));
    assert!(faults.is_empty(), "\n{}", faults.into_iter().collect::<Vec<_>>().join("\n"));
}

/// What a page says in English, outside of what is marked so and of what its person wrote.
fn said_in_english(page: &str, body: &str, english: &BTreeSet<String>, own: &[String]) -> BTreeSet<String> {
    let mut faults = BTreeSet::new();
    for text in spanish_texts(body) {
        let said = english.iter().filter(|piece| text.contains(piece.as_str()));
        faults.extend(said.map(|piece| format!("{page} says \"{piece}\" in \"{text}\"")));
        let is_own = own.iter().any(|title| text.contains(title.as_str()));
        if !is_own && sounds_english(&text) {
            faults.insert(format!("{page} sounds English: \"{text}\""));
        }
    }
    faults
}

/// What the sample's person wrote and imported is in the language in which they wrote it.
fn texts_of_the_sample() -> Vec<String> {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let files = ["ptcb-and-texas/record.json", "offerings.json"];
    let read = files.map(|file| fs::read_to_string(examples.join(file)).unwrap());
    let mut texts = Vec::new();
    for text in read {
        let mut todo = vec![serde_json::from_str::<Value>(&text).unwrap()];
        while let Some(value) = todo.pop() {
            match value {
                Value::String(text) => texts.push(text),
                Value::Array(list) => todo.extend(list),
                Value::Object(fields) => todo.extend(fields.into_iter().map(|(_, value)| value)),
                _ => {}
            }
        }
    }
    texts.retain(|text| text.contains(' '));
    texts
}

/// Whether a text has words that only English has: ours that is in no catalogue of messages, or the catalogue's that is
/// not marked.
fn sounds_english(text: &str) -> bool {
    const ONLY_ENGLISH: [&str; 16] = [
        "the", "and", "of", "your", "with", "this", "not", "are", "or", "it", "is", "be", "to", "for",
        "from", "by",
    ];
    // A jurisdiction and a body by their own names.
    let text = text.replace("District of Columbia", "").replace("Board of Pharmacy", "");
    // A calendar has quotation marks around what is English; an address and an id have no language.
    let text = text.split(['“', '”']).step_by(2).collect::<String>();
    if text.starts_with("http") || !text.contains(' ') {
        return false;
    }
    text.split(|c: char| !c.is_alphanumeric()).any(|word| ONLY_ENGLISH.contains(&word))
}

/// What stands between the values of the English messages and is nowhere in the Spanish ones.
fn pieces_of_english() -> BTreeSet<String> {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rung-words/locales");
    let read = |language: &str| -> Vec<String> {
        let files = fs::read_dir(locales.join(language)).unwrap();
        files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect()
    };
    let spanish = read("es").join("\n");
    let all = read("en").join("\n");
    let lines = all.lines().filter(|line| !line.starts_with('#'));
    let pieces = lines.flat_map(|line| {
        let text = line.split_once(" = ").map_or(line, |(_, text)| text);
        let text = text.trim_start().trim_start_matches('*');
        let text =
            if text.starts_with('[') { text.split_once(']').map_or(text, |(_, text)| text) } else { text };
        text.split(['{', '}']).step_by(2).map(|piece| piece.trim().to_owned()).collect::<Vec<_>>()
    });
    let is_long = |piece: &String| piece.chars().filter(|c| c.is_alphabetic()).count() >= LETTERS;
    pieces.filter(is_long).filter(|piece| !spanish.contains(piece.as_str())).collect()
}

/// What a page says outside of elements in English: its texts, and its labels that are heard or hovered.
fn spanish_texts(page: &str) -> Vec<String> {
    const VOID: [&str; 6] = ["meta", "link", "input", "br", "img", "hr"];
    let mut texts = Vec::new();
    let mut open: Vec<(String, bool)> = Vec::new();
    let mut rest = page;
    while let Some((text, after)) = rest.split_once('<') {
        let is_english = open.last().is_some_and(|(_, is_english)| *is_english);
        let (tag, after) = after.split_once('>').unwrap();
        rest = after;
        if !is_english {
            texts.push(text);
        }
        if let Some(name) = tag.strip_prefix('/') {
            let (opened, _) = open.pop().unwrap();
            assert_eq!(opened, name);
        } else if !tag.starts_with('!') {
            let name = tag.split_whitespace().next().unwrap();
            let is_english = is_english && !tag.contains("lang=\"es\"") || tag.contains("lang=\"en\"");
            if !is_english {
                let labels = ["aria-label", "title", "placeholder", "data-column", "label", "alt"];
                let label = |name: &&str| tag.split_once(&format!(" {name}=\""))?.1.split('"').next();
                texts.extend(labels.iter().filter_map(label));
            }
            if !VOID.contains(&name) {
                open.push((name.to_owned(), is_english));
            }
        }
    }
    let plain = |text: &str| {
        text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    };
    texts.into_iter().map(plain).filter(|text| !text.trim().is_empty()).collect()
}
