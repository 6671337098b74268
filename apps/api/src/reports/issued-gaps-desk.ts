import type { Actor } from '#libs/access';
import {
  type DataGaps,
  formFactsOf,
  type Gap,
  GAP_LISTS,
  type GapList,
  type GapRow,
  GAPS,
  type Period,
} from '#libs/reporting';
import type { AgencyId } from '#libs/shared';
import { listAddress } from '../http/list-address.js';
import { type AskedParts, formScopeOf } from './asked.js';
import type { AgencyGapsDto, DataGapsDto, DataGapsQuery, GapRowsDto, GapRowsQuery } from './issued-packs.dto.js';

export interface IssuedGapsParts extends AskedParts {
  readonly gaps: DataGaps;
}
const PAGE = 500;
const LEVELS: ReadonlySet<string> = new Set(['province', 'commune', 'department']);

/** Who has not entered what, so that it is asked for before the figures are handed in. */
export class IssuedGapsDesk {
  constructor(private readonly parts: IssuedGapsParts) {}

  async all(actor: Actor, query: DataGapsQuery): Promise<DataGapsDto> {
    const { period, agencies } = await formScopeOf(this.parts, actor, query);
    const entries = new Map((await this.parts.gaps.entries(actor, period)).map((one) => [one.agencyId, one]));
    const counts = new Map<Gap, ReadonlyMap<AgencyId, number>>();
    for (const gap of Object.keys(GAPS) as Gap[]) counts.set(gap, byAgency(await this.rows(actor, gap, period)));
    const directory = await this.parts.directory.all();
    const rows = agencies.flatMap((id): AgencyGapsDto[] => {
      const agency = directory.get(id);
      if (!agency || agency.validTo !== null || !LEVELS.has(agency.level)) return [];
      const entry = entries.get(id);
      const of = (gap: Gap): number => counts.get(gap)?.get(id) ?? 0;
      const list = (gap: GapList): string => listAddress('data-gaps/rows', { ...period, agency: agency.code, gap });
      return [
        {
          ...{ agencyCode: agency.code, agencyName: agency.name, entered: entry?.entered ?? 0 },
          lastEntryAt: entry?.lastEntryAt?.toISOString() ?? null,
          ...{ noField: of('noField'), noFinding: of('noFinding'), noRecord: of('noRecord') },
          lists: {
            ...{ entered: list('entered'), noField: list('noField') },
            ...{ noFinding: list('noFinding'), noRecord: list('noRecord') },
          },
        },
      ];
    });
    return { from: period.from, to: period.to, agencies: rows };
  }

  async list(actor: Actor, { gap, limit = PAGE, cursor, ...query }: GapRowsQuery): Promise<GapRowsDto> {
    const { period, agency } = await formScopeOf(this.parts, actor, query);
    const agencies = await this.parts.directory.all();
    const rows = (await this.rows(actor, gap, period)).filter(({ agencyId }) => agencyId === agency.id);
    const from = Number(cursor || 0);
    const until = from + limit;
    return {
      ...{ title: GAP_LISTS[gap], count: rows.length },
      items: rows
        .slice(from, until)
        .map(({ agencyId, ...row }) => ({ ...row, agencyName: agencies.get(agencyId)?.name ?? '' })),
      nextCursor: until < rows.length ? String(until) : null,
    };
  }

  private rows(actor: Actor, gap: GapList, period: Period): Promise<readonly GapRow[]> {
    return gap === 'noFinding' ? this.unfound(actor, period) : this.parts.gaps.rows(actor, gap, period);
  }

  /** Handled, and yet no finding says whether it was eligible or whose it is: it stands in no further column. */
  private async unfound(actor: Actor, period: Period): Promise<readonly GapRow[]> {
    const { petitions } = formFactsOf(
      await this.parts.reader.forForms(actor, await this.parts.clock.now()),
      actor.agencies,
    );
    return petitions.flatMap(({ id, fact, handledOn, eligible, competent, way }): GapRow[] => {
      const within = fact.receivedOn >= period.from && fact.receivedOn <= period.to;
      const open = eligible === null || (eligible && competent === null);
      if (handledOn === null || !within || !open || way === 'withdrawn' || way === 'put away') return [];
      const { agencyId, receivedOn, registerLabel } = fact;
      return [{ id, agencyId, label: registerLabel ?? '', on: receivedOn, caseFileId: null, sessionId: null }];
    });
  }
}

function byAgency(rows: readonly GapRow[]): ReadonlyMap<AgencyId, number> {
  const found = new Map<AgencyId, number>();
  for (const { agencyId } of rows) found.set(agencyId, (found.get(agencyId) ?? 0) + 1);
  return found;
}
