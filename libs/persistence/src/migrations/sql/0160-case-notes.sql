-- Working notes of a case file: what the people on it write for one another. Each change is a version of its own and none is
-- ever lost; the latest is what is shown. Words on a protected file are sealed. The ledger says that a note was written, not what.

CREATE TABLE app.case_note (
  note_id uuid NOT NULL,
  rev int NOT NULL CHECK (rev > 0),
  case_id uuid NOT NULL REFERENCES app.case_file,
  written_by int NOT NULL REFERENCES app.app_user,
  written_at timestamptz NOT NULL,   -- business clock
  text text,
  sealed bytea,
  sealed_key bytea,
  PRIMARY KEY (note_id, rev),
  CHECK ((text IS NULL) = (sealed IS NOT NULL)),
  CHECK ((sealed IS NULL) = (sealed_key IS NULL))
);
CREATE INDEX case_note_case ON app.case_note (case_id);

ALTER TABLE app.case_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.case_note FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.case_note TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON app.case_note TO nghedan_worker USING (true) WITH CHECK (true);
-- Read by who reads the file; written, in their own name, by who may act on it, and never in the clear where it is protected.
CREATE POLICY app_read ON app.case_note FOR SELECT TO nghedan_app
  USING (EXISTS (SELECT FROM app.case_file c WHERE c.id = case_id));
CREATE POLICY app_write ON app.case_note FOR INSERT TO nghedan_app
  WITH CHECK (written_by = (SELECT app.user_id()) AND EXISTS (
    SELECT FROM app.case_file c WHERE c.id = case_id AND (c.visible_to IS NULL OR sealed IS NOT NULL)
       AND app.in_scope((SELECT app.user_id()), (SELECT app.agencies())::int[], c.agency_id, c.visible_to)));
GRANT SELECT, INSERT ON app.case_note TO nghedan_app;
GRANT SELECT ON app.case_note TO nghedan_worker;
