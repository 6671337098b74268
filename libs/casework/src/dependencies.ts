import type { WorkCalendar } from '#libs/calendar';
import type { ProcedureRegistry } from '#libs/procedure';
import type { CaseFiles, TextSeal } from './ports.js';

/** What the use cases of this service work with. */
export interface CaseworkDependencies {
  readonly files: CaseFiles;
  readonly seal: TextSeal;
  readonly procedures: ProcedureRegistry;
  readonly calendar: WorkCalendar;
  /** System clock: identifiers and the `system_at` of the ledger, never a deadline. */
  readonly systemNow: () => Date;
}
