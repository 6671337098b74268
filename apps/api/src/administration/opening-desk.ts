import { type Actor, figuresFaults, OPENING_COUNTERS, OPENING_GROUPS, type OpeningFigures } from '#libs/access';
import type { AgencyDirectory, AgencyRow, OpeningBalanceRow, OpeningBalances } from '#libs/persistence';
import { AppError, type Clock, type LocalDate, type Role } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { mustBe } from '../http/rights.js';
import type {
  NewOpeningDto,
  OpeningBalanceDto,
  OpeningFigureDto,
  OpeningFiguresDto,
  OpeningListDto,
  OpeningListQuery,
} from './opening.dto.js';

const ENTER: readonly Role[] = ['receptionist', 'caseOfficer', 'unitHead', 'administrator'];
const CONFIRM: readonly Role[] = ['unitHead', 'chairman', 'provinceChairman'];
const SEE: readonly Role[] = [...ENTER, 'chairman', 'provinceChairman', 'inspector'];
const has = (actor: Actor, roles: readonly Role[]) => roles.some((role) => actor.roles.includes(role));

/** Số dư đầu kỳ: who enters, who confirms, and what is locked. */
export class OpeningDesk {
  constructor(
    private readonly parts: {
      readonly balances: OpeningBalances;
      readonly directory: AgencyDirectory;
      readonly clock: Clock;
    },
  ) {}

  async list(actor: Actor, { year }: OpeningListQuery): Promise<OpeningListDto> {
    mustBe(actor, SEE, 'Xem số dư đầu kỳ');
    const rows = await this.parts.balances.list(actor, year ?? null);
    const confirmed = new Set(rows.filter(({ state }) => state === 'confirmed').map(({ agencyId }) => agencyId));
    const agencies = [...(await this.parts.directory.all()).values()].filter((row) => isExpected(row, actor));
    return {
      items: rows.map((row) => toDto(row, actor)),
      counters: OPENING_COUNTERS.map((one) => ({ ...one, groupTitle: OPENING_GROUPS[one.group] })),
      missing: agencies
        .filter(({ id }) => !confirmed.has(id))
        .map(({ code, shortName }) => ({ code, name: shortName })),
      mayEnter: has(actor, ENTER),
    };
  }

  async enter(actor: Actor, body: NewOpeningDto): Promise<OpeningBalanceDto> {
    mustBe(actor, ENTER, 'Nhập số dư đầu kỳ');
    const agency = await this.parts.directory.byCode(body.agency);
    if (!agency || !actor.agencies.includes(agency.id))
      throw notFound('Không có cơ quan này, hoặc cơ quan nằm ngoài phạm vi của bạn.');
    const startsOn = body.startsOn as LocalDate;
    if (startsOn > (await this.parts.clock.today()))
      throw refuse('/startsOn', 'OPENING.DAY_AHEAD', 'Ngày đầu kỳ không được sau hôm nay.');
    if (![body.year, body.year - 1].includes(Number(startsOn.slice(0, 4))))
      throw refuse('/startsOn', 'OPENING.YEAR', 'Ngày đầu kỳ phải trong năm báo cáo hoặc năm liền trước.');
    const id = await this.parts.balances.enter(actor, {
      ...{ agencyId: agency.id, year: body.year, startsOn },
      ...{ figures: figuresOf(body.figures), source: body.source.trim() },
      correctionReason: body.correctionReason?.trim() || null,
    });
    return toDto(await this.found(actor, id), actor);
  }

  async change(actor: Actor, id: string, { rev, body }: { rev: number; body: OpeningFiguresDto }) {
    mustBe(actor, ENTER, 'Sửa số dư đầu kỳ');
    const row = { ...(await this.found(actor, id)), rev };
    const figures = figuresOf(body.figures);
    await this.parts.balances.change(actor, row, { figures, source: body.source.trim() });
    return toDto(await this.found(actor, id), actor);
  }

  async confirm(actor: Actor, id: string, rev: number): Promise<OpeningBalanceDto> {
    await this.parts.balances.confirm(actor, { ...(await this.waiting(actor, id)), rev });
    return toDto(await this.found(actor, id), actor);
  }

  async giveBack(actor: Actor, id: string, { rev, reason }: { rev: number; reason: string }) {
    await this.parts.balances.giveBack(actor, { ...(await this.waiting(actor, id)), rev }, reason.trim());
    return toDto(await this.found(actor, id), actor);
  }

  /** One that the actor may confirm or give back: entered by somebody else. */
  private async waiting(actor: Actor, id: string): Promise<OpeningBalanceRow> {
    mustBe(actor, CONFIRM, 'Xác nhận số dư đầu kỳ');
    const row = await this.found(actor, id);
    if (row.enteredById === actor.userId)
      throw new AppError({
        code: 'OPENING.SAME_PERSON',
        status: 409,
        title: 'Cần người thứ hai',
        detail: 'Người nhập không tự xác nhận; hãy nhờ người phụ trách khác xem lại và xác nhận.',
      });
    return row;
  }

  private async found(actor: Actor, id: string): Promise<OpeningBalanceRow> {
    const row = await this.parts.balances.find(actor, id);
    if (!row) throw notFound('Không có số dư này, hoặc số dư thuộc cơ quan ngoài phạm vi của bạn.');
    return row;
  }
}

const isExpected = ({ id, level, validTo }: AgencyRow, actor: Actor): boolean =>
  validTo === null && actor.agencies.includes(id) && (level === 'province' || level === 'commune');

const refuse = (pointer: string, code: string, message: string): AppError =>
  new AppError({
    ...{ code, status: 422, title: 'Số dư đầu kỳ chưa đúng' },
    errors: [{ pointer, code, message }],
  });

function figuresOf(list: readonly OpeningFigureDto[]): OpeningFigures {
  const figures = Object.fromEntries(list.map(({ key, value }) => [key, value]));
  const faults = figuresFaults(figures);
  if (faults.length === 0) return figures;
  throw new AppError({
    ...{ code: 'OPENING.FIGURES', status: 422, title: 'Số dư đầu kỳ chưa đúng' },
    errors: faults.map(({ key, message }) => ({ pointer: `/figures/${key}`, code: 'OPENING.FIGURES', message })),
  });
}

const toDto = (row: OpeningBalanceRow, actor: Actor): OpeningBalanceDto => ({
  ...{ id: row.id, agencyCode: row.agencyCode, agencyName: row.agencyName, year: row.year, startsOn: row.startsOn },
  ...{ version: row.version, state: row.state, source: row.source, rev: row.rev },
  figures: OPENING_COUNTERS.map(({ key }) => ({ key, value: row.figures[key] ?? 0 })),
  ...{ enteredBy: row.enteredBy, enteredAt: row.enteredAt.toISOString() },
  ...{ confirmedBy: row.confirmedBy, confirmedAt: row.confirmedAt?.toISOString() ?? null },
  ...{ returnReason: row.returnReason, correctionReason: row.correctionReason },
  mayEdit: row.state !== 'confirmed' && has(actor, ENTER),
  mayConfirm: row.state === 'entered' && has(actor, CONFIRM) && row.enteredById !== actor.userId,
});
