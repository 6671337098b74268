/**
 * Every job there is, with its payload. Payloads carry ids and instants only: names, numbers, addresses and the words of a
 * petition never travel through the queue. The work itself is a row in PostgreSQL; a lost job is found again there.
 */
export type JobItem =
  /** Fire every milestone that is due: `sweep` from the scheduler, `wake` from the delayed wake-up. */
  | { readonly name: 'milestones.fire'; readonly data: { readonly cause: 'sweep' | 'wake' } }
  /** Hand out effect rows that nobody has handed out, or whose lease has grown old. */
  | { readonly name: 'effects.relay'; readonly data: { readonly cause: 'sweep' } }
  /** Send what waits in the delivery log: mail, SMS, Zalo. */
  | { readonly name: 'messages.send'; readonly data: { readonly cause: 'sweep' } }
  /** Number the events that have settled as leaves of the tree and sign the head. */
  | { readonly name: 'ledger.seal'; readonly data: { readonly cause: 'sweep' } }
  /** Draw up the report packs of periods that have ended. */
  | { readonly name: 'reports.pack'; readonly data: { readonly cause: 'sweep' | 'wake' } }
  /** Forget effect rows and idempotency keys that are long done. */
  | { readonly name: 'effects.forget'; readonly data: { readonly cause: 'sweep' } }
  /** Forget what open pages have long heard, and files that were begun to be sent and never finished. */
  | { readonly name: 'leftovers.forget'; readonly data: { readonly cause: 'sweep' } }
  /** Bring the rows that forms are counted from up to the ledger. */
  | { readonly name: 'reports.copy'; readonly data: { readonly cause: 'sweep' } }
  | { readonly name: 'effect.notify'; readonly data: EffectJob }
  | { readonly name: 'effect.document.issue'; readonly data: EffectJob }
  | { readonly name: 'effect.case.spawn'; readonly data: EffectJob }
  | { readonly name: 'effect.case.advance'; readonly data: EffectJob }
  | { readonly name: 'effect.case.link'; readonly data: EffectJob }
  | { readonly name: 'effect.case.tell'; readonly data: EffectJob }
  | { readonly name: 'effect.case.grant'; readonly data: EffectJob }
  | { readonly name: 'effect.case.revoke'; readonly data: EffectJob }
  | { readonly name: 'effect.case.move'; readonly data: EffectJob }
  | { readonly name: 'effect.clock.advance'; readonly data: EffectJob }
  /** Pass the open files of an agency that has ended to its successor. */
  | { readonly name: 'effect.agency.succeed'; readonly data: EffectJob }
  /** Reckon open limits anew by a published calendar. */
  | { readonly name: 'effect.calendar.reproject'; readonly data: EffectJob }
  /** Look for packages and answers from other systems. */
  | { readonly name: 'exchange.collect'; readonly data: { readonly cause: 'sweep' } }
  /** Hand a package for the national database over. */
  | { readonly name: 'effect.national.deliver'; readonly data: EffectJob }
  /** Send a message over the document axis. */
  | { readonly name: 'effect.axis.send'; readonly data: EffectJob };

/** Points at rows of `app.effect`: a job for a few at once, since each job costs a commit where the queue is in PostgreSQL. */
export interface EffectJob {
  readonly effectIds: readonly string[];
}

export type JobName = JobItem['name'];
export type JobData<Name extends JobName> = Extract<JobItem, { name: Name }>['data'];
export type EffectJobName = Extract<JobName, `effect.${string}`>;

/**
 * Two queues, so that a flood of effects cannot keep a due deadline waiting. More queues would cost one LISTEN connection
 * per worker each (see README).
 */
export const QUEUES = ['nghe-dan-timers', 'nghe-dan-effects'] as const;
export type QueueName = (typeof QUEUES)[number];

const QUEUE_OF_JOB: Readonly<Record<JobName, QueueName>> = {
  'milestones.fire': 'nghe-dan-timers',
  'effects.relay': 'nghe-dan-timers',
  'messages.send': 'nghe-dan-effects',
  'ledger.seal': 'nghe-dan-timers',
  'reports.pack': 'nghe-dan-effects',
  'effects.forget': 'nghe-dan-timers',
  'leftovers.forget': 'nghe-dan-timers',
  'reports.copy': 'nghe-dan-effects',
  'effect.notify': 'nghe-dan-effects',
  'effect.document.issue': 'nghe-dan-effects',
  'effect.case.spawn': 'nghe-dan-effects',
  'effect.case.advance': 'nghe-dan-effects',
  'effect.case.link': 'nghe-dan-effects',
  'effect.case.tell': 'nghe-dan-effects',
  'effect.case.grant': 'nghe-dan-effects',
  'effect.case.revoke': 'nghe-dan-effects',
  'effect.case.move': 'nghe-dan-effects',
  'effect.clock.advance': 'nghe-dan-effects',
  'effect.agency.succeed': 'nghe-dan-effects',
  'effect.calendar.reproject': 'nghe-dan-effects',
  'exchange.collect': 'nghe-dan-effects',
  'effect.national.deliver': 'nghe-dan-effects',
  'effect.axis.send': 'nghe-dan-effects',
};

export const JOB_NAMES = Object.keys(QUEUE_OF_JOB) as readonly JobName[];
export const queueOf = (name: JobName): QueueName => QUEUE_OF_JOB[name];
export const isJobName = (text: string): text is JobName => Object.hasOwn(QUEUE_OF_JOB, text);

/** The job that carries out an effect row of this kind, or `null` when no job is known for it. */
export function jobForEffect(kind: string): EffectJobName | null {
  const name = `effect.${kind}`;
  return isJobName(name) ? (name as EffectJobName) : null;
}
