import { describeWithChromium } from '#testing/support/chromium';
import { eventually } from '../e2e/support/cases.js';
import { keptAfter, shellIsKept, storedInBrowser } from './support/browser-storage.js';
import { type Desk, Office, registerNumber, typePetition, until } from './support/desk.js';

const CUT = 'Mất kết nối – các đơn soạn được giữ trên máy này';
const open = async (office: Office): Promise<Desk> => {
  const desk = await office.desk('motcua');
  await desk.goTo('/tiep-nhan');
  await shellIsKept(desk);
  return desk;
};
/** A store that was asked to open and never answers, neither well nor badly. */
const SILENT_STORE = `{
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (name) {
    const request = open.call(this, name + ' of another');
    request.addEventListener = () => undefined;
    return request;
  };
}`;
const saved = ({ page }: Pick<Desk, 'page'>) => page.getByText(/^Đã lưu trên máy này \d\d:\d\d:\d\d, CHƯA đăng ký$/);
const bar = ({ page }: Desk) => page.locator('.connection-bar');
/** What the browser says about a request that cannot leave is not a fault of the page. */
const faultsBut = (desk: Desk) =>
  desk.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(fault));

describeWithChromium('the counter without the network', () => {
  let office: Office;
  beforeAll(async () => (office = await Office.open()));
  afterAll(() => office?.close());

  const inTheBook = async (content: string): Promise<number> => {
    const { rows } = await office.system.database.admin.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM app.petition WHERE content = $1',
      [content],
    );
    return rows[0]?.n ?? -1;
  };

  it('keeps what is typed within two seconds, typing on, and shows it again after a reload without the network', async () => {
    const desk = await open(office);
    const { page, context } = desk;
    await page.locator('#content').click();
    const typing = page.keyboard.type('Đề nghị xem xét lại mức bồi thường về đất của gia đình tôi', { delay: 90 });
    expect(await Promise.race([saved(desk).waitFor(), typing.then(() => 'typed to the end, nothing saved')])).toBe(
      undefined,
    );
    await typing;
    await keptAfter(desk, () => page.keyboard.press('.'));
    await context.setOffline(true);
    await page.reload();
    await page.getByText(/^Đã mở lại bản soạn lưu trên máy này/).waitFor();
    expect(await page.locator('#content').inputValue()).toBe(
      'Đề nghị xem xét lại mức bồi thường về đất của gia đình tôi.',
    );
    await bar(desk).getByText(CUT).waitFor();
    const stored = await storedInBrowser(desk);
    expect(stored).toContain('key extractable=false');
    expect(stored).toContain('petition-');
    expect(stored).not.toContain('bồi thường');
    expect(stored).not.toMatch(/cached [^\n]*\/api\//);
    expect(faultsBut(desk)).toEqual([]);
    await context.close();
  });

  it('sends a petition saved without the network once when it is back, with two tabs open, and gives its receipt', async () => {
    const desk = await open(office);
    const { page, context } = desk;
    const second = await context.newPage();
    await second.goto('/so-tiep-nhan');
    await second.locator('h1').waitFor();
    await context.setOffline(true);
    const content = 'Khiếu nại việc tính thiếu diện tích khi thu hồi đất, nộp lúc mất mạng.';
    await typePetition(desk, { name: 'Phan Thị Bích Liên', birth: '1969', address: 'Ấp 3, xã Tân Thành', content });
    await page.keyboard.press('F9');
    await page.getByRole('heading', { name: 'Đơn được giữ trên máy này, CHƯA đăng ký' }).waitFor();
    await bar(desk).getByText('1 đơn chờ gửi, CHƯA đăng ký').waitFor();
    expect(await page.locator('.receipt').count()).toBe(0);
    expect(await storedInBrowser(desk)).not.toContain('Bích Liên');
    // A screen that has not been opened before comes up too.
    await page.getByRole('link', { name: 'Xem các đơn chờ gửi' }).click();
    await page.getByText('Phan Thị Bích Liên').waitFor();
    await page.getByText('Chờ có mạng, CHƯA đăng ký').waitFor();
    await page.reload();
    await bar(desk).getByText('1 đơn chờ gửi, CHƯA đăng ký').waitFor();
    expect(await inTheBook(content)).toBe(0);

    await context.setOffline(false);
    const link = bar(desk).getByText(/^Đã đăng ký đơn số .+: in biên nhận$/);
    await link.waitFor();
    await second
      .locator('.connection-bar')
      .getByText(/^Đã đăng ký đơn số/)
      .waitFor();
    expect(await inTheBook(content)).toBe(1);
    await link.click();
    await page.getByRole('button', { name: 'In biên nhận' }).click();
    expect(await registerNumber(desk)).toMatch(/\d/);
    await page.getByRole('button', { name: /Nhận đơn tiếp theo/ }).click();
    await page.getByText('Không có đơn nào chờ gửi trên máy này.').waitFor();
    expect(await inTheBook(content)).toBe(1);
    expect(faultsBut(desk)).toEqual([]);
    await context.close();
  });

  it('keeps a petition that the book refuses, with the reason, and opens it again to be corrected', async () => {
    const desk = await open(office);
    const { page, context } = desk;
    await context.setOffline(true);
    const content = 'Đề nghị sửa chữa đường liên ấp, hư hỏng nhiều năm.';
    await page.getByLabel('Chọn tài liệu kèm theo').setInputFiles({
      name: 'giấy ủy quyền.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\nủy quyền\n%%EOF'),
    });
    await page.locator('#petitioners_0_personalId').focus();
    await typePetition(desk, { personalId: '12345', name: 'Đặng Văn Thọ', content });
    await page.keyboard.press('F9');
    await page.getByRole('heading', { name: /CHƯA đăng ký$/ }).waitFor();
    await context.setOffline(false);
    await bar(desk).getByText('1 đơn chưa đăng ký được, cần sửa').click();
    await page.getByText(/chữ số/).waitFor();
    await page.getByRole('button', { name: 'Mở lại để sửa' }).click();
    await page.getByText(/^Đã mở lại bản soạn/).waitFor();
    expect(await page.locator('#content').inputValue()).toBe(content);
    await page.getByText('giấy ủy quyền.pdf').waitFor();
    await page.locator('#petitioners_0_personalId').fill('');
    await page.keyboard.press('F9');
    await page.locator('.receipt .number').waitFor();
    expect(await inTheBook(content)).toBe(1);
    // Its file came along.
    await page.locator('.upload-tray').getByText('Đã tải xong').waitFor();
    await context.close();
  }, 120_000);

  it('remembers of a kept petition that it doubles another: refused, opened again, registered and linked', async () => {
    const desk = await open(office);
    const { page, context } = desk;
    const content = 'Khiếu nại việc không được hỗ trợ di dời nhà ở khỏi hành lang tuyến kênh Mới.';
    await typePetition(desk, { name: 'Thạch Thị Sa Rây', birth: '1958', address: 'Ấp 6, xã Tân Thành', content });
    await page.keyboard.press('F9');
    const first = (await registerNumber(desk)) ?? '';
    await page.getByRole('button', { name: /Nhận đơn tiếp theo/ }).click();
    await page.locator('#petitioners_0_fullName').fill('Thạch Thị Sa Rây');
    await page.locator('#petitioners_0_personalId').fill('12345');
    await page.locator('#content').fill(`${content} Gửi thêm một bản.`);
    await page
      .getByRole('button', { name: /So sánh hai đơn/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Là đơn trùng' }).click();
    await page.getByText('Sẽ ghi là đơn trùng').waitFor();
    await context.setOffline(true);
    await page.keyboard.press('F9');
    await page.getByRole('heading', { name: /CHƯA đăng ký$/ }).waitFor();
    await page.reload();
    await context.setOffline(false);
    await bar(desk).getByText('1 đơn chưa đăng ký được, cần sửa').click();
    await page.getByText('Được ghi là đơn trùng với một đơn trước').waitFor();
    await page.getByRole('button', { name: 'Mở lại để sửa' }).click();
    await page.getByText('Sẽ ghi là đơn trùng').waitFor();
    await page.locator('#petitioners_0_personalId').fill('');
    await context.setOffline(true);
    await page.keyboard.press('F9');
    await page.getByRole('heading', { name: /CHƯA đăng ký$/ }).waitFor();
    await context.setOffline(false);
    await bar(desk)
      .getByText(/^Đã đăng ký đơn số/)
      .waitFor();
    const links = await eventually('the double to be written down', async () => {
      const { rows } = await office.system.database.admin.query<{ kind: string; label: string }>(
        `SELECT l.kind, o.register_label AS label FROM app.petition_link l JOIN app.petition o ON o.id = l.to_petition
           JOIN app.petition p ON p.id = l.from_petition WHERE p.content LIKE '%hành lang tuyến kênh Mới. Gửi thêm%'`,
      );
      return rows.length > 0 ? rows : null;
    });
    expect(links).toEqual([{ kind: 'duplicate', label: expect.stringMatching(/\d+\/\d{4}/) as string }]);
    expect(first).toContain(links[0]?.label ?? '–');
    await context.close();
  }, 120_000);

  it('asks to sign in again where the session ended meanwhile, and then sends', async () => {
    const desk = await open(office);
    const { page, context } = desk;
    await context.setOffline(true);
    const content = 'Khiếu nại quyết định xử phạt vi phạm hành chính về xây dựng, phiên hết hạn.';
    await typePetition(desk, { name: 'Nguyễn Hữu Lộc', content });
    await page.keyboard.press('F9');
    await page.getByRole('heading', { name: /CHƯA đăng ký$/ }).waitFor();
    await context.clearCookies();
    await context.setOffline(false);
    const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết hạn' });
    await dialog.getByLabel('Mật khẩu').fill('nghedan');
    expect(await inTheBook(content)).toBe(0);
    await dialog.getByRole('button', { name: 'Đăng nhập' }).click();
    await bar(desk)
      .getByText(/^Đã đăng ký đơn số/)
      .waitFor();
    expect(await inTheBook(content)).toBe(1);
    await context.close();
  });

  it('writes nothing of a denunciation down, with or without the network, and says that it must wait', async () => {
    const desk = await open(office);
    const { page, context } = desk;
    await page.getByText('Tố cáo', { exact: true }).click();
    await page.locator('#petitioners_0_fullName').fill('Lâm Quốc Bảo');
    await page.locator('#content').fill('Nhận tiền của người dân để cấp giấy phép.');
    await page.getByText('Không lưu nháp trên máy').waitFor();
    await context.setOffline(true);
    await page.keyboard.press('F9');
    await page.getByText('Mất kết nối: đơn này phải chờ có mạng').waitFor();
    await page.waitForTimeout(1_500);
    const stored = await storedInBrowser(desk);
    expect(stored).not.toMatch(/Lâm Quốc|Nhận tiền/);
    expect(stored).not.toMatch(/store (drafts|outbox|files) \S/);
    await context.setOffline(false);
    await until(async () => (await bar(desk).count()) === 0);
    await page.keyboard.press('F9');
    await page.locator('.receipt .number').waitFor();
    expect(await storedInBrowser(desk)).not.toMatch(/Lâm Quốc|Nhận tiền/);
    await context.close();
  });

  it('takes back a draft whose words turn out to denounce, whatever type is chosen', async () => {
    const desk = await open(office);
    const { page, context } = desk;
    await page.locator('#content').fill('Tôi viết đơn này để ');
    await saved(desk).waitFor();
    expect(await storedInBrowser(desk)).toContain('store drafts 0:petition-');
    await page.locator('#content').fill('Tôi viết đơn này để tố cáo ông trưởng ấp.');
    await page.getByText(/đơn có thể có nội dung tố cáo$/).waitFor();
    await until(async () => !(await storedInBrowser(desk)).includes('store drafts 0:petition-'));
    await context.close();
  });

  it('signs out where the network says nothing, and the server hears of it afterwards', async () => {
    const { page, context } = await open(office);
    let asked = 0;
    await page.route('**/api/v1/auth/logout', (route) => ((asked += 1) === 1 ? undefined : route.continue()));
    await page.getByRole('button', { name: /^Đăng xuất/ }).click();
    await page.getByRole('heading', { name: 'Nghe Dân' }).waitFor();
    await until(async () => (await context.request.get('/api/v1/me')).status() === 401);
    expect(asked).toBe(2);
    await context.close();
  });

  it('comes up and signs out where the browser’s own store says nothing', async () => {
    const { page, context } = await office.desk('motcua');
    await page.addInitScript(SILENT_STORE);
    await page.goto('/tiep-nhan');
    await page.locator('#content').fill('Đề nghị xem xét lại mức bồi thường về đất của gia đình tôi');
    expect(await saved({ page }).count()).toBe(0);
    await page.getByRole('button', { name: /^Đăng xuất/ }).click();
    await page.getByRole('heading', { name: 'Nghe Dân' }).waitFor();
    await until(async () => (await context.request.get('/api/v1/me')).status() === 401);
    await context.close();
  });

  it('leaves nothing behind after signing out, even where the network is away', async () => {
    const desk = await open(office);
    const { page, context } = desk;
    await page.locator('#content').fill('Kiến nghị về nước sạch ở ấp 5.');
    await saved(desk).waitFor();
    await context.setOffline(true);
    await page.getByRole('button', { name: /^Đăng xuất/ }).click();
    await page.getByRole('button', { name: 'Xóa và đăng xuất' }).click();
    await page.waitForURL(/dang-nhap/);
    const stored = await storedInBrowser(desk);
    expect(stored).not.toContain('key extractable');
    expect(stored).not.toMatch(/store (drafts|outbox|files) \S/);
    await context.setOffline(false);
    await page.reload();
    await page.getByRole('heading', { name: 'Nghe Dân' }).waitFor();
    // The server has heard of it too.
    expect(
      await eventually('the session ended', async () =>
        (await context.request.get('/api/v1/me')).status() === 401 ? 401 : null,
      ),
    ).toBe(401);
    await context.close();
  });
});
