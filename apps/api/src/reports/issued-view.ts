import {
  type CellDifference,
  type FormColumn,
  type FrozenCell,
  type FrozenReport,
  type FrozenRow,
  headsOf,
  type IssuedReport,
  issueTitle,
  REPORT_STATES,
  stateOf,
  wordsOf,
} from '#libs/reporting';
import type { Agencies } from '../petitions/petition-view.js';
import type { FormColumnDto } from './form.dto.js';
import type {
  CellDifferenceDto,
  FrozenRowDto,
  IssuedReportDetailDto,
  IssuedReportDto,
  MovedRowDto,
} from './issued.dto.js';

export function reportDto(one: IssuedReport, agencies: Agencies): IssuedReportDto {
  const { issue, agencyId, knownAt, madeAt, madeFor: _, ...rest } = one;
  const state = stateOf(one);
  const agency = agencies.get(agencyId);
  return {
    ...rest,
    ...{ title: issue ? issueTitle(issue) : 'Dự thảo', state, stateTitle: REPORT_STATES[state] },
    ...{ agencyCode: agency?.code ?? '', agencyName: agency?.name ?? '' },
    ...{ knownAt: knownAt.toISOString(), madeAt: madeAt.toISOString() },
    ...{ revision: issue?.revision ?? null, reason: issue?.reason ?? null },
    ...{ issuedByName: issue?.issuedByName ?? null, issuedAt: issue?.issuedAt.toISOString() ?? null },
  };
}

type Shown = Pick<
  IssuedReportDetailDto,
  'countedTo' | 'formHash' | 'heads' | 'cells' | 'lines' | 'identities' | 'notices'
>;
/** The frozen table as a screen shows it. */
export function frozenTable({
  form,
  formHash,
  countedTo,
  lines,
  identities,
  notices,
  broken,
  warned = [],
}: FrozenReport): Shown {
  const whole = lines.at(-1)?.cells ?? [];
  const failing = [
    ...broken.map((one) => ({ ...one, severity: 'error', note: null })),
    ...warned.map((one) => ({ ...one, severity: 'warning' })),
  ];
  return {
    ...{
      countedTo,
      formHash: formHash ?? null,
      notices: [...notices],
      identities: identities.map((one) => ({ ...one, cases: [...one.cases] })),
    },
    heads: headsOf(form.columns)
      .flat()
      .map((head) => ({ ...head })),
    cells: form.columns.map((column, place) => columnDto(column, whole[place])),
    lines: lines.map(({ key, kind, title, ordinal, cells }) => ({
      ...{ key, kind, title, ordinal, cells: cells.map(({ no, value, state }) => ({ no, value, state })) },
      broken: failing
        .filter(({ line }) => line === key)
        .map(({ formula, says, cases, severity, note }) => ({
          ...{ formula, severity, state: 'broken', says, note, cases: [...cases] },
        })),
    })),
  };
}

export const columnDto = (column: FormColumn, cell: FrozenCell | undefined): FormColumnDto => ({
  ...{ no: column.no, group: [...column.group], title: column.title, unit: column.unit, says: wordsOf(column) },
  ...{ value: cell?.value ?? null, state: cell?.state ?? 'noData' },
});

const KINDS: Readonly<Record<FrozenRow['kind'], string>> = {
  petition: 'Đơn',
  case: 'Hồ sơ giải quyết',
  visit: 'Lượt tiếp công dân',
  session: 'Buổi tiếp công dân',
};
const movedRow = ({ registerLabel, agencyId, caseFileId, petitionId }: FrozenRow, agencies: Agencies): MovedRowDto => ({
  ...{ registerLabel, caseFileId, petitionId, agencyName: agencies.get(agencyId)?.shortName ?? '' },
});
export const frozenRow = (row: FrozenRow, agencies: Agencies): FrozenRowDto => ({
  ...movedRow(row, agencies),
  ...{ title: KINDS[row.kind], visitId: row.visitId, receivedOn: row.receivedOn, weight: row.weight },
});

export interface DifferenceAround {
  readonly form: FrozenReport['form'];
  readonly labels: ReadonlyMap<string, FrozenRow>;
  readonly agencies: Agencies;
}
export function differenceDto(one: CellDifference, { form, labels, agencies }: DifferenceAround): CellDifferenceDto {
  const { line, lineTitle, no, was, now, came, went, reweighed } = one;
  const shown = (ids: readonly string[]): MovedRowDto[] =>
    ids.flatMap((id) => {
      const row = labels.get(id);
      return row ? [movedRow(row, agencies)] : [];
    });
  const column = form.columns.find((candidate) => candidate.no === no);
  return {
    ...{ line, lineTitle: lineTitle || 'Tổng', no, was, now },
    columnTitle: column ? [...column.group, column.title].join(', ') : '',
    ...{ came: shown(came), went: shown(went), reweighed: shown(reweighed) },
    hidden: [...came, ...went, ...reweighed].filter((id) => !labels.has(id)).length,
  };
}
