import { within } from '../facts.js';
import { SMALL } from '../small-cells.js';
import {
  INTERNAL,
  RESOLVE,
  fileRow,
  steps,
  ofCases,
  ofDenunciations,
  late,
  overdueOpen,
  ratingRows,
  type ScoreMeasure,
} from './score-rows.js';

/** Limits, ways of petitions, apologies, ratings, what became of officials. */
export const FILE_MEASURES = {
  overdueOpen: {
    ...{ group: 'time', title: 'Đang quá hạn cuối kỳ', unit: 'vụ việc', byLeader: true, source: RESOLVE },
    says: 'Vụ việc khiếu nại, tố cáo đã thụ lý, đến cuối kỳ chưa giải quyết mà hạn giải quyết đã qua.',
    rows: ofCases(overdueOpen),
  },
  late: {
    ...{ group: 'time', title: 'Giải quyết trễ hạn', unit: 'vụ việc', byLeader: true, source: RESOLVE },
    says: 'Vụ việc giải quyết trong kỳ, sau ngày hết hạn giải quyết.',
    rows: ofCases((fact, period) => late.over === 'cases' && late.counts(fact, period)),
  },
  extended: {
    ...{ group: 'time', title: 'Gia hạn giải quyết tố cáo', unit: 'lần', byLeader: true },
    says: 'Mỗi quyết định gia hạn trong kỳ là một lần.',
    source: 'LTC Đ.30 k2, k3; NĐ31 Đ.3',
    rows: ofDenunciations(steps('extended', () => 'Gia hạn giải quyết tố cáo')),
  },
  prolonged: {
    ...{ group: 'time', title: 'Kéo dài vì vụ việc phức tạp', unit: 'lần', byLeader: true },
    says: 'Mỗi văn bản xác định vụ việc khiếu nại phức tạp trong kỳ là một lần.',
    source: 'LKN Đ.28, Đ.37, Đ.50; NĐ124 Đ.3a (bổ sung bởi NĐ155)',
    rows: steps('prolonged', () => 'Xác định vụ việc phức tạp, kéo dài thời hạn'),
  },
  forwarded: {
    ...{ group: 'ways', title: 'Lượt chuyển đơn đi', unit: 'lượt', byLeader: true },
    says: 'Mỗi lần chuyển đơn đến nơi khác trong kỳ, trong hoặc ngoài hệ thống.',
    source: 'LTCD Đ.26 k1b; LTC Đ.24 k2',
    rows: steps('forwarded', () => 'Chuyển đơn'),
  },
  passedAround: {
    ...{ group: 'ways', title: 'Đơn đến sau từ hai lần chuyển', unit: 'đơn', byLeader: false },
    says: 'Đơn vào sổ trong kỳ mà trước đó đã qua từ hai lần chuyển giữa các cơ quan trong hệ thống.',
    source: `${INTERNAL}: theo dõi đơn chuyển vòng`,
    rows: steps(
      'arrived',
      ({ facts }) => `Đã qua ${Number(facts['hops'])} lần chuyển`,
      ({ facts, fact }) => fact.procedure === 'petition-handling' && Number(facts['hops'] ?? 0) >= 2,
    ),
  },
  returned: {
    ...{ group: 'ways', title: 'Trả lại nơi chuyển', unit: 'lần', byLeader: true },
    says: 'Mỗi lần trả lại đơn cho nơi đã chuyển đến trong kỳ.',
    source: 'TT 05/2021/TT-TTCP Đ.8 k2 (chưa đối chiếu)',
    rows: steps('returned', ({ facts }) => (facts['note'] === undefined ? 'Không ghi lý do' : 'Có ghi lý do')),
  },
  returnedUnexplained: {
    ...{ group: 'ways', title: 'Trả lại không ghi lý do', unit: 'lần', byLeader: true },
    says: 'Lần trả lại mà bước ghi nhận không có lời giải thích nào.',
    source: `${INTERNAL}: trả lại phải nêu lý do`,
    rows: steps(
      'returned',
      () => 'Không ghi lý do',
      ({ facts }) => facts['note'] === undefined,
    ),
  },
  apologyLetters: {
    ...{ group: 'citizens', title: 'Văn bản xin lỗi vì trễ hạn', unit: 'văn bản', byLeader: true },
    says: 'Văn bản xin lỗi đã ban hành trong kỳ; không áp dụng với tố cáo.',
    source: `${INTERNAL}: xin lỗi khi trễ hạn`,
    rows: ({ papers }, period) =>
      papers
        .filter(({ issuedOn }) => within(issuedOn, period))
        .map((paper) => fileRow(paper.fact, paper.issuedOn, `Văn bản số ${paper.label ?? '…'}`, paper.paperId)),
  },
  publicApologies: {
    ...{ group: 'citizens', title: 'Xin lỗi, cải chính cho người bị tố cáo sai', unit: 'lần', byLeader: true },
    says: 'Lần xin lỗi, cải chính trong kỳ; không tính khi người bị tố cáo không yêu cầu.',
    source: 'LTC Đ.10 k1e, Đ.36 k1a',
    rows: ofDenunciations(
      steps(
        'apologised',
        ({ facts }) => (facts['apology'] === 'public' ? 'Xin lỗi, cải chính công khai' : 'Văn bản xin lỗi'),
        ({ facts }) => facts['apology'] !== 'declined',
      ),
    ),
  },
  ratings: {
    ...{ group: 'citizens', title: 'Lượt đánh giá mức hài lòng', unit: 'lượt', byLeader: false },
    says: `Lượt trả lời một câu hỏi sau khi kết thúc, theo ngày đánh giá. Dưới ${SMALL} lượt của một cơ quan thì không hiện.`,
    source: `${INTERNAL}: hỏi mức hài lòng; không áp dụng với tố cáo`,
    rows: (facts) => ratingRows(facts, 1),
  },
  satisfied: {
    ...{ group: 'citizens', title: 'Đánh giá hài lòng', unit: 'lượt', byLeader: false },
    says: 'Lượt đánh giá 4 hoặc 5 điểm trên 5.',
    source: `${INTERNAL}: hỏi mức hài lòng`,
    rows: (facts) => ratingRows(facts, 4),
  },
  disciplined: {
    ...{ group: 'discipline', title: 'Xử lý kỷ luật sau kết luận tố cáo', unit: 'vụ việc', byLeader: true },
    says: 'Văn bản xử lý kết luận nội dung tố cáo trong kỳ có biện pháp xử lý kỷ luật.',
    source: 'LTC Đ.44 k1a',
    rows: ofDenunciations(
      steps(
        'measures',
        () => 'Xử lý kỷ luật theo thẩm quyền',
        ({ facts }) => Array.isArray(facts['measures']) && facts['measures'].includes('DISCIPLINE'),
      ),
    ),
  },
  attitudeDiscipline: {
    ...{ group: 'discipline', title: 'Phản ánh thái độ chuyển xem xét trách nhiệm', unit: 'vụ việc', byLeader: true },
    says: 'Phản ánh thái độ phục vụ trả lời trong kỳ là đúng và chuyển xem xét trách nhiệm.',
    source: `${INTERNAL}; trách nhiệm: NĐ154 Đ.41`,
    rows: steps(
      'answered',
      () => 'Chuyển xem xét trách nhiệm',
      ({ facts }) => facts['attitudeOutcome'] === 'DISCIPLINE',
    ),
  },
  attitudeUpheld: {
    ...{ group: 'discipline', title: 'Phản ánh thái độ phục vụ là đúng', unit: 'vụ việc', byLeader: true },
    says: 'Phản ánh thái độ trả lời trong kỳ là đúng hoặc đúng một phần.',
    source: INTERNAL,
    rows: steps(
      'answered',
      ({ facts }) => (facts['attitudeOutcome'] === 'PARTLY' ? 'Đúng một phần' : 'Đúng'),
      ({ facts }) => ['APOLOGISED', 'DISCIPLINE', 'PARTLY'].includes(String(facts['attitudeOutcome'] ?? '')),
    ),
  },
} as const satisfies Readonly<Record<string, ScoreMeasure>>;
