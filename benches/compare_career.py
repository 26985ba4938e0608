"""Solves career instances with CP-SAT and Rung, and prints one table. Called by compare.sh.

Seconds are those of the processor, over all threads, and in brackets those of the clock: the first hardly depend on what else runs.
"""

import json
import resource
import subprocess
import sys
import time

from ortools.sat.python import cp_model

WORKERS = 2
SECONDS = 60.0
KNOWN = {"plan_1": (43, 1279), "plan_2": (39, 722), "plan_3": (40, 1450)}


def cp_sat_model(instance):
    """Optional intervals and a cumulative; the weeks with less capacity are filled up by fixed intervals."""
    model, weeks, steps = cp_model.CpModel(), instance["T"], instance["steps"]
    cap = instance["cap"] if isinstance(instance["cap"], list) else [instance["cap"]] * weeks
    starts = [model.new_int_var(0, weeks, "") for _ in steps]
    taken = [model.new_bool_var("") for _ in steps]
    ends = [start + step["d"] for start, step in zip(starts, steps)]
    intervals = [
        model.new_optional_interval_var(start, step["d"], end, is_taken, "")
        for start, end, step, is_taken in zip(starts, ends, steps, taken)
    ]
    demands = [step["w"] for step in steps]
    for week, amount in enumerate(cap):
        if amount < max(cap):
            intervals.append(model.new_fixed_size_interval_var(week, 1, ""))
            demands.append(max(cap) - amount)
    model.add_cumulative(intervals, demands, max(cap))
    finish = model.new_int_var(0, weeks, "")
    for i, step in enumerate(steps):
        if step.get("kind") == "man":
            model.add(taken[i] == 1)
        last = weeks if step.get("dl") is None else min(step["dl"], weeks)
        model.add(ends[i] <= last).only_enforce_if(taken[i])
        model.add(ends[i] <= finish).only_enforce_if(taken[i])
        for j in step.get("and_", []):
            model.add_implication(taken[i], taken[j])
            model.add(ends[j] <= starts[i]).only_enforce_if(taken[i])
        for choices in step.get("or_", []):
            serves = [model.new_bool_var("") for _ in choices]
            model.add_bool_or(serves).only_enforce_if(taken[i])
            for j, serve in zip(choices, serves):
                model.add_implication(serve, taken[j])
                model.add(ends[j] <= starts[i]).only_enforce_if(serve)
    if instance.get("cert"):
        model.add(sum(taken[i] for i in instance["cert"]) == instance["choose"])
    for group in instance.get("groups", []):
        model.add_bool_or([taken[i] for i in group])
    cost = sum(step.get("cost", 0) * is_taken for step, is_taken in zip(steps, taken))
    return model, [finish, cost]


def cp_sat(instance):
    """Values, bounds, and the seconds of each objective."""
    model, objectives = cp_sat_model(instance)
    values, bounds, seconds = [], [], []
    for objective in objectives:
        model.minimize(objective)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = WORKERS
        solver.parameters.max_time_in_seconds = SECONDS
        clock, processor = time.perf_counter(), time.process_time()
        status = solver.solve(model)
        seconds.append((time.process_time() - processor, time.perf_counter() - clock))
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            break
        values.append(round(solver.objective_value))
        bounds.append(round(solver.best_objective_bound))
        if status != cp_model.OPTIMAL:
            break
        model.add(objective <= values[-1])
    return values, bounds, seconds


def claim(values, bounds, truth):
    shown = "/".join(f"{v}" if v == b else f"{b}…{v}" for v, b in zip(values, bounds)) or "–"
    if values == bounds and len(values) == 2 and truth:
        shown += " ✓" if tuple(values) == tuple(truth) else " **wrong**"
    return shown


def main():
    solver, *paths = sys.argv[1:]
    print("| instance | CP-SAT | s | Rung | s | of which check | proof, kB |")
    print("|---|---|---|---|---|---|---|")
    for path in paths:
        name = path.rsplit("/", 1)[-1].removesuffix(".json")
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        ours = json.loads(subprocess.run([solver, "--seconds", str(int(SECONDS)), path], capture_output=True, text=True, check=True).stdout)
        processor = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
        with open(path) as file:
            values, bounds, seconds = cp_sat(json.load(file))
        truth = KNOWN.get(name) or (ours["values"] if ours["proven"] and ours["certificate_holds"] else None)
        total = ours["solve_seconds"] + ours["check_seconds"]
        print(
            f"| {name} | {claim(values, bounds, truth)} | {' / '.join(f'{cpu:.1f} ({clock:.1f})' for cpu, clock in seconds)} "
            f"| {claim(ours['values'], ours['bounds'], truth)} | {processor:.2f} ({total:.2f}) | {ours['check_seconds']:.2f} "
            f"| {ours['certificate_bytes'] // 1000} |",
            flush=True,
        )


main()
