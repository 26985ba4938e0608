#!/usr/bin/env bash
# Runs a command with a PostgreSQL of its own: in a temporary folder, on a socket only, gone afterwards.
# The command finds its address in RUNG_TEST_POSTGRES.   tests/with-postgres.sh cargo test -p rung-store
# RUNG_TEST_FSYNC=on makes it wait for the disk, as it does in earnest: for benchmarks.
set -euo pipefail

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# PostgreSQL refuses to run as root; Debian's package brings a user for it.
as_server() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

find_programs() {
  local initdb
  initdb=$(command -v initdb || find /usr/lib/postgresql -path '*/bin/initdb' 2>/dev/null | sort -V | tail -n 1)
  [ -n "$initdb" ] && dirname "$(readlink -f "$initdb")"
}

programs=$(find_programs || true)
if [ -z "$programs" ]; then
  echo "installing postgresql" >&2
  as_root apt-get -qq update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends postgresql >/dev/null
  programs=$(find_programs)
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/rung-postgres.XXXXXX")
[ "$(id -u)" = 0 ] && chown postgres "$folder"
stop() {
  as_server "$programs/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT

cd "$folder"
as_server "$programs/initdb" -D "$folder/data" -U rung -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
as_server "$programs/pg_ctl" -D "$folder/data" -w -l "$folder/log" start -o \
  "-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=${RUNG_TEST_FSYNC:-off} -c max_connections=200" >/dev/null
cd "$OLDPWD"

RUNG_TEST_POSTGRES="postgres:///postgres?host=$folder&user=rung" "$@"
