-- Files that belong together, standing grants to read the file of a denunciation, and files that pass to another agency.

-- Effects of one act are carried out in the order the procedure gave them.
ALTER TABLE app.effect ADD COLUMN ordinal smallint NOT NULL DEFAULT 0;
CREATE INDEX effect_order ON app.effect (event_id, ordinal) WHERE done_at IS NULL AND kind LIKE 'case.%';

-- Had another agency before: some of its rows are still that agency's.
ALTER TABLE app.case_file ADD COLUMN moved boolean NOT NULL DEFAULT false;

-- A denunciation of the head of the agency that registered it: wherever its files go, they go past the heads of that rank.
ALTER TABLE app.petition ADD COLUMN past_head boolean NOT NULL DEFAULT false;
UPDATE app.petition p SET past_head = true
 WHERE p.visible_to IS NOT NULL
   AND NOT EXISTS (SELECT FROM app.app_user u WHERE u.agency_id = p.agency_id AND u.id = ANY (p.visible_to)
                      AND u.active AND u.roles && ARRAY['chairman', 'provinceChairman']);

CREATE TABLE app.case_link (
  from_case uuid NOT NULL REFERENCES app.case_file, -- the younger file
  to_case uuid NOT NULL REFERENCES app.case_file,
  kind text NOT NULL CHECK (kind IN ('firstInstance', 'renewedOf', 'protects', 'takenOverFrom', 'receivedAt')),
  created_by uuid NOT NULL,          -- event
  created_at timestamptz NOT NULL,   -- business clock
  PRIMARY KEY (from_case, to_case, kind),
  CHECK (from_case <> to_case)
);
CREATE INDEX case_link_to ON app.case_link (to_case);

-- Who may read the file of a denunciation besides those named when it was opened (NĐ 31 Đ.11 k1; LTC Đ.11 k2d).
CREATE TABLE app.case_grant (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  case_id uuid NOT NULL REFERENCES app.case_file,
  user_id int NOT NULL REFERENCES app.app_user,
  capacity text NOT NULL CHECK (capacity IN ('resolver', 'verifier', 'adviser', 'protector')),
  added boolean NOT NULL,            -- the person did not see the file before
  granted_by uuid NOT NULL,          -- event
  granted_at timestamptz NOT NULL,   -- business clock
  revoked_by uuid,
  revoked_at timestamptz
);
CREATE UNIQUE INDEX case_grant_standing ON app.case_grant (case_id, user_id, capacity) WHERE revoked_at IS NULL;

-- Agencies that read without acting: a petition whose file is elsewhere, or (with case_id) a file that has left the agency.
-- Never of a protected file: there visible_to alone counts.
CREATE TABLE app.read_sight (
  petition_id uuid NOT NULL REFERENCES app.petition,
  case_id uuid REFERENCES app.case_file,
  agency_id int NOT NULL REFERENCES app.agency,
  UNIQUE NULLS NOT DISTINCT (petition_id, case_id, agency_id)
);
CREATE INDEX read_sight_agency ON app.read_sight (agency_id);

-- Scope: the agencies of the actor of the transaction. Answers ids only.
CREATE FUNCTION app.read_only_files() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT coalesce(array_agg(case_id), '{}') FROM app.read_sight WHERE case_id IS NOT NULL AND agency_id = ANY (app.agencies());
$$;
CREATE FUNCTION app.read_only_petitions() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT coalesce(array_agg(petition_id), '{}') FROM app.read_sight WHERE agency_id = ANY (app.agencies());
$$;
-- The deadlines of a file that has moved, whichever agency each is of. Scope: asked of the file, as its own policies do.
CREATE FUNCTION app.moved_deadlines(p_case uuid) RETURNS SETOF app.deadline LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT d.* FROM app.deadline d JOIN app.case_file c ON c.id = d.case_id
   WHERE d.case_id = p_case
     AND (app.in_scope(app.user_id(), app.agencies(), c.agency_id, c.visible_to) OR c.visible_to IS NULL AND c.id = ANY (app.read_only_files()));
$$;
-- A link is there for who sees one of its files, unless the other is a protected file they do not see: that there is one, and what
-- it is to the first, would tell of it. Scope: actor of the transaction; of two files it does not see it answers as of none.
CREATE FUNCTION app.link_shown(p_from uuid, p_to uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT count(*) = 2 AND bool_or(seen) AND bool_and(seen OR visible_to IS NULL)
    FROM (SELECT c.visible_to, app.in_scope(app.user_id(), app.agencies(), c.agency_id, c.visible_to)
                 OR c.visible_to IS NULL AND c.id = ANY (app.read_only_files()) AS seen
            FROM app.case_file c WHERE c.id IN (p_from, p_to)) ends;
$$;
REVOKE ALL ON FUNCTION app.read_only_files(), app.read_only_petitions(), app.moved_deadlines(uuid), app.link_shown(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.read_only_files(), app.read_only_petitions(), app.link_shown(uuid, uuid) TO nghedan_app;
GRANT EXECUTE ON FUNCTION app.moved_deadlines(uuid) TO nghedan_app, nghedan_worker;

CREATE POLICY read_only ON app.case_file FOR SELECT TO nghedan_app
  USING (visible_to IS NULL AND id = ANY ((SELECT app.read_only_files())::uuid[]));
CREATE POLICY read_only ON app.petition FOR SELECT TO nghedan_app
  USING (visible_to IS NULL AND id = ANY ((SELECT app.read_only_petitions())::uuid[]));
CREATE POLICY read_only ON app.petitioner FOR SELECT TO nghedan_app
  USING (visible_to IS NULL AND petition_id = ANY ((SELECT app.read_only_petitions())::uuid[]));
CREATE POLICY read_only ON app.attachment FOR SELECT TO nghedan_app
  USING (visible_to IS NULL AND petition_id = ANY ((SELECT app.read_only_petitions())::uuid[]));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['case_link', 'case_grant', 'read_sight'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON app.%I TO nghedan_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON app.%I TO nghedan_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON app.%I TO nghedan_worker', t);
  END LOOP;
END $$;
GRANT SELECT ON app.case_link, app.case_grant TO nghedan_app;
CREATE POLICY app_read ON app.case_link FOR SELECT TO nghedan_app USING (app.link_shown(from_case, to_case));
CREATE POLICY app_read ON app.case_grant FOR SELECT TO nghedan_app
  USING (EXISTS (SELECT FROM app.case_file c WHERE c.id = case_id));

-- Who may see a protected petition: gained by what one of its files gains, lost by those whom no file of it names any more.
CREATE FUNCTION app.petition_share(p_petition uuid, p_gained int[], p_lost int[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  people int[];
BEGIN
  SELECT ARRAY(SELECT DISTINCT u FROM unnest(p.visible_to || p_gained) u
                WHERE u <> ALL (p_lost) OR EXISTS (SELECT FROM app.case_file c WHERE c.petition_id = p.id AND u = ANY (c.visible_to))
                ORDER BY u)
    INTO people FROM app.petition p WHERE p.id = p_petition AND p.visible_to IS NOT NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  UPDATE app.petition SET visible_to = people WHERE id = p_petition;
  UPDATE app.petitioner SET visible_to = people WHERE petition_id = p_petition;
  UPDATE app.attachment SET visible_to = people WHERE petition_id = p_petition;
END $$;

-- Exactly these people see a protected file from now on, with its clocks and its work; the petition follows.
CREATE FUNCTION app.case_share(p_case uuid, p_people int[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  before record;
BEGIN
  SELECT petition_id, visible_to INTO before FROM app.case_file WHERE id = p_case AND visible_to IS NOT NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  UPDATE app.case_file SET visible_to = p_people WHERE id = p_case;
  UPDATE app.deadline SET visible_to = p_people WHERE case_id = p_case;
  UPDATE app.task SET visible_to = p_people WHERE case_id = p_case;
  UPDATE app.attachment SET visible_to = p_people WHERE case_id = p_case AND petition_id IS NULL;
  PERFORM app.petition_share(before.petition_id, p_people, before.visible_to);
END $$;

-- The file with its open clocks and open work passes to another agency. A protected file is seen by p_people and nobody else;
-- an open one stays readable where it was, and its petition becomes readable where it goes.
CREATE FUNCTION app.case_move(p_case uuid, p_agency int, p_people int[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  before record;
  province int;
BEGIN
  SELECT petition_id, agency_id, visible_to INTO before FROM app.case_file WHERE id = p_case FOR NO KEY UPDATE;
  SELECT province_id INTO STRICT province FROM app.agency WHERE id = p_agency;
  UPDATE app.case_file SET agency_id = p_agency, province_id = province, assignee_id = NULL, moved = true WHERE id = p_case;
  UPDATE app.deadline SET agency_id = p_agency, province_id = province, assignee_id = NULL WHERE case_id = p_case AND closed_at IS NULL;
  UPDATE app.task SET agency_id = p_agency, assignee_id = NULL WHERE case_id = p_case AND done_at IS NULL;
  IF before.visible_to IS NULL THEN
    INSERT INTO app.read_sight (petition_id, case_id, agency_id)
    VALUES (before.petition_id, p_case, before.agency_id), (before.petition_id, NULL, p_agency) ON CONFLICT DO NOTHING;
  ELSE
    PERFORM app.case_share(p_case, p_people);
  END IF;
END $$;

GRANT EXECUTE ON FUNCTION app.petition_share(uuid, int[], int[]), app.case_share(uuid, int[]), app.case_move(uuid, int, int[]) TO nghedan_worker;
REVOKE EXECUTE ON FUNCTION app.petition_share(uuid, int[], int[]), app.case_share(uuid, int[]), app.case_move(uuid, int, int[]) FROM PUBLIC;

-- As in 0010, with the order of effects.
CREATE OR REPLACE FUNCTION app.case_write(p jsonb, p_case uuid DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
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
    INSERT INTO app.effect (id, case_id, event_id, kind, payload, ordinal)
    SELECT id, coalesce(p_case, case_id), event_id, kind, payload, coalesce(ordinal, 0)
      FROM jsonb_to_recordset(p -> 'effects') AS f(id uuid, case_id uuid, event_id uuid, kind text, payload jsonb, ordinal smallint);
  END IF;
  IF p ? 'tasks' THEN
    INSERT INTO app.task (case_id, agency_id, visible_to, kind, owner_role, assignee_id, source_id, created_at)
    SELECT coalesce(p_case, case_id), agency_id, visible_to, kind, owner_role, assignee_id, source_id, created_at
      FROM jsonb_to_recordset(p -> 'tasks') AS t(case_id uuid, agency_id int, visible_to int[], kind text, owner_role text, assignee_id int,
           source_id uuid, created_at timestamptz);
  END IF;
END $$;

-- As in 0010; an agency that only reads is told so, and a file that has moved shows all its deadlines.
CREATE OR REPLACE FUNCTION app.case_read(p_user int, p_agencies int[], p_case uuid, p_key text) RETURNS jsonb LANGUAGE plpgsql AS $$
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
      'readOnly', NOT app.in_scope(p_user, p_agencies, c.agency_id, c.visible_to),
      'deadlines', CASE WHEN c.moved
        THEN (SELECT coalesce(jsonb_agg(to_jsonb(d) - 'shard_id' - 'agency_id' - 'province_id' - 'visible_to' ORDER BY d.id), '[]')
                FROM app.moved_deadlines(c.id) d)
        ELSE (SELECT coalesce(jsonb_agg(to_jsonb(d) - 'shard_id' - 'agency_id' - 'province_id' - 'visible_to' ORDER BY d.id), '[]')
                FROM app.deadline d WHERE d.case_id = c.id) END,
      'answer', (SELECT jsonb_build_object('hash', i.request_hash, 'status', i.status, 'answer', i.answer)
                   FROM app.idempotency i WHERE i.actor_id = p_user AND i.key = p_key))
    INTO found
    FROM app.case_file c
    JOIN app.agency a ON a.id = c.agency_id
    LEFT JOIN app.petition p ON p.id = c.petition_id
   WHERE c.id = p_case;
  RETURN found;
END $$;

-- As in 0010; a file that has moved names all its deadlines.
CREATE OR REPLACE FUNCTION app.case_timeline(p_user int, p_agencies int[], p_case uuid) RETURNS jsonb LANGUAGE plpgsql AS $$
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
      'rules', CASE WHEN c.moved THEN (SELECT coalesce(jsonb_object_agg(d.id, d.rule_id), '{}') FROM app.moved_deadlines(c.id) d)
        ELSE (SELECT coalesce(jsonb_object_agg(d.id, d.rule_id), '{}') FROM app.deadline d WHERE d.case_id = c.id) END)
    INTO found
    FROM app.case_file c
   WHERE c.id = p_case;
  RETURN found;
END $$;
