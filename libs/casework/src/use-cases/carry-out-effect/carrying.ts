import { chainEvents, type LedgerEvent } from '#libs/audit';
import { SYSTEM_ACTOR } from '#libs/access';
import type { Citation } from '#libs/statute';
import type { CaseEventId, CaseFileId, JsonObject, JsonValue } from '#libs/shared';
import type { CaseworkService } from '../../casework-service.js';
import { newUuid } from '../../ids.js';
import type { CaseRow } from '../../model.js';
import type { Outbox, PendingEffect } from '../../outbox.js';
import type { Tx } from '../../ports.js';

export type CaseEffectRow = PendingEffect & { readonly caseId: CaseFileId };
/** An effect that hangs on the act that ordered it, as all but the day of effect do. */
export type OrderedEffect = CaseEffectRow & { readonly event: NonNullable<PendingEffect['event']> };

/** What an effect is carried out with. */
export interface Carrying {
  readonly tx: Tx;
  readonly outbox: Outbox;
  readonly casework: CaseworkService;
}

export const isOneOf = <T extends string>(list: readonly T[], value: unknown): value is T =>
  (list as readonly unknown[]).includes(value);
export const listOf = (value: JsonValue | undefined): readonly JsonValue[] =>
  Array.isArray(value) ? (value as readonly JsonValue[]) : [];
export const objectOf = (value: JsonValue | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

interface RecordOnFile {
  readonly type: string;
  readonly facts: JsonObject;
  readonly basis: readonly Citation[];
}

/** Ledger events of the system on a locked file, chained to its head. They move no stage. */
export function recordsOn(
  { row, now }: { readonly row: CaseRow; readonly now: Date },
  { event, casework }: Pick<Carrying, 'casework'> & Pick<OrderedEffect, 'event'>,
  records: readonly RecordOnFile[],
): LedgerEvent[] {
  const systemNow = casework.deps.systemNow();
  return chainEvents(
    row.headHash,
    records.map(({ type, facts, basis }, index) => ({
      ...{ id: newUuid(systemNow) as CaseEventId, caseId: row.id, seq: row.seq + 1 + index },
      ...{ kind: 'record' as const, type, facts: { ...facts, orderedBy: event.id } },
      ...{ occurredOn: event.occurredOn, recordedAt: now.toISOString(), systemAt: systemNow.toISOString() },
      ...{ actorId: SYSTEM_ACTOR.userId, actorRole: 'system' as const },
      basis: basis as unknown as readonly JsonValue[],
      ...{ fromStage: null, toStage: null, subjectId: null, corrects: null },
    })),
  );
}
