import type { AnyActor } from '#libs/access';
import type { CaseFileId, UserId } from '#libs/shared';

/** Open files in somebody's hands. */
export abstract class Workload {
  /** Those that the actor sees, oldest first. */
  abstract openCasesOf(actor: AnyActor, userId: UserId): Promise<readonly CaseFileId[]>;
}
