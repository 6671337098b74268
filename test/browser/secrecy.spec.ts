import { call, signIn } from '../e2e/support/call.js';
import { register, type Registered } from '../e2e/support/petitions.js';
import { scannedPdf } from '../e2e/support/scan.js';
import { describeWithChromium } from '#testing/support/chromium';
import { type Desk, DESKTOP, Office, PHONE } from './support/desk.js';

const WHO = 'Triệu Wembley Kín';
const SHOTS = process.env.SHOTS_DIR;

describeWithChromium('a protected petition on the screen', () => {
  let office: Office;
  let petition: Registered;
  let attachment: string;

  beforeAll(async () => {
    office = await Office.open({ worker: true });
    const token = await signIn(office.system.url, 'motcua');
    petition = await register(office.system.url, token, {
      ...{ type: 'denunciation', content: 'Cán bộ địa chính nhận tiền', respondent: 'Cán bộ địa chính' },
      petitioners: [{ fullName: WHO, address: 'Thôn 2, xã Tân Thành', phone: '0912345678' }],
    });
    const form = new FormData();
    const scan = scannedPdf({ who: WHO, what: 'nhận tiền khi làm sổ đỏ' });
    form.append('files', new Blob([new Uint8Array(scan)]), `Đơn của ${WHO}.pdf`);
    const path = `/petitions/${petition.id}/attachments`;
    const stored = await call<{ id: string }[]>(office.system.url, 'POST', path, { token, form });
    attachment = stored.body[0]!.id;
  });
  afterAll(() => office?.close());

  const shot = async ({ page }: Desk, name: string): Promise<void> => {
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  };
  const purpose = async ({ page }: Desk): Promise<void> => {
    await page.getByRole('radio', { name: 'Làm việc với người tố cáo khi xác minh' }).check();
    await page.getByRole('button', { name: 'Mở và ghi nhật ký' }).click();
  };

  it('a resolver hides who wrote it, by hand and by keyboard, and gives the copy to the work', async () => {
    const desk = await office.desk('lanhdao');
    await desk.goTo(`/ho-so/${petition.caseFileId}?muc=don`);
    await desk.page.getByText('Chưa có bản làm việc đã che').waitFor();
    await shot(desk, 'don-bao-mat');
    await desk.page.getByRole('link', { name: 'Che thông tin' }).click();
    await desk.page.getByRole('button', { name: 'Mở các trang của bản gốc…' }).click();
    await shot(desk, 'che-hoi-muc-dich');
    await purpose(desk);
    const sheet = desk.page.getByRole('region', { name: 'Trang 1' }).getByRole('img');
    await sheet.waitFor();
    await sheet.scrollIntoViewIfNeeded();
    const at = (await sheet.boundingBox())!;
    await desk.page.mouse.move(at.x + at.width * 0.08, at.y + at.height * 0.08);
    await desk.page.mouse.down();
    await desk.page.mouse.move(at.x + at.width * 0.95, at.y + at.height * 0.17, { steps: 5 });
    await desk.page.mouse.up();
    const second = desk.page.getByRole('region', { name: 'Trang 2' });
    await second.getByRole('button', { name: 'Thêm ô' }).click();
    const box = second.getByRole('button', { name: 'Ô che 1 trang 2' });
    await box.focus();
    await desk.page.keyboard.press('ArrowUp');
    await desk.page.keyboard.press('Shift+ArrowRight');
    expect(await box.evaluate((node) => (node as unknown as { style: { top: string; width: string } }).style.top)).toBe(
      '46.5%',
    );
    await shot(desk, 'che-thong-tin');
    await desk.page.getByRole('button', { name: 'Lập bản làm việc (2 ô che)' }).click();
    await desk.page.getByRole('link', { name: /Bản làm việc đã che \(lần 1/ }).waitFor();
    await shot(desk, 'don-bao-mat-co-ban-lam-viec');
    expect(desk.faults).toEqual([]);
    const token = await signIn(office.system.url, 'lanhdao');
    const address = `/petitions/${petition.id}/attachments/${attachment}`;
    expect((await call(office.system.url, 'GET', address, { token })).headers.get('content-type')).toBe(
      'application/pdf',
    );
    await desk.context.close();
  });

  it('neither the pages nor a name of it stay in the browser', async () => {
    const desk = await office.desk('lanhdao', PHONE);
    await desk.goTo(`/che-thong-tin/${petition.id}/${attachment}`);
    await desk.page.getByRole('button', { name: 'Mở các trang của bản gốc…' }).click();
    await purpose(desk);
    await desk.page.getByRole('region', { name: 'Trang 1' }).getByRole('img').waitFor();
    await shot(desk, 'che-thong-tin-dien-thoai');
    const kept = await desk.page.evaluate<string>(`(async () => {
      const caches_ = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
      const bases = (await indexedDB.databases()).map(({ name }) => name);
      return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, caches_, bases, document.cookie]);
    })()`);
    expect(kept).not.toMatch(/Wembley|page-readings|working-copies|original-readings/);
    await desk.page.emulateMedia({ media: 'print' });
    expect(await desk.page.getByRole('region', { name: 'Trang 1' }).isVisible()).toBe(false);
    await desk.context.close();
  });

  it('an officer with an interest declares it and is out of the file; the superior finds it', async () => {
    const token = await signIn(office.system.url, 'motcua');
    const other = await register(office.system.url, token, {
      ...{ type: 'denunciation', content: 'Cán bộ văn phòng vòi tiền', respondent: 'Cán bộ văn phòng' },
      petitioners: [{ fullName: WHO, address: 'Thôn 2' }],
    });
    const desk = await office.desk('lanhdao', DESKTOP);
    await desk.goTo(`/ho-so/${other.caseFileId}?muc=don`);
    await desk.page.getByRole('button', { name: 'Xung đột lợi ích…' }).click();
    await desk.page.getByRole('combobox', { name: 'Người có xung đột lợi ích' }).click();
    const me = await call<{ fullName: string }>(office.system.url, 'GET', '/me', {
      token: await signIn(office.system.url, 'lanhdao'),
    });
    await desk.page.getByRole('combobox', { name: 'Người có xung đột lợi ích' }).fill(me.body.fullName);
    await desk.page.locator('.ant-select-item-option').first().click();
    await desk.page.getByRole('radio', { name: 'Người thân thích của người bị tố cáo' }).check();
    await shot(desk, 'xung-dot-loi-ich');
    await desk.page.getByRole('button', { name: 'Ghi nhận, thôi cho xem' }).click();
    await desk.page.getByText('Đã ghi nhận xung đột lợi ích của bạn').waitFor();
    await desk.page.goto(`/ho-so/${other.caseFileId}`);
    await desk.page.getByText('Không tìm thấy hồ sơ').first().waitFor();
    const above = await office.desk('lanhdao.tinh');
    await above.goTo(`/ho-so/${other.caseFileId}?muc=don`);
    await above.page.getByText(me.body.fullName).first().waitFor();
    await above.page.getByText('Không được xem, xử lý hồ sơ này').waitFor();
    await shot(above, 'xung-dot-cap-tren');
    await desk.context.close();
    await above.context.close();
  });

  it('a head orders copies for the verifiers and notes a self-disclosure with its day', async () => {
    const desk = await office.desk('lanhdao');
    await desk.goTo(`/ho-so/${petition.caseFileId}?muc=don`);
    await desk.page.getByRole('button', { name: 'Ghi nhận…' }).click();
    await desk.page.getByRole('radio', { name: /tự tiết lộ danh tính/ }).check();
    await desk.page.getByRole('combobox', { name: 'Người đứng đơn' }).click();
    await desk.page.getByText('Người thứ 1 trong đơn').click();
    await desk.page.getByRole('textbox', { name: 'Ngày', exact: true }).fill('01/11/2026');
    await desk.page.getByRole('textbox', { name: 'Ghi ở văn bản nào, số, ngày' }).fill('Bài trên báo ngày 01/11/2026');
    await shot(desk, 'ghi-nhan-tu-tiet-lo');
    await desk.page.getByRole('button', { name: 'Ghi nhận', exact: true }).click();
    await desk.page.getByText('Người đứng đơn thứ 1 đã tự tiết lộ ngày 01/11/2026.').waitFor();
    await shot(desk, 'da-ghi-nhan');
    await desk.context.close();
  });
});
