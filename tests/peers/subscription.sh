#!/bin/sh
# Subscribes to a calendar of Rung's with vdirsyncer, over HTTP as a calendar program does: the events arrive, a date
# that is changed moves, what is called off goes, and a revoked link ends in an error.
# Needs Python with the packages vdirsyncer and icalendar:
#   python3 -m venv .venv && .venv/bin/pip install vdirsyncer icalendar
#   PYTHON=.venv/bin/python tests/peers/subscription.sh
set -eu
cd "$(dirname "$0")/../.."
cargo build --quiet --package rung-app --example serve
folder=$(mktemp -d)
"${CARGO_TARGET_DIR:-target}/debug/examples/serve" 0 > "$folder/log" &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -r "$folder"' EXIT
for _ in $(seq 200); do
    site=$(head -n 1 "$folder/log")
    [ -n "$site" ] && break
    sleep 0.1
done
"${PYTHON:-python3}" tests/peers/subscribe.py "$site" "$folder"
