import type { Place } from '#libs/persistence';
import { listAddress } from '../http/list-address.js';

type Wanted = Readonly<Record<string, string | undefined>>;

/** Addresses of the lists behind figures, all for one place. */
export class Lists {
  constructor(private readonly place: Place) {}

  limits(wanted: Wanted): string {
    return this.at('boards/overdue', wanted);
  }
  files(wanted: Wanted): string {
    return this.at('case-files', wanted);
  }
  petitions(wanted: Wanted): string {
    return this.at('petitions', wanted);
  }

  private at(path: string, wanted: Wanted): string {
    return listAddress(path, { ...wanted, agency: this.place.agency, reach: this.place.reach });
  }
}
