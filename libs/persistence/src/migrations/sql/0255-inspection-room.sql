-- The inspection room: lists behind figures and cells that an inspector froze, findings with a kind and with corrections, and what the
-- head of an agency is shown of findings against its own files. Nothing here changes a case.

CREATE TABLE app.inspection_list (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  inspection_id uuid NOT NULL REFERENCES app.inspection,
  province_id int NOT NULL,
  address jsonb NOT NULL,            -- the form's cell or the measure, with period, agency and the instant it was known at
  title text NOT NULL,
  unit text NOT NULL,
  value int,                         -- null: not recorded
  ids uuid[] NOT NULL,
  hash text NOT NULL,                -- SHA-256 of the sorted ids, one a line
  frozen_by int NOT NULL REFERENCES app.app_user,
  frozen_at timestamptz NOT NULL     -- business clock
);
CREATE INDEX inspection_list_of ON app.inspection_list (inspection_id, id);
ALTER TABLE app.inspection_list ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.inspection_list FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.inspection_list TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON app.inspection_list FOR SELECT TO nghedan_app USING (province_id = ANY ((SELECT app.agencies())::int[]));
CREATE POLICY app_write ON app.inspection_list FOR INSERT TO nghedan_app
  WITH CHECK (frozen_by = (SELECT app.user_id()) AND EXISTS (SELECT FROM app.inspection i WHERE i.id = inspection_id));
GRANT SELECT, INSERT ON app.inspection_list TO nghedan_app;
CREATE TRIGGER list_frozen_once BEFORE UPDATE OR DELETE ON app.inspection_list FOR EACH ROW EXECUTE FUNCTION app.written_once();

-- A finding is about a case of a sample or of a frozen list. It is never changed: another one corrects it.
ALTER TABLE app.inspection_finding
  ALTER COLUMN sample_id DROP NOT NULL,
  ADD COLUMN list_id uuid REFERENCES app.inspection_list,
  ADD COLUMN kind text NOT NULL DEFAULT 'other' CHECK (kind IN ('timeLimit', 'procedure', 'papers', 'delivery', 'dataEntry', 'outcome', 'other')),
  ADD COLUMN corrects uuid UNIQUE REFERENCES app.inspection_finding,
  ADD CHECK (num_nonnulls(sample_id, list_id) = 1);
CREATE INDEX inspection_finding_list ON app.inspection_finding (list_id, case_id, noted_at) WHERE list_id IS NOT NULL;
CREATE INDEX inspection_finding_case ON app.inspection_finding (case_id, noted_at);
CREATE POLICY app_list ON app.inspection_finding TO nghedan_app
  USING (list_id IS NOT NULL AND EXISTS (SELECT FROM app.inspection_list l WHERE l.id = list_id)
    AND EXISTS (SELECT FROM app.case_file c WHERE c.id = inspection_finding.case_id))
  WITH CHECK (noted_by = (SELECT app.user_id()) AND EXISTS (
    SELECT FROM app.inspection_list l JOIN app.case_file c ON c.id = ANY (l.ids) OR c.petition_id = ANY (l.ids)
     WHERE l.id = list_id AND c.id = inspection_finding.case_id));
CREATE TRIGGER finding_written_once BEFORE UPDATE OR DELETE ON app.inspection_finding FOR EACH ROW EXECUTE FUNCTION app.written_once();

-- Findings against the files of whoever acts, for the head of the agency. Scope: files the actor sees and acts on; the inspection is
-- told by its name, no other file of it.
CREATE FUNCTION app.findings_for_head() RETURNS TABLE (id uuid, case_id uuid, register_label text, agency_id int, kind text, verdict text, note text,
  noted_by_name text, noted_at timestamptz, corrects uuid, corrected boolean, inspection_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT f.id, f.case_id, p.register_label, c.agency_id, f.kind, f.verdict, f.note, u.full_name, f.noted_at, f.corrects,
         EXISTS (SELECT FROM app.inspection_finding n WHERE n.corrects = f.id), i.name
    FROM app.inspection_finding f JOIN app.case_file c ON c.id = f.case_id JOIN app.petition p ON p.id = c.petition_id
    JOIN app.app_user u ON u.id = f.noted_by
    LEFT JOIN app.inspection_sample s ON s.id = f.sample_id LEFT JOIN app.inspection_list l ON l.id = f.list_id
    JOIN app.inspection i ON i.id = coalesce(s.inspection_id, l.inspection_id)
   WHERE EXISTS (SELECT FROM app.actor_of(app.user_id()) a WHERE a.roles && ARRAY['chairman', 'provinceChairman'])
     AND CASE WHEN c.visible_to IS NULL THEN c.agency_id = ANY ((SELECT app.agencies())::int[]) ELSE (SELECT app.user_id()) = ANY (c.visible_to) END
   ORDER BY f.noted_at DESC, f.id DESC LIMIT 500;
$$;
REVOKE ALL ON FUNCTION app.findings_for_head() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.findings_for_head() TO nghedan_app;
