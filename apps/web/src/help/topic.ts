/** Help of one screen: what it is for, how it is used, in the order of the work. */
export interface HelpTopic {
  /** Beginning of the address; the longest that fits answers. */
  readonly path: string;
  readonly title: string;
  readonly purpose: string;
  readonly steps: readonly string[];
  readonly keys?: readonly (readonly [string, string])[];
  readonly law?: string;
}
