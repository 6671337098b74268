-- How long closed files are kept, and proposals to part with those past it. Nothing here deletes: a proposal is a list that a leader decides
-- on, and what is destroyed afterwards is destroyed by people, on paper. A file without a rule is kept for good.
CREATE TABLE app.retention_rule (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  province_id int NOT NULL REFERENCES app.agency,
  procedure text NOT NULL,
  years int CHECK (years BETWEEN 1 AND 200), -- null: for good
  basis text NOT NULL,               -- the paper that says so
  set_by int NOT NULL REFERENCES app.app_user,
  set_at timestamptz NOT NULL        -- business clock; the newest counts, older ones stay
);
CREATE INDEX retention_rule_newest ON app.retention_rule (province_id, procedure, set_at DESC, id DESC);

CREATE TABLE app.retention_proposal (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  agency_id int NOT NULL REFERENCES app.agency,
  items int NOT NULL CHECK (items > 0),
  note text NOT NULL,
  made_by int NOT NULL REFERENCES app.app_user,
  made_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'approved', 'rejected')),
  decided_by int REFERENCES app.app_user,
  decided_at timestamptz,
  decision_no text,                  -- number and day of the paper that decides
  decision_reason text,
  CHECK ((state = 'proposed') = (decided_by IS NULL))
);
CREATE INDEX retention_proposal_of ON app.retention_proposal (agency_id, made_at DESC);

CREATE TABLE app.retention_item (
  proposal_id uuid NOT NULL REFERENCES app.retention_proposal,
  case_id uuid NOT NULL REFERENCES app.case_file,
  rule_id uuid NOT NULL REFERENCES app.retention_rule,
  closed_on date NOT NULL,
  keep_until date NOT NULL,
  PRIMARY KEY (proposal_id, case_id)
);
CREATE INDEX retention_item_case ON app.retention_item (case_id);

GRANT SELECT ON app.retention_rule TO nghedan_app;
GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at, decision_no, decision_reason) ON app.retention_proposal TO nghedan_app;
GRANT SELECT, INSERT ON app.retention_item TO nghedan_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['retention_rule', 'retention_proposal', 'retention_item'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON app.%I TO nghedan_owner USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
CREATE POLICY app_read ON app.retention_rule FOR SELECT TO nghedan_app
  USING (province_id IN (SELECT a.province_id FROM app.agency a WHERE a.id = ANY ((SELECT app.agencies())::int[])));
CREATE POLICY app_read ON app.retention_proposal FOR SELECT TO nghedan_app USING (agency_id = ANY ((SELECT app.agencies())::int[]));
CREATE POLICY app_make ON app.retention_proposal FOR INSERT TO nghedan_app
  WITH CHECK (agency_id = ANY ((SELECT app.agencies())::int[]) AND made_by = (SELECT app.user_id()) AND state = 'proposed');
-- Decided once, by whoever acts.
CREATE POLICY app_decide ON app.retention_proposal FOR UPDATE TO nghedan_app
  USING (agency_id = ANY ((SELECT app.agencies())::int[]) AND state = 'proposed')
  WITH CHECK (decided_by = (SELECT app.user_id()) AND state <> 'proposed');
-- A line is seen by whoever sees the file: of protected files the list says nothing to others.
CREATE POLICY app_read ON app.retention_item FOR SELECT TO nghedan_app
  USING (EXISTS (SELECT FROM app.retention_proposal p WHERE p.id = proposal_id) AND EXISTS (SELECT FROM app.case_file c WHERE c.id = case_id));
CREATE POLICY app_add ON app.retention_item FOR INSERT TO nghedan_app
  WITH CHECK (EXISTS (SELECT FROM app.retention_proposal p WHERE p.id = proposal_id AND p.state = 'proposed' AND p.made_by = (SELECT app.user_id()))
    AND EXISTS (SELECT FROM app.case_file c WHERE c.id = case_id AND c.closed_on IS NOT NULL));

-- A new version of the rule of a kind of file, for the province the actor administers.
CREATE FUNCTION app.retention_rule_set(p_province int, p_procedure text, p_years int, p_basis text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  made uuid;
BEGIN
  PERFORM app.must_administer(p_province);
  INSERT INTO app.retention_rule (province_id, procedure, years, basis, set_by, set_at)
  VALUES (p_province, p_procedure, p_years, p_basis, app.user_id(), app.business_now()) RETURNING id INTO made;
  RETURN made;
END $$;
REVOKE ALL ON FUNCTION app.retention_rule_set(int, text, int, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.retention_rule_set(int, text, int, text) TO nghedan_app;
