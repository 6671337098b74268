import type { Actor } from '#libs/access';
import {
  type FrozenList,
  type FrozenRow,
  type Issue,
  type IssuedReport,
  IssuedReports,
  type NewIssue,
  type ReportAddress,
  type ReportFilter,
  type Snapshot,
  type StandingIssue,
} from '#libs/reporting';
import { AppError } from '#libs/shared';
import type { AdministrationJournal } from '../administration/index.js';
import { query, queryOne, statement } from '../query.js';
import { clientOf, type TransactionRunner, type Tx } from '../transaction.js';
import { ADD_ISSUE, ADD_LISTS, ADD_SNAPSHOT, BY_ADDRESS, LABELS, LIST_ROWS, REPORT } from './issued-statements.js';

type Row = Omit<IssuedReport, 'issue'> & { readonly issue: (Omit<Issue, 'issuedAt'> & { issuedAt: string }) | null };
const ALL = statement<Row>(
  'issued.all',
  `${REPORT} WHERE ($1::int[] IS NULL OR s.agency_id = ANY ($1)) AND ($2::text IS NULL OR s.form_id = $2) AND ($3::uuid IS NULL OR s.pack_id = $3)
     AND ($4::uuid IS NULL OR s.id < $4) AND ($5::text IS NULL OR $5 = CASE WHEN i.id IS NULL THEN 'draft' WHEN n.id IS NULL THEN 'issued' ELSE 'replaced' END)
   ORDER BY s.id DESC LIMIT $6`,
);
const ONE = statement<Row>('issued.one', `${REPORT} WHERE s.id = $1`);
const REVISIONS = statement<Row>(
  'issued.revisions',
  `${REPORT} WHERE i.id IS NOT NULL AND s.form_id = $1 AND s.agency_id = $2 AND s.from_on = $3 AND s.to_on = $4 ORDER BY i.revision`,
);
const STANDING = statement<StandingIssue>('issued.standing', BY_ADDRESS);
const BODY = statement<{ body: string; sight: string[] }>(
  'issued.body',
  'SELECT body, sight FROM app.report_snapshot WHERE id = $1',
);
const LISTS = statement<FrozenList>(
  'issued.lists',
  'SELECT hash, ids, weights FROM app.report_list WHERE snapshot_id = $1 ORDER BY hash',
);

export class PostgresIssuedReports extends IssuedReports {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly journal: AdministrationJournal,
  ) {
    super();
  }

  override async all(actor: Actor, { agencies, formId, packId, after, state, limit }: ReportFilter) {
    const values = [agencies ?? null, formId ?? null, packId ?? null, after ?? null, state ?? null, limit];
    return (await this.runner.run(actor, (tx) => query(clientOf(tx), ALL, values))).map(reportOf);
  }

  override async find(actor: Actor, id: string) {
    const [row] = await this.runner.run(actor, (tx) => query(clientOf(tx), ONE, [id]));
    return row ? reportOf(row) : null;
  }

  override snapshot(actor: Actor, id: string) {
    return this.runner.run(actor, async (tx) => {
      const [row] = await query(clientOf(tx), BODY, [id]);
      return row ? { ...row, lists: await query(clientOf(tx), LISTS, [id]) } : null;
    });
  }

  override async rows(actor: Actor, { snapshotId, hash }: { readonly snapshotId: string; readonly hash: string }) {
    const rows = await this.runner.run(actor, (tx) => query(clientOf(tx), LIST_ROWS, [snapshotId, hash]));
    const shown = rows.filter((row): row is FrozenRow => row.registerLabel !== null);
    return { rows: shown, hidden: rows.length - shown.length };
  }

  override async labels(actor: Actor, ids: readonly string[]) {
    const rows = await this.runner.run(actor, (tx) => query(clientOf(tx), LABELS, [ids]));
    return new Map(rows.flatMap((row) => (row.registerLabel === null ? [] : [[row.id, row as FrozenRow]])));
  }

  /** The text and its lists are there together or not at all. */
  override async keep(
    actor: Actor,
    { id, packId }: { readonly id: string; readonly packId: string | null },
    { report, body, hash, lists, shielded, sight }: Snapshot,
  ): Promise<void> {
    const { form, agency, period, knownAt } = report;
    await this.runner.run(actor, async (tx) => {
      const db = clientOf(tx);
      await query(db, ADD_SNAPSHOT, [
        ...[id, packId, form.id, form.code, form.title, form.circular, agency.id, actor.provinceId],
        ...[period.from, period.to, knownAt, body, hash, shielded, sight, actor.userId],
      ]);
      for (const list of lists) await query(db, ADD_LISTS, [id, list.hash, list.ids, list.weights]);
    });
  }

  override async standing(actor: Actor, address: ReportAddress) {
    const [row] = await this.runner.run(actor, (tx) => query(clientOf(tx), STANDING, valuesOf(address)));
    return row ?? null;
  }

  override async revisions(actor: Actor, address: ReportAddress) {
    return (await this.runner.run(actor, (tx) => query(clientOf(tx), REVISIONS, valuesOf(address)))).map(reportOf);
  }

  override issue(actor: Actor, { snapshotId, address, hash, replaces, reason }: NewIssue): Promise<void> {
    return this.journal.act(actor, async (tx) => {
      const issue = await numbered(tx, { snapshotId, address, replaces, reason });
      const facts = {
        ...{ snapshotId, issueId: issue.id, formId: address.formId, from: address.from, to: address.to },
        ...{ number: issue.number, year: issue.year, revision: issue.revision, sha256: hash },
        ...(replaces ? { replaces: replaces.id } : {}),
      };
      const type = replaces ? ('REPORT_ADJUSTED' as const) : ('REPORT_ISSUED' as const);
      const texts = reason === null ? {} : { texts: { reason } };
      return { result: undefined, acts: [{ agencyId: address.agencyId, type, facts, ...texts }] };
    });
  }
}

const valuesOf = ({ formId, agencyId, from, to }: ReportAddress): readonly unknown[] => [formId, agencyId, from, to];
const reportOf = ({ issue, ...row }: Row): IssuedReport => ({
  ...row,
  issue: issue && { ...issue, issuedAt: new Date(issue.issuedAt) },
});

/** @throws AppError 409 where somebody else issued the same address meanwhile. */
async function numbered(
  tx: Tx,
  { snapshotId, address, replaces, reason }: Omit<NewIssue, 'hash'>,
): Promise<{ readonly id: string; readonly number: number; readonly year: number; readonly revision: number }> {
  try {
    return await queryOne(clientOf(tx), ADD_ISSUE, [
      ...[snapshotId, ...valuesOf(address), (replaces?.revision ?? -1) + 1, replaces?.id ?? null, reason],
    ]);
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error;
    throw new AppError({
      code: 'REPORT.ISSUED_MEANWHILE',
      status: 409,
      title: 'Vừa có người phát hành biểu này',
      detail: 'Tải lại trang để xem bản mới nhất rồi quyết định có cần điều chỉnh không.',
    });
  }
}
