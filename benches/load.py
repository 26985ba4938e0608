"""Puts load on the program as it is shipped, and prints what came of it. Called by load.sh.

    benches/load.sh [SECONDS]      for how long each load is kept up; 20 unless told
"""

import gzip
import http.client
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNG, OHA = sys.argv[1:3]
SECONDS = int(sys.argv[3]) if len(sys.argv) > 3 else 20
RATE = 500
"""Requests a second."""
CONNECTIONS = 16
STARTS = 20
TYPICAL = "examples/ptcb-and-texas/record.json"
CREDITS = 10_000
DAY = "2026-11-23"
LEDGER = [
    "/",
    "/education",
    "/education/credits",
    "/education/credits?page=200",
    "/education/credits?q=course+77",
    "/education/credits?year=2026&topic=law&format=live",
    "/education/credits?q=nothing+like+it",
    "/education/credits/c4242",
    "/education/plan",
    "/education/what-if",
    "/certifications",
    "/certifications/eligibility",
    "/calendar",
    "/documents",
    "/explore",
    "/explore?by=pay",
    "/explore/graph",
    "/explore/move?state=CA",
    "/explore/roles/lead-technician",
    "/plan",
    "/record",
    "/record/history",
]


class Home:
    """A Rung with a data folder of its own."""

    def __init__(self, record):
        self.folder = tempfile.mkdtemp(prefix="rung-load.")
        subprocess.run([RUNG, "import", record, "--data", self.folder], check=True, stdout=subprocess.DEVNULL)
        self.process = None

    def open(self):
        """Starts it, and gives when that was."""
        begin = time.perf_counter()
        command = [RUNG, "serve", "--port", "0", "--data", self.folder, "--on", DAY]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.host = re.search(r"http://([^/]+)/", self.process.stdout.readline()).group(1)
        return begin

    def close(self):
        self.process.terminate()
        self.process.wait()

    def remove(self):
        self.close()
        shutil.rmtree(self.folder)

    def get(self, path, headers=None):
        connection = http.client.HTTPConnection(self.host)
        connection.request("GET", path, headers=headers or {})
        response = connection.getresponse()
        body = response.read()
        if response.status != 200:
            sys.exit(f"error: {path} answered {response.status}")
        return response, body

    def memory(self, line):
        """`VmRSS` is what it holds now, `VmHWM` the most it held: in kB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{line}:\s+(\d+) kB", status).group(1))


def load(host, path, seconds=SECONDS, rate=None, connections=CONNECTIONS, count=None):
    """What oha measured: a dictionary of seconds."""
    much = ["-n", str(count)] if count else ["-z", f"{seconds}s"]
    pace = ["-q", str(rate), "--latency-correction"] if rate else []
    command = [OHA, "--no-tui", "--output-format", "json", "-c", str(connections), *much, *pace, f"http://{host}{path}"]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    odd = {code: n for code, n in told["statusCodeDistribution"].items() if code != "200"}
    lost = {why: n for why, n in told["errorDistribution"].items() if "deadline" not in why}
    if odd or lost:
        sys.exit(f"error: {path} was not always answered: {odd or lost}")
    return told


def ms(seconds):
    return f"{seconds * 1000:.2f} ms"


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def table(title, *head):
    print(f"\n## {title}\n")
    row(*head)
    row(*("---" for _ in head))


def static(page, folder):
    """nginx with one file, as large as the page, and one worker a core; its process and its host."""
    Path(folder, "page.html").write_bytes(page)
    Path(folder, "nginx.conf").write_text(
        f"""worker_processes auto; daemon off; pid {folder}/pid; error_log {folder}/errors;
        events {{ worker_connections 512; }}
        http {{ access_log off; sendfile on; keepalive_requests 1000000;
          server {{ listen 127.0.0.1:7899; root {folder}; types {{ text/html html; }} }} }}"""
    )
    Path(folder).chmod(0o755)
    process = subprocess.Popen(["nginx", "-c", f"{folder}/nginx.conf"], stderr=subprocess.DEVNULL)
    for _ in range(100):
        try:
            http.client.HTTPConnection("127.0.0.1:7899").connect()
            break
        except OSError:
            time.sleep(0.02)
    return process, "127.0.0.1:7899"


def under_load(home):
    _, page = home.get("/")
    folder = tempfile.mkdtemp(prefix="rung-static.")
    nginx, file_host = static(page, folder)
    table(
        f"Today, {len(page) / 1000:.0f} kB, on {CONNECTIONS} connections for {SECONDS} s, uncompressed",
        "what", "requests/s", "median", "p99", "p99.9", "slowest",
    )
    for name, host, path, rate in [
        ("Rung, Today (p99 ≤ 10 ms)", home.host, "/", RATE),
        ("nginx, the same bytes as a file", file_host, "/page.html", RATE),
        ("Rung, Today, as fast as it can", home.host, "/", None),
        ("nginx, as fast as it can", file_host, "/page.html", None),
    ]:
        told = load(host, path, rate=rate)
        at = told["latencyPercentiles"]
        pace = f"{told['summary']['requestsPerSec']:.0f}"
        row(name, pace, ms(at["p50"]), ms(at["p99"]), ms(at["p99.9"]), ms(told["summary"]["slowest"]))
    nginx.terminate()
    nginx.wait()
    shutil.rmtree(folder)


def starts(home):
    taken = []
    for _ in range(STARTS):
        begin = home.open()
        home.get("/")
        taken.append(time.perf_counter() - begin)
        home.close()
    table(f"From the start of the process to the last byte of Today, {STARTS} times", "median", "slowest", "budget")
    row(ms(statistics.median(taken)), ms(max(taken)), "150 ms")


def weigh(home):
    """What a browser fetches to show Today for the first time."""
    accepts = {"Accept-Encoding": "gzip, br"}
    response, body = home.get("/", accepts)
    page = gzip.decompress(body) if response.headers["Content-Encoding"] == "gzip" else home.get("/")[1]
    asked = re.findall(r'<(?:link[^>]*rel="(?:stylesheet|icon|manifest)"[^>]*href|script[^>]*src)="([^"]+)"', page.decode())
    table("What a first view fetches, as sent", "what", "bytes", "coding", "budget")
    row("/", len(body), response.headers["Content-Encoding"], "")
    total, script = len(body), 0
    for path in dict.fromkeys(asked):
        response, body = home.get(path, accepts)
        row(path.split("?")[0], len(body), response.headers["Content-Encoding"] or "none", "")
        total += len(body)
        script += len(body) if "javascript" in response.headers["Content-Type"] else 0
    row("script", script, "", 15_000)
    row("all", total, "", 60_000)


def ledger(folder):
    """A record with three credentials and ten years of credits, as a file."""
    record = json.loads(Path(TYPICAL).read_text())
    topics = ["03", "05", "01", "04"]
    record["credits"] = [
        {
            "id": f"c{n}",
            "completed": f"{2017 + n % 10}-{n % 11 + 1:02}-{n % 28 + 1:02}",
            "title": f"Sample course {n}",
            "provider": "Sample University",
            "hours": "1.5",
            "uan": f"{n // 1000 + 100:04}-0000-{17 + n % 10}-{n % 1000:03}-{'LH'[n % 2]}{topics[n % 4]}-T",
            "kind": "ce",
            "accreditation": ["acpe"],
        }
        for n in range(CREDITS)
    ]
    path = Path(folder, "ledger.json")
    path.write_text(json.dumps(record))
    return path


def many(folder):
    home = Home(ledger(folder))
    home.open()
    home.get("/")
    table(f"With {CREDITS} credits, one request after the other, 100 each", "page", "kB", "median", "p99", "budget")
    for path in LEDGER:
        size = len(home.get(path)[1]) / 1000
        at = load(home.host, path, connections=1, count=100)["latencyPercentiles"]
        row(f"`{path}`", f"{size:.0f}", ms(at["p50"]), ms(at["p99"]), "30 ms")
    print(f"\nResident afterwards: {home.memory('VmRSS') / 1000:.0f} MB, at most {home.memory('VmHWM') / 1000:.0f} MB.")
    home.remove()


def main():
    home = Home(TYPICAL)
    starts(home)
    home.open()
    weigh(home)
    first = home.memory("VmRSS")
    under_load(home)
    table("Resident memory, SQLite", "when", "MB", "budget")
    row("after the first page", f"{first / 1000:.0f}", 60)
    row("after the load", f"{home.memory('VmRSS') / 1000:.0f}", 60)
    row("at most", f"{home.memory('VmHWM') / 1000:.0f}", 60)
    home.remove()
    with tempfile.TemporaryDirectory(prefix="rung-load.") as folder:
        many(folder)


main()
