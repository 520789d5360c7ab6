#!/bin/sh
# PostgreSQL's image runs this once, over an empty volume: the gateway owns its database, makes roles, and is no superuser.
set -eu
psql -q -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -v password="$DB_PASSWORD" <<'SQL'
create role credit login createrole password :'password';
create database credit owner credit encoding 'UTF8' template template0;
SQL
