import type { AgencyId, LocalDate } from '#libs/shared';
import { within, type CaseFact, type Period } from '../facts.js';
import { measureOf } from '../measures.js';
import { SMALL } from '../small-cells.js';
import type { FileStep, OwedSpan, ScoreFacts, ScoreMark, ScoreSession } from './score-facts.js';

/** One row of the list behind a number of a scorecard. */
export interface ScoreRow {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly caseId: string | null;
  readonly sessionId: string | null;
  readonly label: string;
  readonly on: LocalDate | null;
  readonly detail: string;
  readonly weight: number;
}
export const SCORE_GROUPS = {
  time: 'Thời hạn',
  ways: 'Chuyển, trả đơn',
  citizens: 'Xin lỗi, hài lòng',
  reception: 'Tiếp công dân',
  dialogue: 'Đối thoại',
  discipline: 'Xử lý cán bộ',
  front: 'Mặt trận, cử tri',
} as const;
export type ScoreGroup = keyof typeof SCORE_GROUPS;

export interface ScoreMeasure {
  readonly group: ScoreGroup;
  readonly title: string;
  readonly unit: string;
  readonly says: string;
  /** The article it follows, or that it is an internal rule. */
  readonly source: string;
  /** Whether what it counts names a leader; else a leader's card has a dash. */
  readonly byLeader: boolean;
  /** `null`: nothing tells it, which is not nought. */
  readonly rows: (facts: ScoreFacts, period: Period) => readonly ScoreRow[] | null;
}

const INTERNAL = 'Quy định nội bộ';
const RESOLVE = 'LKN Đ.28, Đ.37, Đ.50; LTC Đ.30';

const fileRow = (fact: CaseFact, on: LocalDate | null, detail: string, id = fact.caseId ?? ''): ScoreRow => ({
  ...{ id, agencyId: fact.agencyId, caseId: fact.caseId, sessionId: null },
  ...{ label: fact.registerLabel ?? '', on, detail, weight: 1 },
});
const sessionRow = (session: ScoreSession, detail: string, more: Partial<ScoreRow> = {}): ScoreRow => ({
  ...{ id: session.sessionId, agencyId: session.agencyId, caseId: null, sessionId: session.sessionId },
  ...{ label: session.label, on: session.heldOn, detail, weight: 1, ...more },
});
const dayWords = (day: LocalDate | null): string => (day === null ? '—' : day.split('-').reverse().join('/'));

/** One row for each step of this mark in the period. */
const steps =
  (mark: ScoreMark, detail: (step: FileStep) => string, holds: (step: FileStep) => boolean = () => true) =>
  ({ steps: all }: ScoreFacts, period: Period): readonly ScoreRow[] =>
    all
      .filter((step) => step.mark === mark && within(step.on, period) && holds(step))
      .map((step, i) => fileRow(step.fact, step.on, detail(step), `${step.fact.caseId}:${step.type}:${step.on}:${i}`));

const ofCases =
  (counts: (fact: CaseFact, period: Period) => boolean) =>
  ({ cases }: ScoreFacts, period: Period): readonly ScoreRow[] =>
    cases
      .filter((fact) => counts(fact, period))
      .map((fact) => fileRow(fact, fact.dueOn, `Hạn giải quyết ${dayWords(fact.dueOn)}`));

/** Of files one sees none of nothing can be said: a dash, as in the official forms. */
const ofDenunciations =
  (rows: ScoreMeasure['rows']): ScoreMeasure['rows'] =>
  (facts, period) =>
    facts.cases.some(({ procedure }) => procedure === 'denunciation') ? rows(facts, period) : null;

const standing = measureOf('stillOpen');
const late = measureOf('late');
const overdueOpen = (fact: CaseFact, period: Period): boolean =>
  standing.over === 'cases' && standing.counts(fact, period) && fact.dueOn !== null && fact.dueOn < period.to;

const dialoguesOf = ({ sessions }: ScoreFacts, period: Period): readonly ScoreSession[] =>
  sessions.filter(({ kind, heldOn }) => kind === 'dialogue' && within(heldOn, period));
const spansOf = ({ owed }: ScoreFacts, period: Period): readonly OwedSpan[] =>
  owed.filter(({ to }) => within(to, period));

/** Days of a span on which the leader received in person; what exceeds one span makes up for no other. */
function keptIn(span: OwedSpan, sessions: readonly ScoreSession[]): readonly ScoreSession[] {
  const days = new Map<LocalDate, ScoreSession>();
  for (const session of sessions)
    if (
      session.kind === 'periodic' &&
      session.agencyId === span.agencyId &&
      session.hostedBy === session.leaderId &&
      session.leaderId !== null &&
      (span.leaderId === null || session.leaderId === span.leaderId) &&
      within(session.heldOn, span) &&
      !days.has(session.heldOn)
    )
      days.set(session.heldOn, session);
  return [...days.values()].slice(0, span.days);
}

/** Ratings without what they rate; too few of an agency would tell who gave them. */
function ratingRows({ ratings }: ScoreFacts, least: number): readonly ScoreRow[] | null {
  const told = ratings.filter(
    ({ agencyId }) =>
      ratings.filter((one) => one.agencyId === agencyId).reduce((sum, one) => sum + one.ratings, 0) >= SMALL,
  );
  if (told.length === 0) return null;
  return told
    .filter(({ score }) => score >= least)
    .flatMap(({ agencyId, score, ratings: many }) =>
      Array.from({ length: many }, (_, i): ScoreRow => ({
        ...{ id: `${agencyId}:${score}:${i}`, agencyId, caseId: null, sessionId: null },
        ...{ label: 'Một lượt đánh giá', on: null, detail: `${score} điểm trên 5`, weight: 1 },
      })),
    );
}

/** Recommendations with a promised day that were answered in the period or should have been. */
function promised({ steps: all }: ScoreFacts, period: Period) {
  const files = new Map<string, { fact: CaseFact; target: LocalDate | null; answered: LocalDate | null }>();
  for (const { mark, fact, facts, on } of all) {
    const one = files.get(fact.caseId ?? '') ?? { fact, target: null, answered: null };
    if (mark === 'tracked' && typeof facts['targetOn'] === 'string') one.target = facts['targetOn'] as LocalDate;
    if (mark === 'recommendationAnswered') one.answered = on;
    if (mark === 'tracked' || mark === 'recommendationAnswered') files.set(fact.caseId ?? '', one);
  }
  const tracked = [...files.values()];
  const judged = tracked.flatMap(({ fact, target, answered }) =>
    target !== null && (within(answered, period) || (answered === null && within(target, period)))
      ? [{ fact, target, answered }]
      : [],
  );
  return judged.length === 0 && tracked.some(({ target }) => target === null) ? null : judged;
}

const limitsOf = ({ limits }: ScoreFacts, period: Period) =>
  limits.filter(({ dueOn, metOn }) => within(metOn, period) || (metOn === null && within(dueOn, period)));
const limitRow = ({ limitId, fact, dueOn, metOn }: ScoreFacts['limits'][number]): ScoreRow =>
  fileRow(fact, dueOn, `Hạn ${dayWords(dueOn)}; ${metOn === null ? 'chưa báo' : `đã báo ${dayWords(metOn)}`}`, limitId);

export const SCORE_MEASURES = {
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
  receptionOwed: {
    ...{ group: 'reception', title: 'Ngày người đứng đầu phải tiếp', unit: 'ngày', byLeader: true },
    says: 'Số ngày phải trực tiếp tiếp trong các tuần, các tháng kết thúc trong kỳ.',
    source: 'LTCD Đ.12 k5, Đ.15, Đ.18 k2; NĐ154 Đ.10',
    rows: (facts, period) => {
      const spans = spansOf(facts, period);
      if (facts.owed.length === 0) return null;
      return spans.flatMap((span) =>
        Array.from({ length: span.days }, (_, i): ScoreRow => ({
          ...{ id: `${span.agencyId}:${span.leaderId}:${span.from}:${i}`, agencyId: span.agencyId },
          ...{ caseId: null, sessionId: null, label: `${dayWords(span.from)} – ${dayWords(span.to)}` },
          ...{ on: span.to, detail: `Phải tiếp ${span.days} ngày (${span.citation})`, weight: 1 },
        })),
      );
    },
  },
  receptionKept: {
    ...{ group: 'reception', title: 'Ngày đã trực tiếp tiếp, tính vào số phải tiếp', unit: 'ngày', byLeader: true },
    says: 'Ngày người đứng đầu trực tiếp tiếp định kỳ. Ngày thừa của tuần, tháng này không bù cho tuần, tháng khác; người khác tiếp thay không tính.',
    source: 'LTCD Đ.12 k5, Đ.15, Đ.18 k2; NĐ154 Đ.10',
    rows: (facts, period) =>
      facts.owed.length === 0
        ? null
        : spansOf(facts, period).flatMap((span) =>
            keptIn(span, facts.sessions).map((session) => sessionRow(session, 'Người đứng đầu trực tiếp tiếp')),
          ),
  },
  receptionByOther: {
    ...{ group: 'reception', title: 'Buổi người khác tiếp thay', unit: 'buổi', byLeader: true },
    says: 'Buổi tiếp định kỳ trong kỳ mà người chủ trì không phải người đứng đầu.',
    source: 'LTCD Đ.18 k2: người đứng đầu trực tiếp tiếp',
    rows: ({ sessions }, period) =>
      sessions
        .filter((one) => one.kind === 'periodic' && within(one.heldOn, period) && one.hostedBy !== one.leaderId)
        .map((session) => sessionRow(session, 'Người khác chủ trì')),
  },
  dialogues: {
    ...{ group: 'dialogue', title: 'Buổi đối thoại với công dân', unit: 'buổi', byLeader: true },
    says: 'Buổi đối thoại đã diễn ra trong kỳ.',
    source: `${INTERNAL}: đối thoại định kỳ, đột xuất với nhân dân`,
    rows: (facts, period) => dialoguesOf(facts, period).map((session) => sessionRow(session, 'Đối thoại')),
  },
  dialoguePeople: {
    ...{ group: 'dialogue', title: 'Công dân dự đối thoại', unit: 'người', byLeader: true },
    says: 'Số công dân có mặt đã ghi ở các buổi đối thoại trong kỳ.',
    source: INTERNAL,
    rows: (facts, period) => {
      const held = dialoguesOf(facts, period);
      const noted = held.flatMap((one) => (one.people === null ? [] : [{ ...one, people: one.people }]));
      return held.length > 0 && noted.length === 0
        ? null
        : noted.map((one) => sessionRow(one, `${one.people} công dân`, { weight: one.people }));
    },
  },
  opinionsRaised: {
    ...{ group: 'dialogue', title: 'Ý kiến nêu ở đối thoại', unit: 'ý kiến', byLeader: true },
    says: 'Ý kiến công dân nêu ở các buổi đối thoại trong kỳ.',
    source: INTERNAL,
    rows: (facts, period) =>
      dialoguesOf(facts, period).flatMap((session) =>
        session.opinions.map(({ id, answeredOn }) =>
          sessionRow(session, answeredOn === null ? 'Chưa trả lời' : `Đã trả lời ${dayWords(answeredOn)}`, { id }),
        ),
      ),
  },
  opinionsAnswered: {
    ...{ group: 'dialogue', title: 'Ý kiến đã trả lời', unit: 'ý kiến', byLeader: true },
    says: 'Trong số ý kiến nêu trong kỳ, số đã được trả lời tính đến lúc biết.',
    source: INTERNAL,
    rows: (facts, period) =>
      dialoguesOf(facts, period).flatMap((session) =>
        session.opinions.flatMap(({ id, answeredOn }) =>
          answeredOn === null ? [] : [sessionRow(session, `Đã trả lời ${dayWords(answeredOn)}`, { id })],
        ),
      ),
  },
  complaintDialogues: {
    ...{ group: 'dialogue', title: 'Đối thoại khi giải quyết khiếu nại', unit: 'buổi', byLeader: false },
    says: 'Biên bản đối thoại trong kỳ mà người khiếu nại có mặt.',
    source: 'LKN Đ.30, Đ.39, Đ.53',
    rows: steps(
      'dialogue',
      () => 'Người khiếu nại có mặt',
      ({ facts }) => facts['attendance'] === 'present',
    ),
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

export type ScoreMeasureId = keyof typeof SCORE_MEASURES;
export const SCORE_MEASURE_IDS = Object.keys(SCORE_MEASURES) as readonly ScoreMeasureId[];
export const scoreMeasureOf = (id: ScoreMeasureId): ScoreMeasure => SCORE_MEASURES[id];

/** Parts of wholes, shown as a share where there is a whole. */
export const SCORE_SHARES = {
  reception: { of: 'receptionKept', in: 'receptionOwed', title: 'Tỷ lệ ngày tiếp đã giữ' },
  satisfaction: { of: 'satisfied', in: 'ratings', title: 'Tỷ lệ hài lòng' },
  opinions: { of: 'opinionsAnswered', in: 'opinionsRaised', title: 'Tỷ lệ ý kiến đã trả lời' },
  recommendations: { of: 'recommendationsInTime', in: 'recommendations', title: 'Tỷ lệ kiến nghị trả lời đúng hẹn' },
  front: { of: 'frontResultsInTime', in: 'frontResults', title: 'Tỷ lệ báo Mặt trận đúng hạn' },
} as const satisfies Readonly<
  Record<string, { readonly of: ScoreMeasureId; readonly in: ScoreMeasureId; readonly title: string }>
>;
export type ScoreShareId = keyof typeof SCORE_SHARES;
