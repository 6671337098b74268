-- What goes out to other systems and comes back: records of the national database (NĐ 55/2022) and forwarded petitions on the
-- document axis. Rows here hold ids, codes, days and hashes. The one exception is a petition that came over the axis and waits to be
-- entered: it is sealed, and gone from here once it has its number.

-- When a file is to be entered (NĐ 55/2022 Đ.8 k1): acceptance, or receipt of feedback; null as long as that has not happened.
CREATE FUNCTION app.national_due(p_case uuid, p_procedure text, p_received date, p_opened date) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT CASE p_procedure WHEN 'petition-handling' THEN p_received WHEN 'feedback' THEN p_opened
    ELSE (SELECT min(e.occurred_on) FROM app.case_event e
           WHERE e.case_id = p_case AND e.type = 'ACCEPT' AND e.kind = 'procedure'
             AND NOT EXISTS (SELECT FROM app.case_event b WHERE b.case_id = e.case_id AND b.corrects = e.id)) END;
$$;

-- Everything the decree has a place for, in the scope of whoever asks.
CREATE VIEW app.national_subject WITH (security_invoker = true) AS
  SELECT 'case' AS kind, c.id, c.agency_id, c.procedure, c.seq, c.visible_to IS NOT NULL AS protected, p.register_label, c.received_on,
         app.national_due(c.id, c.procedure, c.received_on, c.opened_on) AS due_on
    FROM app.case_file c JOIN app.petition p ON p.id = c.petition_id AND p.voided_at IS NULL
   WHERE c.procedure IN ('petition-handling', 'complaint', 'disciplinary-complaint', 'denunciation', 'feedback')
     AND c.outcome IS DISTINCT FROM 'voided'
  UNION ALL
  SELECT 'reception', v.id, v.agency_id, NULL, v.seq, v.visible_to IS NOT NULL, v.register_number || '/' || v.register_year, v.visited_on, v.visited_on
    FROM app.reception_visit v;

-- What is known of some subjects, for the mapping. Of what is protected no word and no person is read.
CREATE FUNCTION app.national_sources(p_ids uuid[], p_steps text[], p_findings text[]) RETURNS TABLE (source jsonb) LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('kind', 'case', 'id', c.id, 'seq', c.seq, 'agencyCode', a.code, 'agencyName', a.name, 'procedure', c.procedure,
           'procedureVersion', c.procedure_version, 'stage', c.stage, 'outcome', NULL, 'registerLabel', p.register_label, 'receivedOn', c.received_on,
           'closedOn', c.closed_on, 'petitionType', p.type, 'channel', p.channel, 'field', CASE WHEN c.visible_to IS NULL THEN p.field END,
           'people', p.petitioner_count, 'protected', c.visible_to IS NOT NULL, 'summary', NULL, 'visitors', '[]'::jsonb,
           'steps', (SELECT coalesce(jsonb_agg(jsonb_build_object('type', e.type, 'on', e.occurred_on,
                       'facts', (SELECT coalesce(jsonb_object_agg(f.key, f.value), '{}') FROM jsonb_each(e.facts) f WHERE f.key = ANY (p_findings))) ORDER BY e.seq), '[]')
                       FROM app.case_event e WHERE e.case_id = c.id AND e.kind = 'procedure' AND e.type = ANY (p_steps)
                        AND NOT EXISTS (SELECT FROM app.case_event b WHERE b.case_id = e.case_id AND b.corrects = e.id)))
    FROM app.case_file c JOIN app.petition p ON p.id = c.petition_id JOIN app.agency a ON a.id = c.agency_id
   WHERE c.id = ANY (p_ids)
  UNION ALL
  SELECT jsonb_build_object('kind', 'reception', 'id', v.id, 'seq', v.seq, 'agencyCode', a.code, 'agencyName', a.name, 'procedure', NULL,
           'procedureVersion', NULL, 'stage', NULL, 'outcome', v.outcome, 'registerLabel', v.register_number || '/' || v.register_year,
           'receivedOn', v.visited_on, 'closedOn', v.outcome_on, 'petitionType', v.type, 'channel', NULL, 'field', NULL, 'people', v.group_size,
           'protected', v.visible_to IS NOT NULL, 'summary', CASE WHEN v.visible_to IS NULL THEN v.summary END, 'steps', '[]'::jsonb,
           'visitors', CASE WHEN v.visible_to IS NOT NULL THEN '[]'::jsonb ELSE
             (SELECT coalesce(jsonb_agg(jsonb_build_object('name', n.full_name, 'address', n.address) ORDER BY n.ordinal), '[]')
                FROM app.reception_person n WHERE n.visit_id = v.id AND n.visible_to IS NULL AND n.role IN ('visitor', 'representative')) END)
    FROM app.reception_visit v JOIN app.agency a ON a.id = v.agency_id
   WHERE v.id = ANY (p_ids);
$$;

CREATE TABLE app.national_package (
  id uuid PRIMARY KEY,
  agency_id int NOT NULL REFERENCES app.agency,
  mapping text NOT NULL,
  made_by int NOT NULL REFERENCES app.app_user,
  made_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'answered', 'error')),
  attempts int NOT NULL DEFAULT 0,
  next_try_at timestamptz,           -- system clock
  last_error text,                   -- a code
  manifest_hash bytea,
  delivered_at timestamptz,
  answered_at timestamptz
);
CREATE INDEX national_package_made ON app.national_package (made_at DESC, id DESC);

CREATE TABLE app.national_item (
  package_id uuid NOT NULL REFERENCES app.national_package,
  kind text NOT NULL CHECK (kind IN ('reception', 'case')),
  subject_id uuid NOT NULL,
  content_hash bytea NOT NULL,
  outcome text CHECK (outcome IN ('accepted', 'rejected')),
  error text,                        -- the platform's code
  PRIMARY KEY (package_id, subject_id)
);
CREATE INDEX national_item_subject ON app.national_item (subject_id);

-- Where a record stands since it first went into a package; a subject without a row has not been entered.
CREATE TABLE app.national_record (
  subject_id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('reception', 'case')),
  state text NOT NULL CHECK (state IN ('exported', 'confirmed', 'error')),
  package_id uuid NOT NULL REFERENCES app.national_package,
  content_hash bytea NOT NULL,
  seen_seq int NOT NULL,
  stale boolean NOT NULL DEFAULT false, -- its facts have changed since: to be entered again
  attempts int NOT NULL DEFAULT 1,
  error text,
  exported_at timestamptz NOT NULL,
  confirmed_at timestamptz
);
CREATE INDEX national_record_state ON app.national_record (state, subject_id);

-- Agencies of the tree that work with another system and get what is forwarded to them over the axis.
CREATE TABLE app.axis_partner (
  agency_id int PRIMARY KEY REFERENCES app.agency,
  set_by int NOT NULL REFERENCES app.app_user,
  set_at timestamptz NOT NULL
);

CREATE TABLE app.axis_message (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  direction text NOT NULL CHECK (direction IN ('out', 'in')),
  kind text NOT NULL CHECK (kind IN ('petition', 'status')),
  agency_id int NOT NULL REFERENCES app.agency,         -- ours: sender or receiver
  hop_id uuid UNIQUE REFERENCES app.petition_hop,       -- out: the way it tells of
  answers uuid REFERENCES app.axis_message,             -- status: the message it is about
  partner_code text NOT NULL,
  partner_name text NOT NULL,
  document_id text,
  number text,
  notation text,
  issued_on date,
  state text NOT NULL CHECK (state IN ('waiting', 'sent', 'error', 'arrived', 'entered', 'refused', 'withdrawn')),
  status_code text CHECK (status_code ~ '^[0-9]{2}$'),  -- the furthest answer
  status_at timestamptz,
  attempts int NOT NULL DEFAULT 0,
  next_try_at timestamptz,
  last_error text,
  content_hash bytea,
  proven boolean,                    -- in: the sender gave a hash for every file and all were right
  structured boolean,                -- in: the petition came as data, not on paper only
  files int,
  sealed bytea,                      -- in, until entered or refused
  sealed_key bytea,
  petition_id uuid REFERENCES app.petition,             -- in: as entered
  refusal text,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  settled_at timestamptz,
  CHECK (direction = 'in' OR sealed IS NULL)
);
CREATE UNIQUE INDEX axis_message_document ON app.axis_message (partner_code, document_id) WHERE direction = 'in' AND kind = 'petition';
CREATE INDEX axis_message_sent ON app.axis_message (document_id) WHERE direction = 'out' AND kind = 'petition';
CREATE INDEX axis_message_agency ON app.axis_message (agency_id, created_at DESC, id DESC);

-- Packages that could not be taken in at all; the bytes stay in the folder for the operator, the row says why.
CREATE TABLE app.interchange_refusal (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  channel text NOT NULL CHECK (channel IN ('axis', 'national')),
  content_hash bytea NOT NULL,
  code text NOT NULL,
  refused_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (channel, content_hash, code)
);

-- A petition sent to an agency with another system goes over the axis, with the act that sends it. What is sealed never does:
-- it is handed over by the sealed way of the house (LTC Đ.13; Đ.56).
CREATE FUNCTION app.hop_over_axis() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  m uuid;
BEGIN
  INSERT INTO app.axis_message (direction, kind, agency_id, hop_id, partner_code, partner_name, issued_on, state)
  SELECT 'out', 'petition', new.from_agency, new.id, t.code, t.name, new.sent_on, 'waiting'
    FROM app.axis_partner x JOIN app.agency t ON t.id = x.agency_id JOIN app.petition p ON p.id = new.petition_id
   WHERE x.agency_id = new.to_agency AND p.visible_to IS NULL AND p.type NOT IN ('denunciation', 'mixed')
  RETURNING id INTO m;
  IF m IS NOT NULL THEN
    INSERT INTO app.effect (kind, payload) VALUES ('axis.send', jsonb_build_object('messageId', m));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER petition_hop_over_axis AFTER INSERT ON app.petition_hop FOR EACH ROW EXECUTE FUNCTION app.hop_over_axis();

-- The sending act was corrected: what has not gone stays, what has gone is asked back (13).
CREATE FUNCTION app.hop_back_from_axis() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  m app.axis_message;
  s uuid;
BEGIN
  UPDATE app.axis_message SET state = 'withdrawn', settled_at = now() WHERE hop_id = new.id AND state IN ('waiting', 'error', 'sent') RETURNING * INTO m;
  IF m.id IS NOT NULL AND m.sent_at IS NOT NULL THEN
    INSERT INTO app.axis_message (direction, kind, agency_id, answers, partner_code, partner_name, state, status_code)
    VALUES ('out', 'status', m.agency_id, m.id, m.partner_code, m.partner_name, 'waiting', '13') RETURNING id INTO s;
    INSERT INTO app.effect (kind, payload) VALUES ('axis.send', jsonb_build_object('messageId', s));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER petition_hop_back_from_axis AFTER UPDATE OF withdrawn_at ON app.petition_hop
  FOR EACH ROW WHEN (old.withdrawn_at IS NULL AND new.withdrawn_at IS NOT NULL) EXECUTE FUNCTION app.hop_back_from_axis();

-- What a message says, read when it is sent. Null where it is not to be sent (any more).
CREATE FUNCTION app.axis_letter(p_message uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('id', m.id, 'kind', m.kind, 'partner', jsonb_build_object('id', m.partner_code, 'name', m.partner_name),
           'ours', jsonb_build_object('id', a.code, 'name', a.name), 'statusCode', m.status_code, 'refusal', m.refusal,
           'answers', CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('documentId', r.document_id, 'number', r.number, 'issuedOn', r.issued_on,
                        'organ', CASE r.direction WHEN 'in' THEN jsonb_build_object('id', r.partner_code, 'name', r.partner_name)
                                                  ELSE jsonb_build_object('id', a.code, 'name', a.name) END) END,
           'createdAt', m.created_at,
           'hop', CASE WHEN h.id IS NOT NULL THEN jsonb_build_object('hop', h.hop, 'sentOn', h.sent_on, 'receivedOn', h.received_on,
                    'number', coalesce((SELECT x.text FROM app.event_text x WHERE x.event_id = h.event_id AND x.field = 'documentNumber'), left(h.id::text, 8)),
                    'chain', (SELECT coalesce(jsonb_agg(g.code ORDER BY o.at), '[]') FROM unnest(h.chain) WITH ORDINALITY o(agency, at) JOIN app.agency g ON g.id = o.agency),
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

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['national_package','national_item','national_record','axis_partner','axis_message','interchange_refusal'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON app.%I TO nghedan_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON app.%I TO nghedan_worker USING (true) WITH CHECK (true)', t);
  END LOOP;
  -- A record is seen by who sees what it is about.
  FOREACH t IN ARRAY ARRAY['national_item','national_record'] LOOP
    EXECUTE format($p$CREATE POLICY app_scope ON app.%I TO nghedan_app
      USING (CASE kind WHEN 'case' THEN EXISTS (SELECT FROM app.case_file c WHERE c.id = subject_id)
                       ELSE EXISTS (SELECT FROM app.reception_visit v WHERE v.id = subject_id) END)
      WITH CHECK (true)$p$, t);
  END LOOP;
END $$;
-- A package is seen by who made it or sees something in it.
CREATE POLICY app_scope ON app.national_package TO nghedan_app
  USING (made_by = (SELECT app.user_id()) OR EXISTS (SELECT FROM app.national_item i WHERE i.package_id = id)) WITH CHECK (true);
CREATE POLICY app_read ON app.axis_partner FOR SELECT TO nghedan_app USING (true);
CREATE POLICY app_write ON app.axis_partner TO nghedan_app
  USING (agency_id = ANY ((SELECT app.agencies())::int[])) WITH CHECK (agency_id = ANY ((SELECT app.agencies())::int[]));
CREATE POLICY app_scope ON app.axis_message TO nghedan_app
  USING (agency_id = ANY ((SELECT app.agencies())::int[])) WITH CHECK (agency_id = ANY ((SELECT app.agencies())::int[]));
CREATE POLICY app_read ON app.interchange_refusal FOR SELECT TO nghedan_app USING (true);
CREATE POLICY app_insert ON app.interchange_refusal FOR INSERT TO nghedan_app WITH CHECK (true);

GRANT SELECT ON app.national_subject TO nghedan_app, nghedan_worker;
GRANT SELECT, INSERT, UPDATE ON app.national_package, app.national_item, app.national_record, app.axis_message TO nghedan_app, nghedan_worker;
GRANT SELECT, INSERT, DELETE ON app.axis_partner TO nghedan_app;
GRANT SELECT ON app.axis_partner TO nghedan_worker;
GRANT SELECT, INSERT ON app.interchange_refusal TO nghedan_app, nghedan_worker;
-- The receiver's book is outside: its answer stands where a desk of this system would have written its own.
GRANT UPDATE (acknowledged_on) ON app.petition_hop TO nghedan_app, nghedan_worker;
REVOKE EXECUTE ON FUNCTION app.hop_over_axis, app.hop_back_from_axis, app.axis_letter FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.axis_letter TO nghedan_worker;
