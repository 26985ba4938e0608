#!/bin/sh
# Validates every example record against the checked-in JSON Schema, with the Python package jsonschema.
set -eu
cd "$(dirname "$0")/../.."
"${PYTHON:-python3}" - <<'PYTHON'
import glob, json, sys
from jsonschema import Draft202012Validator

with open("docs/schema/rung-record-1.schema.json") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
records = sorted(glob.glob("examples/*/record.json"))
faults = 0
for path in records:
    with open(path) as file:
        for error in validator.iter_errors(json.load(file)):
            faults += 1
            print(f"{path}: {error.json_path}: {error.message}")
assert not validator.is_valid({"format": "rung-record/1", "credits": [{"completed": 3}]}), "a faulty record passed"
print(f"{len(records)} example records, {faults} faults against the schema")
sys.exit(faults > 0 or not records)
PYTHON
