-- What open pages follow: how far long work has come, and that an inbox has changed. Never content, never a name: who may hear of a
-- row is told by ids and roles. Rows live an hour; whoever has missed more reads everything anew.
--
-- A sequence alone cannot number them: a smaller number may be committed after a larger one has been read. So a row is committed
-- without a number, and live_read numbers what is committed under one lock. Later numbers are then later to be seen.
CREATE SEQUENCE app.live_number;
CREATE TABLE app.live_event (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  number bigint UNIQUE,
  kind text NOT NULL CHECK (kind IN ('progress', 'inbox')),
  user_id int,                       -- who may hear of it; null: whoever the next two let
  agency_id int,                     -- whose scope it is in; null: every agency's
  roles text[],                      -- of whom one is needed; null: any
  work text,                         -- import, calendar, …
  subject_id uuid,                   -- the batch, the publication, …
  state text CHECK (state IN ('waiting', 'running', 'stopping', 'done', 'stopped', 'failed')),
  done int,
  total int,
  started_at timestamptz,            -- system clock, as created_at
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK ((kind = 'progress') = (work IS NOT NULL AND subject_id IS NOT NULL AND state IS NOT NULL))
);
CREATE INDEX live_event_unnumbered ON app.live_event (created_at) WHERE number IS NULL;
CREATE INDEX live_event_subject ON app.live_event (subject_id, created_at DESC) WHERE subject_id IS NOT NULL;

ALTER TABLE app.live_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.live_event FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.live_event TO nghedan_owner USING (true) WITH CHECK (true);

CREATE FUNCTION app.notify_live() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('live', '');
  RETURN NULL;
END $$;
CREATE TRIGGER live_event_told AFTER INSERT ON app.live_event
  FOR EACH STATEMENT EXECUTE FUNCTION app.notify_live();

-- Says how far a piece of work has come. A new kind of work calls this from its own trigger or service and shows its step by its name.
CREATE FUNCTION app.live_progress(p_work text, p_subject uuid, p_state text, p_done int, p_total int, p_started timestamptz,
                                  p_agency int, p_roles text[])
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = app, pg_temp AS $$
  INSERT INTO app.live_event (kind, work, subject_id, state, done, total, started_at, agency_id, roles)
  VALUES ('progress', p_work, p_subject, p_state, p_done, p_total, p_started, p_agency, p_roles);
$$;

CREATE FUNCTION app.live_import() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  v_state text := CASE new.state WHEN 'importing' THEN 'running' WHEN 'done' THEN 'done' WHEN 'cancelled' THEN 'stopped' WHEN 'failed' THEN 'failed' END;
  v_started timestamptz;
BEGIN
  IF v_state IS NULL OR (new.state <> 'importing' AND old.state <> 'importing') THEN
    RETURN NULL;
  END IF;
  IF old.state = 'importing' THEN
    SELECT started_at INTO v_started FROM app.live_event WHERE subject_id = new.id ORDER BY created_at DESC LIMIT 1;
  END IF;
  PERFORM app.live_progress('import', new.id, v_state, new.done_rows, new.total_rows, coalesce(v_started, clock_timestamp()),
                            new.agency_id, NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER import_told AFTER UPDATE OF state, done_rows ON app.import_batch FOR EACH ROW
  WHEN (old.state IS DISTINCT FROM new.state OR old.done_rows IS DISTINCT FROM new.done_rows) EXECUTE FUNCTION app.live_import();

CREATE FUNCTION app.live_calendar() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  PERFORM app.live_progress('calendar', new.publication_id,
    CASE new.state WHEN 'queued' THEN 'waiting' WHEN 'cancelling' THEN 'stopping' WHEN 'cancelled' THEN 'stopped' ELSE new.state END,
    new.done, new.total, new.started_at, NULL, '{administrator,provinceChairman}');
  RETURN NULL;
END $$;
CREATE TRIGGER calendar_asked AFTER INSERT ON app.calendar_job FOR EACH ROW EXECUTE FUNCTION app.live_calendar();
CREATE TRIGGER calendar_told AFTER UPDATE OF state, done ON app.calendar_job FOR EACH ROW
  WHEN (old.state IS DISTINCT FROM new.state OR old.done IS DISTINCT FROM new.done) EXECUTE FUNCTION app.live_calendar();

-- That something is new, not what: the page asks for its own inbox.
CREATE FUNCTION app.live_inbox() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  INSERT INTO app.live_event (kind, user_id) SELECT DISTINCT 'inbox', user_id FROM lines;
  RETURN NULL;
END $$;
CREATE TRIGGER inbox_told AFTER INSERT ON app.inbox
  REFERENCING NEW TABLE AS lines FOR EACH STATEMENT EXECUTE FUNCTION app.live_inbox();
CREATE TRIGGER inbox_read_told AFTER UPDATE ON app.inbox
  REFERENCING NEW TABLE AS lines FOR EACH STATEMENT EXECUTE FUNCTION app.live_inbox();

-- Numbers what is committed, then answers the rows after a number, with how far numbers reach. For the api process, which tells each
-- person only what is meant for them.
CREATE FUNCTION app.live_read(p_after bigint, p_limit int) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  v_head bigint;
BEGIN
  -- Held to the commit: numbers that another process has drawn are in sight before any of these is drawn or the head is read.
  PERFORM pg_advisory_xact_lock(hashtext('app.live_number'));
  UPDATE app.live_event e SET number = n.number
    FROM (SELECT id, nextval('app.live_number') AS number
            FROM (SELECT id FROM app.live_event WHERE number IS NULL ORDER BY created_at, id) waiting) n
   WHERE e.id = n.id;
  SELECT CASE WHEN is_called THEN last_value ELSE 0 END INTO v_head FROM app.live_number;
  RETURN jsonb_build_object(
    'head', v_head,
    'oldest', (SELECT min(number) FROM app.live_event),
    'events', (SELECT coalesce(jsonb_agg(to_jsonb(e) - 'id' ORDER BY e.number), '[]') FROM (
        SELECT * FROM app.live_event WHERE number > p_after ORDER BY number LIMIT p_limit) e));
END $$;

-- Where each piece of work stands that is under way or has ended within the hour.
CREATE FUNCTION app.live_works() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT coalesce(jsonb_agg(to_jsonb(e) - 'id' ORDER BY e.created_at), '[]') FROM (
    SELECT DISTINCT ON (subject_id) * FROM app.live_event WHERE subject_id IS NOT NULL ORDER BY subject_id, created_at DESC, id DESC) e;
$$;

CREATE FUNCTION app.live_forget() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = app, pg_temp AS $$
  WITH gone AS (DELETE FROM app.live_event WHERE number IS NOT NULL AND created_at < now() - interval '1 hour' RETURNING 1)
  SELECT count(*)::int FROM gone;
$$;

REVOKE EXECUTE ON FUNCTION app.live_progress, app.live_import, app.live_calendar, app.live_inbox, app.live_read, app.live_works,
  app.live_forget FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.live_read, app.live_works TO nghedan_app;
GRANT EXECUTE ON FUNCTION app.live_forget TO nghedan_worker;

-- Files on their way, a piece at a time. Their bytes lie in a folder, enciphered from the first byte with the key that is kept here
-- wrapped; a day after the last use both are gone. An upload is seen by who began it and by nobody else.
CREATE TABLE app.upload (
  id uuid PRIMARY KEY,
  petition_id uuid NOT NULL REFERENCES app.petition,
  created_by int NOT NULL REFERENCES app.app_user,
  size_bytes int NOT NULL CHECK (size_bytes > 0),
  sealed_key bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(), -- system clock
  attachment_id uuid REFERENCES app.attachment,  -- what it became
  finished_at timestamptz
);
CREATE INDEX upload_of ON app.upload (created_by, created_at);
CREATE INDEX upload_age ON app.upload (created_at);
ALTER TABLE app.upload ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.upload FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.upload TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON app.upload TO nghedan_worker USING (true) WITH CHECK (true);
CREATE POLICY app_own ON app.upload TO nghedan_app USING (created_by = (SELECT app.user_id())) WITH CHECK (created_by = (SELECT app.user_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON app.upload TO nghedan_app;
GRANT SELECT, DELETE ON app.upload TO nghedan_worker;
