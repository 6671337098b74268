import type { JsonObject, JsonValue, LocalDate, ProcedureName, Role, UnmetRequirement } from '#libs/shared';
import type { Citation, RuleVariant } from '#libs/statute';
import type { AnyStateMachine, StateValue } from 'xstate';

/**
 * What a guard may know: read once before the decision, stored with the event. Ids, dates, findings and counts only,
 * never names, numbers, addresses or the petition's text.
 */
export type Facts = Readonly<Record<string, JsonValue | undefined>>;

/** Facts casework always supplies, whatever the procedure. */
export interface CommonFacts {
  /** The day the act happened: the law of this day judges the act. */
  readonly occurredOn: LocalDate;
  readonly receivedOn: LocalDate;
  readonly petitionType: string;
  readonly actorRole: Role | 'system';
}

/** What a case must have or be for an arrow to open; refused with title and article when it is not. */
export interface Requirement {
  readonly code: string;
  readonly title: string;
  readonly citation: Citation;
  readonly test: (facts: Facts) => boolean;
  /** Decided by what the event's form brings: `available` leaves it to the form, `advance` enforces it. */
  readonly onInput?: boolean;
  /** Samples that the checker drives both ways. */
  readonly exercised: { readonly met: Facts; readonly unmet: Facts };
}

export type InputKind =
  | 'date'
  | 'text'
  | 'longText'
  | 'choice'
  | 'choices'
  | 'boolean'
  | 'number'
  | 'user'
  | 'users'
  | 'agency'
  | 'document'
  | 'caseFile';

/** One field of an event's form. `text` and `longText` never enter the ledger: only a salted commitment does. */
export interface InputField {
  readonly name: string;
  readonly label: string;
  readonly kind: InputKind;
  readonly required: boolean;
  readonly options?: readonly { readonly value: string; readonly label: string; readonly citation?: string }[];
  readonly help?: string;
  readonly min?: number;
  readonly max?: number;
}

export interface EventInfo {
  readonly type: string;
  /** The button, in an officer's words: "Thụ lý giải quyết". */
  readonly title: string;
  readonly roles: readonly (Role | 'system')[];
  readonly basis: Citation;
  readonly input: readonly InputField[];
  /** Paper the law orders for this act: "Mẫu 03 (NĐ 124/2020, sửa đổi NĐ 155/2026)". */
  readonly paper?: string;
  /** Correction of an earlier step rather than a step of its own. */
  readonly compensates?: boolean;
  /** Requirements of a compensating event, which has no arrow to carry them. */
  readonly needs?: readonly string[];
}

export interface StageInfo {
  readonly state: string;
  readonly title: string;
  readonly basis: Citation;
  /** Whose hands the case is in while here; `null` for final states. */
  readonly owner: Role | null;
  /** Rule ids of the clocks that run here, or the written reason for none. */
  readonly clocks: readonly string[] | { readonly none: string };
  /** For final states: how the case ended. */
  readonly outcome?: string;
  /** What the public status page may say. */
  readonly publicTitle: string;
}

/**
 * How two files belong together, read from the younger one: the second instance to its `firstInstance`, a renewed
 * denunciation to the `renewedOf` one, a protection file to what it `protects`, a reception to what it led to.
 */
export const CASE_LINKS = ['firstInstance', 'renewedOf', 'protects', 'takenOverFrom', 'receivedAt'] as const;
export type CaseLink = (typeof CASE_LINKS)[number];

/** Why a named person may read the file of a denunciation (NĐ 31 Đ.11 k1; LTC Đ.11 k2d). */
export const GRANT_CAPACITIES = ['resolver', 'verifier', 'adviser', 'protector'] as const;
export type GrantCapacity = (typeof GRANT_CAPACITIES)[number];

/** Effects are data: casework turns them into rows inside the one transaction. `rule` is a rule id of the statute packs. */
export type CaseEffect =
  | {
      readonly type: 'deadline.open';
      readonly rule: string;
      readonly startFact: string;
      readonly variant?: RuleVariant;
    }
  | { readonly type: 'deadline.close'; readonly rule: string; readonly outcome: 'met' | 'void' }
  | { readonly type: 'deadline.pause'; readonly rule: string }
  | { readonly type: 'deadline.resume'; readonly rule: string }
  | { readonly type: 'deadline.prolong'; readonly rule: string; readonly variantFact: string }
  /** One more extension (denunciations): of the rule's own length, or of the days in `daysFact` where the order gives fewer. */
  | {
      readonly type: 'deadline.extend';
      readonly rule: string;
      readonly variantFact: string;
      readonly daysFact?: string;
    }
  | { readonly type: 'document.issue'; readonly form: string }
  | { readonly type: 'notify'; readonly topic: string; readonly to: readonly Role[] }
  | {
      readonly type: 'case.spawn';
      readonly procedure: ProcedureName;
      readonly per?: 'content';
      /** Fact that holds the agency of the new file; the same agency where it is left out or empty. */
      readonly agencyFact?: string;
      /** Facts of this file or event that the new file is opened with. */
      readonly carry?: readonly string[];
      /** How the new file is linked to this one, besides being its child. */
      readonly link?: CaseLink;
    }
  /** Links this file to the one whose id the fact holds. */
  | { readonly type: 'case.link'; readonly caseFact: string; readonly link: CaseLink }
  /** An act of the system in a related file, carried out where that file's procedure allows it and passed over where not. */
  | {
      readonly type: 'case.tell';
      readonly to: 'parent' | 'children' | CaseLink;
      readonly event: string;
      readonly carry?: readonly string[];
    }
  /** A standing, case-limited, logged right to read the file; the fact holds one user id or a list. */
  | { readonly type: 'case.grant'; readonly userFact: string; readonly capacity: GrantCapacity }
  | { readonly type: 'case.revoke'; readonly userFact: string }
  /** The file passes to another agency with its open clocks: take-over by the superior, a merged commune. */
  | { readonly type: 'case.move'; readonly agencyFact: string }
  | { readonly type: 'case.assign'; readonly userFact: string }
  | { readonly type: 'task.open'; readonly task: string }
  /** Keeps a finding on the case for later guards: `acceptedOn` ← `occurredOn`. The machine's own context holds none. */
  | {
      readonly type: 'fact.remember';
      readonly fact: string;
      /** A fact of the event, or `stage`: the main stage the step leaves. */
      readonly from: string;
      /** Filled in by the kernel: what is to be kept. */
      readonly value?: JsonValue;
    };

/** An effect of an arrow; with `when` it happens only where that requirement is met. Steps carry effects without it. */
export type ArrowEffect = CaseEffect & { readonly when?: string };

/** One fact that guards of a procedure read. */
export interface FactInfo {
  readonly name: string;
  readonly label: string;
  /** `case`: casework reads it from the file; `input`: the event's form brings it; `remembered`: kept by an earlier step; `kernel`: added by `advance`. */
  readonly source: 'case' | 'input' | 'remembered' | 'kernel';
  readonly meaning: string;
}

/** What the checker takes as acceptance, as the deciding paper and as a lawful end without one. */
export interface Checkpoints {
  readonly accepted: readonly string[];
  readonly decisionForms: readonly string[];
  readonly terminating: readonly string[];
}

export interface ProcedureDefinition {
  readonly name: ProcedureName | 'deadline';
  readonly version: number;
  readonly title: string;
  readonly protectsIdentity: boolean;
  /** New cases opened on or after this day use this version. */
  readonly validFrom: LocalDate;
  readonly machine: AnyStateMachine;
  readonly stages: Readonly<Record<string, StageInfo>>;
  /** Parallel regions besides the main one, by region name, e.g. the stay of the challenged decision. */
  readonly regions?: Readonly<Record<string, Readonly<Record<string, StageInfo>>>>;
  /** Name of the main region where the machine is parallel. */
  readonly mainRegion?: string;
  readonly events: Readonly<Record<string, EventInfo>>;
  readonly requirements: Readonly<Record<string, Requirement>>;
  readonly factsCatalogue?: readonly FactInfo[];
  /** Case facts of sample files; the checker walks each of them, so together they must open every arrow. */
  readonly samples?: readonly Facts[];
  readonly checkpoints?: Checkpoints;
}

/** What is stored on the case row; `state` is XState's value, so that a row reads like the diagram. */
export interface ProcedureState {
  readonly procedure: string;
  readonly version: number;
  readonly state: StateValue;
  readonly context: JsonObject;
}

export interface ProcedureEvent {
  readonly type: string;
  readonly facts: Facts;
}

export interface Step {
  readonly next: ProcedureState;
  /** Main stage before and after, e.g. `received` → `accepted`. */
  readonly from: string | null;
  readonly to: string;
  readonly regions: Readonly<Record<string, string>>;
  readonly effects: readonly CaseEffect[];
  readonly basis: readonly Citation[];
  readonly closed: boolean;
  readonly outcome: string | null;
}

export interface Refusal {
  readonly code: 'PROCEDURE.EVENT_UNKNOWN' | 'PROCEDURE.EVENT_NOT_ALLOWED';
  /** Events the present state knows, whether or not their requirements are met. */
  readonly allowed: readonly string[];
  readonly unmet: readonly UnmetRequirement[];
  /** One sentence in Vietnamese for the person at the screen. */
  readonly detail?: string;
}

export interface AvailableEvent {
  readonly info: EventInfo;
  readonly allowed: boolean;
  readonly unmet: readonly UnmetRequirement[];
}
