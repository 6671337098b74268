import type { Actor } from '#libs/access';
import { AppError, type CaseFileId, type UserId } from '#libs/shared';
import type { Casework } from '../../types.js';
import type { Workload } from '../../workload.js';

export interface HandOver {
  readonly fromUser: UserId;
  readonly toUser: UserId;
  readonly reason: string;
}

export interface HandedOver {
  readonly moved: readonly CaseFileId[];
  /** Files whose procedure refused, with its sentence: they stay where they are. */
  readonly kept: readonly { readonly caseFileId: CaseFileId; readonly code: string; readonly detail: string }[];
}

/**
 * Passes every open file of an officer who leaves or is away to another one: the same act as on the case page, once a file, so
 * that each file's own ledger says who handed it to whom. What has been done stays done when one file refuses.
 */
export async function handOverWork(
  { casework, workload }: { readonly casework: Casework; readonly workload: Workload },
  actor: Actor,
  { fromUser, toUser, reason }: HandOver,
): Promise<HandedOver> {
  const moved: CaseFileId[] = [];
  const kept: { caseFileId: CaseFileId; code: string; detail: string }[] = [];
  for (const caseFileId of await workload.openCasesOf(actor, fromUser))
    try {
      await casework.apply(actor, {
        caseFileId,
        type: 'ASSIGN_OFFICER',
        inputs: { assigneeId: toUser, note: reason },
      });
      moved.push(caseFileId);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      kept.push({ caseFileId, code: error.code, detail: error.detail ?? error.title });
    }
  return { moved, kept };
}
