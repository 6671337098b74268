import type { Actor } from '#libs/access';
import type { AgencyId, UserId } from '#libs/shared';
import type { Period } from '../facts.js';
import type { ScoreMore } from './score-facts.js';
import type { NewTarget, Target } from './targets.js';

/** Targets of rates. Reads give those of the reader's province, withdrawn ones too; a target is never changed. */
export abstract class RateTargets {
  abstract all(actor: Actor): Promise<Target[]>;
  abstract set(actor: Actor, id: string, target: NewTarget): Promise<void>;
  /** False where there is none to withdraw within the actor's scope. */
  abstract withdraw(actor: Actor, id: string, reason: string): Promise<boolean>;
}

export interface AgencyHead {
  readonly id: UserId;
  readonly name: string;
  readonly agencyId: AgencyId;
}

/** What scorecards are counted from beside the facts of reports, as known at an instant and as far as the actor sees it. */
export abstract class ScoreSource {
  abstract more(actor: Actor, knownAt: Date, period: Period): Promise<ScoreMore>;
  /** Who heads these agencies now. */
  abstract heads(actor: Actor, agencies: readonly AgencyId[]): Promise<readonly AgencyHead[]>;
}
