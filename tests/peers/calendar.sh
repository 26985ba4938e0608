#!/bin/sh
# Reads a calendar of Rung's with the calendar libraries of others and compares what they find with what was meant.
# Needs Python with the packages icalendar, vobject and ics:
#   python3 -m venv .venv && .venv/bin/pip install icalendar vobject ics
#   PYTHON=.venv/bin/python tests/peers/calendar.sh
set -eu
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
sample() { cargo run --quiet --package rung-formats --example sample_calendar -- "$@"; }
sample > "$folder/sample.ics"
sample expected > "$folder/expected.json"
sample empty > "$folder/empty.ics"
echo '[]' > "$folder/nothing.json"
"${PYTHON:-python3}" tests/peers/read_calendar.py "$folder/sample.ics" "$folder/expected.json"
"${PYTHON:-python3}" tests/peers/read_calendar.py "$folder/empty.ics" "$folder/nothing.json"
