import type { Actor } from '#libs/access';
import {
  agenciesOfLines,
  countFormByAgency,
  type FigureAddress,
  formFactsOf,
  type FormRegister,
  type InspectionRoom,
  type Inspections,
  lineNamed,
  linesOf,
  listOf,
  measureOf,
  type NewInspectionList,
} from '#libs/reporting';
import { AppError, type LocalDate } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { mustBe } from '../http/rights.js';
import { type AskedParts, filterWords, formScopeOf } from '../reports/asked.js';
import { formNamed } from '../reports/form-version-desk.js';
import type { FigureListQuery } from '../reports/report.dto.js';
import type { ReportDesk } from '../reports/report-desk.js';
import { listDto } from './frozen-list-view.js';
import { findingDto } from './inspection-desk.js';
import type {
  CaseFindingsDto,
  InspectionFrozenListDto,
  InspectionListDetailDto,
  NewFindingDto,
  NewInspectionListDto,
} from './inspection.dto.js';

export interface FrozenListsParts extends AskedParts {
  readonly room: InspectionRoom;
  readonly inspections: Inspections;
  readonly register: FormRegister;
  readonly reports: Pick<ReportDesk, 'factsOf'>;
}
const READERS = ['inspector', 'provinceChairman'] as const;

/** Lists that an inspector freezes into an inspection, and what is noted against their cases. */
export class FrozenListsDesk {
  constructor(private readonly parts: FrozenListsParts) {}

  async freeze(actor: Actor, inspectionId: string, body: NewInspectionListDto): Promise<InspectionFrozenListDto> {
    mustBe(actor, ['inspector'], 'Chốt danh sách kiểm tra');
    const inspection = await this.parts.inspections.find(actor, inspectionId);
    if (!inspection) throw notFound('Không có cuộc kiểm tra này, hoặc nằm ngoài phạm vi của bạn.');
    const period = { from: body.from ?? inspection.from, to: body.to ?? inspection.to };
    const list = body.form
      ? await this.cell(actor, { ...body, ...period })
      : await this.figure(actor, { ...body, ...period });
    const id = await this.parts.room.freeze(actor, inspectionId, list);
    const found = await this.parts.inspections.list(actor, id);
    if (!found) throw notFound('Không có danh sách này.');
    return listDto(found);
  }

  async one(actor: Actor, id: string): Promise<InspectionListDetailDto> {
    mustBe(actor, READERS, 'Danh sách đã chốt');
    const list = await this.parts.inspections.list(actor, id);
    if (!list) throw notFound('Không có danh sách này, hoặc nằm ngoài phạm vi của bạn.');
    const rows = await this.parts.inspections.listed(actor, id);
    const findings = await this.parts.inspections.findings(actor, { listId: id });
    const agencies = await this.parts.directory.all();
    return {
      ...listDto(list),
      hidden: list.count - rows.length,
      rows: rows.map((row) => ({
        ...{ id: row.id, caseFileId: row.caseId, registerLabel: row.registerLabel, receivedOn: row.receivedOn },
        agencyName: agencies.get(row.agencyId)?.shortName ?? '',
        findings: findings.filter(({ caseId }) => caseId === row.caseId).map(findingDto),
      })),
    };
  }

  async note(
    actor: Actor,
    about: { readonly listId: string; readonly caseId: string },
    { kind = 'other', verdict, note, corrects }: NewFindingDto,
  ): Promise<void> {
    mustBe(actor, ['inspector'], 'Ghi nhận kiểm tra');
    await this.parts.room.note(actor, about, { kind, verdict, note: note.trim(), corrects: corrects ?? null });
  }

  /** What inspectors noted against the files of the reader's own agency. */
  async forHead(actor: Actor): Promise<CaseFindingsDto> {
    mustBe(actor, ['chairman', 'provinceChairman'], 'Ghi nhận kiểm tra đối với cơ quan');
    const agencies = await this.parts.directory.all();
    const found = await this.parts.inspections.findingsForHead(actor);
    return {
      items: found.map((one) => ({
        ...findingDto(one),
        ...{ caseFileId: one.caseId, registerLabel: one.registerLabel, inspectionName: one.inspectionName },
        agencyName: agencies.get(one.agencyId)?.shortName ?? '',
      })),
    };
  }

  private async cell(
    actor: Actor,
    { form: id = '', cell: no, line: key = '', from, to, knownAt, agency }: NewInspectionListDto,
  ): Promise<Omit<NewInspectionList, 'hash'>> {
    const form = await formNamed(this.parts.register, actor, id);
    const scope = await formScopeOf(this.parts, actor, { from, to, knownAt, agency });
    const all = [...(await this.parts.directory.all()).values()];
    const lines = linesOf(all, scope.agency);
    const facts = formFactsOf(await this.parts.reader.forForms(actor, scope.knownAt), agenciesOfLines(lines));
    const counted = countFormByAgency(form, facts, { period: scope.period, lines, agencies: all });
    const line = lineNamed(counted, key);
    const cell = line?.cells.find((one) => one.no === no);
    const column = form.columns.find((one) => one.no === no);
    if (!line || !cell || !column) throw notFound('Biểu này không có ô đó.');
    return {
      address: {
        ...{ of: 'form', form: form.id, cell: cell.no, line: line.key, agency: scope.agency.code },
        ...{ from: scope.period.from, to: scope.period.to, knownAt: scope.knownAt.toISOString() },
      },
      title: `${form.code}, cột ${cell.no}: ${[...column.group, column.title].join(', ')}${counted.lines.length > 1 ? ` (${line.title})` : ''}`,
      ...{ unit: column.unit, value: cell.value, ids: cell.rows.map(({ row }) => row.id) },
    };
  }

  private async figure(
    actor: Actor,
    { measure, from, to, knownAt, ...asked }: NewInspectionListDto,
  ): Promise<Omit<NewInspectionList, 'hash'>> {
    if (!measure) throw nothingNamed();
    const address: FigureAddress = {
      ...{ measure, from: from as LocalDate, to: to as LocalDate },
      knownAt: new Date(knownAt ?? (await this.parts.clock.now())).toISOString(),
      ...narrowedBy(asked),
    };
    const filters = await filterWords(this.parts, actor, narrowedBy(asked));
    const rows = listOf(measure, await this.parts.reports.factsOf(actor, address), address);
    const ids = rows.flatMap(({ fact }) => {
      const id = 'caseId' in fact ? fact.caseId : 'visitId' in fact ? fact.visitId : fact.petitionId;
      return id === null ? [] : [id];
    });
    const { title, unit } = measureOf(measure);
    const value = rows.reduce((sum, { weight }) => sum + weight, 0);
    const kept = filters.length > 0 ? { filters } : {};
    return { address: { of: 'measure', ...address, ...kept }, title, unit: UNITS[unit] ?? unit, value, ids };
  }
}

/** What narrows a figure; nothing else of what was sent. */
function narrowedBy(
  asked: NewInspectionListDto,
): Pick<FigureListQuery, 'agency' | 'reach' | 'field' | 'procedure' | 'leader' | 'type' | 'flow'> {
  const { agency, reach, field, procedure, leader, type, flow } = asked;
  return {
    ...(agency ? { agency } : {}),
    ...(agency && reach ? { reach } : {}),
    ...(field ? { field } : {}),
    ...(procedure ? { procedure } : {}),
    ...(leader ? { leader } : {}),
    ...(type ? { type } : {}),
    ...(flow ? { flow } : {}),
  };
}

const UNITS: Readonly<Record<string, string>> = { case: 'vụ việc', petition: 'đơn', visit: 'lượt', person: 'người' };
const nothingNamed = (): AppError =>
  new AppError({
    code: 'INSPECTION.NOTHING_NAMED',
    status: 422,
    title: 'Chưa nói chốt danh sách nào',
    detail: 'Nêu biểu và cột, hoặc nêu một chỉ tiêu.',
  });
