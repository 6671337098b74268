-- What citizens do without an account: filing online, asking where a petition stands, rating, reading public figures.

-- Whose hand enters what arrives online: one account for each province that nobody can sign in to.
CREATE FUNCTION app.online_clerk(p_agency int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  top app.agency;
  clerk text;
  found_id int;
BEGIN
  SELECT p.* INTO top FROM app.agency a JOIN app.agency p ON p.id = a.province_id WHERE a.id = p_agency;
  clerk := 'truc-tuyen.' || lower(top.code);
  SELECT id INTO found_id FROM app.app_user WHERE username = clerk;
  IF found_id IS NULL THEN
    INSERT INTO app.app_user (username, full_name, password_hash, roles, agency_id, title, active)
    VALUES (clerk, 'Tiếp nhận trực tuyến', '!', '{receptionist}', top.id, 'Tài khoản kỹ thuật, không đăng nhập được', false)
    ON CONFLICT (username) DO NOTHING RETURNING id INTO found_id;
    IF found_id IS NULL THEN SELECT id INTO found_id FROM app.app_user WHERE username = clerk; END IF;
  END IF;
  RETURN found_id;
END $$;

-- How a petition came in online and what was found out about its signature. No address of the sender's device is kept.
CREATE TABLE app.online_filing (
  petition_id uuid PRIMARY KEY REFERENCES app.petition,
  agency_id int NOT NULL REFERENCES app.agency,
  province_id int NOT NULL,
  visible_to int[],
  kind text NOT NULL CHECK (kind IN ('feedback', 'information', 'complaint')),
  signature text CHECK (signature IN ('digital', 'scan')),
  findings jsonb NOT NULL DEFAULT '[]', -- what was checked of the signature, each with its answer
  filed_at timestamptz NOT NULL,        -- business clock
  CHECK ((kind = 'complaint') = (signature IS NOT NULL)),
  CHECK (kind <> 'information' OR visible_to IS NOT NULL)
);

-- One answer for one lookup code. Nobody reads which petition was rated how: only counts leave (satisfaction_counts).
CREATE TABLE app.satisfaction (
  petition_id uuid PRIMARY KEY REFERENCES app.petition,
  agency_id int NOT NULL REFERENCES app.agency,
  province_id int NOT NULL,
  score int NOT NULL CHECK (score BETWEEN 1 AND 5),
  first_on date NOT NULL,
  rated_on date NOT NULL
);
CREATE INDEX satisfaction_agency ON app.satisfaction (agency_id, rated_on);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['online_filing', 'satisfaction'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON app.%I TO nghedan_owner USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
CREATE POLICY app_scope ON app.online_filing TO nghedan_app
  USING (CASE WHEN visible_to IS NULL THEN agency_id = ANY ((SELECT app.agencies())::int[])
              ELSE (SELECT app.user_id()) = ANY (visible_to) END)
  WITH CHECK (CASE WHEN visible_to IS NULL THEN agency_id = ANY ((SELECT app.agencies())::int[])
                   ELSE (SELECT app.user_id()) = ANY (visible_to) END);
GRANT SELECT, INSERT ON app.online_filing TO nghedan_app;
-- Default privileges give nothing, yet a table made later by the owner must not be readable by a general grant.
REVOKE ALL ON app.satisfaction FROM nghedan_app, nghedan_worker;

-- What the status page is made of. A denunciation or a petition of several matters answers to its code and secret together and
-- says the stage and the day of receipt only; the page decides the words.
CREATE FUNCTION app.public_file(p_lookup bytea, p_secret bytea) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT jsonb_build_object(
      'receivedOn', p.received_on, 'registerLabel', p.register_label, 'agencyName', a.name,
      'sealed', p.type IN ('denunciation', 'mixed') OR p.visible_to IS NOT NULL,
      'procedure', c.procedure, 'version', c.procedure_version, 'stage', c.stage, 'closedOn', c.closed_on,
      'settings', ca.settings,
      'deadline', CASE WHEN d.id IS NULL THEN NULL ELSE to_jsonb(d) - ARRAY['visible_to', 'assignee_id', 'machine'] END,
      'paused', EXISTS (SELECT FROM app.deadline l WHERE l.case_id = c.id AND l.closed_at IS NULL AND l.state = 'paused'),
      'over', NOT EXISTS (SELECT FROM app.case_file f WHERE f.petition_id = p.id AND f.closed_at IS NULL),
      'rating', (SELECT jsonb_build_object('score', s.score, 'firstOn', s.first_on) FROM app.satisfaction s WHERE s.petition_id = p.id))
    FROM app.petition p
    JOIN app.agency a ON a.id = p.agency_id
    LEFT JOIN LATERAL (
      SELECT f.* FROM app.case_file f WHERE f.petition_id = p.id
       ORDER BY f.closed_at IS NULL DESC, f.id DESC LIMIT 1
    ) c ON true
    LEFT JOIN app.agency ca ON ca.id = c.agency_id
    LEFT JOIN LATERAL (
      SELECT l.* FROM app.deadline l
       WHERE l.case_id = c.id AND l.closed_at IS NULL AND l.statutory AND l.due_on IS NOT NULL
       ORDER BY l.due_on LIMIT 1
    ) d ON true
   WHERE p.lookup_hash = p_lookup AND p.voided_at IS NULL
     AND (p.lookup_secret_hash IS NULL AND p.type NOT IN ('denunciation', 'mixed') OR p.lookup_secret_hash = p_secret);
$$;

-- One answer for one code; within the days an internal rule gives it may be changed. What may not be rated is as good as unknown
-- where its very existence is protected.
CREATE FUNCTION app.rate_petition(p_lookup bytea, p_score int, p_days int) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  p app.petition;
  earlier app.satisfaction;
  today date := app.business_today();
BEGIN
  SELECT * INTO p FROM app.petition WHERE lookup_hash = p_lookup AND voided_at IS NULL
     AND type NOT IN ('denunciation', 'mixed') AND visible_to IS NULL AND lookup_secret_hash IS NULL;
  IF NOT FOUND THEN RETURN 'unknown'; END IF;
  IF EXISTS (SELECT FROM app.case_file f WHERE f.petition_id = p.id AND f.closed_at IS NULL)
     OR NOT EXISTS (SELECT FROM app.case_file f WHERE f.petition_id = p.id) THEN RETURN 'open'; END IF;
  SELECT * INTO earlier FROM app.satisfaction WHERE petition_id = p.id FOR UPDATE;
  IF FOUND AND today > earlier.first_on + p_days THEN RETURN 'settled'; END IF;
  INSERT INTO app.satisfaction (petition_id, agency_id, province_id, score, first_on, rated_on)
  VALUES (p.id, p.agency_id, p.province_id, p_score, today, today)
  ON CONFLICT (petition_id) DO UPDATE SET score = excluded.score, rated_on = excluded.rated_on;
  RETURN 'rated';
END $$;

-- How many gave which score, by agency of the actor's own scope. No row leads to a petition.
CREATE FUNCTION app.satisfaction_counts(p_from date, p_to date) RETURNS TABLE (agency_id int, score int, ratings int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT s.agency_id, s.score, count(*)::int FROM app.satisfaction s
   WHERE s.agency_id = ANY (app.agencies()) AND s.rated_on BETWEEN p_from AND p_to GROUP BY 1, 2;
$$;

-- Raw counts behind the public figures, for all agencies; the API suppresses small cells before anybody sees them.
CREATE FUNCTION app.public_figures(p_from date, p_to date)
RETURNS TABLE (agency_id int, kind text, received int, resolved int, on_time int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT p.agency_id, p.type, count(*)::int, count(*) FILTER (WHERE f.done)::int, count(*) FILTER (WHERE f.done AND NOT f.late)::int
    FROM app.petition p
    CROSS JOIN LATERAL (
      SELECT coalesce(bool_and(c.closed_at IS NOT NULL), false) AS done,
             coalesce(bool_or(EXISTS (SELECT FROM app.deadline d WHERE d.case_id = c.id AND d.statutory
                                         AND d.state IN ('metLate', 'overdue', 'escalated'))), false) AS late
        FROM app.case_file c WHERE c.petition_id = p.id
    ) f
   WHERE p.received_on BETWEEN p_from AND p_to AND p.voided_at IS NULL AND p.type <> 'mixed'
   GROUP BY 1, 2;
$$;
CREATE FUNCTION app.public_satisfaction(p_from date, p_to date) RETURNS TABLE (agency_id int, ratings int, good int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT s.agency_id, count(*)::int, count(*) FILTER (WHERE s.score >= 4)::int
    FROM app.satisfaction s WHERE s.rated_on BETWEEN p_from AND p_to GROUP BY 1;
$$;

REVOKE EXECUTE ON FUNCTION app.online_clerk, app.public_file, app.rate_petition, app.satisfaction_counts, app.public_figures,
  app.public_satisfaction FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.online_clerk, app.public_file, app.rate_petition, app.satisfaction_counts, app.public_figures,
  app.public_satisfaction TO nghedan_app;
