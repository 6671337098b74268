-- Health of the system: what the worker says of itself, effects refused for good until a person asks again, counts without a name.

-- Refused by a rule that trying again does not change: handed out again only when a person asks for it.
ALTER TABLE app.effect ADD COLUMN failed_at timestamptz;
CREATE INDEX effect_failed ON app.effect (failed_at DESC, id) WHERE done_at IS NULL AND failed_at IS NOT NULL;

-- A process that works behind the scenes, as of its last beat (system clock). A row whose beat is old belongs to a process that is gone.
CREATE TABLE app.process_pulse (
  id text PRIMARY KEY,               -- machine and process number
  started_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL DEFAULT now(),
  version text NOT NULL,
  queue text NOT NULL CHECK (queue IN ('postgres', 'redis')),
  jobs jsonb NOT NULL,               -- waiting, active, delayed, failed by queue
  fired int NOT NULL,
  handed_out int NOT NULL,
  channels jsonb NOT NULL            -- by channel: whether a gateway is set
);
GRANT SELECT ON app.process_pulse TO nghedan_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.process_pulse TO nghedan_worker;
ALTER TABLE app.process_pulse ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.process_pulse FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.process_pulse TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON app.process_pulse TO nghedan_worker USING (true) WITH CHECK (true);
CREATE POLICY app_read ON app.process_pulse FOR SELECT TO nghedan_app USING (true);

-- Counts and instants of the whole system for its administrators. No id, no name, no agency: nothing tells of a file.
CREATE FUNCTION app.operations_state() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT jsonb_build_object(
    'now', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'businessNow', to_char(app.business_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'databaseBytes', pg_database_size(current_database()),
    'serverVersion', current_setting('server_version'),
    'effects', (SELECT jsonb_build_object(
        'pending', count(*) FILTER (WHERE failed_at IS NULL),
        'failed', count(*) FILTER (WHERE failed_at IS NOT NULL),
        'retried', count(*) FILTER (WHERE failed_at IS NULL AND attempts > 1),
        'oldestSeconds', coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE failed_at IS NULL)), 0)::int)
      FROM app.effect WHERE done_at IS NULL),
    'milestones', (SELECT jsonb_build_object(
        'pending', count(*),
        'late', count(*) FILTER (WHERE due_at < app.business_now() - interval '1 minute'),
        'lateSeconds', coalesce(extract(epoch FROM app.business_now() - min(due_at)), 0)::int)
      FROM app.milestone WHERE state = 'pending'),
    'messages', (SELECT coalesce(jsonb_object_agg(state, n), '{}') FROM (SELECT state, count(*) AS n FROM app.message GROUP BY state) s),
    'ledger', (SELECT jsonb_build_object('signedAt', to_char(signed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'size', tree_size)
                 FROM app.tree_head ORDER BY tree_size DESC LIMIT 1),
    'unsealed', (SELECT count(*) FROM app.case_event e
                  WHERE e.tx > coalesce((SELECT (value ->> 'tx')::bigint FROM app.meta WHERE key = 'ledger-sealed'), 0)));
$$;
REVOKE ALL ON FUNCTION app.operations_state() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.operations_state() TO nghedan_app;

-- Of the names of stored files those that no row knows. Names are hashes of bytes; the answer says nothing of whose they were.
CREATE FUNCTION app.blobs_without_rows(p_keys text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT k FROM unnest(p_keys) AS k
   WHERE NOT EXISTS (SELECT FROM app.attachment a WHERE a.blob_key = k)
     AND NOT EXISTS (SELECT FROM app.paper_content c WHERE c.blob_key = k)
     AND NOT EXISTS (SELECT FROM app.document_template t WHERE t.blob_key = k);
$$;
REVOKE ALL ON FUNCTION app.blobs_without_rows(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.blobs_without_rows(text[]) TO nghedan_app;
CREATE INDEX attachment_blob ON app.attachment (blob_key);
CREATE INDEX paper_content_blob ON app.paper_content (blob_key);
