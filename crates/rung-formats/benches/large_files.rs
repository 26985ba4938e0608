//! How long the largest files take, honest and hostile. A second each is the most that a page should wait.

use rung_formats::{
    TopicName, TopicNames,
    csv_import::{Mapping, read_credits, read_sheet},
    merge, offerings,
    transcript::{SampleRow, SampleTranscript, read_csv, read_text, sample_text},
};
use rung_record::{Date, Hours, Period, Record};

fn main() {
    divan::main();
}

fn topic_names() -> TopicNames {
    let law = TopicName {
        code: "03".to_owned(),
        name: "Law".to_owned(),
        other_names: vec!["Law Related to Pharmacy Practice".to_owned()],
        topics: vec!["law".into()],
    };
    [law].into_iter().collect()
}

fn day(n: usize) -> Date {
    let day = i8::try_from(n % 28 + 1).unwrap_or(1);
    Date::constant(2026, 2, day)
}

fn number(n: usize) -> String {
    format!("{:04}-0000-26-{:03}-L03-T", n / 1000 % 10_000, n % 1000)
}

fn table(rows: usize) -> String {
    let mut table =
        "Activity Date,ACPE UAN,Title,Provider,Topic Designators,Live Hours,Home Hours\n".to_owned();
    for n in 0..rows {
        table += &format!("{},{},Law update {n},Sample University,Law,1.5,0\n", day(n), number(n));
    }
    table
}

fn text(rows: usize) -> String {
    let row = |n| SampleRow {
        completed: day(n),
        number: number(n),
        title: format!("Law update {n}"),
        topic: "Law Related to Pharmacy Practice".to_owned(),
        provider: "Sample University".to_owned(),
        live: Hours::from_minutes(90),
        home: Hours::ZERO,
    };
    let transcript = SampleTranscript {
        participant: "Sam Sample".to_owned(),
        profile_id: "123456".to_owned(),
        range: Period::inclusive(Date::constant(2026, 1, 1), Date::constant(2027, 12, 31)),
        rows: (0..rows).map(row).collect(),
    };
    sample_text(&transcript, 60)
}

#[divan::bench(sample_count = 3)]
fn transcript_csv_of_100_000_rows(bencher: divan::Bencher) {
    let (file, names) = (table(100_000), topic_names());
    bencher.bench(|| read_csv(file.as_bytes(), &names));
}

#[divan::bench(sample_count = 3)]
fn transcript_text_of_100_000_rows(bencher: divan::Bencher) {
    let (file, names) = (text(100_000), topic_names());
    bencher.bench(|| read_text(&file, &names));
}

#[divan::bench(sample_count = 3)]
fn table_of_100_000_rows(bencher: divan::Bencher) {
    let (file, names) = (table(100_000).replace("Activity Date", "Date"), topic_names());
    bencher.bench(|| {
        let sheet = read_sheet(file.as_bytes())?;
        read_credits(&sheet, &Mapping::guess(&sheet, &[""; 0])?, &names)
    });
}

#[divan::bench(sample_count = 3)]
fn merging_50_000_credits_into_as_many(bencher: divan::Bencher) {
    let Ok(transcript) = read_csv(table(50_000).as_bytes(), &topic_names()) else { return };
    let drafts = transcript.reading.drafts;
    let empty = Record::default();
    let Ok(record) = merge::apply(empty.clone(), &merge::preview(&empty, drafts.clone())) else { return };
    bencher.bench(|| merge::preview(&record, drafts.clone()));
}

#[divan::bench(sample_count = 3)]
fn offerings_of_100_000_rows(bencher: divan::Bencher) {
    let mut file = "id,title,hours,price\n".to_owned();
    for n in 0..100_000 {
        file += &format!("o{n},Law update,1.5,19.95\n");
    }
    bencher.bench(|| offerings::read(file.as_bytes()));
}

/// Files that are one of everything too many.
#[divan::bench(sample_count = 1, args = ["commas", "quotes", "dates", "wide header", "numbers in one row"])]
fn hostile(bencher: divan::Bencher, what: &str) {
    const MOST: usize = 32 * 1024 * 1024;
    let file = match what {
        "commas" => ",".repeat(3_900_000),
        "quotes" => "\"".repeat(MOST),
        "dates" => "1/1/2026 \n".repeat(MOST / 10),
        "wide header" => format!("{}\n{}", "Date,".repeat(400_000), "x,".repeat(400_000)),
        _ => format!("1/1/2026 {}", "0 ".repeat(MOST / 2 - 10)),
    };
    let names = topic_names();
    bencher.bench(|| {
        let _ = read_text(&file, &names);
        let _ = read_csv(file.as_bytes(), &names);
        let _ = offerings::read(file.as_bytes());
        let sheet = read_sheet(file.as_bytes())?;
        let mapping = Mapping::guess(&sheet, &[""; 0])?;
        read_credits(&sheet, &mapping, &names)
    });
}
