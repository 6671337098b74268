-- Typing errors of registered petitions put right. The row of the petition says what is right now; this says what stood there.
-- The ledger has the event with the names of the fields and SHA-256(salt ‖ change), never the words.
CREATE TABLE app.petition_correction (
  event_id uuid PRIMARY KEY,
  petition_id uuid NOT NULL REFERENCES app.petition,
  fields text[] NOT NULL CHECK (cardinality(fields) > 0),
  salt bytea NOT NULL,
  change text,                       -- before and after by field, JSON; null when sealed
  sealed bytea,
  sealed_key bytea,
  corrected_by int NOT NULL REFERENCES app.app_user,
  corrected_at timestamptz NOT NULL, -- business clock
  CHECK ((change IS NULL) = (sealed IS NOT NULL) AND (sealed IS NULL) = (sealed_key IS NULL))
);
CREATE INDEX petition_correction_petition ON app.petition_correction (petition_id, corrected_at);

GRANT SELECT, INSERT ON app.petition_correction TO nghedan_app;
GRANT SELECT ON app.petition_correction TO nghedan_worker;

-- Seen by who sees the petition, written once, never changed.
ALTER TABLE app.petition_correction ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.petition_correction FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.petition_correction TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON app.petition_correction TO nghedan_worker USING (true) WITH CHECK (true);
CREATE POLICY app_insert ON app.petition_correction FOR INSERT TO nghedan_app
  WITH CHECK (corrected_by = (SELECT app.user_id()) AND EXISTS (SELECT FROM app.petition p WHERE p.id = petition_id));
CREATE POLICY app_read ON app.petition_correction FOR SELECT TO nghedan_app
  USING (EXISTS (SELECT FROM app.petition p WHERE p.id = petition_id));
