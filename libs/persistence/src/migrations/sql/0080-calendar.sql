-- The calendar as it is published: built-in data are version 0, every publication adds days and takes nothing away. Which day
-- holds follows from the order of publications; when it was known, from known_from.

CREATE TABLE app.calendar_preview (
  id uuid PRIMARY KEY,
  created_by int NOT NULL REFERENCES app.app_user,
  created_at timestamptz NOT NULL,   -- business clock
  base_number int NOT NULL,          -- publications known when it was made
  version text NOT NULL,             -- of the calendar to come
  entries jsonb NOT NULL,
  announces_year int,
  scanned int NOT NULL,              -- protected files left out
  hash text NOT NULL                 -- of what would move, protected files left out
);
CREATE TABLE app.calendar_preview_row (
  preview_id uuid NOT NULL REFERENCES app.calendar_preview,
  deadline_id uuid NOT NULL,
  case_id uuid NOT NULL,
  agency_id int NOT NULL,
  protected boolean NOT NULL,
  rule_id text NOT NULL,
  from_due date,
  to_due date,
  days jsonb NOT NULL,               -- why: the days that count otherwise
  becomes text CHECK (becomes IN ('late', 'timely')),
  PRIMARY KEY (preview_id, deadline_id)
);

CREATE TABLE app.calendar_publication (
  id uuid PRIMARY KEY,
  number int NOT NULL UNIQUE CHECK (number > 0),
  preview_id uuid NOT NULL UNIQUE REFERENCES app.calendar_preview,
  reason text NOT NULL,
  version_before text NOT NULL,
  version text NOT NULL,
  announces_year int,
  known_from date NOT NULL,          -- business day: what was known before is asked with the day before
  published_by int NOT NULL REFERENCES app.app_user,
  published_at timestamptz NOT NULL  -- business clock
);
-- The nation's calendar: one of a province or unit is not kept.
CREATE TABLE app.calendar_entry (
  publication_id uuid NOT NULL REFERENCES app.calendar_publication,
  on_date date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('off', 'makeup', 'ordinary', 'withdraw')),
  name text NOT NULL,
  basis text NOT NULL,               -- deciding paper
  confirmed boolean NOT NULL,
  PRIMARY KEY (publication_id, on_date)
);

-- How far the carrying out of a publication has come. All limits are reckoned anew; counted are those of open files alone: beside
-- the counts of the preview the others would tell of protected files.
CREATE TABLE app.calendar_job (
  publication_id uuid PRIMARY KEY REFERENCES app.calendar_publication,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'cancelling', 'cancelled', 'done')),
  total int NOT NULL DEFAULT 0,
  done int NOT NULL DEFAULT 0,
  moved int NOT NULL DEFAULT 0,
  late int NOT NULL DEFAULT 0,
  timely int NOT NULL DEFAULT 0,
  unreckoned int NOT NULL DEFAULT 0,
  failed uuid[] NOT NULL DEFAULT '{}', -- limits whose rule is not known any more, of any file
  last_case uuid,
  started_at timestamptz,            -- system clock
  finished_at timestamptz
);

CREATE FUNCTION app.notify_calendar() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('calendar', new.number::text);
  RETURN NULL;
END $$;
CREATE TRIGGER calendar_published AFTER INSERT ON app.calendar_publication
  FOR EACH ROW EXECUTE FUNCTION app.notify_calendar();

GRANT SELECT ON app.calendar_preview, app.calendar_preview_row, app.calendar_publication, app.calendar_entry
  TO nghedan_app, nghedan_worker;
GRANT SELECT ON app.calendar_job TO nghedan_worker;
GRANT SELECT (publication_id, state, total, done, moved, late, timely, unreckoned, started_at, finished_at) ON app.calendar_job TO nghedan_app;
GRANT INSERT ON app.calendar_preview, app.calendar_preview_row, app.calendar_publication, app.calendar_entry, app.calendar_job TO nghedan_app;
GRANT UPDATE ON app.calendar_job TO nghedan_app, nghedan_worker;

-- A row of a preview is seen by who sees its case.
ALTER TABLE app.calendar_preview_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.calendar_preview_row FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.calendar_preview_row TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON app.calendar_preview_row TO nghedan_worker USING (true) WITH CHECK (true);
CREATE POLICY app_insert ON app.calendar_preview_row FOR INSERT TO nghedan_app WITH CHECK (true);
CREATE POLICY app_read ON app.calendar_preview_row FOR SELECT TO nghedan_app
  USING (EXISTS (SELECT 1 FROM app.case_file c WHERE c.id = case_id));

-- What a limit is reckoned from. No petition, no person.
CREATE FUNCTION app.limit_json(d app.deadline) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('id', d.id, 'caseId', d.case_id, 'agencyId', d.agency_id, 'isProtected', d.visible_to IS NOT NULL,
    'ruleId', d.rule_id, 'kind', d.kind, 'statutory', d.statutory, 'variant', d.variant, 'startOn', d.start_on, 'rawEnd', d.raw_end,
    'dueOn', d.due_on, 'warnOn', d.warn_on, 'calendarVersion', d.calendar_version, 'state', d.state, 'machine', d.machine,
    'rung', d.rung, 'pauses', d.pauses, 'extensions', d.extensions);
$$;

-- Open limits of the whole system in id order: a calendar is the nation's, so its preview looks at more than its maker may read.
-- Runs as the owner; what it stores is read under row security again.
CREATE FUNCTION app.calendar_open_limits(p_after uuid, p_limit int) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT jsonb_build_object('now', app.business_now(),
    'limits', (SELECT coalesce(jsonb_agg(app.limit_json(d) ORDER BY d.id), '[]') FROM (
        SELECT * FROM app.deadline WHERE closed_at IS NULL AND (p_after IS NULL OR id > p_after) ORDER BY id LIMIT p_limit) d),
    'settings', (SELECT jsonb_object_agg(a.id, a.settings) FROM app.agency a));
$$;

-- Locks the job, then the next cases with open limits of another version, in id order, as milestones_claim does. The case row is
-- the lock of its ledger.
CREATE FUNCTION app.calendar_job_claim(p_publication uuid, p_version text, p_limit int) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  job app.calendar_job;
  v_cases uuid[];
  v_next uuid[];
  answer jsonb;
BEGIN
  SELECT * INTO job FROM app.calendar_job WHERE publication_id = p_publication FOR UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF job.state = 'cancelling' THEN
    UPDATE app.calendar_job SET state = 'cancelled', finished_at = now() WHERE publication_id = p_publication;
    RETURN '{"state": "cancelled"}';
  END IF;
  IF job.state NOT IN ('queued', 'running') THEN
    RETURN jsonb_build_object('state', job.state);
  END IF;
  IF job.state = 'queued' THEN
    UPDATE app.calendar_job SET state = 'running', started_at = coalesce(started_at, now()), finished_at = NULL, last_case = NULL,
           total = done + (SELECT count(*) FROM app.deadline d WHERE d.closed_at IS NULL AND d.calendar_version <> p_version
                              AND d.visible_to IS NULL AND d.id <> ALL (job.failed))
     WHERE publication_id = p_publication RETURNING * INTO job;
  END IF;
  FOR round IN 1..2 LOOP
    SELECT array_agg(n.case_id) INTO v_next FROM (
      SELECT DISTINCT d.case_id FROM app.deadline d
       WHERE d.closed_at IS NULL AND d.calendar_version <> p_version AND d.id <> ALL (job.failed)
         AND (job.last_case IS NULL OR d.case_id > job.last_case)
       ORDER BY d.case_id LIMIT p_limit) n;
    -- From the start once more: rows may have come behind the place it had reached.
    EXIT WHEN v_next IS NOT NULL OR job.last_case IS NULL;
    job.last_case := NULL;
  END LOOP;
  IF v_next IS NULL THEN
    UPDATE app.calendar_job SET state = 'done', finished_at = now(), total = done WHERE publication_id = p_publication;
    RETURN '{"state": "done"}';
  END IF;
  SELECT array_agg(l.id) INTO v_cases FROM (
    SELECT c.id FROM app.case_file c WHERE c.id = ANY (v_next) ORDER BY c.id FOR UPDATE) l;
  UPDATE app.calendar_job SET last_case = v_next[array_upper(v_next, 1)] WHERE publication_id = p_publication;
  -- A new statement sees what was committed while the locks were waited for.
  SELECT jsonb_build_object('state', 'running', 'now', app.business_now(),
    'cases', (SELECT jsonb_agg(jsonb_build_object('id', c.id, 'agencyId', c.agency_id, 'seq', c.seq, 'headHash', c.head_hash) ORDER BY c.id)
                FROM app.case_file c WHERE c.id = ANY (v_cases)),
    'limits', (SELECT coalesce(jsonb_agg(app.limit_json(d) ORDER BY d.id), '[]') FROM app.deadline d
                WHERE d.case_id = ANY (v_cases) AND d.closed_at IS NULL AND d.calendar_version <> p_version AND d.id <> ALL (job.failed)),
    'pending', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'deadlineId', m.deadline_id, 'kind', m.kind, 'dueAt', m.due_at)), '[]')
                  FROM app.milestone m WHERE m.case_id = ANY (v_cases) AND m.state = 'pending'),
    'settings', (SELECT jsonb_object_agg(a.id, a.settings) FROM app.agency a))
    INTO answer;
  RETURN answer;
END $$;

CREATE FUNCTION app.calendar_job_write(p_publication uuid, p jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE app.deadline o SET raw_end = d.raw_end, due_on = d.due_on, warn_on = d.warn_on, calendar_version = d.calendar_version,
         state = d.state, machine = d.machine, rung = d.rung
    FROM jsonb_to_recordset(p -> 'limits') AS d(id uuid, raw_end date, due_on date, warn_on date, calendar_version text, state text,
         machine jsonb, rung int)
   WHERE o.id = d.id AND o.closed_at IS NULL;
  UPDATE app.milestone m SET state = 'cancelled'
   WHERE m.state = 'pending' AND m.id = ANY (ARRAY(SELECT jsonb_array_elements_text(p -> 'cancelled'))::uuid[]);
  UPDATE app.milestone m SET state = 'annulled'
   WHERE m.deadline_id = ANY (ARRAY(SELECT jsonb_array_elements_text(p -> 'annulled'))::uuid[])
     AND m.state = 'fired' AND m.kind IN ('overdue', 'rung1', 'rung2', 'rung3', 'rung4');
  INSERT INTO app.milestone (deadline_id, case_id, kind, due_at, generation)
  SELECT n.deadline_id, n.case_id, n.kind, n.due_at,
         coalesce((SELECT max(m.generation) FROM app.milestone m WHERE m.deadline_id = n.deadline_id), 0) + 1
    FROM jsonb_to_recordset(p -> 'milestones') AS n(deadline_id uuid, case_id uuid, kind text, due_at timestamptz);
  INSERT INTO app.case_event (id, case_id, seq, kind, type, occurred_on, recorded_at, system_at, actor_id, actor_role, facts, basis,
                              from_stage, to_stage, subject_id, corrects, prev_hash, hash)
  SELECT id, case_id, seq, kind, type, occurred_on, recorded_at, system_at, actor_id, actor_role, facts, basis,
         from_stage, to_stage, subject_id, corrects, prev_hash, hash
    FROM jsonb_to_recordset(p -> 'events') AS e(id uuid, case_id uuid, seq int, kind text, type text, occurred_on date,
         recorded_at timestamptz, system_at timestamptz, actor_id int, actor_role text, facts jsonb, basis jsonb, from_stage text,
         to_stage text, subject_id uuid, corrects uuid, prev_hash bytea, hash bytea);
  -- rev stays, as with a reminder: an officer's If-Match does not fail because of a holiday.
  UPDATE app.case_file o SET seq = c.seq, head_hash = c.head_hash
    FROM jsonb_to_recordset(p -> 'cases') AS c(id uuid, seq int, head_hash bytea) WHERE o.id = c.id;
  UPDATE app.calendar_job SET done = done + (p -> 'counts' ->> 'done')::int, moved = moved + (p -> 'counts' ->> 'moved')::int,
         late = late + (p -> 'counts' ->> 'late')::int, timely = timely + (p -> 'counts' ->> 'timely')::int,
         unreckoned = unreckoned + (p -> 'counts' ->> 'unreckoned')::int,
         failed = failed || ARRAY(SELECT jsonb_array_elements_text(p -> 'failed'))::uuid[]
   WHERE publication_id = p_publication;
END $$;

-- Puts a publication's job to work. The effect row is what a worker finds, however often workers come and go.
CREATE FUNCTION app.calendar_job_ask(p_publication uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE app.calendar_job SET state = 'queued', finished_at = NULL WHERE publication_id = p_publication;
  INSERT INTO app.effect (kind, payload) VALUES ('calendar.reproject', jsonb_build_object('publicationId', p_publication));
$$;

-- Limits that a process wrote with a superseded calendar after the newest job had passed them. A process hears of a publication at
-- once or within a minute, so a day is ample.
CREATE FUNCTION app.calendar_reconcile(p_superseded text[]) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  job app.calendar_job;
BEGIN
  SELECT j.* INTO job FROM app.calendar_job j JOIN app.calendar_publication p ON p.id = j.publication_id
   ORDER BY p.number DESC LIMIT 1 FOR UPDATE OF j SKIP LOCKED;
  IF job.state IS DISTINCT FROM 'done' OR job.finished_at < now() - interval '1 day' OR NOT EXISTS (
      SELECT FROM app.deadline d WHERE d.closed_at IS NULL AND d.calendar_version = ANY (p_superseded) AND d.id <> ALL (job.failed)) THEN
    RETURN false;
  END IF;
  PERFORM app.calendar_job_ask(job.publication_id);
  RETURN true;
END $$;

-- A notice that is about no case: the calendar of next year is missing. Once each year and administrator.
ALTER TABLE app.inbox ALTER COLUMN case_id DROP NOT NULL;
CREATE FUNCTION app.calendar_tell_missing(p_year int) RETURNS int LANGUAGE sql AS $$
  WITH told AS (
    INSERT INTO app.inbox (user_id, case_id, topic, source_id, created_at)
    SELECT u.id, NULL, 'calendar.missing', md5('calendar.missing ' || p_year)::uuid, app.business_now()
      FROM app.app_user u WHERE u.active AND 'administrator' = ANY (u.roles)
    ON CONFLICT (source_id, user_id) DO NOTHING RETURNING 1)
  SELECT count(*)::int FROM told;
$$;

REVOKE EXECUTE ON FUNCTION app.calendar_open_limits, app.calendar_job_claim, app.calendar_job_write, app.calendar_job_ask,
  app.calendar_reconcile, app.calendar_tell_missing FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.calendar_open_limits TO nghedan_app;
GRANT EXECUTE ON FUNCTION app.calendar_job_ask TO nghedan_app, nghedan_worker;
GRANT EXECUTE ON FUNCTION app.calendar_job_claim, app.calendar_job_write, app.calendar_reconcile, app.calendar_tell_missing TO nghedan_worker;
