import type { Actor } from '#libs/access';
import {
  FLOW_PLACES,
  type Facts,
  type FigureAddress,
  flowOf,
  listOf,
  MEASURE_IDS,
  measureOf,
  monthsOf,
  type Period,
  PERIOD_SOURCE,
  periodsOf,
  populationHash,
  protectedFigures,
  reportingYear,
  SMALL,
} from '#libs/reporting';
import { dayOf } from '#libs/shared';
import { procedures } from '#workflows';
import { notFound } from '../http/id-param.js';
import { mustBe } from '../http/rights.js';
import { askedOf, type AskedParts, filterWords, measureNamed, NO_FIELD } from './asked.js';
import { figureRow, Figures, idOf } from './figure-words.js';
import type {
  BreakdownRowDto,
  FigureListDto,
  FigureListQuery,
  FigureQuery,
  FiguresDto,
  ProtectedFiguresDto,
  ProtectedQuery,
} from './report.dto.js';

const PAGE = 100;
const TARGET = {
  perMille: 850,
  source: 'Chỉ tiêu Chính phủ giao về giải quyết khiếu nại: 85 % (theo báo chí; là mức đặt sẵn, cấu hình được)',
};

export class ReportDesk {
  constructor(private readonly parts: AskedParts) {}

  async figures(actor: Actor, query: FigureQuery): Promise<FiguresDto> {
    const { period, knownAt, facts } = await askedOf(this.parts, actor, query);
    const whole = new Figures(facts, period);
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
      figures: MEASURE_IDS.map((id) => whole.dto(id)),
      rates: whole.rates(),
      ...(await this.breakdowns(actor, { facts, period })),
      byMonth: monthsOf(period).map(({ month, ...days }) => ({
        ...new Figures(facts, days).row(month, `${month.slice(5)}/${month.slice(0, 4)}`),
        ...days,
      })),
      flow: flowOf(facts, period).map(({ path, count }) => ({
        path: [...path],
        title: FLOW_PLACES[path.at(-1)!],
        count,
      })),
      targetPerMille: TARGET.perMille,
      targetSource: TARGET.source,
    };
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

  /** Numbers of denunciations for who answers for a province; nothing of them names one. Only as known now: two days would tell. */
  async protectedFigures(actor: Actor, { year: asked }: ProtectedQuery): Promise<ProtectedFiguresDto> {
    mustBe(actor, ['inspector', 'provinceChairman'], 'Số liệu tố cáo toàn tỉnh');
    if (!actor.agencies.includes(actor.provinceId)) throw notFound('Số liệu này chỉ có ở cấp tỉnh.');
    const now = await this.parts.clock.now();
    const year = asked ?? reportingYear(dayOf(now));
    const facts = await this.parts.reader.protectedOnes(actor, now);
    const agencies = [...(await this.parts.directory.all()).values()].filter(
      ({ id, level }) => actor.agencies.includes(id) && level !== 'unit',
    );
    return {
      year,
      smallest: SMALL,
      why: `Số từ 1 đến ${SMALL - 1} không hiện, kể cả ô có thể suy ra chúng, vì số nhỏ đủ để nhận ra người tố cáo, người bị tố cáo (LTC Đ.8 k3, Đ.11; ngưỡng là quy định nội bộ).`,
      measures: protectedFigures(
        facts,
        year,
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

  private async breakdowns(
    actor: Actor,
    { facts, period }: { facts: Facts; period: Period },
  ): Promise<Pick<FiguresDto, 'byAgency' | 'byField' | 'byProcedure' | 'byLeader'>> {
    const agencies = await this.parts.directory.all();
    const inIt = new Set(listOf('inCompetence', facts, period).map(({ fact }) => fact));
    const cases = facts.cases.filter((fact) => inIt.has(fact));
    const rows = <Key extends string | number | null>(
      keyOf: (fact: (typeof cases)[number]) => Key,
      word: (key: Key) => { readonly key: string; readonly name: string },
    ): BreakdownRowDto[] =>
      [...groupBy(cases, keyOf)]
        .map(([key, own]) => {
          const { key: filter, name } = word(key);
          return new Figures({ cases: own, petitions: [], visits: [] }, period).row(filter, name);
        })
        .sort((a, b) => (b.figures[0]?.value ?? 0) - (a.figures[0]?.value ?? 0));
    const leaders = [...new Set(cases.flatMap(({ leaderId }) => (leaderId === null ? [] : [leaderId])))];
    const names = await this.parts.reader.names(actor, leaders);
    return {
      byAgency: rows(
        ({ agencyId }) => agencyId,
        (id) => ({ key: agencies.get(id)?.code ?? '', name: agencies.get(id)?.shortName ?? '' }),
      ),
      byField: rows(
        ({ field }) => field,
        (field) => ({ key: field || NO_FIELD, name: field || 'Chưa ghi lĩnh vực' }),
      ),
      byProcedure: rows(
        ({ procedure }) => procedure,
        (procedure) => ({ key: procedure, name: procedures.find(procedure)?.title ?? procedure }),
      ),
      byLeader: rows(
        ({ leaderId }) => leaderId,
        (id) =>
          id === null
            ? { key: 'none', name: 'Chưa có người giải quyết' }
            : { key: String(id), name: names.get(id) ?? '' },
      ),
    };
  }
}

function groupBy<One, Key>(ones: readonly One[], keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of ones) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
