import { describeWithChromium } from '#testing/support/chromium';
import { CENTRAL, seedCentral } from '../../apps/cli/src/commands/demo/nation/country.js';
import { seedDemo } from '../e2e/support/seed.js';
import { type Desk, Office, PHONE, until } from './support/desk.js';

jest.setTimeout(300_000);

describeWithChromium('official forms on the screen', () => {
  let office: Office;
  let desk: Desk;
  beforeAll(async () => {
    office = await Office.open();
    await seedDemo(office.system, 120);
    desk = await office.desk('lanhdao');
  });
  afterAll(() => office?.close());

  it('a leader reads a form as on paper, follows a number to as many rows, and is offered the file', async () => {
    const { page, goTo, faults } = desk;
    await goTo('/bieu-mau');
    const link = page.getByRole('link', { name: /^Cột 3, / });
    await link.waitFor();
    const value = ((await link.textContent()) ?? '').replaceAll(/\D/g, '');
    expect(Number(value)).toBeGreaterThan(5);
    expect(await page.getByText('Khớp', { exact: true }).count()).toBeGreaterThan(3);
    expect(await page.getByRole('link', { name: 'Tải Excel' }).getAttribute('href')).toMatch(
      /XLD01\/export\?.*format=xlsx/,
    );
    await link.click();
    await page.waitForURL(/bieu-mau\/XLD01\/3/);
    await page.locator('.figure-facts dd').first().waitFor();
    expect(await page.locator('.figure-facts dd').first().textContent()).toBe(`${value} đơn`);
    expect(await page.locator('tbody tr').count()).toBe(Number(value));
    expect(faults).toEqual([]);
  });

  it('an inspector reads an agency’s line as on paper, walks down to its list, and reads the same on a phone', async () => {
    const inspector = await office.desk('thanhtra');
    const { page, goTo, faults } = inspector;
    await goTo('/bieu-mau');
    const line = page.getByRole('row', { name: /UBND xã Tân Thành/ });
    const link = line.getByRole('link', { name: /cột 3, / });
    await link.waitFor();
    const value = Number(await link.textContent());
    expect(value).toBeGreaterThan(5);
    await page.getByRole('rowheader', { name: 'Tổng', exact: true }).waitFor();
    await link.click();
    await page.waitForURL(/line=XA-TANTHANH/);
    await page.getByText(/dòng UBND xã Tân Thành/).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(value);
    await page.setViewportSize(PHONE);
    await goTo('/bieu-mau');
    await page.getByRole('combobox', { name: 'Dòng của biểu' }).click();
    await page.getByTitle(/UBND xã Tân Thành/).click();
    const again = page.getByRole('link', { name: /UBND xã Tân Thành, cột 3, / });
    await again.waitFor();
    expect(Number(await again.textContent())).toBe(value);
    expect(faults).toEqual([]);
  });

  it('who the provinces report to reads a line for each province and walks down to a list', async () => {
    await seedCentral(office.system.database.admin);
    const central = await office.desk(CENTRAL.username);
    const { page, goTo, faults } = central;
    await goTo('/bieu-mau');
    await page.getByRole('row', { name: /Thanh tra Chính phủ \(trực tiếp\)/ }).waitFor();
    await page.getByRole('row', { name: /Tỉnh, thành phố/ }).waitFor();
    const link = page.getByRole('row', { name: /UBND tỉnh/ }).getByRole('link', { name: /cột 3, / });
    const value = Number(await link.textContent());
    expect(value).toBeGreaterThan(5);
    const folder = process.env['PICTURES'];
    if (folder) await page.screenshot({ path: `${folder}/bieu-mau-ca-nuoc.png`, fullPage: true });
    await link.click();
    await page.getByText(/dòng UBND tỉnh/).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(Math.min(value, 100));
    expect(faults).toEqual([]);
  });

  it('an administrator is told what is wrong with a form and where, mends it and finds it among the versions', async () => {
    const { page, goTo, faults } = await office.desk('quantri');
    await goTo('/quan-tri/bieu-mau');
    const link = page.getByRole('link', { name: 'Tải về dữ liệu của biểu XLD04' });
    await link.waitFor();
    const address = (await link.getAttribute('href')) ?? '';
    const model = JSON.parse(decodeURIComponent(address.slice(address.indexOf(',') + 1))) as Record<string, unknown>;
    const content = page.getByLabel('Nội dung tệp');
    await content.fill(JSON.stringify({ ...model, id: 'KNPA-2026', validTo: null, extra: 1 }));
    await page.getByLabel('Văn bản là căn cứ của các cột').fill('Phụ lục thông tư mới');
    await page.getByRole('button', { name: 'Kiểm tra và đưa vào' }).click();
    await page.getByText(/\/extra: không có mục này/).waitFor();
    const mended = JSON.stringify({ ...model, id: 'KNPA-2026', validTo: null });
    await page
      .getByLabel('Tệp dữ liệu của biểu')
      .setInputFiles({ name: 'KNPA-2026.json', mimeType: 'application/json', buffer: Buffer.from(mended) });
    await until(async () => (await content.inputValue()) === mended);
    await page.getByRole('button', { name: 'Kiểm tra và đưa vào' }).click();
    await page.getByText('Đã đưa vào biểu 04/XLD').waitFor();
    await page
      .getByRole('row', { name: /mã KNPA-2026/ })
      .getByRole('button', { name: 'Kết thúc…' })
      .waitFor();
    expect(faults).toEqual([]);
  });

  it('is told that the form in force is not guessed', async () => {
    const { page, goTo } = desk;
    await goTo('/bieu-mau?form=TT06-XLD02');
    await page
      .getByText(/Chưa đối chiếu biểu mẫu gốc/)
      .first()
      .waitFor();
    expect(await page.getByRole('link', { name: 'Tải Excel' }).count()).toBe(0);
  });
});
