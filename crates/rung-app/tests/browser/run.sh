#!/usr/bin/env bash
# Walks the site in a real browser: with script and without, light and dark, phone and desktop; has axe look at every
# page, and keeps a picture of each under target/screenshots. Installs what it needs on Debian. Takes the files of walks, or
# walks all.
set -euo pipefail
cd "$(dirname "$0")/../../../.."
target=${CARGO_TARGET_DIR:-$PWD/target}

chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$chromium" ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-roboto-unhinted >/dev/null
    chromium=$(command -v chromium)
fi
(cd crates/rung-app/tests/browser && npm ci --no-audit --no-fund --silent)
cargo build --quiet -p rung-app --example serve

log=$(mktemp)
server=
trap 'kill "$server" 2>/dev/null || true; rm -f "$log"' EXIT

# Each walk has a site with data of its own: what one leaves behind, no other finds. One that takes a
# quarter of an hour hangs, and fails.
walk() {
    "$target/debug/examples/serve" 0 >"$log" &
    server=$!
    local site=
    for _ in $(seq 100); do
        site=$(head -n 1 "$log")
        [ -n "$site" ] && break
        sleep 0.1
    done
    FONTCONFIG_FILE="$PWD/crates/rung-app/tests/browser/fonts.conf" CHROMIUM="$chromium" \
        SITE="${site%/}" SERVE="$target/debug/examples/serve" SCREENSHOTS="$target/screenshots" \
        timeout --kill-after=10 900 node --test --test-reporter=spec "$1"
    kill "$server"
    wait "$server" 2>/dev/null || true
    : >"$log"
}
if [ $# -eq 0 ]; then set -- crates/rung-app/tests/browser/*.test.mjs; fi
for test in "$@"; do walk "$test"; done
