import type { Actor } from '#libs/access';
import {
  type AgencyHead,
  COMPLEX_CRITERIA,
  COMPLEX_CRITERION_IDS,
  COMPLEX_KINDS,
  type ComplexCase,
  complexCases,
  type ComplexFile,
  type ComplexKind,
  type FileStanding,
  selectComplex,
  type ScoreMark,
} from '#libs/reporting';
import { type AgencyId, dayOf, type LocalDate, type UserId } from '#libs/shared';
import { ROLE_LABELS } from '../auth/role-labels.js';
import { definitionOf, procedureTitle, ruleTitle, stageTitle } from '../http/labels.js';
import { listAddress } from '../http/list-address.js';
import { mustBe } from '../http/rights.js';
import type { Agencies } from '../petitions/petition-view.js';
import { agenciesOf, FIGURE_READERS } from '../reports/asked.js';
import type { ComplexCaseDto, ComplexCasesDto, ComplexFilterQuery, ComplexQuery, PastStepDto } from './complex.dto.js';
import type { ScorecardParts } from './scorecard-desk.js';
import { type TableFile, tableFile } from './table-files.js';
import { complexTable } from './tables.js';

const PAGE = 50;
/** What a leader wants to be reminded of; the rest is in the file. */
const PAST: Readonly<Partial<Record<ScoreMark, string>>> = {
  prolonged: 'Xác định vụ việc phức tạp, kéo dài thời hạn',
  extended: 'Gia hạn giải quyết',
  dialogue: 'Đối thoại',
  forwarded: 'Chuyển đơn',
  returned: 'Trả lại nơi chuyển',
};

interface Around {
  readonly agencies: Agencies;
  readonly heads: readonly AgencyHead[];
  readonly names: ReadonlyMap<UserId, string>;
  readonly standing: ReadonlyMap<string, FileStanding>;
}

/** Complex, prolonged and bypass-level cases, as they stand now. */
export class ComplexDesk {
  constructor(private readonly parts: ScorecardParts) {}

  async cases(actor: Actor, { agency, kind, criterion, limit, cursor }: ComplexQuery): Promise<ComplexCasesDto> {
    mustBe(actor, FIGURE_READERS, 'Vụ việc phức tạp, kéo dài, vượt cấp');
    const { directory, clock } = this.parts;
    const now = await clock.now();
    const today = dayOf(now);
    const within = agency ? new Set(await agenciesOf(actor, agency, directory)) : undefined;
    const all = selectComplex(complexCases(await this.files(actor, now, today), today), { agencies: within });
    const listed = selectComplex(all, { kind, criterion });
    const from = Number(cursor || 0);
    const until = from + (limit ?? PAGE);
    const shown = listed.slice(from, until);
    const around = await this.around(actor, shown);
    return {
      asOf: today,
      kinds: (Object.keys(COMPLEX_KINDS) as ComplexKind[]).map((one) => ({
        ...{ kind: one, title: COMPLEX_KINDS[one], count: selectComplex(all, { kind: one }).length },
        list: listAddress('complex-cases', { agency, kind: one }),
      })),
      criteria: COMPLEX_CRITERION_IDS.map((one) => {
        const { kind: of, title, source } = COMPLEX_CRITERIA[one];
        return {
          ...{ criterion: one, kind: of, title, source, count: selectComplex(all, { criterion: one }).length },
          list: listAddress('complex-cases', { agency, criterion: one }),
        };
      }),
      count: listed.length,
      items: shown.map((one) => caseDto(one, around)),
      nextCursor: until < listed.length ? String(until) : null,
    };
  }

  async file(actor: Actor, query: ComplexFilterQuery): Promise<TableFile> {
    const list = await this.cases(actor, { ...query, limit: Number.MAX_SAFE_INTEGER });
    const name = `vu-viec-phuc-tap-${list.asOf}`;
    return tableFile(this.parts, actor, { agency: query.agency, name, tables: [complexTable(list, list.items)] });
  }

  private async files(actor: Actor, now: Date, today: LocalDate): Promise<ComplexFile[]> {
    const facts = await this.parts.reader.seen(actor, now);
    const { steps } = await this.parts.scores.more(actor, now, { from: today, to: today });
    const agencies = await this.parts.directory.all();
    const stepsOf = new Map(steps.map((one) => [one.caseId, one.steps]));
    const peopleOf = new Map(facts.petitions.map(({ petitionId, people }) => [petitionId, people]));
    return facts.cases.map((fact) => ({
      ...{ fact, steps: stepsOf.get(fact.caseId ?? '') ?? [], people: peopleOf.get(fact.petitionId) ?? 1 },
      level: agencies.get(fact.agencyId)?.level ?? '',
    }));
  }

  private async around(actor: Actor, shown: readonly ComplexCase[]): Promise<Around> {
    const { scores, reader, directory } = this.parts;
    const places = [...new Set(shown.map(({ fact }): AgencyId => fact.agencyId))];
    const leaders = [...new Set(shown.flatMap(({ fact }) => fact.leaderId ?? []))];
    const standing = await scores.standing(
      actor,
      shown.flatMap(({ fact }) => fact.caseId ?? []),
    );
    return {
      agencies: await directory.all(),
      heads: await scores.heads(actor, places),
      names: await reader.names(actor, leaders),
      standing: new Map(standing.map((one) => [one.caseId, one])),
    };
  }
}

function caseDto(one: ComplexCase, { agencies, heads, names, standing }: Around): ComplexCaseDto {
  const { fact, steps, criteria, people, ageDays } = one;
  const now = standing.get(fact.caseId ?? '');
  const owner = definitionOf(fact.procedure, fact.procedureVersion)?.stages[fact.stage]?.owner;
  const head = heads.find(({ agencyId }) => agencyId === fact.agencyId)?.name ?? null;
  const over = fact.outcome !== null;
  return {
    ...{ caseFileId: fact.caseId, registerLabel: fact.registerLabel ?? '', people, ageDays },
    ...{ agencyName: agencies.get(fact.agencyId)?.shortName ?? '', field: fact.field, receivedOn: fact.receivedOn },
    procedureTitle: procedureTitle(fact.procedure, fact.procedureVersion),
    stageTitle: stageTitle(fact.procedure, fact.procedureVersion, fact.stage),
    kinds: [...new Set(criteria.map((id) => COMPLEX_CRITERIA[id].kind))],
    criteria: criteria.map((id) => COMPLEX_CRITERIA[id].title),
    history: [
      ...(fact.acceptedOn ? [{ on: fact.acceptedOn, title: 'Thụ lý' }] : []),
      ...steps.flatMap(({ mark, on }): PastStepDto[] => (PAST[mark] ? [{ on, title: PAST[mark] }] : [])),
    ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    leaderName: fact.leaderId === null ? head : (names.get(fact.leaderId) ?? head),
    inHandsOf: over ? 'đã kết thúc' : (now?.assigneeName ?? (owner ? ROLE_LABELS[owner] : 'chưa giao')),
    nextStep: over
      ? 'Không còn việc ở đây'
      : now?.ruleVersion
        ? ruleTitle(now.ruleVersion)
        : 'Không có thời hạn theo luật đang chạy',
    ...{ nextCitation: now?.citation ?? null, nextDueOn: now?.dueOn ?? null },
  };
}
