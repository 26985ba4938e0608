//! Deadlines as a calendar, RFC 5545.
//!
//! Each deadline is an event of whole days; what has a time is an event of hours. It keeps its UID for as long as it is
//! the same deadline, so that a calendar that subscribes moves it instead of doubling it. Its sequence number and the
//! time of its last change are given by the caller: [`publish`] reckons them from what was published before.
//!
//! ```
//! use rung_formats::icalendar::{Calendar, Deadline, write};
//! use rung_record::{Date, Period};
//! let day = Date::constant(2027, 5, 31);
//! let text = write(&Calendar {
//!     name: "Rung: A. Rivera".into(),
//!     written_at: "2026-11-23T15:00:00Z".parse()?,
//!     refresh_hours: 24,
//!     deadlines: vec![Deadline {
//!         uid_key: "tx-pharmacy-technician.expires.2027-05-31".into(),
//!         days: Period::inclusive(day, day),
//!         at: None,
//!         title: "Texas registration expires".into(),
//!         description: None,
//!         url: None,
//!         alarms_days_before: vec![30],
//!         sequence: 0,
//!         last_modified: "2026-11-20T08:00:00Z".parse()?,
//!         cancelled: false,
//!     }],
//! })?;
//! assert!(text.contains("UID:tx-pharmacy-technician.expires.2027-05-31@rung\r\n"));
//! assert!(text.contains("DTSTART;VALUE=DATE:20270531\r\nDTEND;VALUE=DATE:20270601\r\n"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use jiff::{SignedDuration, Timestamp, civil::Time};
use rung_record::{
    Date, Hours, Period, Problems,
    reading::{At, Reader},
};
use serde::{Deserialize, Serialize};
use std::{
    collections::{HashMap, HashSet},
    fmt::Write,
};

/// A calendar file.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// What calendar programs call it.
    pub name: String,
    /// Now.
    pub written_at: Timestamp,
    /// How often a program that subscribes should ask again.
    pub refresh_hours: u16,
    /// What is in it.
    pub deadlines: Vec<Deadline>,
}

/// One event: of whole days or, where it has a time, of hours.
#[derive(Clone, Debug, PartialEq)]
pub struct Deadline {
    /// Says which deadline it is, readably and for ever: `tx-pharmacy-technician.expires.2027-05-31`.
    pub uid_key: String,
    /// The day, or the days.
    pub days: Period,
    /// When it begins on its first day, in the time of wherever the user is, and how long it takes.
    pub at: Option<(Time, Hours)>,
    /// What it is, in a few words.
    pub title: String,
    /// What is to be done.
    pub description: Option<String>,
    /// Where to do it or read about it.
    pub url: Option<String>,
    /// How many days before its first day to remind.
    pub alarms_days_before: Vec<u16>,
    /// How often its days have changed.
    pub sequence: u32,
    /// When anything of it changed last.
    pub last_modified: Timestamp,
    /// Whether it was called off; it is still told, so that programs take it away.
    pub cancelled: bool,
}

/// An event that vanished is told as cancelled for so long, and then no more.
pub const CANCELLED_FOR_DAYS: i64 = 60;

/// What a subscription must remember of an event that it has published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// Which event.
    pub uid_key: String,
    /// Tells whether what the user sees of it is the same; see [`content_hash`].
    pub content: String,
    /// Its sequence number.
    pub sequence: u32,
    /// When it changed last.
    pub last_modified: Timestamp,
    /// Its first day.
    pub from: Date,
    /// The day after its last.
    pub end: Date,
    /// What it was called.
    pub title: String,
    /// Since when it is called off.
    pub cancelled: Option<Timestamp>,
}

/// What to write now, and what to remember for the next time.
#[derive(Clone, Debug, PartialEq)]
pub struct Publication {
    /// The events of the calendar, by day.
    pub deadlines: Vec<Deadline>,
    /// What replaces all that was remembered.
    pub published: Vec<Published>,
}

/// The next version of a subscription, from the events that there should be (whose sequence numbers, times of change and
/// cancellation are not looked at) and what was published before.
///
/// * An event whose content is the same keeps its sequence number and the time of its last change;
/// * one that changed, or is back, gets the next number, and `now`;
/// * one that vanished is cancelled for [`CANCELLED_FOR_DAYS`] days and then dropped, unless its days had gone by before
///   `today`: what is over stays in the calendars that have it.
///
/// The same input gives the same output, and publishing again without a change changes nothing.
pub fn publish(before: &[Published], wanted: Vec<Deadline>, now: Timestamp, today: Date) -> Publication {
    let known: HashMap<&str, &Published> = before.iter().map(|own| (own.uid_key.as_str(), own)).collect();
    let mut deadlines: Vec<(Deadline, Option<Timestamp>)> = Vec::new();
    let wanted_keys: HashSet<String> = wanted.iter().map(|own| own.uid_key.clone()).collect();
    for mut own in wanted {
        own.cancelled = false;
        let content = content_hash(&own);
        (own.sequence, own.last_modified) = match known.get(own.uid_key.as_str()) {
            None => (0, now),
            Some(same) if same.content == content && same.cancelled.is_none() => {
                (same.sequence, same.last_modified)
            }
            Some(other) => (other.sequence.saturating_add(1), now),
        };
        deadlines.push((own, None));
    }
    deadlines.extend(before.iter().filter(|own| !wanted_keys.contains(&own.uid_key)).filter_map(|own| {
        let (since, sequence, last_modified) = match own.cancelled {
            None if own.end <= today => return None,
            None => (now, own.sequence.saturating_add(1), now),
            Some(since)
                if now.duration_since(since) > SignedDuration::from_hours(24 * CANCELLED_FOR_DAYS) =>
            {
                return None;
            }
            Some(since) => (since, own.sequence, own.last_modified),
        };
        let cancelled = Deadline {
            uid_key: own.uid_key.clone(),
            days: Period { from: own.from, end: own.end },
            at: None,
            title: own.title.clone(),
            description: None,
            url: None,
            alarms_days_before: Vec::new(),
            sequence,
            last_modified,
            cancelled: true,
        };
        Some((cancelled, Some(since)))
    }));
    deadlines.sort_by(|(a, _), (b, _)| (a.days.from, &a.uid_key).cmp(&(b.days.from, &b.uid_key)));
    let remember = |(own, cancelled): &(Deadline, Option<Timestamp>)| Published {
        uid_key: own.uid_key.clone(),
        content: content_hash(own),
        sequence: own.sequence,
        last_modified: own.last_modified,
        from: own.days.from,
        end: own.days.end,
        title: own.title.clone(),
        cancelled: *cancelled,
    };
    let published = deadlines.iter().map(remember).collect();
    Publication { deadlines: deadlines.into_iter().map(|(own, _)| own).collect(), published }
}

/// A fingerprint of everything that the user sees of an event, the same on every machine and in every version: FNV-1a
/// of its lines.
pub fn content_hash(deadline: &Deadline) -> String {
    let mut lines = Lines::default();
    lines.add_content(deadline);
    let hash = lines.0.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

const PRODUCT: &str = "-//Rung//Rung//EN";
/// The most octets of a line, without its end.
const LINE_OCTETS: usize = 75;

/// Writes the calendar file.
///
/// A calendar without deadlines holds the definition of the time zone UTC instead, because the standard asks for one
/// component at least.
///
/// # Errors
/// Names the deadlines whose days a calendar file cannot say, and those that share a key.
pub fn write(calendar: &Calendar) -> Result<String, Problems> {
    check(&calendar.deadlines)?;
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", PRODUCT);
    lines.add("CALSCALE", "GREGORIAN");
    lines.add_text("NAME", &calendar.name);
    lines.add_text("X-WR-CALNAME", &calendar.name);
    let refresh = format!("PT{}H", calendar.refresh_hours.max(1));
    lines.add("REFRESH-INTERVAL;VALUE=DURATION", &refresh);
    lines.add("X-PUBLISHED-TTL", &refresh);
    if calendar.deadlines.is_empty() {
        lines.add_utc();
    }
    for deadline in &calendar.deadlines {
        lines.add_event(deadline, calendar.written_at);
    }
    lines.add("END", "VCALENDAR");
    Ok(lines.0)
}

fn check(deadlines: &[Deadline]) -> Result<(), Problems> {
    let mut reader = Reader::default();
    let mut keys = HashSet::new();
    for (n, Deadline { uid_key, days, .. }) in deadlines.iter().enumerate() {
        let (list, key) = (At::Field(&At::Top, "deadlines"), one_line(uid_key));
        let at = At::Item(&list, n);
        if key.is_empty() {
            reader.problems.add(&At::Field(&at, "uid_key"), "is empty");
        } else if !keys.insert(key) {
            let what = format!("\"{uid_key}\" is the key of an earlier deadline too");
            reader.problems.add(&At::Field(&at, "uid_key"), what);
        }
        if days.is_empty() || days.from.year() < 1 || days.end == Date::MAX {
            let what = format!("{days} are no days that a calendar file can say");
            reader.problems.add(&At::Field(&at, "days"), what);
        }
    }
    reader.finish(())
}

/// The lines of the file, folded and ended as the standard asks.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// Adds a property whose value needs no escaping.
    fn add(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if octets + letter.len_utf8() > LINE_OCTETS {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(letter);
            octets += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    fn add_text(&mut self, name: &str, text: &str) {
        self.add(name, &escaped(text));
    }

    fn add_event(&mut self, deadline: &Deadline, written_at: Timestamp) {
        self.add("BEGIN", "VEVENT");
        self.add_text("UID", &format!("{}@rung", one_line(&deadline.uid_key)));
        self.add("DTSTAMP", &utc(written_at));
        self.add("SEQUENCE", &deadline.sequence.to_string());
        self.add("LAST-MODIFIED", &utc(deadline.last_modified));
        self.add_content(deadline);
        self.add("END", "VEVENT");
    }

    /// What the user sees of it.
    fn add_content(&mut self, deadline: &Deadline) {
        match deadline.at {
            None => {
                self.add("DTSTART;VALUE=DATE", &basic(deadline.days.from));
                self.add("DTEND;VALUE=DATE", &basic(deadline.days.end));
            }
            Some((at, hours)) => {
                let begins = deadline.days.from.to_datetime(at);
                let seconds = i64::try_from(hours.in_seconds()).unwrap_or(i64::MAX);
                let ends = begins.saturating_add(SignedDuration::from_secs(seconds.max(60)));
                self.add("DTSTART", &local(begins));
                self.add("DTEND", &local(ends));
            }
        }
        if deadline.cancelled {
            self.add("STATUS", "CANCELLED");
        }
        self.add_text("SUMMARY", &deadline.title);
        if let Some(description) = &deadline.description {
            self.add_text("DESCRIPTION", description);
        }
        if let Some(url) = &deadline.url {
            self.add("URL", &uri(url));
        }
        // On a day without a time the technician is free; it is no appointment.
        self.add(
            "TRANSP",
            if deadline.at.is_some() && !deadline.cancelled { "OPAQUE" } else { "TRANSPARENT" },
        );
        let mut alarms = deadline.alarms_days_before.clone();
        if deadline.cancelled {
            alarms.clear();
        }
        alarms.sort_unstable_by(|a, b| b.cmp(a));
        alarms.dedup();
        for days in alarms {
            self.add_alarm(days, &deadline.title);
        }
    }

    fn add_alarm(&mut self, days_before: u16, title: &str) {
        let (trigger, text) = match days_before {
            0 => ("PT0S".to_owned(), format!("Today: {title}")),
            1 => ("-P1D".to_owned(), format!("Tomorrow: {title}")),
            days => (format!("-P{days}D"), format!("In {days} days: {title}")),
        };
        self.add("BEGIN", "VALARM");
        self.add("ACTION", "DISPLAY");
        self.add("TRIGGER", &trigger);
        self.add_text("DESCRIPTION", &text);
        self.add("END", "VALARM");
    }

    fn add_utc(&mut self) {
        for (name, value) in [
            ("BEGIN", "VTIMEZONE"),
            ("TZID", "UTC"),
            ("BEGIN", "STANDARD"),
            ("DTSTART", "19700101T000000"),
            ("TZOFFSETFROM", "+0000"),
            ("TZOFFSETTO", "+0000"),
            ("TZNAME", "UTC"),
            ("END", "STANDARD"),
            ("END", "VTIMEZONE"),
        ] {
            self.add(name, value);
        }
    }
}

/// A value of type TEXT. Line ends become `\n`; other control characters, which the standard forbids, are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            '\r' if letters.peek() != Some(&'\n') => escaped.push_str("\\n"),
            '\t' => escaped.push('\t'),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A value of type URI: whatever cannot stand in one is percent-encoded.
fn uri(url: &str) -> String {
    let mut uri = String::with_capacity(url.len());
    for byte in url.trim().bytes() {
        if byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join("-")
}

fn basic(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

fn local(time: jiff::civil::DateTime) -> String {
    format!("{}T{:02}{:02}{:02}", basic(time.date()), time.hour(), time.minute(), time.second())
}

fn utc(time: Timestamp) -> String {
    let time = time.to_zoned(jiff::tz::TimeZone::UTC);
    format!("{}T{:02}{:02}{:02}Z", basic(time.date()), time.hour(), time.minute(), time.second())
}

#[cfg(test)]
mod tests {
    use super::*;
    use icalendar::{Calendar as Peer, CalendarComponent, Component};
    use proptest::prelude::*;

    fn deadline(key: &str, from: &str, last: &str, title: &str) -> Deadline {
        Deadline {
            uid_key: key.to_owned(),
            days: Period::inclusive(from.parse().unwrap(), last.parse().unwrap()),
            title: title.to_owned(),
            description: None,
            url: None,
            alarms_days_before: Vec::new(),
            at: None,
            sequence: 0,
            last_modified: "2026-11-20T08:00:00Z".parse().unwrap(),
            cancelled: false,
        }
    }

    fn calendar(deadlines: Vec<Deadline>) -> Calendar {
        Calendar {
            name: "Rung: A. Rivera".to_owned(),
            written_at: "2026-11-23T15:00:00.25Z".parse().unwrap(),
            refresh_hours: 24,
            deadlines,
        }
    }

    fn sample() -> Calendar {
        calendar(vec![
            Deadline {
                description: Some(
                    "20 hours; 1 of law, 1 of safety\nFile C:\\proofs – 30 days before".to_owned(),
                ),
                url: Some("https://example.org/renew?a=1,2&name=José".to_owned()),
                alarms_days_before: vec![7, 30, 90, 7, 0],
                sequence: 2,
                ..deadline("ptcb-cpht.expires.2027-03-31", "2027-03-31", "2027-03-31", "CPhT expires")
            },
            deadline(
                "ptcb-cpht.renew.2027-03-31",
                "2027-01-30",
                "2027-03-01",
                "Renew CPhT: ¡ahora! 🎓 更新の申請はこの期間に 更新の申請はこの期間に",
            ),
        ])
    }

    #[test]
    fn a_calendar_of_two_deadlines() {
        insta::assert_snapshot!(write(&sample()).unwrap().replace("\r\n", "\n"), @r"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Rung//Rung//EN
        CALSCALE:GREGORIAN
        NAME:Rung: A. Rivera
        X-WR-CALNAME:Rung: A. Rivera
        REFRESH-INTERVAL;VALUE=DURATION:PT24H
        X-PUBLISHED-TTL:PT24H
        BEGIN:VEVENT
        UID:ptcb-cpht.expires.2027-03-31@rung
        DTSTAMP:20261123T150000Z
        SEQUENCE:2
        LAST-MODIFIED:20261120T080000Z
        DTSTART;VALUE=DATE:20270331
        DTEND;VALUE=DATE:20270401
        SUMMARY:CPhT expires
        DESCRIPTION:20 hours\; 1 of law\, 1 of safety\nFile C:\\proofs – 30 days 
         before
        URL:https://example.org/renew?a=1,2&name=Jos%C3%A9
        TRANSP:TRANSPARENT
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-P90D
        DESCRIPTION:In 90 days: CPhT expires
        END:VALARM
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-P30D
        DESCRIPTION:In 30 days: CPhT expires
        END:VALARM
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-P7D
        DESCRIPTION:In 7 days: CPhT expires
        END:VALARM
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:PT0S
        DESCRIPTION:Today: CPhT expires
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        UID:ptcb-cpht.renew.2027-03-31@rung
        DTSTAMP:20261123T150000Z
        SEQUENCE:0
        LAST-MODIFIED:20261120T080000Z
        DTSTART;VALUE=DATE:20270130
        DTEND;VALUE=DATE:20270302
        SUMMARY:Renew CPhT: ¡ahora! 🎓 更新の申請はこの期間に 更新
         の申請はこの期間に
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR
        ");
    }

    #[test]
    fn an_empty_calendar_still_has_a_component() {
        insta::assert_snapshot!(write(&calendar(Vec::new())).unwrap().replace("\r\n", "\n"), @"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Rung//Rung//EN
        CALSCALE:GREGORIAN
        NAME:Rung: A. Rivera
        X-WR-CALNAME:Rung: A. Rivera
        REFRESH-INTERVAL;VALUE=DURATION:PT24H
        X-PUBLISHED-TTL:PT24H
        BEGIN:VTIMEZONE
        TZID:UTC
        BEGIN:STANDARD
        DTSTART:19700101T000000
        TZOFFSETFROM:+0000
        TZOFFSETTO:+0000
        TZNAME:UTC
        END:STANDARD
        END:VTIMEZONE
        END:VCALENDAR
        ");
    }

    #[test]
    fn what_a_calendar_cannot_say_is_refused() {
        let faulty = calendar(vec![
            deadline("a", "2027-01-30", "2027-01-29", "upside down"),
            deadline("a", "2027-01-30", "2027-01-30", "twice"),
            deadline(" ", "-000001-01-30", "2027-01-30", "long ago"),
        ]);
        insta::assert_snapshot!(write(&faulty).unwrap_err(), @r#"
        deadlines[0].days: 2027-01-30 to 2027-01-29 are no days that a calendar file can say
        deadlines[1].uid_key: "a" is the key of an earlier deadline too
        deadlines[2].uid_key: is empty
        deadlines[2].days: -000001-01-30 to 2027-01-30 are no days that a calendar file can say
        "#);
    }

    /// What a peer reads: UID, first day, day after the last, title, description, URL, triggers.
    type Event = (String, String, String, String, Option<String>, Option<String>);

    fn events_read_by_peer(text: &str) -> Vec<Event> {
        let peer: Peer = text.parse().unwrap();
        let value = |event: &icalendar::Event, name: &str| event.property_value(name).map(str::to_owned);
        peer.components
            .iter()
            .filter_map(|component| match component {
                CalendarComponent::Event(event) => Some((
                    event.get_uid().unwrap_or_default().to_owned(),
                    value(event, "DTSTART").unwrap_or_default(),
                    value(event, "DTEND").unwrap_or_default(),
                    event.get_summary().unwrap_or_default().to_owned(),
                    event.get_description().map(str::to_owned),
                    event.get_url().map(str::to_owned),
                )),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn a_peer_reads_what_was_written() {
        let text = write(&sample()).unwrap();
        insta::assert_debug_snapshot!(events_read_by_peer(&text), @r#"
        [
            (
                "ptcb-cpht.expires.2027-03-31@rung",
                "20270331",
                "20270401",
                "CPhT expires",
                Some(
                    "20 hours; 1 of law, 1 of safety\nFile C:\\proofs – 30 days before",
                ),
                Some(
                    "https://example.org/renew?a=1,2&name=Jos%C3%A9",
                ),
            ),
            (
                "ptcb-cpht.renew.2027-03-31@rung",
                "20270130",
                "20270302",
                "Renew CPhT: ¡ahora! 🎓 更新の申請はこの期間に 更新の申請はこの期間に",
                None,
                None,
            ),
        ]
        "#);
    }

    fn time(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_subscription_moves_cancels_and_forgets() {
        let first = vec![
            deadline("a", "2027-03-31", "2027-03-31", "A"),
            deadline("b", "2027-01-31", "2027-01-31", "B"),
            deadline("past", "2026-11-01", "2026-11-01", "Past"),
        ];
        let (one, two) = (time("2026-11-23T08:00:00Z"), time("2026-12-01T08:00:00Z"));
        let start = publish(&[], first.clone(), one, Date::constant(2026, 11, 23));
        assert_eq!(publish(&start.published, first, two, Date::constant(2026, 12, 1)), start);
        let moved = vec![deadline("a", "2027-04-30", "2027-04-30", "A")];
        let next = publish(&start.published, moved.clone(), two, Date::constant(2026, 12, 1));
        let told = |publication: &Publication| {
            let line = |own: &Deadline| {
                format!("{} {} {} {}", own.uid_key, own.sequence, own.last_modified, own.cancelled)
            };
            publication.deadlines.iter().map(line).collect::<Vec<_>>().join("\n")
        };
        // The next day nothing changes; after sixty days the cancelled event is gone; and one may come back.
        let day = time("2026-12-02T08:00:00Z");
        assert_eq!(publish(&next.published, moved.clone(), day, Date::constant(2026, 12, 2)), next);
        let late = time("2027-01-31T08:00:00Z");
        let gone = publish(&next.published, moved.clone(), late, Date::constant(2027, 1, 31));
        let both = vec![moved[0].clone(), deadline("b", "2027-01-31", "2027-01-31", "B")];
        let back = publish(&next.published, both, day, Date::constant(2026, 12, 2));
        insta::assert_snapshot!([told(&start), told(&next), told(&gone), told(&back)].join("\n---\n"), @r"
        past 0 2026-11-23T08:00:00Z false
        b 0 2026-11-23T08:00:00Z false
        a 0 2026-11-23T08:00:00Z false
        ---
        b 1 2026-12-01T08:00:00Z true
        a 1 2026-12-01T08:00:00Z false
        ---
        a 1 2026-12-01T08:00:00Z false
        ---
        b 2 2026-12-02T08:00:00Z false
        a 1 2026-12-01T08:00:00Z false
        ");
        let text = write(&calendar(next.deadlines)).unwrap();
        assert!(text.contains("STATUS:CANCELLED\r\nSUMMARY:B\r\n"));
    }

    #[test]
    fn what_has_a_time_is_an_appointment() {
        let live = Deadline {
            at: Some((jiff::civil::time(18, 30, 0, 0), Hours::from_minutes(90))),
            ..deadline("law", "2026-12-05", "2026-12-05", "Texas law, live")
        };
        let text = write(&calendar(vec![live])).unwrap();
        assert!(text.contains("DTSTART:20261205T183000\r\nDTEND:20261205T200000\r\n"));
        assert!(text.contains("TRANSP:OPAQUE\r\n"));
    }

    fn some_events() -> impl Strategy<Value = Vec<Deadline>> {
        let event = (0_usize..6, 1_i8..28, prop::sample::select(vec!["A", "B"]));
        proptest::collection::vec(event, 0..6).prop_map(|events| {
            let mut keys = HashSet::new();
            let own = events.into_iter().filter(|(key, ..)| keys.insert(*key));
            own.map(|(key, day, title)| {
                let day = Date::constant(2027, 1, day).to_string();
                deadline(&format!("key.{key}"), &day, &day, title)
            })
            .collect()
        })
    }

    proptest! {
        #[test]
        fn a_subscription_follows_its_rules(
            versions in proptest::collection::vec((some_events(), 0_i64..80), 1..6),
        ) {
            let mut now = time("2026-11-23T08:00:00Z");
            let mut before: Vec<Published> = Vec::new();
            for (wanted, days) in versions {
                now += SignedDuration::from_hours(24 * days);
                let today = now.to_zoned(jiff::tz::TimeZone::UTC).date();
                let next = publish(&before, wanted.clone(), now, today);
                for own in &next.deadlines {
                    let was = before.iter().find(|was| was.uid_key == own.uid_key);
                    let same = was.is_some_and(|was| was.content == content_hash(own));
                    let sequence = was.map_or(0, |was| was.sequence + u32::from(!same));
                    prop_assert_eq!(own.sequence, sequence);
                    prop_assert_eq!(own.last_modified, was.filter(|_| same).map_or(now, |was| was.last_modified));
                    prop_assert_eq!(own.cancelled, !wanted.iter().any(|other| other.uid_key == own.uid_key));
                }
                for own in &wanted {
                    prop_assert!(next.deadlines.iter().any(|other| other.uid_key == own.uid_key && !other.cancelled));
                }
                for was in before.iter().filter(|was| was.cancelled.is_none() && today < was.end) {
                    prop_assert!(next.deadlines.iter().any(|other| other.uid_key == was.uid_key));
                }
                for own in next.published.iter().filter_map(|own| own.cancelled) {
                    prop_assert!(now.duration_since(own) <= SignedDuration::from_hours(24 * CANCELLED_FOR_DAYS));
                }
                prop_assert!(write(&calendar(next.deadlines.clone())).is_ok());
                let again = publish(&next.published, wanted, now, today);
                prop_assert_eq!(&again, &next);
                let kept: Vec<Published> =
                    serde_json::from_str(&serde_json::to_string(&next.published).unwrap()).unwrap();
                prop_assert_eq!(&kept, &next.published);
                before = next.published;
            }
        }
    }

    proptest! {
        #[test]
        fn every_line_is_well_formed_and_every_event_comes_back(
            texts in proptest::collection::vec(("\\PC{1,200}", "(?s).{0,200}", -200_000_i64..60_000, 0_i64..50), 0..4),
        ) {
            let epoch = Date::constant(2026, 1, 1);
            let deadlines: Vec<Deadline> = texts
                .iter()
                .enumerate()
                .map(|(n, (title, description, start, length))| Deadline {
                    description: Some(description.clone()),
                    ..deadline(
                        &format!("key.{n}"),
                        &epoch.saturating_add(jiff::ToSpan::days(*start)).to_string(),
                        &epoch.saturating_add(jiff::ToSpan::days(start + length)).to_string(),
                        title,
                    )
                })
                .collect();
            let text = write(&calendar(deadlines.clone())).unwrap();
            prop_assert!(text.ends_with("END:VCALENDAR\r\n"));
            for line in text.split_terminator("\r\n") {
                prop_assert!(line.len() <= LINE_OCTETS && !line.contains(['\r', '\n']), "{line:?}");
                prop_assert!(line.chars().all(|c| c == '\t' || !c.is_control()), "{line:?}");
            }
            let unfolded = text.replace("\r\n ", "");
            for deadline in &deadlines {
                let summary = format!("\r\nSUMMARY:{}\r\n", escaped(&deadline.title));
                prop_assert!(unfolded.contains(&summary));
            }
            prop_assert_eq!(events_read_by_peer(&text).len(), deadlines.len());
        }
    }
}
