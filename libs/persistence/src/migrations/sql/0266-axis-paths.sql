-- The way a petition has gone before it came over the axis, and what was said of each message. Agencies, codes and days only.

-- Agencies that have had it as the axis names them, those outside the tree too, the sender last. Null: written before this.
ALTER TABLE app.petition_hop ADD COLUMN codes text[];

ALTER TABLE app.axis_message ADD COLUMN hops int CHECK (hops BETWEEN 1 AND 1000);   -- in: how often it had been sent on, this time included
ALTER TABLE app.axis_message ADD COLUMN chain text[];                              -- in: who has had it, the sender last
ALTER TABLE app.axis_message ADD COLUMN earlier_petition uuid REFERENCES app.petition; -- in: our own earlier number of the same petition
ALTER TABLE app.axis_message ADD COLUMN comes_back boolean NOT NULL DEFAULT false;  -- in: the receiver stands in the chain
ALTER TABLE app.axis_message ADD COLUMN attached int NOT NULL DEFAULT 0;           -- in: files of it that stand with the petition
CREATE INDEX axis_message_petition ON app.axis_message (petition_id) WHERE petition_id IS NOT NULL;
CREATE INDEX axis_message_answers ON app.axis_message (answers) WHERE answers IS NOT NULL;

CREATE TABLE app.axis_hop (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  message_id uuid NOT NULL REFERENCES app.axis_message,
  hop int NOT NULL CHECK (hop BETWEEN 1 AND 1000),
  from_code text NOT NULL,
  from_name text NOT NULL,
  to_code text NOT NULL,
  to_name text NOT NULL,
  received_on date,                  -- null where the sender does not say
  sent_on date,
  document_id text,
  UNIQUE (message_id, hop)
);

-- What the other side said of a message, each time; the message itself keeps the furthest only.
CREATE TABLE app.axis_status (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  message_id uuid NOT NULL REFERENCES app.axis_message,
  code text NOT NULL CHECK (code ~ '^[0-9]{2}$'),
  said_at timestamptz NOT NULL,
  words text,
  noted_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (message_id, code, said_at)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['axis_hop','axis_status'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON app.%I TO nghedan_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON app.%I TO nghedan_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY app_scope ON app.%I TO nghedan_app USING (EXISTS (SELECT FROM app.axis_message m WHERE m.id = message_id))
      WITH CHECK (EXISTS (SELECT FROM app.axis_message m WHERE m.id = message_id))', t);
    EXECUTE format('GRANT SELECT, INSERT ON app.%I TO nghedan_app, nghedan_worker', t);
  END LOOP;
END $$;

-- Who has had this petition before it came here, by their codes; null where it is not known beyond the facts of its file.
CREATE FUNCTION app.petition_codes(p_petition uuid) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT coalesce(
    (SELECT m.chain FROM app.axis_message m WHERE m.petition_id = p_petition AND m.direction = 'in' AND m.chain IS NOT NULL LIMIT 1),
    (SELECT h.codes FROM app.petition_hop h WHERE h.acknowledged_as = p_petition AND h.codes IS NOT NULL ORDER BY h.hop DESC LIMIT 1));
$$;

CREATE FUNCTION app.codes_of_agencies(p_agencies int[]) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT ARRAY(SELECT g.code FROM unnest(p_agencies) WITH ORDINALITY o(agency, at) JOIN app.agency g ON g.id = o.agency ORDER BY o.at);
$$;

CREATE OR REPLACE FUNCTION app.note_hop() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  IF new.corrects IS NOT NULL THEN
    UPDATE app.petition_hop SET withdrawn_at = new.recorded_at WHERE event_id = new.corrects AND acknowledged_as IS NULL;
  ELSIF jsonb_typeof(new.facts -> 'receivingAgencyId') = 'number' THEN
    INSERT INTO app.petition_hop (event_id, case_id, petition_id, kind, from_agency, to_agency, hop, chain, codes, received_on, sent_on)
    SELECT new.id, c.id, c.petition_id, CASE new.type WHEN 'TRANSFER' THEN 'transfer' ELSE 'return' END, c.agency_id, a.id,
           coalesce((c.known_facts ->> 'hops')::int, 0) + 1, k.chain || c.agency_id,
           coalesce(app.petition_codes(c.petition_id), app.codes_of_agencies(k.chain)) || own.code,
           c.received_on, new.occurred_on
      FROM app.case_file c JOIN app.agency a ON a.id = (new.facts ->> 'receivingAgencyId')::int AND a.valid_to IS NULL
      JOIN app.agency own ON own.id = c.agency_id
      CROSS JOIN LATERAL (SELECT ARRAY(SELECT jsonb_array_elements_text(coalesce(c.known_facts -> 'chain', '[]'))::int) AS chain) k
     WHERE c.id = new.case_id AND a.id <> c.agency_id;
  END IF;
  RETURN NULL;
END $$;

-- The whole way of a petition: between agencies of this system, and before it came over the axis.
CREATE FUNCTION app.path_of(p_petition uuid) RETURNS TABLE (
  id uuid, hop int, kind text, from_code text, from_name text, to_code text, to_name text,
  received_on date, sent_on date, acknowledged_on date, document_id text, outside boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  WITH RECURSIVE seen AS (
    SELECT p_petition AS id
    UNION
    SELECT CASE WHEN h.petition_id = s.id THEN h.acknowledged_as ELSE h.petition_id END
      FROM seen s JOIN app.petition_hop h ON h.petition_id = s.id OR h.acknowledged_as = s.id
     WHERE h.acknowledged_as IS NOT NULL
  )
  SELECT h.id, h.hop, h.kind, f.code, f.name, t.code, t.name, h.received_on, h.sent_on, h.acknowledged_on,
         (SELECT m.document_id FROM app.axis_message m WHERE m.hop_id = h.id), false
    FROM app.petition_hop h JOIN app.agency f ON f.id = h.from_agency JOIN app.agency t ON t.id = h.to_agency
   WHERE h.withdrawn_at IS NULL AND h.petition_id IN (SELECT seen.id FROM seen)
  UNION ALL
  SELECT x.id, x.hop, 'transfer', x.from_code, x.from_name, x.to_code, x.to_name, x.received_on, x.sent_on,
         coalesce(lead(x.received_on) OVER (PARTITION BY x.message_id ORDER BY x.hop), CASE WHEN x.hop = m.hops THEN p.received_on END), x.document_id, true
    FROM app.axis_hop x JOIN app.axis_message m ON m.id = x.message_id JOIN app.petition p ON p.id = m.petition_id
   WHERE m.direction = 'in' AND m.petition_id IN (SELECT seen.id FROM seen);
$$;

CREATE FUNCTION app.petition_path(p_petition uuid) RETURNS TABLE (
  id uuid, hop int, kind text, from_name text, to_name text, received_on date, sent_on date, acknowledged_on date, outside boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT w.id, w.hop, w.kind, w.from_name, w.to_name, w.received_on, w.sent_on, w.acknowledged_on, w.outside
    FROM app.petition p CROSS JOIN LATERAL app.path_of(p.id) w
   WHERE p.id = p_petition AND app.in_scope(app.user_id(), app.agencies(), p.agency_id, p.visible_to);
$$;

-- The number an agency gave a petition before, found by the messages of this system on its way.
CREATE FUNCTION app.axis_earlier(p_agency int, p_documents text[]) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  WITH RECURSIVE back AS (
    SELECT h.petition_id AS id FROM app.axis_message m JOIN app.petition_hop h ON h.id = m.hop_id
     WHERE m.direction = 'out' AND m.kind = 'petition' AND m.sent_at IS NOT NULL AND m.document_id = ANY (p_documents)
    UNION
    SELECT b.id FROM back CROSS JOIN LATERAL (
      SELECT h.petition_id AS id FROM app.petition_hop h WHERE h.acknowledged_as = back.id
      UNION ALL
      SELECT m.earlier_petition FROM app.axis_message m WHERE m.petition_id = back.id AND m.direction = 'in' AND m.earlier_petition IS NOT NULL) b
  )
  SELECT p.id FROM back JOIN app.petition p ON p.id = back.id
   WHERE p.agency_id = p_agency AND p.voided_at IS NULL AND p.visible_to IS NULL ORDER BY p.id DESC LIMIT 1;
$$;

CREATE OR REPLACE FUNCTION app.axis_letter(p_message uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('id', m.id, 'kind', m.kind, 'partner', jsonb_build_object('id', m.partner_code, 'name', m.partner_name),
           'ours', jsonb_build_object('id', a.code, 'name', a.name), 'statusCode', m.status_code, 'refusal', m.refusal,
           'answers', CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('documentId', r.document_id, 'number', r.number, 'issuedOn', r.issued_on,
                        'organ', CASE r.direction WHEN 'in' THEN jsonb_build_object('id', r.partner_code, 'name', r.partner_name)
                                                  ELSE jsonb_build_object('id', a.code, 'name', a.name) END) END,
           'createdAt', m.created_at,
           'hop', CASE WHEN h.id IS NOT NULL THEN jsonb_build_object('hop', h.hop, 'sentOn', h.sent_on, 'receivedOn', h.received_on,
                    'number', coalesce((SELECT x.text FROM app.event_text x WHERE x.event_id = h.event_id AND x.field = 'documentNumber'), left(h.id::text, 8)),
                    'chain', to_jsonb(coalesce(h.codes, app.codes_of_agencies(h.chain))),
                    'hops', (SELECT coalesce(jsonb_agg(jsonb_build_object('from', jsonb_build_object('id', w.from_code, 'name', w.from_name),
                               'to', jsonb_build_object('id', w.to_code, 'name', w.to_name), 'receivedOn', w.received_on, 'sentOn', w.sent_on,
                               'documentId', w.document_id) ORDER BY w.hop), '[]') FROM app.path_of(h.petition_id) w WHERE w.hop < h.hop),
                    'petition', jsonb_build_object('type', p.type, 'field', p.field, 'content', p.content, 'respondent', p.respondent,
                      'challengedDecision', p.challenged_decision, 'petitionerCount', p.petitioner_count, 'jointPetition', p.joint_petition,
                      'petitioners', (SELECT coalesce(jsonb_agg(jsonb_build_object('fullName', n.full_name, 'personalId', n.personal_id,
                          'birthDate', n.birth_date, 'phone', n.phone, 'address', n.address) ORDER BY n.ordinal), '[]')
                          FROM app.petitioner n WHERE n.petition_id = p.id AND n.visible_to IS NULL))) END)
    FROM app.axis_message m JOIN app.agency a ON a.id = m.agency_id
    LEFT JOIN app.axis_message r ON r.id = m.answers
    LEFT JOIN app.petition_hop h ON h.id = m.hop_id
    LEFT JOIN app.petition p ON p.id = h.petition_id AND p.visible_to IS NULL AND p.type NOT IN ('denunciation', 'mixed') AND p.voided_at IS NULL
   WHERE m.id = p_message AND m.direction = 'out' AND m.state IN ('waiting', 'error') AND (m.kind = 'status' OR p.id IS NOT NULL);
$$;

REVOKE EXECUTE ON FUNCTION app.petition_codes, app.codes_of_agencies, app.path_of, app.petition_path, app.axis_earlier FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.petition_path TO nghedan_app;
GRANT EXECUTE ON FUNCTION app.axis_earlier TO nghedan_app, nghedan_worker;
GRANT EXECUTE ON FUNCTION app.codes_of_agencies, app.path_of TO nghedan_worker;
