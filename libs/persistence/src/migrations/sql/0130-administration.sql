-- Administration: agencies and accounts are written by functions that ask, inside the database, whether whoever acts administers
-- the agency; every act is an event of the agency's administration book, chained in the one ledger. Remote areas, opening balances.

ALTER TABLE app.app_user
  ADD COLUMN must_change_password boolean NOT NULL DEFAULT false, -- set by somebody else: good for one sign-in
  ADD COLUMN password_set_at timestamptz;
ALTER TABLE app.agency
  ADD COLUMN kind text CHECK (kind IN ('committee', 'department', 'inspectorate', 'reception', 'other'));
ALTER TABLE app.agency_change ADD COLUMN old_parent int; -- where the agency that ended hung before: the tree of an earlier day

CREATE FUNCTION app.agency_kind_by_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.kind := coalesce(new.kind, CASE
    WHEN new.level IN ('province', 'commune') THEN 'committee'
    WHEN new.name ILIKE 'thanh tra%' THEN 'inspectorate'
    WHEN new.name ILIKE 'ban tiếp công dân%' THEN 'reception'
    WHEN new.level = 'department' THEN 'department'
    ELSE 'other' END);
  RETURN new;
END $$;
CREATE TRIGGER agency_has_kind BEFORE INSERT ON app.agency FOR EACH ROW EXECUTE FUNCTION app.agency_kind_by_name();
UPDATE app.agency SET kind = CASE
    WHEN level IN ('province', 'commune') THEN 'committee'
    WHEN name ILIKE 'thanh tra%' THEN 'inspectorate'
    WHEN name ILIKE 'ban tiếp công dân%' THEN 'reception'
    WHEN level = 'department' THEN 'department'
    ELSE 'other' END;
ALTER TABLE app.agency ALTER COLUMN kind SET NOT NULL;

-- Runtime roles write accounts through the functions below alone; sign-in counts failures, colleagues note absence.
REVOKE INSERT, UPDATE ON app.app_user FROM nghedan_app, nghedan_worker;
GRANT UPDATE (failed_attempts, locked_until, absent_from, absent_to) ON app.app_user TO nghedan_app;

-- What whoever acts administers: the own agency and everything below, read from the account as it is now. Null: nothing.
CREATE FUNCTION app.administers() RETURNS int[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT app.agency_subtree(u.agency_id) FROM app.app_user u
   WHERE u.id = app.user_id() AND u.active AND NOT u.must_change_password AND 'administrator' = ANY (u.roles);
$$;

CREATE FUNCTION app.must_administer(VARIADIC p_agencies int[]) RETURNS void LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  mine int[] := app.administers();
BEGIN
  IF mine IS NULL THEN RAISE EXCEPTION 'ADMIN.NOT_ADMINISTRATOR' USING ERRCODE = 'P0001'; END IF;
  IF NOT p_agencies <@ mine THEN RAISE EXCEPTION 'ADMIN.OUT_OF_SCOPE' USING ERRCODE = 'P0001'; END IF;
END $$;

-- The administration book of an agency: one chain of `record` events under its own id (docs/adr/0023).
CREATE TABLE app.administration_book (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  agency_id int NOT NULL UNIQUE REFERENCES app.agency,
  seq int NOT NULL DEFAULT 0,
  head_hash bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex')
);

-- Who reads administration books: administrators, inspectors, the heads.
CREATE FUNCTION app.reads_administration() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM app.actor_of(app.user_id()) a WHERE a.roles && ARRAY['administrator', 'inspector', 'chairman', 'provinceChairman']);
$$;

-- The end of the book of an agency, locked until the act is written. Scope: agencies the actor sees; answers a count and a hash.
CREATE FUNCTION app.administration_head(p_agency int) RETURNS TABLE (id uuid, seq int, head_hash text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  IF NOT p_agency = ANY (app.agencies()) THEN RAISE EXCEPTION 'ADMIN.OUT_OF_SCOPE' USING ERRCODE = 'P0001'; END IF;
  INSERT INTO app.administration_book AS b (agency_id) VALUES (p_agency) ON CONFLICT (agency_id) DO NOTHING;
  RETURN QUERY SELECT b.id, b.seq, b.head_hash::text FROM app.administration_book b WHERE b.agency_id = p_agency FOR UPDATE;
END $$;

-- Writes acts behind the end of a book. Only the actor's own acts, only where the book ends as the writer read it.
CREATE FUNCTION app.administration_write(p_book uuid, p jsonb, p_seq int, p_head bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  book app.administration_book%ROWTYPE;
BEGIN
  SELECT * INTO book FROM app.administration_book WHERE id = p_book FOR UPDATE;
  IF NOT FOUND OR NOT book.agency_id = ANY (app.agencies()) THEN RAISE EXCEPTION 'ADMIN.OUT_OF_SCOPE' USING ERRCODE = 'P0001'; END IF;
  IF book.seq + jsonb_array_length(p -> 'events') <> p_seq OR EXISTS (
       SELECT 1 FROM jsonb_to_recordset(p -> 'events') AS e(actor_id int, kind text) WHERE e.actor_id <> app.user_id() OR e.kind <> 'record') THEN
    RAISE EXCEPTION 'ADMIN.BOOK' USING ERRCODE = '42501';
  END IF;
  UPDATE app.administration_book SET seq = p_seq, head_hash = p_head WHERE id = p_book;
  PERFORM app.case_write(p, p_book);
END $$;

-- Agencies ---------------------------------------------------------------------------------------------------------------------

CREATE FUNCTION app.agency_add(p_code text, p_name text, p_short_name text, p_level text, p_kind text, p_parent int, p_unit text, p_from date)
RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  above app.agency%ROWTYPE;
  made int;
BEGIN
  PERFORM app.must_administer(p_parent);
  SELECT * INTO above FROM app.agency WHERE id = p_parent FOR SHARE;
  IF above.valid_to IS NOT NULL THEN RAISE EXCEPTION 'AGENCY.CLOSED' USING ERRCODE = 'P0001'; END IF;
  IF EXISTS (SELECT 1 FROM app.agency WHERE code = p_code) THEN RAISE EXCEPTION 'AGENCY.CODE_TAKEN' USING ERRCODE = 'P0001'; END IF;
  INSERT INTO app.agency (code, name, short_name, level, kind, parent_id, province_id, unit_code, valid_from)
  VALUES (p_code, p_name, p_short_name, p_level, p_kind, p_parent, above.province_id, p_unit, p_from) RETURNING id INTO made;
  RETURN made;
END $$;

CREATE FUNCTION app.agency_set_unit(p_agency int, p_unit text, p_kind text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  PERFORM app.must_administer(p_agency);
  UPDATE app.agency SET unit_code = p_unit, kind = p_kind WHERE id = p_agency AND valid_to IS NULL;
  IF NOT FOUND THEN RAISE EXCEPTION 'AGENCY.CLOSED' USING ERRCODE = 'P0001'; END IF;
END $$;

-- As in 0095; the actor must administer both agencies, and where the agency hung before is kept.
CREATE OR REPLACE FUNCTION app.succeed_agency(p_agency int, p_successor int, p_last_day date, p_basis text, p_by int, p_people boolean)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  ends app.agency%ROWTYPE;
  change uuid;
BEGIN
  IF p_by IS DISTINCT FROM app.user_id() THEN RAISE EXCEPTION 'ADMIN.NOT_ADMINISTRATOR' USING ERRCODE = 'P0001'; END IF;
  PERFORM app.must_administer(p_agency, p_successor);
  SELECT * INTO ends FROM app.agency WHERE id = p_agency FOR UPDATE;
  IF ends.valid_to IS NOT NULL THEN RAISE EXCEPTION 'AGENCY.CLOSED' USING ERRCODE = 'P0001'; END IF;
  PERFORM 1 FROM app.agency WHERE id = p_successor AND valid_to IS NULL FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'AGENCY.SUCCESSOR_CLOSED' USING ERRCODE = 'P0001'; END IF;
  IF p_successor = ANY (app.agency_subtree(p_agency)) THEN RAISE EXCEPTION 'AGENCY.SUCCESSOR_BELOW' USING ERRCODE = 'P0001'; END IF;
  IF p_last_day >= app.business_today() THEN RAISE EXCEPTION 'AGENCY.DAY_AHEAD' USING ERRCODE = 'P0001'; END IF;
  UPDATE app.agency SET valid_to = p_last_day, successor_id = p_successor, parent_id = p_successor WHERE id = p_agency;
  -- The head of the agency that ends does not become a second head of the other one.
  IF p_people THEN
    UPDATE app.app_user SET agency_id = p_successor
     WHERE agency_id = p_agency AND active AND NOT roles && ARRAY['chairman', 'provinceChairman', 'administrator'];
  END IF;
  INSERT INTO app.agency_change (kind, agency_id, successor_id, last_day, old_name, basis, recorded_by, recorded_at, old_parent)
  VALUES ('succeeded', p_agency, p_successor, p_last_day, ends.name, p_basis, p_by, app.business_now(), ends.parent_id) RETURNING id INTO change;
  INSERT INTO app.effect (kind, payload) VALUES ('agency.succeed', jsonb_build_object('changeId', change));
  RETURN change;
END $$;

CREATE OR REPLACE FUNCTION app.rename_agency(p_agency int, p_name text, p_short_name text, p_basis text, p_by int)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  before app.agency%ROWTYPE;
  change uuid;
BEGIN
  IF p_by IS DISTINCT FROM app.user_id() THEN RAISE EXCEPTION 'ADMIN.NOT_ADMINISTRATOR' USING ERRCODE = 'P0001'; END IF;
  PERFORM app.must_administer(p_agency);
  SELECT * INTO before FROM app.agency WHERE id = p_agency FOR UPDATE;
  IF before.valid_to IS NOT NULL THEN RAISE EXCEPTION 'AGENCY.CLOSED' USING ERRCODE = 'P0001'; END IF;
  UPDATE app.agency SET name = p_name, short_name = p_short_name WHERE id = p_agency;
  INSERT INTO app.agency_change (kind, agency_id, old_name, new_name, basis, recorded_by, recorded_at, settled_at)
  VALUES ('renamed', p_agency, before.name, p_name, p_basis, p_by, app.business_now(), app.business_now()) RETURNING id INTO change;
  RETURN change;
END $$;

-- Accounts ---------------------------------------------------------------------------------------------------------------------

-- One change of administrators at a time, so that two cannot remove each other.
CREATE FUNCTION app.lock_account(p_user int) RETURNS app.app_user LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  account app.app_user%ROWTYPE;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('nghedan_accounts'));
  SELECT * INTO account FROM app.app_user WHERE id = p_user FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'ADMIN.OUT_OF_SCOPE' USING ERRCODE = 'P0001'; END IF;
  PERFORM app.must_administer(account.agency_id);
  RETURN account;
END $$;

-- The province keeps an administrator whatever is done.
CREATE FUNCTION app.keep_an_administrator(p_agency int) RETURNS void LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id
                  WHERE u.active AND 'administrator' = ANY (u.roles) AND a.id = a.province_id
                    AND a.id = (SELECT province_id FROM app.agency WHERE id = p_agency)) THEN
    RAISE EXCEPTION 'USER.LAST_ADMINISTRATOR' USING ERRCODE = 'P0001';
  END IF;
END $$;

CREATE FUNCTION app.user_add(p_username text, p_full_name text, p_title text, p_roles text[], p_agency int, p_password_hash text)
RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  made int;
BEGIN
  PERFORM app.must_administer(p_agency);
  PERFORM 1 FROM app.agency WHERE id = p_agency AND valid_to IS NULL FOR SHARE;
  IF NOT FOUND THEN RAISE EXCEPTION 'AGENCY.CLOSED' USING ERRCODE = 'P0001'; END IF;
  INSERT INTO app.app_user (username, full_name, title, roles, agency_id, password_hash, must_change_password)
  VALUES (p_username, p_full_name, p_title, p_roles, p_agency, p_password_hash, true) ON CONFLICT (username) DO NOTHING RETURNING id INTO made;
  IF made IS NULL THEN RAISE EXCEPTION 'USER.NAME_TAKEN' USING ERRCODE = 'P0001'; END IF;
  RETURN made;
END $$;

-- Name and post of anybody below; roles and agency never of oneself.
CREATE FUNCTION app.user_change(p_user int, p_full_name text, p_title text, p_roles text[], p_agency int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  before app.app_user%ROWTYPE;
BEGIN
  SELECT * INTO before FROM app.lock_account(p_user);
  PERFORM app.must_administer(p_agency);
  IF p_user = app.user_id() AND (p_agency <> before.agency_id OR NOT (p_roles <@ before.roles AND before.roles <@ p_roles)) THEN
    RAISE EXCEPTION 'USER.OWN_ROLES' USING ERRCODE = 'P0001';
  END IF;
  IF p_agency <> before.agency_id THEN
    PERFORM 1 FROM app.agency WHERE id = p_agency AND valid_to IS NULL FOR SHARE;
    IF NOT FOUND THEN RAISE EXCEPTION 'AGENCY.CLOSED' USING ERRCODE = 'P0001'; END IF;
  END IF;
  UPDATE app.app_user SET full_name = p_full_name, title = p_title, roles = p_roles, agency_id = p_agency WHERE id = p_user;
  IF 'administrator' = ANY (before.roles) THEN PERFORM app.keep_an_administrator(before.agency_id); END IF;
END $$;

CREATE FUNCTION app.user_set_active(p_user int, p_active boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  before app.app_user%ROWTYPE;
BEGIN
  SELECT * INTO before FROM app.lock_account(p_user);
  IF p_user = app.user_id() THEN RAISE EXCEPTION 'USER.OWN_ACCOUNT' USING ERRCODE = 'P0001'; END IF;
  UPDATE app.app_user SET active = p_active WHERE id = p_user;
  IF NOT p_active THEN
    DELETE FROM app.session WHERE user_id = p_user;
    IF 'administrator' = ANY (before.roles) THEN PERFORM app.keep_an_administrator(before.agency_id); END IF;
  END IF;
END $$;

-- A password for one sign-in. Whoever sits behind an open session is asked for it too.
CREATE FUNCTION app.user_reset_password(p_user int, p_password_hash text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  PERFORM app.lock_account(p_user);
  IF p_user = app.user_id() THEN RAISE EXCEPTION 'USER.OWN_ACCOUNT' USING ERRCODE = 'P0001'; END IF;
  UPDATE app.app_user SET password_hash = p_password_hash, must_change_password = true, password_set_at = now(), failed_attempts = 0, locked_until = NULL
   WHERE id = p_user;
  DELETE FROM app.session WHERE user_id = p_user;
END $$;

CREATE FUNCTION app.user_unlock(p_user int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  PERFORM app.lock_account(p_user);
  UPDATE app.app_user SET failed_attempts = 0, locked_until = NULL WHERE id = p_user;
END $$;

-- Ends one session (its public id) or, with null, all of an account; answers how many ended.
CREATE FUNCTION app.user_end_sessions(p_user int, p_session text) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  ended int;
BEGIN
  PERFORM app.lock_account(p_user);
  DELETE FROM app.session WHERE user_id = p_user AND (p_session IS NULL OR encode(sha256(token_hash), 'hex') = p_session);
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;

-- One's own password. Scope: the actor's own account; other sessions of it end.
CREATE FUNCTION app.own_password(p_password_hash text, p_session bytea) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = app, pg_temp AS $$
  UPDATE app.app_user SET password_hash = p_password_hash, must_change_password = false, password_set_at = now() WHERE id = app.user_id() AND active;
  DELETE FROM app.session WHERE user_id = app.user_id() AND token_hash <> p_session;
$$;

-- Remote areas -----------------------------------------------------------------------------------------------------------------

-- Địa bàn vùng sâu, vùng xa, đi lại khó khăn: which units are is decided by papers, with days from and to.
CREATE TABLE app.remote_area (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  province_id int NOT NULL REFERENCES app.agency,
  unit_code text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  basis text NOT NULL,               -- deciding paper
  end_basis text,
  recorded_by int NOT NULL REFERENCES app.app_user,
  recorded_at timestamptz NOT NULL,  -- business clock
  ended_by int REFERENCES app.app_user,
  CHECK (valid_to >= valid_from),
  CHECK ((valid_to IS NULL) = (end_basis IS NULL))
);
CREATE INDEX remote_area_unit ON app.remote_area (province_id, unit_code, valid_from);

-- Kept by the administrator of the province: the paper is the province's or comes from above.
CREATE FUNCTION app.must_keep_remote_areas() RETURNS int LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  province int;
BEGIN
  SELECT a.province_id INTO province FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id WHERE u.id = app.user_id() AND a.id = a.province_id;
  IF province IS NULL THEN RAISE EXCEPTION 'ADMIN.OUT_OF_SCOPE' USING ERRCODE = 'P0001'; END IF;
  PERFORM app.must_administer(province);
  RETURN province;
END $$;

CREATE FUNCTION app.remote_area_add(p_unit text, p_from date, p_basis text) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  province int := app.must_keep_remote_areas();
  made int;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('nghedan_remote_areas'));
  IF NOT EXISTS (SELECT 1 FROM app.administrative_unit WHERE code = p_unit AND valid_from <= p_from AND (valid_to IS NULL OR valid_to >= p_from)) THEN
    RAISE EXCEPTION 'REMOTE.UNIT_UNKNOWN' USING ERRCODE = 'P0001';
  END IF;
  IF EXISTS (SELECT 1 FROM app.remote_area WHERE province_id = province AND unit_code = p_unit AND (valid_to IS NULL OR valid_to >= p_from)) THEN
    RAISE EXCEPTION 'REMOTE.OVERLAP' USING ERRCODE = 'P0001';
  END IF;
  INSERT INTO app.remote_area (province_id, unit_code, valid_from, basis, recorded_by, recorded_at)
  VALUES (province, p_unit, p_from, p_basis, app.user_id(), app.business_now()) RETURNING id INTO made;
  RETURN made;
END $$;

CREATE FUNCTION app.remote_area_end(p_id int, p_last_day date, p_basis text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  province int := app.must_keep_remote_areas();
BEGIN
  UPDATE app.remote_area SET valid_to = p_last_day, end_basis = p_basis, ended_by = app.user_id()
   WHERE id = p_id AND province_id = province AND valid_to IS NULL AND valid_from <= p_last_day;
  IF NOT FOUND THEN RAISE EXCEPTION 'REMOTE.NOT_OPEN' USING ERRCODE = 'P0001'; END IF;
END $$;

-- What a registration starts from: a known unit of the list on the day, else the agency's own place.
CREATE FUNCTION app.remote_by_default(p_agency int, p_units text[], p_on date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT a.remote OR EXISTS (SELECT 1 FROM app.remote_area r
            WHERE r.province_id = a.province_id AND r.unit_code = ANY (p_units || a.unit_code)
              AND r.valid_from <= p_on AND (r.valid_to IS NULL OR r.valid_to >= p_on))
    FROM app.agency a WHERE a.id = p_agency;
$$;

-- Opening balances -------------------------------------------------------------------------------------------------------------

-- What an agency carries over into the first period that this system counts. Entered by one person, confirmed by another, then
-- locked; a correction is another version, confirmed anew. Reports read the last confirmed version.
CREATE TABLE app.opening_balance (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  agency_id int NOT NULL REFERENCES app.agency,
  year int NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  starts_on date NOT NULL,           -- first day of the period the figures are carried into
  version int NOT NULL DEFAULT 1,
  figures jsonb NOT NULL,            -- counter → number
  source text NOT NULL,              -- the book or report they were taken from
  state text NOT NULL CHECK (state IN ('entered', 'returned', 'confirmed')),
  entered_by int NOT NULL REFERENCES app.app_user,
  entered_at timestamptz NOT NULL,   -- business clock
  confirmed_by int REFERENCES app.app_user,
  confirmed_at timestamptz,
  return_reason text,
  correction_reason text,
  rev int NOT NULL DEFAULT 1,
  UNIQUE (agency_id, starts_on, version),
  CHECK ((state = 'confirmed') = (confirmed_by IS NOT NULL)),
  CHECK (confirmed_by <> entered_by)
);

CREATE FUNCTION app.guard_opening_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF old.state = 'confirmed' THEN RAISE EXCEPTION 'OPENING.LOCKED' USING ERRCODE = 'P0001'; END IF;
  IF (new.agency_id, new.starts_on, new.version) IS DISTINCT FROM (old.agency_id, old.starts_on, old.version) THEN
    RAISE EXCEPTION 'OPENING.MOVED' USING ERRCODE = '42501';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER opening_balance_locked BEFORE UPDATE ON app.opening_balance FOR EACH ROW EXECUTE FUNCTION app.guard_opening_balance();

-- Rights -----------------------------------------------------------------------------------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['administration_book', 'remote_area', 'opening_balance'] LOOP
    EXECUTE format('GRANT SELECT ON app.%I TO nghedan_app, nghedan_worker', t);
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON app.%I TO nghedan_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON app.%I TO nghedan_worker USING (true) WITH CHECK (true)', t);
  END LOOP;
  -- The ledger of a book is read by who reads the book.
  FOREACH t IN ARRAY ARRAY['case_event', 'event_text'] LOOP
    EXECUTE format('CREATE POLICY app_read_administration ON app.%I FOR SELECT TO nghedan_app
      USING (EXISTS (SELECT 1 FROM app.administration_book b WHERE b.id = case_id))', t);
  END LOOP;
END $$;
CREATE POLICY app_scope ON app.administration_book FOR SELECT TO nghedan_app
  USING (agency_id = ANY ((SELECT app.agencies())::int[]) AND (SELECT app.reads_administration()));
-- Published papers name these areas: every officer of whatever agency may know them.
CREATE POLICY app_read ON app.remote_area FOR SELECT TO nghedan_app USING (true);
GRANT INSERT, UPDATE ON app.opening_balance TO nghedan_app;
CREATE POLICY app_scope ON app.opening_balance TO nghedan_app
  USING (agency_id = ANY ((SELECT app.agencies())::int[])) WITH CHECK (agency_id = ANY ((SELECT app.agencies())::int[]));

DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'app'
            AND p.proname IN ('administers', 'must_administer', 'reads_administration', 'administration_head', 'administration_write', 'agency_add',
                              'agency_set_unit', 'lock_account', 'keep_an_administrator', 'user_add', 'user_change', 'user_set_active',
                              'user_reset_password', 'user_unlock', 'user_end_sessions', 'own_password', 'must_keep_remote_areas',
                              'remote_area_add', 'remote_area_end') LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO nghedan_app', f);
  END LOOP;
END $$;
