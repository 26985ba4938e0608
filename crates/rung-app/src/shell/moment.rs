//! Moments as the reader's own clock shows them; a program reads them in UTC.

use super::Visit;
use jiff::{Timestamp, tz::TimeZone};
use maud::{Markup, html};
use rung_record::Date;
use rung_words::Words;

impl Visit {
    /// The day of a moment.
    pub fn day_of(&self, at: Timestamp) -> Date {
        at.to_zoned(self.site.zone().clone()).date()
    }

    /// `Nov 23, 2026, 6:00 AM CST`.
    pub fn moment(&self, at: Timestamp) -> Markup {
        moment(self.frame.words, at, self.site.zone())
    }
}

fn moment(words: &Words, at: Timestamp, zone: &TimeZone) -> Markup {
    let here = at.to_zoned(zone.clone());
    html! {
        time datetime=(at.strftime("%Y-%m-%dT%H:%M:%SZ")) {
            (words.day(here.date())) ", " (words.time(here.time())) " " (zone_name(&here.strftime("%Z").to_string()))
        }
    }
}

/// What a zone is called; one without letters of its own is named by how far it is from UTC.
fn zone_name(letters: &str) -> String {
    if letters.starts_with(['+', '-']) { format!("UTC{letters}") } else { letters.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rung_words::Language;

    #[test]
    fn a_moment_is_shown_where_the_reader_is_and_kept_in_utc() {
        let at: Timestamp = "2026-11-24T04:05:00Z".parse().unwrap();
        let chicago = TimeZone::posix("CST6CDT,M3.2.0,M11.1.0").unwrap();
        let told = |language, zone: &TimeZone| moment(Words::of(language), at, zone).into_string();
        let told = [
            told(Language::English, &TimeZone::UTC),
            told(Language::English, &chicago),
            told(Language::Spanish, &chicago),
            told(Language::English, &TimeZone::posix("<-03>3").unwrap()),
        ];
        insta::assert_snapshot!(told.join("\n"), @r#"
        <time datetime="2026-11-24T04:05:00Z">Nov 24, 2026, 4:05 AM UTC</time>
        <time datetime="2026-11-24T04:05:00Z">Nov 23, 2026, 10:05 PM CST</time>
        <time datetime="2026-11-24T04:05:00Z">23 nov 2026, 10:05 p. m. CST</time>
        <time datetime="2026-11-24T04:05:00Z">Nov 24, 2026, 1:05 AM UTC-03</time>
        "#);
    }
}
