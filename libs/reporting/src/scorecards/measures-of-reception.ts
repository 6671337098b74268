import { within } from '../facts.js';
import {
  INTERNAL,
  sessionRow,
  dayWords,
  steps,
  dialoguesOf,
  spansOf,
  keptIn,
  type ScoreRow,
  type ScoreMeasure,
} from './score-rows.js';

/** Days of reception and dialogues with citizens. */
export const RECEPTION_MEASURES = {
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
} as const satisfies Readonly<Record<string, ScoreMeasure>>;
