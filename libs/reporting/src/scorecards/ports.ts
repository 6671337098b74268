import type { Actor } from '#libs/access';
import type { NewTarget, Target } from './targets.js';

/** Targets of rates. Reads give those of the reader's province, withdrawn ones too; a target is never changed. */
export abstract class RateTargets {
  abstract all(actor: Actor): Promise<Target[]>;
  abstract set(actor: Actor, id: string, target: NewTarget): Promise<void>;
  /** False where there is none to withdraw within the actor's scope. */
  abstract withdraw(actor: Actor, id: string, reason: string): Promise<boolean>;
}
