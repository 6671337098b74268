import { createHash } from 'node:crypto';
import type { Actor } from '#libs/access';
import { LocalKeyVault } from '#libs/identity';
import { PostgresReportFacts, PostgresReportRows, PostgresRowCopy, TransactionRunner } from '#libs/persistence';
import { countForm, formFactsOf, REPORT_FORMS, ReportReader, RowKeeper, type Period } from '#libs/reporting';
import { addDays, instantOf, localDate, type AgencyId } from '#libs/shared';
import { createTestDatabase, type TestDatabase } from '#testing/support/postgres';
import { procedures } from '#workflows';
import { actorFor, type Reference } from '../../apps/cli/src/commands/demo/bulk/reference.js';
import {
  foundNation,
  planNation,
  TODAY,
  writeProvinces,
  YEAR_2025,
} from '../../apps/cli/src/commands/demo/nation/build-nation.js';
import { postgresReceptions, postgresSystem } from '../bench/support/systems.js';

const vault = new LocalKeyVault(createHash('sha256').update('rows beside the ledger').digest());
const NOW = instantOf(TODAY, '23:00');
const FORMS = REPORT_FORMS.filter(({ columns }) => columns.length > 0);
const QUARTER: Period = { from: localDate('2025-03-15'), to: localDate('2025-06-14') };
const PROVINCE = 'TINH-03';
const COMMUNE = 'XA-03-1';

describe('the copy of form rows', () => {
  let database: TestDatabase;
  let reference: Reference;
  let reader: ReportReader;
  let keeper: RowKeeper;
  let chained: readonly string[];
  let readers: readonly (readonly [string, Actor])[];
  const idOf = (code: string): AgencyId => [...reference.agencies.values()].find((one) => one.code === code)!.id;

  beforeAll(async () => {
    database = await createTestDatabase();
    const { connections } = database;
    const plan = planNation({ seed: 3, scale: 1000 });
    const provinces = plan.provinces.map((one) =>
      one.code === PROVINCE
        ? { ...one, totals: { petitions: 90, visits: 60, people: 80, groups: 1, cases: 30, resolved: 20 } }
        : one,
    );
    reference = await foundNation({ connections, vault }, plan);
    await writeProvinces({ connections, vault }, reference, { provinces: provinces.slice(1, 4) });
    await chain();
    const runner = new TransactionRunner(connections);
    reader = new ReportReader(new PostgresReportFacts(runner), procedures, new PostgresReportRows(runner));
    keeper = new RowKeeper(new PostgresRowCopy(connections.admin), procedures);
    const head = actorFor(reference, PROVINCE, { role: 'chairman', turn: 0 });
    readers = [
      ['the head of a province', head],
      ['the head of a commune', actorFor(reference, COMMUNE, { role: 'chairman', turn: 0 })],
      [
        'a receptionist, who knows their denunciations',
        actorFor(reference, COMMUNE, { role: 'receptionist', turn: 0 }),
      ],
      ['an inspector of the province', actorFor(reference, PROVINCE, { role: 'inspector', turn: 0 })],
      ['who reads for the nation', { ...head, userId: 0 as Actor['userId'], agencies: [...reference.agencies.keys()] }],
    ];
  });
  afterAll(() => database.drop());

  /** Every cell of every form for every reader, both ways. */
  async function bothWays(knownAt: Date): Promise<void> {
    for (const [who, actor] of readers) {
      const { agencies } = actor;
      const ledger = formFactsOf(await reader.forForms(actor, knownAt), agencies);
      for (const period of [YEAR_2025, QUARTER]) {
        const copy = await reader.forFigures(actor, { knownAt, agencies, period });
        const inOneLine = await reader.forFigures(actor, { knownAt, agencies, period, byAgency: false });
        for (const form of FORMS) {
          const values = (facts: typeof ledger): (number | null)[] =>
            countForm(form, facts, period).cells.map(({ value }) => value);
          const wanted = [who, form.id, period.from, values(ledger)];
          expect([who, form.id, period.from, values(copy)]).toEqual(wanted);
          expect([who, form.id, period.from, values(inOneLine)]).toEqual(wanted);
          if (period === QUARTER && who === 'the head of a province')
            expect(values(await reader.forFigures(actor, { knownAt, agencies, period, of: form }))).toEqual(
              values(copy),
            );
        }
      }
    }
  }
  const numberOf = async (text: string): Promise<number> =>
    (await database.admin.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${text}`)).rows[0]!.n;

  it('gives every reader the figures of the ledger, for every form', async () => {
    await bothWays(NOW);
    expect(await numberOf('app.report_row')).toBe(0);
    expect(await keeper.refresh()).toBeGreaterThan(100);
    expect(await numberOf('app.report_row')).toBeGreaterThan(100);
    const visits = await numberOf('app.reception_visit WHERE visible_to IS NULL');
    expect(await numberOf(`app.report_reception_row WHERE kind = 'visit'`)).toBe(visits);
    expect(await numberOf(`app.report_reception_row WHERE kind = 'visit' AND id <> first_id`)).toBeGreaterThan(0);
    await bothWays(NOW);
    expect(
      await numberOf('app.report_row r JOIN app.petition p ON p.id = r.petition_id WHERE p.visible_to IS NOT NULL'),
    ).toBe(0);
    expect(
      await numberOf(
        'app.report_reception_row r JOIN app.reception_visit v ON v.id = r.id WHERE v.visible_to IS NOT NULL',
      ),
    ).toBe(0);
  });

  it('puts equals together: the nation is fewer rows than it has petitions', async () => {
    const [, nation] = readers.at(-1)!;
    const { petitions, visits } = await reader.forFigures(nation, {
      ...{ knownAt: NOW, agencies: [idOf(PROVINCE), idOf(COMMUNE)], period: YEAR_2025 },
    });
    const all = petitions.reduce((sum, { stands = 1 }) => sum + stands, 0);
    expect(petitions.length).toBeLessThan(all);
    const received = visits.reduce((sum, { stands = 1 }) => sum + stands, 0);
    expect(visits.length).toBeLessThan(received);
    const { rows } = await database.admin.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM app.petition WHERE visible_to IS NULL AND agency_id = ANY ($1)',
      [[idOf(PROVINCE), idOf(COMMUNE)]],
    );
    expect(all).toBe(rows[0]!.n);
  });

  it('stays right when files move on, before it is brought up to date and after, and for any day before', async () => {
    await moveOn();
    await receiveMore();
    const later = instantOf(addDays(TODAY, 3));
    await bothWays(later);
    await bothWays(NOW);
    await bothWays(instantOf(localDate('2025-06-02'), '12:00'));
    expect(await keeper.refresh()).toBeGreaterThan(0);
    await bothWays(later);
    await bothWays(NOW);
  });

  /** New petitions, one of them a resend of an old one; an act; one put right, one voided, one hidden, one moved. */
  async function moveOn(): Promise<void> {
    const { register, casework, settle } = postgresSystem(database.connections, vault);
    const clerk = actorFor(reference, COMMUNE, { role: 'receptionist', turn: 0 });
    const officer = actorFor(reference, COMMUNE, { role: 'caseOfficer', turn: 0 });
    const command = (content: string) => ({
      ...{ type: 'complaint' as const, channel: 'post' as const, receivedOn: TODAY, field: 'Đất đai', content },
      petitioners: [{ role: 'petitioner' as const, fullName: 'Đỗ Văn Thử', address: 'thôn Đông' }],
    });
    const fresh = await register.execute(clerk, command('Khiếu nại việc thu hồi đất'));
    const again = await register.execute(clerk, command('Khiếu nại lần nữa việc thu hồi đất'));
    for (const [type, inputs] of [
      ['CLASSIFY', { contentType: 'complaint' }],
      ['CHECK_ELIGIBILITY', { eligible: true }],
      ['CHECK_COMPETENCE', { competent: true }],
    ] as const)
      await casework.apply(officer, { caseFileId: fresh.caseFileId!, type, occurredOn: TODAY, inputs });
    await settle();
    const old = await database.admin.query<{ id: string }>(
      `SELECT id FROM app.petition WHERE visible_to IS NULL AND agency_id = $1 AND received_on BETWEEN '2025-01-01' AND '2025-09-01' ORDER BY id LIMIT 6`,
      [idOf(COMMUNE)],
    );
    const [resent, corrected, voided, hidden, moved] = old.rows.map(({ id }) => id);
    const change = (text: string, ...values: unknown[]) => database.admin.query(text, values);
    await change('UPDATE app.petition SET resend_of = $1 WHERE id = $2', resent, again.id);
    await change(`UPDATE app.petition SET field = 'Chính sách xã hội' WHERE id = $1`, corrected);
    await change(
      `UPDATE app.petition SET voided_at = $2, void_reason_code = 'OTHER', void_reason = 'thử' WHERE id = $1`,
      ...[voided, instantOf(TODAY, '23:30')],
    );
    await change('UPDATE app.petition SET visible_to = ARRAY[$2::int] WHERE id = $1', hidden, clerk.userId);
    await change('UPDATE app.case_file SET visible_to = ARRAY[$2::int] WHERE petition_id = $1', hidden, clerk.userId);
    await change('UPDATE app.case_file SET agency_id = $2 WHERE petition_id = $1', moved, idOf(PROVINCE));
  }

  /** Two matters alike: a visit, and a later one of the same petition whose visitor showed a paper. */
  async function chain(): Promise<void> {
    const { rows } = await database.admin.query<{ id: string }>(
      `SELECT id FROM app.reception_visit WHERE agency_id = $1 AND type = 'complaint' AND visible_to IS NULL AND group_size < 5 AND petition_id IS NULL
          AND visited_on BETWEEN $2 AND $3 ORDER BY visited_on, register_number LIMIT 6`,
      [idOf(COMMUNE), YEAR_2025.from, YEAR_2025.to],
    );
    chained = rows.map(({ id }) => id);
    expect(chained).toHaveLength(6);
    for (const [first, later, paper] of [
      [chained[0], chained[2], '01'],
      [chained[1], chained[3], '02'],
    ]) {
      const own = `UPDATE app.reception_visit SET petition_id = (SELECT id FROM app.petition WHERE agency_id = $1 ORDER BY id OFFSET $2 LIMIT 1) WHERE id = ANY ($3)`;
      await database.admin.query(own, [idOf(COMMUNE), Number(paper), [first, later]]);
      await database.admin.query(`UPDATE app.reception_person SET id_index = NULL WHERE visit_id = $1`, [first]);
      await showing(later, paper);
    }
    await database.admin.query('UPDATE app.reception_person SET id_index = NULL WHERE visit_id = ANY ($1)', [
      chained.slice(4),
    ]);
  }
  const showing = (visit: string | undefined, paper: string | undefined): Promise<unknown> =>
    database.admin.query(`UPDATE app.reception_person SET id_index = decode($2, 'hex') WHERE visit_id = $1`, [
      visit,
      paper,
    ]);

  /** A new visit of a matter that was heard before; one that joins a matter, one that leaves one, a first one hidden; a session put right. */
  async function receiveMore(): Promise<void> {
    const { service, setTime } = postgresReceptions(database.connections, vault);
    const change = (text: string, ...values: unknown[]) => database.admin.query<{ id: string }>(text, values);
    const desk = actorFor(reference, COMMUNE, { role: 'receptionist', turn: 0 });
    const head = actorFor(reference, COMMUNE, { role: 'chairman', turn: 0 });
    setTime(instantOf(addDays(TODAY, -20), '08:00'));
    const { id: sessionId } = await service.planSession(desk, {
      session: {
        ...{ kind: 'periodic', mode: 'inPerson', heldOn: addDays(TODAY, 1), startsAt: '07:30', place: 'Phòng tiếp' },
        ...{ leaderId: head.userId, attendees: 'Công chức chuyên môn', topics: 'Đất đai' },
      },
    });
    await service.moveSession(desk, { sessionId, type: 'POST', inputs: { onSite: true, onPortal: true } });
    setTime(instantOf(addDays(TODAY, 1), '08:00'));
    await service.moveSession(desk, { sessionId, type: 'HOLD', inputs: { hostedBy: head.userId } });
    const { id: fresh } = await service.receiveVisit(desk, {
      ...{ sessionId, type: 'complaint', summary: 'Hỏi việc đã nộp đơn', groupSize: 7, appointedInWriting: true },
      people: [{ fullName: 'Đỗ Văn Thử', address: 'thôn Đông', role: 'representative', personalId: '001099000123' }],
    });
    const open = `SELECT v.id FROM app.reception_visit v WHERE v.visible_to IS NULL AND v.agency_id = $1 AND v.id <> $2`;
    const old = await change(
      `${open} AND v.type = 'complaint' AND v.id <> ALL ($3) ORDER BY v.visited_on, v.id LIMIT 3`,
      ...[idOf(COMMUNE), fresh, chained],
    );
    const [joins, also, alone] = old.rows.map(({ id }) => id);
    const paper = 'UPDATE app.reception_person SET id_index =';
    await change(
      `${paper} (SELECT id_index FROM app.reception_person WHERE visit_id = $1 AND id_index IS NOT NULL) WHERE visit_id = ANY ($2)`,
      ...[fresh, [joins, also]],
    );
    await change('UPDATE app.reception_visit SET group_size = 12 WHERE id = $1', alone);
    // A third visit joins the later one of each: the first of the matter has not moved.
    for (const [at, paper] of [
      [4, '01'],
      [5, '02'],
    ] as const)
      await showing(chained[at], paper);
    const matters = await change(
      `SELECT first_id AS id FROM app.report_reception_row WHERE id <> first_id AND first_id <> ALL ($1) GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 3`,
      chained,
    );
    const [hidden, left, moved] = matters.rows.map(({ id }) => id);
    await change('UPDATE app.reception_visit SET visible_to = ARRAY[$2::int] WHERE id = $1', hidden, desk.userId);
    await change('UPDATE app.reception_visit SET petition_id = NULL WHERE id = $1', left);
    await change(`${paper} NULL WHERE visit_id = $1`, left);
    await change(
      'UPDATE app.reception_visit SET agency_id = $2, register_number = register_number + 1000 WHERE id = $1',
      ...[moved, idOf(PROVINCE)],
    );
    await change(
      `UPDATE app.reception_session SET kind = 'periodic' WHERE id = (SELECT session_id FROM app.reception_visit WHERE id = $1)`,
      alone,
    );
  }

  it('is held against the ledger row for row: what is wrong in it is found and made anew', async () => {
    expect((await keeper.reconcile({ repair: false }))?.differing).toEqual([]);
    const { rows } = await database.admin.query<{ id: string }>(
      `UPDATE app.report_row SET day1 = day1 - 400 WHERE id = (SELECT id FROM app.report_row WHERE kind = 'petition' ORDER BY id LIMIT 1) RETURNING petition_id AS id`,
    );
    const lost = await database.admin.query<{ id: string }>(
      `DELETE FROM app.report_row WHERE id = (SELECT max(id::text)::uuid FROM app.report_row WHERE kind = 'petition') RETURNING petition_id AS id`,
    );
    const visits = await database.admin.query<{ id: string }>(
      `UPDATE app.report_reception_row SET people = people + 1 WHERE id = (SELECT id FROM app.report_reception_row WHERE kind = 'visit' ORDER BY id LIMIT 1) RETURNING id`,
    );
    const held = await database.admin.query<{ id: string }>(
      `DELETE FROM app.report_reception_row WHERE id = (SELECT id FROM app.report_reception_row WHERE kind = 'session' ORDER BY id LIMIT 1) RETURNING id`,
    );
    const wrong = [rows[0]!.id, lost.rows[0]!.id, visits.rows[0]!.id, held.rows[0]!.id].sort();
    expect([...(await keeper.reconcile({ repair: true }))!.differing].sort()).toEqual(wrong);
    expect((await keeper.reconcile({ repair: false }))?.differing).toEqual([]);
    await bothWays(instantOf(addDays(TODAY, 3)));
  });
});
