import type { Actor } from '#libs/access';
import type { AgencyId, LocalDate, UserId } from '#libs/shared';
import type { EmulationEntry, EmulationModel } from './emulation.js';
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
  /** In whose hands these files are now, and which of their limits ends first. */
  abstract standing(actor: Actor, caseIds: readonly string[]): Promise<readonly FileStanding[]>;
}

export interface FileStanding {
  readonly caseId: string;
  readonly assigneeName: string | null;
  readonly ruleVersion: string | null;
  readonly citation: string | null;
  readonly dueOn: LocalDate | null;
}

/** The register of emulation models: entries are added, never changed; the last one of a model is what it is now. */
export abstract class EmulationModels {
  /** The models of these agencies and of a year, voided ones too. */
  abstract list(
    actor: Actor,
    of: { readonly agencies: readonly AgencyId[]; readonly year: number | null },
  ): Promise<EmulationEntry[]>;
  abstract history(actor: Actor, modelId: string): Promise<EmulationEntry[]>;
  abstract add(
    actor: Actor,
    modelId: string,
    of: { readonly agencyId: AgencyId; readonly model: EmulationModel },
  ): Promise<void>;
  /** False where the model is out of sight, voided, or has been changed since `rev`. */
  abstract change(
    actor: Actor,
    modelId: string,
    change: {
      readonly rev: number;
      readonly kind: 'corrected' | 'voided';
      readonly model: EmulationModel | null;
      readonly reason: string;
    },
  ): Promise<boolean>;
}
