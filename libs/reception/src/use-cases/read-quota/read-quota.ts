import type { Actor } from '#libs/access';
import type { Tx } from '#libs/intake';
import { addDays, addMonths, dayOf, minDate, type LocalDate } from '#libs/shared';
import type { ReceptionDependencies } from '../../dependencies.js';
import { outsideScope, wrongField } from '../../errors.js';
import type { ReceptionAgency } from '../../model.js';
import type { Leader } from '../../ports.js';
import { monthOf, owedIn, quotaDayOf, standing, weeksOf, type MonthStanding } from '../../quota.js';
import { roleOf } from '../../chain.js';
import { READERS } from '../../scope.js';

export interface QuotaQuery {
  readonly agencyCode?: string | undefined;
  /** Any day of the first and of the last month. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The agencies below as well. */
  readonly below?: boolean | undefined;
}

export interface QuotaRow {
  readonly agency: ReceptionAgency;
  readonly leader: Leader | null;
  readonly month: LocalDate;
  readonly standing: MonthStanding;
}

const MOST_MONTHS = 24;
/** Days owed, planned, held and missing, by leader and month, with the article they are owed by. */
export function readQuota(deps: ReceptionDependencies, actor: Actor, query: QuotaQuery): Promise<readonly QuotaRow[]> {
  roleOf(actor, READERS, 'Xem số ngày tiếp công dân');
  return deps.work.run(actor, async (tx) => {
    const months: LocalDate[] = [];
    for (let month = monthOf(query.from); month <= query.to; month = addMonths(month, 1)) months.push(month);
    if (months.length === 0 || months.length > MOST_MONTHS)
      throw wrongField('/to', 'RANGE.INVALID', `Chọn từ 1 đến ${MOST_MONTHS} tháng.`);
    const agencies = await agenciesOf(deps, tx, actor, query);
    return quotaRows(deps, tx, { agencies, months });
  });
}

export async function quotaRows(
  deps: ReceptionDependencies,
  tx: Tx,
  { agencies, months }: { readonly agencies: readonly ReceptionAgency[]; readonly months: readonly LocalDate[] },
): Promise<readonly QuotaRow[]> {
  const ids = agencies.map(({ id }) => id);
  const today = dayOf(await deps.store.now(tx));
  const heads = await deps.store.heads(tx, ids);
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  const from = minDate(first, weeksOf(first)[0]?.from ?? first);
  const sessions = await deps.store.list(tx, 'session', {
    where: { agency_id: ids, kind: 'periodic' },
    day: { column: 'held_on', from, to: addDays(addMonths(last, 1), 6) },
  });
  return agencies.flatMap((agency) =>
    months.flatMap((month): QuotaRow[] => {
      const owed = owedIn(month, agency.level);
      if (!owed) return [];
      const own = heads.filter(({ agencyId }) => agencyId === agency.id);
      const [start, end] = [owed.spans[0]?.from ?? month, owed.spans.at(-1)?.to ?? month];
      return (own.length > 0 ? own : [null]).map((leader) => ({
        ...{ agency, leader, month },
        standing: standing(
          owed,
          sessions
            .filter((one) => one.agencyId === agency.id && (!leader || one.leaderId === leader.id))
            .filter((one) => one.heldOn >= start && one.heldOn <= end)
            .flatMap((one) => quotaDayOf(one) ?? []),
          today,
        ),
      }));
    }),
  );
}

async function agenciesOf(
  deps: ReceptionDependencies,
  tx: Tx,
  actor: Actor,
  { agencyCode, below }: QuotaQuery,
): Promise<readonly ReceptionAgency[]> {
  const root = await deps.store.agency(tx, agencyCode === undefined ? { id: actor.agencyId } : { code: agencyCode });
  if (!root || !actor.agencies.includes(root.id)) throw outsideScope();
  if (!below) return [root];
  const all = await deps.store.agencies(tx, actor.agencies);
  // Two levels of government: below the province is everything in scope, below anything else nothing but itself.
  return root.id === root.provinceId ? all : [root];
}
