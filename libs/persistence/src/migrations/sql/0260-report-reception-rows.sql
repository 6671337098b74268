-- Rows of reception forms beside the ledger, as 0252 keeps those of petitions: one a visit and one a session held. Nothing protected and nothing
-- of a person lies here: of a matter only which visit was its first.
CREATE TABLE app.report_reception_row (
  kind text NOT NULL CHECK (kind IN ('visit', 'session')),
  id uuid PRIMARY KEY,
  agency_id int NOT NULL,
  solo boolean NOT NULL,             -- the only visit of its matter; a session always
  first_id uuid NOT NULL,            -- the first visit of the matter; of a session itself
  traits_id int NOT NULL REFERENCES app.report_traits,
  people int NOT NULL,
  day date NOT NULL,
  kept jsonb NOT NULL,               -- what groups need not share
  changed_at timestamptz NOT NULL    -- business clock: the last thing recorded that it follows from
);
CREATE INDEX report_reception_row_counted ON app.report_reception_row (agency_id, kind, traits_id) INCLUDE (day, changed_at, people, solo, first_id, id);
CREATE INDEX report_reception_row_changed ON app.report_reception_row (changed_at);
-- Visits and sessions that changed without an event.
CREATE TABLE app.report_reception_stale (
  id uuid NOT NULL,
  tx bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
  PRIMARY KEY (id, tx)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['report_reception_row', 'report_reception_stale'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON app.%I TO nghedan_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON app.%I TO nghedan_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON app.%I TO nghedan_worker', t);
  END LOOP;
END $$;
GRANT SELECT ON app.report_reception_row TO nghedan_app;
CREATE POLICY app_scope ON app.report_reception_row FOR SELECT TO nghedan_app USING (agency_id = ANY ((SELECT app.agencies())::int[]));

-- Visits of one agency that may be of one matter: the same petition, or a person with the same paper and the same type. These visits are among
-- them. For the functions below only: whoever is protected is told too.
CREATE FUNCTION app.report_visit_pairs(p_visits uuid[]) RETURNS TABLE (visit_id uuid, other_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  SELECT v, v FROM unnest(p_visits) v
  UNION
  SELECT v.id, o.id FROM app.reception_visit v JOIN app.reception_visit o ON o.petition_id = v.petition_id AND o.agency_id = v.agency_id
   WHERE v.id = ANY (p_visits)
  UNION
  SELECT v.id, o.id
    FROM app.reception_visit v JOIN app.reception_person p ON p.visit_id = v.id AND p.id_index IS NOT NULL
    JOIN app.reception_person q ON q.id_index = p.id_index JOIN app.reception_visit o ON o.id = q.visit_id AND o.agency_id = v.agency_id AND o.type = v.type
   WHERE v.id = ANY (p_visits);
$$;

-- A visit that leaves a matter changes those it leaves: they are noted by what it was.
CREATE FUNCTION app.note_visit_stale() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  INSERT INTO app.report_reception_stale (id)
  SELECT old.id
  UNION SELECT o.id FROM app.reception_visit o WHERE o.petition_id = old.petition_id AND o.agency_id = old.agency_id
  UNION SELECT o.id FROM app.reception_person p JOIN app.reception_person q ON q.id_index = p.id_index
          JOIN app.reception_visit o ON o.id = q.visit_id AND o.agency_id = old.agency_id AND o.type = old.type
         WHERE p.visit_id = old.id AND p.id_index IS NOT NULL
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER report_stale AFTER UPDATE ON app.reception_visit FOR EACH ROW
  WHEN ((old.agency_id, old.visible_to, old.session_id, old.type, old.petition_id, old.visited_on, old.register_number, old.register_year, old.group_size)
        IS DISTINCT FROM (new.agency_id, new.visible_to, new.session_id, new.type, new.petition_id, new.visited_on, new.register_number, new.register_year, new.group_size))
  EXECUTE FUNCTION app.note_visit_stale();
-- A new person comes with the first event of the visit.
CREATE FUNCTION app.note_visitor_stale() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  INSERT INTO app.report_reception_stale (id)
  SELECT v FROM unnest(ARRAY[old.visit_id, new.visit_id]) v
  UNION SELECT o.id FROM app.reception_visit v JOIN app.reception_person q ON q.id_index = old.id_index
          JOIN app.reception_visit o ON o.id = q.visit_id AND o.agency_id = v.agency_id AND o.type = v.type
         WHERE v.id = old.visit_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER report_stale AFTER UPDATE ON app.reception_person FOR EACH ROW
  WHEN ((old.visit_id, old.id_index) IS DISTINCT FROM (new.visit_id, new.id_index))
  EXECUTE FUNCTION app.note_visitor_stale();
CREATE FUNCTION app.note_session_stale() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  INSERT INTO app.report_reception_stale (id) VALUES (new.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER report_stale AFTER UPDATE ON app.reception_session FOR EACH ROW
  WHEN ((old.agency_id, old.visible_to, old.kind, old.leader_id, old.hosted_by, old.starts_at)
        IS DISTINCT FROM (new.agency_id, new.visible_to, new.kind, new.leader_id, new.hosted_by, new.starts_at))
  EXECUTE FUNCTION app.note_session_stale();

-- Visits and sessions that moved since the copy was made: told of by an event or noted, visits of such a session, and who may be of one matter with
-- them. Scope: none; for the functions below and for who keeps the copy.
CREATE FUNCTION app.report_receptions_moved() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  WITH moved AS MATERIALIZED (
    SELECT e.case_id AS id FROM app.case_event e WHERE e.tx >= (SELECT s.tx FROM app.report_rows_state s) AND e.tx <= 9223372036854775807
    UNION SELECT id FROM app.report_reception_stale
  ), visits AS (
    SELECT v.id FROM app.reception_visit v WHERE v.id = ANY (array(SELECT id FROM moved))
    UNION SELECT v.id FROM app.reception_visit v
     WHERE v.session_id = ANY (array(SELECT s.id FROM app.reception_session s WHERE s.id = ANY (array(SELECT id FROM moved))))
  )
  SELECT other_id FROM app.report_visit_pairs(array(SELECT id FROM visits))
  UNION SELECT s.id FROM app.reception_session s WHERE s.id = ANY (array(SELECT id FROM moved));
$$;

-- Visits and sessions whose rows cannot be taken from the copy, as app.report_apart tells of petitions. Scope: the actor's agencies, and
-- what the actor is named on.
CREATE FUNCTION app.report_receptions_apart(p_agencies int[], p_known timestamptz) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  WITH scope AS (SELECT array_agg(a) AS ids FROM unnest((SELECT app.agencies())::int[]) a WHERE a = ANY (p_agencies)),
  moved AS MATERIALIZED (SELECT m AS id FROM app.report_receptions_moved() m)
  SELECT v.id FROM app.reception_visit v WHERE v.id = ANY (array(SELECT id FROM moved)) AND v.agency_id = ANY ((SELECT ids FROM scope)::int[])
  UNION SELECT s.id FROM app.reception_session s WHERE s.id = ANY (array(SELECT id FROM moved)) AND s.agency_id = ANY ((SELECT ids FROM scope)::int[])
  -- Where it was when it was copied.
  UNION SELECT r.id FROM app.report_reception_row r WHERE r.id = ANY (array(SELECT id FROM moved)) AND r.agency_id = ANY ((SELECT ids FROM scope)::int[])
  UNION SELECT r.id FROM app.report_reception_row r WHERE r.changed_at > p_known AND r.agency_id = ANY ((SELECT ids FROM scope)::int[])
  UNION SELECT other_id FROM app.report_visit_pairs(array(SELECT v.id FROM app.reception_visit v WHERE v.visible_to @> ARRAY[(SELECT app.user_id())]))
  UNION SELECT s.id FROM app.reception_session s WHERE s.visible_to @> ARRAY[(SELECT app.user_id())];
$$;

-- The facts of 0252 for some visits and sessions, in the same scope.
CREATE FUNCTION app.report_visit_facts_of(p_visits uuid[], p_known timestamptz)
RETURNS TABLE (visit_id uuid, register_label text, agency_id int, visit_type text, session_kind text, visited_on date, people int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  SELECT v.id, v.register_number || '/' || v.register_year, v.agency_id, v.type, s.kind, v.visited_on, v.group_size
    FROM app.reception_visit v JOIN app.reception_session s ON s.id = v.session_id
    JOIN app.case_event e ON e.case_id = v.id AND e.seq = 1 AND e.recorded_at <= p_known
   WHERE v.id = ANY (p_visits)
     AND (v.visible_to IS NULL AND v.agency_id = ANY ((SELECT app.agencies())::int[]) OR v.visible_to @> ARRAY[(SELECT app.user_id())]);
$$;
CREATE FUNCTION app.report_visit_more_of(p_visits uuid[], p_known timestamptz) RETURNS TABLE (visit_id uuid, received_by text, first_visit_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  WITH first AS (
    SELECT DISTINCT ON (x.visit_id) x.visit_id AS id, o.id AS first_id
      FROM app.report_visit_pairs(p_visits) x JOIN app.reception_visit o ON o.id = x.other_id
      JOIN app.case_event e ON e.case_id = o.id AND e.seq = 1 AND e.recorded_at <= p_known
     WHERE (o.visible_to IS NULL AND o.agency_id = ANY ((SELECT app.agencies())::int[]) OR o.visible_to @> ARRAY[(SELECT app.user_id())])
     ORDER BY x.visit_id, o.visited_on, o.register_number, o.id
  )
  SELECT v.id, CASE WHEN r.kind = 'regular' THEN 'desk' WHEN r.kind = 'dialogue' THEN NULL
                    WHEN coalesce((h.facts ->> 'hostedBy')::int, r.hosted_by, r.leader_id) IS NOT DISTINCT FROM r.leader_id THEN 'head' ELSE 'deputy' END,
         f.first_id
    FROM first f JOIN app.reception_visit v ON v.id = f.id JOIN app.reception_session r ON r.id = v.session_id
    LEFT JOIN LATERAL (SELECT e.facts FROM app.case_event e WHERE e.case_id = r.id AND e.type = 'HOLD' AND e.recorded_at <= p_known
                        ORDER BY e.seq DESC LIMIT 1) h ON true;
$$;
CREATE FUNCTION app.report_sessions_of(p_sessions uuid[], p_known timestamptz)
RETURNS TABLE (session_id uuid, agency_id int, held_on date, label text, received_by text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  SELECT DISTINCT ON (s.id) s.id, s.agency_id, e.occurred_on, s.starts_at || ' ' || to_char(e.occurred_on, 'DD/MM/YYYY'),
         CASE WHEN s.kind = 'regular' THEN 'desk' WHEN s.kind = 'dialogue' THEN NULL
              WHEN coalesce((e.facts ->> 'hostedBy')::int, s.hosted_by, s.leader_id) IS NOT DISTINCT FROM s.leader_id THEN 'head' ELSE 'deputy' END
    FROM app.reception_session s JOIN app.case_event e ON e.case_id = s.id AND e.type = 'HOLD' AND e.recorded_at <= p_known
   WHERE s.id = ANY (p_sessions)
     AND (s.visible_to IS NULL AND s.agency_id = ANY ((SELECT app.agencies())::int[]) OR s.visible_to @> ARRAY[(SELECT app.user_id())])
   ORDER BY s.id, e.seq DESC;
$$;

-- Whether nothing of it is protected, whether it is alone, and when the last thing was recorded that its row follows from. For who keeps the copy.
CREATE FUNCTION app.report_reception_places(p_ids uuid[]) RETURNS TABLE (id uuid, open boolean, solo boolean, changed_at timestamptz)
LANGUAGE sql STABLE SET search_path = app, pg_temp SET plan_cache_mode = force_custom_plan AS $$
  WITH together AS (
    SELECT x.visit_id AS id, count(*) = 1 AS solo, max(e.recorded_at) AS changed_at
      FROM app.report_visit_pairs(p_ids) x JOIN app.reception_visit o ON o.id = x.other_id AND o.visible_to IS NULL
      JOIN app.case_event e ON e.case_id = o.id AND e.seq = 1
     GROUP BY x.visit_id
  )
  SELECT v.id, v.visible_to IS NULL, t.solo,
         greatest(t.changed_at, (SELECT max(e.recorded_at) FROM app.case_event e WHERE e.case_id = v.session_id AND e.type = 'HOLD'))
    FROM app.reception_visit v JOIN together t ON t.id = v.id WHERE v.id = ANY (p_ids)
  UNION ALL
  SELECT s.id, s.visible_to IS NULL, true, max(e.recorded_at)
    FROM app.reception_session s JOIN app.case_event e ON e.case_id = s.id AND e.type = 'HOLD' WHERE s.id = ANY (p_ids) GROUP BY s.id;
$$;

REVOKE ALL ON FUNCTION app.note_visit_stale(), app.note_visitor_stale(), app.note_session_stale(), app.report_visit_pairs(uuid[]), app.report_receptions_moved(),
  app.report_receptions_apart(int[], timestamptz), app.report_visit_facts_of(uuid[], timestamptz), app.report_visit_more_of(uuid[], timestamptz),
  app.report_sessions_of(uuid[], timestamptz), app.report_reception_places(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.report_receptions_apart(int[], timestamptz) TO nghedan_app;
GRANT EXECUTE ON FUNCTION app.report_visit_facts_of(uuid[], timestamptz), app.report_visit_more_of(uuid[], timestamptz),
  app.report_sessions_of(uuid[], timestamptz) TO nghedan_app, nghedan_worker;
GRANT EXECUTE ON FUNCTION app.report_visit_pairs(uuid[]), app.report_receptions_moved(), app.report_reception_places(uuid[]) TO nghedan_worker;
