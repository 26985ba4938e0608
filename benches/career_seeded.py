"""Writes seeded career instances in the manner of plan_1 to plan_3: benches/career_seeded.py STEPS WEEKS SEED > file"""

import json
import random
import sys


def instance(steps, weeks, seed):
    rng = random.Random(seed)
    must, certificates = round(steps * 0.55), round(steps * 0.225)
    routes = steps - must - certificates
    groups = [list(range(must + certificates + k, min(must + certificates + k + 3, steps))) for k in range(0, routes, 3)]
    made = []
    for i in range(must):
        before = rng.sample(range(i), min(i, rng.choice([0, 0, 1, 1, 1, 2])))
        near = [j for j in before if j >= i - 25]
        made.append({
            "kind": "man", "d": rng.choice([1, 2, 2, 3, 3, 4, 4, 6, 6, 8, 12, 16]), "w": rng.choice([2, 2, 3, 3, 4, 4, 5, 5, 6, 8, 10]),
            "cost": rng.choice([0, 0, 0, 0, 49, 129]), "and_": near, "or_": [], "dl": None,
        })
    holders = sorted(rng.sample(range(min(5, must), must), min(len(groups), max(0, must - 5))))
    for group, holder in zip(groups, holders):
        made[holder]["or_"].append(group)
    for _ in range(certificates):
        made.append({
            "kind": "cert", "d": rng.choice([3, 4, 6, 8, 10]), "w": rng.choice([4, 4, 5, 6, 8]),
            "cost": rng.choice([0, 25, 25, 49, 75, 129, 200, 350, 600]), "and_": [rng.randrange(min(10, must))],
            "or_": [rng.sample(range(must), 2)] if rng.random() < 0.4 else [], "dl": None,
        })
    for _ in range(routes):
        made.append({
            "kind": "route", "d": rng.choice([4, 6, 8, 12, 16]), "w": rng.choice([2, 2, 4, 4, 6]),
            "cost": rng.choice([0, 0, 25, 49, 75, 129, 200, 350, 600]), "and_": [rng.randrange(min(4, must))], "or_": [], "dl": None,
        })
    capacity = [8 if week % 26 in (24, 25) else 16 for week in range(weeks)]
    return {
        "T": weeks, "cap": capacity, "steps": made, "man": list(range(must)), "cert": list(range(must, must + certificates)),
        "groups": groups, "choose": max(1, certificates // 3),
    }


if __name__ == "__main__":
    json.dump(instance(*map(int, sys.argv[1:4])), sys.stdout)
