import type { Actor } from '#libs/access';
import type { HandDayCount } from '#libs/persistence';
import { addDays, type LocalDate } from '#libs/shared';
import { handKey, idsOf, nameOf, sum } from './hands.js';
import type { LoadAheadDto, PlaceQuery } from './leader-board.dto.js';
import type { LeaderBoardDeskParts } from './leader-board-desk.js';
import { Lists } from './lists.js';

interface Ahead {
  readonly place: PlaceQuery;
  readonly today: LocalDate;
  /** Limits that end from today to the last day of the longest window. */
  readonly soon: readonly HandDayCount[];
  readonly windows: readonly { readonly workingDays: number; readonly until: LocalDate }[];
}

/** What each officer has before them: open, late already, and due in each window. */
export async function loadAhead(
  { figures, directory }: Pick<LeaderBoardDeskParts, 'figures' | 'directory'>,
  actor: Actor,
  { place, today, soon, windows }: Ahead,
): Promise<LoadAheadDto[]> {
  const files = await figures.filesByHand(actor, place);
  const late = await figures.handDays(actor, place, { to: addDays(today, -1) });
  const hands = [...files, ...late, ...soon];
  const names = await figures.officers(actor, idsOf(hands));
  const agencies = await directory.all();
  const lists = new Lists(place);
  const countOf = (rows: readonly { assigneeId: number | null; count: number }[], userId: number | null): number =>
    sum(rows.filter(({ assigneeId }) => assigneeId === userId).map(({ count }) => count));
  const ahead = [...new Set(hands.map(({ assigneeId }) => assigneeId))].map((userId): LoadAheadDto => {
    const officer = userId === null ? undefined : names.get(userId);
    const assignee = handKey(userId);
    const dueBy = (until: LocalDate) => soon.filter(({ on }) => on <= until);
    return {
      ...{ userId, name: nameOf(names, userId) },
      agencyName: officer ? (agencies.get(officer.agencyId)?.shortName ?? null) : null,
      open: { count: countOf(files, userId), list: lists.files({ state: 'open', assignee }) },
      overdue: { count: countOf(late, userId), list: lists.limits({ assignee }) },
      windows: windows.map(({ workingDays, until }) => ({
        ...{ workingDays, count: countOf(dueBy(until), userId) },
        list: lists.limits({ scope: 'all', dueFrom: today, dueTo: until, assignee }),
      })),
    };
  });
  const most = ({ windows: own, overdue, open }: LoadAheadDto): readonly number[] => [
    ...[own.at(-1)?.count ?? 0, overdue.count, open.count],
  ];
  return ahead.sort((a, b) => {
    const [mine, theirs] = [most(a), most(b)];
    return mine.map((value, i) => (theirs[i] ?? 0) - value).find((difference) => difference !== 0) ?? 0;
  });
}
