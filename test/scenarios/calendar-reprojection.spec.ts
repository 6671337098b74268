import { verifyAll } from '#libs/audit';
import { LiveCalendar, type PublishedDay } from '#libs/calendar';
import { computeColumns } from '#libs/casework';
import { CalendarChangeService, ReprojectionService } from '#libs/oversight';
import {
  CalendarReader,
  PostgresCalendarChanges,
  PostgresCalendarJobs,
  PostgresLedgerArchive,
  readPublished,
} from '#libs/persistence';
import { localDate, type CaseFileId } from '#libs/shared';
import { World } from './support/world.js';

const SWAP: PublishedDay = {
  date: localDate('2026-11-23'),
  kind: 'off',
  name: 'Nghỉ hoán đổi dịp Ngày Văn hóa Việt Nam',
  basis: 'CV 9999/VPCP-KGVX ngày 20/11/2026',
  confirmed: true,
};
const MAKEUP: PublishedDay = { ...SWAP, date: localDate('2026-11-28'), kind: 'makeup', name: 'Làm bù cho ngày 23/11' };

/** Counted here and not by the product: seven working days after a day, days off given. */
function sevenWorkingDaysAfter(day: string, off: readonly string[]): string {
  const at = new Date(`${day}T00:00:00Z`);
  for (let left = 7; left > 0;) {
    at.setUTCDate(at.getUTCDate() + 1);
    const rests = at.getUTCDay() === 0 || at.getUTCDay() === 6;
    if (!rests && !off.includes(at.toISOString().slice(0, 10))) left -= 1;
  }
  return at.toISOString().slice(0, 10);
}

interface Row {
  case_id: CaseFileId;
  id: string;
  due_on: string;
  state: string;
  rung: number;
  calendar_version: string;
  rev: number;
}

/** A product of its own around one database, as an api and a worker are. */
function calendarParts(world: World) {
  const connections = world.db.connections;
  const live = new LiveCalendar();
  const published = () => readPublished(connections.app);
  const businessNow = async () =>
    (await world.db.admin.query<{ now: Date }>('SELECT app.business_now() AS now')).rows[0]!.now;
  const common = { reckon: computeColumns, businessNow, systemNow: () => new Date() };
  const jobs = new PostgresCalendarJobs(connections);
  return {
    live,
    jobs,
    changes: new CalendarChangeService({ changes: new PostgresCalendarChanges(connections), ...common }),
    reprojection: new ReprojectionService({ jobs, calendar: live, published, ...common }),
    reader: new CalendarReader(world.runner),
  };
}

describe('the swap of Monday 2026-11-23, decided after the fact', () => {
  let world: World;
  let parts: ReturnType<typeof calendarParts>;
  let publicationId: string;
  let previewId: string;
  const received: Record<string, string> = {
    over: '2026-11-09',
    due23: '2026-11-12',
    on16: '2026-11-16',
    met: '2026-11-16',
    late18: '2026-11-18',
  };
  const ids: Record<string, CaseFileId> = {};
  const nameOf = (id: string): string | undefined => Object.keys(ids).find((name) => ids[name] === id);
  const admin = () => world.person('quantri');
  const limits = async (): Promise<Record<string, Row>> => {
    const { rows } = await world.db.admin.query<Row>(
      `SELECT d.*, c.rev FROM app.deadline d JOIN app.case_file c ON c.id = d.case_id WHERE d.rule_id = 'KN.ACCEPT.L1'`,
    );
    return Object.fromEntries(rows.map((row) => [nameOf(row.case_id) ?? '', row]));
  };
  const milestones = async (name: string) =>
    (
      await world.db.admin.query<{ kind: string; state: string; at: string }>(
        `SELECT m.kind, m.state, to_char(m.due_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'MM-DD') AS at FROM app.milestone m
          JOIN app.deadline d ON d.id = m.deadline_id WHERE m.case_id = $1 AND d.rule_id = 'KN.ACCEPT.L1' ORDER BY m.generation, m.due_at`,
        [ids[name]],
      )
    ).rows.map(({ kind, state, at }) => `${kind} ${at} ${state}`);

  beforeAll(async () => {
    world = await World.create();
    parts = calendarParts(world);
    for (const day of [...new Set(Object.values(received))].sort()) {
      if (day === '2026-11-09') await world.clock(day);
      else await world.pass(day, '08:00');
      for (const [name, on] of Object.entries(received))
        if (on === day) ids[name] = await world.open({ receivedOn: day, assignee: 'chuyenvien' });
    }
    await world.accept(ids['met']!);
    await world.pass('2026-11-25', '09:00');
  });
  afterAll(() => world.close());

  it('is not a day off before it is published, and limits end as counted by hand', async () => {
    const rows = await limits();
    for (const [name, day] of Object.entries(received))
      expect([name, rows[name]?.due_on]).toEqual([name, sevenWorkingDaysAfter(day, ['2026-11-24'])]);
    expect(rows).toMatchObject({ over: { state: 'escalated' }, due23: { state: 'overdue', due_on: '2026-11-23' } });
  });

  it('is previewed: who moves, from when to when, for which day, and whose delay it takes away', async () => {
    ({ id: previewId } = await parts.changes.preview(admin(), { entries: [SWAP, MAKEUP], announcesYear: null }));
    const { items } = await parts.reader.rows(admin(), previewId, {});
    const accept = items.filter(({ rule_id }) => rule_id === 'KN.ACCEPT.L1');
    const seen = Object.fromEntries(accept.map((row) => [nameOf(row.case_id), row]));
    const expected = Object.entries(received)
      .map(([name, day]) => ({
        name,
        from: sevenWorkingDaysAfter(day, ['2026-11-24']),
        to: sevenWorkingDaysAfter(day, ['2026-11-23', '2026-11-24']),
      }))
      .filter(({ name, from, to }) => from !== to && name !== 'met');
    expect(Object.keys(seen).sort()).toEqual(expected.map(({ name }) => name).sort());
    for (const { name, from, to } of expected) {
      expect(seen[name]).toMatchObject({ from_due: from, to_due: to, becomes: name === 'due23' ? 'timely' : null });
      expect(seen[name]!.days).toEqual([
        expect.objectContaining({ date: '2026-11-23', name: SWAP.name, basis: SWAP.basis }),
      ]);
    }
  });

  it('writes nothing before it is published', async () => {
    expect(parts.live.version).toBe((await limits())['on16']?.calendar_version);
    const { rows } = await world.db.admin.query(`SELECT 1 FROM app.case_event WHERE type = 'REPROJECTED'`);
    expect(rows).toEqual([]);
  });

  it('is not published when the files are no longer those of the preview', async () => {
    ids['new'] = await world.open({ receivedOn: '2026-11-17', assignee: 'chuyenvien' });
    // Moves too, yet neither list nor refusal tells of it.
    const named = [world.person('lanhdao.tinh').userId];
    await world.open({ receivedOn: '2026-11-17', visibleTo: named });
    const publish = (acceptDiffering?: number) =>
      parts.changes.publish(admin(), {
        previewId,
        reason: 'Theo công văn',
        ...(acceptDiffering ? { acceptDiffering } : {}),
      });
    await expect(publish()).rejects.toMatchObject({
      status: 409,
      code: 'CALENDAR.WORLD_MOVED',
      extra: { differing: 1 },
    });
    ({ id: previewId } = await parts.changes.preview(admin(), { entries: [SWAP, MAKEUP], announcesYear: null }));
    ({ publicationId } = await publish());
    await expect(publish()).rejects.toMatchObject({ status: 409, code: 'CALENDAR.ALREADY_PUBLISHED' });
  });

  it('moves every limit that was previewed, says why, and leaves rev, met and unmoved limits alone', async () => {
    const before = await limits();
    expect(await parts.reprojection.carryOut(publicationId)).toBe('done');
    const after = await limits();
    const off = ['2026-11-23', '2026-11-24'];
    for (const [name, day] of Object.entries({ ...received, new: '2026-11-17' })) {
      const expected = name === 'met' ? before['met']!.due_on : sevenWorkingDaysAfter(day, off);
      expect([name, after[name]?.due_on, after[name]?.rev]).toEqual([name, expected, before[name]?.rev]);
    }
    expect(after['met']).toEqual(before['met']);
    expect(after['due23']).toMatchObject({ due_on: '2026-11-25', state: 'running', rung: 0 });
    expect(after['over']).toMatchObject({ due_on: '2026-11-18', state: 'escalated', rung: before['over']!.rung });
    const timeline = await world.casework.timeline(world.person('lanhdao'), ids['due23']!);
    expect(timeline.at(-1)).toMatchObject({
      type: 'REPROJECTED',
      title: expect.stringContaining('Tính lại hạn theo lịch nghỉ mới'),
      basis: [`${SWAP.name}, ${SWAP.basis}`],
      facts: {
        ...{ reason: 'calendar-changed', publicationId, from: '2026-11-23', to: '2026-11-25' },
        ...{ days: ['2026-11-23'], annulled: true },
      },
    });
  });

  it('says how many open files have moved; what it did to a protected one is not in its counts', async () => {
    const { rows } = await world.db.admin.query<{ hidden: boolean; n: number }>(
      `SELECT c.visible_to IS NOT NULL AS hidden, count(*)::int AS n FROM app.case_event e JOIN app.case_file c ON c.id = e.case_id
        WHERE e.type = 'REPROJECTED' GROUP BY 1 ORDER BY 1`,
    );
    expect(rows.map(({ hidden }) => hidden)).toEqual([false, true]);
    const { rows: open } = await world.db.admin.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM app.deadline WHERE closed_at IS NULL AND visible_to IS NULL',
    );
    const shown = await parts.reader.publication(admin(), publicationId);
    expect(shown).toMatchObject({ moved: rows[0]!.n, done: open[0]!.n, total: open[0]!.n });
    // Nor can the ids of those it could not reckon be asked for.
    for (const column of ['failed', 'last_case'])
      await expect(world.db.app.query(`SELECT ${column} FROM app.calendar_job`)).rejects.toMatchObject({
        code: '42501',
      });
  });

  it('plans reminders and notices anew and annuls those that went out for nothing', async () => {
    const due23 = await milestones('due23');
    expect(due23).toEqual(
      expect.arrayContaining(['overdue 11-25 annulled', 'rung1 11-26 cancelled', 'overdue 11-26 pending']),
    );
    const on16 = await milestones('on16');
    expect(on16).toEqual(
      expect.arrayContaining(['overdue 11-27 cancelled', 'overdue 11-30 pending', 'remind1 11-26 pending']),
    );
  });

  it('writes each event once, however often the job is asked for', async () => {
    const count = async () =>
      (await world.db.admin.query(`SELECT count(*)::int AS n FROM app.case_event WHERE type = 'REPROJECTED'`)).rows[0];
    const events = await count();
    await world.db.admin.query(`SELECT app.calendar_job_ask($1)`, [publicationId]);
    expect(await parts.reprojection.carryOut(publicationId)).toBe('done');
    expect(await count()).toEqual(events);
    expect(await parts.reader.publication(admin(), publicationId)).toMatchObject({ state: 'done', failed: 0 });
    expect(await new PostgresLedgerArchive(world.db.connections).read((streams) => verifyAll(streams))).toMatchObject({
      findings: [],
    });
  });

  it('explains a moved limit by the new calendar and a met one by the old', async () => {
    const casework = world.caseworkBy(parts.live);
    const explained = async (name: string) =>
      (await casework.deadlines(world.person('lanhdao'), ids[name]!)).find(({ ruleId }) => ruleId === 'KN.ACCEPT.L1')!;
    const moved = await explained('on16');
    expect(moved.explanation).toMatchObject({ due: moved.dueOn, calendarVersion: parts.live.version });
    expect(moved.explanation?.days.find(({ date }) => date === '2026-11-23')).toMatchObject({
      ...{ counted: false, name: SWAP.name, basis: SWAP.basis },
    });
    const met = await explained('met');
    expect(met.explanation).toMatchObject({ due: met.dueOn });
    expect(met.explanation?.calendarVersion).not.toBe(parts.live.version);
  });

  it('finds limits that a process behind the times wrote afterwards', async () => {
    const behind = await world.open({ receivedOn: '2026-11-17', assignee: 'chuyenvien' });
    ids['behind'] = behind;
    expect((await limits())['behind']?.due_on).toBe(sevenWorkingDaysAfter('2026-11-17', ['2026-11-24']));
    expect(await parts.jobs.reconcile(parts.live.superseded)).toBe(true);
    expect(await parts.reprojection.carryOut(publicationId)).toBe('done');
    expect((await limits())['behind']?.due_on).toBe(sevenWorkingDaysAfter('2026-11-17', ['2026-11-23', '2026-11-24']));
    expect(await parts.jobs.reconcile(parts.live.superseded)).toBe(false);
  });

  it('takes 24 November back: who was in time is late, and the other way round it is journaled again', async () => {
    await world.pass('2026-11-27', '09:00');
    const entries = [
      {
        ...SWAP,
        date: localDate('2026-11-24'),
        kind: 'ordinary' as const,
        name: 'Bãi bỏ ngày nghỉ 24/11',
        basis: 'CV 1/VPCP',
      },
    ];
    const { id } = await parts.changes.preview(admin(), { entries, announcesYear: null });
    const off = ['2026-11-23'];
    const row = (await parts.reader.rows(admin(), id, {})).items.find(
      ({ case_id, rule_id }) => case_id === ids['on16'] && rule_id === 'KN.ACCEPT.L1',
    );
    expect(row).toMatchObject({
      from_due: '2026-11-27',
      to_due: sevenWorkingDaysAfter('2026-11-16', off),
      becomes: 'late',
    });
    const second = await parts.changes.publish(admin(), { previewId: id, reason: 'Theo công văn mới' });
    // Written by a process behind the times, on a case that the job has passed already.
    const reproject = parts.jobs.reproject.bind(parts.jobs);
    const passed = Object.values(ids).toSorted()[0];
    let sets = 0;
    parts.jobs.reproject = async (set, decide) => {
      const state = await reproject(set, decide);
      sets += 1;
      if (sets === 1)
        await world.db.admin.query(
          'UPDATE app.deadline SET calendar_version = $1 WHERE case_id = $2 AND closed_at IS NULL',
          [...[parts.live.superseded[0], passed]],
        );
      return state;
    };
    expect(await parts.reprojection.carryOut(second.publicationId, 2)).toBe('done');
    parts.jobs.reproject = reproject;
    const open = Object.values(await limits()).filter(({ state }) => state !== 'met');
    expect(new Set(open.map(({ calendar_version }) => calendar_version))).toEqual(new Set([parts.live.version]));
    expect((await limits())['on16']).toMatchObject({ due_on: '2026-11-26' });
    await world.oversight.fireDue();
    expect((await limits())['on16']).toMatchObject({ state: 'overdue' });
  });

  it('stops between two sets, keeps what is done, and goes on from there', async () => {
    const entries = [{ ...SWAP, kind: 'withdraw' as const, name: 'Rút', basis: 'CV 2/VPCP' }];
    const other = { ...SWAP, date: localDate('2026-11-25') };
    const stale = await parts.changes.preview(admin(), { entries: [other], announcesYear: null });
    const { id } = await parts.changes.preview(admin(), { entries, announcesYear: null });
    const third = (await parts.changes.publish(admin(), { previewId: id, reason: 'Công văn đã rút' })).publicationId;
    const again = parts.changes.preview(admin(), { entries: [MAKEUP], announcesYear: null });
    await expect(
      parts.changes.publish(admin(), { previewId: (await again).id, reason: 'Xen vào' }),
    ).rejects.toMatchObject({
      ...{ status: 409, code: 'CALENDAR.OVERTAKEN' },
    });
    await parts.reprojection.refresh();
    let sets = 0;
    const reproject = parts.jobs.reproject.bind(parts.jobs);
    parts.jobs.reproject = async (set, decide) => {
      const state = await reproject(set, decide);
      sets += 1;
      if (sets === 1) await parts.changes.cancel(admin(), third);
      return state;
    };
    expect(await parts.reprojection.carryOut(third, 2)).toBe('cancelled');
    const half = (await parts.reader.publication(admin(), third))!;
    expect(half).toMatchObject({ state: 'cancelled', failed: 0 });
    expect([half.done > 0, half.done < half.total]).toEqual([true, true]);
    await expect(parts.changes.cancel(admin(), third)).rejects.toMatchObject({ code: 'CALENDAR.NOT_CANCELLABLE' });
    await expect(parts.changes.resume(admin(), publicationId)).rejects.toMatchObject({
      code: 'CALENDAR.NOT_RESUMABLE',
    });
    expect(await parts.jobs.reconcile(parts.live.superseded)).toBe(false);
    await parts.changes.resume(admin(), third);
    expect(await parts.reprojection.carryOut(third, 2)).toBe('done');
    const whole = (await parts.reader.publication(admin(), third))!;
    expect(whole).toMatchObject({ state: 'done', total: half.total, done: half.total });
    await expect(parts.changes.publish(admin(), { previewId: stale.id, reason: 'Bản cũ' })).rejects.toMatchObject({
      ...{ status: 409, code: 'CALENDAR.OVERTAKEN' },
    });
    const versions = Object.values(await limits()).filter(({ state }) => state !== 'met');
    expect(new Set(versions.map(({ calendar_version }) => calendar_version))).toEqual(new Set([parts.live.version]));
  });

  it('tells administrators once that the calendar of next year is missing', async () => {
    expect(await parts.jobs.tellNextYearMissing(2028)).toBeGreaterThan(0);
    expect(await parts.jobs.tellNextYearMissing(2028)).toBe(0);
  });
});
