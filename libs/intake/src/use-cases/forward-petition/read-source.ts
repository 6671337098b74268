import { Sealer, type KeyVault } from '#libs/identity';
import type { JsonObject } from '#libs/shared';
import type { PetitionSource } from '../../ports.js';
import type { PetitionDraft, PetitionerDraft } from '../register-petition/petition-draft.js';

type Sealed = Readonly<Record<string, string | null>> & JsonObject;

/** A petition as it was written down, opened where it is sealed: to be entered again, sealed anew where its type asks for it. */
export async function draftOfSource(vault: KeyVault, source: PetitionSource): Promise<PetitionDraft> {
  const sealer = new Sealer(vault);
  const opened =
    source.sealed && source.sealedKey
      ? await sealer.open<Sealed>(
          { table: 'petition', recordId: source.id },
          { sealed: source.sealed, sealedKey: source.sealedKey },
        )
      : null;
  const petitioners = await Promise.all(
    source.petitioners.map(async ({ id, sealed, sealedKey, ...person }): Promise<PetitionerDraft> => {
      if (!sealed || !sealedKey) return person;
      const hidden = await sealer.open<Sealed>({ table: 'petitioner', recordId: id }, { sealed, sealedKey });
      return { ...person, ...(hidden as unknown as Omit<PetitionerDraft, 'role'>) };
    }),
  );
  return {
    type: source.type,
    channel: source.channel,
    receivedOn: source.receivedOn,
    titleType: opened ? (opened.titleType ?? null) : source.titleType,
    forwarderKind: source.forwarderKind,
    forwarderName: source.forwarderName,
    field: source.field,
    content: (opened ? opened.content : source.content) ?? '',
    petitioners,
    petitionerCount: source.petitionerCount,
    jointPetition: source.jointPetition,
    respondent: opened ? (opened.respondent ?? null) : source.respondent,
    challengedDecision: opened ? (opened.challengedDecision ?? null) : source.challengedDecision,
    denouncesHead: source.pastHead,
    note: null,
  };
}
