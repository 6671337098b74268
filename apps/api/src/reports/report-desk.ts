import type { Actor } from '#libs/access';
import {
  type CaseFact,
  FLOW_PLACES,
  type Facts,
  type FigureAddress,
  flowOf,
  listOf,
  MEASURE_IDS,
  type MeasureId,
  measureOf,
  monthsOf,
  type Period,
  type PetitionFact,
  quartersUpTo,
  RATE_IDS,
  type RateTargets,
  rateText,
  reportMonthsOf,
  TARGET_KINDS,
  targetOn,
  USUAL_TARGET,
  PERIOD_SOURCE,
  periodsOf,
  populationHash,
  protectedFigures,
  reportingYear,
  SMALL,
  toldQuarters,
  toldYear,
} from '#libs/reporting';
import { addDays, type AgencyId, dayOf, instantOf, type LocalDate, type ProcedureName } from '#libs/shared';
import { procedures } from '#workflows';
import { notFound } from '../http/id-param.js';
import { listAddress } from '../http/list-address.js';
import { mustBe } from '../http/rights.js';
import { type TableFile, tableFile } from '../scorecards/table-files.js';
import { rateTables } from '../scorecards/tables.js';
import { askedOf, type AskedParts, filterWords, measureNamed, NO_FIELD } from './asked.js';
import { figureRow, Figures, idOf } from './figure-words.js';
import type {
  BreakdownRowDto,
  FigureTargetDto,
  MonthRowDto,
  FigureListDto,
  FigureListQuery,
  FigureQuery,
  FiguresDto,
  ProtectedFiguresDto,
  ProtectedQuery,
} from './report.dto.js';

const PAGE = 100;
export interface ReportDeskParts extends AskedParts {
  readonly targets: RateTargets;
}

export class ReportDesk {
  constructor(private readonly parts: ReportDeskParts) {}

  async figures(actor: Actor, query: FigureQuery): Promise<FiguresDto> {
    const { period, knownAt, facts } = await askedOf(this.parts, actor, query);
    const whole = new Figures(facts, period);
    const lists = listsOf({ ...query, ...period, knownAt: knownAt.toISOString() });
    const year = reportingYear(dayOf(await this.parts.clock.now()));
    return {
      ...period,
      knownAt: knownAt.toISOString(),
      periods: [...periodsOf(year), ...periodsOf(year - 1)].map(({ key, title, from, to }) => ({
        key,
        title,
        from,
        to,
      })),
      periodSource: PERIOD_SOURCE,
      list: lists({}),
      figures: MEASURE_IDS.map((id) => whole.dto(id)),
      rates: whole.rates(),
      ...(await this.breakdowns(actor, { facts, period, lists })),
      byMonth: monthsOf(period).map(({ month, ...days }) =>
        runRow(facts, { key: month, title: `${month.slice(5)}/${month.slice(0, 4)}`, ...days }, lists),
      ),
      byReportMonth: reportMonthsOf(period).map((window) => runRow(facts, window, lists)),
      byQuarter: quartersUpTo(period.to).map((window) => runRow(facts, window, lists)),
      flow: flowOf(facts, period).map(({ path, count }) => ({
        path: [...path],
        title: FLOW_PLACES[path.at(-1)!],
        ...{ count, list: lists({ flow: path.join('.') }, 'petitionsReceived') },
      })),
      targets: await this.targets(actor, query, { day: period.to, knownAt }),
    };
  }

  async file(actor: Actor, query: FigureQuery): Promise<TableFile> {
    const figures = await this.figures(actor, query);
    const { from, to, knownAt } = figures;
    const tables = rateTables(figures, await filterWords(this.parts, actor, query));
    return tableFile(this.parts, actor, {
      agency: query.agency,
      knownAt,
      name: `ty-le-giai-quyet-${from}-${to}`,
      tables,
    });
  }

  async list(actor: Actor, name: string, query: FigureListQuery): Promise<FigureListDto> {
    const measure = measureNamed(name);
    const { period, knownAt, facts } = await askedOf(this.parts, actor, query);
    const counted = listOf(measure, facts, period);
    const from = Number(query.cursor || 0);
    const until = from + (query.limit ?? PAGE);
    const agencies = await this.parts.directory.all();
    return {
      ...new Figures(facts, period).dto(measure),
      ...period,
      knownAt: knownAt.toISOString(),
      count: counted.length,
      listHash: populationHash(counted.map(({ fact }) => idOf(fact))),
      filters: await filterWords(this.parts, actor, query),
      items: counted.slice(from, until).map((one) => figureRow(one, agencies)),
      nextCursor: until < counted.length ? String(until) : null,
    };
  }

  /** Numbers of denunciations for who answers for a province; nothing of them names one, and none moves from day to day. */
  async protectedFigures(actor: Actor, { year: asked }: ProtectedQuery): Promise<ProtectedFiguresDto> {
    mustBe(actor, ['inspector', 'provinceChairman'], 'Số liệu tố cáo toàn tỉnh');
    if (!actor.agencies.includes(actor.provinceId)) throw notFound('Số liệu này chỉ có ở cấp tỉnh.');
    const now = await this.parts.clock.now();
    const today = dayOf(now);
    const year = asked ?? toldYear(today);
    const quarters = await Promise.all(
      toldQuarters(year, today).map(async ({ period, knownOn }) => ({
        period,
        facts: await this.parts.reader.protectedOnes(actor, instantOf(addDays(knownOn, 1))),
      })),
    );
    const agencies = [...(await this.parts.directory.all()).values()].filter(
      ({ id, level }) => actor.agencies.includes(id) && level !== 'unit',
    );
    return {
      year,
      smallest: SMALL,
      why: `Số từ 1 đến ${SMALL - 1} không hiện, kể cả ô có thể suy ra chúng, vì số nhỏ đủ để nhận ra người tố cáo, người bị tố cáo (LTC Đ.8 k3, Đ.11; ngưỡng là quy định nội bộ). Chỉ gồm quý đã hết từ hơn 10 ngày, theo số biết đến lúc ấy và không đổi về sau: một con số nhảy từ hôm trước sang hôm sau sẽ cho biết có đơn vừa vào (quy định nội bộ).`,
      measures: protectedFigures(
        quarters,
        agencies.map(({ id }) => id),
      ).map((one) => ({
        measure: one.measure,
        title: measureOf(one.measure).title,
        rows: [
          ...one.byAgency.map(({ agencyId, quarters, year: total }) => {
            const agency = agencies.find(({ id }) => id === agencyId);
            return {
              ...{ agencyCode: agency?.code ?? '', agencyName: agency?.shortName ?? '' },
              ...{ quarters: [...quarters], year: total },
            };
          }),
          { agencyCode: '', agencyName: 'Toàn tỉnh', quarters: [...one.quarters], year: one.year },
        ],
      })),
    };
  }

  /** The facts a kept sample was drawn from. */
  async factsOf(actor: Actor, address: FigureAddress): Promise<Facts> {
    return (await askedOf(this.parts, actor, address as FigureQuery)).facts;
  }

  private async targets(
    actor: Actor,
    { agency }: FigureQuery,
    { day, knownAt }: { readonly day: LocalDate; readonly knownAt: Date },
  ): Promise<FigureTargetDto[]> {
    const agencies = await this.parts.directory.all();
    const asked = agency ? await this.parts.directory.byCode(agency) : agencies.get(actor.agencyId);
    const line: AgencyId[] = [];
    for (let one = asked; one; one = one.parentId === null ? undefined : agencies.get(one.parentId)) line.push(one.id);
    const all = await this.parts.targets.all(actor);
    return RATE_IDS.flatMap((rate) => {
      const found = targetOn(all, { rate, line, day, knownAt });
      const usual = rate === USUAL_TARGET.rate ? USUAL_TARGET : null;
      const target = found ?? usual;
      if (!target) return [];
      const source = found
        ? `${TARGET_KINDS[found.kind]} của ${agencies.get(found.agencyId)?.shortName ?? ''}: ${found.source}`
        : target.source;
      return [{ rate, perMille: target.perMille, text: rateText(target.perMille), source }];
    });
  }

  private async breakdowns(
    actor: Actor,
    { facts, period, lists }: { facts: Facts; period: Period; lists: ListsOf },
  ): Promise<Pick<FiguresDto, 'byAgency' | 'byField' | 'byProcedure' | 'byLeader'>> {
    const agencies = await this.parts.directory.all();
    const inIt = new Set(listOf('inCompetence', facts, period).map(({ fact }) => fact));
    const toHandle = new Set(listOf('toHandle', facts, period).map(({ fact }) => fact));
    const cases = facts.cases.filter((fact) => inIt.has(fact));
    const petitions = facts.petitions.filter((fact) => toHandle.has(fact));
    const rows = <Key extends string | number | null>(
      keyOf: (fact: CaseFact | PetitionFact) => Key,
      word: (key: Key) => { readonly key: string; readonly name: string },
      filter: (key: string) => FigureListQuery,
    ): BreakdownRowDto[] => {
      const groups = { cases: groupBy(cases, keyOf), petitions: groupBy(petitions, keyOf) };
      return [...new Set([...groups.cases.keys(), ...groups.petitions.keys()])]
        .map((key) => {
          const told = word(key);
          const own = { cases: groups.cases.get(key) ?? [], petitions: groups.petitions.get(key) ?? [], visits: [] };
          return new Figures(own, period).row({ ...told, list: lists(filter(told.key)) });
        })
        .sort((a, b) => (b.figures[0]?.value ?? 0) - (a.figures[0]?.value ?? 0));
    };
    const leaders = [...new Set([...cases, ...petitions].flatMap(({ leaderId }) => leaderId ?? []))];
    const names = await this.parts.reader.names(actor, leaders);
    return {
      byAgency: rows(
        ({ agencyId }) => agencyId,
        (id) => ({ key: agencies.get(id)?.code ?? '', name: agencies.get(id)?.shortName ?? '' }),
        (agency) => ({ agency, reach: 'own' }),
      ),
      byField: rows(
        ({ field }) => field ?? '',
        (field) => ({ key: field || NO_FIELD, name: field || 'Chưa ghi lĩnh vực' }),
        (field) => ({ field }),
      ),
      byProcedure: rows(
        (fact) => ('procedure' in fact ? fact.procedure : 'petition-handling'),
        (procedure) => ({ key: procedure, name: procedures.find(procedure)?.title ?? procedure }),
        (procedure) => ({ procedure: procedure as ProcedureName }),
      ),
      byLeader: rows(
        ({ leaderId }) => leaderId ?? null,
        (id) =>
          id === null
            ? { key: 'none', name: 'Chưa có người giải quyết' }
            : { key: String(id), name: names.get(id) ?? '' },
        (leader) => ({ leader }),
      ),
    };
  }
}

const runRow = (
  facts: Facts,
  { key, title, from, to }: Period & { readonly key: string; readonly title: string },
  lists: ListsOf,
): MonthRowDto => ({
  ...new Figures(facts, { from, to }).row({ key, name: title, list: lists({ from, to }) }),
  ...{ from, to },
});

/** Addresses of the lists behind figures: as asked, and narrowed further. */
type ListsOf = (narrowed: FigureListQuery, measure?: MeasureId) => string;
const listsOf =
  (asked: FigureQuery): ListsOf =>
  (narrowed, measure) =>
    listAddress(`reports/figures/${measure ?? '{measure}'}/cases`, { ...asked, ...narrowed });

function groupBy<One, Key>(ones: readonly One[], keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of ones) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
