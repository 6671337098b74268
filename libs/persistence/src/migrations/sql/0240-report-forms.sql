-- What official forms need beside the facts of 0120: findings and marked steps of a file, which petition repeats which, who received
-- a visitor and whether the matter had been heard before. As known at an instant, in the same scope; nothing of a citizen is in it.

-- The marked steps of each file the actor sees, in the order of the ledger: [mark, type, day, stage after it, findings].
-- p_marks: {procedure: {event type: mark}}; p_facts: the findings that are told.
CREATE FUNCTION app.report_case_marks(p_known timestamptz, p_marks jsonb, p_facts text[])
RETURNS TABLE (case_id uuid, steps jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  WITH seen AS MATERIALIZED (
    SELECT c.id, c.procedure FROM app.case_file c
     WHERE p_marks ? c.procedure
       AND CASE WHEN c.visible_to IS NULL THEN c.agency_id = ANY ((SELECT app.agencies())::int[])
                ELSE (SELECT app.user_id()) = ANY (c.visible_to) END
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

-- Petitions that repeat an earlier one of the same matter.
CREATE FUNCTION app.report_petition_resends(p_known timestamptz) RETURNS TABLE (petition_id uuid, resend_of uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT p.id, p.resend_of FROM app.petition p
   WHERE p.resend_of IS NOT NULL AND p.registered_at <= p_known
     AND CASE WHEN p.visible_to IS NULL THEN p.agency_id = ANY ((SELECT app.agencies())::int[])
              ELSE (SELECT app.user_id()) = ANY (p.visible_to) END;
$$;

-- Sessions that were held: by the desk, by the leader whose day it is, by somebody in the leader's place; a dialogue by none of them.
CREATE FUNCTION app.report_sessions(p_known timestamptz)
RETURNS TABLE (session_id uuid, agency_id int, held_on date, label text, received_by text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT DISTINCT ON (s.id) s.id, s.agency_id, e.occurred_on, s.starts_at || ' ' || to_char(e.occurred_on, 'DD/MM/YYYY'),
         CASE WHEN s.kind = 'regular' THEN 'desk' WHEN s.kind = 'dialogue' THEN NULL
              WHEN coalesce((e.facts ->> 'hostedBy')::int, s.hosted_by, s.leader_id) IS NOT DISTINCT FROM s.leader_id THEN 'head' ELSE 'deputy' END
    FROM app.reception_session s JOIN app.case_event e ON e.case_id = s.id AND e.type = 'HOLD' AND e.recorded_at <= p_known
   WHERE CASE WHEN s.visible_to IS NULL THEN s.agency_id = ANY ((SELECT app.agencies())::int[])
              ELSE (SELECT app.user_id()) = ANY (s.visible_to) END
   ORDER BY s.id, e.seq DESC;
$$;

-- Of each visit who received, and the first visit of its matter: the earliest of the agency about the same petition, or by the same
-- person (keyed number, never the number) on the same kind of matter.
CREATE FUNCTION app.report_visit_more(p_known timestamptz) RETURNS TABLE (visit_id uuid, received_by text, first_visit_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  WITH seen AS MATERIALIZED (
    SELECT v.id, v.agency_id, v.session_id, v.type, v.petition_id, v.visited_on, v.seq, v.register_number
      FROM app.reception_visit v JOIN app.case_event e ON e.case_id = v.id AND e.seq = 1 AND e.recorded_at <= p_known
     WHERE CASE WHEN v.visible_to IS NULL THEN v.agency_id = ANY ((SELECT app.agencies())::int[])
                ELSE (SELECT app.user_id()) = ANY (v.visible_to) END
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

REVOKE ALL ON FUNCTION app.report_case_marks(timestamptz, jsonb, text[]), app.report_petition_resends(timestamptz), app.report_sessions(timestamptz),
  app.report_visit_more(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.report_case_marks(timestamptz, jsonb, text[]), app.report_petition_resends(timestamptz), app.report_sessions(timestamptz),
  app.report_visit_more(timestamptz) TO nghedan_app;
