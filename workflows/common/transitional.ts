import { cite } from '#libs/procedure';
import type { Citation } from '#libs/statute';
import { isLocalDate, type JsonObject, type LocalDate } from '#libs/shared';
import { NEW_LAW_FROM } from './dates.js';

/** Which law an act of a running case goes by, as the decrees of 2026 say. */
export interface TransitionalRule {
  readonly id: string;
  readonly procedures: readonly string[];
  readonly citation: Citation;
  /** New law, old law, or whichever is better for the official who is to be disciplined. */
  readonly law: 'new' | 'old' | 'better';
  /** What it is about, in an officer's words. */
  readonly about: string;
  readonly sentence: string;
  /** Cases accepted before the new law that have no decision yet; `any`: whatever the case. */
  readonly cases: 'acceptedBefore' | 'any';
}

const COMPLAINTS = ['complaint', 'disciplinary-complaint'];

/**
 * NĐ 155 Đ.22 and NĐ 156 Đ.10 as data. Limits are not among what they name: a limit goes by the law of the day it began,
 * which the statute packs choose; that reading is ours and marked so.
 */
export const TRANSITIONAL_RULES: readonly TransitionalRule[] = [
  {
    id: 'NĐ155.22.1',
    procedures: COMPLAINTS,
    citation: cite('NĐ155 Đ.22 k1'),
    law: 'new',
    about: 'Rút khiếu nại, tạm đình chỉ, đình chỉ giải quyết, đối thoại',
    sentence: 'Vụ việc đã thông báo thụ lý trước 01/7/2026, chưa có quyết định giải quyết: làm theo NĐ 155/2026.',
    cases: 'acceptedBefore',
  },
  {
    id: 'NĐ155.22.2',
    procedures: COMPLAINTS,
    citation: cite('NĐ155 Đ.22 k2'),
    law: 'old',
    about: 'Xem xét việc giải quyết khiếu nại trái luật, phát hiện trước 01/7/2026',
    sentence: 'Đang xem xét thì tiếp tục theo NĐ 124/2020.',
    cases: 'any',
  },
  {
    id: 'NĐ155.22.3',
    procedures: COMPLAINTS,
    citation: cite('NĐ155 Đ.22 k3'),
    law: 'better',
    about: 'Kỷ luật người vi phạm pháp luật khiếu nại trước 01/7/2026',
    sentence: 'Áp dụng NĐ 155/2026, hoặc NĐ 124/2020 nếu có lợi cho người bị xử lý.',
    cases: 'any',
  },
  {
    id: 'NĐ156.10.1',
    procedures: ['denunciation', 'protection'],
    citation: cite('NĐ156 Đ.10 k1'),
    law: 'new',
    about: 'Giải quyết tố cáo',
    sentence: 'Vụ việc đã có quyết định thụ lý trước 01/7/2026, đang giải quyết: làm theo NĐ 156/2026.',
    cases: 'acceptedBefore',
  },
  {
    id: 'NĐ156.10.2',
    procedures: ['denunciation'],
    citation: cite('NĐ156 Đ.10 k2'),
    law: 'better',
    about: 'Kỷ luật người vi phạm trong giải quyết tố cáo, phát hiện trước 01/7/2026',
    sentence: 'Áp dụng NĐ 31/2019, hoặc NĐ 156/2026 nếu có lợi cho người vi phạm.',
    cases: 'any',
  },
  {
    id: 'LIMITS',
    procedures: [...COMPLAINTS, 'denunciation', 'protection', 'petition-handling', 'feedback'],
    citation: cite('NĐ155 Đ.22, NĐ156 Đ.10 không nêu thời hạn', 'M'),
    law: 'old',
    about: 'Thời hạn đã bắt đầu trước 01/7/2026',
    sentence: 'Thời hạn tính theo luật của ngày bắt đầu; luật mới chỉ dùng cho thời hạn bắt đầu từ 01/7/2026.',
    cases: 'any',
  },
];

/** The transitional rules that touch one running case. `decidedOn`: the paper that ended the resolution. */
export function transitionalFor(
  procedure: string,
  { known, openedOn }: { readonly known: JsonObject; readonly openedOn: LocalDate },
): readonly TransitionalRule[] {
  const { acceptedOn, decidedOn, concludedOn } = known;
  const undecided = !isLocalDate(decidedOn) && !isLocalDate(concludedOn);
  const acceptedBefore = isLocalDate(acceptedOn) && acceptedOn < NEW_LAW_FROM && undecided;
  if (openedOn >= NEW_LAW_FROM) return [];
  return TRANSITIONAL_RULES.filter(
    (rule) => rule.procedures.includes(procedure) && (rule.cases === 'any' || acceptedBefore),
  );
}
