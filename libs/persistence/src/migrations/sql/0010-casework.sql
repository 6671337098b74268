-- One transition is two calls, each one round trip and one implicit transaction with the actor set first: case_read brings
-- all that the decision needs, case_commit writes all of it where nothing has moved in between.

-- A mixed petition is split into one handling file per content, all below the same parent.
ALTER TABLE app.case_file ADD COLUMN part text;
ALTER TABLE app.case_file DROP CONSTRAINT case_file_petition_id_procedure_parent_case_id_key;
ALTER TABLE app.case_file ADD CONSTRAINT case_file_once UNIQUE NULLS NOT DISTINCT (petition_id, procedure, parent_case_id, part);

-- Everything a decision about one case reads. NULL: the actor does not see such a case.
CREATE FUNCTION app.case_read(p_user int, p_agencies int[], p_case uuid, p_key text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  found jsonb;
BEGIN
  PERFORM app.act_as(p_user, p_agencies);
  SELECT jsonb_build_object(
      'now', app.business_now(),
      'case', to_jsonb(c) - 'shard_id',
      'settings', a.settings,
      'agencyLevel', a.level,
      'petition', jsonb_build_object('type', p.type, 'channel', p.channel, 'count', p.petitioner_count,
        'joint', p.joint_petition, 'forwarder', p.forwarder_kind,
        'guided', p.resend_of IS NOT NULL AND EXISTS (SELECT FROM app.case_file e WHERE e.petition_id = p.resend_of AND e.outcome IN ('guided', 'transferred'))),
      'deadlines', (SELECT coalesce(jsonb_agg(to_jsonb(d) - 'shard_id' - 'agency_id' - 'province_id' - 'visible_to' ORDER BY d.id), '[]')
                      FROM app.deadline d WHERE d.case_id = c.id),
      'answer', (SELECT jsonb_build_object('hash', i.request_hash, 'status', i.status, 'answer', i.answer)
                   FROM app.idempotency i WHERE i.actor_id = p_user AND i.key = p_key))
    INTO found
    FROM app.case_file c
    JOIN app.agency a ON a.id = c.agency_id
    LEFT JOIN app.petition p ON p.id = c.petition_id
   WHERE c.id = p_case;
  RETURN found;
END $$;

-- Ledger events, words, deadlines, milestones, effects and tasks of one or many cases. Lists that are absent cost nothing. With
-- p_case every row hangs on that case, whatever the lists say.
CREATE FUNCTION app.case_write(p jsonb, p_case uuid DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO app.case_event (id, case_id, seq, kind, type, occurred_on, recorded_at, system_at, actor_id, actor_role, facts, basis,
                              from_stage, to_stage, subject_id, corrects, prev_hash, hash)
  SELECT id, coalesce(p_case, case_id), seq, kind, type, occurred_on, recorded_at, system_at, actor_id, actor_role, facts, basis,
         from_stage, to_stage, subject_id, corrects, prev_hash, hash
    FROM jsonb_to_recordset(p -> 'events') AS e(id uuid, case_id uuid, seq int, kind text, type text, occurred_on date,
         recorded_at timestamptz, system_at timestamptz, actor_id int, actor_role text, facts jsonb, basis jsonb, from_stage text,
         to_stage text, subject_id uuid, corrects uuid, prev_hash bytea, hash bytea);

  IF p ? 'texts' THEN
    INSERT INTO app.event_text (event_id, field, case_id, salt, text, sealed, sealed_key)
    SELECT event_id, field, coalesce(p_case, case_id), salt, text, sealed, sealed_key
      FROM jsonb_to_recordset(p -> 'texts') AS t(event_id uuid, field text, case_id uuid, salt bytea, text text, sealed bytea, sealed_key bytea);
  END IF;

  IF p ? 'opened' THEN
    INSERT INTO app.deadline (id, case_id, agency_id, province_id, visible_to, assignee_id, rule_id, rule_version, citation, kind, statutory,
                              variant, start_event, start_on, raw_end, due_on, warn_on, calendar_version, state, machine, rung, pauses,
                              extensions, opened_by, closed_by, met_on, met_recorded_late, closed_at)
    SELECT id, coalesce(p_case, case_id), agency_id, province_id, visible_to, assignee_id, rule_id, rule_version, citation, kind, statutory,
           variant, start_event, start_on, raw_end, due_on, warn_on, calendar_version, state, machine, rung, pauses,
           extensions, opened_by, closed_by, met_on, met_recorded_late, closed_at
      FROM jsonb_to_recordset(p -> 'opened') AS d(id uuid, case_id uuid, agency_id int, province_id int, visible_to int[], assignee_id int,
           rule_id text, rule_version text, citation text, kind text, statutory boolean, variant text, start_event text, start_on date,
           raw_end date, due_on date, warn_on date, calendar_version text, state text, machine jsonb, rung int, pauses jsonb,
           extensions jsonb, opened_by uuid, closed_by uuid, met_on date, met_recorded_late boolean, closed_at timestamptz);
  END IF;

  IF p ? 'changed' THEN
    UPDATE app.deadline o
       SET rule_version = d.rule_version, citation = d.citation, variant = d.variant, raw_end = d.raw_end, due_on = d.due_on,
           warn_on = d.warn_on, calendar_version = d.calendar_version, state = d.state, machine = d.machine, rung = d.rung,
           pauses = d.pauses, extensions = d.extensions, closed_by = d.closed_by, met_on = d.met_on,
           met_recorded_late = d.met_recorded_late, closed_at = d.closed_at
      FROM jsonb_to_recordset(p -> 'changed') AS d(id uuid, rule_version text, citation text, variant text, raw_end date, due_on date,
           warn_on date, calendar_version text, state text, machine jsonb, rung int, pauses jsonb, extensions jsonb, closed_by uuid,
           met_on date, met_recorded_late boolean, closed_at timestamptz)
     WHERE o.id = d.id AND (p_case IS NULL OR o.case_id = p_case);
  END IF;

  -- Milestones of these deadlines that have not fired are called off; new ones are planned under the next generation.
  IF p ? 'calledOff' THEN
    UPDATE app.milestone m SET state = 'cancelled'
     WHERE m.deadline_id = ANY (ARRAY(SELECT jsonb_array_elements_text(p -> 'calledOff'))::uuid[]) AND m.state = 'pending'
       AND (p_case IS NULL OR m.case_id = p_case);
  END IF;
  IF p ? 'annulled' THEN
    UPDATE app.milestone m SET state = 'annulled'
     WHERE m.deadline_id = ANY (ARRAY(SELECT jsonb_array_elements_text(p -> 'annulled'))::uuid[])
       AND m.state = 'fired' AND m.kind IN ('overdue', 'rung1', 'rung2', 'rung3', 'rung4')
       AND (p_case IS NULL OR m.case_id = p_case);
  END IF;
  IF p ? 'milestones' THEN
    INSERT INTO app.milestone (deadline_id, case_id, kind, due_at, generation)
    SELECT n.deadline_id, coalesce(p_case, n.case_id), n.kind, n.due_at,
           CASE WHEN n.fresh THEN 1
                ELSE coalesce((SELECT max(m.generation) FROM app.milestone m WHERE m.deadline_id = n.deadline_id), 0) + 1 END
      FROM jsonb_to_recordset(p -> 'milestones') AS n(deadline_id uuid, case_id uuid, kind text, due_at timestamptz, fresh boolean);
  END IF;

  IF p ? 'effects' THEN
    INSERT INTO app.effect (id, case_id, event_id, kind, payload)
    SELECT id, coalesce(p_case, case_id), event_id, kind, payload
      FROM jsonb_to_recordset(p -> 'effects') AS f(id uuid, case_id uuid, event_id uuid, kind text, payload jsonb);
  END IF;
  IF p ? 'tasks' THEN
    INSERT INTO app.task (case_id, agency_id, visible_to, kind, owner_role, assignee_id, source_id, created_at)
    SELECT coalesce(p_case, case_id), agency_id, visible_to, kind, owner_role, assignee_id, source_id, created_at
      FROM jsonb_to_recordset(p -> 'tasks') AS t(case_id uuid, agency_id int, visible_to int[], kind text, owner_role text, assignee_id int,
           source_id uuid, created_at timestamptz);
  END IF;
END $$;

-- Whether the acting role may write this case: the worker any, the app what its actor sees. The same words as the row policies.
CREATE FUNCTION app.in_scope(p_user int, p_agencies int[], p_agency int, p_visible int[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT current_setting('role') = 'nghedan_worker' OR CASE WHEN p_visible IS NULL THEN p_agency = ANY (p_agencies) ELSE p_user = ANY (p_visible) END;
$$;

-- done: false with the present rev and seq where something has moved in between; nothing is written then. Runs as the owner:
-- the scope is asked once, of the case row, and not again of every row that hangs on it.
CREATE FUNCTION app.case_commit(p_user int, p_agencies int[], p jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  id_ uuid := (p ->> 'caseId')::uuid;
  moved record;
BEGIN
  UPDATE app.case_file
     SET state = p -> 'state', stage = p ->> 'stage', context = p -> 'context', known_facts = p -> 'knownFacts',
         rev = rev + 1, seq = (p ->> 'seqAfter')::int, head_hash = (p ->> 'headHash')::bytea, assignee_id = (p ->> 'assigneeId')::int,
         last_event_on = (p ->> 'lastEventOn')::date, closed_on = (p ->> 'closedOn')::date, closed_at = (p ->> 'closedAt')::timestamptz,
         outcome = p ->> 'outcome'
   WHERE id = id_ AND rev = (p ->> 'rev')::int AND seq = (p ->> 'seq')::int AND app.in_scope(p_user, p_agencies, agency_id, visible_to);
  IF NOT FOUND THEN
    SELECT rev, seq INTO moved FROM app.case_file WHERE id = id_ AND app.in_scope(p_user, p_agencies, agency_id, visible_to);
    RETURN jsonb_build_object('done', false, 'rev', moved.rev, 'seq', moved.seq);
  END IF;
  PERFORM app.case_write(p, id_);
  IF p ? 'reassign' THEN
    UPDATE app.deadline SET assignee_id = (p ->> 'assigneeId')::int WHERE case_id = id_ AND closed_at IS NULL;
  END IF;
  IF p ? 'idempotency' THEN
    INSERT INTO app.idempotency (actor_id, key, request_hash, status, answer)
    VALUES (p_user, p -> 'idempotency' ->> 'key', (p -> 'idempotency' ->> 'hash')::bytea, 200, p -> 'idempotency' -> 'answer');
  END IF;
  RETURN '{"done": true}';
END $$;

-- New case files inside the caller's transaction, whose actor is already set.
CREATE FUNCTION app.case_open(p jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO app.case_file (id, petition_id, parent_case_id, part, agency_id, province_id, visible_to, procedure, procedure_version, state, stage,
                             context, known_facts, rev, seq, head_hash, assignee_id, remote, opened_on, received_on, last_event_on,
                             closed_on, closed_at, outcome)
  SELECT id, petition_id, parent_case_id, part, agency_id, province_id, visible_to, procedure, procedure_version, state, stage,
         context, known_facts, 1, seq, head_hash, assignee_id, remote, opened_on, received_on, last_event_on, closed_on, closed_at, outcome
    FROM jsonb_to_recordset(p -> 'cases') AS c(id uuid, petition_id uuid, parent_case_id uuid, part text, agency_id int, province_id int, visible_to int[],
         procedure text, procedure_version int, state jsonb, stage text, context jsonb, known_facts jsonb, seq int, head_hash bytea,
         assignee_id int, remote boolean, opened_on date, received_on date, last_event_on date, closed_on date, closed_at timestamptz,
         outcome text);
  PERFORM app.case_write(p);
END $$;

-- The ledger of one case with the names and words its reader may see. NULL: the actor does not see such a case.
CREATE FUNCTION app.case_timeline(p_user int, p_agencies int[], p_case uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  found jsonb;
BEGIN
  PERFORM app.act_as(p_user, p_agencies);
  SELECT jsonb_build_object(
      'case', to_jsonb(c) - 'shard_id',
      'events', (SELECT coalesce(jsonb_agg(to_jsonb(e) - 'shard_id' - 'tx' || jsonb_build_object('actor_name', u.full_name) ORDER BY e.seq), '[]')
                   FROM app.case_event e LEFT JOIN app.app_user u ON u.id = e.actor_id WHERE e.case_id = c.id),
      'texts', (SELECT coalesce(jsonb_agg(jsonb_build_object('event_id', t.event_id, 'field', t.field, 'text', t.text,
                         'sealed', t.sealed, 'sealed_key', t.sealed_key)), '[]') FROM app.event_text t WHERE t.case_id = c.id),
      'rules', (SELECT coalesce(jsonb_object_agg(d.id, d.rule_id), '{}') FROM app.deadline d WHERE d.case_id = c.id))
    INTO found
    FROM app.case_file c
   WHERE c.id = p_case;
  RETURN found;
END $$;

REVOKE EXECUTE ON FUNCTION app.case_commit, app.in_scope FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.in_scope TO nghedan_app, nghedan_worker;
GRANT EXECUTE ON FUNCTION app.case_read, app.case_write, app.case_commit, app.case_open, app.case_timeline TO nghedan_app, nghedan_worker;
