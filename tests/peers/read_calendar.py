"""Reads a calendar file with icalendar, vobject and ics, and compares it with what was meant.

usage: read_calendar.py CALENDAR.ics [EXPECTED.json]

EXPECTED.json is a list of {uid, from, end, title, description, url, status, alarms, sequence}. Without it, the three peers are
compared with each other. The form of the lines is checked too: CRLF, at most 75 octets, whole UTF-8 characters.
"""

import datetime
import json
import sys

import ics
import icalendar
import vobject


def check_lines(data: bytes) -> None:
    assert data.endswith(b"END:VCALENDAR\r\n"), "the file does not end with END:VCALENDAR"
    for number, line in enumerate(data.split(b"\r\n"), 1):
        assert len(line) <= 75, f"line {number} has {len(line)} octets"
        assert b"\n" not in line and b"\r" not in line, f"line {number} has a bare line end"
        line.decode("utf-8")


def days_before(trigger: datetime.timedelta) -> int:
    assert trigger <= datetime.timedelta(0) and trigger.seconds == 0, trigger
    return -trigger.days


def by_icalendar(data: bytes) -> list[dict]:
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar["VERSION"] == "2.0" and "METHOD" not in calendar
    events = []
    for event in calendar.walk("VEVENT"):
        assert not event.errors, event.errors
        is_timed = isinstance(event["DTSTART"].dt, datetime.datetime)
        assert event["TRANSP"] == ("OPAQUE" if is_timed else "TRANSPARENT")
        assert event["DTSTAMP"].dt.tzinfo is not None
        events.append(
            {
                "uid": str(event["UID"]),
                "from": event["DTSTART"].dt,
                "end": event["DTEND"].dt,
                "title": str(event["SUMMARY"]),
                "description": str(event["DESCRIPTION"]) if "DESCRIPTION" in event else None,
                "url": str(event["URL"]) if "URL" in event else None,
                "status": str(event["STATUS"]) if "STATUS" in event else None,
                "alarms": [days_before(alarm["TRIGGER"].dt) for alarm in event.walk("VALARM")],
                "sequence": event["SEQUENCE"],
            }
        )
    return events


def by_vobject(data: bytes) -> list[dict]:
    calendar = vobject.readOne(data.decode("utf-8"))
    calendar.validate(raiseException=True)
    events = []
    for event in getattr(calendar, "vevent_list", []):
        events.append(
            {
                "uid": event.uid.value,
                "from": event.dtstart.value,
                "end": event.dtend.value,
                "title": event.summary.value,
                "description": event.description.value if hasattr(event, "description") else None,
                "url": event.url.value if hasattr(event, "url") else None,
                "status": event.status.value if hasattr(event, "status") else None,
                "alarms": [days_before(alarm.trigger.value) for alarm in getattr(event, "valarm_list", [])],
                "sequence": int(event.sequence.value),
            }
        )
    return events


def by_ics(data: bytes) -> list[dict]:
    calendar = ics.Calendar(data.decode("utf-8"))
    events = []
    for event in calendar.events:
        events.append(
            {
                "uid": event.uid,
                "from": event.begin.date() if event.all_day else event.begin.naive,
                "end": event.end.date() if event.all_day else event.end.naive,
                "title": event.name,
                "description": event.description,
                "url": event.url,
                "status": event.status,
                "alarms": [days_before(alarm.trigger) for alarm in event.alarms],
            }
        )
    return events


def plain(events: list[dict], like: list[dict] | None = None) -> list[dict]:
    """Sorted, with dates as texts, and only with the fields that the peer tells."""
    fields = set(like[0]) if like else None
    kept = [
        {
            name: str(value) if isinstance(value, datetime.date) else value
            for name, value in event.items()
            if fields is None or name in fields
        }
        for event in events
    ]
    for event in kept:
        event["alarms"] = sorted(event["alarms"])
    return sorted(kept, key=lambda event: event["uid"])


def as_ics_reads(text: str | None) -> str | None:
    """ics 0.7 takes an escaped backslash before an n for a backslash and a line end."""
    return text and text.replace("\\n", "\\\n")


def main(calendar_path: str, expected_path: str | None = None) -> None:
    with open(calendar_path, "rb") as file:
        data = file.read()
    check_lines(data)
    if expected_path is None:
        expected = by_icalendar(data)
    else:
        with open(expected_path, encoding="utf-8") as file:
            expected = json.load(file)
    for read in (by_icalendar, by_vobject, by_ics):
        found = read(data)
        meant = plain(expected, like=found)
        if read is by_ics:
            meant = [event | {"description": as_ics_reads(event["description"])} for event in meant]
        assert len(found) == len(meant), f"{read.__name__} found {len(found)} events instead of {len(meant)}"
        for got, want in zip(plain(found), meant):
            assert got == want, f"{read.__name__} found\n{json.dumps(got)}\ninstead of\n{json.dumps(want)}"
        print(f"{read.__name__[3:]}: {len(found)} events as meant")


if __name__ == "__main__":
    main(*sys.argv[1:])
