import type { MeasureId } from './measures.js';

export interface RateDefinition {
  readonly title: string;
  readonly numerator: MeasureId;
  readonly denominator: MeasureId;
  readonly says: string;
  readonly source: string;
  /** What forms and published figures mean by the rate. */
  readonly official: boolean;
}

/** Each rate stands with both denominators, because they tell different things and are taken for one another. */
export const RATES = {
  handling: {
    title: 'Tỷ lệ xử lý đơn',
    numerator: 'handled',
    denominator: 'toHandle',
    says: 'Đơn đã xử lý ÷ đơn phải xử lý (kỳ trước chuyển sang + tiếp nhận trong kỳ).',
    source: 'TT 01/2024/TT-TTCP, biểu 01/XLD 4 ÷ 1 (bản chép lại, chưa đối chiếu công báo)',
    official: true,
  },
  resolution: {
    title: 'Tỷ lệ giải quyết trên tổng thuộc thẩm quyền',
    numerator: 'resolved',
    denominator: 'inCompetence',
    says: 'Đã giải quyết ÷ (kỳ trước chuyển sang + thụ lý trong kỳ). Vụ việc còn trong hạn cũng nằm ở mẫu số.',
    source:
      'Cách tính đang dùng trong báo cáo của ngành thanh tra; TT 01/2024/TT-TTCP, biểu 01/KQGQ (5 + 6) ÷ 4, biểu 03/KQGQ 6 ÷ 4',
    official: true,
  },
  resolutionOfDue: {
    title: 'Tỷ lệ giải quyết trên số đã giải quyết hoặc đến hạn',
    numerator: 'resolved',
    denominator: 'resolvedOrDue',
    says: 'Đã giải quyết ÷ (đã giải quyết + chưa giải quyết mà đã đến hạn). Không tính vụ việc còn trong hạn, đang tạm đình chỉ.',
    source: 'Quy ước của phần mềm, nêu rõ để đối chiếu',
    official: false,
  },
  onTime: {
    title: 'Tỷ lệ đúng hạn trên số đã giải quyết',
    numerator: 'onTime',
    denominator: 'resolvedTimed',
    says: 'Giải quyết đúng hạn ÷ (đúng hạn + trễ hạn). Không thấy vụ việc quá hạn mà chưa giải quyết.',
    source: 'TT 01/2024/TT-TTCP, biểu 01/KQGQ 25 ÷ (25 + 26), biểu 03/KQGQ 30 ÷ (30 + 31)',
    official: true,
  },
  onTimeOfDue: {
    title: 'Tỷ lệ đúng hạn trên số đã giải quyết hoặc đến hạn',
    numerator: 'onTime',
    denominator: 'dueTimed',
    says: 'Giải quyết đúng hạn ÷ (đúng hạn + trễ hạn + quá hạn chưa giải quyết).',
    source: 'Quy ước của phần mềm, nêu rõ để đối chiếu',
    official: false,
  },
} as const satisfies Readonly<Record<string, RateDefinition>>;
export type RateId = keyof typeof RATES;
export const RATE_IDS = Object.keys(RATES) as readonly RateId[];

/** Per thousand, rounded half up; `null` where there is nothing to divide by: shown as “—”, never 0 % or 100 %. */
export const perMille = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : Math.round((numerator * 1000) / denominator);

/** 821 → 82,1 %. */
export const rateText = (rate: number | null): string =>
  rate === null ? '—' : `${Math.trunc(rate / 10)},${rate % 10} %`;
