import type { KeyVault } from '#libs/identity';
import type { Connections } from '#libs/persistence';
import { addDays, instantOf, localDate, type LocalDate } from '#libs/shared';
import { readReference, type Reference } from '../bulk/reference.js';
import { startClock } from '../bulk/replay-history.js';
import { planCountry, seedCentral, seedCountry, type NationProvince } from './country.js';
import type { ReportingPeriod } from './plan-petitions.js';
import { planPlace, writePlace, type Written } from './replay-province.js';
import { divide, PUBLISHED_2025, scaledTotals, type Totals } from './totals.js';

/** The twelve months of the report for 2025. */
export const YEAR_2025: ReportingPeriod = { from: localDate('2024-12-15'), to: localDate('2025-12-14') };
/** The desks are open again. */
export const TODAY: LocalDate = addDays(YEAR_2025.to, 1);

export interface NationOptions {
  readonly seed: number;
  /** One of so many of everything. */
  readonly scale: number;
}
export interface NationPlan {
  readonly totals: Totals;
  readonly provinces: readonly (NationProvince & { readonly totals: Totals; readonly seed: number })[];
}

export function planNation({ seed, scale }: NationOptions): NationPlan {
  const totals = scaledTotals(PUBLISHED_2025, scale);
  const provinces = planCountry(seed);
  const parts = divide(
    totals,
    provinces.map(({ weight }) => weight),
  );
  return {
    totals,
    provinces: provinces.map((province, place) => ({
      ...province,
      totals: parts[place]!,
      seed: seed + (place + 1) * 7_919,
    })),
  };
}

export interface NationSystem {
  readonly connections: Connections;
  readonly vault: KeyVault;
}

/** The country with nothing in its books yet, on the day after the period. */
export async function foundNation({ connections }: NationSystem, { provinces }: NationPlan): Promise<Reference> {
  await seedCountry(connections.admin, provinces);
  await seedCentral(connections.admin);
  await startClock(connections, instantOf(TODAY, '08:30'));
  return readReference(connections);
}

/** Writes the histories of some provinces, one after another. */
export async function writeProvinces(
  system: NationSystem,
  reference: Reference,
  {
    provinces,
    today = TODAY,
    onWritten,
  }: {
    readonly provinces: NationPlan['provinces'];
    /** A history that is only told up to this day. */
    readonly today?: LocalDate;
    readonly onWritten?: (code: string, written: Written) => void;
  },
): Promise<Written> {
  const sum = { petitions: 0, files: 0, visits: 0, events: 0 };
  for (const { code, agencies, totals, seed } of provinces) {
    const history = planPlace(agencies, { totals, period: YEAR_2025, seed });
    const own = provinceOf(reference, code);
    const written = await writePlace(system, history, { reference: own, today });
    for (const key of ['petitions', 'files', 'visits', 'events'] as const) sum[key] += written[key];
    onWritten?.(code, written);
  }
  return sum;
}

/** A province's own agencies and people: nobody else has a part in its history. */
function provinceOf({ agencies, actors, colleagues }: Reference, code: string): Reference {
  const province = [...agencies.values()].find((agency) => agency.code === code);
  if (!province) throw new Error(`No province ${code}`);
  const own = new Map([...agencies].filter(([, { provinceId }]) => provinceId === province.id));
  return {
    agencies: own,
    actors: actors.filter(({ agencyId }) => own.has(agencyId)),
    colleagues: colleagues.filter(({ agencyId }) => own.has(agencyId)),
  };
}
