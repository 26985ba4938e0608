"""Published project-scheduling instances (PSPLIB, single mode, `.sm`) as career problems, against their known optima.

    benches/psplib.py SOLVER OPTIMA.csv SECONDS FILE.sm…

SOLVER is the example `career` of rung-career. OPTIMA has lines `file,optimum,…` (the optimum's column is the last whole number).
The instances are not ours to pass on: https://www.om-db.wi.tum.de/psplib/ (Kolisch and Sprecher 1997).
Seconds, and the limit, are those of the processor.
"""

import csv
import json
import os
import re
import resource
import subprocess
import sys
import tempfile


def career_problem(text):
    """The first resource of the instance takes the part of the hours; the others stay resources."""
    section = lambda name: text.split(name, 1)[1].split("****", 1)[0].strip().splitlines()
    horizon = int(re.search(r"horizon\s*:\s*(\d+)", text).group(1))
    jobs = [[int(x) for x in line.split()] for line in section("PRECEDENCE RELATIONS:")[1:]]
    sizes = [[int(x) for x in line.split()] for line in section("REQUESTS/DURATIONS:")[2:]]
    capacity = [int(x) for x in section("RESOURCEAVAILABILITIES:")[1].split()]
    steps = [{"kind": "man", "d": s[2], "w": s[3], "uses": s[4:], "and_": []} for s in sizes]
    for job in jobs:
        for later in job[3:]:
            steps[later - 1]["and_"].append(job[0] - 1)
    resources = [{"cap": amount} for amount in capacity[1:]]
    return {"T": horizon, "cap": capacity[0], "resources": resources, "steps": steps, "objectives": ["finish"]}


def optima(path):
    known = {}
    with open(path) as file:
        for row in csv.reader(file):
            numbers = [int(x) for x in row[1:] if re.fullmatch(r"\s*\d+\s*", x)]
            if numbers:
                known[os.path.basename(row[0]).split(".")[0]] = numbers
    return known


def main():
    solver, known, seconds, files = sys.argv[1], optima(sys.argv[2]), sys.argv[3], sys.argv[4:]
    proven, equal, wrong, refused, times, checks = 0, 0, [], [], [], []
    for path in files:
        name = os.path.basename(path).split(".")[0]
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(career_problem(open(path).read()), file)
            file.flush()
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            out = subprocess.run([solver, "--processor-seconds", seconds, file.name], capture_output=True, text=True, check=True)
        times.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
        line = json.loads(out.stdout)
        checks.append(line["check_seconds"])
        proven += line["proven"]
        if not line["certificate_holds"]:
            refused.append(name)
        optimum = known.get(name, [None])
        value, bound = line["values"][0], line["bounds"][0]
        equal += value in optimum
        if optimum[0] is not None and not (bound <= max(optimum) and value >= min(optimum)):
            wrong.append((name, bound, value, optimum))
    times.sort()
    print(f"{len(files)} instances, {proven} proven, {equal} as good as published, wrong {wrong}, refused {refused}")
    print(f"seconds: median {times[len(times) // 2]:.3f}, 90 % {times[len(times) * 9 // 10]:.3f}, most {times[-1]:.3f}; check at most {max(checks):.3f}")


main()
