import { createHash } from 'node:crypto';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { writeDocument } from '#libs/interchange';
import { repository } from '#testing/support/repository';
import { call } from '../e2e/support/call.js';
import { eventually, Office } from '../e2e/support/cases.js';
import { arriving, Exchange, type Message, type Package } from '../e2e/support/exchange.js';
import { type RunningSystem, startSystem } from '../e2e/support/system.js';

const LOCK = 4_711;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const names = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : []);

/** Where a row is written while `held`, the writer waits: between the file and the commit. */
const HOLD = `
  CREATE FUNCTION app.test_hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock(${LOCK}); RETURN new; END $$;
  CREATE TRIGGER a_test_hold BEFORE UPDATE ON app.axis_message FOR EACH ROW WHEN (new.sent_at IS NOT NULL AND old.sent_at IS NULL) EXECUTE FUNCTION app.test_hold();
  CREATE TRIGGER a_test_hold_in BEFORE INSERT ON app.axis_message FOR EACH ROW WHEN (new.direction = 'in') EXECUTE FUNCTION app.test_hold();
  CREATE TRIGGER a_test_hold BEFORE UPDATE ON app.national_package FOR EACH ROW WHEN (new.delivered_at IS NOT NULL AND old.delivered_at IS NULL) EXECUTE FUNCTION app.test_hold();
  CREATE TRIGGER a_test_hold BEFORE INSERT ON app.attachment FOR EACH ROW EXECUTE FUNCTION app.test_hold();`;

describe('a process killed between the file and the commit', () => {
  let system: RunningSystem;
  let office: Office;
  let exchange: Exchange;
  const started: ChildProcess[] = [];
  beforeAll(async () => {
    system = await startSystem({ environment: { PATH: '/nonexistent' } });
    exchange = new Exchange(system);
    office = new Office(system);
    await system.database.admin.query(HOLD);
    const token = await office.token('quantri');
    await call(system.url, 'POST', '/axis/partners', { token, body: { agency: 'XA-HOALOC', on: true } });
  });
  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL');
    await system?.stop();
  });

  const rows = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await system.database.admin.query<Row>(sql, values)).rows;
  const waiting = async (count: number): Promise<void> => {
    await eventually(`${count} held`, async () => {
      const [found] = await rows<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND objid = ${LOCK} AND NOT granted`,
      );
      return found!.n >= count ? true : null;
    });
  };
  /** Nobody gets past the point while `during` runs; it kills whoever stands there. */
  async function held(during: () => Promise<void>): Promise<void> {
    const client = await system.database.admin.connect();
    try {
      await client.query(`SELECT pg_advisory_lock(${LOCK})`);
      await during();
      await client.query(`SELECT pg_advisory_unlock(${LOCK})`);
    } finally {
      client.release();
    }
    await eventually('the dead are gone', async () => {
      const [found] = await rows<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND objid = ${LOCK}`,
      );
      return found!.n === 0 ? true : null;
    });
  }
  async function killed(child: ChildProcess): Promise<void> {
    const gone = new Promise<void>((done) => child.once('exit', () => done()));
    child.kill('SIGKILL');
    await gone;
  }
  const sendPetition = async (documentNumber: string): Promise<void> => {
    const { caseFileId } = await office.register({ type: 'feedback' });
    await office.step('motcua', caseFileId, 'CLASSIFY', { contentType: 'feedback' });
    await office.step('chuyenvien', caseFileId, 'CHECK_ELIGIBILITY', { eligible: true });
    await office.step('chuyenvien', caseFileId, 'CHECK_COMPETENCE', { competent: false });
    const [agency] = await rows<{ id: number }>(`SELECT id FROM app.agency WHERE code = 'XA-HOALOC'`);
    const to = { receivingBody: 'Ủy ban nhân dân xã Hòa Lộc', receivingAgencyId: agency!.id, documentNumber };
    await office.step('lanhdao', caseFileId, 'TRANSFER', to);
  };
  const newest = async (): Promise<Message> =>
    (await office.get<{ items: Message[] }>('motcua', '/axis/messages?direction=out')).items[0]!;
  const again = async (path: string, who: string): Promise<void> => {
    await call(system.url, 'POST', `${path}/retry`, { token: await office.token(who), body: {} });
  };
  const axisOut = (): string => join(exchange.axis, 'di');
  const axisIn = (): string => join(exchange.axis, 'den');

  it('nothing is lost, nothing goes twice, and no file is left that nobody knows', async () => {
    await sendPetition('61/PC');
    const message = await newest();
    const made = await call<{ id: string }>(system.url, 'POST', '/national/packages', {
      ...{ token: await office.token('lanhdao'), body: {} },
    });
    const packageId = made.body.id;
    const coming = arriving('71');
    exchange.put('axis', 'den-71.edxml', writeDocument(coming));
    let worker = await system.startWorker();
    started.push(worker);
    await held(async () => {
      await waiting(3);
      // The files are there and no carrier sees them yet.
      expect([names(axisOut()), exchange.packages()]).toEqual([[`${message.id}.san-sang`], [`${packageId}.san-sang`]]);
      expect(names(axisIn())).toEqual(['den-71.edxml']);
      await killed(worker);
    });
    expect(await newest()).toMatchObject({ state: 'waiting' });
    expect(await rows('SELECT id FROM app.axis_message WHERE direction = $1', ['in'])).toEqual([]);

    worker = await system.startWorker();
    started.push(worker);
    await again(`/axis/messages/${message.id}`, 'motcua');
    await again(`/national/packages/${packageId}`, 'lanhdao');
    await eventually('all of it', async () => {
      const out = names(axisOut()).includes(`${message.id}.edxml`);
      const { items } = await office.get<{ items: Package[] }>('lanhdao', '/national/packages');
      return out && exchange.seen(packageId) && items[0]?.state === 'delivered' && names(axisIn()).length === 0
        ? true
        : null;
    });
    await eventually('the answer 01', async () => (exchange.statusesTo(coming.documentId).length === 1 ? true : null));
    expect(names(axisOut()).filter((name) => !name.endsWith('.edxml'))).toEqual([]);
    expect(exchange.packages()).toEqual([packageId]);
    const [kept] = await rows<{ hash: string; manifest: string }>(
      `SELECT encode(m.content_hash, 'hex') AS hash, encode(p.manifest_hash, 'hex') AS manifest
         FROM app.axis_message m CROSS JOIN app.national_package p WHERE m.id = $1 AND p.id = $2`,
      [message.id, packageId],
    );
    expect(kept).toEqual({
      hash: sha256(readFileSync(join(axisOut(), `${message.id}.edxml`))),
      manifest: sha256(readFileSync(join(exchange.national, 'di', packageId, 'manifest.json'))),
    });

    // Killed after the commit: what was taken in lies there still, what was laid ready has not gone.
    exchange.put('axis', 'den-71.edxml', writeDocument(coming));
    const sent = join(axisOut(), `${message.id}.edxml`);
    renameSync(sent, join(axisOut(), `${message.id}.san-sang`));
    await eventually('both ends', async () => (existsSync(sent) && names(axisIn()).length === 0 ? true : null));
    expect(await rows('SELECT id FROM app.axis_message WHERE direction = $1', ['in'])).toHaveLength(1);
    expect(exchange.statusesTo(coming.documentId)).toEqual(['01']);
    await killed(worker);
  });

  it('what is taken back while it lies ready never goes', async () => {
    await sendPetition('62/PC');
    const { id } = await newest();
    const worker = await system.startWorker();
    started.push(worker);
    await held(async () => {
      await waiting(1);
      expect(names(axisOut())).toContain(`${id}.san-sang`);
      await killed(worker);
    });
    await rows(
      'UPDATE app.petition_hop SET withdrawn_at = now() WHERE id = (SELECT hop_id FROM app.axis_message WHERE id = $1)',
      [id],
    );
    const next = await system.startWorker();
    started.push(next);
    await eventually('nothing of it', async () => (names(axisOut()).some((name) => name.startsWith(id)) ? null : true));
    expect(await newest()).toMatchObject({ state: 'withdrawn' });
    await killed(next);
  });

  it('a petition entered while the process dies has one number, and its papers come after it', async () => {
    const pdf = (text: string) =>
      Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj %${text}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
    const coming = arriving('72');
    const papers = ['mot.pdf', 'hai.pdf'].map((name) => ({ name, mediaType: 'application/pdf', bytes: pdf(name) }));
    const form = new FormData();
    const bytes = writeDocument({ ...coming, enclosed: [...coming.enclosed, ...papers] });
    form.append('file', new Blob([new Uint8Array(bytes)]), 'goi.edxml');
    const token = await office.token('motcua');
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${system.url}/api/v1/axis/messages`, { method: 'POST', body: form, headers })).status).toBe(
      201,
    );
    const [found] = await rows<{ id: string }>('SELECT id FROM app.axis_message WHERE document_id = $1', [
      coming.documentId,
    ]);
    const address = `/axis/messages/${found!.id}`;
    await held(async () => {
      const cut = call(system.url, 'POST', `${address}/entry`, { token, body: {} }).catch(() => null);
      await waiting(1);
      await killed(system.api);
      expect(await cut).toBeNull();
    });
    const port = new URL(system.url).port;
    const api = spawn(process.execPath, [join(repository, 'dist/apps/api/src/main.js')], {
      ...{ cwd: repository, stdio: 'ignore' as const },
      env: { ...system.environment, PORT: port, DATABASE_URL: system.database.urls.app },
    });
    started.push(api);
    await eventually('the API', async () => (await fetch(`${system.url}/readyz`).catch(() => null))?.ok || null);
    const numbered = () => rows('SELECT id FROM app.petition WHERE forwarder_name = $1', [coming.from.name]);
    expect([await numbered(), await office.get<object>('motcua', address)]).toMatchObject([
      [{}],
      { message: { state: 'entered', unfinished: true } },
    ]);
    const { status, body } = await call<{ petitionId: string }>(system.url, 'POST', `${address}/entry`, {
      token,
      body: {},
    });
    expect([status, (await numbered()).length]).toEqual([201, 1]);
    const { attachments } = await office.get<{ attachments: { fileName: string }[] }>(
      'motcua',
      `/petitions/${body.petitionId}`,
    );
    expect(attachments.map(({ fileName }) => fileName).sort()).toEqual(['hai.pdf', 'mot.pdf']);
    expect(await office.get<object>('motcua', address)).toMatchObject({ message: { unfinished: false }, parts: [] });
  });
});
