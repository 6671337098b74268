import type { Actor } from '#libs/access';
import {
  type Colleague,
  type DraftingTask,
  type FiledItem,
  type PaperCase,
  type PaperChange,
  type PaperContent,
  type PaperRecord,
  type PaperRow,
  Papers,
  type RegisterLine,
  type SlipRow,
  type TemplateRow,
  type UnfinishedPaper,
} from '#libs/documents';
import { type AgencyId, AppError, type CaseFileId, type JsonObject, type UserId } from '#libs/shared';
import { businessNow } from '../clock.js';
import { PostgresCaseRecords } from '../intake/postgres-case-records.js';
import { query, queryOne } from '../query.js';
import { clientOf, type TransactionRunner, type Tx } from '../transaction.js';
import * as sql from './paper-statements.js';

const db = (tx: object) => clientOf(tx as Tx);

/** Columns a change may set, by member. */
const COLUMNS: Readonly<Record<string, string>> = {
  formFrom: 'form_from',
  size: 'size',
  templateId: 'template_id',
  state: 'state',
  sealed: 'sealed',
  sealedKey: 'sealed_key',
  capacity: 'capacity',
  issuedOn: 'issued_on',
  numberYear: 'number_year',
  numberKind: 'number_kind',
  numberSeq: 'number_seq',
  numberLabel: 'number_label',
};

/** Rows of papers in PostgreSQL; row security follows the case file. */
export class PostgresPapers extends Papers {
  private readonly records = new PostgresCaseRecords(() => new Date());

  constructor(private readonly transactions: TransactionRunner) {
    super();
  }

  override run<T>(actor: Actor, work: (tx: object) => Promise<T>): Promise<T> {
    return this.transactions.run(actor, work);
  }
  override now(tx: object): Promise<Date> {
    return businessNow(tx as Tx);
  }
  override async caseFile(tx: object, id: CaseFileId): Promise<PaperCase | null> {
    return (await query(db(tx), sql.CASE, [id]))[0] ?? null;
  }
  override tasks(tx: object, id: CaseFileId): Promise<readonly DraftingTask[]> {
    return query(db(tx), sql.TASKS, [id]);
  }
  override async colleague(tx: object, id: UserId): Promise<Colleague | null> {
    return (await query(db(tx), sql.COLLEAGUE, [id]))[0] ?? null;
  }

  override async insert(tx: object, paper: Parameters<Papers['insert']>[1]): Promise<void> {
    const { id, caseFileId, agencyId, form, formFrom, size, taskId, orderedBy, sealed, sealedKey, draftedBy } = paper;
    await query(db(tx), sql.INSERT, [
      id,
      caseFileId,
      agencyId,
      form,
      formFrom,
      size,
      taskId,
      orderedBy,
      sealed,
      sealedKey,
      draftedBy,
    ]);
  }
  override async find(tx: object, id: string, options?: { readonly lock: boolean }): Promise<PaperRow | null> {
    return (await query(db(tx), options?.lock ? sql.FIND_LOCKED : sql.FIND, [id]))[0] ?? null;
  }
  override ofCase(tx: object, id: CaseFileId): Promise<readonly PaperRow[]> {
    return query(db(tx), sql.OF_CASE, [id]);
  }
  override unfinished(
    tx: object,
    actor: Actor,
    { limit, skip }: { readonly limit: number; readonly skip: number },
  ): Promise<readonly UnfinishedPaper[]> {
    return query(db(tx), sql.UNFINISHED, [actor.userId, actor.agencyId, limit, skip]);
  }
  override async change(
    tx: object,
    actor: Actor,
    { id, rev }: Pick<PaperRow, 'id' | 'rev'>,
    { act, ...change }: PaperChange,
  ): Promise<void> {
    const values: unknown[] = [id, rev, actor.userId];
    const set = ['rev = rev + 1', ...(act ? [`${act}_by = $3`, `${act}_at = app.business_now()`] : [])];
    for (const [name, value] of Object.entries(change)) {
      const column = COLUMNS[name];
      if (!column) throw new Error(`A paper has no column ${name}`);
      values.push(value);
      set.push(`${column} = $${values.length}`);
    }
    await queryOne(
      db(tx),
      `UPDATE app.paper SET ${set.join(', ')} WHERE id = $1 AND rev = $2 AND $3 > 0 RETURNING id`,
      values,
    );
  }
  override async takeNumber(
    tx: object,
    { agencyId, year, kind }: { agencyId: AgencyId; year: number; kind: string },
  ): Promise<number> {
    return (await queryOne(db(tx), sql.TAKE_NUMBER, [agencyId, year, `paper/${kind}`])).last;
  }
  override async isNumberTaken(
    tx: object,
    { agencyId, year, kind, label }: { agencyId: AgencyId; year: number; kind: string; label: string },
  ): Promise<boolean> {
    return (await queryOne(db(tx), sql.NUMBER_TAKEN, [agencyId, year, kind, label])).taken;
  }
  override async closeTask(tx: object, actor: Actor, taskId: string): Promise<void> {
    await query(db(tx), sql.CLOSE_TASK, [taskId, actor.userId]);
  }
  override register(tx: object, agencyId: AgencyId, year: number): Promise<readonly RegisterLine[]> {
    return query(db(tx), sql.REGISTER, [agencyId, year]);
  }

  override contents(tx: object, paperId: string): Promise<readonly PaperContent[]> {
    return query(db(tx), sql.CONTENTS, [paperId]);
  }
  override async keep(tx: object, actor: Actor, content: PaperContent): Promise<boolean> {
    const { paperId, kind, blobKey, sha256, sizeBytes, pages, madeFrom, signature, bytesKey } = content;
    const kept = await query(db(tx), sql.KEEP, [
      ...[paperId, kind, blobKey, sha256, sizeBytes, pages, madeFrom],
      ...[signature && JSON.stringify(signature), bytesKey, actor.userId],
    ]);
    return kept.length > 0;
  }
  override slips(tx: object, paperId: string): Promise<readonly SlipRow[]> {
    return query(db(tx), sql.SLIPS, [paperId]);
  }
  override async putSlip(tx: object, actor: Actor, slip: SlipRow): Promise<void> {
    const { id, paperId, addressee, sealed, sealedKey, channel, sentOn, deliveredOn } = slip;
    await query(db(tx), sql.PUT_SLIP, [
      id,
      paperId,
      addressee,
      sealed,
      sealedKey,
      channel,
      sentOn,
      deliveredOn,
      actor.userId,
    ]);
  }

  override templates(tx: object, agencyId: AgencyId): Promise<readonly TemplateRow[]> {
    return query(db(tx), sql.TEMPLATES, [agencyId]);
  }
  override async addTemplate(tx: object, actor: Actor, template: TemplateRow): Promise<void> {
    const { id, agencyId, form, formFrom, validFrom, blobKey, sha256, sizeBytes } = template;
    await query(db(tx), sql.ADD_TEMPLATE, [
      id,
      agencyId,
      form,
      formFrom,
      validFrom,
      blobKey,
      sha256,
      sizeBytes,
      actor.userId,
    ]);
  }

  override async record(
    tx: object,
    actor: Actor,
    caseFileId: CaseFileId,
    { type, facts }: { readonly type: PaperRecord; readonly facts: JsonObject },
  ): Promise<void> {
    await this.records.record(tx, actor, [{ caseFileId, type, facts }]);
  }

  override filed(tx: object, id: CaseFileId): Promise<readonly FiledItem[]> {
    return query(db(tx), sql.FILED, [id]);
  }
  override async countPages(
    tx: object,
    id: CaseFileId,
    pages: readonly { readonly ref: string; readonly pages: number }[],
  ): Promise<void> {
    await query(db(tx), sql.COUNT_PAGES, [id, pages.map(({ ref }) => ref), pages.map((one) => one.pages)]);
  }

  override async answered(tx: object, actor: Actor, key: string) {
    return (await query(db(tx), sql.ANSWERED, [actor.userId, key]))[0] ?? null;
  }
  override async answer(
    tx: object,
    actor: Actor,
    { key, hash, paperId }: Parameters<Papers['answer']>[2],
  ): Promise<void> {
    const kept = await query(db(tx), sql.ANSWER, [actor.userId, key, hash, JSON.stringify({ paperId })]);
    if (kept.length === 0)
      throw new AppError({
        code: 'HTTP.IDEMPOTENCY_BUSY',
        status: 409,
        title: 'Yêu cầu này đang được xử lý',
        detail: 'Hãy gửi lại cùng khóa sau giây lát để nhận kết quả.',
      });
  }
}
