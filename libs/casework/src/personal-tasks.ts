import type { Actor } from '#libs/access';
import type { AgencyId, CaseEventId, CaseFileId, JsonObject, Role, UserId } from '#libs/shared';
import type { NewText } from './model.js';

export interface PersonalTask {
  readonly id: string;
  readonly caseFileId: CaseFileId;
  readonly kind: string;
  readonly ownerRole: Role;
  readonly assigneeId: UserId | null;
  readonly agencyId: AgencyId;
  readonly done: boolean;
  /** Who sees the file, where it is protected. */
  readonly visibleTo: readonly UserId[] | null;
}

export interface TaskDone {
  readonly eventId: CaseEventId;
  readonly facts: JsonObject;
  readonly texts: readonly NewText[];
}

/** Tasks that a person, not a paper, finishes, under the row scope of the actor. */
export abstract class PersonalTasks {
  /** `null` when the actor does not see such a task. */
  abstract find(actor: Actor, id: string): Promise<PersonalTask | null>;
  /** Ends the task and says so in the ledger of its file, in one transaction. False where it has been ended before. */
  abstract finish(actor: Actor, task: PersonalTask, done: TaskDone): Promise<boolean>;
}
