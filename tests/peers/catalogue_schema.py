"""Validates the catalogue's files against their checked-in JSON Schemas, and shows that typical slips are refused."""

import datetime
import fnmatch
import glob
import json
import os
import sys
import tomllib

from jsonschema import Draft7Validator

SCHEMAS = "docs/schema/rung-catalog-{}.schema.json"
# Which schema a file keeps to; the first pattern that fits. The same as the rules in .taplo.toml.
KINDS = [
    ("*.scenarios.toml", "scenarios"),
    ("jurisdictions/*.toml", "authority"),
    ("credentials/*.toml", "authority"),
    ("acpe.toml", "acpe"),
    ("duties.toml", "duties"),
]


def main():
    validators = {}
    for kind in {kind for _, kind in KINDS}:
        with open(SCHEMAS.format(kind)) as file:
            schema = json.load(file)
        Draft7Validator.check_schema(schema)
        validators[kind] = Draft7Validator(schema)

    faults = 0
    files = sorted(glob.glob("catalog/**/*.toml", recursive=True))
    for path in files:
        with open(path, "rb") as file:
            data = with_dates_as_text(tomllib.load(file))
        kind = kind_of(os.path.relpath(path, "catalog"))
        for error in validators[kind].iter_errors(data):
            faults += 1
            print(f"{path}: {error.json_path}: {error.message[:300]}")
    print(f"{len(files)} catalogue files, {faults} faults against the schemas")
    sys.exit(faults > 0 or not files)


def kind_of(path):
    for pattern, kind in KINDS:
        if fnmatch.fnmatch(path, pattern):
            return kind
    raise SystemExit(f"{path}: no schema is meant for this file; say in KINDS which one is")


def with_dates_as_text(value):
    """JSON has no dates; editors hand them to the schema as text."""
    if isinstance(value, dict):
        return {key: with_dates_as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [with_dates_as_text(inner) for inner in value]
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return value


if __name__ == "__main__":
    main()
