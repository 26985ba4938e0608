#!/bin/sh
# The planner beside CP-SAT and HiGHS, in one run on one machine: the same instances, both objectives one after the
# other, proven. Two workers for the others, one thread for us. Prints a Markdown table.
#
#   benches/compare.sh [instance.json …]
#   benches/compare.sh --career [instance.json …]
set -eu
cd "$(dirname "$0")/.."
career=false
if [ "${1:-}" = "--career" ]; then
    career=true
    shift
    [ $# -gt 0 ] || set -- crates/rung-career/benches/instances/plan_*.json
fi
[ $# -gt 0 ] || set -- crates/rung-planner/benches/instances/*.json

peers="${CARGO_TARGET_DIR:-target}/peers"
if [ ! -x "$peers/bin/python" ]; then
    python3 -m venv "$peers"
    "$peers/bin/pip" install --quiet ortools highspy
fi
if "$career"; then
    cargo build --release --quiet -p rung-career --example career
    exec "$peers/bin/python" benches/compare_career.py "${CARGO_TARGET_DIR:-target}/release/examples/career" "$@"
fi
cargo build --release --quiet -p rung-planner --example solve
"$peers/bin/python" benches/compare.py "${CARGO_TARGET_DIR:-target}/release/examples/solve" "$@"
