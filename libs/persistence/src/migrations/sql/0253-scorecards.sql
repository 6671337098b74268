-- Scorecards of agencies and of their heads, targets of rates, the register of emulation models. As in 0120 and 0240 the functions tell
-- what was known at an instant, in the scope of the actor, and nothing of a citizen.

-- The marked steps of each file the actor sees with the leader who took them: [mark, type, day, stage after it, findings, leader].
CREATE FUNCTION app.report_score_steps(p_known timestamptz, p_marks jsonb, p_facts text[])
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
           (SELECT coalesce(jsonb_object_agg(f.key, f.value), '{}') FROM jsonb_each(e.facts) f WHERE f.key = ANY (p_facts)),
           CASE WHEN e.actor_role IN ('chairman', 'provinceChairman') THEN e.actor_id END) ORDER BY e.seq)
    FROM seen s JOIN app.case_event e ON e.case_id = s.id
   WHERE e.kind = 'procedure' AND e.recorded_at <= p_known AND (p_marks -> s.procedure) ? e.type
     AND e.id NOT IN (SELECT corrects FROM taken_back)
   GROUP BY s.id;
$$;

-- Papers of these forms that were issued and not voided, of files the actor sees.
CREATE FUNCTION app.report_score_papers(p_known timestamptz, p_forms text[])
RETURNS TABLE (paper_id uuid, case_id uuid, form text, number_label text, issued_on date, signed_by int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT p.id, p.case_id, p.form, p.number_label, p.issued_on, p.signed_by
    FROM app.paper p JOIN app.case_file c ON c.id = p.case_id
   WHERE p.form = ANY (p_forms) AND p.issued_at <= p_known AND (p.voided_at IS NULL OR p.voided_at > p_known)
     AND CASE WHEN c.visible_to IS NULL THEN c.agency_id = ANY ((SELECT app.agencies())::int[])
              ELSE (SELECT app.user_id()) = ANY (c.visible_to) END;
$$;

-- Limits of these rules with the day they were met, as known then.
CREATE FUNCTION app.report_score_limits(p_known timestamptz, p_rules text[])
RETURNS TABLE (limit_id uuid, case_id uuid, rule_id text, due_on date, met_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT d.id, d.case_id, d.rule_id, CASE WHEN w.deadline_id IS NULL THEN d.due_on ELSE w.due_on END,
         CASE WHEN e.id IS NULL THEN NULL ELSE d.met_on END
    FROM app.deadline d JOIN app.case_file c ON c.id = d.case_id
    JOIN app.case_event o ON o.id = d.opened_by AND o.recorded_at <= p_known
    LEFT JOIN app.case_event e ON e.id = d.closed_by AND e.recorded_at <= p_known
    LEFT JOIN LATERAL (SELECT * FROM app.deadline_was w WHERE w.deadline_id = d.id AND w.replaced_at > p_known ORDER BY w.replaced_at LIMIT 1) w ON true
   WHERE d.rule_id = ANY (p_rules) AND NOT (d.state = 'void' AND e.id IS NOT NULL)
     AND CASE WHEN c.visible_to IS NULL THEN c.agency_id = ANY ((SELECT app.agencies())::int[])
              ELSE (SELECT app.user_id()) = ANY (c.visible_to) END;
$$;

-- Sessions of reception that were held, with who came to a dialogue (citizens by number only) and what was asked and answered:
-- opinions are [id, day raised, day answered].
CREATE FUNCTION app.report_score_sessions(p_known timestamptz)
RETURNS TABLE (session_id uuid, agency_id int, kind text, leader_id int, hosted_by int, held_on date, label text, people int, opinions jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT s.id, s.agency_id, s.kind, s.leader_id, h.hosted_by, h.held_on, s.starts_at || ' ' || to_char(h.held_on, 'DD/MM/YYYY'), a.people,
         coalesce(o.opinions, '[]')
    FROM app.reception_session s
    JOIN LATERAL (SELECT e.occurred_on AS held_on, coalesce((e.facts ->> 'hostedBy')::int, s.hosted_by, s.leader_id) AS hosted_by
                    FROM app.case_event e WHERE e.case_id = s.id AND e.type = 'HOLD' AND e.recorded_at <= p_known ORDER BY e.seq DESC LIMIT 1) h ON true
    LEFT JOIN LATERAL (SELECT sum((e.facts ->> 'people')::int)::int AS people FROM app.case_event e
                        WHERE e.case_id = s.id AND e.type = 'ATTENDANCE_RECORDED' AND e.recorded_at <= p_known
                          AND e.facts ->> 'party' = 'citizens' AND (e.facts ->> 'present')::boolean) a ON s.kind = 'dialogue'
    LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_array(r.id, r.raised_on, r.answered_on) ORDER BY r.seq) AS opinions FROM (
                         SELECT e.facts ->> 'opinionId' AS id, min(e.seq) AS seq,
                                min(e.occurred_on) FILTER (WHERE e.type = 'OPINION_RAISED') AS raised_on,
                                min(e.occurred_on) FILTER (WHERE e.type = 'OPINION_ANSWERED') AS answered_on
                           FROM app.case_event e
                          WHERE e.case_id = s.id AND e.type IN ('OPINION_RAISED', 'OPINION_ANSWERED') AND e.recorded_at <= p_known
                          GROUP BY 1) r) o ON s.kind = 'dialogue'
   WHERE CASE WHEN s.visible_to IS NULL THEN s.agency_id = ANY ((SELECT app.agencies())::int[])
              ELSE (SELECT app.user_id()) = ANY (s.visible_to) END;
$$;

-- What an agency means to reach: by its own rule, or by a plan that names its number. A target is never changed: a new one is set
-- from a day on, a wrong one is withdrawn with its reason.
CREATE TABLE app.rate_target (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  agency_id int NOT NULL REFERENCES app.agency,
  province_id int NOT NULL,
  rate text NOT NULL,
  per_mille int NOT NULL CHECK (per_mille BETWEEN 1 AND 1000),
  source_kind text NOT NULL CHECK (source_kind IN ('internal', 'plan')),
  source text NOT NULL,              -- the decision or plan, as the agency names it
  from_on date NOT NULL,
  set_by int NOT NULL REFERENCES app.app_user,
  set_at timestamptz NOT NULL,       -- business clock
  withdrawn_by int REFERENCES app.app_user,
  withdrawn_at timestamptz,
  withdraw_reason text,
  CHECK ((withdrawn_at IS NULL) = (withdraw_reason IS NULL))
);
CREATE INDEX rate_target_of ON app.rate_target (province_id, agency_id, rate, from_on DESC);

-- Register of emulation models: one row each time a model is entered, corrected or voided. The last row of a model is what it is now.
CREATE TABLE app.emulation_entry (
  model_id uuid NOT NULL,
  rev int NOT NULL,
  agency_id int NOT NULL REFERENCES app.agency,
  province_id int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('added', 'corrected', 'voided')),
  year int NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  name text NOT NULL,
  field text NOT NULL,
  summary text NOT NULL,
  level text NOT NULL CHECK (level IN ('registered', 'unit', 'commune', 'province', 'national')),
  decision text,                     -- the paper that recognises it
  reason text,                       -- of a correction or a voiding
  entered_by int NOT NULL REFERENCES app.app_user,
  entered_at timestamptz NOT NULL,   -- business clock
  PRIMARY KEY (model_id, rev),
  CHECK ((kind = 'added') = (rev = 1)),
  CHECK ((kind = 'added') = (reason IS NULL))
);
CREATE INDEX emulation_entry_agency ON app.emulation_entry (agency_id, year, model_id, rev DESC);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['rate_target', 'emulation_entry'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON app.%I TO nghedan_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON app.%I TO nghedan_app', t);
    EXECUTE format('CREATE POLICY app_write ON app.%I FOR INSERT TO nghedan_app WITH CHECK (agency_id = ANY ((SELECT app.agencies())::int[]))', t);
  END LOOP;
END $$;
GRANT UPDATE (withdrawn_by, withdrawn_at, withdraw_reason) ON app.rate_target TO nghedan_app;
-- A target of the province binds those below, who read it too.
CREATE POLICY app_read ON app.rate_target FOR SELECT TO nghedan_app
  USING (province_id = (SELECT a.province_id FROM app.agency a WHERE a.id = (SELECT app.own_agency())));
CREATE POLICY app_withdraw ON app.rate_target FOR UPDATE TO nghedan_app
  USING (agency_id = ANY ((SELECT app.agencies())::int[])) WITH CHECK (agency_id = ANY ((SELECT app.agencies())::int[]));
CREATE POLICY app_read ON app.emulation_entry FOR SELECT TO nghedan_app USING (agency_id = ANY ((SELECT app.agencies())::int[]));

REVOKE ALL ON FUNCTION app.report_score_steps(timestamptz, jsonb, text[]), app.report_score_papers(timestamptz, text[]),
  app.report_score_limits(timestamptz, text[]), app.report_score_sessions(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.report_score_steps(timestamptz, jsonb, text[]), app.report_score_papers(timestamptz, text[]),
  app.report_score_limits(timestamptz, text[]), app.report_score_sessions(timestamptz) TO nghedan_app;
