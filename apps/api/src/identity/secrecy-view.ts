import { CONFLICT_KINDS, SECRECY_KINDS, type Secrecy, type SecrecyKind } from '#libs/identity';
import { iso, isoOrNull } from '../http/labels.js';
import type { SecrecyDto } from './secrecy.dto.js';

export function secrecyView({
  petitioners,
  facts,
  conflicts,
  protectedPetition,
  fromCopies,
}: Secrecy<string>): SecrecyDto {
  const standing = facts.filter(({ endedAt }) => endedAt === null);
  const has = (kind: SecrecyKind): boolean => standing.some((fact) => fact.kind === kind);
  const disclosed = (id: string) => standing.find(({ petitionerId }) => petitionerId === id)?.onDay ?? null;
  return {
    ...{ protectedPetition, fromCopies },
    ...{ workingCopiesOnly: has('workingCopiesOnly'), stateSecret: has('stateSecret') },
    petitioners: petitioners.map(({ id, ordinal }) => ({
      ...{ id, ordinal, identitySelfDisclosed: disclosed(id) !== null },
      identitySelfDisclosedOn: disclosed(id),
    })),
    facts: facts.map(({ id, kind, petitionerId, onDay, words, recordedByName, recordedAt, endedAt }) => ({
      ...{ id, kind, title: SECRECY_KINDS[kind], petitionerId, onDay, where: words },
      ...{ recordedBy: recordedByName, recordedAt: iso(recordedAt), endedAt: isoOrNull(endedAt) },
    })),
    conflicts: conflicts.map(({ id, userId, fullName, kind, declaredByName, declaredAt, endedAt }) => ({
      ...{ id, userId, fullName, kind, title: CONFLICT_KINDS[kind] },
      ...{ declaredBy: declaredByName, declaredAt: iso(declaredAt), endedAt: isoOrNull(endedAt) },
    })),
  };
}
