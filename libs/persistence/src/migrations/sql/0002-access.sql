-- Row scope and rights. Three roles: nghedan_owner (migrations, definer functions), nghedan_app (api, cli),
-- nghedan_worker (deadlines, effects, imports). The actor is set per transaction by app.act_as.

CREATE FUNCTION app.act_as(p_user int, p_agencies int[]) RETURNS void LANGUAGE sql AS $$
  SELECT set_config('app.user_id', p_user::text, true), set_config('app.agencies', p_agencies::text, true);
$$;

CREATE FUNCTION app.user_id() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('app.user_id', true), '')::int;
$$;

CREATE FUNCTION app.agencies() RETURNS int[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(nullif(current_setting('app.agencies', true), '')::int[], '{}');
$$;

-- The agency and everything below it on a day; what an account of that agency may see.
CREATE FUNCTION app.agency_subtree(p_agency int) RETURNS int[] LANGUAGE sql STABLE AS $$
  WITH RECURSIVE below AS (
    SELECT id FROM app.agency WHERE id = p_agency
    UNION ALL
    SELECT a.id FROM app.agency a JOIN below b ON a.parent_id = b.id
  )
  SELECT array_agg(id ORDER BY id) FROM below;
$$;

CREATE FUNCTION app.business_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT now() + make_interval(secs => offset_seconds) FROM app.business_clock;
$$;

CREATE FUNCTION app.business_today() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (app.business_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
$$;

CREATE FUNCTION app.guard_business_clock() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  IF new.offset_seconds < old.offset_seconds AND EXISTS (SELECT 1 FROM app.case_event) THEN
    RAISE EXCEPTION 'CLOCK.MOVED_BACK' USING ERRCODE = 'P0001';
  END IF;
  PERFORM pg_notify('business_clock', new.offset_seconds::text);
  RETURN new;
END $$;
CREATE TRIGGER business_clock_only_forward BEFORE UPDATE ON app.business_clock
  FOR EACH ROW EXECUTE FUNCTION app.guard_business_clock();

CREATE FUNCTION app.notify_effect() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('effect', '');
  RETURN NULL;
END $$;
CREATE TRIGGER effect_wakes_relay AFTER INSERT ON app.effect
  FOR EACH STATEMENT EXECUTE FUNCTION app.notify_effect();

GRANT USAGE ON SCHEMA app TO nghedan_app, nghedan_worker;
GRANT SELECT ON ALL TABLES IN SCHEMA app TO nghedan_app, nghedan_worker;
GRANT INSERT, UPDATE ON app.petition, app.petitioner, app.attachment, app.case_file, app.deadline, app.milestone,
  app.effect, app.inbox, app.task, app.import_batch, app.import_row, app.register_counter, app.business_clock,
  app.app_user, app.delegation, app.petition_link, app.meta TO nghedan_app, nghedan_worker;
GRANT INSERT ON app.event_text, app.idempotency TO nghedan_app, nghedan_worker;
-- Not `tx`: the number of the writing transaction is the server's word.
GRANT INSERT (id, shard_id, case_id, seq, kind, type, occurred_on, recorded_at, system_at, actor_id, actor_role, facts, basis,
              from_stage, to_stage, subject_id, corrects, prev_hash, hash) ON app.case_event TO nghedan_app, nghedan_worker;
GRANT INSERT ON app.ledger_leaf, app.tree_head TO nghedan_worker;
GRANT INSERT, UPDATE, DELETE ON app.session TO nghedan_app;
GRANT DELETE ON app.idempotency, app.effect TO nghedan_worker;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA app TO nghedan_app, nghedan_worker;

-- A partition asked by its own name would answer past the policies of its parent.
DO $$
DECLARE part regclass;
BEGIN
  FOR part IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'app.case_event'::regclass LOOP
    EXECUTE format('REVOKE ALL ON %s FROM nghedan_app, nghedan_worker', part);
  END LOOP;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['petition','petitioner','attachment','case_file','deadline','task'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON app.%I TO nghedan_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON app.%I TO nghedan_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format($p$CREATE POLICY app_scope ON app.%I TO nghedan_app
      USING (CASE WHEN visible_to IS NULL THEN agency_id = ANY ((SELECT app.agencies())::int[])
                  ELSE (SELECT app.user_id()) = ANY (visible_to) END)
      WITH CHECK (true)$p$, t);
  END LOOP;
  -- What hangs on a case is seen by who sees the case.
  FOREACH t IN ARRAY ARRAY['case_event','event_text','milestone'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON app.%I TO nghedan_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON app.%I TO nghedan_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY app_insert ON app.%I FOR INSERT TO nghedan_app WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY app_read ON app.%I FOR SELECT TO nghedan_app
      USING (EXISTS (SELECT 1 FROM app.case_file c WHERE c.id = case_id))', t);
  END LOOP;
  EXECUTE 'CREATE POLICY app_update ON app.milestone FOR UPDATE TO nghedan_app
      USING (EXISTS (SELECT 1 FROM app.case_file c WHERE c.id = case_id))';
END $$;

ALTER TABLE app.petition_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.petition_link FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.petition_link TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON app.petition_link TO nghedan_worker USING (true) WITH CHECK (true);
CREATE POLICY app_insert ON app.petition_link FOR INSERT TO nghedan_app WITH CHECK (true);
CREATE POLICY app_read ON app.petition_link FOR SELECT TO nghedan_app
  USING (EXISTS (SELECT 1 FROM app.petition p WHERE p.id = from_petition)
     AND EXISTS (SELECT 1 FROM app.petition p WHERE p.id = to_petition));

ALTER TABLE app.inbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.inbox FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.inbox TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON app.inbox TO nghedan_worker USING (true) WITH CHECK (true);
CREATE POLICY app_own ON app.inbox TO nghedan_app USING (user_id = (SELECT app.user_id())) WITH CHECK (true);

ALTER TABLE app.idempotency ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.idempotency FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.idempotency TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON app.idempotency TO nghedan_worker USING (true) WITH CHECK (true);
CREATE POLICY app_own ON app.idempotency TO nghedan_app USING (actor_id = (SELECT app.user_id())) WITH CHECK (true);

ALTER TABLE app.import_batch ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.import_batch FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.import_batch TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON app.import_batch TO nghedan_worker USING (true) WITH CHECK (true);
CREATE POLICY app_scope ON app.import_batch TO nghedan_app
  USING (agency_id = ANY ((SELECT app.agencies())::int[])) WITH CHECK (true);
ALTER TABLE app.import_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.import_row FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.import_row TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON app.import_row TO nghedan_worker USING (true) WITH CHECK (true);
CREATE POLICY app_scope ON app.import_row TO nghedan_app
  USING (EXISTS (SELECT 1 FROM app.import_batch b WHERE b.id = batch_id)) WITH CHECK (true);
