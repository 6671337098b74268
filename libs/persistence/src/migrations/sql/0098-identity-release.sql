-- Who reads the identity of a denouncer without a standing right: a request with a purpose, a second person, a time limit.
-- The rows hold no identity; the reason is sealed. Every reading is an event of the file's ledger.

CREATE TABLE app.identity_release (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  agency_id int NOT NULL REFERENCES app.agency, -- whose register the request names
  province_id int NOT NULL,
  register_label text NOT NULL,
  case_id uuid REFERENCES app.case_file,        -- null: no protected petition stands under that number
  petition_id uuid REFERENCES app.petition,
  requested_by int NOT NULL REFERENCES app.app_user,
  requested_at timestamptz NOT NULL,            -- business clock
  purpose text NOT NULL,
  hours int NOT NULL CHECK (hours BETWEEN 1 AND 72),
  reason_sealed bytea NOT NULL,
  reason_key bytea NOT NULL,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'approved', 'refused')),
  decided_by int REFERENCES app.app_user,
  decided_at timestamptz,
  expires_at timestamptz,
  readings int NOT NULL DEFAULT 0,
  CHECK (decided_by IS DISTINCT FROM requested_by)
);
CREATE INDEX identity_release_province ON app.identity_release (province_id, requested_at DESC);
CREATE INDEX identity_release_requester ON app.identity_release (requested_by, requested_at DESC);

ALTER TABLE app.identity_release ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.identity_release FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.identity_release TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON app.identity_release TO nghedan_worker USING (true) WITH CHECK (true);
-- The requester, and those who answer for the whole province; the API lets only custodians and inspectors among them look.
CREATE POLICY app_scope ON app.identity_release FOR SELECT TO nghedan_app
  USING (requested_by = (SELECT app.user_id()) OR province_id = ANY ((SELECT app.agencies())::int[]));
-- Decided once, by somebody else.
CREATE POLICY app_decide ON app.identity_release FOR UPDATE TO nghedan_app
  USING (requested_by <> (SELECT app.user_id()) AND state = 'pending' AND province_id = ANY ((SELECT app.agencies())::int[]))
  WITH CHECK (decided_by = (SELECT app.user_id()));
GRANT SELECT, UPDATE (state, decided_by, decided_at, expires_at) ON app.identity_release TO nghedan_app;
GRANT SELECT, UPDATE ON app.identity_release TO nghedan_worker;

-- Scope: answers ids of the protected petition under that number, whoever asks, and only to the function that files a request:
-- the requester is never told whether there is one.
CREATE FUNCTION app.file_release_request(p_agency int, p_label text, p_purpose text, p_hours int, p_reason bytea, p_key bytea, p_id uuid)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = app, pg_temp AS $$
  INSERT INTO app.identity_release (id, agency_id, province_id, register_label, case_id, petition_id, requested_by, requested_at, purpose, hours, reason_sealed, reason_key)
  SELECT p_id, a.id, a.province_id, p_label, f.case_id, f.petition_id, app.user_id(), app.business_now(), p_purpose, p_hours, p_reason, p_key
    FROM app.agency a
    LEFT JOIN LATERAL (
      SELECT p.id AS petition_id, (SELECT c.id FROM app.case_file c WHERE c.petition_id = p.id AND c.visible_to IS NOT NULL ORDER BY c.closed_at IS NULL DESC, c.id DESC LIMIT 1) AS case_id
        FROM app.petition p
       WHERE p.agency_id = a.id AND p.register_label = p_label AND p.register_series = 'main' AND p.visible_to IS NOT NULL AND p.voided_at IS NULL LIMIT 1
    ) f ON true
   WHERE a.id = p_agency;
$$;
REVOKE ALL ON FUNCTION app.file_release_request(int, text, text, int, bytea, bytea, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.file_release_request(int, text, text, int, bytea, bytea, uuid) TO nghedan_app;

-- Scope: named on the protected file, or holder of an approved release of it whose time is not over.
CREATE FUNCTION app.may_read_identity(p_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.case_file c WHERE c.id = p_case AND app.user_id() = ANY (c.visible_to))
      OR EXISTS (SELECT FROM app.identity_release r WHERE r.case_id = p_case AND r.requested_by = app.user_id()
                    AND r.state = 'approved' AND r.expires_at > app.business_now());
$$;
-- The head of the file's ledger, its row locked until the reading is written.
CREATE FUNCTION app.identity_lock(p_case uuid) RETURNS TABLE (id uuid, seq int, head text, now timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  IF NOT app.may_read_identity(p_case) THEN RETURN; END IF;
  RETURN QUERY SELECT uuidv7(), c.seq, '\x' || encode(c.head_hash, 'hex'), app.business_now() FROM app.case_file c WHERE c.id = p_case FOR NO KEY UPDATE;
END $$;
-- One reading and what is read, still sealed.
CREATE FUNCTION app.identity_read(p_case uuid, p_events jsonb, p_seq int, p_head bytea, p_release uuid)
RETURNS TABLE (id uuid, ordinal int, role text, sealed bytea, sealed_key bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  IF NOT app.may_read_identity(p_case) THEN RETURN; END IF;
  -- Exactly one event, the reading, by the reader, on this file.
  IF jsonb_array_length(p_events -> 'events') <> 1 OR p_events #>> '{events,0,type}' <> 'IDENTITY_READ' OR p_events #>> '{events,0,kind}' <> 'reading'
     OR (p_events #>> '{events,0,actor_id}')::int IS DISTINCT FROM app.user_id() OR (p_events #>> '{events,0,seq}')::int IS DISTINCT FROM p_seq THEN
    RAISE EXCEPTION 'ACCESS.SCOPE' USING ERRCODE = '42501';
  END IF;
  PERFORM app.case_write(p_events, p_case);
  UPDATE app.case_file c SET seq = p_seq, head_hash = p_head WHERE c.id = p_case;
  UPDATE app.identity_release r SET readings = r.readings + 1 WHERE r.id = p_release AND r.requested_by = app.user_id();
  RETURN QUERY SELECT o.id, o.ordinal, o.role, o.sealed, o.sealed_key FROM app.case_file c JOIN app.petitioner o ON o.petition_id = c.petition_id
                WHERE c.id = p_case ORDER BY o.ordinal;
END $$;
REVOKE ALL ON FUNCTION app.may_read_identity(uuid), app.identity_lock(uuid), app.identity_read(uuid, jsonb, int, bytea, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.identity_lock(uuid), app.identity_read(uuid, jsonb, int, bytea, uuid) TO nghedan_app;
