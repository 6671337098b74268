import type { AnyActor } from '#libs/access';
import { commit, type KeyVault } from '#libs/identity';
import type { CaseEventId, CaseFileId, PetitionId } from '#libs/shared';
import { IdentityTextSeal } from '../../identity-text-seal.js';
import { uuidAt } from '../../ids.js';
import type { CaseRecord, CaseRecords, Petitions, Tx } from '../../ports.js';

export interface VoidOrder {
  readonly petitions: readonly {
    readonly petitionId: PetitionId;
    readonly caseFileId: CaseFileId | null;
    readonly sealed: boolean;
  }[];
  readonly reasonCode: string;
  readonly reason: string;
}

export interface VoidPorts {
  readonly petitions: Petitions;
  readonly records: CaseRecords;
  readonly vault: KeyVault;
}

/**
 * Voids numbers inside a transaction: rows stay with their reason, files end, clocks are void. Answers the files that have
 * moved on; then nothing is written. The reason may name a person: the ledger gets its commitment, a sealed petition keeps
 * the words sealed.
 */
export async function voidPetitions(
  ports: VoidPorts,
  tx: Tx,
  { actor, order }: { readonly actor: AnyActor; readonly order: VoidOrder },
): Promise<readonly CaseFileId[]> {
  const files = order.petitions.flatMap(({ caseFileId }) => (caseFileId ? [caseFileId] : []));
  const movedOn = await ports.records.movedOn(tx, files);
  if (movedOn.length > 0) return movedOn;
  const at = await ports.petitions.now(tx);
  const seal = new IdentityTextSeal(ports.vault);
  const records: CaseRecord[] = [];
  for (const { caseFileId, petitionId, sealed } of order.petitions) {
    if (!caseFileId) continue;
    const { salt, hash } = commit(order.reason);
    // The place is casework's, so that the timeline opens the words like any others.
    const eventId = uuidAt<CaseEventId>(at);
    const words = sealed ? await seal.seal(`event_text/${eventId}/reason`, order.reason) : null;
    records.push({
      eventId,
      caseFileId,
      type: 'PETITION_VOIDED',
      facts: { petitionId, reasonCode: order.reasonCode, reason: { sha256: hash.toString('hex') } },
      words: {
        field: 'reason',
        salt: `\\x${salt.toString('hex')}`,
        text: sealed ? null : order.reason,
        sealed: words?.sealed ?? null,
        sealedKey: words?.sealedKey ?? null,
      },
    });
  }
  await ports.records.record(tx, actor, records, { close: true });
  const idsOf = (sealed: boolean): PetitionId[] =>
    order.petitions.filter((entry) => entry.sealed === sealed).map(({ petitionId }) => petitionId);
  await ports.petitions.void(tx, idsOf(false), { at, reasonCode: order.reasonCode, reason: order.reason });
  await ports.petitions.void(tx, idsOf(true), { at, reasonCode: order.reasonCode, reason: null });
  return [];
}
