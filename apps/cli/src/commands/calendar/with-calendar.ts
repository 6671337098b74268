import type { Actor } from '#libs/access';
import { computeColumns } from '#libs/casework';
import { CalendarChangeService } from '#libs/oversight';
import {
  CalendarReader,
  PostgresAccounts,
  PostgresCalendarChanges,
  PostgresClock,
  query,
  readConfig,
  TransactionRunner,
  withDatabase,
  type Connections,
} from '#libs/persistence';
import { AppError, type UserId } from '#libs/shared';
import type { CliIo } from '../../io.js';

export interface CalendarTools {
  readonly changes: CalendarChangeService;
  readonly reader: CalendarReader;
  /** Whose name stands under the publication: the named account, or the only administrator. */
  readonly administrator: Actor;
}

const WHO = `
  SELECT id FROM app.app_user WHERE active AND 'administrator' = ANY (roles) AND ($1::text IS NULL OR username = $1) ORDER BY id LIMIT 2`;

async function findAdministrator(connections: Connections, username: string | undefined): Promise<Actor> {
  const found = await query<{ id: UserId }>(connections.app, WHO, [username ?? null]);
  const accounts = new PostgresAccounts(connections.app, new TransactionRunner(connections));
  const actor = found.length === 1 && found[0] ? await accounts.actor(found[0].id) : null;
  if (actor) return actor;
  throw new AppError({
    code: 'CALENDAR.NO_ADMINISTRATOR',
    status: 404,
    title: 'Không biết ghi tên ai là người công bố',
    detail:
      username === undefined
        ? 'Có nhiều quản trị hoặc chưa có ai; hãy ghi --user TÀI-KHOẢN.'
        : `Không có tài khoản quản trị ${username} đang hoạt động.`,
  });
}

/** Calendar changes on the database of the configuration. A running worker carries out what is published. */
export async function withCalendar<T>(
  io: CliIo,
  user: string | undefined,
  work: (tools: CalendarTools) => Promise<T>,
): Promise<T> {
  return withDatabase(readConfig(), { max: 4, onProgress: (line) => io.say(line) }, async ({ connections }) => {
    const clock = new PostgresClock(connections);
    const changes = new CalendarChangeService({
      changes: new PostgresCalendarChanges(connections),
      reckon: computeColumns,
      businessNow: () => clock.now(),
      systemNow: () => new Date(),
    });
    const administrator = await findAdministrator(connections, user);
    return work({ changes, reader: new CalendarReader(new TransactionRunner(connections)), administrator });
  });
}
