import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PostgresWrappedKeys } from '#libs/persistence';
import { call } from '#testing/e2e/support/call';
import { beginOn, eventually } from '#testing/e2e/support/cases';
import { LeakGround } from '#testing/e2e/support/leak-ground';
import { CONTENT_MARK, PERSON } from '#testing/e2e/support/marks';
import { ended, type RunningSystem, startSystem } from '#testing/e2e/support/system';
import { repository } from '#testing/support/repository';

const run = promisify(execFile);
const CLI = join(repository, 'dist/apps/cli/src/main.js');

describe('the master key is changed while the house works', () => {
  let system: RunningSystem;
  let ground: LeakGround;
  let environment: NodeJS.ProcessEnv;
  let first: string;

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, '2026-07-06');
    ground = await LeakGround.lay(system);
    await ground.close();
    const { urls } = system.database;
    environment = { ...system.environment, DATABASE_URL: urls.app, DATABASE_ADMIN_URL: urls.admin };
    first = keyFile().trim();
  }, 90_000);
  afterAll(() => system?.stop());

  const again = { type: 'denunciation', receivedOn: '2026-07-06', petitioners: [PERSON] };
  const keyFile = (): string => readFileSync(join(system.dataDir, 'master.key'), 'utf8');
  const cli = (...args: string[]) =>
    run(process.execPath, [CLI, 'identity', 'rotate-key', ...args], { env: environment });
  const identity = async (caseFileId: string) =>
    (await ground.post('lanhdao', `/case-files/${caseFileId}/identity-readings`, { purpose: 'delivery' })).body as {
      items: { fullName: string; phone: string }[];
    };
  /** Rows by the version of the key that wraps them, in every column of the schema that holds a wrapped key. */
  const versions = async (): Promise<Record<string, number>> => {
    const { admin } = system.database;
    const { rows: columns } = await admin.query<{ t: string; c: string }>(
      `SELECT c.table_name AS t, c.column_name AS c FROM information_schema.columns c
        WHERE c.table_schema = 'app' AND c.data_type = 'bytea' AND c.column_name LIKE '%\\_key' AND c.column_name <> 'content_key'`,
    );
    const tables = [...new Set(columns.map(({ t }) => t))].sort();
    expect(tables).toEqual(new PostgresWrappedKeys(admin).tables.toSorted());
    const counts: Record<string, number> = {};
    for (const { t, c } of columns) {
      const { rows } = await admin.query<{ v: string; n: number }>(
        `SELECT encode(substring(${c} FROM 1 FOR 4), 'hex') AS v, count(*)::int AS n FROM app.${t} WHERE ${c} IS NOT NULL GROUP BY 1`,
      );
      for (const { v, n } of rows) counts[Number.parseInt(v, 16)] = (counts[Number.parseInt(v, 16)] ?? 0) + n;
    }
    return counts;
  };

  it('everything is wrapped anew; a rotation that was killed goes on; work goes on all the while', async () => {
    const before = await versions();
    expect(Object.keys(before)).toEqual(['1']);
    expect(before['1']).toBeGreaterThan(15);
    const killed = spawn(process.execPath, [CLI, 'identity', 'rotate-key'], { env: environment, stdio: 'ignore' });
    await eventually('the announcement', async () => {
      const { rows } = await system.database.admin.query('SELECT 1 FROM app.master_key WHERE version = 2');
      return rows.length > 0 ? true : null;
    });
    killed.kill('SIGKILL');
    expect(keyFile().trim().split('\n')).toHaveLength(2);
    // What is registered now is sealed by the new key as soon as the process has looked.
    const during = await eventually('a record under the new key', async () => {
      const { caseFileId } = await ground.office.register(again);
      return (await versions())['2'] ? caseFileId : null;
    });
    const { stdout } = await cli();
    expect(stdout).toContain('Khóa chính phiên bản 2 đang dùng');
    expect(Object.keys(await versions())).toEqual(['2']);
    const after = await ground.office.register(again);
    for (const id of [ground.registered.caseFileId, ground.mixed.caseFileId, during, after.caseFileId])
      expect((await identity(id)).items[0]?.fullName).toBe(PERSON.fullName);
    expect((await cli('--check')).stdout).toMatch(/Khóa phiên bản 1 \(đã thôi dùng\): 0 /);
  }, 90_000);

  it('originals, copies, notes, papers and secrets of the file still open; equal numbers are still found', async () => {
    const { registered, attachments, papers } = ground;
    const at = `/petitions/${registered.id}/attachments/${attachments.scan}`;
    const original = await ground.post('lanhdao', `${at}/original-readings`, { purpose: 'verification' });
    expect([original.status, original.text.startsWith('%PDF')]).toEqual([200, true]);
    const token = await ground.office.token('lanhdao');
    const get = (path: string) => call(system.url, 'GET', path, { token });
    const answers = await Promise.all(
      [
        at,
        `/case-files/${registered.caseFileId}/timeline`,
        `/case-files/${registered.caseFileId}/notes`,
        `/petitions/${registered.id}/secrecy`,
        `/petitions/${registered.id}/corrections`,
        `/reception/visits/${ground.visit}`,
        ...papers.map((id) => `/documents/${id}`),
      ].map(get),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const check = await ground.post('motcua', '/petitions/resend-checks', {
      petitioners: [PERSON],
      content: `Tố cáo cán bộ địa chính nhận tiền ở quán ${CONTENT_MARK} khi làm sổ đỏ`,
    });
    expect((check.body as { possibleResends: unknown[] }).possibleResends.length).toBeGreaterThan(0);
    const status = await call(system.url, 'GET', `/public/status/${registered.lookupCode}`, {
      headers: { 'x-lookup-secret': registered.lookupSecret ?? '' },
    });
    expect(status.status).toBe(200);
  });

  it('a start with the old key is refused, with another one too; the new one alone is enough', async () => {
    const [newest = ''] = keyFile().trim().split('\n');
    const start = async (keys: string): Promise<string> => {
      writeFileSync(join(system.dataDir, 'master.key'), `${keys}\n`);
      const child = spawn(process.execPath, [join(repository, 'dist/apps/worker/src/main.js')], {
        env: { ...environment, DATABASE_URL: system.database.urls.worker },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += String(chunk)));
      await eventually('an end or a start', async () =>
        child.exitCode !== null || said.includes('"event":"started"') || said.includes('ready') ? true : null,
      );
      await ended(child);
      return said;
    };
    expect(await start(first)).toContain('thôi dùng');
    expect(await start(randomBytes(32).toString('base64'))).toContain('không phải khóa');
    expect(await start(newest)).not.toMatch(/thôi dùng|không phải khóa/);
  }, 60_000);
});
