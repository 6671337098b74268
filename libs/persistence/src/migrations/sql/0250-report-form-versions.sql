-- Versions of official forms that the administrator of a province has added as data: columns, units, identities, validity. What a
-- column counts is told by named tests of the product; the document was checked against their catalogue before it came here. A
-- version is never changed: it ends, and another one is added. Nothing of a citizen is in it.
CREATE TABLE app.report_form (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  province_id int NOT NULL REFERENCES app.agency,
  form_id text NOT NULL CHECK (form_id ~ '^[A-Z0-9][A-Z0-9.-]{1,29}$'),
  valid_from date NOT NULL,
  valid_to date,
  definition jsonb NOT NULL,
  basis text NOT NULL,               -- the paper the columns were taken from
  recorded_by int NOT NULL REFERENCES app.app_user,
  recorded_at timestamptz NOT NULL,  -- business clock
  UNIQUE (province_id, form_id),
  CHECK (valid_to >= valid_from)
);

CREATE FUNCTION app.report_form_add(p_form text, p_from date, p_to date, p_definition jsonb, p_basis text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  INSERT INTO app.report_form (province_id, form_id, valid_from, valid_to, definition, basis, recorded_by, recorded_at)
  VALUES (app.must_keep_remote_areas(), p_form, p_from, p_to, p_definition, p_basis, app.user_id(), app.business_now());
EXCEPTION WHEN unique_violation THEN RAISE EXCEPTION 'REPORT_FORM.TAKEN' USING ERRCODE = 'P0001';
END $$;

CREATE FUNCTION app.report_form_end(p_form text, p_last_day date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  province int := app.must_keep_remote_areas();
BEGIN
  UPDATE app.report_form SET valid_to = p_last_day
   WHERE province_id = province AND form_id = p_form AND valid_from <= p_last_day AND (valid_to IS NULL OR valid_to > p_last_day);
  IF NOT FOUND THEN RAISE EXCEPTION 'REPORT_FORM.NOT_OPEN' USING ERRCODE = 'P0001'; END IF;
END $$;

GRANT SELECT ON app.report_form TO nghedan_app, nghedan_worker;
ALTER TABLE app.report_form ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.report_form FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.report_form TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_read ON app.report_form FOR SELECT TO nghedan_worker USING (true);
-- Columns of a public circular: whoever works in the province reads them.
CREATE POLICY app_read ON app.report_form FOR SELECT TO nghedan_app
  USING (province_id = (SELECT a.province_id FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id WHERE u.id = (SELECT app.user_id())));

REVOKE ALL ON FUNCTION app.report_form_add(text, date, date, jsonb, text), app.report_form_end(text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.report_form_add(text, date, date, jsonb, text), app.report_form_end(text, date) TO nghedan_app;
