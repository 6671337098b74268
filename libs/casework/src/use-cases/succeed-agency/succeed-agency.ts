import { addDays, isUuid, type EffectId } from '#libs/shared';
import type { AgencyChanges } from '../../agency-changes.js';
import type { CaseworkService } from '../../casework-service.js';
import type { Outbox } from '../../outbox.js';
import { moveFile } from '../carry-out-effect/move.js';

export interface SucceedParts {
  readonly outbox: Outbox;
  readonly casework: CaseworkService;
  readonly changes: AgencyChanges;
}

/**
 * Every open file of an agency that has ended passes to its successor with its running clocks; each file's ledger says from
 * where, to where and by which change. A protected file stays where nobody of the successor may resolve it; whether it moved or
 * stayed, it is not counted: a small number would tell that it exists.
 * All in one transaction: a killed worker leaves the effect to be carried out again.
 */
export function succeedAgency({ outbox, casework, changes }: SucceedParts, effectId: EffectId): Promise<boolean> {
  return outbox.take(effectId, async (tx, effect) => {
    const { changeId } = effect.payload;
    const succession = isUuid(changeId) ? await changes.succession(tx, changeId) : null;
    if (!succession) return { refused: 'EFFECT.MALFORMED' };
    const occurredOn = addDays(succession.lastDay, 1);
    let [moved, kept] = [0, 0];
    for (const file of await changes.openCases(tx, succession.agencyId)) {
      const refused = await moveFile(
        { tx, outbox, casework },
        {
          ...effect,
          caseId: file.id,
          payload: { agencyId: succession.successorId, basis: succession.basis },
          event: { id: succession.id, occurredOn, recordedAt: '', facts: {} },
        },
      );
      if (file.protected) continue;
      if (refused) kept += 1;
      else moved += 1;
    }
    await changes.settle(tx, succession.id, { moved, kept });
    return undefined;
  });
}
