import { verifyAll } from '#libs/audit';
import type { CaseMigration } from '#libs/procedure';
import { PostgresLedgerArchive } from '#libs/persistence';
import type { CaseFileId } from '#libs/shared';
import { toyMigration, toyVersions } from '#testing/scenarios/support/toy-versions';
import { World } from '#testing/scenarios/support/world';
import { migrateCases, type MigrationReport } from './use-cases/migrate-cases/migrate-cases.js';

let world: World;
let [received, accepted, looking, decided]: CaseFileId[] = [];
beforeEach(async () => {
  world = await World.create({ registry: toyVersions.registry() });
  await world.clock('2026-07-02');
  const files = [];
  for (let i = 0; i < 4; i += 1) files.push(await world.open({ receivedOn: '2026-07-02', assignee: 'chuyenvien' }));
  [received, accepted, looking, decided] = files;
});
afterEach(() => world.close());

/** Files begun under version 1 stand in four stages. */
async function begun(): Promise<void> {
  for (const id of [accepted, looking, decided]) await world.act('lanhdao', id!, { type: 'ACCEPT' });
  await world.act('lanhdao', looking!, { type: 'LOOK' });
  await world.act('lanhdao', decided!, { type: 'DECIDE' });
}
const migrate = (dryRun: boolean, change: Partial<CaseMigration> = {}): Promise<MigrationReport> =>
  migrateCases(world.casework.deps, { ...toyMigration, ...change }, { dryRun });
const stand = async (): Promise<unknown[]> =>
  (
    await world.db.admin.query(
      `SELECT procedure_version AS version, stage, rev, seq, known_facts ->> 'carried' AS carried FROM app.case_file ORDER BY id`,
    )
  ).rows;
const changes = (report: MigrationReport, id: CaseFileId) =>
  report.files
    .find(({ caseFileId }) => caseFileId === id)
    ?.clocks.map(({ what, ruleId, before, after }) => [what, ruleId, before, after]);

it('shows in a dry run every file and every date that would move, and writes nothing', async () => {
  await begun();
  const before = await stand();
  const report = await migrate(true);
  expect(await stand()).toEqual(before);
  expect(report.totals).toEqual({ files: 3, goOver: 2, stay: 1, moveDates: 1 });
  expect(changes(report, received!)).toEqual([['stays', 'KN.ACCEPT.L1', '2026-07-13', '2026-07-13']]);
  expect(changes(report, accepted!)).toEqual([
    ['stays', 'KN.RESOLVE.L1', '2026-08-03', '2026-08-03'],
    ['opens', 'KN.SEND.L1', null, '2026-07-07'],
  ]);
  expect(report.files.find(({ caseFileId }) => caseFileId === looking)?.stays).toMatchObject({
    ...{ code: 'stageStays', reason: 'Việc xem xét kết thúc theo phiên bản cũ.' },
  });
});

it('refuses a file of which a date would move without a reason, and one whose clock has no start', async () => {
  await begun();
  const { movesDates: _, ...silent } = toyMigration;
  const refused = await migrateCases(world.casework.deps, silent, { dryRun: true });
  expect(refused.files.find(({ caseFileId }) => caseFileId === accepted)?.stays?.code).toBe('movesDates');
  expect(refused.files.find(({ caseFileId }) => caseFileId === received)?.stays).toBeNull();
  const startless = await migrate(true, { starts: { 'KN.SEND.L1': 'decidedOn' } });
  expect(startless.files.find(({ caseFileId }) => caseFileId === accepted)?.stays?.code).toBe('startUnknown');
});

it('takes the files over once, with an event, and they go on under the new version', async () => {
  await begun();
  const report = await migrate(false);
  expect(report.totals.goOver).toBe(2);
  expect(await stand()).toEqual([
    { version: 2, stage: 'received', rev: 2, seq: 2, carried: null },
    { version: 2, stage: 'accepted', rev: 3, seq: 3, carried: '2026-07-02' },
    { version: 1, stage: 'looking', rev: 3, seq: 3, carried: null },
    { version: 1, stage: 'decided', rev: 3, seq: 3, carried: null },
  ]);
  const { rows } = await world.db.admin.query<{ facts: Record<string, unknown> }>(
    `SELECT facts FROM app.case_event WHERE case_id = $1 AND kind = 'record' AND type = 'MIGRATED'`,
    [accepted],
  );
  expect(rows.map(({ facts }) => facts)).toEqual([
    expect.objectContaining({ fromVersion: 1, toVersion: 2, certificate: report.certificate }),
  ]);
  expect((await migrate(false)).totals).toMatchObject({ files: 1, goOver: 0 });
  const view = await world.act('lanhdao', accepted!, { type: 'NOTIFY' });
  expect(view.regions).toEqual({ stay: 'inForce' });
  expect(view.deadlines.map(({ ruleId, state }) => [ruleId, state])).toEqual([
    ['KN.RESOLVE.L1', 'running'],
    ['KN.SEND.L1', 'met'],
    ['KN.ACCEPT.L1', 'met'],
  ]);
  const titles = (await world.casework.timeline(world.person('lanhdao'), accepted!)).map(({ title }) => title);
  expect(titles).toEqual(['Mở hồ sơ', 'ACCEPT thử', 'Chuyển hồ sơ sang phiên bản mới của quy trình', 'NOTIFY thử']);
});

it('lets later steps be taken back, and earlier ones only where the file would still have gone over as it did', async () => {
  await begun();
  await world.act('lanhdao', accepted!, { type: 'NOTE' });
  await migrate(false);
  await world.act('lanhdao', accepted!, { type: 'NOTIFY' });
  const back = await world.act('lanhdao', accepted!, { type: 'CORRECT', correction: 'Nhầm' });
  expect(back).toMatchObject({ procedureVersion: 2, state: 'accepted' });
  expect(back.deadlines.map(({ ruleId, state, dueOn }) => [ruleId, state, dueOn])).toEqual([
    ['KN.SEND.L1', 'running', '2026-07-07'],
    ['KN.RESOLVE.L1', 'running', '2026-08-03'],
    ['KN.ACCEPT.L1', 'met', '2026-07-13'],
  ]);
  await world.act('lanhdao', accepted!, { type: 'CORRECT', correction: 'Nhầm' });
  const blocked = world.act('lanhdao', accepted!, { type: 'CORRECT', correction: 'Nhầm' });
  await expect(blocked).rejects.toMatchObject({ code: 'CASEWORK.CORRECTION_BLOCKED' });
  await expect(blocked).rejects.toThrow('phiên bản mới');
  expect((await new PostgresLedgerArchive(world.db.connections).read(verifyAll)).findings).toEqual([]);
});

it('is refused whole while a stage has no place in the new version', async () => {
  const incomplete = migrate(true, { stateMap: { main: { received: 'received' } } });
  await expect(incomplete).rejects.toMatchObject({ code: 'MIGRATION.INCOMPLETE' });
});
