import { createHash } from 'node:crypto';
import { SYSTEM_ACTOR } from '#libs/access';
import { CASE_LINKS } from '#libs/procedure';
import { AppError, type CaseFileId } from '#libs/shared';
import type { EffectOutcome } from '../../outbox.js';
import { isOneOf, objectOf, type Carrying, type OrderedEffect } from './carrying.js';

const LISTENERS = ['parent', 'children', ...CASE_LINKS] as const;
/** What the told file's procedure answers is final: it has gone another way. */
const FINAL: ReadonlySet<number> = new Set([403, 409, 422]);

/** An act of the system in related files, each in a transaction of its own, safe to repeat by a key. */
export async function tellFiles(around: Carrying, effect: OrderedEffect): Promise<EffectOutcome> {
  const { to, event } = effect.payload;
  if (!isOneOf(LISTENERS, to) || typeof event !== 'string') return { refused: 'EFFECT.MALFORMED' };
  const files = await around.outbox.related.relatives(around.tx, effect.caseId, to);
  if (files.length === 0) return { refused: 'TELL.NOBODY' };
  let outcome: EffectOutcome;
  for (const caseFileId of files) outcome = (await tellOne(around, { caseFileId, event, effect })) ?? outcome;
  return outcome;
}

async function tellOne(
  { casework }: Carrying,
  { caseFileId, event, effect }: { caseFileId: CaseFileId; event: string; effect: OrderedEffect },
): Promise<EffectOutcome> {
  const key = `effect/${effect.id}/${caseFileId}`;
  try {
    await casework.apply(SYSTEM_ACTOR, {
      ...{ caseFileId, type: event, told: true, occurredOn: effect.event.occurredOn },
      inputs: objectOf(effect.payload.carry),
      idempotency: { key, requestHash: createHash('sha256').update(key).digest() },
    });
    return undefined;
  } catch (error) {
    if (error instanceof AppError && FINAL.has(error.status)) return { refused: error.code };
    throw error;
  }
}
