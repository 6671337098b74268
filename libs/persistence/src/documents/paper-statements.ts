import type {
  Colleague,
  DraftingTask,
  FiledItem,
  PaperCase,
  PaperContent,
  PaperRow,
  RegisterLine,
  SlipRow,
  TemplateRow,
  UnfinishedPaper,
} from '#libs/documents';
import { statement } from '../query.js';

export const CASE = statement<PaperCase>(
  'paper.case',
  `SELECT c.id, c.agency_id AS "agencyId", a.level AS "agencyLevel", c.procedure, c.visible_to IS NOT NULL AS protected
     FROM app.case_file c JOIN app.agency a ON a.id = c.agency_id WHERE c.id = $1`,
);
export const TASKS = statement<DraftingTask>(
  'paper.tasks',
  `SELECT t.id, substr(t.kind, 7) AS form, e.event_id AS "orderedBy" FROM app.task t LEFT JOIN app.effect e ON e.id = t.source_id
    WHERE t.case_id = $1 AND t.done_at IS NULL AND t.kind LIKE 'issue:%' ORDER BY t.created_at, t.id`,
);
export const COLLEAGUE = statement<Colleague>(
  'paper.colleague',
  `SELECT full_name AS "fullName", title, roles FROM app.app_user WHERE id = $1`,
);

const PAPER = `id, case_id AS "caseFileId", agency_id AS "agencyId", form, form_from AS "formFrom", size, task_id AS "taskId", ordered_by AS "orderedBy",
  template_id AS "templateId", state, rev, sealed, sealed_key AS "sealedKey", drafted_by AS "draftedBy", submitted_by AS "submittedBy",
  approved_by AS "approvedBy", signed_by AS "signedBy", capacity, issued_on AS "issuedOn", number_label AS "numberLabel",
  number_year AS "numberYear", number_kind AS "numberKind", number_seq AS "numberSeq"`;
export const INSERT = statement<object>(
  'paper.insert',
  `INSERT INTO app.paper (id, case_id, agency_id, form, form_from, size, task_id, ordered_by, sealed, sealed_key, drafted_by, drafted_at, state)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, app.business_now(), 'draft')`,
);
export const FIND = statement<PaperRow>('paper.find', `SELECT ${PAPER} FROM app.paper WHERE id = $1`);
export const FIND_LOCKED = statement<PaperRow>(
  'paper.find-locked',
  `SELECT ${PAPER} FROM app.paper WHERE id = $1 FOR UPDATE`,
);
export const OF_CASE = statement<PaperRow>(
  'paper.of-case',
  `SELECT ${PAPER} FROM app.paper WHERE case_id = $1 ORDER BY drafted_at, id`,
);
export const UNFINISHED = statement<UnfinishedPaper>(
  'paper.unfinished',
  `SELECT ${PAPER.replaceAll(/(^|,\s*)(\w)/g, '$1p.$2')}, o.register_label AS "registerLabel", c.procedure, c.procedure_version AS "procedureVersion", u.full_name AS "draftedByName",
          (coalesce(p.signed_at, p.approved_at, p.submitted_at, p.drafted_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS since
     FROM app.paper p JOIN app.case_file c ON c.id = p.case_id JOIN app.petition o ON o.id = c.petition_id
     JOIN app.app_user u ON u.id = p.drafted_by
    WHERE (p.state IN ('submitted', 'approved', 'signed') OR p.state = 'draft' AND p.drafted_by = $1)
      AND (c.agency_id = $2 OR c.visible_to @> ARRAY[$1]::int[])
    ORDER BY p.drafted_at, p.id LIMIT $3 OFFSET $4`,
);
export const TAKE_NUMBER = statement<{ last: number }>(
  'paper.take-number',
  `INSERT INTO app.register_counter (agency_id, year, series, last_number) VALUES ($1, $2, $3, 1)
   ON CONFLICT (agency_id, year, series) DO UPDATE SET last_number = register_counter.last_number + 1 RETURNING last_number AS last`,
);
export const NUMBER_TAKEN = statement<{ taken: boolean }>(
  'paper.number-taken',
  `SELECT EXISTS (SELECT FROM app.issued_papers($1, $2) r WHERE r.number_kind = $3 AND r.number_label = $4) AS taken`,
);
export const CLOSE_TASK = statement<object>(
  'paper.close-task',
  `UPDATE app.task SET done_at = app.business_now(), done_by = $2 WHERE id = $1 AND done_at IS NULL`,
);
export const REGISTER = statement<RegisterLine>(
  'paper.register',
  `SELECT id, case_id AS "caseFileId", form, number_label AS "numberLabel", number_kind AS "numberKind", number_seq AS "numberSeq",
          issued_on AS "issuedOn", state, signed_by_name AS "signedByName"
     FROM app.issued_papers($1, $2)`,
);

export const CONTENTS = statement<PaperContent>(
  'paper.contents',
  `SELECT paper_id AS "paperId", kind, blob_key AS "blobKey", sha256, size_bytes::int AS "sizeBytes", pages, made_from AS "madeFrom", signature,
          bytes_key AS "bytesKey" FROM app.paper_content WHERE paper_id = $1`,
);
export const KEEP = statement<{ kind: string }>(
  'paper.keep',
  `INSERT INTO app.paper_content (paper_id, kind, blob_key, sha256, size_bytes, pages, made_from, signature, bytes_key, created_by, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, app.business_now()) ON CONFLICT DO NOTHING RETURNING kind`,
);
export const SLIPS = statement<SlipRow>(
  'paper.slips',
  `SELECT id, paper_id AS "paperId", addressee, sealed, sealed_key AS "sealedKey", channel, sent_on AS "sentOn", delivered_on AS "deliveredOn"
     FROM app.paper_slip WHERE paper_id = $1 ORDER BY created_at, id`,
);
export const PUT_SLIP = statement<object>(
  'paper.put-slip',
  `INSERT INTO app.paper_slip (id, paper_id, addressee, sealed, sealed_key, channel, sent_on, delivered_on, created_by, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, app.business_now())
   ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed, sealed_key = excluded.sealed_key, channel = excluded.channel,
     sent_on = excluded.sent_on, delivered_on = excluded.delivered_on WHERE paper_slip.paper_id = excluded.paper_id`,
);

export const TEMPLATES = statement<TemplateRow>(
  'paper.templates',
  `SELECT t.id, t.agency_id AS "agencyId", t.form, t.form_from AS "formFrom", t.valid_from AS "validFrom", t.blob_key AS "blobKey", t.sha256,
          t.size_bytes::int AS "sizeBytes", u.full_name AS "uploadedByName"
     FROM app.document_template t JOIN app.app_user u ON u.id = t.uploaded_by
    WHERE t.agency_id = $1 AND t.withdrawn_at IS NULL ORDER BY t.form, t.valid_from, t.id`,
);
export const ADD_TEMPLATE = statement<object>(
  'paper.add-template',
  `INSERT INTO app.document_template (id, agency_id, form, form_from, valid_from, blob_key, sha256, size_bytes, uploaded_by, uploaded_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, app.business_now())`,
);

export const FILED = statement<FiledItem>(
  'paper.filed',
  `SELECT x.ref, x.kind, x.form, x.number, x.date, coalesce(g.pages, x.pages, 1)::int AS pages FROM (
     SELECT t.id AS ref, 'attachment' AS kind, NULL AS form, NULL AS number, (t.uploaded_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS date, NULL::int AS pages
       FROM app.case_file c JOIN app.attachment t ON t.petition_id = c.petition_id WHERE c.id = $1
     UNION ALL
     SELECT p.id, 'paper', p.form, p.number_label, p.issued_on,
            (SELECT max(k.pages) FROM app.paper_content k WHERE k.paper_id = p.id AND k.kind <> 'docx')
       FROM app.paper p WHERE p.case_id = $1 AND p.state = 'issued'
   ) x LEFT JOIN app.file_page g ON g.case_id = $1 AND g.ref = x.ref
   ORDER BY x.date NULLS FIRST, x.kind, x.ref`,
);
export const COUNT_PAGES = statement<object>(
  'paper.count-pages',
  `INSERT INTO app.file_page (case_id, ref, pages) SELECT $1, n.ref, n.pages FROM unnest($2::uuid[], $3::int[]) AS n(ref, pages)
   ON CONFLICT (case_id, ref) DO UPDATE SET pages = excluded.pages`,
);
export const ANSWERED = statement<{ hash: Buffer; paperId: string }>(
  'paper.answered',
  `SELECT request_hash AS hash, answer ->> 'paperId' AS "paperId" FROM app.idempotency WHERE actor_id = $1 AND key = $2`,
);
export const ANSWER = statement<object>(
  'paper.answer',
  `INSERT INTO app.idempotency (actor_id, key, request_hash, status, answer) VALUES ($1, $2, $3, 201, $4::jsonb) ON CONFLICT DO NOTHING RETURNING key`,
);
