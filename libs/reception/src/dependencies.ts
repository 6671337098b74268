import type { WorkCalendar } from '#libs/calendar';
import type { KeyVault } from '#libs/identity';
import type { Petitions, RegisterPetition, UnitOfWork } from '#libs/intake';
import type { ReceptionStore } from './ports.js';

/** What the use cases of this service work with. */
export interface ReceptionDependencies {
  readonly work: UnitOfWork;
  readonly store: ReceptionStore;
  /** Register numbers and who may see a denunciation. */
  readonly petitions: Petitions;
  readonly registerPetition: Pick<RegisterPetition, 'execute'>;
  readonly vault: KeyVault;
  readonly calendar: WorkCalendar;
  /** System clock: identifiers and the `system_at` of the ledger. */
  readonly systemNow: () => Date;
}
