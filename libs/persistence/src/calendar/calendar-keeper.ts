import { LiveCalendar } from '#libs/calendar';
import type { Connections, DatabaseRole } from '../connections.js';
import { PostgresSignals } from '../oversight/postgres-signals.js';
import { readPublished } from './postgres-calendar-changes.js';

const LOOK_MS = 60_000;

/**
 * Keeps a process's calendar as new as the database's: read at the start, again when PostgreSQL says so, and each minute in
 * case it was not heard.
 */
export class CalendarKeeper {
  readonly calendar = new LiveCalendar();
  private readonly signals: PostgresSignals;
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly connections: Connections,
    private readonly role: Exclude<DatabaseRole, 'admin'> = 'app',
  ) {
    this.signals = new PostgresSignals(connections, { calendar: () => this.tryRefresh() }, role);
  }

  /** For a process that ends with its work: the calendar as it stands now. */
  async read(): Promise<LiveCalendar> {
    await this.refresh();
    return this.calendar;
  }

  async start(): Promise<LiveCalendar> {
    await this.refresh();
    await this.signals.listen();
    this.timer = setInterval(() => this.tryRefresh(), LOOK_MS);
    this.timer.unref();
    return this.calendar;
  }

  async close(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.signals.close();
  }

  /** Reads what has been published since. */
  async refresh(): Promise<void> {
    this.calendar.learn(await readPublished(this.connections.pool(this.role)));
  }

  /** A database that is away is asked again in a minute; limits counted meanwhile are found by the reconciliation. */
  private tryRefresh(): void {
    void this.refresh().catch(() => undefined);
  }
}
