import type { Actor } from '#libs/access';
import {
  type CellDifference,
  type FormRegister,
  type FrozenReport,
  type IssuedReport,
  type IssuedReports,
  type IssueRoom,
  issueTitle,
  listKey,
  stateOf,
} from '#libs/reporting';
import { dayOf, formatDay, type LocalDate } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { listAddress } from '../http/list-address.js';
import { mustBe } from '../http/rights.js';
import { type AskedParts, formScopeOf, mayReadForms } from './asked.js';
import { formNamed } from './form-version-desk.js';
import { type IssuedFile, issuedFile } from './issued-file.js';
import { columnDto, differenceDto, frozenRow, frozenTable, reportDto } from './issued-view.js';
import type {
  CellDifferenceDto,
  FrozenListDto,
  FrozenListQuery,
  IssuedFormat,
  IssuedReportDetailDto,
  IssuedReportsDto,
  IssuedReportsQuery,
  NewReportDraftDto,
  RecomputedDto,
} from './issued.dto.js';

const DRAFTERS = ['unitHead', 'chairman', 'provinceChairman'] as const;
export const SIGNERS = ['chairman', 'provinceChairman'] as const;
const PAGE = 50;
const MOST_LABELS = 2_000;

export interface IssuedDeskParts extends AskedParts {
  readonly room: IssueRoom;
  readonly issued: IssuedReports;
  readonly register: FormRegister;
}

/** Reports that are frozen, issued and counted again. */
export class IssuedDesk {
  constructor(private readonly parts: IssuedDeskParts) {}

  async all(
    actor: Actor,
    { agency, form, state, limit = PAGE, cursor }: IssuedReportsQuery,
  ): Promise<IssuedReportsDto> {
    mayReadForms(actor);
    const scope = agency ? await formScopeOf(this.parts, actor, { agency }) : null;
    const found = await this.parts.issued.all(actor, {
      ...{ formId: form, state, after: cursor, limit: limit + 1 },
      ...(scope ? { agencies: scope.agencies } : {}),
    });
    const agencies = await this.parts.directory.all();
    const items = found.slice(0, limit);
    return {
      items: items.map((one) => reportDto(one, agencies)),
      nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null,
    };
  }

  /** Freezes the figures as they are counted for the maker; nothing is issued by it. */
  async draft(
    actor: Actor,
    { form: id, agency, from, to, knownOn }: NewReportDraftDto,
  ): Promise<IssuedReportDetailDto> {
    mustBe(actor, DRAFTERS, 'Lập dự thảo báo cáo');
    const form = await formNamed(this.parts.register, actor, id);
    if (form.columns.length === 0) throw notFound('Chưa biết các cột của biểu này.');
    const scope = await formScopeOf(this.parts, actor, { agency, from, to, knownOn });
    const period = { from: from as LocalDate, to: to as LocalDate };
    const draft = { form, agencyId: scope.agency.id, period, knownAt: scope.knownAt };
    return this.one(actor, await this.parts.room.draft(actor, draft));
  }

  async issue(actor: Actor, id: string, reason: string | undefined): Promise<IssuedReportDetailDto> {
    mustBe(actor, SIGNERS, 'Phát hành báo cáo');
    await this.parts.room.issue(actor, id, reason?.trim() || null);
    return this.one(actor, id);
  }

  async one(actor: Actor, id: string): Promise<IssuedReportDetailDto> {
    mayReadForms(actor);
    const found = await this.parts.room.one(actor, id);
    const { report } = await this.parts.room.snapshot(actor, id);
    const { formId, agencyId, from, to } = found;
    const address = { formId, agencyId, from, to };
    const standing = await this.parts.issued.standing(actor, address);
    const revisions = await this.parts.issued.revisions(actor, address);
    const whyNot = await this.whyNot(actor, found, report);
    const agencies = await this.parts.directory.all();
    return {
      ...reportDto(found, agencies),
      ...frozenTable(report),
      list: listAddress(`issued-reports/${id}/cells/{cell}`, { line: '{line}' }),
      ...{ issuable: whyNot === null, whyNot: stateOf(found) === 'draft' ? whyNot : null },
      adjusts: stateOf(found) === 'draft' && standing ? issueTitle(standing) : null,
      revisions: revisions.map((one) => reportDto(one, agencies)),
      differences: await this.changes(actor, {
        found,
        report,
        standing: standing?.shown ? standing.snapshotId : null,
        revisions,
      }),
    };
  }

  async recomputed(actor: Actor, id: string): Promise<RecomputedDto> {
    mayReadForms(actor);
    const { intact, equal, hash, differences, outOfSight } = await this.parts.room.recompute(actor, id);
    const { report } = await this.parts.room.snapshot(actor, id);
    return {
      ...{ intact, equal, hash, outOfSight, cells: report.lines.reduce((sum, { cells }) => sum + cells.length, 0) },
      differences: await this.told(actor, report, differences),
      recomputedAt: (await this.parts.clock.now()).toISOString(),
    };
  }

  async list(
    actor: Actor,
    { id, no }: { id: string; no: string },
    { line = '' }: FrozenListQuery,
  ): Promise<FrozenListDto> {
    mayReadForms(actor);
    const found = await this.parts.room.one(actor, id);
    const { report } = await this.parts.room.snapshot(actor, id);
    const of = line === '' ? report.lines.at(-1) : report.lines.find(({ key }) => key === line);
    const cell = of?.cells.find((one) => String(one.no) === no);
    const column = report.form.columns.find((one) => one.no === cell?.no);
    if (!of || !cell || !column) throw notFound('Bản này không có ô đó.');
    const { rows, hidden } = await this.parts.issued.rows(actor, { snapshotId: id, hash: listKey(cell) });
    const agencies = await this.parts.directory.all();
    return {
      ...{ report: reportDto(found, agencies), lineTitle: of.title, column: columnDto(column, cell) },
      ...{ count: cell.count, listHash: cell.listHash, hidden },
      items: rows.map((row) => frozenRow(row, agencies)),
    };
  }

  /** From what was frozen, whatever is counted today. */
  async file(actor: Actor, id: string, format: IssuedFormat): Promise<IssuedFile> {
    mayReadForms(actor);
    const found = await this.parts.room.one(actor, id);
    return issuedFile(found, await this.parts.room.snapshot(actor, id), format);
  }

  private async changes(
    actor: Actor,
    about: { found: IssuedReport; report: FrozenReport; standing: string | null; revisions: readonly IssuedReport[] },
  ): Promise<CellDifferenceDto[]> {
    const { found, report, standing, revisions } = about;
    const replaced = found.issue ? revisions.find(({ issue }) => issue?.id === found.issue?.replaces)?.id : standing;
    if (!replaced) return [];
    return this.told(actor, report, await this.parts.room.differences(actor, replaced, found.id));
  }

  private async told(
    actor: Actor,
    { form }: FrozenReport,
    differences: readonly CellDifference[],
  ): Promise<CellDifferenceDto[]> {
    const ids = [...new Set(differences.flatMap(({ came, went, reweighed }) => [...came, ...went, ...reweighed]))];
    const labels = await this.parts.issued.labels(actor, ids.slice(0, MOST_LABELS));
    const agencies = await this.parts.directory.all();
    return differences.map((one) => differenceDto(one, { form, labels, agencies }));
  }

  private async whyNot(actor: Actor, found: IssuedReport, report: FrozenReport): Promise<string | null> {
    if (stateOf(found) !== 'draft') return 'Bản này đã phát hành.';
    if (!SIGNERS.some((role) => actor.roles.includes(role)) || actor.agencyId !== found.agencyId)
      return 'Báo cáo do thủ trưởng cơ quan lập báo cáo phát hành.';
    if (report.broken.length > 0) return 'Có công thức không khớp; sửa dữ liệu rồi lập dự thảo mới.';
    const { period, countedTo } = report;
    if (countedTo < period.to || dayOf(await this.parts.clock.now()) <= period.to)
      return `Kỳ kết thúc ngày ${formatDay(period.to)}; phát hành từ dự thảo lập sau ngày đó.`;
    return null;
  }
}
