import type { Finding, FindingForHead, InspectionList, ListedRow } from '#libs/reporting';
import { statement } from '../query.js';

/** Of a sample ($1) or of a frozen list ($2). */
export const FINDINGS = statement<Finding>(
  'inspection.findings',
  `SELECT f.id, f.case_id AS "caseId", f.kind, f.verdict, f.note, u.full_name AS "notedByName", f.noted_at AS "notedAt", f.corrects,
          EXISTS (SELECT FROM app.inspection_finding n WHERE n.corrects = f.id) AS corrected
     FROM app.inspection_finding f JOIN app.app_user u ON u.id = f.noted_by
    WHERE f.sample_id = $1::uuid OR f.list_id = $2::uuid ORDER BY f.noted_at, f.id`,
);
/** What it corrects is a finding of the same case in the same place that nobody has corrected yet. */
export const NOTE = statement<{ id: string }>(
  'inspection.note',
  `INSERT INTO app.inspection_finding (id, sample_id, list_id, case_id, kind, verdict, note, corrects, noted_by, noted_at)
   SELECT $1, $2::uuid, $3::uuid, c.id, $5, $6, $7, $8::uuid, $9, app.business_now() FROM app.case_file c
    WHERE c.id = $4
      AND ($2::uuid IS NULL OR EXISTS (SELECT FROM app.inspection_sample_case k WHERE k.sample_id = $2 AND k.case_id = c.id))
      AND ($3::uuid IS NULL OR EXISTS (SELECT FROM app.inspection_list l WHERE l.id = $3 AND (c.id = ANY (l.ids) OR c.petition_id = ANY (l.ids))))
      AND ($8::uuid IS NULL OR EXISTS (
        SELECT FROM app.inspection_finding f WHERE f.id = $8 AND f.case_id = c.id AND f.sample_id IS NOT DISTINCT FROM $2::uuid
           AND f.list_id IS NOT DISTINCT FROM $3::uuid AND NOT EXISTS (SELECT FROM app.inspection_finding n WHERE n.corrects = f.id)))
   ON CONFLICT (corrects) DO NOTHING RETURNING id`,
);
export const FOR_HEAD = statement<FindingForHead>(
  'inspection.forHead',
  `SELECT id, case_id AS "caseId", register_label AS "registerLabel", agency_id AS "agencyId", kind, verdict, note, noted_by_name AS "notedByName",
          noted_at AS "notedAt", corrects, corrected, inspection_name AS "inspectionName" FROM app.findings_for_head()`,
);
const LIST = `
  SELECT l.id, l.inspection_id AS "inspectionId", l.address, l.title, l.unit, l.value, l.hash, cardinality(l.ids) AS count, u.full_name AS "frozenByName",
         l.frozen_at AS "frozenAt", (SELECT count(*) FROM app.inspection_finding f WHERE f.list_id = l.id) AS findings
    FROM app.inspection_list l JOIN app.app_user u ON u.id = l.frozen_by`;
export const LISTS = statement<InspectionList>(
  'inspection.lists',
  `${LIST} WHERE l.inspection_id = $1 ORDER BY l.frozen_at, l.id`,
);
export const LIST_ONE = statement<InspectionList>('inspection.list', `${LIST} WHERE l.id = $1`);
export const ADD_LIST = statement<object>(
  'inspection.addList',
  `INSERT INTO app.inspection_list (id, inspection_id, province_id, address, title, unit, value, ids, hash, frozen_by, frozen_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, app.business_now())`,
);
export const LIST_IDS = statement<{ ids: string[] }>(
  'inspection.listIds',
  'SELECT ids FROM app.inspection_list WHERE id = $1',
);
/** Those the actor may see; a petition is told with its first file. */
export const LISTED = statement<ListedRow>(
  'inspection.listed',
  `SELECT x.id, coalesce(c.id, p.case_file_id) AS "caseId",
          coalesce(p.register_label, q.register_label, v.register_number || '/' || v.register_year, s.starts_at || ' ' || to_char(s.held_on, 'DD/MM/YYYY')) AS "registerLabel",
          coalesce(p.agency_id, c.agency_id, v.agency_id, s.agency_id) AS "agencyId", coalesce(p.received_on, c.received_on, v.visited_on, s.held_on) AS "receivedOn",
          coalesce(p.visible_to, q.visible_to, v.visible_to) IS NOT NULL AS protected
     FROM app.inspection_list l CROSS JOIN LATERAL unnest(l.ids) WITH ORDINALITY AS x(id, place)
     LEFT JOIN app.petition p ON p.id = x.id LEFT JOIN app.case_file c ON c.id = x.id LEFT JOIN app.petition q ON q.id = c.petition_id
     LEFT JOIN app.reception_visit v ON v.id = x.id LEFT JOIN app.reception_session s ON s.id = x.id
    WHERE l.id = $1 AND coalesce(p.id, c.id, v.id, s.id) IS NOT NULL ORDER BY x.place`,
);
