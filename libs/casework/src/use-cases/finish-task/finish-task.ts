import type { Actor } from '#libs/access';
import { AppError, type CaseEventId, type Role } from '#libs/shared';
import { newUuid } from '../../ids.js';
import type { PersonalTask, PersonalTasks } from '../../personal-tasks.js';
import type { TextSeal } from '../../ports.js';
import { keepWords } from '../../words.js';

const LEADERS: readonly Role[] = ['unitHead', 'chairman', 'provinceChairman'];
/** Drafting a paper ends with the paper, on the day it goes out. */
const BY_PAPER = /^issue:/;

export interface FinishTaskParts {
  readonly tasks: PersonalTasks;
  readonly seal: TextSeal;
  readonly systemNow: () => Date;
}

/** A task that the law leaves to a person is done when they say so; the file's ledger keeps who said it and how. @throws AppError 403, 404, 409. */
export async function finishTask(
  { tasks, seal, systemNow }: FinishTaskParts,
  actor: Actor,
  { id, note }: { readonly id: string; readonly note: string },
): Promise<void> {
  const task = await tasks.find(actor, id);
  if (!task) throw refuse('UNKNOWN', 404, 'Không có nhiệm vụ này trong phạm vi của bạn.');
  if (BY_PAPER.test(task.kind))
    throw refuse('BY_PAPER', 409, 'Việc soạn văn bản tự xong khi văn bản được cho số, phát hành trong mục Giấy tờ.');
  if (!isTheirs(actor, task))
    throw refuse('NOT_YOURS', 403, 'Nhiệm vụ do người được giao hoặc người phụ trách đánh dấu đã làm.');
  if (task.done) throw over();
  const eventId = newUuid(systemNow()) as CaseEventId;
  const { commitments, texts } = await keepWords(
    { note },
    { eventId, row: { id: task.caseFileId, visibleTo: task.visibleTo }, seal },
  );
  const facts = { taskId: id, kind: task.kind, ...commitments };
  if (!(await tasks.finish(actor, task, { eventId, facts, texts }))) throw over();
}

/** Whoever it was given to, whoever holds its role while it is nobody's, and heads for their people. */
const isTheirs = (actor: Actor, { assigneeId, ownerRole, agencyId }: PersonalTask): boolean =>
  assigneeId === actor.userId ||
  (agencyId === actor.agencyId &&
    ((assigneeId === null && actor.roles.includes(ownerRole)) || LEADERS.some((role) => actor.roles.includes(role))));

const refuse = (code: string, status: number, detail: string): AppError =>
  new AppError({ code: `TASK.${code}`, status, title: 'Chưa đánh dấu được nhiệm vụ', detail });
const over = (): AppError => refuse('DONE', 409, 'Nhiệm vụ này đã được đánh dấu là đã làm.');
