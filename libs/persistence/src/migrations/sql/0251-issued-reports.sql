-- Issued reports: what a form said when it was issued, frozen with the list behind every cell and never changed after; report packs that
-- are drawn up at the cut-off; and what a petition's field was before it was put right, so that a report counts again as it did.

CREATE TABLE app.report_pack (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  agency_id int NOT NULL REFERENCES app.agency,
  province_id int NOT NULL,
  period_key text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('month', 'quarter', 'half', 'nineMonths', 'year')),
  title text NOT NULL,
  from_on date NOT NULL,
  to_on date NOT NULL,
  known_at timestamptz NOT NULL,
  made_for int NOT NULL REFERENCES app.app_user,  -- who signs, and in whose sight it was counted
  made_by text NOT NULL CHECK (made_by IN ('schedule', 'person')),
  made_at timestamptz NOT NULL,                   -- business clock
  CHECK (to_on >= from_on),
  UNIQUE (agency_id, period_key)
);
CREATE INDEX report_pack_of ON app.report_pack (agency_id, to_on DESC, id DESC);

-- The text that was hashed. `shielded`: petitions and visits that are protected and counted; `sight`: those that were seen.
CREATE TABLE app.report_snapshot (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  pack_id uuid REFERENCES app.report_pack,
  form_id text NOT NULL,
  form_code text NOT NULL,
  form_title text NOT NULL,
  circular text NOT NULL,
  agency_id int NOT NULL REFERENCES app.agency,
  province_id int NOT NULL,
  from_on date NOT NULL,
  to_on date NOT NULL,
  known_at timestamptz NOT NULL,
  body text NOT NULL,
  hash text NOT NULL,
  shielded uuid[] NOT NULL,
  sight uuid[] NOT NULL,
  made_for int NOT NULL REFERENCES app.app_user,
  made_at timestamptz NOT NULL,                   -- business clock
  CHECK (hash = encode(sha256(convert_to(body, 'UTF8')), 'hex')),
  UNIQUE (id, form_id, agency_id, from_on, to_on)
);
CREATE INDEX report_snapshot_of ON app.report_snapshot (agency_id, id DESC);
CREATE INDEX report_snapshot_pack ON app.report_snapshot (pack_id) WHERE pack_id IS NOT NULL;

-- A list behind cells, once however many cells have it. Ids alone: what a row is called is asked of the row, by who may see it.
CREATE TABLE app.report_list (
  snapshot_id uuid NOT NULL REFERENCES app.report_snapshot,
  hash text NOT NULL,
  ids uuid[] NOT NULL,
  weights int[],
  PRIMARY KEY (snapshot_id, hash),
  CHECK (weights IS NULL OR cardinality(weights) = cardinality(ids))
);

-- The act of issuing. One first for a form, an agency and a period; each later one replaces the one before and says why.
CREATE TABLE app.report_issue (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  snapshot_id uuid NOT NULL UNIQUE,
  form_id text NOT NULL,
  agency_id int NOT NULL,
  from_on date NOT NULL,
  to_on date NOT NULL,
  year int NOT NULL,
  number int NOT NULL,
  revision int NOT NULL CHECK (revision >= 0),
  replaces uuid UNIQUE,
  reason text CHECK (reason IS NULL OR length(reason) >= 3),
  issued_by int NOT NULL REFERENCES app.app_user,
  issued_at timestamptz NOT NULL,                 -- business clock
  UNIQUE (agency_id, year, number),
  UNIQUE (form_id, agency_id, from_on, to_on, revision),
  UNIQUE (id, form_id, agency_id, from_on, to_on),
  CHECK ((replaces IS NULL) = (revision = 0) AND (replaces IS NULL) = (reason IS NULL)),
  FOREIGN KEY (snapshot_id, form_id, agency_id, from_on, to_on) REFERENCES app.report_snapshot (id, form_id, agency_id, from_on, to_on),
  FOREIGN KEY (replaces, form_id, agency_id, from_on, to_on) REFERENCES app.report_issue (id, form_id, agency_id, from_on, to_on)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['report_pack', 'report_snapshot', 'report_list', 'report_issue'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON app.%I TO nghedan_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_read ON app.%I FOR SELECT TO nghedan_worker USING (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON app.%I TO nghedan_app', t);
    EXECUTE format('GRANT SELECT ON app.%I TO nghedan_worker', t);
  END LOOP;
END $$;

-- Written once, whoever writes: even the owner's hand is refused.
CREATE FUNCTION app.written_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is written once', tg_table_name USING ERRCODE = '42501';
END $$;
CREATE TRIGGER snapshot_written_once BEFORE UPDATE OR DELETE ON app.report_snapshot FOR EACH ROW EXECUTE FUNCTION app.written_once();
CREATE TRIGGER list_written_once BEFORE UPDATE OR DELETE ON app.report_list FOR EACH ROW EXECUTE FUNCTION app.written_once();
CREATE TRIGGER issue_written_once BEFORE UPDATE OR DELETE ON app.report_issue FOR EACH ROW EXECUTE FUNCTION app.written_once();

-- Who signs, inspectors and heads whose scope holds the agency. A report that counts a protected row is shown to who is shown that
-- row: its numbers and its existence would tell what the row itself does not.
CREATE POLICY app_scope ON app.report_pack TO nghedan_app
  USING (agency_id = ANY ((SELECT app.agencies())::int[]))
  WITH CHECK (agency_id = ANY ((SELECT app.agencies())::int[]));
CREATE POLICY app_read ON app.report_snapshot FOR SELECT TO nghedan_app
  USING (made_for = (SELECT app.user_id()) OR (agency_id = ANY ((SELECT app.agencies())::int[])
    AND (cardinality(shielded) = 0 OR NOT EXISTS (
      SELECT FROM unnest(shielded) AS x(id) WHERE NOT EXISTS (SELECT FROM app.petition p WHERE p.id = x.id)
                                              AND NOT EXISTS (SELECT FROM app.reception_visit v WHERE v.id = x.id)))));
CREATE POLICY app_write ON app.report_snapshot FOR INSERT TO nghedan_app
  WITH CHECK (made_for = (SELECT app.user_id()) AND agency_id = ANY ((SELECT app.agencies())::int[]));
CREATE POLICY app_read ON app.report_list FOR SELECT TO nghedan_app
  USING (EXISTS (SELECT FROM app.report_snapshot s WHERE s.id = snapshot_id));
CREATE POLICY app_write ON app.report_list FOR INSERT TO nghedan_app
  WITH CHECK (EXISTS (SELECT FROM app.report_snapshot s WHERE s.id = snapshot_id AND s.made_for = (SELECT app.user_id())));
-- That a report was issued is known in the agency's scope; what it says is in the snapshot.
CREATE POLICY app_read ON app.report_issue FOR SELECT TO nghedan_app USING (agency_id = ANY ((SELECT app.agencies())::int[]));
CREATE POLICY app_write ON app.report_issue FOR INSERT TO nghedan_app
  WITH CHECK (issued_by = (SELECT app.user_id()) AND EXISTS (SELECT FROM app.report_snapshot s WHERE s.id = snapshot_id));

-- The next number of an agency's reports in a year; its reports are issued one after the other.
CREATE FUNCTION app.report_number(p_agency int, p_year int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  IF NOT p_agency = ANY (app.agencies()) THEN RAISE EXCEPTION 'ADMIN.OUT_OF_SCOPE' USING ERRCODE = 'P0001'; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('nghedan_report'), p_agency);
  RETURN (SELECT coalesce(max(number), 0) + 1 FROM app.report_issue WHERE agency_id = p_agency AND year = p_year);
END $$;

-- Heads of agencies at work that have an account of their own: packs are drawn up for them. For the worker.
CREATE FUNCTION app.report_signers() RETURNS TABLE (agency_id int, user_id int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT DISTINCT ON (u.agency_id) u.agency_id, u.id FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id
   WHERE u.active AND a.valid_to IS NULL AND u.roles && ARRAY['chairman', 'provinceChairman'] AND a.level IN ('province', 'commune', 'department')
   ORDER BY u.agency_id, u.id;
$$;

-- What stood in a petition's field before it was put right, with the instant of the event that did it.
CREATE TABLE app.petition_field_was (
  petition_id uuid NOT NULL REFERENCES app.petition,
  replaced_at timestamptz NOT NULL,               -- business clock
  field text,
  PRIMARY KEY (petition_id, replaced_at)
);
ALTER TABLE app.petition_field_was ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.petition_field_was FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.petition_field_was TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON app.petition_field_was FOR SELECT TO nghedan_app USING (EXISTS (SELECT FROM app.petition p WHERE p.id = petition_id));
GRANT SELECT ON app.petition_field_was TO nghedan_app;

CREATE FUNCTION app.keep_petition_field_was() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  INSERT INTO app.petition_field_was (petition_id, replaced_at, field)
  SELECT old.id, coalesce((SELECT e.recorded_at FROM app.case_event e WHERE e.case_id = old.case_file_id ORDER BY e.seq DESC LIMIT 1), app.business_now()), old.field
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER petition_field_moves AFTER UPDATE OF field ON app.petition DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (old.field IS DISTINCT FROM new.field) EXECUTE FUNCTION app.keep_petition_field_was();

REVOKE ALL ON FUNCTION app.report_number(int, int), app.report_signers(), app.keep_petition_field_was(), app.written_once() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.report_number(int, int) TO nghedan_app;
GRANT EXECUTE ON FUNCTION app.report_signers() TO nghedan_worker;
