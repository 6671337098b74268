import type { Actor } from '#libs/access';
import { uuidAt } from '#libs/intake';
import type { LocalDate } from '#libs/shared';
import { receptionLaw } from '#workflows/reception';
import type { ReceptionDependencies } from '../../dependencies.js';
import { alreadySettled, notFound, unlawful, wrongField } from '../../errors.js';
import type { AttendanceRow, OpinionRow, SessionRow } from '../../model.js';
import { DESK } from '../../scope.js';
import { recordInSession, scopeOfSession } from '../../session-record.js';

interface Recording {
  readonly sessionId: string;
  readonly occurredOn?: LocalDate | undefined;
  readonly reason?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

export interface AttendanceCommand extends Recording {
  readonly party: AttendanceRow['party'];
  readonly name: string;
  readonly people: number;
  readonly present: boolean;
}

const mustBeDialogue = ({ kind, stage }: SessionRow, stages: readonly string[]): void => {
  if (kind === 'dialogue' && stages.includes(stage)) return;
  throw unlawful('Chưa ghi được vào buổi này', [
    {
      code: 'dialogue',
      title: stages.length === 1 ? 'Buổi đối thoại đang diễn ra' : 'Buổi đối thoại đã diễn ra',
      citation: receptionLaw.dialogue.text,
    },
  ]);
};

/** Who came to the dialogue; of citizens only how many. */
export function recordAttendance(deps: ReceptionDependencies, actor: Actor, command: AttendanceCommand) {
  const { sessionId, party, name, people, present } = command;
  return recordInSession(deps, actor, {
    ...{ sessionId, what: 'Ghi thành phần đối thoại', roles: DESK, request: { party, name, people, present } },
    ...{ occurredOn: command.occurredOn, reason: command.reason, idempotencyKey: command.idempotencyKey },
    write: async (tx, session) => {
      mustBeDialogue(session, ['receiving']);
      const id = uuidAt<string>(deps.systemNow());
      const row: AttendanceRow = {
        ...scopeOfSession(session),
        id,
        sessionId,
        party,
        name: name.trim(),
        people,
        present,
      };
      await deps.store.insert(tx, 'attendance', [row]);
      return { id, type: 'ATTENDANCE_RECORDED', facts: { party, people, present }, basis: [receptionLaw.dialogue] };
    },
  });
}

export interface OpinionCommand extends Recording {
  readonly content: string;
  readonly field?: string | undefined;
}

export function raiseOpinion(deps: ReceptionDependencies, actor: Actor, command: OpinionCommand) {
  const { sessionId, content, field } = command;
  return recordInSession(deps, actor, {
    ...{ sessionId, what: 'Ghi ý kiến của công dân', roles: DESK, request: { content, field } },
    ...{ occurredOn: command.occurredOn, reason: command.reason, idempotencyKey: command.idempotencyKey },
    write: async (tx, session) => {
      mustBeDialogue(session, ['receiving']);
      const earlier = await deps.store.list(tx, 'opinion', { where: { session_id: sessionId } });
      const opinion: OpinionRow = {
        ...scopeOfSession(session),
        ...{ id: uuidAt<string>(deps.systemNow()), sessionId, ordinal: earlier.length + 1 },
        ...{ content: content.trim(), field: field?.trim() || null, answer: null },
        ...{ answeredOn: null, answeredBy: null, answerDueOn: null },
      };
      await deps.store.insert(tx, 'opinion', [opinion]);
      return {
        ...{ id: opinion.id, type: 'OPINION_RAISED', basis: [receptionLaw.dialogue] },
        facts: { opinionId: opinion.id, ordinal: opinion.ordinal },
      };
    },
  });
}

export interface AnswerCommand extends Omit<Recording, 'sessionId'> {
  readonly opinionId: string;
  /** Either the answer, or the day it is promised for. */
  readonly answer?: string | undefined;
  readonly answerDueOn?: LocalDate | undefined;
}

/** Answered there, promised for a day, or answered later. */
export async function answerOpinion(deps: ReceptionDependencies, actor: Actor, command: AnswerCommand) {
  const { opinionId, answer, answerDueOn } = command;
  const found = await deps.work.run(actor, (tx) => deps.store.list(tx, 'opinion', { where: { id: opinionId } }));
  const sessionId = found[0]?.sessionId;
  if (!sessionId) throw notFound('Không có ý kiến này, hoặc nằm ngoài phạm vi được xem.');
  return recordInSession(deps, actor, {
    ...{ sessionId, what: 'Trả lời ý kiến đối thoại', roles: DESK, request: { opinionId, answer, answerDueOn } },
    ...{ occurredOn: command.occurredOn, reason: command.reason, idempotencyKey: command.idempotencyKey },
    write: async (tx, session, on) => {
      mustBeDialogue(session, ['receiving', 'concluded', 'notified']);
      const opinion = await deps.store.lock(tx, 'opinion', opinionId);
      if (!opinion) throw notFound();
      if (opinion.answeredOn) throw alreadySettled('Ý kiến này đã được trả lời.');
      const said = answer?.trim() || null;
      if (!said && !answerDueOn)
        throw wrongField('/answer', 'ANSWER.MISSING', 'Ghi nội dung trả lời hoặc ngày hẹn trả lời.');
      await deps.store.update(tx, 'opinion', [
        {
          ...opinion,
          ...{ answer: said, answeredOn: said ? on : null, answeredBy: said ? actor.userId : null },
          answerDueOn: answerDueOn ?? opinion.answerDueOn,
        },
      ]);
      return {
        ...{ id: opinionId, type: said ? 'OPINION_ANSWERED' : 'OPINION_PROMISED', basis: [receptionLaw.dialogue] },
        facts: { opinionId, answerDueOn: answerDueOn ?? null },
      };
    },
  });
}
