-- What the law says of a denouncer's secrecy beside the row scope: when it ends (LTC Đ.47 k2), who may not handle the file at all
-- (NĐ31 Đ.5 k2, Đ.10 k3), what verifiers are given instead of the original (LTC Đ.56 k2), and what this system does not hold.

-- Facts about the secrecy of one petition: explicit, dated, by somebody; none is ever the default. Ended, never deleted.
CREATE TABLE app.secrecy_fact (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  petition_id uuid NOT NULL REFERENCES app.petition,
  petitioner_id uuid REFERENCES app.petitioner, -- of identitySelfDisclosed: the one who disclosed themself
  kind text NOT NULL CHECK (kind IN ('identitySelfDisclosed', 'workingCopiesOnly', 'separateMeeting', 'stateSecret')),
  on_day date NOT NULL,              -- when it happened or is to be, not when it was written down
  sealed bytea NOT NULL,             -- where it is on record; of a meeting its time and place
  sealed_key bytea NOT NULL,
  recorded_by int NOT NULL REFERENCES app.app_user,
  recorded_at timestamptz NOT NULL,  -- business clock
  ended_by int REFERENCES app.app_user,
  ended_at timestamptz,
  CHECK ((kind = 'identitySelfDisclosed') = (petitioner_id IS NOT NULL)),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL))
);
CREATE UNIQUE INDEX secrecy_fact_standing ON app.secrecy_fact (petition_id, kind, petitioner_id) NULLS NOT DISTINCT
  WHERE ended_at IS NULL AND kind <> 'separateMeeting';

-- Accounts of the denounced, their relatives and those with a direct interest.
CREATE TABLE app.interest_conflict (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  petition_id uuid NOT NULL REFERENCES app.petition,
  user_id int NOT NULL REFERENCES app.app_user,
  kind text NOT NULL CHECK (kind IN ('denounced', 'relative', 'interest')),
  declared_by int NOT NULL REFERENCES app.app_user,
  declared_at timestamptz NOT NULL,  -- business clock
  ended_by int REFERENCES app.app_user,
  ended_at timestamptz,
  CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
  CHECK (ended_by IS DISTINCT FROM user_id)
);
CREATE UNIQUE INDEX interest_conflict_standing ON app.interest_conflict (petition_id, user_id) WHERE ended_at IS NULL;

-- What is shown instead of a sealed attachment: pages as pixels, boxes burnt in. A new one takes the place of the last; none is lost.
CREATE TABLE app.attachment_copy (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  attachment_id uuid NOT NULL REFERENCES app.attachment,
  rev int NOT NULL CHECK (rev > 0),
  media_type text NOT NULL,
  size_bytes bigint NOT NULL,
  sha256 bytea NOT NULL,             -- of the stored bytes
  blob_key text NOT NULL,
  sealed_key bytea NOT NULL,         -- wraps the key the blob is encrypted with
  pages int NOT NULL CHECK (pages > 0),
  boxes int NOT NULL CHECK (boxes >= 0),
  made_by int NOT NULL REFERENCES app.app_user,
  made_at timestamptz NOT NULL,      -- business clock
  UNIQUE (attachment_id, rev)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['secrecy_fact', 'interest_conflict', 'attachment_copy'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON app.%I TO nghedan_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON app.%I TO nghedan_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON app.%I TO nghedan_app, nghedan_worker', t);
  END LOOP;
  -- Facts and conflicts are seen by who sees the petition and written in one's own name.
  FOREACH t IN ARRAY ARRAY['secrecy_fact', 'interest_conflict'] LOOP
    EXECUTE format('CREATE POLICY app_read ON app.%I FOR SELECT TO nghedan_app USING (EXISTS (SELECT FROM app.petition p WHERE p.id = petition_id))', t);
    EXECUTE format('CREATE POLICY app_end ON app.%I FOR UPDATE TO nghedan_app
      USING (ended_at IS NULL AND EXISTS (SELECT FROM app.petition p WHERE p.id = petition_id)) WITH CHECK (ended_by = (SELECT app.user_id()))', t);
    EXECUTE format('GRANT UPDATE (ended_by, ended_at) ON app.%I TO nghedan_app', t);
  END LOOP;
END $$;
CREATE POLICY app_write ON app.secrecy_fact FOR INSERT TO nghedan_app
  WITH CHECK (recorded_by = (SELECT app.user_id()) AND EXISTS (SELECT FROM app.petition p WHERE p.id = petition_id));
GRANT INSERT ON app.secrecy_fact TO nghedan_app;
CREATE POLICY app_read ON app.attachment_copy FOR SELECT TO nghedan_app
  USING (EXISTS (SELECT FROM app.attachment a WHERE a.id = attachment_id));
CREATE POLICY app_write ON app.attachment_copy FOR INSERT TO nghedan_app
  WITH CHECK (made_by = (SELECT app.user_id()) AND EXISTS (SELECT FROM app.attachment a WHERE a.id = attachment_id));
GRANT INSERT ON app.attachment_copy TO nghedan_app;

-- The heads next above an agency, without these people.
CREATE FUNCTION app.heads_above(p_agency int, p_without int[]) RETURNS int[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  WITH RECURSIVE up AS (
    SELECT parent_id AS id, 1 AS depth FROM app.agency WHERE id = p_agency
    UNION ALL SELECT a.parent_id, up.depth + 1 FROM app.agency a JOIN up ON a.id = up.id
  ), head AS (
    SELECT u.id, up.depth FROM app.app_user u JOIN up ON up.id = u.agency_id
     WHERE u.active AND u.roles && ARRAY['chairman', 'provinceChairman'] AND u.id <> ALL (p_without)
  )
  SELECT coalesce(array_agg(id ORDER BY id), '{}') FROM head WHERE depth = (SELECT min(depth) FROM head);
$$;

-- Whoever is in a conflict of interest is named on no row of the petition, whatever names them: registration, a team, a move, a
-- handover. Where that takes a head away, the head next above resolves (NĐ31 Đ.5 k2).
CREATE FUNCTION app.keep_conflicted_out() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  key uuid;
  conflicted int[];
  above int[];
BEGIN
  EXECUTE format('SELECT ($1).%I', TG_ARGV[0]) INTO key USING new;
  IF TG_ARGV[0] = 'case_id' THEN SELECT c.petition_id INTO key FROM app.case_file c WHERE c.id = key; END IF;
  SELECT array_agg(i.user_id) INTO conflicted FROM app.interest_conflict i WHERE i.petition_id = key AND i.ended_at IS NULL;
  IF conflicted IS NULL THEN RETURN new; END IF;
  IF TG_TABLE_NAME IN ('case_file', 'deadline', 'task') THEN
    IF new.assignee_id = ANY (conflicted) THEN new.assignee_id := NULL; END IF;
  END IF;
  IF NOT new.visible_to && conflicted THEN RETURN new; END IF;
  SELECT coalesce(array_agg(DISTINCT h), '{}') INTO above
    FROM app.app_user u CROSS JOIN LATERAL unnest(app.heads_above(u.agency_id, conflicted)) h
   WHERE u.id = ANY (conflicted) AND u.id = ANY (new.visible_to) AND u.roles && ARRAY['chairman', 'provinceChairman'];
  new.visible_to := ARRAY(SELECT DISTINCT u FROM unnest(new.visible_to || above) u WHERE u <> ALL (conflicted) ORDER BY u);
  RETURN new;
END $$;
DO $$
DECLARE t text[];
BEGIN
  FOREACH t SLICE 1 IN ARRAY ARRAY[['petition', 'id'], ['petitioner', 'petition_id'], ['attachment', 'petition_id'], ['case_file', 'petition_id'],
                                   ['deadline', 'case_id'], ['task', 'case_id']] LOOP
    EXECUTE format('CREATE TRIGGER conflicted_out BEFORE INSERT OR UPDATE OF visible_to%s ON app.%I FOR EACH ROW WHEN (new.visible_to IS NOT NULL)
      EXECUTE FUNCTION app.keep_conflicted_out(%L)', CASE WHEN t[1] IN ('case_file', 'deadline', 'task') THEN ', assignee_id' ELSE '' END, t[1], t[2]);
  END LOOP;
END $$;

-- Scope: a petition its declarer sees. Names the person, then takes them off every row of it.
CREATE FUNCTION app.declare_conflict(p_petition uuid, p_user int, p_kind text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM app.petition p WHERE p.id = p_petition AND p.visible_to IS NOT NULL AND app.in_scope(app.user_id(), app.agencies(), p.agency_id, p.visible_to)) THEN
    RAISE EXCEPTION 'ACCESS.SCOPE' USING ERRCODE = '42501';
  END IF;
  INSERT INTO app.interest_conflict (petition_id, user_id, kind, declared_by, declared_at)
  VALUES (p_petition, p_user, p_kind, app.user_id(), app.business_now()) ON CONFLICT DO NOTHING;
  UPDATE app.case_file SET visible_to = visible_to WHERE petition_id = p_petition AND visible_to IS NOT NULL;
  UPDATE app.deadline SET visible_to = visible_to WHERE visible_to IS NOT NULL AND case_id IN (SELECT id FROM app.case_file WHERE petition_id = p_petition);
  UPDATE app.task SET visible_to = visible_to WHERE visible_to IS NOT NULL AND case_id IN (SELECT id FROM app.case_file WHERE petition_id = p_petition);
  UPDATE app.petitioner SET visible_to = visible_to WHERE petition_id = p_petition AND visible_to IS NOT NULL;
  UPDATE app.attachment SET visible_to = visible_to WHERE petition_id = p_petition AND visible_to IS NOT NULL;
  UPDATE app.petition SET visible_to = visible_to WHERE id = p_petition;
END $$;
REVOKE ALL ON FUNCTION app.declare_conflict(uuid, int, text), app.heads_above(int, int[]), app.keep_conflicted_out() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.declare_conflict(uuid, int, text) TO nghedan_app;

-- A person who reads the file only as verifier or adviser, where the resolver has ordered that they work from redacted copies.
CREATE FUNCTION app.works_from_copies(p_petition uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.secrecy_fact f WHERE f.petition_id = p_petition AND f.kind = 'workingCopiesOnly' AND f.ended_at IS NULL)
     AND EXISTS (SELECT FROM app.case_grant g JOIN app.case_file c ON c.id = g.case_id
                  WHERE c.petition_id = p_petition AND g.user_id = app.user_id() AND g.revoked_at IS NULL AND g.added AND g.capacity IN ('verifier', 'adviser'))
     AND NOT EXISTS (SELECT FROM app.case_grant g JOIN app.case_file c ON c.id = g.case_id
                      WHERE c.petition_id = p_petition AND g.user_id = app.user_id() AND g.revoked_at IS NULL AND g.capacity IN ('resolver', 'protector'));
$$;
CREATE FUNCTION app.has_disclosed(p_petitioner uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.secrecy_fact f WHERE f.petitioner_id = p_petitioner AND f.kind = 'identitySelfDisclosed' AND f.ended_at IS NULL);
$$;
CREATE FUNCTION app.holds_release(p_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.identity_release r WHERE r.case_id = p_case AND r.requested_by = app.user_id()
                    AND r.state = 'approved' AND r.expires_at > app.business_now());
$$;
-- All who wrote the petition may be read: named on the file and not held to copies, or holder of a release.
CREATE FUNCTION app.reads_everybody(p_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT app.holds_release(p_case)
      OR EXISTS (SELECT FROM app.case_file c WHERE c.id = p_case AND app.user_id() = ANY (c.visible_to) AND NOT app.works_from_copies(c.petition_id));
$$;
-- As in 0098, and those held to copies read only who has disclosed themself.
CREATE OR REPLACE FUNCTION app.may_read_identity(p_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT app.reads_everybody(p_case)
      OR EXISTS (SELECT FROM app.case_file c JOIN app.petitioner o ON o.petition_id = c.petition_id
                  WHERE c.id = p_case AND app.user_id() = ANY (c.visible_to) AND app.has_disclosed(o.id));
$$;
CREATE OR REPLACE FUNCTION app.identity_read(p_case uuid, p_events jsonb, p_seq int, p_head bytea, p_release uuid)
RETURNS TABLE (id uuid, ordinal int, role text, sealed bytea, sealed_key bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  everybody boolean := app.reads_everybody(p_case);
BEGIN
  IF NOT app.may_read_identity(p_case) THEN RETURN; END IF;
  -- An original holds everybody's hand.
  IF NOT everybody AND p_events #>> '{events,0,facts,attachmentId}' IS NOT NULL THEN RETURN; END IF;
  -- Exactly one event, the reading, by the reader, on this file.
  IF jsonb_array_length(p_events -> 'events') <> 1 OR p_events #>> '{events,0,type}' <> 'IDENTITY_READ' OR p_events #>> '{events,0,kind}' <> 'reading'
     OR (p_events #>> '{events,0,actor_id}')::int IS DISTINCT FROM app.user_id() OR (p_events #>> '{events,0,seq}')::int IS DISTINCT FROM p_seq THEN
    RAISE EXCEPTION 'ACCESS.SCOPE' USING ERRCODE = '42501';
  END IF;
  PERFORM app.case_write(p_events, p_case);
  UPDATE app.case_file c SET seq = p_seq, head_hash = p_head WHERE c.id = p_case;
  UPDATE app.identity_release r SET readings = r.readings + 1 WHERE r.id = p_release AND r.requested_by = app.user_id();
  RETURN QUERY SELECT o.id, o.ordinal, o.role, o.sealed, o.sealed_key FROM app.case_file c JOIN app.petitioner o ON o.petition_id = c.petition_id
                WHERE c.id = p_case AND (everybody OR app.has_disclosed(o.id)) ORDER BY o.ordinal;
END $$;
REVOKE ALL ON FUNCTION app.works_from_copies(uuid), app.has_disclosed(uuid), app.holds_release(uuid), app.reads_everybody(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.works_from_copies(uuid), app.may_read_identity(uuid) TO nghedan_app;

-- Nothing of a state secret is kept here but where it lies (pointer): no file may hang on such a petition.
CREATE FUNCTION app.refuse_state_secret() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM app.secrecy_fact f WHERE f.petition_id = new.petition_id AND f.kind = 'stateSecret' AND f.ended_at IS NULL) THEN
    RAISE EXCEPTION 'INTAKE.STATE_SECRET' USING ERRCODE = '42501';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER no_state_secret BEFORE INSERT ON app.attachment FOR EACH ROW EXECUTE FUNCTION app.refuse_state_secret();
REVOKE ALL ON FUNCTION app.refuse_state_secret() FROM PUBLIC;
