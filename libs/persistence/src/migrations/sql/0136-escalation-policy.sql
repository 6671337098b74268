-- What an agency sets for reminders, reports to leaders, office hours and make-up days (quy định nội bộ), in versions that are never
-- changed. The version in force is kept beside the other settings of the agency, where whoever reckons reads it: an agency without
-- one of its own follows its province, a province without one the built-in values.

CREATE TABLE app.escalation_policy (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  agency_id int NOT NULL REFERENCES app.agency,
  version int NOT NULL CHECK (version > 0),
  policy jsonb,                      -- null: given up, as the province has it
  set_by int NOT NULL REFERENCES app.app_user,
  set_at timestamptz NOT NULL,       -- business clock
  UNIQUE (agency_id, version)
);
GRANT SELECT ON app.escalation_policy TO nghedan_app, nghedan_worker;
ALTER TABLE app.escalation_policy ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.escalation_policy FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.escalation_policy TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON app.escalation_policy TO nghedan_worker USING (true) WITH CHECK (true);
-- Versions of the own tree, and of the province one follows.
CREATE POLICY app_read ON app.escalation_policy FOR SELECT TO nghedan_app
  USING (agency_id = ANY ((SELECT app.agencies())::int[])
         OR agency_id IN (SELECT a.province_id FROM app.agency a WHERE a.id = ANY ((SELECT app.agencies())::int[])));

CREATE FUNCTION app.latest_policy(p_agency int) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT policy FROM app.escalation_policy WHERE agency_id = p_agency ORDER BY version DESC LIMIT 1;
$$;
CREATE FUNCTION app.policy_in_force(p_agency int, p_province int) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(app.latest_policy(p_agency), app.latest_policy(p_province), '{}');
$$;

-- A new version of an agency the actor administers, where the last one is the one that was seen. Answers its number.
CREATE FUNCTION app.escalation_policy_set(p_agency int, p_policy jsonb, p_seen int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  here app.agency%ROWTYPE;
  last int;
BEGIN
  PERFORM app.must_administer(p_agency);
  SELECT * INTO here FROM app.agency WHERE id = p_agency FOR UPDATE;
  SELECT coalesce(max(version), 0) INTO last FROM app.escalation_policy WHERE agency_id = p_agency;
  IF last <> p_seen THEN RAISE EXCEPTION 'POLICY.CHANGED_SINCE' USING ERRCODE = 'P0001'; END IF;
  IF p_policy IS NULL AND app.latest_policy(p_agency) IS NULL THEN RAISE EXCEPTION 'POLICY.NONE' USING ERRCODE = 'P0001'; END IF;
  INSERT INTO app.escalation_policy (agency_id, version, policy, set_by, set_at)
  VALUES (p_agency, last + 1, p_policy, app.user_id(), app.business_now());
  UPDATE app.agency a
     SET settings = (a.settings - ARRAY['escalation', 'workStart', 'workEnd', 'makeup']) || app.policy_in_force(a.id, a.province_id)
   WHERE a.id = p_agency OR (p_agency = a.province_id AND app.latest_policy(a.id) IS NULL);
  RETURN last + 1;
END $$;
REVOKE ALL ON FUNCTION app.escalation_policy_set(int, jsonb, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.escalation_policy_set(int, jsonb, int) TO nghedan_app;

-- An agency that is added follows its province from its first day.
CREATE FUNCTION app.agency_follows_province() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  new.settings := coalesce(new.settings, '{}') || coalesce(app.latest_policy(new.province_id), '{}');
  RETURN new;
END $$;
CREATE TRIGGER agency_policy BEFORE INSERT ON app.agency FOR EACH ROW EXECUTE FUNCTION app.agency_follows_province();
