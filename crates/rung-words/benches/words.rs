//! What it costs to say something.

use fluent_bundle::{FluentResource, concurrent::FluentBundle};
use rung_record::{Date, Hours};
use rung_words::{Iso, Language, Words, say};

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

#[divan::bench(args = Language::ALL)]
fn four_values(language: Language) -> String {
    let (day, left) = (Iso(Date::constant(2027, 5, 31)), "185 days left");
    let hours = Hours::from_whole(2);
    say!(
        Words::of(language),
        "today-why-earn-at-a-pace",
        what = "12 h of 20 h",
        day = day,
        left = left,
        hours = hours
    )
}

/// What the first sentence of an area costs beside: reading the largest file there is.
#[divan::bench]
fn area_read_for_the_first_time() -> FluentBundle<FluentResource> {
    let text = include_str!("../locales/en/today.ftl").to_owned();
    let mut bundle = FluentBundle::new_concurrent(Vec::new());
    bundle.add_resource_overriding(FluentResource::try_new(text).expect("a file that the tests have read"));
    bundle
}
