import { INTERNAL, fileRow, dayWords, promised, limitsOf, limitRow, type ScoreMeasure } from './score-rows.js';

/** What the Front, mass organisations and voters recommended or forwarded. */
export const FRONT_MEASURES = {
  recommendations: {
    ...{ group: 'front', title: 'Kiến nghị đã trả lời hoặc đến ngày hẹn', unit: 'kiến nghị', byLeader: false },
    says: 'Kiến nghị của Mặt trận, đoàn thể, cử tri có ngày hẹn trả lời: trả lời trong kỳ, hoặc đến ngày hẹn trong kỳ mà chưa trả lời.',
    source: `${INTERNAL}: luật không đặt thời hạn trả lời; ngày hẹn là mục tiêu nội bộ`,
    rows: (facts, period) =>
      promised(facts, period)?.map(({ fact, target, answered }) =>
        fileRow(
          fact,
          target,
          `Hẹn ${dayWords(target)}; ${answered ? `trả lời ${dayWords(answered)}` : 'chưa trả lời'}`,
        ),
      ) ?? null,
  },
  recommendationsInTime: {
    ...{ group: 'front', title: 'Kiến nghị trả lời đúng hẹn', unit: 'kiến nghị', byLeader: false },
    says: 'Trong số đó, trả lời không sau ngày hẹn.',
    source: `${INTERNAL}: ngày hẹn là mục tiêu nội bộ`,
    rows: (facts, period) =>
      promised(facts, period)
        ?.filter(({ target, answered }) => answered !== null && answered <= target)
        .map(({ fact, target, answered }) =>
          fileRow(fact, target, `Hẹn ${dayWords(target)}; trả lời ${dayWords(answered)}`),
        ) ?? null,
  },
  frontResults: {
    ...{ group: 'front', title: 'Phải báo kết quả cho Mặt trận', unit: 'việc', byLeader: false },
    says: 'Thời hạn 7 ngày báo kết quả khiếu nại do Mặt trận chuyển: đã báo trong kỳ, hoặc hết hạn trong kỳ mà chưa báo.',
    source: 'LKN Đ.66 k2',
    rows: (facts, period) => limitsOf(facts, period).map(limitRow),
  },
  frontResultsInTime: {
    ...{ group: 'front', title: 'Đã báo Mặt trận đúng hạn', unit: 'việc', byLeader: false },
    says: 'Trong số đó, báo không sau ngày hết hạn.',
    source: 'LKN Đ.66 k2',
    rows: (facts, period) =>
      limitsOf(facts, period)
        .filter(({ dueOn, metOn }) => metOn !== null && dueOn !== null && metOn <= dueOn)
        .map(limitRow),
  },
} as const satisfies Readonly<Record<string, ScoreMeasure>>;
