import type { FrozenRow } from '#libs/reporting';
import { statement } from '../query.js';

/** A snapshot with its issue and what replaced it. */
export const REPORT = `
  SELECT s.id, s.pack_id AS "packId", s.form_id AS "formId", s.form_code AS "formCode", s.form_title AS "formTitle", s.circular,
         s.agency_id AS "agencyId", s.from_on AS "from", s.to_on AS "to", s.known_at AS "knownAt", s.hash, s.made_for AS "madeFor",
         m.full_name AS "madeForName", s.made_at AS "madeAt", n.snapshot_id AS "replacedBy",
         CASE WHEN i.id IS NULL THEN NULL ELSE jsonb_build_object('id', i.id, 'number', i.number, 'year', i.year, 'revision', i.revision,
           'replaces', i.replaces, 'reason', i.reason, 'issuedByName', w.full_name,
           'issuedAt', to_char(i.issued_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) END AS issue
    FROM app.report_snapshot s JOIN app.app_user m ON m.id = s.made_for
    LEFT JOIN app.report_issue i ON i.snapshot_id = s.id LEFT JOIN app.app_user w ON w.id = i.issued_by
    LEFT JOIN app.report_issue n ON n.replaces = i.id`;

export const BY_ADDRESS = `
  SELECT i.id, i.snapshot_id AS "snapshotId", i.number, i.year, i.revision, i.replaces, i.reason, w.full_name AS "issuedByName", i.issued_at AS "issuedAt",
         EXISTS (SELECT FROM app.report_snapshot s WHERE s.id = i.snapshot_id) AS shown
    FROM app.report_issue i JOIN app.app_user w ON w.id = i.issued_by
   WHERE i.form_id = $1 AND i.agency_id = $2 AND i.from_on = $3 AND i.to_on = $4 ORDER BY i.revision DESC LIMIT 1`;

export const ADD_SNAPSHOT = statement<object>(
  'issued.addSnapshot',
  `INSERT INTO app.report_snapshot (id, pack_id, form_id, form_code, form_title, circular, agency_id, province_id, from_on, to_on, known_at, body,
     hash, shielded, sight, made_for, made_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, app.business_now())`,
);
export const ADD_LISTS = statement<object>(
  'issued.addList',
  'INSERT INTO app.report_list (snapshot_id, hash, ids, weights) VALUES ($1, $2, $3, $4)',
);
export const ADD_ISSUE = statement<{ id: string; number: number; year: number; revision: number }>(
  'issued.addIssue',
  `INSERT INTO app.report_issue (snapshot_id, form_id, agency_id, from_on, to_on, year, number, revision, replaces, reason, issued_by, issued_at)
   SELECT $1, $2, $3::int, $4, $5, y.year, app.report_number($3::int, y.year), $6, $7, $8, app.user_id(), app.business_now()
     FROM (SELECT extract(year FROM app.business_today())::int AS year) y
   RETURNING id, number, year, revision`,
);

/** Ids with what the actor may see of them: a petition, a file, a visit or a session; else nothing but the id. */
const shown = (ids: string): string => `
  SELECT x.id, coalesce(x.weight, 1) AS weight, CASE WHEN p.id IS NOT NULL THEN 'petition' WHEN c.id IS NOT NULL THEN 'case' WHEN v.id IS NOT NULL THEN 'visit' ELSE 'session' END AS kind,
         coalesce(p.id, c.petition_id) AS "petitionId", coalesce(c.id, p.case_file_id) AS "caseFileId", v.id AS "visitId",
         coalesce(p.register_label, q.register_label, v.register_number || '/' || v.register_year, s.starts_at || ' ' || to_char(s.held_on, 'DD/MM/YYYY')) AS "registerLabel",
         coalesce(p.agency_id, c.agency_id, v.agency_id, s.agency_id) AS "agencyId", coalesce(p.received_on, c.received_on, v.visited_on, s.held_on) AS "receivedOn"
    FROM ${ids}
    LEFT JOIN app.petition p ON p.id = x.id LEFT JOIN app.case_file c ON c.id = x.id LEFT JOIN app.petition q ON q.id = c.petition_id
    LEFT JOIN app.reception_visit v ON v.id = x.id LEFT JOIN app.reception_session s ON s.id = x.id`;
type MaybeRow = Omit<FrozenRow, 'registerLabel'> & { readonly registerLabel: string | null };

export const LIST_ROWS = statement<MaybeRow>(
  'issued.rows',
  `${shown('app.report_list l CROSS JOIN LATERAL unnest(l.ids, l.weights) WITH ORDINALITY AS x(id, weight, place)')}
   WHERE l.snapshot_id = $1 AND l.hash = $2 ORDER BY x.place`,
);
export const LABELS = statement<MaybeRow>('issued.labels', shown('(SELECT unnest($1::uuid[]) AS id, 1 AS weight) x'));
