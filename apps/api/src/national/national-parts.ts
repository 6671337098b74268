import type { Provider } from '@nestjs/common';
import {
  AdministrationJournal,
  type AgencyDirectory,
  AxisMessages,
  NationalRecords,
  PostgresAxisBook,
  type TransactionRunner,
} from '#libs/persistence';
import type { WorkCalendar } from '#libs/calendar';
import type { Clock } from '#libs/shared';
import type { Services } from '../services.js';
import { AxisDesk } from './axis-desk.js';
import { NationalDesk } from './national-desk.js';

/** The desks that talk to other systems through packages. */
export function nationalParts(
  {
    transactions,
    directory,
    clock,
    calendar,
    relay,
  }: {
    readonly transactions: TransactionRunner;
    readonly directory: AgencyDirectory;
    readonly clock: Clock;
    readonly calendar: WorkCalendar;
    readonly relay: boolean;
  },
  { registerPetition, attachFiles, vault }: Services,
): Provider[] {
  const journal = new AdministrationJournal(transactions);
  const records = new NationalRecords(transactions, journal);
  const axis = new AxisDesk({
    ...{ records, directory, registerPetition, attachFiles, vault, clock },
    messages: new AxisMessages(transactions, journal),
    receivingAs: (actor) => ({
      axis: new PostgresAxisBook(transactions, actor),
      vault,
      refusals: { refused: (...what) => records.refused(...what, actor) },
    }),
  });
  return [
    { provide: NationalDesk, useValue: new NationalDesk({ records, directory, clock, calendar, relay }) },
    { provide: AxisDesk, useValue: axis },
  ];
}
