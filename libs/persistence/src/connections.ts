import pg from 'pg';

export type DatabaseRole = 'app' | 'worker' | 'admin';

/** One login per role. A process holds only the logins it needs. */
export type DatabaseUrls = { readonly [role in DatabaseRole]?: string | undefined };

const DATE = 1082;
const DATE_ARRAY = 1182;
const BIGINT = 20;

const dateArray = (text: string): string[] => (text === '{}' ? [] : text.slice(1, -1).split(','));

/**
 * Days stay `YYYY-MM-DD` text (a Date would shift them by the machine's time zone), bigint becomes a number (no count
 * here passes 2^53), timestamptz a Date.
 */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === DATE) return (text: string) => text;
    if (oid === DATE_ARRAY) return dateArray;
    if (oid === BIGINT) return Number;
    return (pg.types.getTypeParser as (oid: number, format?: string) => (text: string) => unknown)(oid, format);
  },
} as pg.CustomTypesConfig;

/**
 * Connection settings of a role. The role is set whatever the login is: a login that is a member of both runtime roles
 * serves api and worker alike, and a superuser by mistake in DATABASE_URL still obeys row security.
 */
export function poolConfig(url: string, role: DatabaseRole): pg.PoolConfig {
  const setRole = role === 'admin' ? '' : ` -c role=nghedan_${role}`;
  return {
    connectionString: url,
    options: `-c search_path=app,public${setRole}`,
    application_name: `nghedan-${role}`,
    keepAlive: true,
    types,
  };
}

const AWAY = /^(08...|53...|57P0.|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

/** Whoever gets no connection for so long is told so: those that have one may be waiting for the very one who asks. */
const CONNECTION_WAIT_MS = 45_000;

/** The server is starting, stopping, full or not there: the same may succeed a little later. */
export function databaseIsAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, message } = error as Error & { code?: unknown };
  return (
    (typeof code === 'string' && AWAY.test(code)) ||
    /^(Connection terminated|timeout exceeded when trying to connect)/.test(message)
  );
}

/** Pools by role, opened at first use. */
export class Connections {
  private readonly pools = new Map<DatabaseRole, pg.Pool>();

  constructor(
    readonly urls: DatabaseUrls,
    private readonly max: number = 10,
  ) {}

  get app(): pg.Pool {
    return this.pool('app');
  }

  get worker(): pg.Pool {
    return this.pool('worker');
  }

  get admin(): pg.Pool {
    return this.pool('admin');
  }

  pool(role: DatabaseRole): pg.Pool {
    const open = this.pools.get(role);
    if (open) return open;
    const url = this.urls[role];
    if (url === undefined) throw new Error(`This process has no ${role} login`);
    const pool = new pg.Pool({
      ...poolConfig(url, role),
      max: this.max,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: CONNECTION_WAIT_MS,
    });
    // An idle connection that the server closes is replaced at the next use; without a listener it would end the process.
    pool.on('error', () => undefined);
    // Nor may one that is cut off between two statements of a transaction: the pool listens to those in its keeping only. The next
    // statement on it fails.
    pool.on('connect', (client) => client.on('error', () => undefined));
    this.pools.set(role, pool);
    return pool;
  }

  /** A connection of its own, outside the pools: LISTEN, long transactions. Not yet connected. */
  client(role: DatabaseRole): pg.Client {
    const url = this.urls[role];
    if (url === undefined) throw new Error(`This process has no ${role} login`);
    return new pg.Client(poolConfig(url, role));
  }

  async end(): Promise<void> {
    const open = [...this.pools.values()];
    this.pools.clear();
    await Promise.all(open.map((pool) => pool.end()));
  }
}
