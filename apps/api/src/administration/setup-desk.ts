import type { Actor } from '#libs/access';
import type { WorkCalendar } from '#libs/calendar';
import type { AgencyDirectory, Config, SetupReader } from '#libs/persistence';
import type { Clock } from '#libs/shared';
import { administeredBy } from './administered.js';
import type { SetupDto } from './setup.dto.js';
import { setupItems } from './setup-items.js';

export interface SetupDeskParts {
  readonly reader: SetupReader;
  readonly directory: AgencyDirectory;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
  readonly config: Pick<Config, 'mode' | 'masterKey' | 'gateways'>;
}

/** The first-run checklist: what this installation still needs, computed each time it is asked. */
export class SetupDesk {
  constructor(private readonly parts: SetupDeskParts) {}

  async read(actor: Actor): Promise<SetupDto> {
    const { reader, directory, clock, calendar, config } = this.parts;
    const agencies = await administeredBy(actor, directory, 'Xem việc cần làm khi bắt đầu');
    const items = setupItems({
      state: await reader.read(actor, agencies),
      mode: config.mode,
      today: await clock.today(),
      masterKeyOutside: config.masterKey !== undefined,
      gateways: { mail: config.gateways.smtp !== undefined, sms: config.gateways.sms !== undefined },
      calendarKnownTo: calendar.horizon.to,
    });
    const done = items.filter(({ state }) => state === 'done').length;
    return {
      ...{ mode: config.mode, done, total: items.length, items },
      ready: config.mode === 'production' && items.every(({ state }) => state !== 'todo'),
    };
  }
}
