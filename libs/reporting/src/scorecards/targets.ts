import type { AgencyId, LocalDate } from '#libs/shared';
import type { RateId } from '../rates.js';

/** Whose number a target is. A number of the agency's own is never shown as one of a plan. */
export const TARGET_KINDS = { internal: 'Mục tiêu nội bộ', plan: 'Chỉ tiêu theo kế hoạch' } as const;
export type TargetKind = keyof typeof TARGET_KINDS;

export interface NewTarget {
  readonly agencyId: AgencyId;
  readonly rate: RateId;
  readonly perMille: number;
  readonly kind: TargetKind;
  /** The decision or plan, as the agency names it. */
  readonly source: string;
  /** From this day on it counts. */
  readonly from: LocalDate;
}
export interface Target extends NewTarget {
  readonly id: string;
  readonly setByName: string;
  readonly setAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawReason: string | null;
}

/** Where nobody has set one: what the press reports of the Government's own, for complaints and denunciations as a whole. */
export const USUAL_TARGET = {
  rate: 'resolution',
  perMille: 850,
  source:
    'Chỉ tiêu Chính phủ giao về giải quyết khiếu nại: 85 % (theo báo chí, chưa đối chiếu văn bản; là mức đặt sẵn)',
} as const satisfies Pick<NewTarget, 'rate' | 'perMille' | 'source'>;

/**
 * The target of a rate on a day, as known then: the agency's own, else that of the nearest above it.
 * `line`: the agency, then those above it.
 */
export function targetOn(
  targets: readonly Target[],
  { rate, line, day, knownAt }: { rate: RateId; line: readonly AgencyId[]; day: LocalDate; knownAt: Date },
): Target | null {
  const inForce = targets.filter(
    (one) =>
      one.rate === rate &&
      one.from <= day &&
      one.setAt <= knownAt &&
      (one.withdrawnAt === null || one.withdrawnAt > knownAt),
  );
  for (const agency of line) {
    const own = inForce
      .filter(({ agencyId }) => agencyId === agency)
      .sort((a, b) => (a.from === b.from ? b.setAt.getTime() - a.setAt.getTime() : a.from < b.from ? 1 : -1))[0];
    if (own) return own;
  }
  return null;
}
