import type { Actor } from '#libs/access';
import type { ProcedureRegistry } from '#libs/procedure';
import type { CaseFact, Facts } from './facts.js';
import { formFacts, type FormFacts } from './forms/index.js';
import { withHandling } from './handling.js';
import type { ReportFacts, StoredCaseFact } from './ports.js';

/** Facts with their ends read from the procedures. */
export class ReportReader {
  constructor(
    private readonly source: ReportFacts,
    private readonly procedures: Pick<ProcedureRegistry, 'find' | 'versionsOf'>,
  ) {}

  /** What the actor sees, as known at an instant: every figure of it has a list. */
  async seen(actor: Actor, knownAt: Date): Promise<Facts> {
    const facts = await this.stored(actor, knownAt);
    const handling = await this.source.handling(actor, knownAt);
    return { ...facts, petitions: withHandling(facts.petitions, facts.cases, handling) };
  }

  private async stored(actor: Actor, knownAt: Date): Promise<Facts> {
    const what = { protectedOnly: false };
    const cases = await this.source.cases(actor, knownAt, what);
    return {
      cases: cases.map((fact) => this.ended(fact)),
      petitions: await this.source.petitions(actor, knownAt, what),
      visits: await this.source.visits(actor, knownAt),
    };
  }

  /** Every protected file of the actor's province, nameless: for numbers without small cells, never for a list. */
  async protectedOnes(actor: Actor, knownAt: Date): Promise<Facts> {
    const what = { protectedOnly: true };
    const cases = await this.source.cases(actor, knownAt, what);
    return {
      cases: cases.map((fact) => this.ended(fact)),
      petitions: await this.source.petitions(actor, knownAt, what),
      visits: [],
    };
  }

  /** The rows that official forms are counted from: what the actor sees, as known at an instant. */
  async forForms(actor: Actor, knownAt: Date): Promise<FormFacts> {
    return formFacts(await this.stored(actor, knownAt), await this.source.formMore(actor, knownAt));
  }

  names(...args: Parameters<ReportFacts['names']>): ReturnType<ReportFacts['names']> {
    return this.source.names(...args);
  }

  /** A file that has gone over to a newer version may have stood, at the instant asked about, on a stage of an older one. */
  private ended(fact: StoredCaseFact): CaseFact {
    const { procedure, procedureVersion: version, stage } = fact;
    const definition = [this.procedures.find(`${procedure}@${version}`), ...this.procedures.versionsOf(procedure)].find(
      (one) => one?.stages[stage],
    );
    const outcome = definition?.stages[stage]?.outcome ?? null;
    return { ...fact, outcome, endedOn: outcome === null ? null : fact.endedOn };
  }
}
