-- Personal data that may have got out: what was seen when, and which steps were taken when. No names: the words say what kind of data and
-- how many people, never whose.
CREATE TABLE app.breach (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  agency_id int NOT NULL REFERENCES app.agency,
  discovered_at timestamptz NOT NULL, -- every time is counted from here
  what text NOT NULL,
  noted_by int NOT NULL REFERENCES app.app_user,
  noted_at timestamptz NOT NULL       -- business clock
);
CREATE INDEX breach_of ON app.breach (agency_id, discovered_at DESC);
CREATE TABLE app.breach_step (
  breach_id uuid NOT NULL REFERENCES app.breach,
  step text NOT NULL,
  applies boolean NOT NULL,           -- false: looked at and not called for, the note says why
  done_at timestamptz NOT NULL,
  note text NOT NULL,
  noted_by int NOT NULL REFERENCES app.app_user,
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (breach_id, step)
);
GRANT SELECT, INSERT ON app.breach, app.breach_step TO nghedan_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['breach', 'breach_step'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON app.%I TO nghedan_owner USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
-- Who answers for the data: administrators, custodians, heads, inspectors.
CREATE FUNCTION app.answers_for_data() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM app.actor_of(app.user_id()) a
                  WHERE a.roles && ARRAY['administrator', 'identityCustodian', 'chairman', 'provinceChairman', 'inspector']);
$$;
REVOKE ALL ON FUNCTION app.answers_for_data() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.answers_for_data() TO nghedan_app;
CREATE POLICY app_read ON app.breach FOR SELECT TO nghedan_app
  USING (agency_id = ANY ((SELECT app.agencies())::int[]) AND (SELECT app.answers_for_data()));
CREATE POLICY app_note ON app.breach FOR INSERT TO nghedan_app
  WITH CHECK (agency_id = ANY ((SELECT app.agencies())::int[]) AND noted_by = (SELECT app.user_id()) AND (SELECT app.answers_for_data()));
CREATE POLICY app_read ON app.breach_step FOR SELECT TO nghedan_app USING (EXISTS (SELECT FROM app.breach b WHERE b.id = breach_id));
CREATE POLICY app_note ON app.breach_step FOR INSERT TO nghedan_app
  WITH CHECK (noted_by = (SELECT app.user_id()) AND EXISTS (SELECT FROM app.breach b WHERE b.id = breach_id));
