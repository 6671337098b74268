import { createHash } from 'node:crypto';
import PizZip from 'pizzip';
import { docxText } from '#libs/documents';
import { call } from './support/call.js';
import { eventually, Office } from './support/cases.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Report {
  id: string;
  formId: string;
  state: string;
  hash: string;
  knownAt: string;
  cells: { value: number | null }[];
}
interface Pack {
  id: string;
  key: string;
  madeBy: string;
  drafts: number;
  goesWithText: boolean;
}
interface PackDetail extends Pack {
  reports: Report[];
  outline: { heading: string; lines: string[] }[];
}
interface Recomputed {
  intact: boolean;
  equal: boolean;
  differences: object[];
}
const FORMS = ['TCD01', 'XLD01', 'XLD02', 'XLD03', 'XLD04', 'KQGQ01', 'KQGQ02', 'KQGQ03', 'KQGQ04'];
/** Added as data in the province; in force on the last day, it is in the pack. */
const ADDED = 'XLD04-THU';
const ALL_FORMS = [...FORMS, ADDED];
const FIELDS = ['Đất đai', 'Y tế', 'Người có công', 'Khác'];

/** Numbers that are the same on every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

describe('packs at the cut-off, and figures as they were known', () => {
  let system: RunningSystem;
  let office: Office;
  beforeAll(async () => {
    system = await startSystem({ worker: true });
    office = new Office(system);
  }, 240_000);
  afterAll(() => system?.stop());

  const post = async <Body>(username: string, path: string, body: object) =>
    call<Body>(system.url, 'POST', path, { token: await office.token(username), body });
  const packs = async (username = 'lanhdao') => (await office.get<{ items: Pack[] }>(username, '/report-packs')).items;
  const period = () => ({ from: '2025-12-15', to: '2027-12-14' });
  const draft = async (form: string) => {
    const answer = await post<Report>('lanhdao', '/issued-reports', { form, ...period() });
    if (answer.status !== 201) throw new Error(`${form}: ${answer.status} ${answer.text}`);
    return answer.body;
  };

  /** One thing that an officer does, whichever the dice say; what is not allowed just then is refused, and that is an answer too. */
  async function act(roll: (sides: number) => number, known: { id: string; caseFileId: string }[]): Promise<void> {
    const one = known[roll(known.length || 1)];
    switch (roll(7)) {
      case 0:
      case 1: {
        const type = ['complaint', 'feedback', 'denunciation'][roll(3)]!;
        known.push(await office.register({ type, field: FIELDS[roll(FIELDS.length)] }));
        return;
      }
      case 2:
        if (one)
          await post('motcua', `/petitions/${one.id}/corrections`, {
            reason: 'Ghi nhầm lĩnh vực khi vào sổ',
            field: FIELDS[roll(FIELDS.length)],
          });
        return;
      case 3:
        if (one)
          await post('lanhdao', `/petitions/${one.id}/void`, { reasonCode: 'wrong-entry', reason: 'Vào sổ nhầm' });
        return;
      case 4:
        await office.advance({ days: 1 + roll(3) });
        return;
      default: {
        if (!one) return;
        const steps: readonly [string, Record<string, unknown>][] = [
          ['CLASSIFY', { contentType: 'complaint' }],
          ['CHECK_ELIGIBILITY', { eligible: roll(4) > 0 }],
          ['CHECK_COMPETENCE', { competent: roll(3) > 0 }],
          ['PROPOSE_ACCEPTANCE', { proposal: 'accept' }],
        ];
        for (const [type, facts] of steps)
          await office.try(
            type.startsWith('CHECK_C') || type === 'PROPOSE_ACCEPTANCE' ? 'chuyenvien' : 'motcua',
            one.caseFileId,
            {
              ...{ type, ...facts },
            },
          );
      }
    }
  }

  it.each([11, 47])(
    'whatever is recorded later, figures frozen before come out again (history %i)',
    async (seed) => {
      const roll = dice(seed);
      const known: { id: string; caseFileId: string }[] = [];
      const frozen: Report[] = [];
      for (let step = 0; step < 24; step += 1) {
        if (step % 8 === 7) for (const form of FORMS) frozen.push(await draft(form));
        await act(roll, known);
      }
      expect(known.length).toBeGreaterThan(5);
      const later = await Promise.all(['XLD01', 'XLD02'].map(draft));
      let moved = 0;
      for (const report of frozen) {
        const again = await office.get<Recomputed>('lanhdao', `/issued-reports/${report.id}/recomputed`);
        expect([report.formId, again]).toEqual([
          report.formId,
          expect.objectContaining({ intact: true, equal: true, differences: [] }),
        ]);
        const now = later.find(({ formId }) => formId === report.formId);
        if (now && JSON.stringify(now.cells) !== JSON.stringify(report.cells)) moved += 1;
      }
      // The history did change what is counted today.
      expect(moved).toBeGreaterThan(0);
    },
    120_000,
  );

  it('the day after the cut-off drafts of every form lie before who signs, once, known at the cut-off', async () => {
    const path = '/administration/report-forms';
    const { items: known } = await office.get<{ items: { id: string; definition: string }[] }>('quantri', path);
    const model = JSON.parse(known.find(({ id }) => id === 'XLD04')!.definition) as object;
    const added = { ...model, id: ADDED, circular: 'TT thử', validFrom: '2026-01-01', validTo: null };
    const kept = await post('quantri', path, { definition: JSON.stringify(added), basis: 'Phụ lục công văn 7/TTT' });
    expect(kept.status).toBe(201);
    const { today } = await office.get<{ today: string }>('lanhdao', '/clock');
    const year = Number(today.slice(0, 4)) + (today.slice(5) >= '12-15' ? 1 : 0);
    await office.advance({ to: `${year}-12-15` });
    const keys = [`${year}`, `${year}-12`, `${year}-Q4`];
    const made = await eventually('the packs of the year', async () => {
      const found = (await packs()).filter(({ key, drafts }) => keys.includes(key) && drafts === ALL_FORMS.length);
      return found.length === keys.length ? found : null;
    });
    expect(made.map(({ madeBy }) => madeBy)).toEqual(['schedule', 'schedule', 'schedule']);
    expect(made.filter(({ goesWithText }) => goesWithText).map(({ key }) => key)).toEqual([`${year}`]);
    const pack = await office.get<PackDetail>(
      'lanhdao',
      `/report-packs/${made.find(({ key }) => key === `${year}`)!.id}`,
    );
    expect(pack.reports.map(({ formId }) => formId).sort()).toEqual([...ALL_FORMS].sort());
    for (const { knownAt, state } of pack.reports)
      expect([knownAt, state]).toEqual([`${year}-12-14T16:59:59.999Z`, 'draft']);
    const { items } = await office.get<{ items: { topic: string; packId: string | null; title: string }[] }>(
      ...(['lanhdao', '/inbox?limit=50'] as const),
    );
    const told = items.filter(({ topic }) => topic === 'report.packReady');
    expect(told.map(({ packId }) => packId)).toEqual(expect.arrayContaining(made.map(({ id }) => id)));
    expect(told.find(({ packId }) => packId === pack.id)?.title).toMatch(/^Gói báo cáo năm \d{4} đã lập xong/);
    // Asked again, by the schedule or by hand, it is the same pack.
    await office.advance({ days: 1 });
    const again = await post<PackDetail>('lanhdao', '/report-packs', { key: `${year}` });
    expect([again.status, again.body.id, again.body.drafts]).toEqual([201, pack.id, ALL_FORMS.length]);
    expect((await post('truongphong', '/report-packs', { key: `${year}` })).status).toBe(403);
    const issued = await post<Report>('lanhdao', `/issued-reports/${pack.reports[0]!.id}/issue`, {});
    expect([issued.status, issued.body.state]).toEqual([200, 'issued']);
  });

  it('a pack is one archive: the text with its figures, every form, and their sums', async () => {
    const [pack] = (await packs()).filter(({ goesWithText }) => goesWithText);
    const detail = await office.get<PackDetail>('lanhdao', `/report-packs/${pack!.id}`);
    const answer = await fetch(`${system.url}/api/v1/report-packs/${pack!.id}/file`, {
      headers: { authorization: `Bearer ${await office.token('lanhdao')}` },
    });
    const zip = new PizZip(Buffer.from(await answer.arrayBuffer()));
    const names = Object.keys(zip.files);
    for (const kind of ['.xlsx', '.pdf', '.json'])
      expect(names.filter((name) => name.endsWith(kind))).toHaveLength(ALL_FORMS.length);
    for (const line of zip.file('SHA256SUMS')!.asText().trimEnd().split('\n')) {
      const [sum, name] = line.split('  ') as [string, string];
      expect([name, createHash('sha256').update(zip.file(name)!.asNodeBuffer()).digest('hex')]).toEqual([name, sum]);
    }
    const words = docxText(zip.file('de-cuong.docx')!.asNodeBuffer());
    for (const { heading, lines } of detail.outline)
      for (const said of [heading, ...lines]) expect(words).toContain(said);
    const handled = detail.reports.find(({ formId }) => formId === 'XLD01')!;
    const first = (await office.get<Report>('lanhdao', `/issued-reports/${handled.id}`)).cells[0]!.value;
    expect(words).toContain(`Tổng số ${first} đơn`);
  });

  it('says who has not entered what, and every number opens as many rows', async () => {
    const without = await office.register({ type: 'feedback', field: undefined });
    const asked = `from=2025-12-15&to=2027-12-14`;
    const { agencies } = await office.get<{
      agencies: {
        agencyCode: string;
        lastEntryAt: string | null;
        entered: number;
        noField: number;
        noFinding: number;
        noRecord: number;
      }[];
    }>('lanhdao', `/data-gaps?${asked}`);
    const own = agencies.find(({ agencyCode }) => agencyCode === 'XA-TANTHANH')!;
    expect([own.lastEntryAt === null, own.entered > 5, own.noField > 0]).toEqual([false, true, true]);
    for (const gap of ['noField', 'noFinding', 'noRecord'] as const) {
      const { items } = await office.get<{ items: { label: string }[] }>(
        'lanhdao',
        `/data-gaps/rows?${asked}&gap=${gap}&agency=XA-TANTHANH`,
      );
      expect([gap, items.length]).toEqual([gap, own[gap]]);
      if (gap === 'noField') expect(items.map(({ label }) => label)).toContain(without.registerLabel);
    }
    const all = await office.get<{ agencies: { agencyCode: string; entered: number; lastEntryAt: string | null }[] }>(
      'thanhtra',
      `/data-gaps?${asked}`,
    );
    expect(
      all.agencies.filter(({ entered, lastEntryAt }) => entered === 0 && lastEntryAt === null).length,
    ).toBeGreaterThan(0);
  });
});
