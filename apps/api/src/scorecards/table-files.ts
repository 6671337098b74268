import type { Actor } from '#libs/access';
import type { AgencyDirectory } from '#libs/persistence';
import { type Table, tableWorkbook } from '#libs/reporting';
import { type Clock, dayOf, formatDay, type LocalDate } from '#libs/shared';

export interface TableFile {
  readonly bytes: Buffer;
  readonly name: string;
}
/** A day of a DTO, as it is read. */
export const dayWords = (day: string): string => formatDay(day as LocalDate);
/** The words over a table of a period. */
export const periodWords = (from: string, to: string): string => `Từ ngày ${dayWords(from)} đến ngày ${dayWords(to)}`;

/** Tables as a workbook under the letterhead of the agency they are of: the one asked for, or the asker's own. */
export async function tableFile(
  { directory, clock }: { readonly directory: AgencyDirectory; readonly clock: Clock },
  actor: Actor,
  asked: {
    readonly agency?: string | undefined;
    readonly knownAt?: string;
    readonly name: string;
    readonly tables: readonly [Table, ...Table[]];
  },
): Promise<TableFile> {
  const now = await clock.now();
  const agency =
    (asked.agency ? await directory.byCode(asked.agency) : undefined) ?? (await directory.byId(actor.agencyId));
  const above = agency.parentId === null ? {} : { above: (await directory.byId(agency.parentId)).name };
  const knownAt = asked.knownAt ? new Date(asked.knownAt) : now;
  const head = { agency: agency.name, ...above, place: '…………', madeOn: dayOf(now), knownAt };
  return { bytes: await tableWorkbook(asked.tables, head), name: `${asked.name}.xlsx` };
}
