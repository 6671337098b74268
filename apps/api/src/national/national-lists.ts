import { listAddress } from '../http/list-address.js';
import type { StateListsDto } from './national.dto.js';

/** A count is of one agency alone; so is its list. */
export function listsOfAgency(agency: string): StateListsDto {
  const list = (wanted: Readonly<Record<string, string>>): string =>
    listAddress('national/records', { agency, reach: 'own', ...wanted });
  return {
    ...{ not_due: list({ state: 'not_due' }), due: list({ state: 'due' }), exported: list({ state: 'exported' }) },
    ...{ confirmed: list({ state: 'confirmed' }), error: list({ state: 'error' }) },
    ...{ stale: list({ stale: 'true' }), late: list({ late: 'true' }) },
  };
}
