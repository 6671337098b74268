import type { Actor } from '#libs/access';
import { ADMINISTRATIVE_ACTS, type AdministrationJournal, type AgencyDirectory } from '#libs/persistence';
import { AppError, type AgencyId, isUuid } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { mustBe } from '../http/rights.js';
import type { JournalPageDto, JournalQuery } from './journal.dto.js';
import { sentenceOf } from './journal-sentence.js';

const PAGE = 50;

/** Nhật ký quản trị: what administrators did, read from the one ledger. */
export class JournalDesk {
  constructor(
    private readonly journal: AdministrationJournal,
    private readonly directory: AgencyDirectory,
  ) {}

  async list(actor: Actor, { agency, type, user, cursor, limit = PAGE }: JournalQuery): Promise<JournalPageDto> {
    mustBe(actor, ['administrator', 'inspector', 'chairman', 'provinceChairman'], 'Xem nhật ký quản trị');
    const found = agency === undefined ? undefined : await this.directory.byCode(agency);
    if (agency !== undefined && !(found && actor.agencies.includes(found.id)))
      throw notFound('Không có cơ quan này, hoặc cơ quan nằm ngoài phạm vi của bạn.');
    const rows = await this.journal.read(actor, {
      ...{ agencyId: found?.id, type, userId: user, limit: limit + 1 },
      after: cursor === undefined ? undefined : readCursor(cursor),
    });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const all = await this.directory.all();
    return {
      types: Object.entries(ADMINISTRATIVE_ACTS).map(([name, title]) => ({ type: name, title })),
      items: items.map((row) => ({
        ...{ id: row.id, type: row.type, title: ADMINISTRATIVE_ACTS[row.type] ?? row.type },
        sentence: sentenceOf(row, (id) => all.get(id as AgencyId)?.shortName ?? 'cơ quan'),
        reason: row.texts['reason'] ?? row.texts['basis'] ?? row.texts['source'] ?? null,
        ...{ recordedAt: row.recordedAt.toISOString(), actorName: row.actorName },
        ...{ agencyCode: row.agencyCode, agencyName: row.agencyName },
        userId: typeof row.facts['userId'] === 'number' ? row.facts['userId'] : null,
      })),
      nextCursor: rows.length > limit && last ? `${last.recordedAt.toISOString()}~${last.id}` : null,
    };
  }
}

function readCursor(cursor: string): { at: string; id: string } {
  const [at = '', id = ''] = cursor.split('~');
  if (!Number.isNaN(Date.parse(at)) && isUuid(id)) return { at, id };
  throw new AppError({
    code: 'HTTP.CURSOR',
    status: 422,
    title: 'Vị trí trang không đúng',
    detail: 'Hãy mở lại danh sách từ đầu.',
  });
}
