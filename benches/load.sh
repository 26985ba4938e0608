#!/bin/sh
# The application under load: Today at 500 requests a second beside a static file that nginx gives on the same machine,
# the first page after a start, memory, what a first view weighs, and the pages of a ledger of ten thousand credits.
# Prints Markdown tables with each budget. The load comes from oha, which counts the time that a late request waited.
set -eu
cd "$(dirname "$0")/.."
target="${CARGO_TARGET_DIR:-$PWD/target}"

if ! command -v nginx >/dev/null; then
    apt-get -qq update
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends nginx-light >/dev/null
fi
if ! [ -x "$target/tools/bin/oha" ]; then
    cargo install --quiet --locked --root "$target/tools" oha >&2
fi
cargo build --release --quiet --locked -p rung
exec python3 benches/load.py "$target/release/rung" "$target/tools/bin/oha" "$@"
