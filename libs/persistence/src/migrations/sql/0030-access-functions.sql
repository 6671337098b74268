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

-- An account sees its agency and what is below it; an inspectorate (thanh tra) sees what the body it serves sees.
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
    CROSS JOIN LATERAL (SELECT app.agency_subtree(CASE WHEN 'inspector' = ANY (u.roles) AND a.level = 'department' THEN a.parent_id ELSE a.id END) AS ids) scope
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

-- Boards and lists count and page on these without visiting the rows: row security reads agency_id and visible_to.
DROP INDEX app.deadline_open_agency;
DROP INDEX app.deadline_open_province;
CREATE INDEX deadline_open_agency ON app.deadline (agency_id, due_on, id) INCLUDE (visible_to) WHERE closed_at IS NULL AND statutory;
CREATE INDEX deadline_open_province ON app.deadline (province_id, due_on, id) INCLUDE (agency_id, visible_to) WHERE closed_at IS NULL AND statutory;
DROP INDEX app.case_file_open_agency;
DROP INDEX app.case_file_open_province;
CREATE INDEX case_file_open_agency ON app.case_file (agency_id, stage, id) INCLUDE (visible_to, assignee_id) WHERE closed_at IS NULL;
CREATE INDEX case_file_open_province ON app.case_file (province_id, stage, id) INCLUDE (agency_id, visible_to, assignee_id) WHERE closed_at IS NULL;
CREATE INDEX case_file_agency_received ON app.case_file (agency_id, received_on DESC, id DESC);
CREATE INDEX case_file_province_received ON app.case_file (province_id, received_on DESC, id DESC);
-- Rows shared by name, wherever they are.
CREATE INDEX petition_shared ON app.petition USING gin (visible_to) WHERE visible_to IS NOT NULL;
CREATE INDEX case_file_shared ON app.case_file USING gin (visible_to) WHERE visible_to IS NOT NULL;
CREATE INDEX deadline_shared ON app.deadline USING gin (visible_to) WHERE visible_to IS NOT NULL AND closed_at IS NULL;
-- Containment is not leakproof, so under row security those indexes lie idle: these apply the scope themselves (named on the
-- row is the actor of the transaction) and answer ids only.
CREATE FUNCTION app.shared_petition() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = app, pg_temp AS $$
  SELECT id FROM app.petition WHERE visible_to @> ARRAY[app.user_id()];
$$;
CREATE FUNCTION app.shared_case_file() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = app, pg_temp AS $$
  SELECT id FROM app.case_file WHERE visible_to @> ARRAY[app.user_id()];
$$;
CREATE FUNCTION app.shared_deadline() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = app, pg_temp AS $$
  SELECT id FROM app.deadline WHERE visible_to @> ARRAY[app.user_id()] AND closed_at IS NULL;
$$;
REVOKE ALL ON FUNCTION app.shared_petition(), app.shared_case_file(), app.shared_deadline() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.shared_petition(), app.shared_case_file(), app.shared_deadline() TO nghedan_app;
-- Register search: the agency and the words meet in one index, so that a commune does not pay for its province.
CREATE INDEX petitioner_search ON app.petitioner USING gin (agency_id, name_folded public.gin_trgm_ops);
CREATE INDEX petition_search ON app.petition USING gin (agency_id, content_folded public.gin_trgm_ops);
CREATE INDEX petition_label ON app.petition (agency_id, register_label);

-- Text of a condition that a trigram index serves: three letters and more may stand inside a word, fewer are a whole word.
CREATE FUNCTION app.holds_word(p_column text, p_word text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  word text := replace(replace(replace(p_word, '\', '\\'), '%', '\%'), '_', '\_');
BEGIN
  IF length(p_word) >= 3 THEN RETURN format('%s LIKE %L', p_column, '%' || word || '%'); END IF;
  RETURN format('(%1$s LIKE %2$L OR %1$s LIKE %3$L OR %1$s LIKE %4$L OR %1$s = %5$L)', p_column, '% ' || word || ' %', word || ' %', '% ' || word, p_word);
END $$;

-- Register search without diacritics. Text operators are not leakproof, so under row security their indexes lie idle: this
-- function applies the scope itself (agency subtree, or named on the row) and answers ids only, newest first, at most 500
-- from the page's position on. Sealed petitions have no folded text and are found by their number alone.
CREATE FUNCTION app.search_register(p_user int, p_agencies int[], p_words text[], p_labels text[], p_before date, p_before_id uuid)
RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE
  name_match text := 'true';
  content_match text := 'true';
  word text;
  before text := '';
BEGIN
  IF p_user IS DISTINCT FROM app.user_id() OR NOT p_agencies <@ app.agencies() THEN
    RAISE EXCEPTION 'ACCESS.SCOPE' USING ERRCODE = '42501';
  END IF;
  FOREACH word IN ARRAY p_words LOOP
    name_match := name_match || ' AND ' || app.holds_word('n.name_folded', word);
    content_match := content_match || ' AND ' || app.holds_word('p.content_folded', word);
  END LOOP;
  IF p_before IS NOT NULL THEN
    before := format(' AND (p.received_on, p.id) < (%L::date, %L::uuid)', p_before, p_before_id);
  END IF;
  RETURN QUERY EXECUTE format($q$
    SELECT found.id FROM (
      SELECT p.id, p.received_on FROM app.petitioner n JOIN app.petition p ON p.id = n.petition_id
       WHERE n.agency_id = ANY (%1$L::int[]) AND %2$s %4$s AND (p.visible_to IS NULL OR %5$s = ANY (p.visible_to))
      UNION
      SELECT p.id, p.received_on FROM app.petition p
       WHERE p.agency_id = ANY (%1$L::int[]) AND %3$s %4$s AND (p.visible_to IS NULL OR %5$s = ANY (p.visible_to))
      UNION
      SELECT p.id, p.received_on FROM app.petition p
       WHERE p.agency_id = ANY (%1$L::int[]) AND p.register_label = ANY (%6$L::text[]) %4$s
         AND (p.visible_to IS NULL OR %5$s = ANY (p.visible_to))
      UNION
      SELECT p.id, p.received_on FROM app.petition p
       WHERE p.visible_to @> ARRAY[%5$s] AND p.register_label = ANY (%6$L::text[]) %4$s
    ) found ORDER BY found.received_on DESC, found.id DESC LIMIT 500
  $q$, p_agencies, name_match, content_match, before, p_user, p_labels);
END $$;
REVOKE ALL ON FUNCTION app.search_register(int, int[], text[], text[], date, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.search_register(int, int[], text[], text[], date, uuid) TO nghedan_app;

-- How many events have no leaf yet. Scope: none is needed, it answers a number.
CREATE FUNCTION app.ledger_unsealed() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT count(*) FROM app.case_event e
   WHERE e.tx > coalesce((SELECT (value ->> 'tx')::bigint FROM app.meta WHERE key = 'ledger-sealed'), 0);
$$;
REVOKE ALL ON FUNCTION app.ledger_unsealed() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.ledger_unsealed() TO nghedan_app;
