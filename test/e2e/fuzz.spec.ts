import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '#testing/support/repository';
import { Campaign } from '../fuzz/campaign.js';
import { call, signIn } from './support/call.js';
import { type RunningSystem, startSystem } from './support/system.js';

/** `npm run fuzz` asks for many; here a few of the same. */
const INPUTS = Number(process.env.FUZZ_INPUTS ?? 600);
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_701);
const HANG_MS = 60_000;
/** Above what it had after the first tenth. Files being unpacked weigh for a moment. */
const GROWTH_MIB = 700;

/** What once was answered with 500, found by the long run. */
const ONCE_UNEXPECTED: readonly (readonly ['POST' | 'PUT', string, unknown])[] = [
  ['POST', '/agencies/%00/name', {}],
  ['POST', '/escalation-policies/%00/preview', []],
  ['PUT', '/me/settings/views', { value: '\ud83d' }],
  ['PUT', '/me/settings/views', { value: { views: ['a\u0000'] } }],
  // Few letters as text, many bytes as a row.
  [
    'PUT',
    '/me/settings/views',
    { value: { views: Object.fromEntries(Array.from({ length: 1_200 }, (_, n) => [`k${n}`, n])) } },
  ],
  ['POST', '/delegations', { basis: { constructor: {} } }],
  ['POST', '/administration/remote-areas', { basis: { constructor: { name: 1 } } }],
  ['POST', '/reception/visits/0198b3f0-0000-7000-8000-000000000000/outcome', { occurredOn: null }],
];

describe('spoiled inputs', () => {
  let system: RunningSystem;
  beforeAll(async () => {
    // Without an office program, as most servers have it.
    system = await startSystem({
      owner: true,
      environment: { PATH: '/nonexistent' },
    });
  }, 120_000);
  afterAll(() => system?.stop());

  it('that once broke something are refused in words', async () => {
    const token = await signIn(system.url, 'quantri');
    for (const [method, path, body] of ONCE_UNEXPECTED) {
      const { status, body: problem } = await call(system.url, method, path, {
        token,
        ...(body === null ? {} : { body }),
      });
      expect({ path, status, isClient: status >= 400 && status < 500 }).toEqual({ path, status, isClient: true });
      expect(problem['code']).not.toBe('HTTP.UNEXPECTED');
    }
    const form = new FormData();
    form.append(
      'filing',
      JSON.stringify({ kind: 'feedback', fullName: { constructor: { prototype: { admin: true } } } }),
    );
    expect(await call(system.url, 'POST', '/public/filings', { form })).toMatchObject({
      ...{ status: 400, body: { code: 'UPLOAD.BROKEN' } },
    });
  });

  it(
    'are refused in words or taken, never met with a crash, silence or ever more memory',
    async () => {
      const onProgress = INPUTS !== 600 ? (line: string) => void process.stderr.write(`  ${line}\n`) : undefined;
      const report = await Campaign.run(system, {
        seed: SEED,
        inputs: INPUTS,
        hangMs: HANG_MS,
        ...(onProgress ? { onProgress } : {}),
      });
      const unexpected = system
        .logs()
        .split('\n')
        .filter((line) => line.includes('"unexpected"'));
      if (report.faults.length > 0 || INPUTS !== 600) {
        mkdirSync(join(repository, 'test/.artifacts'), { recursive: true });
        writeFileSync(
          join(repository, 'test/.artifacts/fuzz.json'),
          JSON.stringify({ seed: SEED, ...report, unexpected }, null, 2),
        );
      }
      expect({ faults: report.faults.slice(0, 10), unexpected: unexpected.slice(0, 5) }).toEqual({
        faults: [],
        unexpected: [],
      });
      expect(report.sent).toBe(INPUTS);
      expect(report.memory.end - report.memory.early).toBeLessThan(GROWTH_MIB);
      expect((await fetch(`${system.url}/livez`)).status).toBe(200);
    },
    Math.max(180_000, INPUTS * 400),
  );
});
