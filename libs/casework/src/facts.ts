import { actingRole, type AnyActor, looksOnly } from '#libs/access';
import type { EventInfo, Facts } from '#libs/procedure';
import type { ActorRole, JsonObject, JsonValue, LocalDate } from '#libs/shared';
import type { CaseRow, CaseSnapshot } from './model.js';

/** What the ledger keeps in place of words: SHA-256(salt ‖ text), hexadecimal. */
export interface Commitment {
  readonly sha256: string;
}
const isCommitment = (value: JsonValue | undefined): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'sha256' in value;

/** Facts as guards see them: words are only known to be there. */
export const withoutWords = (facts: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, isCommitment(value) ? true : value]));

/** Facts of the file itself that were not stated when it was opened. Stored with the event, so that it can be decided again. */
export function caseFacts({ case: row, petition }: Pick<CaseSnapshot, 'case' | 'petition'>): JsonObject {
  const facts: Record<string, JsonValue> = {};
  if (row.knownFacts.groupSize === undefined && petition.count !== null) facts.groupSize = petition.count;
  if (row.knownFacts.forwarderKind === undefined && petition.forwarder !== null)
    facts.forwarderKind = petition.forwarder;
  if (row.knownFacts.petitionType === undefined && petition.type !== null) facts.petitionType = petition.type;
  if (petition.guided === true) facts.guidedBefore = true;
  return facts;
}

export interface Act {
  readonly occurredOn: LocalDate;
  readonly role: ActorRole;
  /** Findings of the form and of the file, stored with the event. */
  readonly stated: JsonObject;
}

/** All that a guard may know of one act. */
export const factsOf = (row: Pick<CaseRow, 'knownFacts' | 'remote' | 'receivedOn'>, act: Act): Facts => ({
  remote: row.remote,
  ...row.knownFacts,
  ...withoutWords(act.stated),
  receivedOn: row.receivedOn,
  occurredOn: act.occurredOn,
  actorRole: act.role,
});

/** Null where the actor may not do it: a role that only looks does no step, even one that verifiers of an inspectorate do. */
export const roleFor = (actor: AnyActor, info: EventInfo): ActorRole | null =>
  looksOnly(actor) ? null : actingRole(actor, info.roles);
