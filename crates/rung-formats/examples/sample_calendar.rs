//! Prints a calendar with everything that is hard to write, or, with `expected`, what a reader must find in it, as
//! JSON. `tests/peers/calendar.sh` gives both to calendar libraries of others.

use rung_formats::icalendar::{Calendar, Deadline, write};
use rung_record::{Date, Hours, Period};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let calendar = Calendar {
        name: "Rung: A. Rivera; deadlines, all".to_owned(),
        written_at: "2026-11-23T15:00:00Z".parse()?,
        refresh_hours: 24,
        deadlines: deadlines()?,
    };
    match std::env::args().nth(1).as_deref() {
        None => print!("{}", write(&calendar)?),
        Some("empty") => print!("{}", write(&Calendar { deadlines: Vec::new(), ..calendar })?),
        Some("expected") => println!("{}", calendar.deadlines.iter().map(expected).collect::<Value>()),
        Some(other) => return Err(format!("\"{other}\" is not one of empty, expected").into()),
    }
    Ok(())
}

fn deadlines() -> Result<Vec<Deadline>, Box<dyn std::error::Error>> {
    let long = "Twenty hours, one of law; one of patient safety. ".repeat(12);
    let texts = [
        ("plain", "2027-03-31", "2027-03-31", "CPhT expires".to_owned(), None),
        (
            "marks",
            "2027-01-30",
            "2027-03-01",
            r#"Renew; "file", pay \ wait: now"#.to_owned(),
            Some("One\nTwo\n\nFour, and; \\n".to_owned()),
        ),
        (
            "scripts",
            "2028-02-29",
            "2028-02-29",
            "¡Renueva! 🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓 更新の申請はこの期間に".to_owned(),
            Some("é".repeat(200)),
        ),
        ("timed", "2026-12-05", "2026-12-05", "Texas law, live".to_owned(), None),
        ("cancelled", "2027-01-31", "2027-01-31", "Moved away".to_owned(), None),
        ("long", "2026-12-31", "2026-12-31", "Year's end".to_owned(), Some(long.trim().to_owned())),
    ];
    let mut deadlines = Vec::new();
    for (key, from, last, title, description) in texts {
        deadlines.push(Deadline {
            uid_key: format!("tx-pharmacy-technician.{key}.{last}"),
            days: Period::inclusive(from.parse::<Date>()?, last.parse::<Date>()?),
            at: (key == "timed").then(|| (jiff::civil::time(18, 30, 0, 0), Hours::from_minutes(90))),
            title,
            description,
            url: Some(format!("https://example.org/renew?what={key}&a=1,2;b")),
            alarms_days_before: vec![90, 30, 7, 1, 0],
            sequence: 3,
            last_modified: "2026-11-20T08:00:00Z".parse()?,
            cancelled: key == "cancelled",
        });
    }
    Ok(deadlines)
}

fn expected(deadline: &Deadline) -> Value {
    let at = |day: Date, at: jiff::civil::Time| format!("{day} {}", at.strftime("%H:%M:%S"));
    let (from, end) = match deadline.at {
        None => (deadline.days.from.to_string(), deadline.days.end.to_string()),
        Some((begins, _)) => {
            (at(deadline.days.from, begins), at(deadline.days.from, jiff::civil::time(20, 0, 0, 0)))
        }
    };
    json!({
        "uid": format!("{}@rung", deadline.uid_key),
        "from": from,
        "end": end,
        "status": deadline.cancelled.then_some("CANCELLED"),
        "title": deadline.title,
        "description": deadline.description,
        "url": deadline.url,
        "alarms": if deadline.cancelled { Vec::new() } else { deadline.alarms_days_before.clone() },
        "sequence": deadline.sequence,
    })
}
