import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const script = join(__dirname, '../../../tools/cli.mjs');
const cli = (args: readonly string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 27,
    env: { ...process.env, ...env },
  });

const reply = ['deadline', 'explain', '--rule', 'TCD.REPLY', '--from', '2026-02-10', '--json'];

describe('the operators’ command as a process', () => {
  it('builds itself, prints one JSON document and passes the exit status', () => {
    const { status, stdout } = cli(reply);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ due: '2026-03-03' });
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    // A later run finds everything built and has nothing to say (a source may be saved while the tests run).
    expect([2, 3, 4].some(() => cli(reply).stderr === '')).toBe(true);
  });

  it('answers the same in every time zone', () => {
    const answers = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'].map((TZ) => cli(reply, { TZ }).stdout);
    expect(new Set(answers).size).toBe(1);
  });

  it('ends with 1 when refused and 2 when misused, the reason on standard error', () => {
    const refused = cli([
      'deadline',
      'explain',
      '--rule',
      'KN.RESOLVE.L1',
      '--from',
      '2026-07-20',
      '--extensions',
      '1',
    ]);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain('Khiếu nại không có gia hạn');
    const misused = cli(['deadline', 'count', '--days', 'ten']);
    expect(misused).toMatchObject({ status: 2, stdout: '' });
    expect(misused.stderr).toContain('--days: cần số nguyên');
  });

  it('reads paths from where the person stands, loads no database driver', () => {
    const args = ['deadline', 'count', '--from', '2026-02-10', '--days', '1', '--calendar', 'time-limits.json'];
    const { status, stderr } = cli(args, { INIT_CWD: join(__dirname, '../../../libs/statute/src/fixtures') });
    expect(status).toBe(2);
    expect(stderr).toContain('--calendar: cần một đối tượng JSON');
    const traced = cli(reply, { NODE_DEBUG: 'module,esm' });
    expect(traced.status).toBe(0);
    expect(traced.stderr).toContain('node_modules/nest-commander/');
    expect(traced.stderr).not.toMatch(/node_modules\/(pg|typeorm|bullmq|ioredis)\//);
  });
});
