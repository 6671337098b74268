import { JOB_NAMES, type JobData, type JobName } from './jobs.js';

/** Does one kind of job. It must bear being run twice for the same row: the queue delivers at least once. */
export interface JobHandler<Name extends JobName = JobName> {
  readonly job: Name;
  handle(data: JobData<Name>): Promise<void>;
}

export type AnyJobHandler = { [Name in JobName]: JobHandler<Name> }[JobName];
export type HandlerTable = ReadonlyMap<JobName, AnyJobHandler>;

/** Makes a handler from a function. */
export const handlerFor = <Name extends JobName>(
  job: Name,
  handle: (data: JobData<Name>) => Promise<void>,
): JobHandler<Name> => ({
  job,
  handle,
});

/**
 * Proves at start that every job of the union has exactly one handler.
 * @throws Error that prints the line to add for each missing one and names each doubled one.
 */
export function bindHandlers(handlers: readonly AnyJobHandler[]): HandlerTable {
  const table = new Map<JobName, AnyJobHandler>();
  const doubled: JobName[] = [];
  for (const handler of handlers) {
    if (table.has(handler.job)) doubled.push(handler.job);
    table.set(handler.job, handler);
  }
  const missing = JOB_NAMES.filter((name) => !table.has(name));
  if (missing.length === 0 && doubled.length === 0) return table;
  const lines = [
    ...missing.map((name) => `No handler for job '${name}'. Add:  handlerFor('${name}', async (data) => { … }),`),
    ...doubled.map((name) => `Job '${name}' has more than one handler. Keep one.`),
  ];
  throw new Error(lines.join('\n'));
}
