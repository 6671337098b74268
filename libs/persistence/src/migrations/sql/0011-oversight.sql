-- Due milestones are taken and written in sets. The case row is the lock: whoever holds it may write the case's ledger.

-- Room on the page keeps the frequent updates of these rows off their indexes.
ALTER TABLE app.case_file SET (fillfactor = 80);
ALTER TABLE app.deadline SET (fillfactor = 80);

-- Active accounts of these agencies, the named ones and whoever acts for somebody, as of a day:
-- [id, agency, roles, absent, delegate].
CREATE FUNCTION app.people_around(p_agencies int[], p_named int[], p_on date) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_array(u.id, u.agency_id, u.roles,
           u.absent_from IS NOT NULL AND u.absent_from <= p_on AND (u.absent_to IS NULL OR u.absent_to >= p_on),
           (SELECT g.to_user FROM app.delegation g JOIN app.app_user t ON t.id = g.to_user AND t.active
             WHERE g.from_user = u.id AND p_on BETWEEN g.valid_from AND g.valid_to ORDER BY g.id DESC LIMIT 1))), '[]')
    FROM app.app_user u
   WHERE u.active AND (u.agency_id = ANY (p_agencies) OR u.id = ANY (p_named)
      OR u.id IN (SELECT g.to_user FROM app.delegation g WHERE p_on BETWEEN g.valid_from AND g.valid_to));
$$;

-- Locks cases with due milestones, in id order, leaving alone those that somebody else holds, and brings all that the decision
-- needs. More candidates are looked at than are taken, so that several workers each find cases of their own.
CREATE FUNCTION app.milestones_claim(p_limit int) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_now timestamptz := app.business_now();
  v_today date := (v_now AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
  v_cases uuid[];
  v_agencies int[];
  v_named int[];
  answer jsonb;
BEGIN
  SELECT array_agg(l.id) INTO v_cases FROM (
    SELECT c.id FROM app.case_file c
     WHERE c.id IN (SELECT m.case_id FROM app.milestone m WHERE m.state = 'pending' AND m.due_at <= v_now
                     ORDER BY m.due_at, m.case_id LIMIT p_limit * 8)
     ORDER BY c.id LIMIT p_limit FOR UPDATE SKIP LOCKED) l;
  IF v_cases IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT array_agg(DISTINCT a), array_agg(DISTINCT v) FILTER (WHERE v IS NOT NULL) INTO v_agencies, v_named
    FROM app.case_file c CROSS JOIN LATERAL unnest(ARRAY[c.agency_id, c.province_id]) a LEFT JOIN LATERAL unnest(c.visible_to) v ON true
   WHERE c.id = ANY (v_cases);
  -- A new statement sees what was committed while the locks were waited for.
  SELECT jsonb_build_object('now', v_now,
    'cases', (SELECT jsonb_agg(jsonb_build_array(c.id, c.agency_id, c.province_id, c.visible_to, c.assignee_id, c.seq, c.head_hash) ORDER BY c.id)
                FROM app.case_file c WHERE c.id = ANY (v_cases)),
    'due', (SELECT jsonb_agg(jsonb_build_array(m.id, m.case_id, m.deadline_id, m.kind, m.due_at, m.generation, d.rule_id, d.citation, d.kind,
                      d.statutory, d.due_on, d.state, d.machine, d.rung, d.extensions <> '[]', d.closed_at IS NOT NULL))
              FROM app.milestone m JOIN app.deadline d ON d.id = m.deadline_id
             WHERE m.case_id = ANY (v_cases) AND m.state = 'pending' AND m.due_at <= v_now),
    'settings', (SELECT jsonb_object_agg(a.id, a.settings) FROM app.agency a WHERE a.id = ANY (v_agencies)),
    'people', app.people_around(v_agencies, v_named || ARRAY(SELECT DISTINCT c.assignee_id FROM app.case_file c
                                    WHERE c.id = ANY (v_cases) AND c.assignee_id IS NOT NULL), v_today))
    INTO answer;
  RETURN answer;
END $$;

CREATE FUNCTION app.milestones_write(p jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE app.milestone o SET state = m.state, due_at = m.due_at, fired_at = m.fired_at, event_id = m.event_id
    FROM jsonb_to_recordset(p -> 'outcomes') AS m(id uuid, state text, due_at timestamptz, fired_at timestamptz, event_id uuid)
   WHERE o.id = m.id;
  IF p ? 'deadlines' THEN
    UPDATE app.deadline o SET state = d.state, machine = d.machine, rung = d.rung
      FROM jsonb_to_recordset(p -> 'deadlines') AS d(id uuid, state text, machine jsonb, rung int) WHERE o.id = d.id;
  END IF;
  IF p ? 'events' THEN
    INSERT INTO app.case_event (id, case_id, seq, kind, type, occurred_on, recorded_at, system_at, actor_id, actor_role, facts, basis,
                                from_stage, to_stage, subject_id, corrects, prev_hash, hash)
    SELECT id, case_id, seq, kind, type, occurred_on, recorded_at, system_at, actor_id, actor_role, facts, basis,
           from_stage, to_stage, subject_id, corrects, prev_hash, hash
      FROM jsonb_to_recordset(p -> 'events') AS e(id uuid, case_id uuid, seq int, kind text, type text, occurred_on date,
           recorded_at timestamptz, system_at timestamptz, actor_id int, actor_role text, facts jsonb, basis jsonb, from_stage text,
           to_stage text, subject_id uuid, corrects uuid, prev_hash bytea, hash bytea);
    -- The ledger grows and its head moves; rev stays: a nightly reminder must not fail an officer's If-Match.
    UPDATE app.case_file o SET seq = c.seq, head_hash = c.head_hash
      FROM jsonb_to_recordset(p -> 'cases') AS c(id uuid, seq int, head_hash bytea) WHERE o.id = c.id;
  END IF;
  IF p ? 'following' THEN
    INSERT INTO app.milestone (deadline_id, case_id, kind, due_at, generation)
    SELECT deadline_id, case_id, kind, due_at, generation
      FROM jsonb_to_recordset(p -> 'following') AS n(deadline_id uuid, case_id uuid, kind text, due_at timestamptz, generation int);
  END IF;
  IF p ? 'inbox' THEN
    INSERT INTO app.inbox (user_id, case_id, deadline_id, topic, source_id, created_at)
    SELECT user_id, case_id, deadline_id, topic, source_id, created_at
      FROM jsonb_to_recordset(p -> 'inbox') AS i(user_id int, case_id uuid, deadline_id uuid, topic text, source_id uuid, created_at timestamptz);
  END IF;
  IF p ? 'tasks' THEN
    INSERT INTO app.task (case_id, agency_id, visible_to, kind, owner_role, assignee_id, source_id, created_at)
    SELECT case_id, agency_id, visible_to, kind, owner_role, assignee_id, source_id, created_at
      FROM jsonb_to_recordset(p -> 'tasks') AS t(case_id uuid, agency_id int, visible_to int[], kind text, owner_role text, assignee_id int,
           source_id uuid, created_at timestamptz);
  END IF;
  IF p ? 'effects' THEN
    INSERT INTO app.effect (id, case_id, event_id, kind, payload)
    SELECT id, case_id, event_id, kind, payload
      FROM jsonb_to_recordset(p -> 'effects') AS f(id uuid, case_id uuid, event_id uuid, kind text, payload jsonb);
  END IF;
END $$;

REVOKE EXECUTE ON FUNCTION app.milestones_claim, app.milestones_write, app.people_around FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.milestones_claim, app.milestones_write, app.people_around TO nghedan_worker;
