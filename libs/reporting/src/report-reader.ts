import type { Actor } from '#libs/access';
import { withEnds, type EndsOf } from './ends.js';
import type { Facts } from './facts.js';
import {
  caseOf,
  formFacts,
  formFactsOf,
  mattersOf,
  petitionOf,
  sessionOf,
  visitOf,
  type FormFacts,
} from './forms/index.js';
import { withHandling } from './handling.js';
import type { CountedRows, ReportFacts, ReportRows, RowsAsked } from './ports.js';
import { ROW_DEFINITIONS } from './row-keeper.js';

/** Facts with their ends read from the procedures. */
export class ReportReader {
  constructor(
    private readonly source: ReportFacts,
    private readonly procedures: EndsOf,
    private readonly copy?: ReportRows,
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
      cases: withEnds(this.procedures, cases),
      petitions: await this.source.petitions(actor, knownAt, what),
      visits: await this.source.visits(actor, knownAt),
    };
  }

  /** Every protected file of the actor's province, nameless: for numbers without small cells, never for a list. */
  async protectedOnes(actor: Actor, knownAt: Date): Promise<Facts> {
    const what = { protectedOnly: true };
    const cases = await this.source.cases(actor, knownAt, what);
    return {
      cases: withEnds(this.procedures, cases),
      petitions: await this.source.petitions(actor, knownAt, what),
      visits: [],
    };
  }

  /** The rows that official forms are counted from: what the actor sees, as known at an instant. */
  async forForms(actor: Actor, knownAt: Date): Promise<FormFacts> {
    return formFacts(await this.stored(actor, knownAt), await this.source.formMore(actor, knownAt));
  }

  /**
   * The same rows for figures alone: equals of an agency are one row that stands for all of them, from the copy where there is one.
   * A list wants `forForms`.
   */
  async forFigures(actor: Actor, asked: RowsAsked): Promise<FormFacts> {
    const counted = await this.copy?.counted(actor, asked, ROW_DEFINITIONS);
    if (!counted) return formFactsOf(await this.forForms(actor, asked.knownAt), asked.agencies);
    return formFactsOf(this.together(counted), asked.agencies);
  }

  /** Rows of the copy and rows of the ledger as one: a matter may lie in both. */
  private together({ rows, receptions, live, visits, more }: CountedRows): FormFacts {
    const resends = [
      ...live.resends,
      ...rows.flatMap(({ kind, petitionId, resendOf }) =>
        kind === 'petition' && resendOf !== null ? [{ petitionId, resendOf }] : [],
      ),
    ];
    const matterOf = mattersOf(resends);
    const read = formFacts(
      { cases: withEnds(this.procedures, live.cases), petitions: live.petitions, visits },
      { marks: live.marks, resends, ...more },
    );
    return {
      ...read,
      petitions: [
        ...read.petitions,
        ...rows.flatMap((row) => (row.kind === 'petition' ? [petitionOf(row, matterOf)] : [])),
      ],
      cases: [...read.cases, ...rows.flatMap((row) => (row.kind === 'case' ? [caseOf(row, matterOf)] : []))],
      visits: [...read.visits, ...receptions.flatMap((row) => (row.kind === 'visit' ? [visitOf(row)] : []))],
      sessions: [...read.sessions, ...receptions.flatMap((row) => (row.kind === 'session' ? [sessionOf(row)] : []))],
    };
  }

  names(...args: Parameters<ReportFacts['names']>): ReturnType<ReportFacts['names']> {
    return this.source.names(...args);
  }
}
