import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { verifyAll } from '#libs/audit';
import { CaseworkService } from '#libs/casework';
import { PostgresLedgerArchive } from '#libs/persistence';
import { ProcedureRegistry } from '#libs/procedure';
import type { CaseFileId } from '#libs/shared';
import { complaint, petitionHandling, procedures } from '#workflows';
import { World } from './support/world.js';

const repository = join(import.meta.dirname, '../..');

interface Report {
  readonly dryRun: boolean;
  readonly totals: { files: number; goOver: number; stay: number; moveDates: number };
  readonly files: {
    caseFileId: CaseFileId;
    to: string;
    stays: unknown;
    clocks: { what: string; ruleId: string; before: string | null; after: string | null }[];
    transitional: string[];
  }[];
}

describe('petition-handling files begun under version 1', () => {
  let world: World;
  let old: CaseFileId;
  let recent: CaseFileId;
  let feedback: CaseFileId;
  let closed: CaseFileId;
  beforeAll(async () => {
    world = await World.create({ registry: new ProcedureRegistry([petitionHandling, complaint]) });
    await world.clock('2026-06-29');
    const open = (receivedOn: string, type: 'complaint' | 'feedback' = 'complaint') =>
      world.open({ ...{ receivedOn, type, procedure: 'petition-handling' }, facts: { channel: 'in_person' } });
    old = await open('2026-06-29');
    await world.pass('2026-07-03');
    [recent, feedback, closed] = [
      await open('2026-07-03'),
      await open('2026-07-03', 'feedback'),
      await open('2026-07-03'),
    ];
    for (const [id, contentType] of [
      [recent, 'complaint'],
      [feedback, 'feedback'],
      [closed, 'complaint'],
    ] as const)
      await world.act('chuyenvien', id, { type: 'CLASSIFY', contentType });
    await world.act('chuyenvien', feedback, { type: 'CHECK_ELIGIBILITY', eligible: true });
    await world.act('chuyenvien', feedback, { type: 'CHECK_COMPETENCE', competent: true });
    await world.act('lanhdao', closed, { type: 'WITHDRAW', signed: true });
  });
  afterAll(() => world.close());

  const cli = async (...args: string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        ...[join(repository, 'dist/apps/cli/src/main.js'), 'procedure', 'migrate', 'petition-handling'],
        ...['--from', '1', '--to', '2', ...args],
      ],
      {
        cwd: repository,
        env: { ...process.env, DATABASE_URL: world.db.urls.worker, DATABASE_ADMIN_URL: world.db.urls.admin },
      },
    );
    return stdout;
  };
  const versions = async (): Promise<number[]> =>
    (
      await world.db.admin.query<{ v: number }>('SELECT procedure_version AS v FROM app.case_file ORDER BY id')
    ).rows.map(({ v }) => v);

  it('are listed by a dry run with every clock, the law that passes over to them, and totals', async () => {
    const report = JSON.parse(await cli('--dry-run', '--json')) as Report;
    expect(report.totals).toEqual({ files: 3, goOver: 3, stay: 0, moveDates: 0 });
    const of = (id: CaseFileId) => report.files.find(({ caseFileId }) => caseFileId === id);
    expect(of(old)?.transitional).toEqual(['LIMITS']);
    expect(of(recent)?.transitional).toEqual([]);
    expect(of(old)?.clocks).toContainEqual(
      expect.objectContaining({ what: 'stays', ruleId: 'KN.ACCEPT.L1', before: '2026-07-09', after: '2026-07-09' }),
    );
    expect(of(feedback)?.to).toBe('competent');
    expect(of(closed)).toBeUndefined();
    const text = await cli('--dry-run');
    expect(text).toContain('3 hồ sơ: 3 chuyển, 0 ở lại phiên bản cũ, 0 có thời hạn đổi');
    expect(text).toContain('Không mở TC.PRESS');
    expect(text).toContain('luật của ngày bắt đầu');
    expect(await versions()).toEqual([1, 1, 1, 1]);
  });

  it('go over and walk on under version 2, into a file of the matter', async () => {
    expect((JSON.parse(await cli('--json')) as Report).totals.goOver).toBe(3);
    expect(await versions()).toEqual([2, 2, 2, 1]);
    const casework = new CaseworkService({ ...world.casework.deps, procedures });
    const act = (id: CaseFileId, type: string, inputs = {}) =>
      casework.apply(world.person('chuyenvien'), { caseFileId: id, type, inputs });
    await act(recent, 'CHECK_ELIGIBILITY', { eligible: true });
    const view = await act(recent, 'CHECK_COMPETENCE', { competent: true });
    expect(view).toMatchObject({ procedureVersion: 2, state: 'competent' });
    expect((await new PostgresLedgerArchive(world.db.connections).read(verifyAll)).findings).toEqual([]);
    expect((JSON.parse(await cli('--json')) as Report).totals.files).toBe(0);
  });
});
