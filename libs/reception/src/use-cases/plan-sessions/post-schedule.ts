import type { Actor } from '#libs/access';
import type { ReceptionDependencies } from '../../dependencies.js';
import { unlawful } from '../../errors.js';
import { once } from '../../once.js';
import { ownRow } from '../../scope.js';
import { applyToSession, type SessionEvent } from '../move-session/move-session.js';

export interface PostCommand extends Omit<SessionEvent, 'type'> {
  readonly scheduleId: string;
  readonly idempotencyKey?: string | undefined;
}

/** Posts every planned session of a schedule in one act; one that comes too late refuses all of them. */
export function postSchedule(
  deps: ReceptionDependencies,
  actor: Actor,
  { idempotencyKey, ...command }: PostCommand,
): Promise<{ readonly id: string; readonly posted: readonly string[] }> {
  return once(deps, actor, {
    key: idempotencyKey,
    request: { post: 'schedule', ...command } as never,
    work: async (tx) => {
      const schedule = await ownRow(deps.store, tx, { actor, table: 'schedule', id: command.scheduleId });
      const planned = await deps.store.list(tx, 'session', { where: { schedule_id: schedule.id, stage: 'planned' } });
      if (planned.length === 0)
        throw unlawful('Lịch này không còn buổi tiếp nào chờ niêm yết', [
          { code: 'plannedSession', title: 'Lịch có buổi tiếp định kỳ chờ niêm yết', citation: 'LTCD Đ.24 k2c' },
        ]);
      const posted: string[] = [];
      for (const { id } of planned) {
        const session = await ownRow(deps.store, tx, { actor, table: 'session', id });
        await applyToSession(deps, tx, { actor, session, event: { ...command, type: 'POST' } });
        posted.push(id);
      }
      return { id: schedule.id, posted };
    },
  });
}
