-- As in 0010; a running file may go over to a newer version of its procedure.
CREATE OR REPLACE FUNCTION app.case_commit(p_user int, p_agencies int[], p jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  id_ uuid := (p ->> 'caseId')::uuid;
  moved record;
BEGIN
  UPDATE app.case_file
     SET state = p -> 'state', stage = p ->> 'stage', context = p -> 'context', known_facts = p -> 'knownFacts',
         procedure_version = coalesce((p ->> 'procedureVersion')::int, procedure_version),
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
