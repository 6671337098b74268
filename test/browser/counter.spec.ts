import { describeWithChromium } from '#testing/support/chromium';
import { storedInBrowser } from './support/browser-storage.js';
import { Office, registerNumber, typePetition, until } from './support/desk.js';

const HOA = {
  personalId: '075161004321',
  name: 'Đặng Thị Hoà',
  birth: '1961',
  address: 'Ấp Tân Lập, xã Tân Thành',
  respondent: 'Chủ tịch UBND xã Tân Thành',
  content: 'Đề nghị xem xét lại việc thu hồi 320 m2 đất vườn, mức bồi thường thấp hơn các hộ liền kề.',
};

describeWithChromium('the counter', () => {
  let office: Office;
  beforeAll(async () => (office = await Office.open()));
  afterAll(() => office?.close());

  it('signs in by form, refuses a wrong password in words, and shows each role its own work', async () => {
    const desk = await office.desk(null);
    const { page } = desk;
    await desk.goTo('/so-tiep-nhan');
    await page.getByLabel('Tên đăng nhập').fill('motcua');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('sai-mat-khau');
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .filter({ hasText: /mật khẩu/i })
      .waitFor();
    await page.getByLabel('Mật khẩu', { exact: true }).fill('nghedan');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Sổ tiếp nhận' }).waitFor();
    await page.getByText('Vài bước giới thiệu').waitFor();
    await page.getByRole('button', { name: 'Thôi giới thiệu' }).click();
    const menu = page.getByRole('navigation', { name: 'Chức năng' });
    expect(await menu.getByRole('link', { name: 'Nhập sổ Excel' }).count()).toBe(1);
    expect(await menu.getByRole('link', { name: 'Toàn vẹn nhật ký' }).count()).toBe(0);
    await page.getByRole('button', { name: /^Đăng xuất/ }).click();
    await page.getByRole('button', { name: /thanhtra/ }).click();
    await page.getByRole('heading', { name: 'Bảng điều hành' }).waitFor();
    expect(await menu.getByRole('link', { name: 'Toàn vẹn nhật ký' }).count()).toBe(1);
    expect(await menu.getByRole('link', { name: 'Tiếp nhận đơn' }).count()).toBe(0);
    expect(desk.faults).toEqual([]);
  });

  it('registers with the keyboard alone and prints a receipt that says nothing of the matter', async () => {
    const desk = await office.desk('motcua');
    const { page } = desk;
    await desk.goTo('/tiep-nhan');
    await typePetition(desk, { ...HOA, unit: 'tan thanh' });
    await page.getByText(/^Đã lưu trên máy này \d\d:\d\d:\d\d, CHƯA đăng ký$/).waitFor();
    await page.keyboard.press('F9');
    await page.locator('.receipt').waitFor();
    expect(await registerNumber(desk)).toMatch(/1\/\d{4}$/);
    await until(() => page.evaluate<boolean>('window.printed === 1'));
    const paper = (await page.locator('.receipt').textContent()) ?? '';
    for (const secret of ['khiếu nại', 'thu hồi', 'Hoà', 'UBND xã Tân Thành,', HOA.personalId])
      expect(paper.toLowerCase()).not.toContain(secret.toLowerCase());

    const code = (await page.locator('.receipt .code').first().textContent()) ?? '';
    const citizen = await office.desk(null, { width: 390, height: 844 });
    await citizen.goTo(`/tra-cuu/${code}`);
    await citizen.page.getByText('Cơ quan nhận đơn ngày').waitFor();
    await citizen.page.getByLabel('Mã tra cứu trên giấy biên nhận').fill('AAAA-BBBB-CCCC');
    await citizen.page.keyboard.press('Enter');
    await citizen.page.getByText('Không tìm thấy đơn với mã này').waitFor();

    await page.keyboard.press('Alt+n');
    await page.locator('#petitioners_0_personalId').waitFor();
    expect(await page.locator('#petitioners_0_fullName').inputValue()).toBe('');
    expect(desk.faults).toEqual([]);
  });

  it('says while typing that the same was sent before, and registers it as a resend', async () => {
    const desk = await office.desk('motcua');
    const { page } = desk;
    await desk.goTo('/tiep-nhan');
    await typePetition(desk, {
      name: 'Dang Thi Hoa',
      birth: '1961',
      address: 'Ap Tan Lap',
      content: 'De nghi xem xet lai viec thu hoi 320 m2 dat vuon, muc boi thuong thap hon cac ho lien ke',
    });
    const known = page
      .getByRole('complementary', { name: 'Đối chiếu đơn đã có' })
      .locator('li')
      .filter({ hasText: 'Đặng Thị Hoà' });
    await known.getByText(/giống \d\d %/).waitFor();
    expect(await known.locator('.reasons li').count()).toBeGreaterThan(1);
    await known.getByRole('button', { name: 'Là đơn gửi lại' }).click();
    await page.keyboard.press('F9');
    await page.locator('.receipt').waitFor();
    await page.keyboard.press('F2');
    await page.getByRole('heading', { name: 'Sổ tiếp nhận' }).waitFor();
    await until(() => page.evaluate<boolean>('document.activeElement.ariaLabel === "Tìm trong sổ"'));
    await page.keyboard.type('hoa');
    await page.waitForURL(/q=hoa/);
    const rows = page.locator('tbody tr');
    await rows.filter({ hasText: 'Đặng Thị Hoà' }).waitFor();
    await rows.filter({ hasText: 'Dang Thi Hoa' }).getByText('gửi lại').waitFor();
  });

  it('does nothing on Enter while an input method composes', async () => {
    const desk = await office.desk('motcua');
    await desk.goTo('/tiep-nhan');
    const name = desk.page.locator('#petitioners_0_fullName');
    await name.focus();
    await name.dispatchEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229, bubbles: true });
    expect(await desk.page.evaluate('document.activeElement.id')).toBe('petitioners_0_fullName');
    await name.press('Enter');
    expect(await desk.page.evaluate('document.activeElement.id')).toBe('petitioners_0_birth');
  });

  it('keeps a draft over a reload, but never one of a denunciation', async () => {
    const desk = await office.desk('motcua');
    const { page } = desk;
    const stored = () => storedInBrowser(desk);
    await desk.goTo('/tiep-nhan');
    await page.locator('#petitioners_0_fullName').fill('Người Viết Dở');
    await page.getByText(/^Đã lưu/).waitFor();
    await page.reload();
    await page.getByText(/Đã mở lại bản soạn/).waitFor();
    expect(await page.locator('#petitioners_0_fullName').inputValue()).toBe('Người Viết Dở');
    await page.getByText('Tố cáo', { exact: true }).click();
    await page.getByText('Không lưu nháp trên máy').waitFor();
    expect(await stored()).not.toContain('Người Viết Dở');
    await page.locator('#content').fill('Tố cáo cán bộ địa chính xã nhận tiền khi làm thủ tục đất đai.');
    await page.getByText('niêm phong ngay khi đăng ký').waitFor();
    await page.keyboard.press('F9');
    await page.locator('.receipt').waitFor();
    expect(await page.locator('.receipt .code').count()).toBe(2);
    expect(await page.locator('.receipt').textContent()).not.toMatch(/tố cáo/i);
    expect(await stored()).not.toContain('địa chính');

    for (const person of ['motcua', 'chuyenvien', 'lanhdao', 'lanhdao.tinh']) {
      const other = await office.desk(person);
      await other.goTo('/so-tiep-nhan');
      await other.page.locator('tbody tr').first().waitFor();
      expect(await other.page.locator('main').textContent()).not.toMatch(/Người Viết Dở|địa chính/);
    }
  });

  it('keeps what was typed when the session ends, and goes on after the password', async () => {
    const desk = await office.desk('motcua2');
    const { page } = desk;
    await desk.goTo('/tiep-nhan');
    await page.locator('#petitioners_0_fullName').fill('Nguyễn Văn Sáng');
    await page.locator('#content').fill('Phản ánh đèn đường hỏng đã ba tháng ở ấp Tân Lập, đề nghị sửa chữa.');
    await desk.context.request.post('/api/v1/auth/logout', { headers: { 'x-requested-with': 'test' } });
    await page.keyboard.press('F9');
    const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết hạn' });
    await dialog.getByLabel('Mật khẩu', { exact: true }).fill('nghedan');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.locator('#petitioners_0_fullName').inputValue()).toBe('Nguyễn Văn Sáng');
    await page.keyboard.press('F9');
    await page.locator('.receipt').waitFor();
  });
});
