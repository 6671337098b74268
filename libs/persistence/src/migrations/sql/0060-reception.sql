-- Citizen reception: schedules, sessions, visits. Sessions and visits are chained in app.case_event like case files are, under
-- their own ids; what is personal lives in reception_person, in reception_visit.summary and in reception_receipt.items, sealed
-- for denunciations.

CREATE TABLE app.reception_schedule (
  id uuid PRIMARY KEY,
  shard_id smallint NOT NULL DEFAULT 0,
  agency_id int NOT NULL REFERENCES app.agency,
  province_id int NOT NULL,
  visible_to int[],
  from_on date NOT NULL,
  to_on date NOT NULL,
  regular_hours text NOT NULL,       -- thời gian tiếp công dân thường xuyên (LTCD Đ.24 k2b)
  place text NOT NULL,
  created_by int NOT NULL REFERENCES app.app_user,
  created_at timestamptz NOT NULL,   -- business clock
  CHECK (to_on >= from_on)
);
CREATE INDEX reception_schedule_agency ON app.reception_schedule (agency_id, from_on DESC, id DESC);

CREATE TABLE app.reception_session (
  id uuid PRIMARY KEY,
  shard_id smallint NOT NULL DEFAULT 0,
  agency_id int NOT NULL REFERENCES app.agency,
  province_id int NOT NULL,
  visible_to int[],
  schedule_id uuid REFERENCES app.reception_schedule,
  kind text NOT NULL CHECK (kind IN ('regular', 'periodic', 'unscheduled', 'dialogue')),
  mode text NOT NULL CHECK (mode IN ('inPerson', 'online')),
  leader_id int REFERENCES app.app_user, -- whose day it is; null for the desk
  hosted_by int REFERENCES app.app_user, -- who received
  held_on date NOT NULL,
  starts_at text NOT NULL,
  ends_at text,
  place text NOT NULL,
  attendees text,
  topics text,
  procedure_version int NOT NULL,
  state jsonb NOT NULL,
  stage text NOT NULL,
  context jsonb NOT NULL DEFAULT '{}',
  known_facts jsonb NOT NULL DEFAULT '{}',
  papers jsonb NOT NULL DEFAULT '[]',
  rev int NOT NULL DEFAULT 1,
  seq int NOT NULL,
  head_hash bytea NOT NULL,
  opened_on date NOT NULL,
  last_event_on date NOT NULL,
  closed_on date,
  outcome text,
  created_by int NOT NULL REFERENCES app.app_user
);
CREATE INDEX reception_session_agency ON app.reception_session (agency_id, held_on DESC, id DESC);
CREATE INDEX reception_session_schedule ON app.reception_session (schedule_id) WHERE schedule_id IS NOT NULL;

CREATE TABLE app.reception_visit (
  id uuid PRIMARY KEY,
  shard_id smallint NOT NULL DEFAULT 0,
  session_id uuid NOT NULL REFERENCES app.reception_session,
  agency_id int NOT NULL REFERENCES app.agency,
  province_id int NOT NULL,
  visible_to int[],                  -- null: agency subtree; a denunciation: exactly these users
  register_year int NOT NULL,
  register_series text NOT NULL CHECK (register_series IN ('reception', 'reception-sealed')),
  register_number int NOT NULL,
  visited_on date NOT NULL,
  type text NOT NULL CHECK (type IN ('complaint', 'denunciation', 'feedback', 'mixed', 'other')),
  summary text,                      -- null when sealed
  prior_resolution text,             -- cột 8
  group_size int NOT NULL CHECK (group_size >= 1),
  same_matter_count int NOT NULL DEFAULT 1, -- cột 7
  police_asked boolean NOT NULL DEFAULT false,
  within_competence boolean,         -- cột 9
  outcome text CHECK (outcome IN ('guided', 'petitionRegistered', 'transferred', 'reported', 'explained', 'answered', 'refused')),
  outcome_on date,
  sent_to text,                      -- cột 10, 11: body guided or transferred to
  document_number text,              -- of the guidance slip or the transfer
  refusal_ground text,
  refusal_basis text,                -- number of the paper the ground rests on
  notice_number text,
  noticed_on date,
  reply_content text CHECK (reply_content IN ('accepted', 'needsTime', 'notAccepted', 'transferred')),
  reply_form text CHECK (reply_form IN ('direct', 'written')),
  reply_number text,
  replied_on date,
  petition_id uuid REFERENCES app.petition,
  result_note text,                  -- cột 12
  note text,                         -- cột 13
  denounces_head boolean NOT NULL DEFAULT false,
  papers jsonb NOT NULL DEFAULT '[]',
  sealed bytea,
  sealed_key bytea,
  receptionist_id int NOT NULL REFERENCES app.app_user,
  rev int NOT NULL DEFAULT 1,
  seq int NOT NULL,
  head_hash bytea NOT NULL,
  UNIQUE (agency_id, register_year, register_series, register_number),
  CHECK (type NOT IN ('denunciation', 'mixed') OR (summary IS NULL AND prior_resolution IS NULL AND sent_to IS NULL AND result_note IS NULL AND note IS NULL AND visible_to IS NOT NULL))
);
CREATE INDEX reception_visit_session ON app.reception_visit (session_id, register_number);
CREATE INDEX reception_visit_register ON app.reception_visit (agency_id, visited_on, id);
CREATE INDEX reception_visit_petition ON app.reception_visit (petition_id) WHERE petition_id IS NOT NULL;

CREATE TABLE app.reception_person (
  id uuid PRIMARY KEY,
  visit_id uuid NOT NULL REFERENCES app.reception_visit,
  agency_id int NOT NULL,
  province_id int NOT NULL,
  visible_to int[],
  ordinal int NOT NULL,
  role text NOT NULL CHECK (role IN ('visitor', 'representative', 'authorized', 'lawyer')),
  full_name text,
  address text,
  personal_id text,
  personal_id_kind text,
  phone text,
  id_index bytea,
  sealed bytea,
  sealed_key bytea,
  UNIQUE (visit_id, ordinal)
);
CREATE INDEX reception_person_id_index ON app.reception_person (id_index) WHERE id_index IS NOT NULL;

-- Giấy biên nhận thông tin, tài liệu (02/TCD).
CREATE TABLE app.reception_receipt (
  id uuid PRIMARY KEY,
  visit_id uuid NOT NULL REFERENCES app.reception_visit,
  agency_id int NOT NULL,
  province_id int NOT NULL,
  visible_to int[],
  received_at timestamptz NOT NULL,
  received_by int NOT NULL REFERENCES app.app_user,
  copies int NOT NULL,
  items jsonb,                       -- name, pages, condition; null when sealed
  sealed bytea,
  sealed_key bytea
);
CREATE INDEX reception_receipt_visit ON app.reception_receipt (visit_id);

CREATE TABLE app.reception_deadline (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES app.reception_session,
  visit_id uuid REFERENCES app.reception_visit,
  agency_id int NOT NULL,
  province_id int NOT NULL,
  visible_to int[],
  rule_id text NOT NULL,
  rule_version text NOT NULL,
  citation text NOT NULL,
  start_on date NOT NULL,
  due_on date NOT NULL,
  calendar_version text NOT NULL,
  state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'met', 'metLate', 'void')),
  closed_on date
);
CREATE INDEX reception_deadline_session ON app.reception_deadline (session_id);
CREATE INDEX reception_deadline_visit ON app.reception_deadline (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX reception_deadline_open ON app.reception_deadline (agency_id, due_on, id) WHERE state = 'running';

-- What a conclusion orders: who does what until when (NĐ154 Đ.25 k2).
CREATE TABLE app.reception_task (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES app.reception_session,
  agency_id int NOT NULL,
  province_id int NOT NULL,
  visible_to int[],
  content text NOT NULL,
  body text NOT NULL,                -- cơ quan, đơn vị thực hiện
  contact text,                      -- người cần liên hệ để biết kết quả (NĐ154 Đ.25 k3)
  due_on date NOT NULL,
  follow_up_on date,
  done_on date,
  result text,
  created_by int NOT NULL REFERENCES app.app_user
);
CREATE INDEX reception_task_session ON app.reception_task (session_id);
CREATE INDEX reception_task_open ON app.reception_task (agency_id, due_on, id) WHERE done_on IS NULL;

CREATE TABLE app.reception_attendance (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES app.reception_session,
  agency_id int NOT NULL,
  province_id int NOT NULL,
  visible_to int[],
  party text NOT NULL CHECK (party IN ('leader', 'body', 'citizens', 'witness', 'other')),
  name text NOT NULL,                -- body or official; of citizens only how many
  people int NOT NULL CHECK (people >= 0),
  present boolean NOT NULL
);
CREATE INDEX reception_attendance_session ON app.reception_attendance (session_id);

CREATE TABLE app.reception_opinion (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES app.reception_session,
  agency_id int NOT NULL,
  province_id int NOT NULL,
  visible_to int[],
  ordinal int NOT NULL,
  content text NOT NULL,
  field text,
  answer text,
  answered_on date,
  answered_by int REFERENCES app.app_user,
  answer_due_on date,
  UNIQUE (session_id, ordinal)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['reception_schedule','reception_session','reception_visit','reception_person','reception_receipt','reception_deadline',
                           'reception_task','reception_attendance','reception_opinion'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON app.%I TO nghedan_app, nghedan_worker', t);
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON app.%I TO nghedan_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON app.%I TO nghedan_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format($p$CREATE POLICY app_scope ON app.%I TO nghedan_app
      USING (CASE WHEN visible_to IS NULL THEN agency_id = ANY ((SELECT app.agencies())::int[])
                  ELSE (SELECT app.user_id()) = ANY (visible_to) END)
      WITH CHECK (CASE WHEN visible_to IS NULL THEN agency_id = ANY ((SELECT app.agencies())::int[])
                       ELSE (SELECT app.user_id()) = ANY (visible_to) END)$p$, t);
  END LOOP;
  -- The ledger of a session or visit is seen by who sees it.
  FOREACH t IN ARRAY ARRAY['case_event','event_text'] LOOP
    EXECUTE format('CREATE POLICY app_read_reception ON app.%I FOR SELECT TO nghedan_app
      USING (EXISTS (SELECT 1 FROM app.reception_session s WHERE s.id = case_id)
          OR EXISTS (SELECT 1 FROM app.reception_visit v WHERE v.id = case_id))', t);
  END LOOP;
END $$;
