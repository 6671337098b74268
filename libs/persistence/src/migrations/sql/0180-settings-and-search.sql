-- What one person has chosen about the screens: saved filters, theme, sizes, what was explained. Nothing of a petition.
CREATE TABLE app.user_setting (
  user_id int NOT NULL REFERENCES app.app_user,
  key text NOT NULL CHECK (key ~ '^[a-z][a-z0-9.-]{0,63}$'),
  value jsonb NOT NULL CHECK (pg_column_size(value) <= 16384),
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, key)
);
ALTER TABLE app.user_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.user_setting FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.user_setting TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY own ON app.user_setting TO nghedan_app
  USING (user_id = (SELECT app.user_id())) WITH CHECK (user_id = (SELECT app.user_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON app.user_setting TO nghedan_app;

-- Petitions of one personal number or one lookup code. Petitions that protect somebody are left out whoever asks: that a number
-- is found among them would already tell. Row security is applied here by hand, as in search_register.
CREATE FUNCTION app.find_by_index(p_user int, p_agencies int[], p_id bytea, p_lookup bytea)
RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  IF p_user IS DISTINCT FROM app.user_id() OR NOT p_agencies <@ app.agencies() THEN
    RAISE EXCEPTION 'ACCESS.SCOPE' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY
    SELECT found.id FROM (
      SELECT p.id, p.received_on FROM app.petitioner n JOIN app.petition p ON p.id = n.petition_id
       WHERE n.id_index = p_id AND p.agency_id = ANY (p_agencies)
         AND p.visible_to IS NULL AND p.type NOT IN ('denunciation', 'mixed')
      UNION
      SELECT p.id, p.received_on FROM app.petition p
       WHERE p.lookup_hash = p_lookup AND p.agency_id = ANY (p_agencies)
         AND p.visible_to IS NULL AND p.type NOT IN ('denunciation', 'mixed')
    ) found ORDER BY found.received_on DESC, found.id DESC LIMIT 20;
END $$;
REVOKE ALL ON FUNCTION app.find_by_index(int, int[], bytea, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.find_by_index(int, int[], bytea, bytea) TO nghedan_app;
