import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { call, signIn } from './support/call.js';
import { eventually } from './support/cases.js';
import { register, type Registered } from './support/petitions.js';
import { type RunningSystem, startSystem } from './support/system.js';

const PHOTO = readFileSync(join(import.meta.dirname, '../../libs/files/fixtures/photo-with-place.jpg'));
const pdf = (size: number, words = 'Đơn kèm theo'): Buffer =>
  Buffer.concat([Buffer.from(`%PDF-1.7\n${words}\n`), randomBytes(size), Buffer.from('\n%%EOF')]);
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const TUS = { 'tus-resumable': '1.0.0' };

interface Attachment {
  readonly id: string;
  readonly fileName: string | null;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

describe('files that come a piece at a time', () => {
  let system: RunningSystem;
  let token: string;
  let petition: Registered;
  let sealed: Registered;
  beforeAll(async () => {
    system = await startSystem();
    token = await signIn(system.url, 'motcua');
    petition = await register(system.url, token);
    sealed = await register(system.url, token, { type: 'denunciation' });
  });
  afterAll(() => system?.stop());

  const begin = (size: number, over: { token?: string; petitionId?: string; metadata?: string } = {}) =>
    call(system.url, 'POST', '/uploads', {
      token: over.token ?? token,
      headers: {
        ...TUS,
        'upload-length': String(size),
        'upload-metadata':
          over.metadata ?? `petitionId ${Buffer.from(over.petitionId ?? petition.id).toString('base64')}`,
      },
    });
  const begun = async (size: number, petitionId = petition.id): Promise<string> => {
    const { status, text, headers } = await begin(size, { petitionId });
    if (status !== 201) throw new Error(`No upload: ${status} ${text}`);
    const location = headers.get('location') ?? '';
    expect(location).toMatch(/^\/api\/v1\/uploads\/[0-9a-f-]{36}$/);
    return location.slice('/api/v1/uploads/'.length);
  };
  const send = (id: string, offset: number, bytes: Buffer, by = token) =>
    call(system.url, 'PATCH', `/uploads/${id}`, {
      token: by,
      headers: { ...TUS, 'upload-offset': String(offset) },
      raw: { type: 'application/offset+octet-stream', body: bytes },
    });
  const offset = async (id: string, by = token): Promise<number | string> => {
    const { status, headers } = await fetch(`${system.url}/api/v1/uploads/${id}`, {
      method: 'HEAD',
      headers: { ...TUS, authorization: `Bearer ${by}` },
    });
    return status === 200 ? Number(headers.get('upload-offset')) : `status ${status}`;
  };
  const finish = (id: string, body: object, by = token) =>
    call<Attachment & { code?: string }>(system.url, 'POST', `/uploads/${id}/finish`, { token: by, body });
  const partial = (id: string): string => join(system.dataDir, 'uploads', id);
  const download = async (of: Registered, attachment: string, by = token): Promise<Buffer> => {
    const answer = await fetch(`${system.url}/api/v1/petitions/${of.id}/attachments/${attachment}`, {
      headers: { authorization: `Bearer ${by}` },
    });
    expect(answer.status).toBe(200);
    return Buffer.from(await answer.arrayBuffer());
  };

  it('go on where the wire was cut and become the same attachment as one sent at once', async () => {
    const bytes = pdf(3_000_000);
    const id = await begun(bytes.length);
    // The wire is cut in the middle of the body.
    await new Promise<void>((cut) => {
      const headers = {
        ...TUS,
        authorization: `Bearer ${token}`,
        'content-type': 'application/offset+octet-stream',
        'content-length': bytes.length,
        'upload-offset': 0,
      };
      const half = request(`${system.url}/api/v1/uploads/${id}`, { method: 'PATCH', headers }, () => undefined);
      half.on('error', () => cut());
      half.write(bytes.subarray(0, 1_000_003), () => setTimeout(() => half.destroy(), 200));
    });
    const arrived = await eventually('what has come', async () => {
      const at = await offset(id);
      return typeof at === 'number' && at > 0 ? at : null;
    });
    expect(arrived).toBeLessThanOrEqual(1_000_003);
    expect((await send(id, arrived + 1, bytes.subarray(arrived + 1))).status).toBe(409);
    expect((await finish(id, { fileName: 'don.pdf' })).body).toMatchObject({ code: 'UPLOAD.NOT_COMPLETE' });
    // Two more pieces, of odd lengths.
    const middle = arrived + 777_777;
    expect((await send(id, arrived, bytes.subarray(arrived, middle))).headers.get('upload-offset')).toBe(
      String(middle),
    );
    expect((await send(id, middle, bytes.subarray(middle))).status).toBe(204);
    expect(await offset(id)).toBe(bytes.length);
    const made = await finish(id, { fileName: 'C:\\Quét\\đơn.pdf', sha256: sha256(bytes) });
    expect([made.status, made.body]).toMatchObject([
      201,
      { fileName: 'đơn.pdf', mediaType: 'application/pdf', sizeBytes: bytes.length, sha256: sha256(bytes) },
    ]);
    expect(sha256(await download(petition, made.body.id))).toBe(sha256(bytes));
    expect(existsSync(partial(id))).toBe(false);
    // The answer was lost: asked again it is the same, and there is one file.
    expect((await finish(id, { fileName: 'đơn.pdf' })).body.id).toBe(made.body.id);
    const { body } = await call<{ items: Attachment[] }>(system.url, 'GET', `/petitions/${petition.id}/attachments`, {
      token,
    });
    expect(body.items.filter(({ sha256: hash }) => hash === sha256(bytes))).toHaveLength(1);
  });

  it('become one attachment where two finish them at once', async () => {
    const bytes = pdf(50_000);
    const id = await begun(bytes.length);
    await send(id, 0, bytes);
    const both = await Promise.all([1, 2, 3].map(() => finish(id, { fileName: 'hai lần.pdf' })));
    expect(new Set(both.map(({ body }) => body.id)).size).toBe(1);
    expect(both.map(({ status }) => status)).toEqual([201, 201, 201]);
  });

  it('never lie in plain text on the disk, and those of a denunciation end sealed', async () => {
    const words = 'Kế toán trưởng nhận tiền';
    const bytes = Buffer.concat([Buffer.from(`%PDF-1.7\n${words.repeat(500)}\n`), Buffer.from('%%EOF')]);
    const id = await begun(bytes.length, sealed.id);
    await send(id, 0, bytes.subarray(0, 7_001));
    const lying = () =>
      readdirSync(join(system.dataDir, 'uploads')).map((name) => readFileSync(join(system.dataDir, 'uploads', name)));
    expect(lying().some((file) => file.includes(Buffer.from('Kế toán')) || file.includes(Buffer.from('%PDF')))).toBe(
      false,
    );
    await send(id, 7_001, bytes.subarray(7_001));
    expect(lying().some((file) => file.includes(Buffer.from('Kế toán')))).toBe(false);
    expect(statSync(partial(id)).size).toBe(bytes.length);
    const made = await finish(id, { fileName: 'tố cáo kế toán.pdf' });
    expect(made.status).toBe(201);
    expect(readdirSync(join(system.dataDir, 'uploads')).filter((name) => name.startsWith(id))).toEqual([]);
    const blobs = readdirSync(join(system.dataDir, 'blobs'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    expect(blobs.length).toBeGreaterThan(0);
    expect(blobs.some((blob) => blob.includes(Buffer.from('Kế toán')))).toBe(false);
    expect(system.logs()).not.toMatch(/kế toán/i);
  });

  it('are their sender’s alone, and only for petitions that person may add to', async () => {
    await system.database.admin.query(
      `INSERT INTO app.app_user (username, full_name, password_hash, roles, agency_id, demo)
       SELECT 'xakhac', 'Người Xã Khác', password_hash, '{receptionist}', (SELECT id FROM app.agency WHERE code = 'XA-HOALOC'), true
         FROM app.app_user WHERE username = 'motcua'`,
    );
    const [other, chairman] = await Promise.all([signIn(system.url, 'xakhac'), signIn(system.url, 'lanhdao')]);
    const bytes = pdf(1_000);
    const id = await begun(bytes.length);
    for (const stranger of [other, await signIn(system.url, 'chuyenvien')]) {
      expect(await offset(id, stranger)).toBe('status 404');
      expect((await send(id, 0, bytes, stranger)).status).toBe(404);
      expect((await finish(id, { fileName: 'x.pdf' }, stranger)).status).toBe(404);
      expect((await call(system.url, 'DELETE', `/uploads/${id}`, { token: stranger })).status).toBe(404);
    }
    expect((await begin(10, { token: other })).status).toBe(404);
    expect((await begin(10, { token: chairman })).status).toBe(403);
    expect((await call(system.url, 'POST', '/uploads', { headers: { ...TUS, 'upload-length': '1' } })).status).toBe(
      401,
    );
    const list = await call<{ items: { id: string }[] }>(system.url, 'GET', '/uploads', { token: other });
    expect(list.body.items).toEqual([]);
    expect((await call(system.url, 'DELETE', `/uploads/${id}`, { token })).status).toBe(204);
    expect(existsSync(partial(id))).toBe(false);
    expect(await offset(id)).toBe('status 404');
  });

  it('keep the length that was said at the beginning', async () => {
    const id = await begun(3);
    const again = await call(system.url, 'PATCH', `/uploads/${id}`, {
      token,
      headers: { ...TUS, 'upload-offset': '0', 'upload-length': '33' },
      raw: { type: 'application/offset+octet-stream', body: Buffer.from('abc') },
    });
    expect([again.status, again.body['code']]).toEqual([400, 'UPLOAD.LENGTH_SAID']);
    expect((await send(id, 0, Buffer.from('abc'))).status).toBe(204);
  });

  it('are refused by the rules of any attachment, in words, and leave nothing', async () => {
    expect((await begin(21 * 1024 * 1024)).body).toMatchObject({ code: 'FILE.TOO_LARGE' });
    expect((await begin(100, { metadata: 'filename eA==' })).body).toMatchObject({ code: 'UPLOAD.PETITION' });
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]);
    const id = await begun(program.length);
    await send(id, 0, program);
    expect((await finish(id, { fileName: 'đơn.pdf' })).body).toMatchObject({ code: 'FILE.PROGRAM' });
    expect(existsSync(partial(id))).toBe(false);
    const [chosen, another] = [pdf(900), pdf(900)];
    const mixed = await begun(chosen.length);
    await send(mixed, 0, chosen.subarray(0, 400));
    await send(mixed, 400, another.subarray(400));
    expect((await finish(mixed, { fileName: 'đơn.pdf', sha256: sha256(chosen) })).body).toMatchObject({
      code: 'UPLOAD.DIFFERENT_FILE',
    });
    const tooMuch = await begun(10);
    expect((await send(tooMuch, 0, pdf(100))).status).toBeGreaterThanOrEqual(400);
    expect(await offset(tooMuch)).toBe(0);
  });

  it('lose place and device when they are photos, whichever way they are sent', async () => {
    const id = await begun(PHOTO.length);
    await send(id, 0, PHOTO);
    const pieces = await finish(id, { fileName: 'ảnh.jpg', sha256: sha256(PHOTO) });
    const form = new FormData();
    form.append('files', new Blob([PHOTO]), 'ảnh.jpg');
    const atOnce = await call<Attachment[]>(system.url, 'POST', `/petitions/${petition.id}/attachments`, {
      token,
      form,
    });
    for (const made of [pieces.body, atOnce.body[0]]) {
      const kept = await download(petition, made?.id ?? '');
      expect(kept.toString('latin1')).not.toMatch(/GPS|MayAnh|Chup tai|Samsung/);
      expect(kept.subarray(0, 2)).toEqual(PHOTO.subarray(0, 2));
      expect(made?.sizeBytes).toBe(kept.length);
      // Orientation 6 is kept, alone.
      expect(kept.includes(Buffer.from([0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, 0x06]))).toBe(true);
    }
  });

  it('are dropped by the worker a day after their last byte', async () => {
    const [old, fresh] = [await begun(500), await begun(500)];
    for (const id of [old, fresh]) await send(id, 0, pdf(1).subarray(0, 5));
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    utimesSync(partial(old), yesterday, yesterday);
    await system.database.admin.query(
      `UPDATE app.upload SET created_at = now() - interval '25 h' WHERE id = ANY ($1)`,
      [[old, fresh]],
    );
    await system.startWorker();
    await eventually('the worker tidied up', async () => {
      const left = [partial(old), `${partial(old)}.json`].filter((path) => existsSync(path));
      return left.length === 0 && (await offset(old)) === 'status 404' ? true : null;
    });
    expect(await offset(fresh)).toBe(5);
  });
});
