import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithChromium } from '#testing/support/chromium';
import { call, signIn } from '../e2e/support/call.js';
import { eventually } from '../e2e/support/cases.js';
import { register, type Registered } from '../e2e/support/petitions.js';
import { shellIsKept, storedInBrowser } from './support/browser-storage.js';
import { type Desk, Office, typePetition, until } from './support/desk.js';

const PHOTO = readFileSync(join(import.meta.dirname, '../../libs/files/fixtures/photo-with-place.jpg'));
const REGISTER = join(import.meta.dirname, '../../libs/intake/fixtures/so-tiep-nhan-2026.xlsx');
/** Writes down what the page sends, byte by byte. */
const SENT = `{
  const send = XMLHttpRequest.prototype.send;
  window.sentBytes = '';
  XMLHttpRequest.prototype.send = function (body) {
    if (body instanceof Blob) body.arrayBuffer().then((bytes) => (window.sentBytes += new TextDecoder('latin1').decode(bytes)));
    return send.call(this, body);
  };
}`;
const scan = (name: string, megabytes: number) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(megabytes * 1024 * 1024), Buffer.from('\n%%EOF')]),
});

interface Attachment {
  readonly id: string;
  readonly fileName: string | null;
  readonly sizeBytes: number;
}

describeWithChromium('files go up', () => {
  let office: Office;
  let token: string;
  beforeAll(async () => {
    office = await Office.open();
    token = await signIn(office.system.url, 'motcua');
  });
  afterAll(() => office?.close());

  const petition = (over: Record<string, unknown> = {}): Promise<Registered> =>
    register(office.system.url, token, over);
  const attachments = async ({ id }: Registered): Promise<readonly Attachment[]> =>
    (await call<{ items: Attachment[] }>(office.system.url, 'GET', `/petitions/${id}/attachments`, { token })).body
      .items;
  const open = async (): Promise<readonly unknown[]> =>
    (await call<{ items: unknown[] }>(office.system.url, 'GET', '/uploads', { token })).body.items;
  const deskAt = async (of: Registered): Promise<Desk> => {
    const desk = await office.desk('motcua');
    await desk.goTo(`/ho-so/${of.caseFileId}`);
    await showPetition(desk);
    return desk;
  };
  /** The panel of the petition stands on a page or behind a tab of it. */
  const showPetition = async ({ page }: Desk): Promise<void> => {
    const heading = page.getByRole('heading', { name: 'Tài liệu kèm theo' });
    const tab = page.getByRole('tab', { name: /^Đơn/ });
    await until(async () => (await heading.count()) > 0 || (await tab.count()) > 0);
    if ((await heading.count()) === 0) await tab.first().click();
    await heading.waitFor();
  };
  const tray = ({ page }: Desk) => page.locator('.upload-tray');
  const choose = async ({ page }: Desk, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> => {
    await page.getByLabel('Chọn tài liệu kèm theo').setInputFiles(file);
    await page.getByRole('button', { name: 'Tải lên 1 tệp' }).click();
  };
  /** Lets so many pieces through and then cuts the network. Answers the offsets the page has sent from. */
  const cutAfter = async ({ context }: Desk, pieces: number): Promise<number[]> => {
    const from: number[] = [];
    await context.route('**/api/v1/uploads/*', async (route) => {
      const request = route.request();
      if (request.method() !== 'PATCH') return route.continue();
      from.push(Number(request.headers()['upload-offset']));
      if (from.length <= pieces) return route.continue();
      if (from.length === pieces + 1) await context.setOffline(true);
      return from.length === pieces + 1 ? route.abort('internetdisconnected') : route.continue();
    });
    return from;
  };

  it('goes on by itself after the network was cut and the page loaded anew, from where it stood', async () => {
    const of = await petition();
    const desk = await deskAt(of);
    const { page, context } = desk;
    await shellIsKept(desk);
    const from = await cutAfter(desk, 2);
    const file = scan('biên bản đo đạc.pdf', 5);
    await choose(desk, file);
    await tray(desk).getByText('Đứt kết nối, sẽ tự tải tiếp').waitFor();
    expect(await storedInBrowser(desk)).not.toContain('đo đạc');
    await page.reload();
    await tray(desk).waitFor({ state: 'detached' });
    await context.setOffline(false);
    await tray(desk).getByText('Đã tải xong').waitFor();
    const [kept] = await attachments(of);
    expect(kept).toMatchObject({ fileName: file.name, sizeBytes: file.buffer.length });
    // Nothing that had arrived was sent a second time.
    expect(Math.min(...from.slice(3))).toBe(2 * 1024 * 1024);
    expect(await storedInBrowser(desk)).not.toMatch(/store (files|uploads) \S/);
    await context.close();
  });

  it('is paused, goes on, and is called off without leaving anything', async () => {
    const of = await petition();
    const desk = await deskAt(of);
    const { page, context } = desk;
    // A slow line: every piece takes its time, and the place on the server is named long after it was asked for.
    await context.route('**/api/v1/uploads/*', async (route) => {
      if (route.request().method() === 'PATCH') await new Promise((later) => setTimeout(later, 400));
      await route.continue().catch(() => undefined);
    });
    let name = (): void => undefined;
    const mayBeNamed = new Promise<void>((done) => (name = done));
    await context.route('**/api/v1/uploads', async (route) => {
      const response = await route.fetch();
      await mayBeNamed;
      await route.fulfill({ response }).catch(() => undefined);
    });
    await choose(desk, scan('ảnh hiện trường.pdf', 6));
    await eventually('the server has a place for it', async () => (await open()).length === 1 || null);
    await page.getByRole('button', { name: 'Tạm dừng tải ảnh hiện trường.pdf' }).click();
    await tray(desk).getByText('Tạm dừng', { exact: true }).waitFor();
    name();
    await page.getByRole('button', { name: 'Tải tiếp ảnh hiện trường.pdf' }).click();
    await tray(desk).getByText('Đã tải xong').waitFor();
    expect((await attachments(of)).map(({ fileName }) => fileName)).toEqual(['ảnh hiện trường.pdf']);
    await page.getByRole('button', { name: 'Bỏ ảnh hiện trường.pdf khỏi danh sách' }).click();
    await choose(desk, scan('nhầm.pdf', 6));
    await tray(desk).getByText('Đang tải lên').waitFor();
    await page.getByRole('button', { name: 'Hủy tải nhầm.pdf' }).click();
    await until(async () => (await tray(desk).count()) === 0);
    await eventually('nothing is left on the server', async () => (await open()).length === 0 || null);
    expect(await attachments(of)).toHaveLength(1);
    await context.close();
  });

  it('turns a photo the right way up and takes place and device out of it before it leaves the machine', async () => {
    const of = await petition();
    const desk = await office.desk('motcua');
    await desk.context.addInitScript(SENT);
    await desk.goTo(`/ho-so/${of.caseFileId}`);
    await showPetition(desk);
    await choose(desk, { name: 'chụp ở nhà ông A.jpg', mimeType: 'image/jpeg', buffer: PHOTO });
    await tray(desk).getByText('Đã tải xong').waitFor();
    const sent = await desk.page.evaluate<string>('window.sentBytes');
    expect(sent.slice(0, 3)).toBe('ÿØÿ');
    expect(sent).not.toMatch(/Exif|GPS|MayAnh|Samsung|Chup tai/);
    const [kept] = await attachments(of);
    const answer = await fetch(`${office.system.url}/api/v1/petitions/${of.id}/attachments/${kept?.id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    // 48 × 32 with orientation 6 becomes 32 × 48 upright.
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    expect([bytes.readUInt16BE(frame + 7), bytes.readUInt16BE(frame + 5)]).toEqual([32, 48]);
    await desk.context.close();
  });

  it('keeps nothing of a denunciation’s file in the browser, and goes on when the same file is chosen again', async () => {
    const of = await petition({ type: 'denunciation' });
    const desk = await office.desk('motcua');
    const { page, context } = desk;
    await desk.goTo(`/ho-so/${of.caseFileId}`);
    await showPetition(desk);
    const file = scan('phiếu thu giả.pdf', 4);
    await cutAfter(desk, 2);
    await choose(desk, file);
    await tray(desk).getByText('Đứt kết nối, sẽ tự tải tiếp').waitFor();
    const stored = await storedInBrowser(desk);
    expect(stored).not.toMatch(/phiếu thu/);
    expect(stored).not.toMatch(/store (files|uploads|outbox|drafts) \S/);
    page.once('dialog', (dialog) => void dialog.accept());
    await context.setOffline(false);
    await context.unroute('**/api/v1/uploads/*');
    await context.route('**/api/v1/uploads/*/finish', (route) => route.abort());
    await page.reload();
    await showPetition(desk);
    await context.unroute('**/api/v1/uploads/*/finish');
    await page.getByText(/^Tài liệu tải dở lúc/).waitFor();
    await page.getByLabel('Chọn lại tệp tải dở').setInputFiles(scan('khác.pdf', 3));
    await page.getByText(/^Không phải tệp đã chọn lần trước/).waitFor();
    await page.getByLabel('Chọn lại tệp tải dở').setInputFiles(file);
    await tray(desk).getByText('Đã tải xong').waitFor();
    expect((await attachments(of)).map(({ sizeBytes }) => sizeBytes)).toEqual([file.buffer.length]);
    expect(await storedInBrowser(desk)).not.toMatch(/store (files|uploads|outbox|drafts) \S/);
    await context.close();
  });

  it('says in the tray what the rules refuse, while the receipt is already printed', async () => {
    const desk = await office.desk('motcua');
    const { page } = desk;
    await desk.goTo('/tiep-nhan');
    await page
      .getByLabel('Chọn tài liệu kèm theo')
      .setInputFiles([
        { name: 'đơn.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]) },
        scan('đơn quét.pdf', 1),
      ]);
    await page.locator('#petitioners_0_personalId').focus();
    await typePetition(desk, { name: 'Trịnh Văn Phước', content: 'Khiếu nại việc không cấp giấy chứng nhận.' });
    await page.keyboard.press('F9');
    await page.locator('.receipt .number').waitFor();
    await tray(desk)
      .getByText(/^Không nhận: Không nhận chương trình/)
      .waitFor();
    await tray(desk).getByText('Đã tải xong').waitFor();
    await desk.context.close();
  });

  it('follows long work with a bar that survives a reload, moves by itself and can be stopped', async () => {
    const desk = await office.desk('motcua');
    const { page } = desk;
    await desk.goTo('/nhap-so');
    await page.getByLabel('Tệp sổ .xlsx').setInputFiles(REGISTER);
    await page.waitForURL(/nhap-so\/.+/);
    await page.getByRole('button', { name: /^Đăng ký \d+ dòng$/ }).waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const { admin } = office.system.database;
    // An import that has stopped for breath in the middle.
    const at = (done: number) =>
      admin.query(`UPDATE app.import_batch SET state = 'importing', done_rows = $2 WHERE id = $1`, [id, done]);
    await at(0);
    await page.reload();
    await at(100);
    await page.getByText(/Đăng ký các dòng của sổ · 100 trong \d+ dòng/).waitFor();
    await page.reload();
    await page.getByText(/100 trong \d+ dòng · còn khoảng/).waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await at(200);
    await page.getByText(/200 trong \d+ dòng/).waitFor();
    expect(asked.filter((path) => path === '/api/v1/live/works').length).toBeLessThanOrEqual(1);
    await page.getByRole('button', { name: 'Hủy' }).click();
    await page.getByText('Đợt nhập đã dừng theo yêu cầu.').waitFor();
    await desk.context.close();
  });
});
