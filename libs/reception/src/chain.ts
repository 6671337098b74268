import { actingRole, type AnyActor } from '#libs/access';
import { chainEvents, GENESIS_HASH, type LedgerDraft, type LedgerEvent } from '#libs/audit';
import { roleRefused } from '#libs/casework';
import { commit } from '#libs/identity';
import { uuidAt } from '#libs/intake';
import type { Citation } from '#libs/statute';
import type { ActorRole, CaseEventId, CaseFileId, JsonObject, JsonValue, LocalDate, Role } from '#libs/shared';
import type { Chain, TextRow } from './model.js';

export const newChain = (id: string): Chain => ({ id, seq: 0, headHash: GENESIS_HASH });

/** Who acts, when, by both clocks. */
export interface Writer {
  readonly actor: AnyActor;
  /** Business time. */
  readonly now: Date;
  readonly systemNow: Date;
}

export interface ActDraft {
  readonly type: string;
  readonly kind: 'procedure' | 'record';
  readonly role: ActorRole;
  readonly occurredOn: LocalDate;
  /** Ids, days, findings; never identities or words. */
  readonly facts: JsonObject;
  readonly basis: readonly Citation[];
  readonly from?: string | null;
  readonly to?: string | null;
  readonly texts?: Readonly<Record<string, string>>;
  readonly subjectId?: string;
}

export interface Chained {
  readonly event: LedgerEvent;
  readonly texts: readonly TextRow[];
  /** The end of the chain after the act. */
  readonly end: { readonly seq: number; readonly headHash: string };
}

/** One act, chained to what its row says of the ledger. Words become commitments; the words themselves go beside. */
export function chainAct(chain: Chain, { actor, now, systemNow }: Writer, act: ActDraft): Chained {
  const id = uuidAt<CaseEventId>(systemNow);
  const words = Object.entries(act.texts ?? {}).map(([field, text]) => ({ field, text, ...commit(text) }));
  const draft: LedgerDraft = {
    id,
    caseId: chain.id as CaseFileId,
    seq: chain.seq + 1,
    kind: act.kind,
    type: act.type,
    occurredOn: act.occurredOn,
    recordedAt: now.toISOString(),
    systemAt: systemNow.toISOString(),
    actorId: actor.userId,
    actorRole: act.role,
    facts: {
      ...act.facts,
      ...Object.fromEntries(words.map(({ field, hash }) => [field, { sha256: hash.toString('hex') }])),
    },
    basis: act.basis as unknown as readonly JsonValue[],
    fromStage: act.from ?? null,
    toStage: act.to ?? null,
    subjectId: act.subjectId ?? null,
    corrects: null,
  };
  const [event] = chainEvents(chain.headHash, [draft]);
  if (!event) throw new Error('One draft makes one event');
  return {
    event,
    end: { seq: event.seq, headHash: event.hash },
    texts: words.map(({ field, text, salt }) => ({
      eventId: id,
      caseId: chain.id,
      field,
      salt: `\\x${salt.toString('hex')}`,
      text,
      sealed: null,
      sealedKey: null,
    })),
  };
}

/** The role an act is done in. @throws AppError 403 naming who may. */
export function roleOf(actor: AnyActor, roles: readonly Role[], what: string): ActorRole {
  const role = actingRole(actor, roles);
  if (!role) throw roleRefused(what, roles);
  return role;
}
