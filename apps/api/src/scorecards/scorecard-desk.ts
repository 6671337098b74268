import type { Actor } from '#libs/access';
import type { AgencyRow } from '#libs/persistence';
import { monthOf, owedIn, type ReceptionAgency } from '#libs/reception';
import {
  type AgencyHead,
  type OwedSpan,
  type Period,
  periodsOf,
  populationHash,
  rateText,
  reportingYear,
  SCORE_GROUPS,
  SCORE_MEASURE_IDS,
  SCORE_SHARES,
  type Scorecard,
  scorecardOf,
  type ScoreFacts,
  scoreFacts,
  scoreFactsOf,
  scoreFactsUnder,
  type ScoreMeasureId,
  scoreMeasureOf,
  type ScoreRow,
  scoreRows,
  type ScoreShareId,
  type ScoreSource,
  scoreWeight,
  within,
} from '#libs/reporting';
import { addMonths, type AgencyId, dayOf, type LocalDate, type UserId } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { listAddress } from '../http/list-address.js';
import type { Agencies } from '../petitions/petition-view.js';
import { agenciesOf, askedOf, type AskedParts } from '../reports/asked.js';
import type {
  ScorecardDto,
  ScorecardQuery,
  ScorecardsDto,
  ScoreListDto,
  ScoreListQuery,
  ScoreMeasureDto,
  ScoreRowDto,
} from './scorecard.dto.js';
import { type TableFile, tableFile } from './table-files.js';
import { scorecardTables } from './tables.js';

const PAGE = 100;
const NOTES = [
  'Dấu “—” là chưa có gì ghi lại để đếm, không phải bằng 0. Ở bảng theo người lãnh đạo, “—” còn là việc không ghi theo tên người.',
  'Vụ việc, bước xử lý tính cho người đã thụ lý, giải quyết hoặc ký với tư cách chủ tịch; ngày tiếp tính cho người đứng đầu có lịch tiếp.',
  'Tố cáo chỉ đếm hồ sơ người xem được biết.',
];

export interface ScorecardParts extends AskedParts {
  readonly scores: ScoreSource;
}
type ListsOf = (narrowed: Readonly<Record<string, string>>) => string;
interface Counted {
  readonly period: Period;
  readonly knownAt: Date;
  readonly facts: ScoreFacts;
  readonly agencies: readonly AgencyId[];
  readonly heads: readonly AgencyHead[];
}

/** What has citizens to receive and files to resolve of its own. */
const SCORED: ReadonlySet<string> = new Set(['province', 'department', 'commune']);

/** Scorecards of agencies and of who leads them: every number is its list. */
export class ScorecardDesk {
  constructor(private readonly parts: ScorecardParts) {}

  async cards(actor: Actor, query: ScorecardQuery): Promise<ScorecardsDto> {
    const { period, knownAt, facts, agencies, heads } = await this.count(actor, query);
    const directory = await this.parts.directory.all();
    const year = reportingYear(dayOf(await this.parts.clock.now()));
    const lists: ListsOf = (narrowed) =>
      listAddress('scorecards/{measure}/rows', {
        ...{ agency: query.agency, reach: query.reach, ...period, knownAt: knownAt.toISOString(), ...narrowed },
      });
    const own = agencies.flatMap((id) => directory.get(id) ?? []).filter(({ level }) => SCORED.has(level));
    return {
      ...{ ...period, knownAt: knownAt.toISOString(), notes: NOTES },
      periods: [...periodsOf(year), ...periodsOf(year - 1)].map(({ key, title, from, to }) => ({
        ...{ key, title, from, to },
      })),
      groups: Object.entries(SCORE_GROUPS).map(([group, title]) => ({ group, title })),
      measures: SCORE_MEASURE_IDS.map(measureDto),
      total: cardDto(
        { key: '', name: 'Tất cả', beside: null, list: lists({}) },
        scorecardOf(facts, { period, ofLeader: false }),
      ),
      byAgency: own.map((agency) =>
        cardDto(
          {
            ...{ key: agency.code, name: agency.shortName },
            beside: heads.find(({ agencyId }) => agencyId === agency.id)?.name ?? null,
            list: lists({ agency: agency.code, reach: 'own' }),
          },
          scorecardOf(scoreFactsOf(facts, new Set([agency.id])), { period, ofLeader: false }),
        ),
      ),
      byLeader: await this.leaders(actor, { facts, heads, directory, period, lists }),
    };
  }

  async file(actor: Actor, query: ScorecardQuery): Promise<TableFile> {
    const cards = await this.cards(actor, query);
    const name = `trach-nhiem-${cards.from}-${cards.to}`;
    const { knownAt } = cards;
    return tableFile(this.parts, actor, { agency: query.agency, knownAt, name, tables: scorecardTables(cards) });
  }

  async list(actor: Actor, name: string, query: ScoreListQuery): Promise<ScoreListDto> {
    const measure = SCORE_MEASURE_IDS.find((id) => id === name);
    if (!measure) throw notFound('Không có chỉ tiêu này.');
    const { period, knownAt, facts } = await this.count(actor, query);
    const leader = query.leader === undefined ? null : (Number(query.leader) as UserId);
    const rows = scoreRows(measure, leader === null ? facts : scoreFactsUnder(facts, leader), {
      ...{ period, ofLeader: leader !== null },
    });
    const from = Number(query.cursor || 0);
    const until = from + (query.limit ?? PAGE);
    const agencies = await this.parts.directory.all();
    const listed = rows ?? [];
    return {
      ...measureDto(measure),
      ...{ ...period, knownAt: knownAt.toISOString(), filters: await this.filters(actor, query) },
      ...{ value: rows === null ? null : scoreWeight(rows), count: listed.length },
      listHash: populationHash(listed.map(({ id }) => id)),
      items: listed.slice(from, until).map((row) => rowDto(row, agencies)),
      nextCursor: until < listed.length ? String(until) : null,
    };
  }

  private async count(actor: Actor, query: ScorecardQuery): Promise<Counted> {
    const { directory, scores } = this.parts;
    const { agency, reach, ...when } = query;
    const asked = await askedOf(this.parts, actor, whenOf(when));
    const all = agency ? await agenciesOf(actor, agency, directory) : actor.agencies;
    const agencies = reach === 'own' ? all.slice(0, 1) : all;
    const heads = await scores.heads(actor, agencies);
    const owed = owedSpans(
      agencies.flatMap((id) => heads.find(({ agencyId }) => agencyId === id) ?? []),
      await directory.all(),
      { ...asked.period, to: lastOver(asked.period.to, dayOf(asked.knownAt)) },
    );
    const more = await scores.more(actor, asked.knownAt, asked.period);
    const facts = scoreFactsOf(scoreFacts(asked.facts, more, owed), new Set(agencies));
    return { ...asked, facts, agencies, heads };
  }

  private async leaders(
    actor: Actor,
    {
      facts,
      heads,
      directory,
      period,
      lists,
    }: Pick<Counted, 'facts' | 'heads' | 'period'> & { directory: Agencies; lists: ListsOf },
  ): Promise<ScorecardDto[]> {
    const places = new Map<UserId, AgencyId>();
    for (const { leaderId, agencyId } of [...facts.cases, ...facts.sessions, ...facts.owed])
      if (leaderId !== null && !places.has(leaderId)) places.set(leaderId, agencyId);
    for (const { id, agencyId } of heads) if (places.has(id)) places.set(id, agencyId);
    const names = await this.parts.reader.names(actor, [...places.keys()]);
    return [...places]
      .map(([id, agencyId]) =>
        cardDto(
          {
            ...{ key: String(id), name: names.get(id) ?? '', beside: directory.get(agencyId)?.shortName ?? null },
            list: lists({ leader: String(id) }),
          },
          scorecardOf(scoreFactsUnder(facts, id), { period, ofLeader: true }),
        ),
      )
      .sort((a, b) => (a.beside ?? '').localeCompare(b.beside ?? '', 'vi') || a.name.localeCompare(b.name, 'vi'));
  }

  private async filters(actor: Actor, { agency, reach, leader }: ScoreListQuery): Promise<string[]> {
    const place = agency ? await this.parts.directory.byCode(agency) : undefined;
    const names = leader ? await this.parts.reader.names(actor, [Number(leader) as UserId]) : undefined;
    return [
      ...(place ? [`Cơ quan: ${place.shortName}${reach === 'own' ? ' (riêng cơ quan này)' : ''}`] : []),
      ...(leader ? [`Người lãnh đạo: ${names?.get(Number(leader) as UserId) ?? ''}`] : []),
    ];
  }
}

/** Only the period and the instant: what else narrows a card is told apart below. */
const whenOf = ({ from, to, knownOn, knownAt }: ScorecardQuery) => ({
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
  ...(knownOn ? { knownOn } : {}),
  ...(knownAt ? { knownAt } : {}),
});
const lastOver = (to: LocalDate, known: LocalDate): LocalDate => (to < known ? to : known);

/** What the heads owed in weeks and months that ended in the period. */
function owedSpans(heads: readonly AgencyHead[], directory: Agencies, period: Period): OwedSpan[] {
  const months: LocalDate[] = [];
  for (let month = addMonths(monthOf(period.from), -1); month <= period.to; month = addMonths(month, 1))
    months.push(month);
  return heads.flatMap(({ id: leaderId, agencyId }) =>
    months.flatMap((month) => {
      const owed = owedIn(month, (directory.get(agencyId) as AgencyRow).level as ReceptionAgency['level']);
      return (owed?.spans ?? [])
        .filter(({ to }) => within(to, period))
        .map((span) => ({ ...span, agencyId, leaderId, days: owed!.perUnit, citation: owed!.citation }));
    }),
  );
}

const measureDto = (measure: ScoreMeasureId): ScoreMeasureDto => {
  const { group, title, unit, says, source, byLeader } = scoreMeasureOf(measure);
  return { measure, group, title, unit, says, source, byLeader };
};
const cardDto = (
  of: Pick<ScorecardDto, 'key' | 'name' | 'beside' | 'list'>,
  { values, shares }: Scorecard,
): ScorecardDto => ({
  ...of,
  values: SCORE_MEASURE_IDS.map((measure) => ({ measure, value: values[measure] })),
  shares: (Object.keys(SCORE_SHARES) as ScoreShareId[]).map((share) => ({
    ...{ share, title: SCORE_SHARES[share].title, perMille: shares[share], text: rateText(shares[share]) },
    ...{ part: SCORE_SHARES[share].of, whole: SCORE_SHARES[share].in },
  })),
});
const rowDto = (
  { caseId, sessionId, label, agencyId, on, detail, weight }: ScoreRow,
  agencies: Agencies,
): ScoreRowDto => ({
  ...{ caseFileId: caseId, sessionId, label, agencyName: agencies.get(agencyId)?.shortName ?? '', on, detail, weight },
});
