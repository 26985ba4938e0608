#!/usr/bin/env bash
# Walks the site in a real browser: with script and without, light and dark, phone and desktop; has axe look at every
# page, and keeps a picture of each under target/screenshots. Installs what it needs on Debian.
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
"$target/debug/examples/serve" 0 >"$log" &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -f "$log"' EXIT
for _ in $(seq 100); do
    site=$(head -n 1 "$log")
    [ -n "$site" ] && break
    sleep 0.1
done
FONTCONFIG_FILE="$PWD/crates/rung-app/tests/browser/fonts.conf" CHROMIUM="$chromium" \
    SITE="${site%/}" SCREENSHOTS="$target/screenshots" node --test --test-reporter=spec crates/rung-app/tests/browser/*.test.mjs
