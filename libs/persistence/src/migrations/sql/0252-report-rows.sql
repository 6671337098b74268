-- Rows that official forms are counted from, kept beside the ledger: one a petition and one a file of resolving, as the reporting library
-- makes them, so that a nation's form need not read every event. They are a copy that can be thrown away: whatever has moved since it was made
-- is read from the ledger instead, and what is protected (visible_to) never lies here.

-- What rows have in common besides their days: they are counted in groups of equals.
CREATE TABLE app.report_traits (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  traits text NOT NULL UNIQUE        -- canonical JSON
);
CREATE TABLE app.report_row (
  kind text NOT NULL CHECK (kind IN ('case', 'petition')),
  id uuid NOT NULL,
  petition_id uuid NOT NULL,
  agency_id int NOT NULL,
  agencies int[],                    -- where its petition's files lie in several: counted from here for who sees all of them
  solo boolean NOT NULL,             -- the only one of its petition and of its matter
  resend_of uuid,
  traits_id int NOT NULL REFERENCES app.report_traits,
  people int NOT NULL,
  day1 date, day2 date, day3 date, day4 date, day5 date, day6 date,
  kept jsonb NOT NULL,               -- days that groups need not share
  changed_at timestamptz NOT NULL,   -- business clock: the last thing recorded of its petition
  PRIMARY KEY (id, kind)
);
CREATE INDEX report_row_counted ON app.report_row (agency_id, kind, traits_id) INCLUDE (day1, day2, day3, day4, day5, day6, changed_at, people, solo, petition_id, id);
CREATE INDEX report_row_petition ON app.report_row (petition_id);
CREATE INDEX report_row_changed ON app.report_row (changed_at);
CREATE INDEX report_row_single ON app.report_row (agency_id) WHERE NOT solo;

-- Up to where the copy reaches: every event of a transaction before `tx` is in it. Made by other definitions it counts for nothing.
CREATE TABLE app.report_rows_state (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  tx bigint NOT NULL,
  definitions text NOT NULL,
  refreshed_at timestamptz NOT NULL DEFAULT now() -- system clock
);
-- Petitions that changed without an event: put right, voided, shared, moved by hand.
CREATE TABLE app.report_stale (
  petition_id uuid NOT NULL,
  tx bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
  PRIMARY KEY (petition_id, tx)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['report_traits', 'report_row', 'report_rows_state', 'report_stale'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON app.%I TO nghedan_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON app.%I TO nghedan_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON app.%I TO nghedan_worker', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['report_traits', 'report_rows_state'] LOOP
    EXECUTE format('CREATE POLICY app_reads ON app.%I FOR SELECT TO nghedan_app USING (true)', t);
    EXECUTE format('GRANT SELECT ON app.%I TO nghedan_app', t);
  END LOOP;
END $$;
GRANT SELECT ON app.report_row TO nghedan_app;
CREATE POLICY app_scope ON app.report_row FOR SELECT TO nghedan_app USING (agency_id = ANY ((SELECT app.agencies())::int[]));

CREATE FUNCTION app.note_report_stale() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  INSERT INTO app.report_stale (petition_id) VALUES (CASE TG_TABLE_NAME WHEN 'petition' THEN new.id ELSE (to_jsonb(new) ->> 'petition_id')::uuid END)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION app.note_report_stale() FROM PUBLIC;
CREATE TRIGGER report_stale AFTER UPDATE ON app.petition FOR EACH ROW
  WHEN ((old.agency_id, old.visible_to, old.type, old.field, old.channel, old.received_on, old.petitioner_count, old.resend_of, old.voided_at, old.register_label)
        IS DISTINCT FROM (new.agency_id, new.visible_to, new.type, new.field, new.channel, new.received_on, new.petitioner_count, new.resend_of, new.voided_at, new.register_label))
  EXECUTE FUNCTION app.note_report_stale();
CREATE TRIGGER report_stale AFTER UPDATE ON app.case_file FOR EACH ROW
  WHEN ((old.agency_id, old.visible_to) IS DISTINCT FROM (new.agency_id, new.visible_to))
  EXECUTE FUNCTION app.note_report_stale();
-- Without a file a petition has no event that would tell of it.
CREATE INDEX petition_without_file ON app.petition (agency_id) WHERE case_file_id IS NULL;
CREATE INDEX petition_voided ON app.petition (voided_at) WHERE voided_at IS NOT NULL;
CREATE INDEX petition_resends ON app.petition (resend_of) WHERE resend_of IS NOT NULL;

-- Petitions the actor may see whose rows cannot be taken from the copy: moved since it was made, recorded of after the instant asked about,
-- protected, voided since or without a file. Scope: the actor's agencies, and what the actor is named on.
CREATE FUNCTION app.report_apart(p_agencies int[], p_known timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  WITH scope AS (SELECT array_agg(a) AS ids FROM unnest((SELECT app.agencies())::int[]) a WHERE a = ANY (p_agencies)),
  -- As lists, so that a few are looked up and nothing is joined whole; a range with two ends, since the planner takes an open one for a third.
  moved AS (
    SELECT c.petition_id FROM app.case_file c
     WHERE c.id = ANY (array(SELECT DISTINCT e.case_id FROM app.case_event e
                             WHERE e.tx >= (SELECT s.tx FROM app.report_rows_state s) AND e.tx <= 9223372036854775807))
    UNION SELECT petition_id FROM app.report_stale
  )
  SELECT p.id FROM app.petition p
   WHERE p.id = ANY (array(SELECT m.petition_id FROM moved m))
     AND (p.agency_id = ANY ((SELECT ids FROM scope)::int[])
       OR EXISTS (SELECT FROM app.case_file c WHERE c.petition_id = p.id AND c.agency_id = ANY ((SELECT ids FROM scope)::int[])))
  UNION SELECT r.petition_id FROM app.report_row r
   WHERE r.changed_at > p_known AND r.agency_id = ANY ((SELECT ids FROM scope)::int[])
  UNION SELECT r.petition_id FROM app.report_row r
   WHERE NOT r.solo AND r.agency_id = ANY ((SELECT ids FROM scope)::int[]) AND r.agencies IS NOT NULL AND NOT r.agencies <@ (SELECT app.agencies())
  UNION SELECT p.id FROM app.petition p WHERE p.voided_at > p_known AND p.agency_id = ANY ((SELECT ids FROM scope)::int[])
  UNION SELECT p.id FROM app.petition p WHERE p.case_file_id IS NULL AND p.agency_id = ANY ((SELECT ids FROM scope)::int[])
  UNION SELECT p.id FROM app.petition p WHERE p.visible_to @> ARRAY[(SELECT app.user_id())]
  UNION SELECT c.petition_id FROM app.case_file c WHERE c.visible_to @> ARRAY[(SELECT app.user_id())];
$$;

-- The facts and steps of 0120 and 0240 for some petitions, in the same scope. Planned for the values of each call: a plan for any number of
-- petitions reads whole tables for a few.
CREATE FUNCTION app.report_case_facts_of(p_petitions uuid[], p_known timestamptz, p_milestones jsonb, p_rules text[])
RETURNS TABLE (case_id uuid, petition_id uuid, parent_case_id uuid, register_label text, petition_type text, field text, agency_id int,
               procedure text, procedure_version int, protected boolean, received_on date, opened_on date, stage text,
               accepted_on date, resolved_on date, resolved_as text, leader_id int, due_on date, raw_end date, ended_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  WITH seen AS MATERIALIZED (
    SELECT c.* FROM app.case_file c
     WHERE c.petition_id = ANY (p_petitions)
       AND (c.visible_to IS NULL AND c.agency_id = ANY ((SELECT app.agencies())::int[]) OR c.visible_to @> ARRAY[(SELECT app.user_id())])
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
  SELECT s.id, s.petition_id,
         s.parent_case_id, p.register_label,
         p.type, p.field, coalesce(m.agency_id, s.agency_id), s.procedure, s.procedure_version, s.visible_to IS NOT NULL,
         s.received_on, c.opened_on, c.stage, c.accepted_on, c.resolved_on, c.resolved_as, c.leader_id,
         CASE WHEN b.moved THEN b.was_due ELSE b.due_on END, CASE WHEN b.moved THEN b.was_end ELSE b.raw_end END, c.stage_on
    FROM seen s JOIN course c ON c.case_id = s.id JOIN app.petition p ON p.id = s.petition_id
    LEFT JOIN bound b ON b.case_id = s.id LEFT JOIN passed m ON m.case_id = s.id
   WHERE p.registered_at <= p_known AND (p.voided_at IS NULL OR p.voided_at > p_known);
$$;

CREATE FUNCTION app.report_petition_facts_of(p_petitions uuid[], p_known timestamptz)
RETURNS TABLE (petition_id uuid, register_label text, agency_id int, petition_type text, field text, channel text, received_on date,
               people int, protected boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  SELECT p.id, p.register_label,
         p.agency_id, p.type, p.field, p.channel, p.received_on, p.petitioner_count, p.visible_to IS NOT NULL
    FROM app.petition p
   WHERE p.id = ANY (p_petitions) AND p.registered_at <= p_known AND (p.voided_at IS NULL OR p.voided_at > p_known)
     AND (p.visible_to IS NULL AND p.agency_id = ANY ((SELECT app.agencies())::int[]) OR p.visible_to @> ARRAY[(SELECT app.user_id())]);
$$;

CREATE FUNCTION app.report_case_marks_of(p_petitions uuid[], p_known timestamptz, p_marks jsonb, p_facts text[])
RETURNS TABLE (case_id uuid, steps jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  WITH seen AS MATERIALIZED (
    SELECT c.id, c.procedure FROM app.case_file c
     WHERE c.petition_id = ANY (p_petitions) AND p_marks ? c.procedure
       AND (c.visible_to IS NULL AND c.agency_id = ANY ((SELECT app.agencies())::int[]) OR c.visible_to @> ARRAY[(SELECT app.user_id())])
  ), taken_back AS (
    SELECT corrects FROM app.case_event WHERE corrects IS NOT NULL AND recorded_at <= p_known
  )
  SELECT s.id, jsonb_agg(jsonb_build_array(p_marks -> s.procedure ->> e.type, e.type, e.occurred_on, e.to_stage,
           (SELECT coalesce(jsonb_object_agg(f.key, f.value), '{}') FROM jsonb_each(e.facts) f WHERE f.key = ANY (p_facts))) ORDER BY e.seq)
    FROM seen s JOIN app.case_event e ON e.case_id = s.id
   WHERE e.kind = 'procedure' AND e.recorded_at <= p_known AND (p_marks -> s.procedure) ? e.type
     AND e.id NOT IN (SELECT corrects FROM taken_back)
   GROUP BY s.id;
$$;

CREATE FUNCTION app.report_petition_resends_of(p_petitions uuid[], p_known timestamptz) RETURNS TABLE (petition_id uuid, resend_of uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  SELECT p.id, p.resend_of FROM app.petition p
   WHERE p.id = ANY (p_petitions) AND p.resend_of IS NOT NULL AND p.registered_at <= p_known
     AND (p.visible_to IS NULL AND p.agency_id = ANY ((SELECT app.agencies())::int[]) OR p.visible_to @> ARRAY[(SELECT app.user_id())]);
$$;

-- When something was last recorded of a petition, and the agencies its files lie in; null where a part of it is protected. For who keeps the copy.
CREATE FUNCTION app.report_petition_places(p_petitions uuid[])
RETURNS TABLE (petition_id uuid, open boolean, agencies int[], resend_of uuid, resent boolean, changed_at timestamptz)
LANGUAGE sql STABLE SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  SELECT p.id, p.visible_to IS NULL AND NOT coalesce(bool_or(c.visible_to IS NOT NULL), false),
         array(SELECT DISTINCT a FROM unnest(array_agg(c.agency_id) || p.agency_id) a WHERE a IS NOT NULL ORDER BY a), p.resend_of,
         EXISTS (SELECT FROM app.petition r WHERE r.resend_of = p.id),
         greatest(p.registered_at, p.voided_at, max(e.recorded_at))
    FROM app.petition p LEFT JOIN app.case_file c ON c.petition_id = p.id LEFT JOIN app.case_event e ON e.case_id = c.id
   WHERE p.id = ANY (p_petitions) GROUP BY p.id;
$$;

REVOKE ALL ON FUNCTION app.report_apart(int[], timestamptz), app.report_case_facts_of(uuid[], timestamptz, jsonb, text[]),
  app.report_petition_facts_of(uuid[], timestamptz), app.report_case_marks_of(uuid[], timestamptz, jsonb, text[]),
  app.report_petition_resends_of(uuid[], timestamptz), app.report_petition_places(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.report_apart(int[], timestamptz) TO nghedan_app;
GRANT EXECUTE ON FUNCTION app.report_case_facts_of(uuid[], timestamptz, jsonb, text[]), app.report_petition_facts_of(uuid[], timestamptz),
  app.report_case_marks_of(uuid[], timestamptz, jsonb, text[]), app.report_petition_resends_of(uuid[], timestamptz) TO nghedan_app, nghedan_worker;
GRANT EXECUTE ON FUNCTION app.report_petition_places(uuid[]) TO nghedan_worker;

-- The sources of 0120 and 0240 again: the same scope, written so that indexes serve it. A commune's report reads a commune's rows.
CREATE INDEX reception_visit_shared ON app.reception_visit USING gin (visible_to) WHERE visible_to IS NOT NULL;
CREATE INDEX reception_session_shared ON app.reception_session USING gin (visible_to) WHERE visible_to IS NOT NULL;
CREATE OR REPLACE FUNCTION app.report_case_facts(p_known timestamptz, p_milestones jsonb, p_rules text[], p_protected boolean)
RETURNS TABLE (case_id uuid, petition_id uuid, parent_case_id uuid, register_label text, petition_type text, field text, agency_id int,
               procedure text, procedure_version int, protected boolean, received_on date, opened_on date, stage text,
               accepted_on date, resolved_on date, resolved_as text, leader_id int, due_on date, raw_end date, ended_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  WITH seen AS MATERIALIZED (
    SELECT c.* FROM app.case_file c
     WHERE (p_protected AND c.visible_to IS NOT NULL AND (SELECT app.holds_province()) AND c.province_id = ANY ((SELECT app.agencies())::int[])
            OR NOT p_protected AND (c.visible_to IS NULL AND c.agency_id = ANY ((SELECT app.agencies())::int[]) OR c.visible_to @> ARRAY[(SELECT app.user_id())]))
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

CREATE OR REPLACE FUNCTION app.report_petition_facts(p_known timestamptz, p_protected boolean)
RETURNS TABLE (petition_id uuid, register_label text, agency_id int, petition_type text, field text, channel text, received_on date,
               people int, protected boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  SELECT CASE WHEN p_protected THEN NULL ELSE p.id END, CASE WHEN p_protected THEN NULL ELSE p.register_label END,
         p.agency_id, p.type, p.field, p.channel, p.received_on, p.petitioner_count, p.visible_to IS NOT NULL
    FROM app.petition p
   WHERE p.registered_at <= p_known AND (p.voided_at IS NULL OR p.voided_at > p_known)
     AND (p_protected AND p.visible_to IS NOT NULL AND (SELECT app.holds_province()) AND p.province_id = ANY ((SELECT app.agencies())::int[])
            OR NOT p_protected AND (p.visible_to IS NULL AND p.agency_id = ANY ((SELECT app.agencies())::int[]) OR p.visible_to @> ARRAY[(SELECT app.user_id())]));
$$;

CREATE OR REPLACE FUNCTION app.report_visit_facts(p_known timestamptz)
RETURNS TABLE (visit_id uuid, register_label text, agency_id int, visit_type text, session_kind text, visited_on date, people int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  SELECT v.id, v.register_number || '/' || v.register_year, v.agency_id, v.type, s.kind, v.visited_on, v.group_size
    FROM app.reception_visit v JOIN app.reception_session s ON s.id = v.session_id
    JOIN app.case_event e ON e.case_id = v.id AND e.seq = 1 AND e.recorded_at <= p_known
   WHERE (v.visible_to IS NULL AND v.agency_id = ANY ((SELECT app.agencies())::int[]) OR v.visible_to @> ARRAY[(SELECT app.user_id())]);
$$;

CREATE OR REPLACE FUNCTION app.report_case_marks(p_known timestamptz, p_marks jsonb, p_facts text[])
RETURNS TABLE (case_id uuid, steps jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  WITH seen AS MATERIALIZED (
    SELECT c.id, c.procedure FROM app.case_file c
     WHERE p_marks ? c.procedure
       AND (c.visible_to IS NULL AND c.agency_id = ANY ((SELECT app.agencies())::int[]) OR c.visible_to @> ARRAY[(SELECT app.user_id())])
  ), taken_back AS (
    SELECT corrects FROM app.case_event WHERE corrects IS NOT NULL AND recorded_at <= p_known
  )
  SELECT s.id, jsonb_agg(jsonb_build_array(p_marks -> s.procedure ->> e.type, e.type, e.occurred_on, e.to_stage,
           (SELECT coalesce(jsonb_object_agg(f.key, f.value), '{}') FROM jsonb_each(e.facts) f WHERE f.key = ANY (p_facts))) ORDER BY e.seq)
    FROM seen s JOIN app.case_event e ON e.case_id = s.id
   WHERE e.kind = 'procedure' AND e.recorded_at <= p_known AND (p_marks -> s.procedure) ? e.type
     AND e.id NOT IN (SELECT corrects FROM taken_back)
   GROUP BY s.id;
$$;

CREATE OR REPLACE FUNCTION app.report_petition_resends(p_known timestamptz) RETURNS TABLE (petition_id uuid, resend_of uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  SELECT p.id, p.resend_of FROM app.petition p
   WHERE p.resend_of IS NOT NULL AND p.registered_at <= p_known
     AND (p.visible_to IS NULL AND p.agency_id = ANY ((SELECT app.agencies())::int[]) OR p.visible_to @> ARRAY[(SELECT app.user_id())]);
$$;

CREATE OR REPLACE FUNCTION app.report_sessions(p_known timestamptz)
RETURNS TABLE (session_id uuid, agency_id int, held_on date, label text, received_by text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  SELECT DISTINCT ON (s.id) s.id, s.agency_id, e.occurred_on, s.starts_at || ' ' || to_char(e.occurred_on, 'DD/MM/YYYY'),
         CASE WHEN s.kind = 'regular' THEN 'desk' WHEN s.kind = 'dialogue' THEN NULL
              WHEN coalesce((e.facts ->> 'hostedBy')::int, s.hosted_by, s.leader_id) IS NOT DISTINCT FROM s.leader_id THEN 'head' ELSE 'deputy' END
    FROM app.reception_session s JOIN app.case_event e ON e.case_id = s.id AND e.type = 'HOLD' AND e.recorded_at <= p_known
   WHERE (s.visible_to IS NULL AND s.agency_id = ANY ((SELECT app.agencies())::int[]) OR s.visible_to @> ARRAY[(SELECT app.user_id())])
   ORDER BY s.id, e.seq DESC;
$$;

CREATE OR REPLACE FUNCTION app.report_visit_more(p_known timestamptz) RETURNS TABLE (visit_id uuid, received_by text, first_visit_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  WITH seen AS MATERIALIZED (
    SELECT v.id, v.agency_id, v.session_id, v.type, v.petition_id, v.visited_on, v.seq, v.register_number
      FROM app.reception_visit v JOIN app.case_event e ON e.case_id = v.id AND e.seq = 1 AND e.recorded_at <= p_known
     WHERE (v.visible_to IS NULL AND v.agency_id = ANY ((SELECT app.agencies())::int[]) OR v.visible_to @> ARRAY[(SELECT app.user_id())])
  ), mark AS (
    SELECT id, 'petition ' || petition_id AS of FROM seen WHERE petition_id IS NOT NULL
    UNION
    SELECT s.id, s.type || ' ' || encode(p.id_index, 'hex') FROM seen s JOIN app.reception_person p ON p.visit_id = s.id AND p.id_index IS NOT NULL
  ), first AS (
    SELECT s.id, (first_value(s.id) OVER (PARTITION BY s.agency_id, m.of ORDER BY s.visited_on, s.register_number, s.id)) AS first_id
      FROM seen s JOIN mark m ON m.id = s.id
  ), chosen AS (
    SELECT DISTINCT ON (f.id) f.id, f.first_id FROM first f JOIN seen o ON o.id = f.first_id
     ORDER BY f.id, o.visited_on, o.register_number, o.id
  )
  SELECT s.id, CASE WHEN r.kind = 'regular' THEN 'desk' WHEN r.kind = 'dialogue' THEN NULL
                    WHEN coalesce((h.facts ->> 'hostedBy')::int, r.hosted_by, r.leader_id) IS NOT DISTINCT FROM r.leader_id THEN 'head' ELSE 'deputy' END,
         coalesce(c.first_id, s.id)
    FROM seen s JOIN app.reception_session r ON r.id = s.session_id
    LEFT JOIN chosen c ON c.id = s.id
    LEFT JOIN LATERAL (SELECT e.facts FROM app.case_event e WHERE e.case_id = r.id AND e.type = 'HOLD' AND e.recorded_at <= p_known
                        ORDER BY e.seq DESC LIMIT 1) h ON true;
$$;
