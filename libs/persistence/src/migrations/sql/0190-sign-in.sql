-- Signing in: own sessions, a second factor, an outside provider of identities, limits that hold over all processes, emergency access.

-- Sessions ---------------------------------------------------------------------------------------------------------------------

ALTER TABLE app.session
  ADD COLUMN address text,                            -- as the api saw it; shown to the account and its administrators
  ADD COLUMN method text NOT NULL DEFAULT 'password' CHECK (method IN ('password', 'code', 'recovery', 'provider')),
  ADD COLUMN must_enrol boolean NOT NULL DEFAULT false; -- good for nothing but setting up the second factor

-- Rows of sessions are written by the functions below alone, and read by the account and its administrators.
REVOKE INSERT, UPDATE, DELETE ON app.session FROM nghedan_app, nghedan_worker;
REVOKE SELECT ON app.session FROM nghedan_worker;
ALTER TABLE app.session ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.session FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.session TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY app_read ON app.session FOR SELECT TO nghedan_app
  USING (user_id = (SELECT app.user_id())
      OR user_id IN (SELECT u.id FROM app.app_user u WHERE u.agency_id = ANY ((SELECT app.administers())::int[])));

-- Opened for whoever has just proven who they are; nobody acts yet. Sessions of the account that have ended go.
CREATE FUNCTION app.session_open(p_token bytea, p_user int, p_idle_minutes int, p_agent text, p_address text, p_method text, p_must_enrol boolean)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = app, pg_temp AS $$
  DELETE FROM app.session WHERE user_id = p_user AND expires_at < now();
  INSERT INTO app.session (token_hash, user_id, expires_at, user_agent, address, method, must_enrol)
  VALUES (p_token, p_user, now() + make_interval(mins => p_idle_minutes), p_agent, p_address, p_method, p_must_enrol);
$$;

-- Scope: whoever holds the token.
CREATE FUNCTION app.session_close(p_token bytea) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = app, pg_temp AS $$
  DELETE FROM app.session WHERE token_hash = p_token;
$$;

-- As app.session_actor, with what the session itself still asks for.
CREATE FUNCTION app.session_found(p_token bytea)
RETURNS TABLE (user_id int, full_name text, roles text[], agency_id int, province_id int, agencies int[], acting_for int[], must_change boolean, must_enrol boolean)
LANGUAGE sql SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT a.*, u.must_change_password, s.must_enrol
    FROM app.session_actor(p_token) a JOIN app.app_user u ON u.id = a.user_id JOIN app.session s ON s.token_hash = p_token;
$$;

-- Ends one of the actor's own sessions (its public id) or, with null, all but the one that asks; answers how many ended.
CREATE FUNCTION app.own_sessions_end(p_session text, p_asking bytea) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  ended int;
BEGIN
  DELETE FROM app.session WHERE user_id = app.user_id()
     AND CASE WHEN p_session IS NULL THEN token_hash <> p_asking ELSE encode(sha256(token_hash), 'hex') = p_session END;
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;

-- Second factor ----------------------------------------------------------------------------------------------------------------

-- The secret of a one-time code, sealed like personal data; `last_step` is the newest period whose code was taken: none is taken twice.
CREATE TABLE app.second_factor (
  user_id int PRIMARY KEY REFERENCES app.app_user,
  sealed bytea NOT NULL,
  sealed_key bytea NOT NULL,
  begun_at timestamptz NOT NULL DEFAULT now(),
  confirmed_at timestamptz,          -- null: shown once, not yet proven
  last_step bigint NOT NULL DEFAULT 0
);
-- Codes on paper, each good for one sign-in; keyed hashes only.
CREATE TABLE app.recovery_code (
  user_id int NOT NULL REFERENCES app.app_user,
  code_hash bytea NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (user_id, code_hash)
);

-- Asked for while somebody signs in, before anybody acts: the secret is sealed, the key is not here.
CREATE FUNCTION app.second_factor_of(p_user int)
RETURNS TABLE (sealed bytea, sealed_key bytea, confirmed_at timestamptz, last_step bigint, recovery_left int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT f.sealed, f.sealed_key, f.confirmed_at, f.last_step,
         (SELECT count(*)::int FROM app.recovery_code r WHERE r.user_id = f.user_id AND r.used_at IS NULL)
    FROM app.second_factor f WHERE f.user_id = p_user;
$$;

-- True once for each period of an account: two processes cannot both take the same code.
CREATE FUNCTION app.second_factor_take(p_user int, p_step bigint) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  UPDATE app.second_factor SET last_step = p_step WHERE user_id = p_user AND last_step < p_step;
  RETURN FOUND;
END $$;
CREATE FUNCTION app.recovery_code_take(p_user int, p_hash bytea) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  UPDATE app.recovery_code SET used_at = now() WHERE user_id = p_user AND code_hash = p_hash AND used_at IS NULL;
  RETURN FOUND;
END $$;

-- The actor's own. Begun anew as often as wanted until it is proven; then it must be removed first.
CREATE FUNCTION app.own_factor_begin(p_sealed bytea, p_sealed_key bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  INSERT INTO app.second_factor AS f (user_id, sealed, sealed_key) VALUES (app.user_id(), p_sealed, p_sealed_key)
  ON CONFLICT (user_id) DO UPDATE SET sealed = excluded.sealed, sealed_key = excluded.sealed_key, begun_at = now(), last_step = 0
   WHERE f.confirmed_at IS NULL;
  IF NOT FOUND THEN RAISE EXCEPTION 'FACTOR.ENROLLED' USING ERRCODE = 'P0001'; END IF;
END $$;
CREATE FUNCTION app.own_factor_confirm(p_codes bytea[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  UPDATE app.second_factor SET confirmed_at = coalesce(confirmed_at, now()) WHERE user_id = app.user_id();
  IF NOT FOUND THEN RAISE EXCEPTION 'FACTOR.NOT_BEGUN' USING ERRCODE = 'P0001'; END IF;
  DELETE FROM app.recovery_code WHERE user_id = app.user_id();
  INSERT INTO app.recovery_code (user_id, code_hash) SELECT app.user_id(), c FROM unnest(p_codes) c;
  UPDATE app.session SET must_enrol = false WHERE user_id = app.user_id();
END $$;
CREATE FUNCTION app.own_factor_remove() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = app, pg_temp AS $$
  DELETE FROM app.recovery_code WHERE user_id = app.user_id();
  DELETE FROM app.second_factor WHERE user_id = app.user_id();
$$;
-- For whoever lost the device and the paper. Open sessions end with it.
CREATE FUNCTION app.user_factor_reset(p_user int) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  had boolean;
BEGIN
  PERFORM app.lock_account(p_user);
  IF p_user = app.user_id() THEN RAISE EXCEPTION 'USER.OWN_ACCOUNT' USING ERRCODE = 'P0001'; END IF;
  DELETE FROM app.recovery_code WHERE user_id = p_user;
  DELETE FROM app.second_factor WHERE user_id = p_user;
  had := FOUND;
  IF had THEN DELETE FROM app.session WHERE user_id = p_user; END IF;
  RETURN had;
END $$;

-- Outside provider -------------------------------------------------------------------------------------------------------------

-- Who an account is at the provider (`sub` of OpenID Connect), set by an administrator. No account is ever made from there.
CREATE TABLE app.outside_identity (
  user_id int PRIMARY KEY REFERENCES app.app_user,
  issuer text NOT NULL,
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
  linked_by int NOT NULL REFERENCES app.app_user,
  linked_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (issuer, subject)
);
-- A sign-in that has gone to the provider and not come back; good once and for ten minutes.
CREATE TABLE app.outside_sign_in (
  state_hash bytea PRIMARY KEY,
  nonce text NOT NULL,
  verifier text NOT NULL,
  begun_at timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION app.outside_begin(p_state bytea, p_nonce text, p_verifier text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = app, pg_temp AS $$
  DELETE FROM app.outside_sign_in WHERE begun_at < now() - interval '10 minutes';
  INSERT INTO app.outside_sign_in (state_hash, nonce, verifier) VALUES (p_state, p_nonce, p_verifier);
$$;
CREATE FUNCTION app.outside_take(p_state bytea) RETURNS TABLE (nonce text, verifier text) LANGUAGE sql SECURITY DEFINER SET search_path = app, pg_temp AS $$
  DELETE FROM app.outside_sign_in WHERE state_hash = p_state AND begun_at > now() - interval '10 minutes' RETURNING nonce, verifier;
$$;
-- Scope: the one identity that the provider has just vouched for.
CREATE FUNCTION app.outside_account(p_issuer text, p_subject text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT u.username FROM app.outside_identity o JOIN app.app_user u ON u.id = o.user_id WHERE o.issuer = p_issuer AND o.subject = p_subject AND u.active;
$$;
-- Null removes the link. Open sessions of the account end with any change.
CREATE FUNCTION app.user_link_outside(p_user int, p_issuer text, p_subject text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  PERFORM app.lock_account(p_user);
  DELETE FROM app.outside_identity WHERE user_id = p_user;
  IF p_subject IS NOT NULL THEN
    INSERT INTO app.outside_identity (user_id, issuer, subject, linked_by) VALUES (p_user, p_issuer, p_subject, app.user_id())
    ON CONFLICT (issuer, subject) DO NOTHING;
    IF NOT FOUND THEN RAISE EXCEPTION 'OUTSIDE.TAKEN' USING ERRCODE = 'P0001'; END IF;
  END IF;
  DELETE FROM app.session WHERE user_id = p_user AND user_id <> app.user_id();
END $$;

-- Limits -----------------------------------------------------------------------------------------------------------------------

-- Attempts of the running window, whatever process they came to; lost with a crash, which only forgives. Keys are hashes.
CREATE UNLOGGED TABLE app.attempt (
  key_hash bytea NOT NULL,
  began_at timestamptz NOT NULL,
  used int NOT NULL,
  ends_at timestamptz NOT NULL,
  PRIMARY KEY (key_hash)
);
CREATE FUNCTION app.attempt_take(p_key bytea, p_most int, p_window_ms int) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  counted int;
BEGIN
  -- Quiet keys go now and then; whoever waits for another's row does not clean up.
  IF random() < 0.01 THEN
    DELETE FROM app.attempt WHERE key_hash IN (SELECT a.key_hash FROM app.attempt a WHERE a.ends_at < now() FOR UPDATE SKIP LOCKED LIMIT 1000);
  END IF;
  INSERT INTO app.attempt AS a (key_hash, began_at, used, ends_at) VALUES (p_key, now(), 1, now() + make_interval(secs => p_window_ms / 1000.0))
  ON CONFLICT (key_hash) DO UPDATE
     SET used = CASE WHEN a.ends_at < now() THEN 1 ELSE a.used + 1 END,
         began_at = CASE WHEN a.ends_at < now() THEN now() ELSE a.began_at END,
         ends_at = CASE WHEN a.ends_at < now() THEN excluded.ends_at ELSE a.ends_at END
  RETURNING used INTO counted;
  RETURN counted <= p_most;
END $$;

-- Emergency access -------------------------------------------------------------------------------------------------------------

-- For hours, an account of the province gets a role it lacks, in an agency, for a reason; a second person is told at once.
CREATE TABLE app.emergency_access (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  user_id int NOT NULL REFERENCES app.app_user,
  role text NOT NULL CHECK (role IN ('receptionist', 'caseOfficer', 'unitHead', 'chairman')),
  agency_id int NOT NULL REFERENCES app.agency,
  province_id int NOT NULL,
  reason text NOT NULL,
  opened_by int NOT NULL REFERENCES app.app_user,
  opened_at timestamptz NOT NULL DEFAULT now(),   -- system clock, as sessions
  ends_at timestamptz NOT NULL,
  witness_id int NOT NULL REFERENCES app.app_user,
  ended_at timestamptz,
  ended_by int REFERENCES app.app_user,
  CHECK (ends_at > opened_at AND ends_at <= opened_at + interval '8 hours'),
  CHECK (witness_id <> opened_by AND witness_id <> user_id)
);
CREATE INDEX emergency_access_running ON app.emergency_access (user_id, ends_at) WHERE ended_at IS NULL;
CREATE INDEX emergency_access_province ON app.emergency_access (province_id, opened_at DESC);

-- Who may open and end one: administrators and the chairman of the province, at the province itself.
CREATE FUNCTION app.opens_emergencies() RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT u.agency_id FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id
   WHERE u.id = app.user_id() AND u.active AND NOT u.must_change_password AND a.id = a.province_id
     AND u.roles && ARRAY['administrator', 'provinceChairman'];
$$;

CREATE FUNCTION app.emergency_open(p_user int, p_role text, p_agency int, p_reason text, p_hours int, p_witness int) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  province int := app.opens_emergencies();
  made uuid;
BEGIN
  IF province IS NULL THEN RAISE EXCEPTION 'EMERGENCY.NOT_YOURS' USING ERRCODE = 'P0001'; END IF;
  IF NOT ARRAY[p_agency] <@ app.agency_subtree(province) THEN RAISE EXCEPTION 'ADMIN.OUT_OF_SCOPE' USING ERRCODE = 'P0001'; END IF;
  IF NOT EXISTS (SELECT 1 FROM app.app_user WHERE id = p_user AND agency_id = p_agency AND active) THEN RAISE EXCEPTION 'EMERGENCY.NOBODY' USING ERRCODE = 'P0001'; END IF;
  -- Nobody opens the way for themselves; the second person is a head, an inspector or another administrator of the province.
  IF p_user = app.user_id() THEN RAISE EXCEPTION 'EMERGENCY.OWN' USING ERRCODE = 'P0001'; END IF;
  IF p_witness IN (p_user, app.user_id()) OR NOT EXISTS (
       SELECT 1 FROM app.app_user u WHERE u.id = p_witness AND u.active AND u.agency_id = ANY (app.agency_subtree(province))
          AND u.roles && ARRAY['administrator', 'provinceChairman', 'chairman', 'inspector']) THEN
    RAISE EXCEPTION 'EMERGENCY.WITNESS' USING ERRCODE = 'P0001';
  END IF;
  IF EXISTS (SELECT 1 FROM app.emergency_access WHERE user_id = p_user AND role = p_role AND ended_at IS NULL AND ends_at > now()) THEN
    RAISE EXCEPTION 'EMERGENCY.RUNNING' USING ERRCODE = 'P0001';
  END IF;
  INSERT INTO app.emergency_access (user_id, role, agency_id, province_id, reason, opened_by, ends_at, witness_id)
  VALUES (p_user, p_role, p_agency, province, p_reason, app.user_id(), now() + make_interval(hours => p_hours), p_witness) RETURNING id INTO made;
  -- The second person hears of it in the inbox at once.
  INSERT INTO app.inbox (user_id, case_id, topic, source_id, created_at) VALUES (p_witness, NULL, 'emergency.opened', made, app.business_now());
  RETURN made;
END $$;

CREATE FUNCTION app.emergency_end(p_id uuid) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  province int := app.opens_emergencies();
  agency int;
BEGIN
  UPDATE app.emergency_access SET ended_at = now(), ended_by = app.user_id()
   WHERE id = p_id AND ended_at IS NULL AND ends_at > now() AND (province_id = province OR witness_id = app.user_id())
  RETURNING agency_id INTO agency;
  IF agency IS NULL THEN RAISE EXCEPTION 'EMERGENCY.NOT_RUNNING' USING ERRCODE = 'P0001'; END IF;
  RETURN agency;
END $$;

-- Roles lent to an account of an agency at this moment. Scope: none is needed, it answers names of roles.
CREATE FUNCTION app.emergency_roles(p_user int, p_agency int) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT coalesce(array_agg(role), '{}') FROM app.emergency_access
   WHERE user_id = p_user AND agency_id = p_agency AND ended_at IS NULL AND ends_at > now();
$$;

-- As in 0030, with the roles that emergency access lends for the moment.
CREATE OR REPLACE FUNCTION app.actor_of(p_user int)
RETURNS TABLE (user_id int, full_name text, roles text[], agency_id int, province_id int, agencies int[], acting_for int[])
LANGUAGE sql STABLE SET search_path = app, pg_temp AS $$
  SELECT u.id, u.full_name,
         coalesce((SELECT array_agg(DISTINCT r ORDER BY r) FROM unnest(u.roles || coalesce(d.roles, '{}') || coalesce(e.roles, '{}')) r), '{}'),
         u.agency_id, a.province_id, scope.ids, coalesce(d.users, '{}')
    FROM app.app_user u
    JOIN app.agency a ON a.id = u.agency_id
    CROSS JOIN LATERAL (SELECT app.agency_subtree(CASE WHEN 'inspector' = ANY (u.roles) AND a.level = 'department' THEN a.parent_id ELSE a.id END) AS ids) scope
    LEFT JOIN LATERAL (
      SELECT array_agg(DISTINCT f.id) AS users, array_agg(r) FILTER (WHERE r NOT IN ('identityCustodian', 'administrator')) AS roles
        FROM app.delegation g
        JOIN app.app_user f ON f.id = g.from_user AND f.active AND f.agency_id = ANY (scope.ids)
        CROSS JOIN LATERAL unnest(f.roles) r
       WHERE g.to_user = u.id AND app.business_today() BETWEEN g.valid_from AND g.valid_to
    ) d ON true
    CROSS JOIN LATERAL (SELECT app.emergency_roles(u.id, u.agency_id) AS roles) e
   WHERE u.id = p_user AND u.active;
$$;

-- What was done under it: steps of files by the account, in the lent role, while it ran. Row security of the ledger applies to who asks.
CREATE FUNCTION app.emergency_uses(p_id uuid) RETURNS TABLE (event_id uuid, case_id uuid, type text, recorded_at timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT v.id, v.case_id, v.type, v.recorded_at
    FROM app.emergency_access e
    JOIN app.case_event v ON v.actor_id = e.user_id AND v.actor_role = e.role AND v.system_at >= e.opened_at AND v.system_at < coalesce(e.ended_at, e.ends_at)
   WHERE e.id = p_id ORDER BY v.system_at DESC LIMIT 200;
$$;

-- Rights -----------------------------------------------------------------------------------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['second_factor', 'recovery_code', 'outside_identity', 'outside_sign_in', 'attempt', 'emergency_access'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON app.%I TO nghedan_owner USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
GRANT SELECT ON app.emergency_access, app.outside_identity TO nghedan_app;
-- That an account has a second factor may be known to itself and its administrators; the sealed secret is for the functions.
GRANT SELECT (user_id, confirmed_at) ON app.second_factor TO nghedan_app;
CREATE POLICY app_read ON app.second_factor FOR SELECT TO nghedan_app
  USING (user_id = (SELECT app.user_id())
      OR user_id IN (SELECT u.id FROM app.app_user u WHERE u.agency_id = ANY ((SELECT app.administers())::int[])));
CREATE POLICY app_read ON app.outside_identity FOR SELECT TO nghedan_app
  USING (user_id = (SELECT app.user_id())
      OR user_id IN (SELECT u.id FROM app.app_user u WHERE u.agency_id = ANY ((SELECT app.administers())::int[])));
CREATE POLICY app_read ON app.emergency_access FOR SELECT TO nghedan_app
  USING ((SELECT app.user_id()) IN (user_id, witness_id, opened_by)
      OR agency_id = ANY ((SELECT app.agencies())::int[]) AND (SELECT app.reads_administration()));

DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'app'
            AND p.proname IN ('session_open', 'session_close', 'session_found', 'own_sessions_end', 'second_factor_of', 'second_factor_take',
                              'recovery_code_take', 'own_factor_begin', 'own_factor_confirm', 'own_factor_remove', 'user_factor_reset',
                              'outside_begin', 'outside_take', 'outside_account', 'user_link_outside', 'attempt_take', 'opens_emergencies',
                              'emergency_open', 'emergency_end', 'emergency_roles', 'emergency_uses') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO nghedan_app', f);
  END LOOP;
  -- The worker resolves actors too.
  GRANT EXECUTE ON FUNCTION app.emergency_roles(int, int) TO nghedan_worker;
END $$;
