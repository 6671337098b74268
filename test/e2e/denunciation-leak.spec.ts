import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { MEASURE_IDS } from '#libs/reporting';
import { describeWithRedis, type RedisServer, startRedis } from '#testing/support/redis';
import { call } from './support/call.js';
import { beginOn, eventually, Office } from './support/cases.js';
import { ACCOUNTS, LeakGround } from './support/leak-ground.js';
import { CONTENT_MARK, IDENTITY_MARKS, MARKS, PERSON, traces, TYPED_MARK } from './support/marks.js';
import { document } from './support/schema.js';
import { type RunningSystem, startSystem } from './support/system.js';

/** Receiver, resolver and the keepers of identities: the file names them, and nobody else. */
const NAMED = ['motcua', 'lanhdao', 'baomat', 'baomat2'];
const SEARCHES = ['kwyjibo', PERSON.fullName, 'zyxwvut', CONTENT_MARK, PERSON.personalId, PERSON.phone];

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

/** What an address says, byte by byte and with its headers; of a stream that stays open, its first moments. */
async function look(url: string, address: string, token: string): Promise<{ status: number; bytes: Buffer }> {
  const ending = new AbortController();
  const response = await fetch(`${url}${address}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: ending.signal,
    redirect: 'manual',
  });
  const parts: Buffer[] = [Buffer.from(JSON.stringify([...response.headers]))];
  const timer = address.endsWith('/live') ? setTimeout(() => ending.abort(), 200) : undefined;
  try {
    if (timer) for await (const piece of response.body ?? []) parts.push(Buffer.from(piece as Uint8Array));
    else return { status: response.status, bytes: await packed(response, parts) };
  } catch {
    // Ended by us.
  }
  clearTimeout(timer);
  return { status: response.status, bytes: Buffer.concat(parts) };
}
/** A file is looked into as a file: its bytes come first. */
async function packed(response: Response, headers: readonly Buffer[]): Promise<Buffer> {
  return Buffer.concat([Buffer.from(await response.arrayBuffer()), ...headers]);
}

/** What a person who is named on the file, or asked for a release, is shown of the words that were typed there. */
function allowedFor(username: string, address: string): readonly string[] {
  if (/\/identity-releases$/.test(address))
    return ['thanhtra', 'baomat', 'baomat2'].includes(username) ? [TYPED_MARK] : [];
  if (!NAMED.includes(username)) return [];
  // A note is what an officer wrote: the product cannot know whom it names. It is shown on the file and nowhere else.
  if (/\/timeline$|\/secrecy$/.test(address)) return MARKS;
  if (/\/notes$|\/corrections$/.test(address)) return [TYPED_MARK];
  // Papers that name the denouncer open for who resolves, and each opening is written down.
  return /\/documents\/[^/]+/.test(address) && username !== 'motcua' ? MARKS : [];
}

describe('a denouncer is in the sealed columns and nowhere else', () => {
  let system: RunningSystem;
  let ground: LeakGround;
  let office: Office;

  beforeAll(async () => {
    // Without an office program papers are set by the product itself, which is as quick as it is the same words.
    system = await startSystem({ worker: true, environment: { PATH: '/nonexistent' } });
    await beginOn(system, '2026-07-06');
    ground = await LeakGround.lay(system);
    office = ground.office;
    // Reminders, lapses and reports to leaders fire about it as about any other.
    await office.advance({ to: '2026-08-20' });
    await eventually('the mail', async () => (existsSync(join(system.dataDir, 'outgoing.jsonl')) ? true : null));
    await eventually('the lapse', async () => {
      const { rows } = await system.database.admin.query(
        `SELECT 1 FROM app.case_event WHERE type IN ('LAPSE', 'REMIND') LIMIT 1`,
      );
      return rows.length > 0 ? true : null;
    });
  }, 120_000);
  afterAll(async () => {
    await ground?.close();
    await system?.stop();
  });

  /** Every address of the document, filled with the things of the denunciation. */
  function addresses(): string[] {
    const { registered, mixed, attachments, papers, session, visit } = ground;
    const petitions = [registered.id, mixed.id];
    const files = [registered.caseFileId, mixed.caseFileId];
    const idsOf = (path: string): readonly string[] => {
      if (path.includes('/petitions/')) return petitions;
      if (path.includes('/case-files/')) return files;
      if (path.includes('/documents/')) return papers;
      if (path.includes('/reception/visits/')) return [visit];
      return path.includes('/reception/') ? [session] : [registered.id, registered.caseFileId];
    };
    const values: Readonly<Record<string, readonly string[]>> = {
      attachmentId: Object.values(attachments),
      lookupCode: [registered.lookupCode, mixed.lookupCode],
      name: ['petition-handling', 'denunciation'],
      form: ['ND31.05', 'ND154.02'],
      code: ['XA-TANTHANH', 'TINH-DEMO'],
      measure: [...MEASURE_IDS],
    };
    const fill = (path: string): string[] => {
      const name = /\{(\w+)\}/.exec(path)?.[1];
      if (!name) return [path];
      const known = name === 'id' ? idsOf(path) : (values[name] ?? [registered.id]);
      return known.flatMap((value) => fill(path.replace(`{${name}}`, encodeURIComponent(value))));
    };
    return Object.entries(document.paths).flatMap(([path, item]) => {
      if (!('get' in item)) return [];
      const filled = fill(path);
      if (/\/(petitions|case-files)$/.test(path))
        return [...filled, ...SEARCHES.map((q) => `${path}?q=${encodeURIComponent(q)}&limit=200`)];
      const named = (item['get']?.parameters ?? []).filter(({ required }) => required).map(({ name }) => name);
      return named.includes('from') ? filled.map((one) => `${one}?from=2026-07-01&to=2026-08-20`) : filled;
    });
  }

  it('no answer of any GET says it, to any account', async () => {
    const all = [...addresses(), '/metrics', '/livez', '/readyz'];
    const answered = { good: 0, files: 0 };
    const leaks: object[] = [];
    for (const username of ACCOUNTS) {
      const token = await office.token(username);
      for (let at = 0; at < all.length; at += 6)
        await Promise.all(
          all.slice(at, at + 6).map(async (address) => {
            const { status, bytes } = await look(system.url, address, token);
            const allowed = status === 200 ? allowedFor(username, address) : [];
            const found = traces(
              bytes,
              MARKS.filter((mark) => !allowed.includes(mark)),
            );
            if (status === 200) answered.good += 1;
            if (/^(PK|%PDF)/.test(bytes.toString('latin1', 0, 4))) answered.files += 1;
            if (found.length > 0) leaks.push({ username, address, status, found });
          }),
        );
    }
    expect(leaks).toEqual([]);
    expect(answered.good).toBeGreaterThan(400);
    expect(answered.files).toBeGreaterThan(5);
  }, 180_000);

  it('no search and no stream says it', async () => {
    for (const username of ACCOUNTS)
      for (const q of [...SEARCHES, ground.registered.lookupCode]) {
        const { text } = await ground.post(username, '/search', { q });
        expect({ username, q, found: traces(text) }).toEqual({ username, q, found: [] });
      }
    for (const [i, { heard }] of ground.streams.entries())
      expect({ username: ACCOUNTS[i], found: traces(JSON.stringify(heard)) }).toEqual({
        username: ACCOUNTS[i],
        found: [],
      });
    expect(ground.streams.some(({ heard }) => heard.length > 1)).toBe(true);
  });

  it('nobody but the people named on it sees that it exists', async () => {
    const { registered } = ground;
    const { rows } = await system.database.admin.query<{ username: string }>(
      `SELECT u.username FROM app.app_user u JOIN app.petition p ON u.id = ANY (p.visible_to) WHERE p.id = $1 ORDER BY 1`,
      [registered.id],
    );
    expect(rows.map(({ username }) => username)).toEqual(NAMED.toSorted());
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
        statuses: [NAMED.includes(username) ? 200 : 404],
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
      if (!NAMED.includes(username)) expect({ username, mentions }).toEqual({ username, mentions: false });
    }
    // One who is named on it and sees the whole province finds it under its own agency only.
    for (const list of ['petitions', 'case-files', 'boards/overdue']) {
      const under = async (agency: string) =>
        call(system.url, 'GET', `/${list}?agency=${agency}&limit=200`, { token: await office.token('baomat') });
      expect((await under('XA-HOALOC')).text).not.toContain(
        list === 'petitions' ? registered.id : registered.caseFileId,
      );
    }
    const own = await office.get<{ items: { id: string }[] }>('baomat', '/petitions?agency=XA-TANTHANH');
    expect(own.items.map(({ id }) => id)).toContain(registered.id);
  });

  it('no column of any table of any schema holds it, sealed ones included; nor does a running statement', async () => {
    const { admin } = system.database;
    const { rows: tables } = await admin.query<{ name: string; columns: string[] }>(
      `SELECT format('%I.%I', c.table_schema, c.table_name) AS name, array_agg(c.column_name::text) AS columns
         FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema NOT IN ('pg_catalog', 'information_schema') AND t.table_type = 'BASE TABLE' GROUP BY 1`,
    );
    expect(tables.length).toBeGreaterThan(50);
    for (const { name } of tables) {
      const { rows } = await admin.query<{ line: string }>(`SELECT row_to_json(r)::text AS line FROM ${name} r`);
      // bytea is written in hexadecimal: looked for in that form too.
      expect({ name, found: traces(rows.map(({ line }) => line).join('\n')) }).toEqual({ name, found: [] });
    }
    const sealed = await admin.query(
      'SELECT sealed FROM app.petitioner WHERE petition_id = $1 AND sealed IS NOT NULL AND full_name IS NULL',
      [ground.registered.id],
    );
    expect(sealed.rows).toHaveLength(1);
    const { rows: running } = await admin.query<{ query: string }>('SELECT query FROM pg_stat_activity');
    expect(traces(running.map(({ query }) => query).join('\n'))).toEqual([]);
  });

  it('no file of the data folder, no mail on its way and no line of a log holds it', () => {
    const files = [...filesBelow(system.dataDir)];
    for (const path of files)
      expect({ path, found: [...traces(path), ...traces(readFileSync(path))] }).toEqual({ path, found: [] });
    expect(files.filter((path) => path.includes('blobs')).length).toBeGreaterThan(3);
    expect(readFileSync(join(system.dataDir, 'outgoing.jsonl'), 'utf8')).toContain('@tanthanh.example');
    expect(traces(system.logs())).toEqual([]);
    expect(system.logs()).toContain('"event":"http"');
  });

  it('opens for the people who are named, and for nobody else', async () => {
    const token = await office.token('motcua');
    const { registered, attachments } = ground;
    const { items } = await office.get<{ items: { id: string; fileName: string | null }[] }>(
      'motcua',
      `/petitions/${registered.id}/attachments`,
    );
    expect(items.map(({ fileName }) => fileName)).toEqual([null, null, null]);
    const path = `/petitions/${registered.id}/attachments/${attachments.words}`;
    expect((await call(system.url, 'GET', path, { token })).status).toBe(409);
    const reading = { token, body: { purpose: 'verification' } };
    const opened = await call(system.url, 'POST', `${path}/original-readings`, reading);
    expect(traces(opened.text, IDENTITY_MARKS).length).toBeGreaterThan(0);
    const stranger = { ...reading, token: await office.token('chuyenvien') };
    expect((await call(system.url, 'POST', `${path}/original-readings`, stranger)).status).toBe(404);
    // The camera's notes were gone before the photo was sealed.
    const photo = `/petitions/${registered.id}/attachments/${attachments.photo}/original-readings`;
    const shown = await call(system.url, 'POST', photo, reading);
    expect([shown.status, traces(shown.text, IDENTITY_MARKS)]).toEqual([200, []]);
  });
});

describeWithRedis('where the queue runs on Redis', () => {
  let redis: RedisServer;
  let system: RunningSystem;
  afterAll(async () => {
    await system?.stop();
    await redis?.stop();
  });

  it('nothing of it passes through Redis', async () => {
    redis = await startRedis();
    const watching = await new Redis(redis.url).monitor();
    const passed: string[] = [];
    watching.on('monitor', (_at: string, args: string[]) => passed.push(args.join(' ')));
    system = await startSystem({ worker: true, redisUrl: redis.url });
    await beginOn(system, '2026-07-06');
    const ground = await LeakGround.lay(system);
    await ground.office.advance({ to: '2026-08-20' });
    await eventually('the lapse', async () => {
      const sql = `SELECT 1 FROM app.case_event WHERE type IN ('LAPSE', 'REMIND') LIMIT 1`;
      return (await system.database.admin.query(sql)).rows.length > 0 ? true : null;
    });
    await ground.close();
    expect(passed.some((line) => line.includes('bull'))).toBe(true);
    expect(traces(passed.join('\n'))).toEqual([]);
    const client = new Redis(redis.url);
    const keys = await client.keys('*');
    const kept = await Promise.all(keys.map(async (key) => `${key} ${(await client.dump(key)) ?? ''}`));
    expect([keys.length > 0, traces(kept.join('\n'))]).toEqual([true, []]);
    client.disconnect();
    watching.disconnect();
  }, 120_000);
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
