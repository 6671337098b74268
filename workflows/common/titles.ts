/** Words for what the effects of one procedure order: papers by form code, notices by topic, things to be drafted. */
export interface ProcedureTitles {
  readonly forms: Readonly<Record<string, string>>;
  readonly topics: Readonly<Record<string, string>>;
  readonly tasks: Readonly<Record<string, string>>;
}
