"""Solves bare instances with CP-SAT, HiGHS and Rung, and prints one table. Called by compare.sh."""

import json
import subprocess
import sys
import time

import highspy
from ortools.sat.python import cp_model

WORKERS = 2
SECONDS = 60.0
INFINITY = highspy.kHighsInf
KNOWN = {
    "ce_120_25_1009": (305, 88),
    "ceh_500_30_1": (1272, 144),
    "ceh_500_30_2": (1055, 120),
    "ceh_5000_30_1": (974, 120),
}


def holds(activity, attribute):
    flags = {
        "live": activity["live"],
        "home": not activity["live"],
        "tech": activity["tech"],
        "nontech": not activity["tech"],
        "topical": activity["topic"] != "general",
    }
    return flags.get(attribute, attribute == "topic:" + activity["topic"])


def rows_of(instance):
    """The model that all solve: (columns as upper bounds, rows as (least, most, terms), the two objectives)."""
    activities = instance["A"]
    upper = [1] * len(activities)
    rows = []
    for o in instance["O"]:
        attributes = list(o["subs"]) + list(o["caps"])
        classes = {}
        for j in o["elig"]:
            signature = tuple(holds(activities[j], a) for a in attributes)
            classes.setdefault(signature, []).append(j)
        counted = {}
        for signature, members in classes.items():
            caps = [o["caps"][a] for a, under in zip(attributes, signature) if under and a in o["caps"]]
            hours = [(j, activities[j]["h"]) for j in members]
            if caps:
                upper.append(min(min(caps), sum(h for _, h in hours)))
                column = len(upper) - 1
                rows.append((0, None, hours + [(column, -1)]))
                hours = [(column, 1)]
            counted[signature] = hours
        rows.append((o["T"], None, sum(counted.values(), [])))
        for k, attribute in enumerate(attributes):
            terms = sum((hours for signature, hours in counted.items() if signature[k]), [])
            if k < len(o["subs"]):
                rows.append((o["subs"][attribute], None, terms))
            elif terms:
                rows.append((None, o["caps"][attribute], terms))
    objectives = [[(j, a[key]) for j, a in enumerate(activities)] for key in ("cost", "h")]
    return upper, rows, objectives


def cp_sat(upper, rows, objectives):
    model = cp_model.CpModel()
    columns = [model.new_int_var(0, u, "") for u in upper]
    sum_of = lambda terms: sum(a * columns[j] for j, a in terms)
    for least, most, terms in rows:
        model.add(sum_of(terms) >= least) if least is not None else model.add(sum_of(terms) <= most)
    values, proven, seconds = [], True, 0.0
    for terms in objectives:
        model.minimize(sum_of(terms))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = WORKERS
        solver.parameters.max_time_in_seconds = SECONDS
        start = time.perf_counter()
        status = solver.solve(model)
        seconds += time.perf_counter() - start
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return values, False, seconds
        proven = proven and status == cp_model.OPTIMAL
        values.append(round(solver.objective_value))
        model.add(sum_of(terms) <= values[-1])
    return values, proven, seconds


def highs(upper, rows, objectives):
    values, proven, seconds = [], True, 0.0
    for k, terms in enumerate(objectives):
        solver = highspy.Highs()
        for option, value in (("output_flag", False), ("threads", WORKERS), ("time_limit", SECONDS),
                              ("mip_rel_gap", 0.0), ("mip_abs_gap", 0.0)):
            solver.setOptionValue(option, value)
        cost = dict(terms)
        for j, u in enumerate(upper):
            solver.addCol(float(cost.get(j, 0)), 0.0, float(u), 0, [], [])
            solver.changeColIntegrality(j, highspy.HighsVarType.kInteger)
        limits = [(None, value, objectives[i]) for i, value in enumerate(values)]
        for least, most, row in rows + limits:
            row = [(j, a) for j, a in row if a]
            low = -INFINITY if least is None else float(least)
            high = INFINITY if most is None else float(most)
            solver.addRow(low, high, len(row), [j for j, _ in row], [float(a) for _, a in row])
        start = time.perf_counter()
        solver.run()
        seconds += time.perf_counter() - start
        if solver.getInfo().primal_solution_status != 2:
            return values, False, seconds
        proven = proven and solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        values.append(round(solver.getInfo().objective_function_value))
    return values, proven, seconds


def rung(solver, path):
    """Our own: the program reads, solves, and has the certificate checked; it reports each of these."""
    line = json.loads(subprocess.run([solver, path], capture_output=True, text=True, check=True).stdout)
    return line["values"], line["proven"] and line["certificate_holds"], line


def cell(values, proven, seconds, right):
    verdict = "" if right is None else " ✓" if right else " **wrong**"
    claim = "" if proven else " (not proven)"
    return f"{'/'.join(map(str, values)) or '–'}{claim}{verdict if proven else ''} | {seconds:.3f}"


def main():
    solver, *paths = sys.argv[1:]
    print("| instance | CP-SAT | s | HiGHS | s | Rung | s | of which check |")
    print("|---|---|---|---|---|---|---|---|")
    for path in paths:
        name = path.rsplit("/", 1)[-1].removesuffix(".json")
        with open(path) as file:
            model = rows_of(json.load(file))
        ours, ours_proven, times = rung(solver, path)
        truth = KNOWN.get(name) or (tuple(ours) if ours_proven else None)
        cells = []
        for peer in (cp_sat, highs):
            # The seconds of the solver alone: handing the model over from Python is not held against it.
            values, proven, seconds = peer(*model)
            cells.append(cell(values, proven, seconds, None if truth is None else tuple(values) == tuple(truth)))
        right = None if truth is None else tuple(ours) == tuple(truth)
        total = times["solve_seconds"] + times["check_seconds"]
        cells.append(cell(ours, ours_proven, total, right))
        print(f"| {name} | {' | '.join(cells)} | {times['check_seconds']:.3f} |", flush=True)


main()
