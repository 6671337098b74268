-- Keys that tree heads are signed with, one after the other: each is signed for by itself and by the one before, over the last tree of
-- that one. Public halves only. And complete subtrees of the ledger's tree, so that a proof over millions of leaves reads two blocks.
CREATE TABLE app.audit_key (
  ordinal int PRIMARY KEY CHECK (ordinal > 0),
  key_id text NOT NULL UNIQUE CHECK (key_id ~ '^[0-9a-f]{16}$'),
  public_key text NOT NULL,
  previous_key_id text UNIQUE REFERENCES app.audit_key (key_id),
  tree_size bigint NOT NULL CHECK (tree_size >= 0),
  root_hash bytea NOT NULL,
  since timestamptz NOT NULL, -- system clock
  reason text NOT NULL CHECK (reason IN ('first', 'rotated', 'lost')),
  signature bytea NOT NULL,
  previous_signature bytea,
  CHECK ((reason = 'first') = (previous_key_id IS NULL) AND (reason = 'rotated') = (previous_signature IS NOT NULL))
);
CREATE TABLE app.ledger_subtree (
  level smallint NOT NULL CHECK (level BETWEEN 10 AND 52),
  index bigint NOT NULL CHECK (index >= 0),
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (level, index)
);
-- Hashes and public keys tell nothing of any case: every role reads them, the worker alone adds, nobody changes them.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_key', 'ledger_subtree'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON app.%I TO nghedan_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY runtime_read ON app.%I FOR SELECT TO nghedan_app, nghedan_worker USING (true)', t);
    EXECUTE format('CREATE POLICY worker_add ON app.%I FOR INSERT TO nghedan_worker WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON app.%I TO nghedan_app, nghedan_worker', t);
    EXECUTE format('GRANT INSERT ON app.%I TO nghedan_worker', t);
  END LOOP;
END $$;
