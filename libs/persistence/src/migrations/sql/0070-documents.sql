-- Papers of case files: drafts, the three acts (submitting, approving, signing), official numbers, stored copies, sending
-- slips and the templates of agencies. What is typed or frozen is always sealed: a paper repeats identities.

CREATE TABLE app.document_template (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  agency_id int NOT NULL REFERENCES app.agency,
  form text NOT NULL,
  form_from date NOT NULL,           -- version of the form it was made for
  valid_from date NOT NULL,
  blob_key text NOT NULL,
  sha256 bytea NOT NULL,
  size_bytes bigint NOT NULL,
  uploaded_by int NOT NULL REFERENCES app.app_user,
  uploaded_at timestamptz NOT NULL,
  withdrawn_at timestamptz
);
CREATE INDEX document_template_choice ON app.document_template (agency_id, form, form_from, valid_from DESC);

CREATE TABLE app.paper (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  case_id uuid NOT NULL REFERENCES app.case_file,
  agency_id int NOT NULL REFERENCES app.agency,
  form text NOT NULL,
  form_from date NOT NULL,
  size text NOT NULL CHECK (size IN ('A4', 'A5')),
  task_id uuid,                      -- drafting task it fulfils
  ordered_by uuid,                   -- event that ordered it
  template_id uuid REFERENCES app.document_template, -- frozen with the signature; null: the standard one
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'signed', 'issued', 'voided')),
  rev int NOT NULL DEFAULT 1,
  sealed bytea NOT NULL,             -- typed words, comments, and from the signature on every value of the paper
  sealed_key bytea NOT NULL,
  drafted_by int NOT NULL REFERENCES app.app_user,
  drafted_at timestamptz NOT NULL,
  submitted_by int REFERENCES app.app_user,
  submitted_at timestamptz,
  approved_by int REFERENCES app.app_user,
  approved_at timestamptz,
  signed_by int REFERENCES app.app_user,
  signed_at timestamptz,
  capacity text CHECK (capacity IN ('self', 'TM', 'KT', 'TL', 'TUQ', 'Q')),
  issued_by int REFERENCES app.app_user,
  issued_at timestamptz,
  issued_on date,                    -- day on the paper
  number_year int,
  number_kind text,                  -- TB, QĐ …; empty for official letters
  number_seq int,                    -- null where it was typed in from the document system
  number_label text,                 -- as printed: 15/TB-UBND
  voided_by int REFERENCES app.app_user,
  voided_at timestamptz,
  UNIQUE (agency_id, number_year, number_kind, number_label),
  CHECK ((state = 'issued') <= (issued_on IS NOT NULL)),
  CHECK ((number_label IS NULL) = (number_kind IS NULL))
);
CREATE UNIQUE INDEX paper_sequence ON app.paper (agency_id, number_year, number_kind, number_seq) WHERE number_seq IS NOT NULL;
CREATE INDEX paper_case ON app.paper (case_id);
CREATE INDEX paper_register ON app.paper (agency_id, number_year, issued_on, id) WHERE number_label IS NOT NULL;

-- Copies that never change: the Word file as issued, its PDF, and the signed PDF as uploaded. The blob is sealed.
CREATE TABLE app.paper_content (
  paper_id uuid NOT NULL REFERENCES app.paper,
  kind text NOT NULL CHECK (kind IN ('docx', 'pdf', 'signed')),
  blob_key text NOT NULL,
  sha256 bytea NOT NULL,             -- of the plain bytes
  size_bytes bigint NOT NULL,
  pages int,
  made_from text NOT NULL CHECK (made_from IN ('template', 'document', 'standard', 'upload')),
  signature jsonb,                   -- of an uploaded PDF: how many signature fields, and whether they cover the file
  bytes_key bytea NOT NULL,
  created_by int NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (paper_id, kind)
);

CREATE TABLE app.paper_slip (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  paper_id uuid NOT NULL REFERENCES app.paper,
  addressee text NOT NULL,
  sealed bytea NOT NULL,             -- recipient's name and address, proof of delivery
  sealed_key bytea NOT NULL,
  channel text NOT NULL CHECK (channel IN ('handover', 'post', 'electronic', 'posting', 'internal')),
  sent_on date,
  delivered_on date,
  created_by int NOT NULL REFERENCES app.app_user,
  created_at timestamptz NOT NULL
);
CREATE INDEX paper_slip_paper ON app.paper_slip (paper_id);

-- Pages of what lies in the file, where an officer has counted them (bút lục).
CREATE TABLE app.file_page (
  case_id uuid NOT NULL REFERENCES app.case_file,
  ref uuid NOT NULL,
  pages int NOT NULL CHECK (pages BETWEEN 0 AND 5000),
  PRIMARY KEY (case_id, ref)
);

GRANT SELECT ON app.document_template, app.paper, app.paper_content, app.paper_slip, app.file_page TO nghedan_app, nghedan_worker;
GRANT INSERT, UPDATE ON app.document_template, app.paper, app.paper_slip, app.file_page TO nghedan_app;
GRANT INSERT ON app.paper_content TO nghedan_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['document_template', 'paper', 'paper_content', 'paper_slip', 'file_page'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON app.%I TO nghedan_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker_all ON app.%I TO nghedan_worker USING (true) WITH CHECK (true)', t);
  END LOOP;
  -- What hangs on a case is seen by who sees the case, what hangs on a paper by who sees the paper; so is what may be written.
  FOREACH t IN ARRAY ARRAY['paper', 'file_page'] LOOP
    EXECUTE format('CREATE POLICY app_scope ON app.%I TO nghedan_app USING (EXISTS (SELECT 1 FROM app.case_file c WHERE c.id = case_id))
      WITH CHECK (EXISTS (SELECT 1 FROM app.case_file c WHERE c.id = case_id))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['paper_content', 'paper_slip'] LOOP
    EXECUTE format('CREATE POLICY app_scope ON app.%I TO nghedan_app USING (EXISTS (SELECT 1 FROM app.paper p WHERE p.id = paper_id))
      WITH CHECK (EXISTS (SELECT 1 FROM app.paper p WHERE p.id = paper_id))', t);
  END LOOP;
  CREATE POLICY app_scope ON app.document_template TO nghedan_app
    USING (agency_id = ANY ((SELECT app.agencies())::int[])) WITH CHECK (agency_id = ANY ((SELECT app.agencies())::int[]));
END $$;

-- The register of issued papers (sổ văn bản đi) has no hole: of a paper whose file the asker does not see it says the number
-- and the day and nothing else. Scope: agencies of the actor.
CREATE FUNCTION app.issued_papers(p_agency int, p_year int)
RETURNS TABLE (id uuid, case_id uuid, form text, number_label text, number_kind text, number_seq int, issued_on date, state text, signed_by_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT CASE WHEN s.seen THEN p.id END, CASE WHEN s.seen THEN p.case_id END, CASE WHEN s.seen THEN p.form END,
         p.number_label, p.number_kind, p.number_seq, p.issued_on, p.state, CASE WHEN s.seen THEN u.full_name END
    FROM app.paper p
    JOIN app.case_file c ON c.id = p.case_id
    LEFT JOIN app.app_user u ON u.id = p.signed_by
    CROSS JOIN LATERAL (
      SELECT CASE WHEN c.visible_to IS NULL THEN c.agency_id = ANY (app.agencies()) ELSE app.user_id() = ANY (c.visible_to) END AS seen
    ) s
   WHERE p.agency_id = p_agency AND p.number_year = p_year AND p.number_label IS NOT NULL AND p_agency = ANY (app.agencies())
   ORDER BY p.issued_on, p.number_kind, p.number_seq NULLS LAST, p.id
$$;
REVOKE ALL ON FUNCTION app.issued_papers(int, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.issued_papers(int, int) TO nghedan_app;
