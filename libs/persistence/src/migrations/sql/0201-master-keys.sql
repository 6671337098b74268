-- Versions of the master key, from the first rotation on. No key is kept here: a check value proves a key and tells nothing of it.
CREATE TABLE app.master_key (
  version int PRIMARY KEY CHECK (version > 0),
  check_value bytea NOT NULL UNIQUE,
  hash_root bytea,                   -- root of the keyed hashes, wrapped by this key; null: the first key is the root itself
  announced_at timestamptz NOT NULL DEFAULT now(),
  retired_at timestamptz
);
GRANT SELECT ON app.master_key TO nghedan_app, nghedan_worker;
