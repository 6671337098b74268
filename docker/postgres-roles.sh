#!/bin/sh
# Runs once, when the database folder is empty: the logins of api and worker. Everything else is made by `migrate`.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set app="$APP_PASSWORD" --set worker="$WORKER_PASSWORD" <<'SQL'
CREATE ROLE nghedan_app LOGIN PASSWORD :'app';
CREATE ROLE nghedan_worker LOGIN PASSWORD :'worker';
SQL
