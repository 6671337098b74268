import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MEASURE_IDS } from '#libs/reporting';
import { call } from './support/call.js';
import { beginOn, eventually, Office } from './support/cases.js';
import { document } from './support/schema.js';
import { type RunningSystem, startSystem } from './support/system.js';

/** Words that occur nowhere but in the denouncer's own paper. */
const MARKS = ['Kwyjibo', 'kwyjibo', '079185909090', '0987001122', 'Zyxwvut', 'zyxwvut', 'Qoppalandia', 'qoppalandia'];
const PERSON = {
  fullName: 'Trịnh Kwyjibo Lan',
  personalId: '079185909090',
  phone: '0987001122',
  address: 'Ngõ Zyxwvut 7, xã Tân Thành',
  birthDate: '1985',
};
const CONTENT = 'Tố cáo cán bộ địa chính nhận tiền ở quán Qoppalandia khi làm sổ đỏ';
const ACCOUNTS = [
  'motcua',
  'chuyenvien',
  'truongphong',
  'lanhdao',
  'lanhdao.tinh',
  'thanhtra',
  'baomat',
  'baomat2',
  'quantri',
];
const SEALED_COLUMNS = ['sealed', 'sealed_key'];

const marksIn = (text: string): string[] =>
  MARKS.filter((mark) => text.includes(mark) || text.normalize('NFD').includes(mark));

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

/** What an address says; of a stream that stays open, what it says in its first moments. */
async function look(
  url: string,
  address: string,
  token: string,
): Promise<{ text: string; headers: Headers; status: number }> {
  if (!address.endsWith('/live')) return call(url, 'GET', address, { token });
  const ending = new AbortController();
  const response = await fetch(`${url}${address}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: ending.signal,
  });
  const words = new TextDecoder();
  let text = '';
  const timer = setTimeout(() => ending.abort(), 300);
  try {
    for await (const piece of response.body ?? []) text += words.decode(piece as Uint8Array, { stream: true });
  } catch {
    // Ended by us.
  }
  clearTimeout(timer);
  return { text, headers: response.headers, status: response.status };
}

describe('a denouncer is in the sealed columns and nowhere else', () => {
  let system: RunningSystem;
  let office: Office;
  let registered: Awaited<ReturnType<Office['register']>>;
  let mixed: Awaited<ReturnType<Office['register']>>;

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, '2026-07-06');
    office = new Office(system);
    const paper = {
      petitioners: [PERSON],
      content: CONTENT,
      respondent: 'Cán bộ địa chính Qoppalandia',
      receivedOn: '2026-07-06',
    };
    registered = await office.register({ type: 'denunciation', ...paper });
    mixed = await office.register({ type: 'mixed', ...paper, content: `${CONTENT} và khiếu nại việc cấp sổ` });
    const token = await office.token('motcua');
    const form = new FormData();
    form.append(
      'files',
      new Blob(['%PDF-1.7\nZyxwvut Kwyjibo\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF']),
      'Đơn của Kwyjibo.pdf',
    );
    const stored = await call(system.url, 'POST', `/petitions/${registered.id}/attachments`, { token, form });
    expect(stored.status).toBe(201);
    // What the counter checks, repeats and gets wrong passes through the product too.
    await call(system.url, 'POST', '/petitions/resend-checks', {
      token,
      body: { petitioners: [PERSON], content: CONTENT },
    });
    await call(system.url, 'POST', '/petitions', {
      token,
      body: { type: 'denunciation', channel: 'nowhere', ...paper },
    });
    await call(system.url, 'POST', '/petitions', {
      token,
      body: { type: 'denunciation', channel: 'in_person', ...paper },
      headers: { 'idempotency-key': 'leak-0001' },
    });
    const step = await office.try('motcua', registered.caseFileId, {
      type: 'CLASSIFY',
      contentType: 'denunciation',
      note: 'Bà Kwyjibo trình bày ở quán Qoppalandia',
    });
    expect(step.status).toBe(200);
    // Reminders, lapses and reports to leaders fire about it as about any other.
    await office.advance({ to: '2026-08-20' });
    await eventually('the lapse', async () => {
      const { rows } = await system.database.admin.query(
        `SELECT 1 FROM app.case_event WHERE type IN ('LAPSE', 'REMIND') LIMIT 1`,
      );
      return rows.length > 0 ? true : null;
    });
  });
  afterAll(() => system?.stop());

  it('no answer of any GET says it, to any account', async () => {
    const ids = [registered, mixed].flatMap(({ id, caseFileId }) => [id, caseFileId]);
    const values: Record<string, string[]> = {
      id: ids,
      attachmentId: ids,
      lookupCode: [registered.lookupCode, mixed.lookupCode],
      name: ['petition-handling', 'complaint'],
      form: ['ND124.03'],
      code: ['XA-TANTHANH', 'TINH-DEMO'],
      measure: [...MEASURE_IDS],
    };
    const searches = ['?q=kwyjibo', '?q=Trịnh%20Kwyjibo%20Lan', '?q=zyxwvut', '?q=qoppalandia', '?q=079185909090'];
    let asked = 0;
    for (const username of ACCOUNTS) {
      const token = await office.token(username);
      for (const [path, item] of Object.entries(document.paths)) {
        if (!('get' in item) || path.endsWith('/{attachmentId}')) continue;
        const name = /\{(\w+)\}/.exec(path)?.[1];
        const filled = name ? values[name]!.map((value) => path.replace(`{${name}}`, value)) : [path];
        const addresses =
          path.endsWith('/petitions') || path.endsWith('/case-files')
            ? [...filled, ...searches.map((q) => path + q)]
            : path.endsWith('/calendar/days')
              ? [`${path}?from=2026-07-01&to=2026-07-02`]
              : filled;
        for (const address of addresses) {
          const { text, headers, status } = await look(system.url, address, token);
          const found = marksIn(text + JSON.stringify([...headers]));
          // The words typed on the file are shown to those who are named on it; its sender is shown to nobody.
          const allowed = address.endsWith('/timeline') && status === 200 ? ['Kwyjibo', 'Qoppalandia'] : [];
          expect({ username, address, found: found.filter((mark) => !allowed.includes(mark)) }).toEqual({
            username,
            address,
            found: [],
          });
          asked += 1;
        }
      }
      for (const q of ['kwyjibo', 'zyxwvut', 'qoppalandia', '079185909090', registered.lookupCode]) {
        const { text } = await call(system.url, 'POST', '/search', { token, body: { q } });
        expect({ username, q, found: marksIn(text) }).toEqual({ username, q, found: [] });
      }
    }
    expect(asked).toBeGreaterThan(300);
  });

  it('nobody but the people named on it sees that it exists', async () => {
    const { rows } = await system.database.admin.query<{ username: string }>(
      `SELECT u.username FROM app.app_user u JOIN app.petition p ON u.id = ANY (p.visible_to) WHERE p.id = $1`,
      [registered.id],
    );
    const named = new Set(rows.map(({ username }) => username));
    for (const username of ACCOUNTS) {
      const token = await office.token(username);
      const answers = await Promise.all(
        [
          `/petitions/${registered.id}`,
          `/case-files/${registered.caseFileId}`,
          `/case-files/${registered.caseFileId}/timeline`,
          `/petitions/${registered.id}/attachments`,
        ].map((path) => call(system.url, 'GET', path, { token })),
      );
      expect({ username, statuses: [...new Set(answers.map(({ status }) => status))] }).toEqual({
        username,
        statuses: [named.has(username) ? 200 : 404],
      });
      const lists = await Promise.all(
        [
          '/petitions?limit=200',
          '/case-files?limit=200',
          '/boards/overdue?limit=200',
          '/boards/overdue?scope=all&limit=200',
          '/my-work',
          '/inbox?limit=200',
        ].map((path) => call(system.url, 'GET', path, { token })),
      );
      const mentions = lists.some(({ text }) => text.includes(registered.id) || text.includes(registered.caseFileId));
      if (!named.has(username)) expect({ username, mentions }).toEqual({ username, mentions: false });
    }
    // One who is named on it and sees the whole province finds it under its own agency only.
    for (const list of ['petitions', 'case-files', 'boards/overdue']) {
      const under = async (agency: string) =>
        call(system.url, 'GET', `/${list}?agency=${agency}&limit=200`, { token: await office.token('baomat') });
      expect((await under('XA-HOALOC')).text).not.toContain(
        list === 'petitions' ? registered.id : registered.caseFileId,
      );
    }
    expect(
      (await office.get<{ items: { id: string }[] }>('baomat', '/petitions?agency=XA-TANTHANH')).items.map(
        ({ id }) => id,
      ),
    ).toContain(registered.id);
    expect(named.size).toBeGreaterThan(0);
    expect(named.size).toBeLessThan(ACCOUNTS.length);
  });

  it('no table holds it, whoever reads it: not the queue, not the ledger, not the answers kept for repeats', async () => {
    const { admin } = system.database;
    const { rows: tables } = await admin.query<{ schema: string; name: string; columns: string[] }>(
      `SELECT c.table_schema AS schema, c.table_name AS name, array_agg(c.column_name::text) AS columns
         FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema IN ('app', 'bullmq', 'public') AND t.table_type = 'BASE TABLE' GROUP BY 1, 2`,
    );
    expect(tables.length).toBeGreaterThan(30);
    for (const { schema, name, columns } of tables) {
      const shown = columns.filter((column) => !SEALED_COLUMNS.includes(column)).map((column) => `"${column}"`);
      const { rows } = await admin.query<{ line: string }>(
        `SELECT row_to_json(r)::text AS line FROM (SELECT ${shown.join(', ')} FROM ${schema}."${name}") r`,
      );
      // bytea is written in hexadecimal: looked for in that form too.
      const text = rows.map(({ line }) => line).join('\n');
      const hex = MARKS.filter((mark) => text.includes(Buffer.from(mark).toString('hex')));
      expect({ table: `${schema}.${name}`, found: [...marksIn(text), ...hex] }).toEqual({
        table: `${schema}.${name}`,
        found: [],
      });
    }
    const sealed = await admin.query(
      'SELECT sealed FROM app.petitioner WHERE petition_id = $1 AND sealed IS NOT NULL',
      [registered.id],
    );
    expect(sealed.rows).toHaveLength(1);
    expect(marksIn((sealed.rows[0] as { sealed: Buffer }).sealed.toString('latin1'))).toEqual([]);
  });

  it('no file of the data folder and no line of a log holds it', () => {
    let files = 0;
    for (const path of filesBelow(system.dataDir)) {
      files += 1;
      expect({ path, found: [...marksIn(path), ...marksIn(readFileSync(path, 'latin1'))] }).toEqual({
        path,
        found: [],
      });
    }
    expect(files).toBeGreaterThan(0);
    expect(marksIn(system.logs())).toEqual([]);
    expect(system.logs()).toContain('"event":"http"');
  });

  it('opens for the people who are named, and for nobody else', async () => {
    const token = await office.token('motcua');
    const { body } = await call<{ items: { id: string; fileName: string | null }[] }>(
      system.url,
      'GET',
      `/petitions/${registered.id}/attachments`,
      { token },
    );
    expect(body.items).toMatchObject([{ fileName: null }]);
    const path = `/petitions/${registered.id}/attachments/${body.items[0]!.id}`;
    expect((await call(system.url, 'GET', path, { token })).status).toBe(409);
    const reading = { token, body: { purpose: 'verification' } };
    const opened = await call(system.url, 'POST', `${path}/original-readings`, reading);
    expect(opened.text).toContain('Zyxwvut Kwyjibo');
    const stranger = { ...reading, token: await office.token('chuyenvien') };
    expect((await call(system.url, 'POST', `${path}/original-readings`, stranger)).status).toBe(404);
  });
});

describe('an uploaded register with denunciations', () => {
  let system: RunningSystem;
  beforeAll(async () => (system = await startSystem()));
  afterAll(() => system?.stop());

  it('is kept sealed or not at all, before and after it is registered', async () => {
    const office = new Office(system);
    const token = await office.token('motcua');
    const fixtures = join(import.meta.dirname, '../../libs/intake/fixtures');
    const rows = JSON.parse(readFileSync(join(fixtures, 'so-tiep-nhan-2026.truth.json'), 'utf8')) as {
      name: string | null;
      kind: string;
    }[];
    const names = (sealed: boolean) =>
      new Set(
        rows
          .filter(({ kind, name }) => name && /tố cáo|nhiều nội dung/i.test(kind) === sealed)
          .map(({ name }) => name!.toLowerCase()),
      );
    const inTheOpen = names(false);
    const denouncers = [...names(true)].filter((name) => !inTheOpen.has(name));
    expect(denouncers.length).toBeGreaterThan(0);
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(readFileSync(join(fixtures, 'so-tiep-nhan-2026.xlsx')))]), 'sổ.xlsx');
    const preview = await call<{
      batchId: string;
      petitions: { sealed: boolean; name: string | null; content: string | null }[];
    }>(system.url, 'POST', '/imports', { token, form });
    expect(
      preview.body.petitions
        .filter(({ sealed }) => sealed)
        .every(({ name, content }) => name === null && content === null),
    ).toBe(true);
    const seen = (text: string) => denouncers.filter((name) => text.toLowerCase().includes(name));
    expect(seen(preview.text)).toEqual([]);
    const folder = () => [...filesBelow(system.dataDir)].flatMap((path) => seen(readFileSync(path, 'utf8')));
    expect(folder()).toEqual([]);
    await call(system.url, 'POST', `/imports/${preview.body.batchId}/commit`, { token });
    await eventually('the import', async () =>
      (await office.get<{ state: string }>('motcua', `/imports/${preview.body.batchId}`)).state === 'done'
        ? true
        : null,
    );
    expect(folder()).toEqual([]);
    const { rows: dump } = await system.database.admin.query<{ line: string }>(
      `SELECT row_to_json(r)::text AS line FROM (SELECT id, type, content, content_folded, respondent, note, field, title_type FROM app.petition) r
       UNION ALL SELECT row_to_json(r)::text FROM (SELECT full_name, name_folded, personal_id, phone, address, address_folded FROM app.petitioner) r
       UNION ALL SELECT row_to_json(r)::text FROM (SELECT facts, basis FROM app.case_event) r
       UNION ALL SELECT row_to_json(r)::text FROM (SELECT faults FROM app.import_row) r
       UNION ALL SELECT row_to_json(r)::text FROM (SELECT payload FROM app.effect) r`,
    );
    expect(seen(dump.map(({ line }) => line).join('\n'))).toEqual([]);
    expect(seen(system.logs())).toEqual([]);
  });
});
