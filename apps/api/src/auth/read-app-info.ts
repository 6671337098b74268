import type { PostgresAccounts, TrainingMode } from '#libs/persistence';
import type { Clock } from '#libs/shared';
import { SharedReading } from '../http/shared-reading.js';
import { AppInfo } from './app-info.js';
import type { AppInfoDto } from './auth.dto.js';

export interface AppInfoParts {
  readonly mode: 'demo' | 'production';
  readonly version: string;
  readonly demoPassword: string;
  readonly accounts: PostgresAccounts;
  readonly clock: Clock;
  readonly training: TrainingMode;
  readonly outsideLabel: string | null;
}

export class ReadAppInfo extends AppInfo {
  private readonly shared = new SharedReading(() => this.read());

  constructor(private readonly parts: AppInfoParts) {
    super();
  }

  /** Every page that opens asks for it, with or without an account. */
  get(): Promise<AppInfoDto> {
    return this.shared.ask();
  }

  private async read(): Promise<AppInfoDto> {
    const { mode, version, demoPassword, accounts, clock, training } = this.parts;
    const demo = mode === 'demo';
    return {
      mode,
      today: await clock.today(),
      version,
      demoPassword: demo ? demoPassword : null,
      demoAccounts: demo ? await accounts.demoAccounts() : [],
      movableClock: demo,
      training: await training.isOn(),
      outsideLabel: this.parts.outsideLabel,
    };
  }
}
