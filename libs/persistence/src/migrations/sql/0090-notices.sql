-- Messages that leave the house: e-mail, SMS, Zalo. Never content, a name or the nature of a petition; to citizens never about a
-- denunciation. A contact is used only while its consent stands.

CREATE TABLE app.contact (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  user_id int REFERENCES app.app_user,
  petition_id uuid REFERENCES app.petition,
  channel text NOT NULL CHECK (channel IN ('email', 'sms', 'zalo')),
  address text NOT NULL,
  quiet_from time NOT NULL DEFAULT '21:00',
  quiet_to time NOT NULL DEFAULT '07:00',
  consented_at timestamptz NOT NULL,
  consented_by int NOT NULL REFERENCES app.app_user,  -- who recorded it
  withdrawn_at timestamptz,
  CHECK ((user_id IS NULL) <> (petition_id IS NULL))
);
CREATE UNIQUE INDEX contact_of_user ON app.contact (user_id, channel) WHERE withdrawn_at IS NULL AND user_id IS NOT NULL;
CREATE UNIQUE INDEX contact_of_petition ON app.contact (petition_id, channel) WHERE withdrawn_at IS NULL AND petition_id IS NOT NULL;

-- The delivery log is the queue: a row is written with what caused it and says at the end what became of it.
CREATE TABLE app.message (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  contact_id uuid NOT NULL REFERENCES app.contact,
  case_id uuid,
  topic text NOT NULL,
  source_id uuid NOT NULL,           -- effect or milestone that caused it
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'dryRun', 'failed', 'withdrawn')),
  attempts int NOT NULL DEFAULT 0,
  not_before timestamptz,            -- business clock: quiet hours, next try
  last_error text,                   -- code or class name, never words
  gateway_ref text,
  created_at timestamptz NOT NULL,
  settled_at timestamptz,
  UNIQUE (source_id, contact_id)
);
CREATE INDEX message_waiting ON app.message (not_before NULLS FIRST, id) WHERE state = 'waiting';
CREATE INDEX message_case ON app.message (case_id);

ALTER TABLE app.contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.contact FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.contact TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON app.contact TO nghedan_worker USING (true) WITH CHECK (true);
CREATE POLICY app_scope ON app.contact TO nghedan_app
  USING (user_id = (SELECT app.user_id()) OR EXISTS (SELECT 1 FROM app.petition p WHERE p.id = petition_id)) WITH CHECK (true);
ALTER TABLE app.message ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.message FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.message TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON app.message TO nghedan_worker USING (true) WITH CHECK (true);
CREATE POLICY app_read ON app.message FOR SELECT TO nghedan_app
  USING (EXISTS (SELECT 1 FROM app.contact c WHERE c.id = contact_id));

GRANT SELECT, INSERT, UPDATE ON app.contact TO nghedan_app, nghedan_worker;
GRANT SELECT ON app.message TO nghedan_app;
GRANT SELECT, INSERT, UPDATE ON app.message TO nghedan_worker;

-- What reaches an officer's inbox also goes to the addresses the officer has given.
CREATE FUNCTION app.message_officers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  INSERT INTO app.message (contact_id, case_id, topic, source_id, created_at)
  SELECT c.id, l.case_id, l.topic, l.source_id, l.created_at
    FROM lines l JOIN app.contact c ON c.user_id = l.user_id AND c.withdrawn_at IS NULL
  ON CONFLICT (source_id, contact_id) DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER inbox_reaches_officers AFTER INSERT ON app.inbox
  REFERENCING NEW TABLE AS lines FOR EACH STATEMENT EXECUTE FUNCTION app.message_officers();
