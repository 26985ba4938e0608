//! What it costs to say something.

use rung_record::{Date, Hours};
use rung_words::{Language, Words, say};

fn main() {
    divan::main();
}

#[divan::bench(args = Language::ALL)]
fn plain(language: Language) -> String {
    say!(Words::of(language), "shell-today")
}

#[divan::bench(args = Language::ALL)]
fn plural(language: Language) -> String {
    say!(Words::of(language), "shell-days-left", count = divan::black_box(189))
}

#[divan::bench(args = Language::ALL)]
fn day(language: Language) -> String {
    Words::of(language).day(divan::black_box(Date::constant(2026, 11, 27)))
}

#[divan::bench]
fn hours() -> String {
    Words::of(Language::English).hours(divan::black_box(Hours::from_minutes(200)))
}
