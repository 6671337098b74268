import {
  type Counted,
  type CountedRow,
  figureOf,
  type Facts,
  type MeasureId,
  measureOf,
  perMille,
  type Period,
  RATE_IDS,
  RATES,
  rateText,
  type CaseFact,
  type PetitionFact,
  UNIT_TITLES,
  type VisitFact,
} from '#libs/reporting';
import { anyStageTitle, procedureTitle, stageTitle } from '../http/labels.js';
import type { Agencies } from '../petitions/petition-view.js';
import type {
  BreakdownRowDto,
  MeasuredFigureDto,
  FigureRowDto,
  MeasureValueDto,
  RateDto,
  RateValueDto,
} from './report.dto.js';

const TYPE_TITLES: Readonly<Record<string, string>> = {
  complaint: 'Đơn khiếu nại',
  denunciation: 'Đơn tố cáo',
  feedback: 'Đơn kiến nghị, phản ánh',
  mixed: 'Đơn có nhiều nội dung',
};
const SESSION_TITLES: Readonly<Record<string, string>> = {
  regular: 'Tiếp công dân thường xuyên',
  periodic: 'Tiếp công dân định kỳ',
  unscheduled: 'Tiếp công dân đột xuất',
  dialogue: 'Đối thoại với công dân',
};
/** What rows of a table are told by; the rest is told once, above. */
export const ROW_MEASURES = [
  'inCompetence',
  'resolved',
  'resolvedOrDue',
  'onTime',
  'late',
  'resolvedTimed',
  'dueTimed',
  'toHandle',
  'handled',
] as const satisfies readonly MeasureId[];

/** The figures of one set of facts, each counted once. */
export class Figures {
  private readonly known = new Map<MeasureId, number>();

  constructor(
    private readonly facts: Facts,
    private readonly period: Period,
  ) {}

  value(id: MeasureId): number {
    const value = this.known.get(id) ?? figureOf(id, this.facts, this.period);
    this.known.set(id, value);
    return value;
  }

  dto(id: MeasureId): MeasuredFigureDto {
    const { title, unit, says, source } = measureOf(id);
    return { measure: id, value: this.value(id), title, unit, unitTitle: UNIT_TITLES[unit], says, source };
  }

  rates(): RateDto[] {
    return RATE_IDS.map((rate) => {
      const { title, says, source, official, numerator, denominator } = RATES[rate];
      return {
        ...{ ...this.rate(rate), title, says, source, official },
        ...{ numerator: this.dto(numerator), denominator: this.dto(denominator) },
      };
    });
  }

  row(of: Pick<BreakdownRowDto, 'key' | 'name' | 'list'>): BreakdownRowDto {
    const figures: MeasureValueDto[] = ROW_MEASURES.map((measure) => ({ measure, value: this.value(measure) }));
    return { ...of, figures, rates: RATE_IDS.map((rate) => this.rate(rate)) };
  }

  private rate(rate: (typeof RATE_IDS)[number]): RateValueDto {
    const value = perMille(this.value(RATES[rate].numerator), this.value(RATES[rate].denominator));
    return { rate, perMille: value, text: rateText(value) };
  }
}

export const idOf = (fact: Counted['fact']): string =>
  'caseId' in fact ? (fact.caseId ?? '') : 'visitId' in fact ? fact.visitId : (fact.petitionId ?? '');

/** One row of the list behind a figure. */
export function figureRow({ fact, weight }: Counted, agencies: Agencies): FigureRowDto {
  const common = {
    agencyName: agencies.get(fact.agencyId)?.shortName ?? '',
    registerLabel: fact.registerLabel ?? '',
    weight,
  };
  if ('caseId' in fact) return { ...common, ...caseRow(fact) };
  return { ...common, ...NOT_A_CASE, ...('visitId' in fact ? visitRow(fact) : petitionRow(fact)) };
}

/** One row of the list behind a cell of a form. */
export function countedRow({ row, weight }: CountedRow, agencies: Agencies): FigureRowDto {
  if ('fact' in row) return figureRow({ fact: row.fact, weight }, agencies);
  return {
    ...{ ...NOT_A_CASE, weight, petitionId: null, field: null, title: 'Buổi tiếp công dân' },
    ...{ agencyName: agencies.get(row.agencyId)?.shortName ?? '', registerLabel: row.label, receivedOn: row.heldOn },
  };
}

const NOT_A_CASE = { caseFileId: null, stageTitle: null, acceptedOn: null, resolvedOn: null, dueOn: null };
const caseRow = (fact: CaseFact) => ({
  caseFileId: fact.caseId,
  petitionId: fact.petitionId,
  title: procedureTitle(fact.procedure, fact.procedureVersion),
  stageTitle: stageWords(fact),
  field: fact.field,
  receivedOn: fact.receivedOn,
  acceptedOn: fact.acceptedOn,
  resolvedOn: fact.resolvedOn,
  dueOn: fact.dueOn,
});
const petitionRow = (fact: PetitionFact) => ({
  petitionId: fact.petitionId,
  title: TYPE_TITLES[fact.petitionType] ?? '',
  field: fact.field,
  receivedOn: fact.receivedOn,
});
const visitRow = (fact: VisitFact) => ({
  petitionId: null,
  title: SESSION_TITLES[fact.sessionKind] ?? 'Tiếp công dân',
  field: null,
  receivedOn: fact.visitedOn,
});
function stageWords({ procedure, procedureVersion, stage }: CaseFact): string {
  const title = stageTitle(procedure, procedureVersion, stage);
  return title === stage ? anyStageTitle(stage) : title;
}
