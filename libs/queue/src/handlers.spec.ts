import { bindHandlers, handlerFor, type AnyJobHandler } from './handlers.js';
import { JOB_NAMES, jobForEffect, queueOf } from './jobs.js';

const all = JOB_NAMES.map((name) => handlerFor(name, async () => undefined) as AnyJobHandler);

describe('handlers of jobs', () => {
  it('are complete when each job has exactly one', () => {
    expect(bindHandlers(all).size).toBe(JOB_NAMES.length);
  });

  it('print the line to add for a missing one', () => {
    const some = all.filter(({ job }) => job !== 'ledger.seal');
    expect(() => bindHandlers(some)).toThrow("No handler for job 'ledger.seal'. Add:  handlerFor('ledger.seal'");
  });

  it('name a doubled one', () => {
    const doubled = [...all, handlerFor('effect.notify', async () => undefined)];
    expect(() => bindHandlers(doubled)).toThrow("Job 'effect.notify' has more than one handler");
  });

  it('keep effects away from the queue of due deadlines', () => {
    expect(queueOf('milestones.fire')).not.toBe(queueOf('effect.notify'));
    expect(jobForEffect('notify')).toBe('effect.notify');
    expect(jobForEffect('no.such.effect')).toBeNull();
  });
});
