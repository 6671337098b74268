-- Agencies that merge, close or take another name. What an agency was stays readable; its open files pass to who comes after it.

CREATE TABLE app.agency_change (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  kind text NOT NULL CHECK (kind IN ('succeeded', 'renamed')),
  agency_id int NOT NULL REFERENCES app.agency,
  successor_id int REFERENCES app.agency,
  last_day date,                     -- of the agency that ends
  old_name text NOT NULL,
  new_name text,
  basis text NOT NULL,               -- the deciding paper
  recorded_by int NOT NULL REFERENCES app.app_user,
  recorded_at timestamptz NOT NULL,  -- business clock
  moved int NOT NULL DEFAULT 0,      -- open files that have passed on; never counts a protected one
  kept int NOT NULL DEFAULT 0,       -- open files that could not; never counts a protected one
  settled_at timestamptz
);
CREATE INDEX agency_change_agency ON app.agency_change (agency_id);
GRANT SELECT ON app.agency_change TO nghedan_app, nghedan_worker;
GRANT UPDATE (moved, kept, settled_at) ON app.agency_change TO nghedan_worker;

-- Scope: called for administrators of a subtree that holds both agencies; the API checks it. The agency that ends hangs below its
-- successor from then on, so that whoever answers for the matters also reads the old book.
CREATE FUNCTION app.succeed_agency(p_agency int, p_successor int, p_last_day date, p_basis text, p_by int, p_people boolean)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  ends app.agency%ROWTYPE;
  change uuid;
BEGIN
  SELECT * INTO ends FROM app.agency WHERE id = p_agency FOR UPDATE;
  IF ends.valid_to IS NOT NULL THEN RAISE EXCEPTION 'AGENCY.CLOSED' USING ERRCODE = 'P0001'; END IF;
  PERFORM 1 FROM app.agency WHERE id = p_successor AND valid_to IS NULL FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'AGENCY.SUCCESSOR_CLOSED' USING ERRCODE = 'P0001'; END IF;
  IF p_successor = ANY (app.agency_subtree(p_agency)) THEN RAISE EXCEPTION 'AGENCY.SUCCESSOR_BELOW' USING ERRCODE = 'P0001'; END IF;
  IF p_last_day >= app.business_today() THEN RAISE EXCEPTION 'AGENCY.DAY_AHEAD' USING ERRCODE = 'P0001'; END IF;
  UPDATE app.agency SET valid_to = p_last_day, successor_id = p_successor, parent_id = p_successor WHERE id = p_agency;
  -- The head of the agency that ends does not become a second head of the other one.
  IF p_people THEN
    UPDATE app.app_user SET agency_id = p_successor
     WHERE agency_id = p_agency AND active AND NOT roles && ARRAY['chairman', 'provinceChairman', 'administrator'];
  END IF;
  INSERT INTO app.agency_change (kind, agency_id, successor_id, last_day, old_name, basis, recorded_by, recorded_at)
  VALUES ('succeeded', p_agency, p_successor, p_last_day, ends.name, p_basis, p_by, app.business_now()) RETURNING id INTO change;
  INSERT INTO app.effect (kind, payload) VALUES ('agency.succeed', jsonb_build_object('changeId', change));
  RETURN change;
END $$;

CREATE FUNCTION app.rename_agency(p_agency int, p_name text, p_short_name text, p_basis text, p_by int)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  before app.agency%ROWTYPE;
  change uuid;
BEGIN
  SELECT * INTO before FROM app.agency WHERE id = p_agency FOR UPDATE;
  IF before.valid_to IS NOT NULL THEN RAISE EXCEPTION 'AGENCY.CLOSED' USING ERRCODE = 'P0001'; END IF;
  UPDATE app.agency SET name = p_name, short_name = p_short_name WHERE id = p_agency;
  INSERT INTO app.agency_change (kind, agency_id, old_name, new_name, basis, recorded_by, recorded_at, settled_at)
  VALUES ('renamed', p_agency, before.name, p_name, p_basis, p_by, app.business_now(), app.business_now()) RETURNING id INTO change;
  RETURN change;
END $$;

REVOKE ALL ON FUNCTION app.succeed_agency(int, int, date, text, int, boolean), app.rename_agency(int, text, text, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.succeed_agency(int, int, date, text, int, boolean), app.rename_agency(int, text, text, text, int) TO nghedan_app;
