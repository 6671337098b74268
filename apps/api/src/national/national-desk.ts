import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/access';
import type { WorkCalendar } from '#libs/calendar';
import {
  EDXML_PARTS,
  entryRuleOf,
  type ExportFormat,
  faultWords,
  FIELD_GROUPS,
  groupOf,
  INTERNAL_TARGET,
  lateBefore,
  MAPPING_NOTICE,
  MAPPING_VERSION,
  MARK_WORDS,
  NATIONAL_FIELDS,
  OTHER_TIMES,
  printRecords,
  STATUS_CODES,
  SYNC_STATES,
  targetOf,
} from '#libs/interchange';
import type {
  AgencyDirectory,
  AgencyRow,
  NationalRecords,
  PackageRow,
  RecordFilter,
  RecordRow,
} from '#libs/persistence';
import { AppError, type Clock, dayOf, isUuid, type LocalDate, type Role } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { iso, isoOrNull } from '../http/labels.js';
import { mustBe } from '../http/rights.js';
import type {
  MadePackageDto,
  NationalFilterQuery,
  NationalMappingDto,
  NationalPackageListDto,
  NationalPackageRowDto,
  NationalRecordDto,
  NationalRecordListDto,
  NationalSummaryDto,
  NewPackageDto,
} from './national.dto.js';
import { listsOfAgency } from './national-lists.js';

export const MAKERS: readonly Role[] = ['unitHead', 'chairman', 'provinceChairman', 'identityCustodian'];
const READERS: readonly Role[] = ['caseOfficer', ...MAKERS, 'inspector'];
const WHAT = 'Cập nhật Cơ sở dữ liệu quốc gia';
const PAGE = 50;
/** Records in one package, and in one file that is taken away. */
const MOST_IN_PACKAGE = 500;
const MOST_IN_FILE = 5_000;

/** What nobody has made public stands on every screen of this part. */
const NOT_CONNECTED =
  'Chưa kết nối: chưa có đặc tả kỹ thuật hay giao diện công khai của Cơ sở dữ liệu quốc gia. Gói được ghi ra thư mục của máy chủ; người được giao tự chuyển đi và bỏ tệp trả lời vào thư mục ấy.';

const THROUGH_RELAY =
  'Nối qua cổng trung gian của cơ quan, theo quy ước của phần mềm này: chưa có đặc tả kỹ thuật hay giao diện công khai của Cơ sở dữ liệu quốc gia. “Đã xác nhận” là lời của cổng trung gian.';

export interface NationalDeskParts {
  /** Packages go to a relay; otherwise they lie in a folder. */
  readonly relay: boolean;
  readonly records: NationalRecords;
  readonly directory: AgencyDirectory;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
}

/** What of this house is to stand in the national database, what stands there, and what went wrong. */
export class NationalDesk {
  constructor(private readonly parts: NationalDeskParts) {}

  private get notice(): string {
    return this.parts.relay ? THROUGH_RELAY : NOT_CONNECTED;
  }

  async mapping(): Promise<NationalMappingDto> {
    return {
      ...{ notice: this.notice, marksNotice: MAPPING_NOTICE, version: MAPPING_VERSION },
      internalTarget: INTERNAL_TARGET,
      fields: NATIONAL_FIELDS.map(({ id, group, label, source, article, mark, personal }) => ({
        ...{ id, group: FIELD_GROUPS[group], label, source, article, mark, personal },
        markWords: MARK_WORDS[mark],
      })),
      times: [
        ...ABOUT.map(([about, procedure]) => ({ about, ...entryRuleOf(procedure) })),
        ...OTHER_TIMES.map((time) => ({ about: 'Trường hợp khác', ...time })),
      ],
      statusCodes: Object.entries(STATUS_CODES)
        .map(([code, { words, confirmed }]) => ({ code, words, confirmed }))
        .sort((a, b) => a.code.localeCompare(b.code)),
      parts: EDXML_PARTS.map((part) => ({ ...part })),
    };
  }

  async summary(actor: Actor, code?: string): Promise<NationalSummaryDto> {
    mustBe(actor, READERS, WHAT);
    const agencies = await this.agenciesOf(actor, code);
    await this.parts.records.lookAgain(actor);
    const today = dayOf(await this.parts.clock.now());
    const [rows, all] = await Promise.all([
      this.parts.records.counts(actor, { lateBefore: lateBefore(this.parts.calendar, today), agencies }),
      this.parts.directory.all(),
    ]);
    return {
      ...{ notice: this.notice, internalTarget: INTERNAL_TARGET },
      agencies: rows.map(({ agencyId, ...row }) => ({
        ...nameOf(all.get(agencyId)),
        ...{ counts: { ...row.counts }, stale: row.stale, late: row.late, oldestDueOn: row.oldestDueOn },
        lists: listsOfAgency(all.get(agencyId)?.code ?? ''),
      })),
      mayMake: MAKERS.some((role) => actor.roles.includes(role)),
    };
  }

  async list(actor: Actor, query: NationalFilterQuery): Promise<NationalRecordListDto> {
    mustBe(actor, READERS, WHAT);
    const limit = query.limit ?? PAGE;
    const filter = await this.filterOf(actor, query);
    await this.parts.records.lookAgain(actor);
    const rows = await this.parts.records.list(actor, filter, { after: cursorOf(query.cursor), limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const today = dayOf(await this.parts.clock.now());
    const all = await this.parts.directory.all();
    return {
      items: shown.map((row) => this.recordView(row, { agency: all.get(row.agencyId), today })),
      nextCursor: last ? `${last.receivedOn}_${last.id}` : null,
    };
  }

  /** What the reader sees, in a file; that it was taken stands in the journal. */
  async file(
    actor: Actor,
    { format = 'xlsx', ...query }: NationalFilterQuery & { format?: ExportFormat },
  ): Promise<{ bytes: Buffer; name: string }> {
    mustBe(actor, MAKERS, 'Tải dữ liệu cập nhật');
    const filter = await this.filterOf(actor, query);
    const records = await this.parts.records.records(actor, filter, MOST_IN_FILE);
    await this.parts.records.noteTaken(actor, { records: records.length, format });
    const today = dayOf(await this.parts.clock.now());
    return { bytes: await printRecords(records, format), name: `csdl-quoc-gia-${today}.${format}` };
  }

  /** @throws AppError 409 where nothing is to be entered. */
  async make(actor: Actor, { agency, withErrors = true }: NewPackageDto): Promise<MadePackageDto> {
    mustBe(actor, MAKERS, 'Lập gói cập nhật');
    const agencies = await this.agenciesOf(actor, agency);
    await this.parts.records.lookAgain(actor);
    const id = randomUUID();
    const made = await this.parts.records.make(actor, id, { agencies, withErrors, limit: MOST_IN_PACKAGE });
    if (made) return { id, records: made.records };
    throw new AppError({
      code: 'NATIONAL.NOTHING_DUE',
      status: 409,
      title: 'Không có bản ghi nào phải cập nhật',
      detail: 'Mọi bản ghi đến lúc cập nhật trong phạm vi của bạn đã vào gói và chưa có gì thay đổi.',
    });
  }

  async packages(actor: Actor): Promise<NationalPackageListDto> {
    mustBe(actor, READERS, WHAT);
    const [rows, refused, all] = await Promise.all([
      this.parts.records.packages(actor),
      this.parts.records.refusals(actor),
      this.parts.directory.all(),
    ]);
    return {
      notice: this.notice,
      items: rows.map((row) => packageView(row, all.get(row.agencyId))),
      refused: refused.map(({ id, channel, code, refusedAt }) => ({
        ...{ id, channel, code, refusedAt: iso(refusedAt) },
        reason: faultWords(code) ?? 'Không đọc được.',
      })),
    };
  }

  /** @throws AppError 409 where it has been delivered. */
  async retry(actor: Actor, id: string): Promise<NationalPackageRowDto> {
    mustBe(actor, MAKERS, 'Giao lại gói');
    const [row] = await this.parts.records.packages(actor, id);
    if (!row) throw notFound('Không có gói này, hoặc gói nằm ngoài phạm vi của bạn.');
    if (!(await this.parts.records.retry(actor, { kind: 'national.deliver', id }))) throw nothingToRetry();
    return packageView(row, (await this.parts.directory.all()).get(row.agencyId));
  }

  private recordView(
    row: RecordRow,
    { agency, today }: { readonly agency: AgencyRow | undefined; readonly today: LocalDate },
  ): NationalRecordDto {
    const { text, citation } = entryRuleOf(row.procedure);
    const targetOn = row.dueOn === null ? null : targetOf(this.parts.calendar, row.dueOn);
    return {
      ...{ id: row.id, kind: row.kind, group: FIELD_GROUPS[groupOf(row.procedure)], registerLabel: row.registerLabel },
      ...{ agencyName: nameOf(agency).name, receivedOn: row.receivedOn, protected: row.protected },
      ...{ state: row.state, stateWords: SYNC_STATES[row.state], stale: row.stale, dueOn: row.dueOn },
      ...{ dueText: text, citation, targetOn, attempts: row.attempts, error: row.error },
      late: row.state === 'due' && targetOn !== null && targetOn < today,
      exportedAt: isoOrNull(row.exportedAt),
      confirmedAt: isoOrNull(row.confirmedAt),
    };
  }

  private async filterOf(actor: Actor, query: NationalFilterQuery): Promise<RecordFilter> {
    const today = dayOf(await this.parts.clock.now());
    return {
      agencies: await this.agenciesOf(actor, query.agency, query.reach),
      ...{ group: query.group, state: query.state, stale: query.stale ? true : undefined },
      before: query.late ? lateBefore(this.parts.calendar, today) : undefined,
      packageId: query.package,
      ...{ from: query.from as LocalDate | undefined, to: query.to as LocalDate | undefined },
    };
  }

  private async agenciesOf(actor: Actor, code: string | undefined, reach?: 'own' | 'below') {
    if (!code) return undefined;
    const agency = await this.parts.directory.byCode(code);
    if (!agency || !actor.agencies.includes(agency.id)) throw notFound('Không có cơ quan này trong phạm vi của bạn.');
    return reach === 'own' ? [agency.id] : this.parts.directory.subtree(agency.id);
  }
}

const ABOUT: readonly (readonly [string, string | null])[] = [
  ['Tiếp công dân', null],
  ['Xử lý đơn', 'petition-handling'],
  ['Giải quyết khiếu nại', 'complaint'],
  ['Giải quyết tố cáo', 'denunciation'],
  ['Kiến nghị, phản ánh', 'feedback'],
];

export const nothingToRetry = (): AppError =>
  new AppError({
    code: 'INTERCHANGE.NOTHING_TO_RETRY',
    status: 409,
    title: 'Không còn gì để gửi lại',
    detail: 'Gói này đã đi, hoặc đã bị lấy lại.',
  });

const nameOf = (agency: AgencyRow | undefined): { code: string; name: string } => ({
  code: agency?.code ?? '',
  name: agency?.shortName ?? '',
});

function cursorOf(cursor: string | undefined): { on: string; id: string } | undefined {
  if (!cursor) return undefined;
  const [on = '', id = ''] = cursor.split('_');
  if (/^\d{4}-\d{2}-\d{2}$/.test(on) && isUuid(id)) return { on, id };
  throw new AppError({
    code: 'HTTP.INVALID',
    status: 422,
    title: 'Dữ liệu gửi lên chưa đúng',
    errors: [{ pointer: '/cursor', code: 'CURSOR.INVALID', message: 'Vị trí trang không dùng được; tải lại từ đầu.' }],
  });
}

const packageView = (row: PackageRow, agency: AgencyRow | undefined): NationalPackageRowDto => ({
  ...{ id: row.id, agencyName: nameOf(agency).name, madeByName: row.madeByName, madeAt: iso(row.madeAt) },
  ...{ state: row.state, records: row.records, accepted: row.accepted, rejected: row.rejected },
  ...{ attempts: row.attempts, lastError: row.lastError, nextTryAt: isoOrNull(row.nextTryAt) },
  ...{ deliveredAt: isoOrNull(row.deliveredAt), answeredAt: isoOrNull(row.answeredAt) },
});
