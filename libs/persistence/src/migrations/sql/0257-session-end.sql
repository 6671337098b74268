-- A session in use ends too: after so many hours by role, and whoever comes back later is told why.

ALTER TABLE app.session ADD COLUMN ends_at timestamptz NOT NULL DEFAULT now() + interval '12 hours';
UPDATE app.session SET ends_at = created_at + interval '12 hours';

-- As the one without hours, which processes of before this migration still call.
CREATE FUNCTION app.session_open(p_token bytea, p_user int, p_idle_minutes int, p_agent text, p_address text, p_method text, p_must_enrol boolean, p_hours int)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = app, pg_temp AS $$
  DELETE FROM app.session WHERE user_id = p_user AND expires_at < now();
  INSERT INTO app.session (token_hash, user_id, expires_at, user_agent, address, method, must_enrol, ends_at)
  VALUES (p_token, p_user, now() + make_interval(mins => p_idle_minutes), p_agent, p_address, p_method, p_must_enrol, now() + make_interval(hours => p_hours));
$$;
REVOKE ALL ON FUNCTION app.session_open(bytea, int, int, text, text, text, boolean, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.session_open(bytea, int, int, text, text, text, boolean, int) TO nghedan_app;

CREATE OR REPLACE FUNCTION app.session_actor(p_token bytea)
RETURNS TABLE (user_id int, full_name text, roles text[], agency_id int, province_id int, agencies int[], acting_for int[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  s app.session%ROWTYPE;
BEGIN
  SELECT * INTO s FROM app.session WHERE token_hash = p_token AND expires_at > now() AND ends_at > now();
  IF NOT FOUND THEN RETURN; END IF;
  IF s.last_seen_at < now() - interval '15 seconds' THEN
    UPDATE app.session SET last_seen_at = now(), expires_at = now() + (s.expires_at - s.last_seen_at) WHERE token_hash = p_token;
  END IF;
  RETURN QUERY SELECT * FROM app.actor_of(s.user_id);
END $$;

-- Scope: whoever holds the token. The hours after which a session ended that was in use until then; null for any other end.
CREATE FUNCTION app.session_ran_out(p_token bytea) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT round(extract(epoch FROM s.ends_at - s.created_at) / 3600)::int
    FROM app.session s WHERE s.token_hash = p_token AND s.ends_at <= now() AND s.expires_at >= s.ends_at;
$$;
REVOKE ALL ON FUNCTION app.session_ran_out(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.session_ran_out(bytea) TO nghedan_app;
