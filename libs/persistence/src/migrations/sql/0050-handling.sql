-- A petition on its way from agency to agency of this system. A hop is written with the act that sends the petition and waits
-- until the receiving desk has entered it in its own register. It holds agencies and days, never content.
CREATE TABLE app.petition_hop (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  event_id uuid NOT NULL UNIQUE,
  case_id uuid NOT NULL REFERENCES app.case_file,
  petition_id uuid NOT NULL REFERENCES app.petition,   -- as the sender has it
  kind text NOT NULL CHECK (kind IN ('transfer', 'return')),
  from_agency int NOT NULL REFERENCES app.agency,
  to_agency int NOT NULL REFERENCES app.agency,
  hop int NOT NULL,                  -- how often it has been sent on, this time included
  chain int[] NOT NULL,              -- agencies that have had it, the sender last
  received_on date NOT NULL,         -- by the sender
  sent_on date NOT NULL,
  acknowledged_as uuid REFERENCES app.petition,        -- as the receiver has it
  acknowledged_on date,
  acknowledged_by int REFERENCES app.app_user,
  withdrawn_at timestamptz           -- the sending act was corrected
);
CREATE INDEX petition_hop_petition ON app.petition_hop (petition_id);
CREATE INDEX petition_hop_acknowledged ON app.petition_hop (acknowledged_as) WHERE acknowledged_as IS NOT NULL;
CREATE INDEX petition_hop_waiting ON app.petition_hop (to_agency, sent_on, id) WHERE acknowledged_as IS NULL AND withdrawn_at IS NULL;

CREATE FUNCTION app.note_hop() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  IF new.corrects IS NOT NULL THEN
    UPDATE app.petition_hop SET withdrawn_at = new.recorded_at WHERE event_id = new.corrects AND acknowledged_as IS NULL;
  ELSIF jsonb_typeof(new.facts -> 'receivingAgencyId') = 'number' THEN
    INSERT INTO app.petition_hop (event_id, case_id, petition_id, kind, from_agency, to_agency, hop, chain, received_on, sent_on)
    SELECT new.id, c.id, c.petition_id, CASE new.type WHEN 'TRANSFER' THEN 'transfer' ELSE 'return' END, c.agency_id, a.id,
           coalesce((c.known_facts ->> 'hops')::int, 0) + 1,
           ARRAY(SELECT jsonb_array_elements_text(coalesce(c.known_facts -> 'chain', '[]'))::int) || c.agency_id,
           c.received_on, new.occurred_on
      FROM app.case_file c JOIN app.agency a ON a.id = (new.facts ->> 'receivingAgencyId')::int AND a.valid_to IS NULL
     WHERE c.id = new.case_id AND a.id <> c.agency_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER petition_hop_from_event AFTER INSERT ON app.case_event
  FOR EACH ROW WHEN (new.kind = 'procedure' AND (new.type IN ('TRANSFER', 'RETURN_TO_FORWARDER') OR new.corrects IS NOT NULL))
  EXECUTE FUNCTION app.note_hop();

-- A petition with all its columns, as the caller may see it.
CREATE FUNCTION app.petition_source(p_petition uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('petition', to_jsonb(p), 'petitioners',
           (SELECT coalesce(jsonb_agg(to_jsonb(n) ORDER BY n.ordinal), '[]') FROM app.petitioner n WHERE n.petition_id = p.id))
    FROM app.petition p WHERE p.id = p_petition AND p.voided_at IS NULL;
$$;

CREATE FUNCTION app.own_agency() RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT agency_id FROM app.app_user WHERE id = app.user_id();
$$;

-- Every hop of a petition, before and after, whichever agency has it; only for who sees the petition asked about.
CREATE FUNCTION app.petition_hops(p_petition uuid) RETURNS SETOF app.petition_hop
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  WITH RECURSIVE seen AS (
    SELECT p.id FROM app.petition p
     WHERE p.id = p_petition AND app.in_scope(app.user_id(), app.agencies(), p.agency_id, p.visible_to)
    UNION
    SELECT CASE WHEN h.petition_id = s.id THEN h.acknowledged_as ELSE h.petition_id END
      FROM seen s JOIN app.petition_hop h ON h.petition_id = s.id OR h.acknowledged_as = s.id
     WHERE h.acknowledged_as IS NOT NULL
  )
  SELECT h.* FROM app.petition_hop h WHERE h.withdrawn_at IS NULL AND h.petition_id IN (SELECT id FROM seen) ORDER BY h.hop, h.id;
$$;

-- What a receiving desk needs to enter a petition that was sent to it, once. Locks the hop. `earlier`: this agency's own number
-- of the same petition, where it has had it before; `earlierPastHead`: it went past this agency's head then.
CREATE FUNCTION app.hop_take(p_hop uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  h app.petition_hop;
  earlier app.petition;
BEGIN
  SELECT * INTO h FROM app.petition_hop
   WHERE id = p_hop AND to_agency = app.own_agency() AND acknowledged_as IS NULL AND withdrawn_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  WITH RECURSIVE back AS (
    SELECT h.petition_id AS id
    UNION SELECT b.petition_id FROM back JOIN app.petition_hop b ON b.acknowledged_as = back.id)
  SELECT p.* INTO earlier FROM back JOIN app.petition p ON p.id = back.id WHERE p.agency_id = h.to_agency LIMIT 1;
  RETURN app.petition_source(h.petition_id) || jsonb_build_object(
    'hop', h.hop, 'chain', h.chain, 'from', (SELECT name FROM app.agency WHERE id = h.from_agency),
    'earlier', earlier.id, 'earlierPastHead', coalesce(earlier.past_head, false));
END $$;

CREATE FUNCTION app.hop_acknowledge(p_hop uuid, p_petition uuid, p_on date) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = app, pg_temp AS $$
  UPDATE app.petition_hop SET acknowledged_as = p_petition, acknowledged_on = p_on, acknowledged_by = app.user_id()
   WHERE id = p_hop AND to_agency = app.own_agency() AND acknowledged_as IS NULL AND withdrawn_at IS NULL;
$$;

ALTER TABLE app.petition_hop ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.petition_hop FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.petition_hop TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY worker_all ON app.petition_hop TO nghedan_worker USING (true) WITH CHECK (true);
CREATE POLICY app_scope ON app.petition_hop TO nghedan_app
  USING (to_agency = (SELECT app.own_agency()) OR EXISTS (SELECT FROM app.petition p WHERE p.id = petition_id));
GRANT SELECT ON app.petition_hop TO nghedan_app, nghedan_worker;

REVOKE EXECUTE ON FUNCTION app.note_hop, app.own_agency, app.petition_hops, app.hop_take, app.hop_acknowledge FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.own_agency, app.petition_hops, app.hop_take, app.hop_acknowledge TO nghedan_app;
GRANT EXECUTE ON FUNCTION app.petition_source TO nghedan_app;
