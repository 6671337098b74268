import type { AgencyId } from '#libs/shared';
import type { Citation } from '#libs/statute';
import type { EffectOutcome } from '../../outbox.js';
import { recordsOn, type Carrying, type OrderedEffect } from './carrying.js';

/**
 * The file passes to another agency with its open clocks. Of a protected file the people named so far lose sight of it:
 * the resolver of the new agency (past its head where the petition went past one) and the keepers of identities have it now.
 */
export async function moveFile(around: Carrying, effect: OrderedEffect): Promise<EffectOutcome> {
  const { tx, outbox } = around;
  const { related } = outbox;
  const { agencyId } = effect.payload;
  if (typeof agencyId !== 'number') return { refused: 'EFFECT.MALFORMED' };
  const { row, now } = await related.lock(tx, effect.caseId);
  const place = await related.place(tx, agencyId as AgencyId, row.petitionId);
  if (!place) return { refused: 'EFFECT.AGENCY_UNKNOWN' };
  if (place.agencyId === row.agencyId) return undefined;
  const people = row.visibleTo === null ? [] : place.audience;
  if (row.visibleTo !== null && !place.resolved) return { refused: 'EFFECT.NO_RESOLVER' };
  await related.record(
    tx,
    recordsOn({ row, now }, { ...around, event: effect.event }, [
      { type: 'MOVED', facts: { fromAgencyId: row.agencyId, toAgencyId: place.agencyId }, basis: basisOf(effect) },
    ]),
  );
  for (const userId of new Set((await related.granted(tx, row.id)).map((one) => one.userId)))
    await related.revoke(tx, {
      ...{ caseId: row.id, userId },
      ...{ revokedBy: effect.event.id, revokedAt: now.toISOString() },
    });
  await related.move(tx, row.id, { agencyId: place.agencyId, people });
  return undefined;
}

/** The paper that merged two agencies; a take-over stands on the act that ordered it. */
const basisOf = ({ payload }: OrderedEffect): readonly Citation[] =>
  typeof payload.basis === 'string' ? [{ text: payload.basis, mark: 'V' }] : [];
