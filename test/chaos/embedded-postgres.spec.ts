import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openEmbedded, stopPostmaster, type EmbeddedServer } from '#libs/persistence';

const repository = join(import.meta.dirname, '../..');
const SETTINGS = ['shared_buffers=16MB'];

/** The launcher as a process of its own: opens the server, says so, waits. */
const LAUNCHER = `
const { openEmbedded } = await import(process.argv[1]);
const server = await openEmbedded({ home: process.argv[2], settings: ['shared_buffers=16MB'] });
console.log(JSON.stringify({ pid: server.pid, port: server.port, started: server.started }));
process.stdin.resume();
process.stdin.on('data', async () => { console.log(JSON.stringify({ stopped: await server.release() })); process.exit(0); });
`;

interface Launched {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly port: number;
  readonly started: boolean;
}

function nextLine(child: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    child.stdout?.once('data', (chunk: Buffer) => done(chunk.toString()));
    child.once('exit', (code) => failed(new Error(`launcher ended with ${code}`)));
  });
}

async function launch(home: string): Promise<Launched> {
  const entry = join(repository, 'dist/libs/persistence/src/index.js');
  const child = spawn(process.execPath, ['--input-type=module', '-e', LAUNCHER, entry, home], {
    cwd: repository,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return { child, ...(JSON.parse(await nextLine(child)) as Omit<Launched, 'child'>) };
}

const isRunning = (pid: number): boolean =>
  existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));

async function inDatabase<T>(
  server: Pick<EmbeddedServer, 'urls'>,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(server.urls.admin);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

// Each scenario makes a server of its own; on a busy machine that alone takes tens of seconds.
jest.setTimeout(240_000);

describe('embedded PostgreSQL', () => {
  let folder: string;
  let home: string;
  const clusters = new Set<string>();
  const open = async (at = home, onProgress?: (line: string) => void) => {
    const server = await openEmbedded({ home: at, settings: SETTINGS, ...(onProgress ? { onProgress } : {}) });
    clusters.add(server.cluster);
    return server;
  };

  beforeAll(() => {
    execFileSync(process.execPath, ['tools/build.mjs'], { cwd: repository, stdio: 'ignore' });
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nghe-dan-embedded-'));
    chmodSync(folder, 0o755);
    home = join(folder, 'data/postgres');
  });
  afterEach(async () => {
    clusters.add(join(home, 'cluster'));
    for (const cluster of clusters) await stopPostmaster(cluster);
    clusters.clear();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps its passwords to its owner and answers on this machine only, under an account that is not root', async () => {
    const server = await open();
    expect(server.started).toBe(true);
    expect(statSync(join(home, 'connection.json')).mode & 0o777).toBe(0o600);
    const shown = await inDatabase(server, async (client) => (await client.query(`SHOW listen_addresses`)).rows);
    expect(shown).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(statSync(`/proc/${server.pid}`).uid).not.toBe(0);
    const nobody = new pg.Client(server.urls.app.replace(/:[^:@]+@/, ':wrong@'));
    await expect(nobody.connect()).rejects.toThrow('password authentication failed');
    const order = await inDatabase(server, (client) =>
      client.query<{ n: string }>(`SELECT n FROM unnest(ARRAY['Dũng', 'Đào', 'Da', 'Ăn', 'An', 'Ân']) n ORDER BY n`),
    );
    expect(order.rows.map(({ n }) => n)).toEqual(['An', 'Ăn', 'Ân', 'Da', 'Dũng', 'Đào']);
    expect(await server.release()).toBe(true);
    expect(isRunning(server.pid)).toBe(false);
  });

  it('is taken over by the next start after kill -9 of the launcher', async () => {
    const first = await launch(home);
    process.kill(first.child.pid ?? 0, 'SIGKILL');
    while (isRunning(first.child.pid ?? 0)) await sleep(10);
    expect(isRunning(first.pid)).toBe(true);
    const second = await open();
    expect(second).toMatchObject({ started: false, pid: first.pid, port: first.port });
    expect(await second.release()).toBe(true);
    expect(isRunning(first.pid)).toBe(false);
  });

  it('comes back with every committed row after kill -9 of the postmaster', async () => {
    const server = await open();
    await inDatabase(server, (client) => client.query('CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n'));
    process.kill(server.pid, 'SIGKILL');
    const again = await open();
    expect(again.started).toBe(true);
    expect(again.port).toBe(server.port);
    const { rows } = await inDatabase(again, (client) => client.query('SELECT count(*)::int AS n FROM kept'));
    expect(rows).toEqual([{ n: 1000 }]);
    await again.release();
    await server.release();
  });

  it('is one server for two launches at once, stopped by the last to leave', async () => {
    const [one, two] = await Promise.all([launch(home), launch(home)]);
    expect(one.pid).toBe(two.pid);
    expect([one.started, two.started].sort()).toEqual([false, true]);
    one.child.stdin?.write('stop\n');
    expect(JSON.parse(await nextLine(one.child))).toEqual({ stopped: false });
    expect(isRunning(two.pid)).toBe(true);
    two.child.stdin?.write('stop\n');
    expect(JSON.parse(await nextLine(two.child))).toEqual({ stopped: true });
    expect(isRunning(two.pid)).toBe(false);
  });

  it('moves to another port where a stranger sits on its own, and remembers it', async () => {
    const server = await open();
    await server.release();
    const stranger = createServer((socket) => socket.destroy()).listen(server.port, '127.0.0.1');
    await new Promise((done) => stranger.once('listening', done));
    const moved = await open();
    expect(moved.port).not.toBe(server.port);
    await moved.release();
    await new Promise((done) => stranger.close(done));
    const again = await open();
    expect(again.port).toBe(moved.port);
    await again.release();
  });

  it('begins anew over a first start that was cut short', async () => {
    mkdirSync(join(home, 'cluster.new'), { recursive: true });
    writeFileSync(join(home, 'cluster.new/PG_VERSION'), '18');
    const server = await open();
    expect(server.started).toBe(true);
    await server.release();
  });

  it('never touches data whose passwords are lost, and says which file is missing', async () => {
    const server = await open();
    await server.release();
    rmSync(join(home, 'connection.json'));
    await expect(open()).rejects.toThrow(`thiếu tệp ${join(home, 'connection.json')}`);
    expect(existsSync(join(home, 'cluster/PG_VERSION'))).toBe(true);
  });

  it('says in one line why a server does not start', async () => {
    const server = await open();
    await server.release();
    writeFileSync(join(home, 'cluster/PG_VERSION'), '17\n');
    const message = await open().then(
      () => 'started',
      (error: Error) => error.message,
    );
    expect(message).toMatch(/^PostgreSQL kèm theo không khởi động được: .*FATAL.*incompatible.*server\.log\)\.$/);
    expect(message).not.toContain('\n');
  });

  // Only root lends its data to another account.
  if (process.getuid?.() === 0)
    it('puts the data elsewhere, and says where, when its own folder is closed to the account of the server', async () => {
      const said: string[] = [];
      chmodSync(folder, 0o700);
      const server = await open(home, (line) => said.push(line));
      expect(server.cluster.startsWith('/var/lib/nghe-dan/')).toBe(true);
      expect(said.some((line) => line.includes(server.cluster))).toBe(true);
      await server.release();
      const again = await open();
      expect(again.cluster).toBe(server.cluster);
      await again.release();
      rmSync(join(server.cluster, '..'), { recursive: true, force: true });
    });
});
