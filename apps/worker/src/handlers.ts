import { seal, type LedgerArchive } from '#libs/audit';
import { MOVING_KINDS, succeedAgency, type EffectRunner, type Outbox, type SucceedParts } from '#libs/casework';
import { sendMessages, type SendingParts } from '#libs/notifications';
import type { OversightService, ReprojectionService } from '#libs/oversight';
import type { RowKeeper } from '#libs/reporting';
import { handlerFor, type AnyJobHandler, type EffectJob } from '#libs/queue';
import type { PackMaker, PackSchedule } from '#libs/reporting';
import { dayOf, isUuid, type EffectId } from '#libs/shared';
import type { KeyObject } from 'node:crypto';
import { collectExchange, deliverNational, type ExchangeParts, sendOnAxis } from './exchange.js';
import { log } from './log.js';
import { forgetLeftovers, type Leftovers } from './leftovers.js';
import type { Relay } from './relay.js';
import type { Timers } from './timers.js';

export interface HandlerParts {
  readonly timers: Timers;
  readonly relay: Relay;
  readonly outbox: Outbox;
  readonly effects: EffectRunner;
  readonly oversight: OversightService;
  readonly succession: SucceedParts;
  readonly sending: SendingParts;
  readonly reprojection: ReprojectionService;
  readonly leftovers: Leftovers;
  readonly exchange: ExchangeParts;
  readonly rows: Pick<RowKeeper, 'refresh'>;
  readonly packs: { readonly maker: PackMaker; readonly schedule: PackSchedule };
  readonly archive: LedgerArchive;
  /** Read anew each time: it may have been handed over since. */
  readonly signingKey: () => KeyObject;
  /** Only a demo has a clock that moves. */
  readonly demo: boolean;
}

/** Done effects and answered keys are kept this long. */
const KEPT_DAYS = 30;

/** Every job of the union with the one who does it. */
export function jobHandlers(parts: HandlerParts): AnyJobHandler[] {
  const { timers, relay, outbox, effects } = parts;
  const carryOut = (job: EffectJob): Promise<void> => eachOf(job, (id) => effects.run(id));
  return [
    handlerFor('milestones.fire', () => timers.fire()),
    handlerFor('effects.relay', () => relay.run()),
    handlerFor('effects.forget', async () => void (await outbox.forget(KEPT_DAYS))),
    handlerFor('leftovers.forget', () => forgetLeftovers(parts.leftovers)),
    handlerFor('reports.copy', () => copyRows(parts.rows)),
    handlerFor('messages.send', async () => void (await sendMessages(parts.sending))),
    handlerFor('reports.pack', () => makePacks(parts)),
    handlerFor('ledger.seal', () => sealDaily(parts)),
    handlerFor('effect.notify', carryOut),
    handlerFor('effect.document.issue', carryOut),
    handlerFor('effect.case.spawn', carryOut),
    handlerFor('effect.case.advance', carryOut),
    handlerFor('effect.case.link', carryOut),
    handlerFor('effect.case.tell', carryOut),
    handlerFor('effect.case.grant', carryOut),
    handlerFor('effect.case.revoke', carryOut),
    handlerFor('effect.case.move', carryOut),
    handlerFor('effect.agency.succeed', (job) => eachOf(job, (id) => succeedAgency(parts.succession, id))),
    handlerFor('effect.clock.advance', (job) => eachOf(job, (id) => advanceClock(id, parts))),
    handlerFor('effect.calendar.reproject', (job) => eachOf(job, (id) => reproject(id, parts))),
    handlerFor('exchange.collect', () => collectExchange(parts.exchange)),
    handlerFor('effect.national.deliver', (job) => eachOf(job, (id) => deliverNational(outbox, parts.exchange, id))),
    handlerFor('effect.axis.send', (job) => eachOf(job, (id) => sendOnAxis(outbox, parts.exchange, id))),
  ];
}

/** One row's failure does not hold up the others; the job is then tried again, and what is done is passed over. */
async function eachOf({ effectIds }: EffectJob, carryOut: (id: EffectId) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = [];
  for (const id of effectIds) await carryOut(id as EffectId).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

/** Another worker may be at it: it takes in what there is. */
async function copyRows(rows: HandlerParts['rows']): Promise<void> {
  const read = await rows.refresh();
  if (read) log('info', 'rows-copied', { read });
}

async function makePacks({ packs: { maker, schedule } }: HandlerParts): Promise<void> {
  const made = await maker.makeDue(schedule);
  if (made > 0) log('info', 'packs-made', { packs: made });
}

/** One signed head a day; the first of a day takes in all that has settled. */
async function sealDaily({ archive, signingKey }: HandlerParts): Promise<void> {
  const now = new Date();
  const latest = (await archive.heads()).at(-1);
  const hasBook = (await archive.keys()).length > 0;
  if (latest && hasBook && dayOf(new Date(latest.signedAt)) === dayOf(now)) return;
  await seal(archive, signingKey(), now);
}

/** The row stays locked meanwhile; a worker that dies lets go of it, and the next goes on after the last written set. */
async function reproject(effectId: EffectId, { outbox, reprojection }: HandlerParts): Promise<void> {
  await outbox.take(effectId, async (_tx, { payload }) => {
    if (!isUuid(payload.publicationId)) return { refused: 'EFFECT.MALFORMED' };
    log('info', 'reprojected', { state: await reprojection.carryOut(payload.publicationId) });
    return undefined;
  });
}

/** Walks the demo clock through every due instant; the row stays locked meanwhile, so that one worker does it. */
async function advanceClock(effectId: EffectId, { outbox, oversight, effects, demo }: HandlerParts): Promise<void> {
  await outbox.take(effectId, async (_tx, { payload }) => {
    const to = new Date(String(payload.to));
    if (!demo || Number.isNaN(to.getTime())) return { refused: demo ? 'EFFECT.MALFORMED' : 'CLOCK.REAL_TIME' };
    await oversight.advanceBusinessClock(to, { settle: async () => void (await effects.runPending(MOVING_KINDS)) });
    return undefined;
  });
}
