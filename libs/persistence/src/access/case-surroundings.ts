import type { Actor } from '#libs/access';
import type { LocalDate } from '#libs/shared';
import { query } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

export interface CaseSurroundings {
  readonly register_label: string;
  readonly petition_type: string;
  readonly petitioner_name: string | null;
  readonly field: string | null;
  readonly excerpt: string | null;
  readonly assignee_name: string | null;
  readonly related: readonly {
    readonly id: string;
    readonly procedure: string;
    readonly version: number;
    readonly stage: string;
    readonly relation: 'parent' | 'child' | 'sibling';
  }[];
  readonly links: readonly CaseLinkRow[];
}

/** One file linked to another; what stands for itself is null where the reader does not see that file, which is an open one. */
export interface CaseLinkRow {
  readonly kind: string;
  readonly direction: 'from' | 'to';
  readonly id: string | null;
  readonly procedure: string | null;
  readonly version: number | null;
  readonly stage: string | null;
  readonly agency_name: string | null;
}

export interface PaperRow {
  readonly form: string;
  readonly done: boolean;
  readonly event_id: string | null;
  readonly event_type: string | null;
  readonly occurred_on: LocalDate;
}

const SURROUNDINGS = `
  SELECT p.register_label, p.type AS petition_type, n.full_name AS petitioner_name, p.field, left(p.content, 240) AS excerpt, u.full_name AS assignee_name,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'procedure', r.procedure, 'version', r.procedure_version, 'stage', r.stage, 'relation',
                   CASE WHEN r.id = c.parent_case_id THEN 'parent' WHEN r.parent_case_id = c.id THEN 'child' ELSE 'sibling' END) ORDER BY r.id), '[]')
            FROM app.case_file r WHERE r.petition_id = c.petition_id AND r.id <> c.id) AS related,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'direction', l.direction, 'id', o.id,
                   'procedure', o.procedure, 'version', o.procedure_version, 'stage', o.stage, 'agency_name', a.name) ORDER BY l.created_at, l.kind), '[]')
            FROM (SELECT kind, created_at, 'to' AS direction, to_case AS other FROM app.case_link WHERE from_case = c.id
                  UNION ALL SELECT kind, created_at, 'from', from_case FROM app.case_link WHERE to_case = c.id) l
            LEFT JOIN app.case_file o ON o.id = l.other
            LEFT JOIN app.agency a ON a.id = o.agency_id) AS links
    FROM app.case_file c JOIN app.petition p ON p.id = c.petition_id
    LEFT JOIN app.app_user u ON u.id = c.assignee_id
    LEFT JOIN LATERAL (SELECT full_name FROM app.petitioner WHERE petition_id = p.id ORDER BY ordinal LIMIT 1) n ON true
   WHERE c.id = $1`;
/** Papers the steps so far have ordered; issued when the task of drafting is done. The case is joined for its row scope: effects have none of their own. */
const PAPERS = `
  SELECT e.payload ->> 'form' AS form, t.done_at IS NOT NULL AS done, v.id AS event_id, v.type AS event_type,
         coalesce(v.occurred_on, c.last_event_on) AS occurred_on
    FROM app.case_file c JOIN app.effect e ON e.case_id = c.id AND e.kind = 'document.issue'
    LEFT JOIN app.task t ON t.source_id = e.id
    LEFT JOIN app.case_event v ON v.id = e.event_id
   WHERE c.id = $1 ORDER BY e.id`;

export class CaseSurroundingsReader {
  constructor(private readonly transactions: TransactionRunner) {}

  get(actor: Actor, caseFileId: string): Promise<CaseSurroundings | null> {
    return this.transactions.run(
      actor,
      async (tx) => (await query<CaseSurroundings>(clientOf(tx), SURROUNDINGS, [caseFileId]))[0] ?? null,
    );
  }

  papers(actor: Actor, caseFileId: string): Promise<PaperRow[]> {
    return this.transactions.run(actor, (tx) => query<PaperRow>(clientOf(tx), PAPERS, [caseFileId]));
  }
}
