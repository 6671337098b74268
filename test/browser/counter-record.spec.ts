import { describeWithChromium } from '#testing/support/chromium';
import { pdfPages } from '#testing/support/read-pdf';
import { call, signIn } from '../e2e/support/call.js';
import { register, today } from '../e2e/support/petitions.js';
import { inBookOrder, unseenBetween } from '../../apps/web/src/register/book-rows.js';
import { type Desk, Office } from './support/desk.js';
import { pick } from './support/file-steps.js';

const item = (registerNumber: number, year: number) =>
  ({
    registerNumber,
    registerLabel: `${registerNumber}/${year}`,
    receivedOn: `${year}-05-05`,
    id: `${registerNumber}`,
  }) as Parameters<typeof inBookOrder>[0][number];

it('runs the book by year and number, and counts the numbers it does not show', () => {
  const rows = inBookOrder([item(10, 2026), item(9, 2026), item(2, 2025), item(12, 2026)]);
  expect(rows.map(({ registerLabel }) => registerLabel)).toEqual(['2/2025', '9/2026', '10/2026', '12/2026']);
  expect([unseenBetween(rows), unseenBetween([])]).toEqual([1, 0]);
});

describeWithChromium('the register after the counter', () => {
  let office: Office;
  let desk: Desk;
  let clerk: string;
  beforeAll(async () => {
    office = await Office.open();
    desk = await office.desk('motcua');
    clerk = await signIn(office.system.url, 'motcua');
  });
  afterAll(() => office?.close());
  const enter = (over: Record<string, unknown> = {}) => register(office.system.url, clerk, over);
  const openPetition = (caseFileId: string) => desk.goTo(`/ho-so/${caseFileId}?muc=don`);

  it('puts a typing error right with a reason and shows what stood there before', async () => {
    const { page } = desk;
    const { caseFileId } = await enter({
      petitioners: [{ fullName: 'Lê Thị Gõnhầm', address: 'Thôn 1, xã Tân Thành' }],
    });
    await openPetition(caseFileId);
    await page.getByRole('button', { name: /Sửa sai sót/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Sửa sai sót của đơn số/ });
    await dialog.getByLabel('Lý do sửa').fill('Gõ nhầm khi nhập từ đơn giấy');
    await dialog.getByRole('button', { name: 'Ghi điều đúng' }).click();
    await dialog.getByText('Chưa có mục nào khác').waitFor();
    await dialog.getByLabel('Họ và tên').fill('Lê Thị Đúngtên');
    await dialog.getByLabel('Số định danh cá nhân').fill('123');
    await dialog.getByRole('button', { name: 'Ghi điều đúng' }).click();
    await dialog
      .getByText(/Số định danh có 3 chữ số/)
      .first()
      .waitFor();
    await dialog.getByLabel('Số định danh cá nhân').fill('');
    await dialog.getByRole('button', { name: 'Ghi điều đúng' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: 'Đã sửa sai sót 1 lần' }).waitFor();
    await page.locator('.corrections del').getByText('Lê Thị Gõnhầm').waitFor();
    await page.getByText('Lý do: Gõ nhầm khi nhập từ đơn giấy').waitFor();
    expect(desk.faults).toEqual([]);
  });

  it('puts a person’s sex and commune right, and names both in the history', async () => {
    const { page } = desk;
    const { caseFileId } = await enter({
      petitioners: [{ fullName: 'Lò Văn Páo', birthDate: '1969', sex: 'female', address: 'Bản 3' }],
    });
    await openPetition(caseFileId);
    await page.getByRole('button', { name: /Sửa sai sót/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Sửa sai sót của đơn số/ });
    await pick(desk, dialog.getByRole('combobox', { name: 'Giới tính' }), 'Nam');
    await pick(desk, dialog.getByRole('combobox', { name: 'Xã, phường hiện nay' }), 'Tân Thành');
    const commune = (await dialog.locator('.ant-select').nth(1).textContent())?.replace('×', '').trim() ?? '';
    await dialog.getByLabel('Lý do sửa').fill('Gõ nhầm khi nhập từ đơn giấy');
    await dialog.getByRole('button', { name: 'Ghi điều đúng' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const history = page.locator('.corrections');
    await history.getByText('Giới tính (người thứ 1): nữ → nam').waitFor();
    expect(commune).toContain('Tân Thành');
    await history.getByText(`Xã, phường (người thứ 1): để trống → ${commune}`).waitFor();
    expect(desk.faults).toEqual([]);
  });

  it('corrects a sealed petition without showing anything of it', async () => {
    const { page } = desk;
    const { caseFileId } = await enter({
      type: 'denunciation',
      petitioners: [{ fullName: 'Người Quokka', address: 'Ngõ Quokka' }],
      content: 'Tố cáo cán bộ nhận tiền ở quán Quokka',
      respondent: 'Cán bộ địa chính',
    });
    await openPetition(caseFileId);
    await page.getByRole('button', { name: /Sửa sai sót/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Sửa sai sót của đơn số/ });
    await dialog.getByText('các ô để trống, chỉ nhập mục cần sửa').waitFor();
    expect(await dialog.getByLabel('Họ và tên').inputValue()).toBe('');
    await dialog.getByLabel('Họ và tên').fill('Người Quokka Hai');
    await dialog.getByLabel('Lý do sửa').fill('Gõ thiếu tên đệm');
    await dialog.getByRole('button', { name: 'Ghi điều đúng' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Lý do: được bảo mật').waitFor();
    await page.getByText('Họ và tên (người thứ 1)').waitFor();
    expect(await page.locator('main').textContent()).not.toContain('Quokka');
  });

  it('voids a number with its reason, and no longer offers to correct it', async () => {
    const { page } = desk;
    const { caseFileId, registerLabel } = await enter();
    await openPetition(caseFileId);
    await page.getByRole('button', { name: 'Hủy số này…' }).click();
    const dialog = page.getByRole('dialog', { name: `Hủy số ${registerLabel}` });
    await dialog.getByLabel('Lý do', { exact: true }).fill('Cùng một đơn vào sổ hai lần');
    await dialog.getByRole('button', { name: 'Hủy số', exact: true }).click();
    await page.getByText('Số này đã hủy, vẫn giữ trong sổ').waitFor();
    expect(await page.getByRole('button', { name: /Sửa sai sót/ }).count()).toBe(0);
  });

  it('prints the register as the paper book: A4 across, its head on each page, voided numbers with their reason', async () => {
    const { page } = desk;
    for (let i = 0; i < 24; i++)
      await enter({ content: `Khiếu nại mái tôn nhà số ${i} trên đường liên xã bị tháo dỡ` });
    await desk.goTo('/so-tiep-nhan?q=mai%20ton');
    await page.locator('tbody tr').first().waitFor();
    await page.getByRole('link', { name: 'In sổ' }).click();
    await page.getByText('(trích theo điều kiện lọc)').waitFor();
    await page.getByRole('button', { name: 'In cả kỳ, không lọc' }).click();
    const book = page.getByRole('article', { name: 'Sổ tiếp nhận đơn' });
    await book.getByText(/Số đã hủy: Cùng một đơn vào sổ hai lần/).waitFor();
    await book.getByText(/^Cộng \d+ số, từ số 1\/\d{4} đến số/).waitFor();
    const numbers = await book.locator('tbody tr:not(.book-end) td:first-child').allTextContents();
    expect(numbers.map((label) => Number(label.split('/')[0]))).toEqual(numbers.map((_, i) => i + 1));
    expect(await book.textContent()).not.toContain('Quokka');
    await page.getByRole('button', { name: 'In sổ' }).click();
    expect(await page.evaluate('window.printed')).toBe(1);
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const boxes = [...bytes.toString('latin1').matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(boxes.length).toBeGreaterThan(1);
    for (const [, width, height] of boxes) expect(Number(width)).toBeGreaterThan(Number(height));
    const [pages = []] = await pdfPages([bytes]);
    expect(pages.every((words) => words.includes('Tóm tắt nội dung'))).toBe(true);
    expect(pages.at(-1)).toContain('THỦ TRƯỞNG CƠ QUAN');
    expect(desk.faults).toEqual([]);
  }, 180_000);

  it('finds a unit whose rank has ended, says what it is now, and keeps the old address as written', async () => {
    const { page } = desk;
    await desk.goTo('/tiep-nhan');
    await page.locator('#petitioners_0_fullName').fill('Phan Thị Cũ');
    await page.locator('#petitioners_0_address').fill('Khu phố 3, thị trấn Trảng Bom, huyện Trảng Bom');
    await page.locator('#unit-0').focus();
    await page.keyboard.type('xa trang bom');
    await page.getByText(/tên, cấp cũ đến 29\/04\/2026; nay là Phường Trảng Bom, Đồng Nai/).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.person').getByText('Phường Trảng Bom, Đồng Nai').first().waitFor();
    await page.locator('#content').fill('Kiến nghị về việc đổi giấy tờ sau khi sắp xếp đơn vị hành chính.');
    await page.keyboard.press('F9');
    await page.locator('.receipt').waitFor();
    await page.getByRole('link', { name: 'Mở hồ sơ' }).click();
    await page.waitForURL(/\/ho-so\//);
    await page.goto(`${page.url().split('?')[0]}?muc=don`);
    await page.getByText('Khu phố 3, thị trấn Trảng Bom, huyện Trảng Bom').first().waitFor();
    await desk.goTo('/tiep-nhan');
    for (const [typed, shown] of [
      ['hoang sa', 'Đặc khu Hoàng Sa, Đà Nẵng'],
      ['truong sa', 'Đặc khu Trường Sa, Khánh Hòa'],
    ] as const) {
      await page.locator('#unit-0').fill(typed);
      await page.locator('.ant-select-item-option').getByText(shown, { exact: true }).waitFor();
    }
  });

  it('lets nobody correct who keeps no register', async () => {
    const { caseFileId, id } = await enter();
    const leader = await office.desk('lanhdao');
    await leader.goTo(`/ho-so/${caseFileId}?muc=don`);
    await leader.page
      .getByText(/^Đơn số/)
      .first()
      .waitFor();
    expect(await leader.page.getByRole('button', { name: /Sửa sai sót/ }).count()).toBe(0);
    const token = await signIn(office.system.url, 'lanhdao');
    const answer = await call(office.system.url, 'POST', `/petitions/${id}/corrections`, {
      token,
      body: { reason: 'Thử sửa khi không giữ sổ', field: `Khác ${today()}` },
    });
    expect(answer.status).toBe(403);
  });
});
