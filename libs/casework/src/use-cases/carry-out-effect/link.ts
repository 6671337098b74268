import { CASE_LINKS } from '#libs/procedure';
import { isUuid, type CaseFileId } from '#libs/shared';
import type { EffectOutcome } from '../../outbox.js';
import { isOneOf, type Carrying, type OrderedEffect } from './carrying.js';

/** From this file, the younger, to the one the act named. */
export async function linkFile({ tx, outbox }: Carrying, effect: OrderedEffect): Promise<EffectOutcome> {
  const { link, to } = effect.payload;
  if (!isOneOf(CASE_LINKS, link) || !isUuid(to) || to === effect.caseId) return { refused: 'EFFECT.MALFORMED' };
  if (!(await outbox.related.exists(tx, to as CaseFileId))) return { refused: 'CASEWORK.NOT_FOUND' };
  await outbox.related.link(tx, {
    ...{ fromCase: effect.caseId, toCase: to as CaseFileId, kind: link },
    ...{ createdBy: effect.event.id, createdAt: effect.event.recordedAt },
  });
  return undefined;
}
