"""Walks a subscription from its making to its end, with vdirsyncer as the calendar program.

usage: subscribe.py SITE FOLDER

The record and the link are made through the site's own forms. vdirsyncer is the one beside this Python, or on the path.
"""

import http.cookiejar
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.parse
import urllib.request

import icalendar

CREDENTIAL = "tx-pharmacy-technician"


class Browser:
    """Keeps cookies and sends forms with the token that the site gives."""

    def __init__(self, site: str) -> None:
        self.site = site.rstrip("/")
        jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        self.get("/certifications/new")
        self.token = self.field(self.get("/certifications/new"), "token")

    @staticmethod
    def field(page: str, name: str) -> str:
        return re.search(rf'name="{name}" value="([^"]*)"', page)[1]

    def get(self, path: str) -> str:
        return self.opener.open(self.site + path).read().decode()

    def post(self, path: str, **fields: str) -> str:
        body = urllib.parse.urlencode({"token": self.token, **fields}).encode()
        asked = urllib.request.Request(self.site + path, body, {"Origin": self.site})
        return self.opener.open(asked).read().decode()


class Client:
    """vdirsyncer with a folder of its own, one file for each event."""

    def __init__(self, folder: pathlib.Path, address: str) -> None:
        self.events = folder / "events"
        self.events.mkdir()
        self.config = folder / "config"
        self.config.write_text(
            f"""[general]
status_path = "{folder}/status/"

[pair rung]
a = "here"
b = "there"
collections = null
conflict_resolution = "b wins"

[storage here]
type = "filesystem"
path = "{self.events}"
fileext = ".ics"

[storage there]
type = "http"
url = "{address}"
"""
        )
        beside = pathlib.Path(sys.executable).parent / "vdirsyncer"
        self.program = str(beside) if beside.exists() else shutil.which("vdirsyncer")

    def run(self, *command: str) -> subprocess.CompletedProcess:
        whole = [self.program, "--config", str(self.config), *command]
        return subprocess.run(whole, capture_output=True, text=True, timeout=60)

    def sync(self) -> dict[str, icalendar.Event]:
        """The events after a sync, without those that are called off, by the name that vdirsyncer gives each: it names
        what it fetches over HTTP by its content."""
        done = self.run("sync", "--force-delete")
        assert done.returncode == 0, done.stderr
        events = {}
        for file in self.events.glob("*.ics"):
            for event in icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT"):
                if event.get("STATUS") != "CANCELLED":
                    events[file.name] = event
        return events


def ends(events: dict[str, icalendar.Event]) -> list[str]:
    """The last days on which something is to be renewed."""
    return sorted(str(event["DTSTART"].dt) for event in events.values() if event["SUMMARY"].startswith("Renew "))


def main(site: str, folder: str) -> None:
    browser = Browser(site)
    browser.post("/certifications/new", credential=CREDENTIAL, issued="2021-06-01", expires="2027-05-31")
    page = browser.post("/calendar/links", name="vdirsyncer")
    address = re.search(r'value="(http://[^"]+\.ics)"', page)[1]
    client = Client(pathlib.Path(folder), address)
    found = client.run("discover")
    assert found.returncode == 0, found.stderr

    events = client.sync()
    assert "2027-05-31" in ends(events), ends(events)
    assert any(event.walk("VALARM") for event in events.values()), "no event reminds"
    count = len(events)
    assert client.sync().keys() == events.keys(), "a second sync changed something"
    print(f"vdirsyncer: events arrive ({count}), and stay")

    # A date that changes is another deadline: the new one comes, and the old one is called off.
    held = browser.get(f"/certifications/held/{CREDENTIAL}")
    form = re.search(r'action="(/certifications/held/[^"/]+)"', held)[1]
    fields = {
        "version": browser.field(held, "version"),
        "credential": re.search(r'name="credential"[^>]* value="([^"]*)"', held)[1],
        "issued": "2021-06-01",
        "expires": "2027-04-30",
        "status": "active",
    }
    browser.post(form, **fields)
    events = client.sync()
    assert "2027-04-30" in ends(events) and "2027-05-31" not in ends(events), ends(events)
    print("vdirsyncer: a changed date arrives, and the old one is called off")

    held = browser.get(f"/certifications/held/{CREDENTIAL}")
    version = re.search(r'/remove">.*?name="version" value="([^"]*)"', held)[1]
    browser.post(f"{form}/remove", version=version)
    assert client.sync() == {}, "a deadline of what was removed is still there"
    print("vdirsyncer: what was removed is called off")

    link = re.search(r'action="(/calendar/links/[^"]+/revoke)"', browser.get("/calendar"))[1]
    browser.post(link)
    refused = client.run("sync")
    assert refused.returncode != 0 and "Not Found" in refused.stderr, refused.stderr
    print("vdirsyncer: a revoked link is refused: not found")


if __name__ == "__main__":
    main(*sys.argv[1:])
