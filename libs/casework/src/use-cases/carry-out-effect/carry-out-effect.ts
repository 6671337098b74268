import { createHash } from 'node:crypto';
import { SYSTEM_ACTOR } from '#libs/access';
import { Directory } from '#libs/oversight';
import { AppError, isLocalDate, ROLES, type EffectId, type Role } from '#libs/shared';
import type { CaseworkService } from '../../casework-service.js';
import type { EffectOutcome, Outbox, PendingEffect } from '../../outbox.js';
import type { Tx } from '../../ports.js';
import { isOneOf, listOf, type CaseEffectRow, type Carrying, type OrderedEffect } from './carrying.js';
import { grantReading, revokeReading } from './grant.js';
import { linkFile } from './link.js';
import { moveFile } from './move.js';
import { spawnFiles } from './spawn.js';
import { tellFiles } from './tell.js';

/** Those that move or tie files: the demo clock waits for them at every step. */
export const MOVING_KINDS = [
  'case.spawn',
  'case.advance',
  'case.link',
  'case.tell',
  'case.grant',
  'case.revoke',
  'case.move',
] as const;
/** Kinds of effect that this service carries out; each bears being carried out again. */
export const EFFECT_KINDS = ['notify', 'document.issue', ...MOVING_KINDS] as const;
export type EffectKind = (typeof EFFECT_KINDS)[number];

/** The act of the system that a day of effect brings about, by rule. */
const ACT_OF_EFFECT: Readonly<Record<string, string>> = {
  'KN.EFFECT.L1': 'DECLARE_EFFECTIVE',
  'KN.EFFECT.L2': 'DECLARE_EFFECTIVE',
  'KL.EFFECT': 'DECLARE_EFFECTIVE',
};

const ORDERED: Readonly<Record<string, (around: Carrying, effect: OrderedEffect) => Promise<EffectOutcome>>> = {
  'case.spawn': spawnFiles,
  'case.link': linkFile,
  'case.tell': tellFiles,
  'case.grant': grantReading,
  'case.revoke': revokeReading,
  'case.move': moveFile,
};

/** What a rule refuses is refused every time: a person has to look, e.g. at an act that lies too far back. */
const FINAL: ReadonlySet<number> = new Set([403, 404, 409, 422]);

/** An earlier effect of the same act is still being carried out by somebody else: this one is tried again later. */
export class EffectWaits extends Error {
  override readonly name = 'EffectWaits';
}

/** Carries out effect rows. */
export class EffectRunner {
  constructor(
    private readonly outbox: Outbox,
    private readonly casework: CaseworkService,
  ) {}

  /**
   * False when the row is done already or another worker is at it. Effects of one act that concern files keep their order:
   * those before this one are carried out first. What a rule refuses waits for a person; anything thrown leaves the row pending.
   * @throws EffectWaits
   */
  async run(effectId: EffectId): Promise<boolean> {
    if (await this.take(effectId)) return true;
    const earlier = await this.outbox.before(effectId);
    if (earlier.length === 0) return false;
    for (const id of earlier) await this.take(id);
    if (await this.take(effectId)) return true;
    if ((await this.outbox.before(effectId)).length > 0) throw new EffectWaits(effectId);
    return false;
  }

  /** All that is pending of these kinds, in the order it was ordered. */
  async runPending(kinds: readonly EffectKind[] = MOVING_KINDS): Promise<number> {
    let done = 0;
    for (;;) {
      const ids = await this.outbox.pending(kinds, 200);
      let now = 0;
      for (const id of ids) if (await this.runUnlessWaiting(id)) now += 1;
      done += now;
      if (now === 0) return done;
    }
  }

  private async runUnlessWaiting(id: EffectId): Promise<boolean> {
    try {
      return await this.run(id);
    } catch (error) {
      if (error instanceof EffectWaits) return false;
      throw error;
    }
  }

  private async take(effectId: EffectId): Promise<boolean> {
    try {
      return await this.outbox.take(effectId, (tx, effect) => this.carryOut(tx, effect));
    } catch (error) {
      const code = error instanceof AppError ? error.code : error instanceof Error ? error.name : 'Unknown';
      if (error instanceof AppError && FINAL.has(error.status)) {
        await this.outbox.giveUp(effectId, code);
        return false;
      }
      await this.outbox.noteFailure(effectId, code);
      throw error;
    }
  }

  private async carryOut(tx: Tx, effect: PendingEffect): Promise<EffectOutcome> {
    const { caseId, event } = effect;
    if (caseId === null) return { refused: 'EFFECT.WITHOUT_CASE' };
    const about = { ...effect, caseId };
    if (effect.kind === 'notify') return this.notify(tx, about);
    if (effect.kind === 'document.issue') return this.issue(tx, about);
    if (effect.kind === 'case.advance') return this.advance(about);
    const ordered = ORDERED[effect.kind];
    if (!ordered) return { refused: 'EFFECT.UNKNOWN_KIND' };
    if (!event) return { refused: 'EFFECT.MALFORMED' };
    return ordered({ tx, outbox: this.outbox, casework: this.casework }, { ...about, event });
  }

  /** Recipients are who holds the roles today, their delegates, or the next above; of a denunciation its named persons only. */
  private async notify(tx: Tx, { id, caseId, payload, event }: CaseEffectRow): Promise<EffectOutcome> {
    const { about, people } = await this.outbox.around(tx, caseId);
    const directory = new Directory(people);
    const roles = listOf(payload.to).filter((role): role is Role => isOneOf(ROLES, role));
    const told = new Set(roles.flatMap((role) => directory.recipients(role, about)));
    const createdAt = event?.recordedAt ?? new Date(0).toISOString();
    const notice = { caseId, topic: String(payload.topic), sourceId: id, createdAt };
    await this.outbox.post(
      tx,
      [...told].map((userId) => ({ userId, ...notice })),
    );
    await this.outbox.tellCitizens(tx, notice);
    return undefined;
  }

  /** The paper itself is drafted by a person: a task names its form. */
  private async issue(tx: Tx, effect: CaseEffectRow): Promise<EffectOutcome> {
    const { row } = await this.outbox.around(tx, effect.caseId);
    await this.outbox.openTask(tx, {
      kind: `issue:${String(effect.payload.form)}`,
      ownerRole: 'caseOfficer',
      effect,
      row,
    });
    return undefined;
  }

  /** Its own transaction, made safe to repeat by a key: the row is marked done after it. */
  private async advance({ id, caseId, payload }: CaseEffectRow): Promise<EffectOutcome> {
    const type = ACT_OF_EFFECT[String(payload.ruleId)];
    if (!type || !isLocalDate(payload.occurredOn)) return { refused: 'EFFECT.MALFORMED' };
    const requestHash = createHash('sha256').update(id).digest();
    try {
      await this.casework.apply(SYSTEM_ACTOR, {
        caseFileId: caseId,
        type,
        occurredOn: payload.occurredOn,
        inputs: {},
        idempotency: { key: `effect/${id}`, requestHash },
      });
      return undefined;
    } catch (error) {
      // The file has gone another way by now, e.g. a second complaint: the procedure decides, and that is final.
      if (error instanceof AppError && error.code === 'PROCEDURE.EVENT_NOT_ALLOWED') return { refused: error.code };
      throw error;
    }
  }
}
