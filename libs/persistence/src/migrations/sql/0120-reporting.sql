-- The facts that reports are counted from, as they were known at an instant: what was recorded after it is not in them, what
-- was taken back after it still stands. Nothing of a citizen is in a fact: days, stages, agencies, the register's number.

CREATE INDEX case_event_corrects ON app.case_event (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX case_event_readings ON app.case_event (recorded_at, id) WHERE type IN ('IDENTITY_READ', 'PAPER_IDENTITY_READ');

-- What a limit ended on before it was paused, prolonged, reckoned anew or corrected: read where something is asked as known before.
CREATE TABLE app.deadline_was (
  deadline_id uuid NOT NULL REFERENCES app.deadline,
  replaced_at timestamptz NOT NULL,  -- when the event that moved the limit was recorded: business clock
  due_on date,
  raw_end date,
  PRIMARY KEY (deadline_id, replaced_at)
);
ALTER TABLE app.deadline_was ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.deadline_was FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.deadline_was TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON app.deadline_was TO nghedan_worker USING (true) WITH CHECK (true);
GRANT SELECT ON app.deadline_was TO nghedan_worker;

-- At the end of the transaction, when the event is written. Of several changes at one instant the first value is the one before.
CREATE FUNCTION app.keep_deadline_was() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  INSERT INTO app.deadline_was (deadline_id, replaced_at, due_on, raw_end)
  SELECT old.id, coalesce((SELECT e.recorded_at FROM app.case_event e WHERE e.case_id = old.case_id ORDER BY e.seq DESC LIMIT 1), app.business_now()),
         old.due_on, old.raw_end
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER deadline_moves AFTER UPDATE OF due_on, raw_end ON app.deadline DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (old.due_on IS DISTINCT FROM new.due_on OR old.raw_end IS DISTINCT FROM new.raw_end)
  EXECUTE FUNCTION app.keep_deadline_was();
REVOKE EXECUTE ON FUNCTION app.keep_deadline_was() FROM PUBLIC;

-- Whether the actor of the transaction answers for a whole province: only such a person is told numbers of protected files they are
-- not named on, and never which files they are.
CREATE FUNCTION app.holds_province() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.agency WHERE id = ANY (app.agencies()) AND level = 'province');
$$;

-- One row for each case file. p_milestones: {procedure: {event type: milestone}}; p_rules: the limits of resolving.
-- Scope: what the actor of the transaction sees and acts on; with p_protected every protected file of the actor's province, its
-- ids and number left out.
CREATE FUNCTION app.report_case_facts(p_known timestamptz, p_milestones jsonb, p_rules text[], p_protected boolean)
RETURNS TABLE (case_id uuid, petition_id uuid, parent_case_id uuid, register_label text, petition_type text, field text, agency_id int,
               procedure text, procedure_version int, protected boolean, received_on date, opened_on date, stage text,
               accepted_on date, resolved_on date, resolved_as text, leader_id int, due_on date, raw_end date, ended_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  WITH seen AS MATERIALIZED (
    SELECT c.* FROM app.case_file c
     WHERE CASE WHEN p_protected THEN c.visible_to IS NOT NULL AND (SELECT app.holds_province()) AND c.province_id = ANY ((SELECT app.agencies())::int[])
                WHEN c.visible_to IS NULL THEN c.agency_id = ANY ((SELECT app.agencies())::int[])
                ELSE (SELECT app.user_id()) = ANY (c.visible_to) END
  ), taken_back AS (
    SELECT corrects FROM app.case_event WHERE corrects IS NOT NULL AND recorded_at <= p_known
  ), step AS MATERIALIZED (
    SELECT e.case_id, e.seq, e.id, e.type, e.occurred_on, e.actor_id, e.actor_role, e.to_stage, p_milestones -> s.procedure ->> e.type AS milestone
      FROM seen s JOIN app.case_event e ON e.case_id = s.id
     WHERE e.kind = 'procedure' AND e.recorded_at <= p_known AND e.id NOT IN (SELECT corrects FROM taken_back)
  ), course AS (
    SELECT t.case_id, min(t.occurred_on) FILTER (WHERE t.seq = 1) AS opened_on,
           (array_agg(t.to_stage ORDER BY t.seq DESC))[1] AS stage, (array_agg(t.occurred_on ORDER BY t.seq DESC))[1] AS stage_on,
           (array_agg(t.occurred_on ORDER BY t.seq) FILTER (WHERE t.milestone = 'accepted'))[1] AS accepted_on,
           (array_agg(t.occurred_on ORDER BY t.seq) FILTER (WHERE t.milestone IN ('resolved', 'discontinued')))[1] AS resolved_on,
           (array_agg(t.milestone ORDER BY t.seq) FILTER (WHERE t.milestone IN ('resolved', 'discontinued')))[1] AS resolved_as,
           (array_agg(t.actor_id ORDER BY t.seq DESC) FILTER (WHERE t.milestone IS NOT NULL AND t.actor_role IN ('chairman', 'provinceChairman')))[1] AS leader_id
      FROM step t GROUP BY t.case_id
  ), bound AS (
    SELECT DISTINCT ON (d.case_id) d.case_id, w.deadline_id IS NOT NULL AS moved, d.due_on, d.raw_end, w.due_on AS was_due, w.raw_end AS was_end
      FROM seen s JOIN app.deadline d ON d.case_id = s.id AND d.rule_id = ANY (p_rules)
      JOIN step o ON o.case_id = d.case_id AND o.id = d.opened_by
      LEFT JOIN LATERAL (SELECT * FROM app.deadline_was w WHERE w.deadline_id = d.id AND w.replaced_at > p_known ORDER BY w.replaced_at LIMIT 1) w ON true
     ORDER BY d.case_id, o.seq DESC, d.id
  ), passed AS (
    SELECT DISTINCT ON (e.case_id) e.case_id, (e.facts ->> 'fromAgencyId')::int AS agency_id
      FROM seen s JOIN app.case_event e ON e.case_id = s.id
     WHERE s.moved AND e.kind = 'record' AND e.type = 'MOVED' AND e.recorded_at > p_known ORDER BY e.case_id, e.seq
  )
  SELECT CASE WHEN p_protected THEN NULL ELSE s.id END, CASE WHEN p_protected THEN NULL ELSE s.petition_id END,
         CASE WHEN p_protected THEN NULL ELSE s.parent_case_id END, CASE WHEN p_protected THEN NULL ELSE p.register_label END,
         p.type, p.field, coalesce(m.agency_id, s.agency_id), s.procedure, s.procedure_version, s.visible_to IS NOT NULL,
         s.received_on, c.opened_on, c.stage, c.accepted_on, c.resolved_on, c.resolved_as, c.leader_id,
         CASE WHEN b.moved THEN b.was_due ELSE b.due_on END, CASE WHEN b.moved THEN b.was_end ELSE b.raw_end END, c.stage_on
    FROM seen s JOIN course c ON c.case_id = s.id JOIN app.petition p ON p.id = s.petition_id
    LEFT JOIN bound b ON b.case_id = s.id LEFT JOIN passed m ON m.case_id = s.id
   WHERE p.registered_at <= p_known AND (p.voided_at IS NULL OR p.voided_at > p_known);
$$;

-- One row for each petition of a register. Scope as above.
CREATE FUNCTION app.report_petition_facts(p_known timestamptz, p_protected boolean)
RETURNS TABLE (petition_id uuid, register_label text, agency_id int, petition_type text, field text, channel text, received_on date,
               people int, protected boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT CASE WHEN p_protected THEN NULL ELSE p.id END, CASE WHEN p_protected THEN NULL ELSE p.register_label END,
         p.agency_id, p.type, p.field, p.channel, p.received_on, p.petitioner_count, p.visible_to IS NOT NULL
    FROM app.petition p
   WHERE p.registered_at <= p_known AND (p.voided_at IS NULL OR p.voided_at > p_known)
     AND CASE WHEN p_protected THEN p.visible_to IS NOT NULL AND (SELECT app.holds_province()) AND p.province_id = ANY ((SELECT app.agencies())::int[])
              WHEN p.visible_to IS NULL THEN p.agency_id = ANY ((SELECT app.agencies())::int[])
              ELSE (SELECT app.user_id()) = ANY (p.visible_to) END;
$$;

-- One row for each visit of citizen reception. Scope: what the actor sees and acts on.
CREATE FUNCTION app.report_visit_facts(p_known timestamptz)
RETURNS TABLE (visit_id uuid, register_label text, agency_id int, visit_type text, session_kind text, visited_on date, people int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT v.id, v.register_number || '/' || v.register_year, v.agency_id, v.type, s.kind, v.visited_on, v.group_size
    FROM app.reception_visit v JOIN app.reception_session s ON s.id = v.session_id
    JOIN app.case_event e ON e.case_id = v.id AND e.seq = 1 AND e.recorded_at <= p_known
   WHERE CASE WHEN v.visible_to IS NULL THEN v.agency_id = ANY ((SELECT app.agencies())::int[])
              ELSE (SELECT app.user_id()) = ANY (v.visible_to) END;
$$;

-- Who read an identity or a paper that holds one: person, file, day, right; nothing of what was read. Scope: the files of the
-- actor's provinces; the service asks who may look. An event of a protected file is told without the file's stage.
CREATE FUNCTION app.report_readings(p_from timestamptz, p_until timestamptz)
RETURNS TABLE (event_id uuid, case_id uuid, agency_id int, register_label text, type text, read_at timestamptz, reader_id int, reader_name text,
               reader_title text, by_release boolean, purpose text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT e.id, e.case_id, c.agency_id, p.register_label, e.type, e.recorded_at, e.actor_id, u.full_name, u.title,
         coalesce(e.facts ->> 'releaseId', '') <> '', e.facts ->> 'purpose'
    FROM app.case_event e JOIN app.case_file c ON c.id = e.case_id JOIN app.petition p ON p.id = c.petition_id
    LEFT JOIN app.app_user u ON u.id = e.actor_id
   WHERE e.type IN ('IDENTITY_READ', 'PAPER_IDENTITY_READ') AND e.recorded_at >= p_from AND e.recorded_at < p_until
     AND c.province_id = ANY ((SELECT app.agencies())::int[]) AND (SELECT app.holds_province())
   ORDER BY e.recorded_at DESC, e.id DESC;
$$;

-- An inspection and the samples drawn for it. A sample is kept whole: from which list, by which seed, what came out; it is never
-- changed, a new drawing is a new row. Findings are notes of the inspector and change nothing of the case.
CREATE TABLE app.inspection (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  agency_id int NOT NULL REFERENCES app.agency, -- whose inspectorate holds it
  province_id int NOT NULL,
  name text NOT NULL,
  team text NOT NULL,
  from_on date NOT NULL,
  to_on date NOT NULL,
  created_by int NOT NULL REFERENCES app.app_user,
  created_at timestamptz NOT NULL,   -- business clock
  CHECK (to_on >= from_on)
);
CREATE INDEX inspection_province ON app.inspection (province_id, created_at DESC);

CREATE TABLE app.inspection_sample (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  inspection_id uuid NOT NULL REFERENCES app.inspection,
  province_id int NOT NULL,
  figure jsonb NOT NULL,             -- measure and filters of the list, with the instant it was known at
  algorithm text NOT NULL,
  seed text NOT NULL,
  strata text NOT NULL CHECK (strata IN ('none', 'agency', 'overdue')),
  size int NOT NULL CHECK (size > 0),
  population_size int NOT NULL,
  population_hash text NOT NULL,     -- SHA-256 of the sorted ids
  drawn_by int NOT NULL REFERENCES app.app_user,
  drawn_at timestamptz NOT NULL      -- business clock
);
CREATE INDEX inspection_sample_of ON app.inspection_sample (inspection_id, id);

CREATE TABLE app.inspection_sample_case (
  sample_id uuid NOT NULL REFERENCES app.inspection_sample,
  ordinal int NOT NULL,
  case_id uuid NOT NULL REFERENCES app.case_file,
  stratum text NOT NULL,
  PRIMARY KEY (sample_id, case_id),
  UNIQUE (sample_id, ordinal)
);

CREATE TABLE app.inspection_finding (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  sample_id uuid NOT NULL,
  case_id uuid NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('inOrder', 'minor', 'serious')),
  note text NOT NULL,
  noted_by int NOT NULL REFERENCES app.app_user,
  noted_at timestamptz NOT NULL,     -- business clock
  FOREIGN KEY (sample_id, case_id) REFERENCES app.inspection_sample_case
);
CREATE INDEX inspection_finding_of ON app.inspection_finding (sample_id, case_id, noted_at);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['inspection', 'inspection_sample', 'inspection_sample_case', 'inspection_finding'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON app.%I TO nghedan_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON app.%I TO nghedan_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['inspection', 'inspection_sample'] LOOP
    EXECUTE format('CREATE POLICY app_scope ON app.%I TO nghedan_app
      USING (province_id = ANY ((SELECT app.agencies())::int[])) WITH CHECK (province_id = ANY ((SELECT app.agencies())::int[]))', t);
  END LOOP;
END $$;
-- A sampled case is there for who sees the case; a finding hangs on it.
CREATE POLICY app_scope ON app.inspection_sample_case TO nghedan_app
  USING (EXISTS (SELECT FROM app.inspection_sample s WHERE s.id = sample_id) AND EXISTS (SELECT FROM app.case_file c WHERE c.id = case_id))
  WITH CHECK (EXISTS (SELECT FROM app.inspection_sample s WHERE s.id = sample_id) AND EXISTS (SELECT FROM app.case_file c WHERE c.id = case_id));
CREATE POLICY app_scope ON app.inspection_finding TO nghedan_app
  USING (EXISTS (SELECT FROM app.inspection_sample_case k WHERE k.sample_id = inspection_finding.sample_id AND k.case_id = inspection_finding.case_id))
  WITH CHECK (noted_by = (SELECT app.user_id())
    AND EXISTS (SELECT FROM app.inspection_sample_case k WHERE k.sample_id = inspection_finding.sample_id AND k.case_id = inspection_finding.case_id));

REVOKE ALL ON FUNCTION app.holds_province(), app.report_case_facts(timestamptz, jsonb, text[], boolean), app.report_petition_facts(timestamptz, boolean),
  app.report_visit_facts(timestamptz), app.report_readings(timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.report_case_facts(timestamptz, jsonb, text[], boolean), app.report_petition_facts(timestamptz, boolean),
  app.report_visit_facts(timestamptz), app.report_readings(timestamptz, timestamptz) TO nghedan_app;
