-- Functions of sign-in and of reading past the row scope. Each definer function applies its own scope and says which.

-- An open session's account, with the agencies it may see and the roles delegated to it for the business day. One call a
-- request at most. Idle time is moved on at most every fifteen seconds, so that reading pages does not write a row each time.
CREATE FUNCTION app.session_actor(p_token bytea)
RETURNS TABLE (user_id int, full_name text, roles text[], agency_id int, province_id int, agencies int[], acting_for int[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  s app.session%ROWTYPE;
BEGIN
  SELECT * INTO s FROM app.session WHERE token_hash = p_token AND expires_at > now() AND created_at > now() - interval '12 hours';
  IF NOT FOUND THEN RETURN; END IF;
  IF s.last_seen_at < now() - interval '15 seconds' THEN
    UPDATE app.session SET last_seen_at = now(), expires_at = now() + (s.expires_at - s.last_seen_at) WHERE token_hash = p_token;
  END IF;
  RETURN QUERY SELECT * FROM app.actor_of(s.user_id);
END $$;

-- Roles delegated (ủy quyền) come from colleagues of the same agency subtree, for the business day; keeping identities and
-- administering accounts are never delegated.
CREATE FUNCTION app.actor_of(p_user int)
RETURNS TABLE (user_id int, full_name text, roles text[], agency_id int, province_id int, agencies int[], acting_for int[])
LANGUAGE sql STABLE SET search_path = app, pg_temp AS $$
  SELECT u.id, u.full_name,
         coalesce((SELECT array_agg(DISTINCT r ORDER BY r) FROM unnest(u.roles || coalesce(d.roles, '{}')) r), '{}'),
         u.agency_id, a.province_id, scope.ids, coalesce(d.users, '{}')
    FROM app.app_user u
    JOIN app.agency a ON a.id = u.agency_id
    CROSS JOIN LATERAL (SELECT app.agency_subtree(u.agency_id) AS ids) scope
    LEFT JOIN LATERAL (
      SELECT array_agg(DISTINCT f.id) AS users, array_agg(r) FILTER (WHERE r NOT IN ('identityCustodian', 'administrator')) AS roles
        FROM app.delegation g
        JOIN app.app_user f ON f.id = g.from_user AND f.active AND f.agency_id = ANY (scope.ids)
        CROSS JOIN LATERAL unnest(f.roles) r
       WHERE g.to_user = u.id AND app.business_today() BETWEEN g.valid_from AND g.valid_to
    ) d ON true
   WHERE u.id = p_user AND u.active;
$$;

-- What a citizen may know with the code of the receipt: stage and explained date, nothing of anybody. Scope: the one petition
-- whose code was given; for denunciation and mixed petitions the secret must be right too. A voided number is not found.
CREATE FUNCTION app.public_status(p_lookup bytea, p_secret bytea)
RETURNS TABLE (received_on date, procedure text, procedure_version int, stage text, closed_on date, rule_id text, citation text, due_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT p.received_on, c.procedure, c.procedure_version, c.stage, c.closed_on, d.rule_id, d.citation, d.due_on
    FROM app.petition p
    LEFT JOIN LATERAL (
      SELECT f.* FROM app.case_file f WHERE f.petition_id = p.id
       ORDER BY f.closed_at IS NULL DESC, f.id DESC LIMIT 1
    ) c ON true
    LEFT JOIN LATERAL (
      SELECT l.rule_id, l.citation, l.due_on FROM app.deadline l
       WHERE l.case_id = c.id AND l.closed_at IS NULL AND l.statutory AND l.due_on IS NOT NULL
       ORDER BY l.due_on LIMIT 1
    ) d ON true
   WHERE p.lookup_hash = p_lookup AND p.voided_at IS NULL
     AND (p.lookup_secret_hash IS NULL AND p.type NOT IN ('denunciation', 'mixed') OR p.lookup_secret_hash = p_secret);
$$;

REVOKE ALL ON FUNCTION app.session_actor(bytea), app.public_status(bytea, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.session_actor(bytea), app.public_status(bytea, bytea) TO nghedan_app;
