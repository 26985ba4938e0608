"""Writes seeded random instances of the bare format: seeded.py FOLDER FIRST LAST ACTIVITIES OBLIGATIONS even|uneven.

`even` prices are about 10 dollars a half-hour (hard: nearly all plans cost nearly the same), `uneven` ones vary and a
quarter is free.
"""

import json
import random
import sys

TOPICS = ["law", "safety", "sterile", "immunization", "hiv", "opioid", "ethics", "mtm", "dei"]


def activity(r, even):
    live = r.random() < 0.35
    hours = r.choice([1, 2, 2, 2, 2, 3, 3, 4, 4, 6, 8, 10, 12])
    topic = "general" if r.random() < 0.35 else r.choice(TOPICS)
    tech = r.random() < 0.45
    if even:
        cost = 10 * hours + r.randint(-3, 4)
    else:
        cost = 0 if r.random() < 0.25 else int(hours * r.uniform(2, 12) * (1.8 if live else 1))
    first = r.randint(0, 1100) if live else r.randint(-365, 1000)
    last = first if live else first + r.randint(180, 1100)
    return {"topic": topic, "live": live, "tech": tech, "h": hours, "cost": cost, "a": first, "b": last}


def obligation(r, activities, even):
    start = r.randint(0, 365)
    end = start + r.choice([365, 730, 730]) - 1
    total = r.choice([40, 60, 80, 100, 120] if even else [20, 30, 40, 40, 60, 60])
    subs = {"topic:" + t: r.choice([1, 2, 2, 3, 4]) for t in r.sample(TOPICS[:7], r.randint(1, 3))}
    for attribute, share in (("topical", 2), ("live", 3), ("tech", 2)):
        if r.random() < 0.35:
            subs[attribute] = total // share
    shares = {"home": total * 3 // 4, "nontech": total // 4, "topic:general": total // 2}
    capped = r.sample(["home", "nontech", "topic:general", "topic:sterile", "topic:immunization"], r.randint(1, 2))
    caps = {c: shares.get(c) or r.choice([4, 6, 10]) for c in capped}
    techonly = r.random() < 0.2
    elig = [
        j
        for j, a in enumerate(activities)
        if a["a"] <= end and a["b"] >= start and (a["tech"] or not techonly)
    ]
    return {"s": start, "e": end, "techonly": techonly, "T": total, "subs": subs, "caps": caps, "elig": elig}


def main():
    folder, first, last, activities, obligations, prices = sys.argv[1:]
    for seed in range(int(first), int(last) + 1):
        r = random.Random(seed)
        a = [activity(r, prices == "even") for _ in range(int(activities))]
        o = [obligation(r, a, prices == "even") for _ in range(int(obligations))]
        with open(f"{folder}/seeded_{activities}_{obligations}_{prices}_{seed}.json", "w") as file:
            json.dump({"A": a, "O": o}, file)


main()
