#!/bin/sh
# Validates every catalogue file against the checked-in JSON Schemas with the Python package jsonschema and, where they are
# installed, with the language servers that editors use; shows that the schemas refuse what the reader refuses; and asks a
# language server what it would propose.
set -eu
cd "$(dirname "$0")/../.."
python="${PYTHON:-python3}"
cargo build --quiet --locked -p rung
RUNG="$PWD/target/debug/rung" "$python" tests/peers/catalogue_schema.py

bin=$(dirname "$("$python" -c 'import sys; print(sys.executable)')")
if [ -x "$bin/taplo" ]; then
  taplo() { RUST_LOG=warn "$bin/taplo" lint --no-auto-config --schema "file://$PWD/docs/schema/rung-catalog-$1.schema.json" $2; }
  taplo scenarios "$(ls catalog/*/*.scenarios.toml)"
  taplo authority "$(ls catalog/jurisdictions/*.toml catalog/credentials/*.toml | grep -v '\.scenarios\.toml$')"
  for kind in acpe duties tiles; do taplo $kind catalog/$kind.toml; done
  for file in catalog/field/*.toml; do taplo "$(basename "$file" .toml)" "$file"; done
  echo "Taplo finds nothing"
fi
if [ -x "$bin/tombi" ]; then
  "$bin/tombi" lint --offline --quiet catalog
  echo "Tombi finds nothing"
  "$python" tests/peers/editor_proposals.py "$bin/tombi"
fi
