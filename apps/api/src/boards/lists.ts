import type { Place } from '#libs/persistence';
import { GLOBAL_PREFIX } from '../controllers-prefix.js';

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
    const { agency, reach } = this.place;
    const set = Object.entries({ ...wanted, agency, reach }).filter((one): one is [string, string] => Boolean(one[1]));
    const search = new URLSearchParams(set).toString();
    return `/${GLOBAL_PREFIX}/${path}${search === '' ? '' : `?${search}`}`;
  }
}
