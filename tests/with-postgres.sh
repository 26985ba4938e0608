#!/usr/bin/env bash
# Runs a command with a PostgreSQL of its own: in a temporary folder, for this machine only, gone afterwards.
# The command finds its address in RUNG_TEST_POSTGRES: a socket.   tests/with-postgres.sh cargo test -p rung-store
# RUNG_TEST_POSTGRES_TLS is the same server over TLS, where openssl is there to make it a certificate; the authority
# that signed it, which nobody knows, is in RUNG_TEST_POSTGRES_ROOT.
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

# A certificate for the address 0.0.0.0: Rung takes that for another machine, and Linux finds this one there.
make_certificate() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=An authority of its own" \
    -keyout authority.key -out authority.crt &&
    openssl req -newkey rsa:2048 -nodes -subj "/CN=PostgreSQL" -keyout server.key -out server.csr &&
    openssl x509 -req -in server.csr -CA authority.crt -CAkey authority.key -CAcreateserial -days 2 -out server.crt \
      -extfile <(echo "subjectAltName=IP:0.0.0.0") || return 1
  chmod 600 server.key
  if [ "$(id -u)" = 0 ]; then chown postgres server.key; fi
}

cd "$folder"
tls="-c listen_addresses=''"
port=5432
if command -v openssl >/dev/null && make_certificate 2>/dev/null; then
  port=$((20000 + RANDOM % 10000))
  tls="-c listen_addresses=127.0.0.1 -c port=$port -c ssl=on -c ssl_cert_file=$folder/server.crt -c ssl_key_file=$folder/server.key"
fi
as_server "$programs/initdb" -D "$folder/data" -U rung -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
as_server "$programs/pg_ctl" -D "$folder/data" -w -l "$folder/log" start -o \
  "$tls -c unix_socket_directories='$folder' -c fsync=${RUNG_TEST_FSYNC:-off} -c max_connections=200" >/dev/null
cd "$OLDPWD"

if [ "$port" != 5432 ]; then
  export RUNG_TEST_POSTGRES_TLS="postgres://rung@0.0.0.0:$port/postgres" RUNG_TEST_POSTGRES_ROOT="$folder/authority.crt"
fi
RUNG_TEST_POSTGRES="postgres:///postgres?host=$folder&port=$port&user=rung" "$@"
