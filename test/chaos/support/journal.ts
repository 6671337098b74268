/** What the clients have sent and what they were told; the database must say the same. */
export interface Registration {
  readonly key: string;
  readonly marker: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Null: nobody was told whether it was registered; at most once then. */
  answer: Told | null;
}
export interface Told {
  readonly id: string;
  readonly registerNumber: number;
  readonly registerLabel: string;
  readonly lookupCode: string;
  readonly caseFileId: string;
}
export interface Step {
  readonly caseFileId: string;
  readonly type: string;
  readonly key: string;
  readonly sent: { readonly rev: number; readonly body: Readonly<Record<string, unknown>> };
  /** The file's rev as it was told; null: never told. */
  rev: number | null;
}
export interface PaperTrail {
  readonly caseFileId: string;
  readonly taskId: string;
  readonly id: string;
  state: string;
  number: string | null;
}

export class Journal {
  readonly registrations: Registration[] = [];
  readonly steps: Step[] = [];
  readonly papers: PaperTrail[] = [];
  /** Answers that no breakdown excuses. */
  readonly complaints: string[] = [];
  readonly answers = new Map<string, number>();

  count(what: string): void {
    this.answers.set(what, (this.answers.get(what) ?? 0) + 1);
  }
}
