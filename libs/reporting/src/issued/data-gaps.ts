import type { Actor } from '#libs/access';
import type { AgencyId, LocalDate } from '#libs/shared';
import type { Period } from '../facts.js';

/** What is missing for a report to be right, by what it says. */
export const GAPS = {
  noField: 'Đơn chưa ghi lĩnh vực',
  noFinding: 'Đơn đã xử lý mà chưa ghi điều kiện hoặc thẩm quyền',
  noRecord: 'Buổi tiếp công dân đã qua ngày mà chưa kết thúc sổ',
} as const;
export type Gap = keyof typeof GAPS;
/** What is listed besides what is missing: what was entered. */
export const GAP_LISTS = { ...GAPS, entered: 'Đơn, lượt tiếp đã nhập trong kỳ' } as const;
export type GapList = keyof typeof GAP_LISTS;

export interface GapRow {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly label: string;
  readonly on: LocalDate;
  readonly caseFileId: string | null;
  readonly sessionId: string | null;
}
export interface AgencyEntry {
  readonly agencyId: AgencyId;
  /** When something was last registered; `null`: never. */
  readonly lastEntryAt: Date | null;
  /** Petitions and visits of the period. */
  readonly entered: number;
}

/** Who has not entered what. Of what the actor sees; a petition that was voided is none. */
export abstract class DataGaps {
  abstract entries(actor: Actor, period: Period): Promise<AgencyEntry[]>;
  /** Petitions of the period without a field, sessions of it past their day without an end, all that was entered. */
  abstract rows(actor: Actor, gap: Exclude<GapList, 'noFinding'>, period: Period): Promise<GapRow[]>;
}
