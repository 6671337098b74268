import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { PoolClient } from 'pg';
import { SMTPServer } from 'smtp-server';
import { verifyAll } from '#libs/audit';
import { PostgresLedgerArchive } from '#libs/persistence';
import { call } from './support/call.js';
import { beginOn, eventually, Office } from './support/cases.js';
import { complaint } from './support/petitions.js';
import { type RunningSystem, startSystem } from './support/system.js';

/** The processes are stopped as an operator stops them, with work under way; nothing of it is lost, nothing is done twice. */
describe('a stop in good order', () => {
  let system: RunningSystem;
  let office: Office;
  let held: PoolClient;

  /** Whoever writes into the table waits, until `held` lets go. */
  const hold = async (table: string): Promise<void> => {
    held = await system.database.admin.connect();
    await held.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`);
  };
  const letGo = async (): Promise<void> => {
    await held.query('COMMIT');
    held.release();
  };
  const somebodyWaits = (table: string) =>
    eventually(`a writer before ${table}`, async () => {
      const { rowCount } = await system.database.admin.query(
        `SELECT FROM pg_locks WHERE NOT granted AND relation = $1::regclass AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        [table],
      );
      return rowCount ? true : null;
    });

  beforeAll(async () => {
    system = await startSystem();
    office = new Office(system);
  });
  afterAll(() => system?.stop());

  it('lets the api answer who already asked, although somebody is listening, and turns away who comes later', async () => {
    const token = await office.token('motcua');
    const listening = await fetch(`${system.url}/api/v1/live`, { headers: { authorization: `Bearer ${token}` } });
    expect(listening.status).toBe(200);
    await hold('app.petition');
    const asked = call<{ id: string; registerNumber: number }>(system.url, 'POST', '/petitions', {
      token,
      body: complaint(),
    });
    await somebodyWaits('app.petition');
    const gone = once(system.api, 'exit');
    system.api.kill('SIGTERM');
    await eventually('a closed door', () =>
      fetch(`${system.url}/livez`, { headers: { connection: 'close' } }).then(
        ({ status }) => (status === 503 ? true : null),
        () => true,
      ),
    );
    await letGo();
    const { status, body } = await asked;
    expect(status).toBe(201);
    expect(await gone).toEqual([0, null]);
    const { rows } = await system.database.admin.query('SELECT id FROM app.petition WHERE register_number = $1', [
      body.registerNumber,
    ]);
    expect(rows).toEqual([{ id: body.id }]);
  });
});

/** A mail server that takes its time: what it is given it keeps, and answers when it is told to. */
class SlowPost {
  readonly given: string[] = [];
  private readonly waiting: (() => void)[] = [];
  private patient = true;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on('end', () => {
        this.given.push(/^Message-ID: (.+)$/im.exec(text)?.[1] ?? text);
        if (this.patient) this.waiting.push(() => done());
        else done();
      });
    },
  });

  async open(): Promise<string> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }
  answer(): void {
    this.patient = false;
    this.waiting.splice(0).forEach((done) => done());
  }
  close = (): Promise<void> => new Promise((closed) => this.server.close(() => closed()));
}

describe('a stop of the worker in good order', () => {
  const FILES = 6;
  const post = new SlowPost();
  let system: RunningSystem;
  let office: Office;
  beforeAll(async () => {
    const environment = { NGHE_DAN_SMTP_URL: await post.open(), NGHE_DAN_MAIL_FROM: 'nghedan@tinh.example' };
    system = await startSystem({ environment });
    await beginOn(system, '2026-07-01');
    office = new Office(system);
  });
  afterAll(async () => {
    post.answer();
    await system?.stop();
    await post.close();
  });
  const count = async (what: string): Promise<number> => {
    const { rows } = await system.database.admin.query<{ n: number }>(`SELECT count(*)::int AS n FROM app.${what}`);
    return rows[0]?.n ?? 0;
  };

  it('while it fires milestones and a mail is under way: what it holds is finished, the rest is the next one’s, nothing is done twice', async () => {
    const { admin } = system.database;
    const contact = {
      channel: 'email',
      address: 'truongphong@xatanthanh.example',
      quietFrom: '00:00',
      quietTo: '00:00',
    };
    const given = await call(system.url, 'POST', '/me/contacts', {
      ...{ token: await office.token('truongphong'), body: contact },
    });
    expect(given.status).toBe(201);
    for (let i = 0; i < FILES; i++) await office.register({ receivedOn: '2026-07-01' });
    // Days went by in which no worker ran: everything of them is due at once.
    await beginOn(system, '2026-07-17');
    const held = await admin.connect();
    await held.query('BEGIN; LOCK TABLE app.milestone IN SHARE MODE');
    const worker = await system.startWorker();
    await eventually('a set of milestones in its hands', async () => {
      const { rowCount } = await admin.query(
        `SELECT FROM pg_locks WHERE NOT granted AND relation = 'app.milestone'::regclass AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      return rowCount ? true : null;
    });
    await eventually('a mail in its hands', async () => (post.given.length > 0 ? true : null));
    expect(await count(`message WHERE state = 'waiting'`)).toBeGreaterThan(1);
    const gone = once(worker, 'exit');
    worker.kill('SIGTERM');
    await eventually('deaf ears', async () => {
      const { rowCount } = await admin.query(
        `SELECT FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND usename = 'nghedan_worker' AND datname = current_database()`,
      );
      return rowCount ? null : true;
    });
    await held.query('COMMIT');
    held.release();
    post.answer();
    expect(await gone).toEqual([0, null]);
    // The set it held is fired; the mail it held is written down as sent, and it took no other.
    expect(await count(`milestone WHERE state = 'fired'`)).toBeGreaterThan(0);
    expect(post.given).toHaveLength(1);
    expect(await count(`message WHERE state = 'sent'`)).toBe(1);

    await system.startWorker();
    await eventually('nothing left to do', async () =>
      (await count(`milestone WHERE state = 'pending' AND due_at <= app.business_now()`)) +
        (await count('effect WHERE done_at IS NULL')) +
        (await count(`message WHERE state = 'waiting'`)) ===
      0
        ? true
        : null,
    );
    expect(new Set(post.given).size).toBe(post.given.length);
    expect(await count(`message WHERE state = 'sent'`)).toBe(post.given.length);
    const twice = await admin.query('SELECT FROM app.inbox GROUP BY user_id, source_id HAVING count(*) > 1');
    expect(twice.rowCount).toBe(0);
    // What one milestone leaves in the ledger stands on each file once, and on every file alike.
    const { rows: told } = await admin.query<{ types: string }>(
      `SELECT DISTINCT string_agg(type, ' ' ORDER BY seq) AS types FROM app.case_event GROUP BY case_id`,
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.types.split(' ').filter((type) => type === 'LAPSE')).toHaveLength(1);
    const report = await new PostgresLedgerArchive(system.database.connections).read((streams) => verifyAll(streams));
    expect(report).toMatchObject({ cases: FILES, findings: [] });
  });
});
