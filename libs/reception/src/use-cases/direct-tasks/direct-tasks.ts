import type { Actor } from '#libs/access';
import { uuidAt } from '#libs/intake';
import type { LocalDate } from '#libs/shared';
import { receptionLaw } from '#workflows/reception';
import type { ReceptionDependencies } from '../../dependencies.js';
import { alreadySettled, notFound, unlawful, wrongField } from '../../errors.js';
import type { TaskRow } from '../../model.js';
import { DESK } from '../../scope.js';
import { recordInSession, scopeOfSession } from '../../session-record.js';

interface Recording {
  readonly occurredOn?: LocalDate | undefined;
  readonly reason?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

export interface TaskCommand extends Recording {
  readonly sessionId: string;
  readonly content: string;
  /** Who carries it out. */
  readonly body: string;
  /** Whom the citizen may ask (NĐ154 Đ.25 k3). */
  readonly contact?: string | undefined;
  readonly dueOn: LocalDate;
  readonly followUpOn?: LocalDate | undefined;
}

const OPEN_FOR_TASKS: ReadonlySet<string> = new Set(['receiving', 'concluded']);

/** A direction of the head, before the conclusion notice that carries it (NĐ154 Đ.25 k2). */
export function directTask(deps: ReceptionDependencies, actor: Actor, command: TaskCommand) {
  const { sessionId, content, body, contact, dueOn, followUpOn } = command;
  return recordInSession(deps, actor, {
    ...{ sessionId, what: 'Ghi ý kiến chỉ đạo', roles: DESK, request: { content, body, contact, dueOn, followUpOn } },
    ...{ occurredOn: command.occurredOn, reason: command.reason, idempotencyKey: command.idempotencyKey },
    write: async (tx, session, on) => {
      if (!OPEN_FOR_TASKS.has(session.stage))
        throw unlawful('Không ghi thêm ý kiến chỉ đạo vào buổi tiếp này', [
          {
            code: 'beforeConclusion',
            title: 'Ý kiến chỉ đạo ghi khi đang tiếp hoặc trước khi ban hành thông báo kết luận',
            citation: receptionLaw.conclusion.text,
          },
        ]);
      if (dueOn < on) throw wrongField('/dueOn', 'DATE.PAST', 'Thời hạn thực hiện không được trước ngày chỉ đạo.');
      const task: TaskRow = {
        ...scopeOfSession(session),
        ...{ id: uuidAt<string>(deps.systemNow()), sessionId, content: content.trim(), body: body.trim() },
        ...{ contact: contact?.trim() || null, dueOn, followUpOn: followUpOn ?? null },
        ...{ doneOn: null, result: null, createdBy: actor.userId },
      };
      await deps.store.insert(tx, 'task', [task]);
      return {
        ...{ id: task.id, type: 'TASK_DIRECTED', basis: [receptionLaw.conclusion] },
        facts: { taskId: task.id, dueOn, followUpOn: followUpOn ?? null },
      };
    },
  });
}

export interface TaskResultCommand extends Recording {
  readonly taskId: string;
  readonly result: string;
}

/** What came of a direction; the session can be closed when each has its result. */
export async function finishTask(deps: ReceptionDependencies, actor: Actor, command: TaskResultCommand) {
  const { taskId, result } = command;
  const found = await deps.work.run(actor, (tx) => deps.store.list(tx, 'task', { where: { id: taskId } }));
  const sessionId = found[0]?.sessionId;
  if (!sessionId) throw notFound('Không có việc này, hoặc nằm ngoài phạm vi được xem.');
  return recordInSession(deps, actor, {
    ...{ sessionId, what: 'Ghi kết quả thực hiện kết luận', roles: DESK, request: { taskId, result } },
    ...{ occurredOn: command.occurredOn, reason: command.reason, idempotencyKey: command.idempotencyKey },
    write: async (tx, _session, on) => {
      const task = await deps.store.lock(tx, 'task', taskId);
      if (!task) throw notFound();
      if (task.doneOn) throw alreadySettled('Việc này đã có kết quả.');
      await deps.store.update(tx, 'task', [{ ...task, doneOn: on, result: result.trim() }]);
      return {
        ...{ id: taskId, type: 'TASK_DONE', basis: [receptionLaw.followUp] },
        facts: { taskId, late: on > task.dueOn },
      };
    },
  });
}
