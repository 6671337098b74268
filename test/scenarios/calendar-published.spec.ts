import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openKeyVault } from '#libs/identity';
import { PostgresKeyChecks } from '#libs/persistence';
import { localDate } from '#libs/shared';
import { ruleById } from '#libs/statute';
import { bulkHistory } from '#testing/bench/support/history';
import { call } from '#testing/e2e/support/call';
import { eventually, Office, type TimelineEntry } from '#testing/e2e/support/cases';
import { startSystem, type RunningSystem } from '#testing/e2e/support/system';

const repository = join(import.meta.dirname, '../..');
const TODAY = '2026-11-20';
/** Days off between the first open limit and the last new one, kept by hand. */
const OFF = new Set(
  `2025-09-01 2025-09-02 2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-04-27 2026-04-30 2026-05-01
   2026-08-31 2026-09-01 2026-09-02 2026-11-24 2027-01-01 2027-02-04 2027-02-05 2027-02-08 2027-02-09 2027-02-10`.split(
    /\s+/,
  ),
);
const SWAP = {
  date: '2026-11-23',
  kind: 'off',
  name: 'Nghỉ hoán đổi dịp Ngày Văn hóa',
  basis: 'CV 9999/VPCP-KGVX',
  basisOn: '2026-11-20',
};
const MAKEUP = { date: '2026-11-28', kind: 'makeup', name: 'Làm bù cho ngày 23/11', basis: 'CV 9999/VPCP-KGVX' };
const TAKEN_BACK = { date: '2026-11-24', kind: 'ordinary', name: 'Bãi bỏ ngày nghỉ 24/11', basis: 'NQ 99/2026/QH16' };

interface LimitRow {
  id: string;
  case_id: string;
  rule_version: string;
  kind: string;
  start_on: string;
  raw_end: string | null;
  due_on: string | null;
  calendar_version: string;
  protected: boolean;
}
interface Preview {
  id: string;
  scanned: number;
  counts: { moved: number; late: number; timely: number };
  byAgency: { agencyCode: string; moved: number }[];
  publicationId: string | null;
}
interface PreviewRow {
  deadlineId: string;
  fromDue: string;
  toDue: string;
  days: { date: string; name?: string; basis?: string }[];
}
interface Publication {
  id: string;
  job: { state: string; total: number; done: number; moved: number; failed: number };
}

const next = (day: string, by = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
const works = (day: string, off: ReadonlySet<string>): boolean =>
  new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0 && !off.has(day);

/** Where a stored limit ends when other days are off. Reckoned here, by the plainest means, and not by the product. */
function recount(row: LimitRow, before: ReadonlySet<string>, after: ReadonlySet<string>): string | null {
  if (row.due_on === null) return null;
  if (ruleById(row.rule_version)?.unit !== 'working_day') {
    if (row.kind === 'effect_date' || row.kind === 'liability_threshold' || row.raw_end === null) return row.due_on;
    let day = row.raw_end;
    while (!works(day, after)) day = next(day);
    return day;
  }
  let length = 0;
  for (let day = next(row.start_on); day <= row.due_on; day = next(day)) if (works(day, before)) length += 1;
  let day = row.start_on;
  for (; length > 0;) if (works((day = next(day)), after)) length -= 1;
  return day;
}

describe('a calendar change on the demo of November 2026', () => {
  let system: RunningSystem;
  let office: Office;
  const open = async (): Promise<LimitRow[]> =>
    (
      await system.database.admin.query<LimitRow>(
        'SELECT *, visible_to IS NOT NULL AS protected FROM app.deadline WHERE closed_at IS NULL',
      )
    ).rows;
  const settled = async (): Promise<unknown[]> =>
    (await system.database.admin.query('SELECT * FROM app.deadline WHERE closed_at IS NOT NULL ORDER BY id')).rows;
  const post = async <Body>(path: string, body: unknown, username = 'quantri') =>
    call<Body>(system.url, 'POST', path, { token: await office.token(username), body });
  const allRows = async (id: string): Promise<PreviewRow[]> => {
    const rows: PreviewRow[] = [];
    for (let cursor = ''; ;) {
      const path = `/calendar/previews/${id}/rows?limit=20${cursor && `&cursor=${cursor}`}`;
      const page = await office.get<{ items: PreviewRow[]; nextCursor: string | null }>('quantri', path);
      rows.push(...page.items);
      if (page.nextCursor === null) return rows;
      cursor = page.nextCursor;
    }
  };
  const done = (id: string) =>
    eventually('the re-projection', async () => {
      const found = await office.get<Publication>('quantri', `/calendar/publications/${id}`);
      return found.job.state === 'done' ? found : null;
    });
  const moves = (rows: readonly LimitRow[], before: ReadonlySet<string>, after: ReadonlySet<string>) =>
    new Map(
      rows
        .map((row) => ({ row, to: recount(row, before, after) }))
        .filter(({ row, to }) => to !== row.due_on)
        .map(({ row, to }) => [row.id, { from: row.due_on, to, row }]),
    );

  beforeAll(async () => {
    system = await startSystem();
    office = new Office(system);
    const vault = await openKeyVault({
      masterKey: undefined,
      dataDir: system.dataDir,
      checks: new PostgresKeyChecks(system.database.connections.app),
    });
    await bulkHistory(system.database.connections, vault, {
      ...{ petitions: 400, seed: 7, from: localDate('2026-09-25'), today: localDate(TODAY) },
    });
    await system.startWorker();
  }, 120_000);
  afterAll(() => system?.stop());

  let preview: Preview;
  let expected: ReturnType<typeof moves>;
  const swapped = new Set([...OFF, SWAP.date]);

  it('shows the swap as proposed only', async () => {
    const { entries } = await office.get<{ entries: { date: string; possible: boolean; publication: unknown }[] }>(
      'chuyenvien',
      '/calendar?year=2026',
    );
    expect(entries.find(({ date }) => date === SWAP.date)).toMatchObject({ possible: true, publication: null });
  });

  it('agrees with the count by hand before anything changes', async () => {
    const rows = await open();
    expect(rows.length).toBeGreaterThan(200);
    const strange = [...moves(rows, OFF, OFF).values()].map(
      ({ row, to }) => `${row.rule_version} ${row.start_on} ${row.due_on} ${to}`,
    );
    expect(strange).toEqual([]);
  });

  it('lists in a preview exactly the limits that move, with the day that moves them', async () => {
    const answer = await post<Preview>('/calendar/previews', { entries: [SWAP, MAKEUP] });
    expect(answer.status).toBe(201);
    preview = answer.body;
    const rows = await open();
    expected = moves(rows, OFF, swapped);
    const visible = [...expected].filter(([, { row }]) => !row.protected);
    expect(visible.length).toBeGreaterThan(20);
    const listed = await allRows(preview.id);
    expect(new Map(listed.map((row) => [row.deadlineId, [row.fromDue, row.toDue]]))).toEqual(
      new Map(visible.map(([id, { from, to }]) => [id, [from, to]])),
    );
    for (const { days } of listed)
      expect(days).toEqual([
        expect.objectContaining({ date: SWAP.date, name: SWAP.name, basis: `${SWAP.basis} ngày 20/11/2026` }),
      ]);
    // What is counted beside what is listed would tell how many protected files there are.
    const scanned = rows.filter((row) => !row.protected).length;
    expect(scanned).toBeLessThan(rows.length);
    expect(preview).toMatchObject({ scanned, counts: { moved: visible.length } });
    expect(preview.byAgency.reduce((sum, { moved }) => sum + moved, 0)).toBe(visible.length);
  });

  it('is for administrators; the chairman of the province may read it', async () => {
    expect((await post('/calendar/previews', { entries: [SWAP] }, 'chuyenvien')).status).toBe(403);
    expect(
      (await post('/calendar/publications', { previewId: preview.id, reason: 'Theo công văn' }, 'lanhdao')).status,
    ).toBe(403);
    const seen = await office.get<Preview>('lanhdao.tinh', `/calendar/previews/${preview.id}`);
    expect(seen.counts.moved).toBeGreaterThanOrEqual(preview.counts.moved);
    const refused = await post<{ code: string }>('/calendar/previews', { entries: [{ ...SWAP, date: '2026-11-22' }] });
    expect([refused.status, refused.body.code]).toEqual([422, 'CALENDAR.DAYS_INVALID']);
  });

  it('moves each of them once published, says why, and leaves what was met alone', async () => {
    const met = await settled();
    const answer = await post<Publication>('/calendar/publications', {
      previewId: preview.id,
      reason: 'Theo công văn',
    });
    expect(answer.status).toBe(202);
    const { job } = await done(answer.body.id);
    const counted = [...expected.values()].filter(({ row }) => !row.protected).length;
    expect(counted).toBeLessThan(expected.size);
    expect(job).toMatchObject({ total: preview.scanned, done: preview.scanned, moved: counted, failed: 0 });
    const after = new Map((await open()).map((row) => [row.id, row]));
    for (const [id, { to }] of expected) expect([id, after.get(id)?.due_on]).toEqual([id, to]);
    expect(await settled()).toEqual(met);
    const { rows: events } = await system.database.admin.query<{
      subject_id: string;
      facts: Record<string, unknown>;
      basis: string[];
    }>(`SELECT subject_id, facts, basis FROM app.case_event WHERE type = 'REPROJECTED'`);
    expect(events.map(({ subject_id }) => subject_id).sort()).toEqual([...expected.keys()].sort());
    for (const { subject_id, facts, basis } of events) {
      const { from, to } = expected.get(subject_id)!;
      expect(facts).toMatchObject({
        reason: 'calendar-changed',
        publicationId: answer.body.id,
        from,
        to,
        days: [SWAP.date],
      });
      expect(basis).toEqual([`${SWAP.name}, ${SWAP.basis} ngày 20/11/2026`]);
    }
  });

  it('explains the new day in the file, by name and paper', async () => {
    const one = [...expected.values()].find(({ row }) => !row.protected)!;
    const timeline = await office.get<TimelineEntry[]>('lanhdao.tinh', `/case-files/${one.row.case_id}/timeline`);
    expect(timeline.at(-1)).toMatchObject({
      type: 'REPROJECTED',
      title: expect.stringMatching(/^Tính lại hạn theo lịch nghỉ mới: /),
    });
    const limits = await office.get<{ id: string; explanation: { due: string; days: object[] } }[]>(
      'lanhdao.tinh',
      `/case-files/${one.row.case_id}/deadlines`,
    );
    const { explanation } = limits.find(({ id }) => id === one.row.id)!;
    expect(explanation.due).toBe(one.to);
    expect(explanation.days).toContainEqual(
      expect.objectContaining({ date: SWAP.date, counted: false, name: SWAP.name }),
    );
  });

  it('counts what comes afterwards by the new calendar, in a process that was never restarted', async () => {
    const registered = await office.register({ receivedOn: TODAY });
    const rows = (await open()).filter(({ case_id }) => case_id === registered.caseFileId);
    expect(rows.length).toBeGreaterThan(0);
    expect(moves(rows, swapped, swapped).size).toBe(0);
    expect(new Set((await open()).map(({ calendar_version }) => calendar_version)).size).toBe(1);
  });

  it('on 24 November takes that day back, and every moved limit says so again', async () => {
    await office.advance({ to: '2026-11-24' });
    const after = new Set([...swapped].filter((day) => day !== TAKEN_BACK.date));
    const back = moves(await open(), swapped, after);
    expect(back.size).toBeGreaterThan(20);
    const answer = await post<Preview>('/calendar/previews', { entries: [TAKEN_BACK] });
    const listed = new Map((await allRows(answer.body.id)).map((row) => [row.deadlineId, row.toDue]));
    expect(listed).toEqual(new Map([...back].filter(([, { row }]) => !row.protected).map(([id, { to }]) => [id, to])));
    const met = await settled();
    const published = await post<Publication>('/calendar/publications', {
      previewId: answer.body.id,
      reason: 'Theo nghị quyết',
    });
    expect((await done(published.body.id)).job).toMatchObject({ moved: listed.size, failed: 0 });
    const now = new Map((await open()).map((row) => [row.id, row.due_on]));
    for (const [id, { to }] of back) expect([id, now.get(id)]).toEqual([id, to]);
    expect(await settled()).toEqual(met);
  });

  it('is shown and previewed at the terminal too', async () => {
    const cli = async (...args: string[]) => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [join(repository, 'dist/apps/cli/src/main.js'), 'calendar', ...args],
        {
          cwd: repository,
          env: { ...system.environment, DATABASE_URL: system.database.urls.app },
        },
      );
      return JSON.parse(stdout) as { entries?: { date: string; name: string }[]; counts?: { moved: number } };
    };
    const shown = await cli('show', '--year', '2026', '--json');
    expect(shown.entries).toContainEqual(expect.objectContaining({ date: SWAP.date, name: SWAP.name, kind: 'off' }));
    const previewed = await cli(
      'preview',
      '--withdraw',
      TAKEN_BACK.date,
      '--name',
      'Rút',
      '--basis',
      'NQ 100/2026/QH16',
      '--json',
    );
    expect(previewed.counts?.moved).toBeGreaterThan(20);
  });
});
