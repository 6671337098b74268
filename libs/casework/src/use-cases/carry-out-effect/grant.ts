import { GRANT_CAPACITIES } from '#libs/procedure';
import type { Citation } from '#libs/statute';
import type { UserId } from '#libs/shared';
import type { EffectOutcome } from '../../outbox.js';
import type { NewGrant } from '../../related-files.js';
import { isOneOf, listOf, recordsOn, type Carrying, type OrderedEffect } from './carrying.js';

/** Resolver and verification team meet the denouncer themselves; nobody else learns of the file. */
const BASIS: readonly Citation[] = [
  { text: 'NĐ31 Đ.11 k1', mark: 'V' },
  { text: 'LTC Đ.11 k2d', mark: 'V' },
];

const usersOf = ({ payload }: OrderedEffect): UserId[] =>
  [...new Set(listOf(payload.users))].filter((id): id is UserId => typeof id === 'number');

/** Exactly the named people may read the protected file from now on. An open file needs no grant: its agency reads it. */
export async function grantReading(around: Carrying, effect: OrderedEffect): Promise<EffectOutcome> {
  const { tx, outbox } = around;
  const { related } = outbox;
  const { capacity } = effect.payload;
  if (!isOneOf(GRANT_CAPACITIES, capacity)) return { refused: 'EFFECT.MALFORMED' };
  const { row, now } = await related.lock(tx, effect.caseId);
  if (row.visibleTo === null) return { refused: 'GRANT.FILE_NOT_PROTECTED' };
  const standing = await related.granted(tx, row.id);
  const asked = await related.activeUsers(tx, usersOf(effect));
  const users = asked.filter((id) => !standing.some((one) => one.userId === id && one.capacity === capacity));
  if (users.length === 0) return asked.length === 0 ? { refused: 'GRANT.NOBODY' } : undefined;
  await related.record(
    tx,
    recordsOn(
      { row, now },
      { ...around, event: effect.event },
      users.map((userId) => ({ type: 'GRANT', facts: { userId, capacity }, basis: BASIS })),
    ),
  );
  await related.share(tx, row.id, union(row.visibleTo, users));
  await related.grant(
    tx,
    users.map((userId) => ({
      ...{ caseId: row.id, userId, capacity, added: !row.visibleTo!.includes(userId) },
      ...{ grantedBy: effect.event.id, grantedAt: now.toISOString() },
    })),
  );
  return undefined;
}

/**
 * The named people no longer read the file; in files opened from it they lose what they had from the same grant. Of an act
 * taken back (`takenBack`) those lose sight whom it alone had given it.
 */
export async function revokeReading(around: Carrying, effect: OrderedEffect): Promise<EffectOutcome> {
  const { tx, outbox } = around;
  const { related } = outbox;
  const standing = await related.granted(tx, effect.caseId);
  const { takenBack } = effect.payload;
  const gone = takenBack === undefined ? usersOf(effect) : onlyBy(String(takenBack), standing);
  if (gone.length === 0) return undefined;
  const outcome = await revokeOn(around, effect, gone);
  if (outcome) return outcome;
  const from = new Set(standing.filter(({ userId }) => gone.includes(userId)).map(({ grantedBy }) => grantedBy));
  for (const child of await related.relatives(tx, effect.caseId, 'children')) {
    const same = (await related.granted(tx, child)).filter(({ grantedBy }) => from.has(grantedBy));
    const users = [...new Set(same.map(({ userId }) => userId))].filter((id) => gone.includes(id));
    if (users.length > 0) await revokeOn(around, { ...effect, caseId: child }, users);
  }
  return undefined;
}

const onlyBy = (event: string, standing: readonly NewGrant[]): UserId[] =>
  standing
    .filter(({ grantedBy, added }) => grantedBy === event && added)
    .map(({ userId }) => userId)
    .filter((id) => !standing.some(({ userId, grantedBy }) => userId === id && grantedBy !== event));

async function revokeOn(around: Carrying, effect: OrderedEffect, gone: readonly UserId[]): Promise<EffectOutcome> {
  const { tx, outbox } = around;
  const { related } = outbox;
  const { row, now } = await related.lock(tx, effect.caseId);
  if (row.visibleTo === null) return { refused: 'GRANT.FILE_NOT_PROTECTED' };
  const users = row.visibleTo.filter((id) => gone.includes(id));
  const left = row.visibleTo.filter((id) => !gone.includes(id));
  if (users.length === 0) return { refused: 'GRANT.NOBODY' };
  if (left.length === 0) return { refused: 'GRANT.LAST_READER' };
  await related.record(
    tx,
    recordsOn(
      { row, now },
      { ...around, event: effect.event },
      users.map((userId) => ({ type: 'REVOKE', facts: { userId }, basis: BASIS })),
    ),
  );
  await related.share(tx, row.id, left);
  for (const userId of users)
    await related.revoke(tx, {
      ...{ caseId: row.id, userId },
      ...{ revokedBy: effect.event.id, revokedAt: now.toISOString() },
    });
  return undefined;
}

const union = (one: readonly UserId[], other: readonly UserId[]): UserId[] => [...new Set([...one, ...other])];
