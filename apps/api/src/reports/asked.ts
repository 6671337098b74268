import type { Actor } from '#libs/access';
import type { AgencyDirectory, AgencyRow } from '#libs/persistence';
import {
  FLOW_PLACES,
  type Facts,
  isFlowPlace,
  MEASURE_IDS,
  type MeasureId,
  type Period,
  periodsOf,
  reportingYear,
  type ReportReader,
  select,
  type Selection,
} from '#libs/reporting';
import {
  addDays,
  AppError,
  type AgencyId,
  type Clock,
  dayOf,
  instantOf,
  type LocalDate,
  type UserId,
} from '#libs/shared';
import { procedures } from '#workflows';
import { notFound } from '../http/id-param.js';
import { mustBe } from '../http/rights.js';
import { TYPE_LABELS } from '../petitions/petition-input.dto.js';
import type { FigureListQuery, FigureQuery } from './report.dto.js';

export const FIGURE_READERS = ['inspector', 'unitHead', 'chairman', 'provinceChairman'] as const;
/** An empty filter would be no filter. */
export const NO_FIELD = '-';

export interface AskedParts {
  readonly reader: ReportReader;
  readonly directory: AgencyDirectory;
  readonly clock: Clock;
}
/** What a request asks of which facts. */
export interface Asked {
  readonly period: Period;
  readonly knownAt: Date;
  readonly facts: Facts;
}

/** From the words of a request to the facts it is about. */
export async function askedOf(
  { reader, directory, clock }: AskedParts,
  actor: Actor,
  query: FigureListQuery,
): Promise<Asked> {
  mustBe(actor, FIGURE_READERS, 'Tỷ lệ giải quyết');
  const now = await clock.now();
  const knownAt = knownAtOf(query, now);
  const period = untilKnown(periodOf(query, dayOf(now)), dayOf(knownAt));
  const selection = await selectionOf(actor, query, directory);
  return { period, knownAt, facts: select(await reader.seen(actor, knownAt), selection) };
}

/** What a form is asked of: an agency with all below it, a period, an instant. */
export interface FormScope {
  readonly agency: AgencyRow;
  readonly agencies: readonly AgencyId[];
  readonly period: Period;
  readonly knownAt: Date;
}

export const mayReadForms = (actor: Actor): void => mustBe(actor, FIGURE_READERS, 'Biểu mẫu báo cáo');

/** The scope of a form: the reader's own agency where none is named. */
export async function formScopeOf(
  { directory, clock }: Omit<AskedParts, 'reader'>,
  actor: Actor,
  query: FigureQuery,
): Promise<FormScope> {
  mayReadForms(actor);
  const now = await clock.now();
  const knownAt = knownAtOf(query, now);
  const { code } = await directory.byId(actor.agencyId);
  const agencies = await agenciesOf(actor, query.agency ?? code, directory);
  return {
    ...{ agency: await directory.byId(agencies[0]!), agencies, knownAt },
    period: untilKnown(periodOf(query, dayOf(now)), dayOf(knownAt)),
  };
}

function knownAtOf({ knownAt, knownOn }: FigureQuery, now: Date): Date {
  const asked = knownAt ? new Date(knownAt) : knownOn ? endOf(knownOn as LocalDate) : now;
  return asked < now ? asked : now;
}
const endOf = (day: LocalDate): Date => new Date(instantOf(addDays(day, 1)).getTime() - 1);

function periodOf({ from, to }: FigureQuery, today: LocalDate): Period {
  const year = periodsOf(reportingYear(today))[0];
  const period = { from: (from ?? year?.from ?? today) as LocalDate, to: (to ?? year?.to ?? today) as LocalDate };
  if (period.from <= period.to) return period;
  throw new AppError({
    code: 'REPORT.PERIOD',
    status: 422,
    title: 'Kỳ báo cáo không đúng',
    detail: 'Ngày đầu kỳ phải trước ngày cuối kỳ.',
  });
}

/** A period that was not over then ends with the day of what was known: nothing of it was due or done later. */
const untilKnown = ({ from, to }: Period, known: LocalDate): Period => ({
  from,
  to: from <= known && known < to ? known : to,
});

async function selectionOf(actor: Actor, query: FigureListQuery, directory: AgencyDirectory): Promise<Selection> {
  const { agency, reach, field, procedure, leader, flow, type } = query;
  const places = flow?.split('.').filter(isFlowPlace);
  if (places && places.join('.') !== flow) throw notFound('Không có chặng đường đi này.');
  return {
    ...(agency
      ? { agencies: (await agenciesOf(actor, agency, directory)).slice(0, reach === 'own' ? 1 : undefined) }
      : {}),
    ...(field === undefined ? {} : { field: field === NO_FIELD ? '' : field }),
    ...(procedure ? { procedure } : {}),
    ...(leader ? { leader: leader === 'none' ? null : (Number(leader) as UserId) } : {}),
    ...(type ? { petitionType: type } : {}),
    ...(places ? { flow: places } : {}),
  };
}

/** The agency, then those below it. */
export async function agenciesOf(actor: Actor, code: string, directory: AgencyDirectory): Promise<AgencyId[]> {
  const agency = await directory.byCode(code);
  if (!agency || !actor.agencies.includes(agency.id)) throw notFound('Không có cơ quan này trong phạm vi của bạn.');
  return directory.subtree(agency.id);
}

/** The filters of a list, as its reader would say them. */
export async function filterWords(
  { reader, directory }: AskedParts,
  actor: Actor,
  { agency, reach, field, procedure, leader, flow, type }: FigureListQuery,
): Promise<string[]> {
  const place = agency ? await directory.byCode(agency) : undefined;
  const person = leader === undefined || leader === 'none' ? null : (Number(leader) as UserId);
  const names = person === null ? undefined : await reader.names(actor, [person]);
  const places = flow?.split('.').map((one) => (isFlowPlace(one) ? FLOW_PLACES[one] : ''));
  return [
    ...(place ? [`Cơ quan: ${place.shortName}${reach === 'own' ? ' (riêng cơ quan này)' : ''}`] : []),
    ...(field ? [`Lĩnh vực: ${field === NO_FIELD ? 'chưa ghi' : field}`] : []),
    ...(procedure ? [`Quy trình: ${procedures.find(procedure)?.title ?? ''}`] : []),
    ...(leader === 'none' ? ['Chưa có người giải quyết'] : []),
    ...(person === null ? [] : [`Người giải quyết: ${names?.get(person) ?? ''}`]),
    ...(type ? [`Loại đơn: ${TYPE_LABELS[type]}`] : []),
    ...(places ? [`Đường đi: ${places.join(' → ')}`] : []),
  ];
}

export function measureNamed(name: string): MeasureId {
  const found = MEASURE_IDS.find((id) => id === name);
  if (!found) throw notFound('Không có chỉ tiêu này.');
  return found;
}
