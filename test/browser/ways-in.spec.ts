import { describeWithChromium } from '#testing/support/chromium';
import { call, DEMO_PASSWORD, signIn } from '../e2e/support/call.js';
import { eventually } from '../e2e/support/cases.js';
import { register } from '../e2e/support/petitions.js';
import { codeAt } from '../e2e/support/sign-in-tools.js';
import { type Desk, DESKTOP, Office, PHONE } from './support/desk.js';

const SHOTS = process.env['NGHE_DAN_SHOTS'];

const OPEN_LIST = '.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option';

/** Opens the select and takes the answer that begins so. */
async function pick({ page }: Desk, label: string, words: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await field.click();
  if (await field.isEditable()) await page.keyboard.type(words);
  await page.locator(OPEN_LIST).filter({ hasText: words }).first().click();
}

describeWithChromium('ways in, on the screen', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ environment: { NGHE_DAN_SECOND_FACTOR: 'administrators' } });
  });
  afterAll(() => office?.close());

  const picture = async ({ page }: Desk, name: string): Promise<void> => {
    if (!SHOTS) return;
    await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
    const size = page.viewportSize();
    await page.setViewportSize(PHONE);
    await page.screenshot({ path: `${SHOTS}/${name}-phone.png`, fullPage: true });
    if (size) await page.setViewportSize(size);
  };

  /** From the password to the codes on paper; answers the secret and the codes. */
  async function enrol(desk: Desk): Promise<{ secret: string; codes: string[] }> {
    const { page } = desk;
    await page.getByLabel('Mật khẩu đang dùng').fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: 'Bắt đầu đăng ký' }).click();
    await page.getByRole('img', { name: /Mã QR/ }).waitFor();
    await picture(desk, 'ma-xac-thuc-quet-ma');
    const secret = ((await page.locator('.factor-secret').textContent()) ?? '').replaceAll(' ', '');
    await page.getByLabel('Mã 6 số').fill(codeAt(secret));
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByRole('list', { name: 'Mã dự phòng' }).waitFor();
    await picture(desk, 'ma-xac-thuc-ma-du-phong');
    const codes = await page.locator('.recovery-codes code').allTextContents();
    await page.getByRole('button', { name: 'Đã cất mã dự phòng' }).click();
    return { secret, codes };
  }

  it('an officer ends a session that is not theirs, on the page that the top bar leads to', async () => {
    const desk = await office.desk('chuyenvien');
    const elsewhere = await signIn(office.system.url, 'chuyenvien');
    await desk.goTo('/');
    await desk.page.getByRole('link', { name: 'Bảo mật tài khoản' }).click();
    await desk.page.getByRole('heading', { name: 'Phiên đăng nhập của tôi' }).waitFor();
    await desk.page.getByText('Phiên này').waitFor();
    await picture(desk, 'bao-mat-tai-khoan');
    await desk.page.getByRole('button', { name: /Thu hồi phiên Chương trình khác/ }).click();
    await desk.page.getByText('Chương trình khác').waitFor({ state: 'detached' });
    expect((await call(office.system.url, 'GET', '/me', { token: elsewhere })).status).toBe(401);
    expect(desk.faults).toEqual([]);
  });

  it('a session in use ends after its hours: the page says why, and what was being written stays', async () => {
    const desk = await office.desk('motcua2');
    const { page } = desk;
    await desk.goTo('/tiep-nhan');
    await page.locator('#content').fill('Phản ánh cống thoát nước đầu hẻm bị tắc đã hai tuần.');
    await office.system.database.admin.query(
      `UPDATE app.session s SET created_at = s.created_at - interval '12 hours', ends_at = s.ends_at - interval '12 hours'
         FROM app.app_user u WHERE u.id = s.user_id AND u.username = 'motcua2'`,
    );
    await eventually('the end of the session', async () =>
      (await desk.context.request.get('/api/v1/me')).status() === 401 ? true : null,
    );
    await page.keyboard.press('F9');
    const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết thời gian' });
    await dialog.getByText('nhiều nhất 12 giờ').waitFor();
    await picture(desk, 'phien-het-gio');
    await dialog.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.locator('#content').inputValue()).toContain('cống thoát nước');
  });

  it('an officer sets up a code, comes in with it, then with a code on paper', async () => {
    const desk = await office.desk('motcua');
    await desk.goTo('/bao-mat-tai-khoan');
    await desk.page.getByRole('button', { name: 'Đăng ký mã xác thực…' }).click();
    const { secret, codes } = await enrol(desk);
    expect(codes).toHaveLength(10);
    await desk.page.getByText('10 mã dự phòng').waitFor();

    const again = await office.desk(null);
    for (const code of [codeAt(secret, 1), codes[0]!]) {
      await again.context.clearCookies();
      await again.goTo('/dang-nhap');
      await again.page.getByLabel('Tên đăng nhập').fill('motcua');
      await again.page.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD);
      await again.page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
      const field = again.page.getByLabel('Mã xác thực', { exact: true });
      await field.waitFor();
      await picture(again, 'dang-nhap-ma-xac-thuc');
      await field.fill('000000');
      await again.page.keyboard.press('Enter');
      await again.page.getByText('Mã xác thực không đúng').waitFor();
      await field.fill(code);
      await again.page.keyboard.press('Enter');
      await again.page.getByRole('link', { name: 'Bảo mật tài khoản' }).waitFor();
    }
    expect([...desk.faults, ...again.faults]).toEqual([]);
  });

  it('an administrator sees nothing but the setting up of a code until there is one', async () => {
    // Nothing of theirs is answered yet, so that the introduction cannot be put away either.
    const first = await office.desk('quantri', DESKTOP, { fresh: true });
    await first.goTo('/quan-tri/tai-khoan');
    await first.page.getByRole('heading', { name: 'Đăng ký mã xác thực' }).waitFor();
    await picture(first, 'phai-dang-ky-ma');
    await enrol(first);
    await first.page.getByRole('heading', { name: 'Tài khoản', exact: true }).waitFor();
    expect(first.faults).toEqual([]);
    await first.context.close();

    const desk = await office.desk('quantri');
    const { page } = desk;
    const { rows } = await office.system.database.admin.query<{ id: number }>(
      `SELECT id FROM app.app_user WHERE username = 'motcua'`,
    );
    await desk.goTo(`/quan-tri/tai-khoan/${rows[0]!.id}`);
    await page.getByRole('button', { name: /Xóa mã xác thực/ }).click();
    await page.getByText('Chưa có mã xác thực').waitFor();
    await picture(desk, 'tai-khoan-cach-dang-nhap');
    expect(desk.faults).toEqual([]);
  });

  it('in an emergency the administrator lends a role; the inspector sees who, why and what was done', async () => {
    const { url } = office.system;
    const clerk = await signIn(url, 'motcua2');
    const petition = await register(url, clerk);
    const desk = await office.desk('quantri');
    await desk.goTo('/truy-cap-khan-cap');
    await desk.page.getByRole('button', { name: 'Mở truy cập khẩn cấp…' }).click();
    const { rows } = await office.system.database.admin.query<{ username: string; name: string; id: number }>(
      `SELECT username, full_name AS name, id FROM app.app_user WHERE username IN ('motcua2', 'thanhtra')`,
    );
    const nameOf = (username: string) => rows.find((row) => row.username === username)!.name;
    await pick(desk, 'Mở cho ai', nameOf('motcua2'));
    await pick(desk, 'Vai trò mở tạm, tại cơ quan của người ấy', 'Trưởng phòng');
    await pick(desk, 'Người thứ hai được báo ngay', nameOf('thanhtra'));
    await desk.page.getByLabel('Lý do khẩn cấp').fill('Trưởng phòng đi cứu hộ bão, hồ sơ đến hạn hôm nay');
    await picture(desk, 'truy-cap-khan-cap-mo');
    await desk.page.getByRole('button', { name: 'Mở và báo người thứ hai' }).click();
    await desk.page.getByText('Đang mở đến').waitFor();

    const lent = await signIn(url, 'motcua2');
    const { headers } = await call(url, 'GET', `/case-files/${petition.caseFileId}`, { token: lent });
    const done = await call(url, 'POST', `/case-files/${petition.caseFileId}/events`, {
      token: lent,
      body: { type: 'ASSIGN_OFFICER', assigneeId: rows.find(({ username }) => username === 'motcua2')!.id },
      headers: { 'if-match': headers.get('etag') ?? '' },
    });
    expect(done.status).toBe(200);

    const inspector = await office.desk('thanhtra');
    await inspector.goTo('/truy-cap-khan-cap');
    await inspector.page.getByRole('button', { name: '1 việc đã làm bằng vai trò này' }).click();
    await inspector.page.getByRole('link', { name: /^hồ sơ / }).waitFor();
    await picture(inspector, 'truy-cap-khan-cap-thanh-tra');
    expect(await inspector.page.getByRole('button', { name: 'Kết thúc ngay' }).count()).toBe(0);
    await desk.page.getByRole('button', { name: 'Kết thúc ngay' }).click();
    await desk.page.getByText(/Kết thúc sớm/).waitFor();
    expect([...desk.faults, ...inspector.faults]).toEqual([]);
  });
});
