import { createHash } from 'node:crypto';
import { SYSTEM_ACTOR } from '#libs/access';
import { Directory } from '#libs/oversight';
import {
  AppError,
  isLocalDate,
  PETITION_TYPES,
  PROCEDURES,
  ROLES,
  type CaseFileId,
  type EffectId,
  type JsonValue,
  type PetitionType,
  type ProcedureName,
  type Role,
} from '#libs/shared';
import type { CaseworkService } from '../../casework-service.js';
import type { EffectOutcome, Outbox, PendingEffect } from '../../outbox.js';
import type { Tx } from '../../ports.js';
import type { OpenCommand } from '../../types.js';

/** Kinds of effect that this service carries out; each bears being carried out again. */
export const EFFECT_KINDS = ['notify', 'document.issue', 'case.spawn', 'case.advance'] as const;
export type EffectKind = (typeof EFFECT_KINDS)[number];
/** Those that move files: the demo clock waits for them at every step. */
export const MOVING_KINDS: readonly EffectKind[] = ['case.spawn', 'case.advance'];

/** The act of the system that a day of effect brings about, by rule. */
const ACT_OF_EFFECT: Readonly<Record<string, string>> = { 'KN.EFFECT.L1': 'DECLARE_EFFECTIVE' };

const isOneOf = <T extends string>(list: readonly T[], value: unknown): value is T =>
  (list as readonly unknown[]).includes(value);
const list = (value: JsonValue | undefined): readonly JsonValue[] =>
  Array.isArray(value) ? (value as readonly JsonValue[]) : [];

/** Carries out effect rows. */
export class EffectRunner {
  constructor(
    private readonly outbox: Outbox,
    private readonly casework: CaseworkService,
  ) {}

  /** False when the row is done already or another worker is at it. Anything thrown leaves the row pending. */
  async run(effectId: EffectId): Promise<boolean> {
    try {
      return await this.outbox.take(effectId, (tx, effect) => this.carryOut(tx, effect));
    } catch (error) {
      await this.outbox.noteFailure(
        effectId,
        error instanceof AppError ? error.code : error instanceof Error ? error.name : 'Unknown',
      );
      throw error;
    }
  }

  /** All that is pending of these kinds, in the order it was ordered. */
  async runPending(kinds: readonly EffectKind[] = MOVING_KINDS): Promise<number> {
    let done = 0;
    for (;;) {
      const ids = await this.outbox.pending(kinds, 200);
      let now = 0;
      for (const id of ids) if (await this.run(id)) now += 1;
      done += now;
      if (now === 0) return done;
    }
  }

  private carryOut(tx: Tx, effect: PendingEffect): Promise<EffectOutcome> {
    const { caseId } = effect;
    if (caseId === null) return Promise.resolve({ refused: 'EFFECT.WITHOUT_CASE' });
    const about = { ...effect, caseId };
    switch (effect.kind) {
      case 'notify':
        return this.notify(tx, about);
      case 'document.issue':
        return this.issue(tx, about);
      case 'case.spawn':
        return this.spawn(tx, about);
      case 'case.advance':
        return this.advance(about);
      default:
        return Promise.resolve({ refused: 'EFFECT.UNKNOWN_KIND' });
    }
  }

  /** Recipients are who holds the roles today, their delegates, or the next above; of a denunciation its named persons only. */
  private async notify(tx: Tx, { id, caseId, payload, event }: CaseEffectRow): Promise<EffectOutcome> {
    const { about, people } = await this.outbox.around(tx, caseId);
    const directory = new Directory(people);
    const roles = list(payload.to).filter((role): role is Role => isOneOf(ROLES, role));
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

  /** The new file starts from what was stated when its parent was opened: same day of receipt, so the same clocks run on. */
  private async spawn(tx: Tx, { caseId, payload, event }: CaseEffectRow): Promise<EffectOutcome> {
    const procedure = payload.procedure;
    if (!isOneOf(PROCEDURES, procedure) || !event) return { refused: 'EFFECT.MALFORMED' };
    const { row } = await this.outbox.around(tx, caseId);
    const facts = await this.outbox.openingFacts(tx, caseId);
    const parts = payload.per === 'content' ? list(event.facts.contents) : [null];
    const commands: OpenCommand[] = [];
    for (const part of parts) {
      const petitionType = typeFor(part ?? row.knownFacts.classifiedAs ?? facts.petitionType);
      const child = {
        petitionId: row.petitionId,
        procedure: procedure as ProcedureName,
        parentCaseId: row.id,
        part: part === null ? null : String(part),
      };
      if (await this.outbox.hasChild(tx, child)) continue;
      const { agencyId, provinceId, receivedOn, visibleTo, remote, assigneeId } = row;
      commands.push({
        ...child,
        agencyId,
        provinceId,
        receivedOn,
        visibleTo,
        remote,
        petitionType,
        facts,
        occurredOn: event.occurredOn,
        ...(assigneeId === null ? {} : { assigneeId }),
      });
    }
    await this.casework.openCases(tx, SYSTEM_ACTOR, commands);
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

type CaseEffectRow = PendingEffect & { readonly caseId: CaseFileId };

function typeFor(value: JsonValue | undefined): PetitionType {
  if (!isOneOf(PETITION_TYPES, value)) throw new Error('The file does not say what kind of petition it is about');
  return value;
}
