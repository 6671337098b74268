-- What was kept and tried: each backup, each fetch of WAL, each drill and each restore that came to an end. Written by the operators' commands,
-- read by the pages of administrators. Counts, instants and folders; nothing of anybody's file.
CREATE TABLE app.backup_run (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('backup', 'wal', 'drill', 'restore')),
  name text NOT NULL,                -- of the backup it made, tried or restored
  place text NOT NULL,               -- folder, as the machine that ran it calls it
  started_at timestamptz NOT NULL,   -- system clock
  finished_at timestamptz NOT NULL,
  ok boolean NOT NULL,
  summary jsonb NOT NULL             -- counts, and what differed in words
);
CREATE INDEX backup_run_last ON app.backup_run (kind, finished_at DESC);
GRANT SELECT ON app.backup_run TO nghedan_app, nghedan_worker;
ALTER TABLE app.backup_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.backup_run FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.backup_run TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_read ON app.backup_run FOR SELECT TO nghedan_worker USING (true);
CREATE POLICY app_read ON app.backup_run FOR SELECT TO nghedan_app USING (true);

-- Names of stored files that rows know, in order, some at a time: those without a file are found by looking on the disk.
CREATE FUNCTION app.known_blobs(p_after text, p_limit int) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT k FROM (
    (SELECT blob_key FROM app.attachment WHERE blob_key > p_after ORDER BY 1 LIMIT p_limit) UNION
    (SELECT blob_key FROM app.paper_content WHERE blob_key > p_after ORDER BY 1 LIMIT p_limit) UNION
    (SELECT blob_key FROM app.document_template WHERE blob_key > p_after ORDER BY 1 LIMIT p_limit)) AS known (k)
   ORDER BY k LIMIT p_limit;
$$;
REVOKE ALL ON FUNCTION app.known_blobs(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.known_blobs(text, int) TO nghedan_app;

-- How the archive of WAL fares: a command that fails keeps every segment on the disk until it is full.
CREATE FUNCTION app.archive_state() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT jsonb_build_object('mode', current_setting('archive_mode'),
    'failing', coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false),
    'failedAt', to_char(last_failed_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'archivedAt', to_char(last_archived_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) FROM pg_stat_archiver;
$$;
REVOKE ALL ON FUNCTION app.archive_state() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.archive_state() TO nghedan_app;
