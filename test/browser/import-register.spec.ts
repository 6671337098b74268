import { join } from 'node:path';
import { describeWithChromium } from '#testing/support/chromium';
import { type Desk, Office, until } from './support/desk.js';

const REGISTER = join(import.meta.dirname, '../../libs/intake/fixtures/so-tiep-nhan-2026.xlsx');

const figure = async ({ page }: Desk, caption: string): Promise<number> =>
  Number((await page.locator('.card').filter({ hasText: caption }).locator('.figure').textContent())?.replace('.', ''));

describeWithChromium('an old register comes in', () => {
  let office: Office;
  beforeAll(async () => (office = await Office.open()));
  afterAll(() => office?.close());

  it('is read and shown row by row, registered, and taken back with a reason', async () => {
    const desk = await office.desk('motcua');
    const { page } = desk;
    await desk.goTo('/nhap-so');
    await page.getByLabel('Tệp sổ .xlsx').setInputFiles(REGISTER);
    await page.waitForURL(/nhap-so\/.+/);
    const commit = page.getByRole('button', { name: /^Đăng ký \d+ dòng$/ });
    await commit.waitFor();
    const coming = await figure(desk, 'Sẽ vào sổ');
    const kept = await figure(desk, 'Có lỗi, chưa vào sổ được');
    expect(coming).toBeGreaterThan(200);
    expect({ rows: await figure(desk, 'Dòng có dữ liệu') }).toEqual({ rows: coming + kept });
    expect(await figure(desk, 'Đổi từ bảng mã cũ')).toBeGreaterThan(0);
    await page.getByRole('cell', { name: 'Không vào sổ' }).first().waitFor();
    await page.getByRole('tab', { name: /^Đọc được/ }).click();
    await page.getByRole('cell', { name: 'Đơn có nội dung được bảo mật' }).first().waitFor();
    await page.getByText('TCVN3 (.VnTime)').first().waitFor();
    await page.getByRole('tab', { name: /^Có thể là gửi lại/ }).click();
    await page.getByRole('cell', { name: /\d+ %/ }).first().waitFor();

    await commit.click();
    await page.getByText(`${coming} dòng đã vào sổ`).waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: 'Xem sổ tiếp nhận' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sổ tiếp nhận' }).waitFor();
    await page.locator('tbody tr').nth(20).waitFor();
    const shown = await page.locator('tbody tr').count();
    await page.getByRole('button', { name: 'Xem thêm' }).click();
    await until(async () => (await page.locator('tbody tr').count()) > shown);

    await page.goBack();
    await page.getByRole('button', { name: 'Hoàn tác đợt nhập…' }).click();
    const dialog = page.getByRole('dialog');
    await until(async () => {
      await dialog.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
      return dialog.getByText('Ghi rõ lý do').isVisible();
    });
    await dialog.getByLabel('Lý do hoàn tác').fill('Nhập nhầm sổ của năm khác.');
    await dialog.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
    await page.getByText(/^Đã hoàn tác lúc/).waitFor({ timeout: 60_000 });
    expect(desk.faults).toEqual([]);
  });

  it('refuses a file that is no register, in words, and nothing comes in', async () => {
    const desk = await office.desk('motcua');
    await desk.goTo('/nhap-so');
    const notARegister = { name: 'so.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004 hỏng') };
    await desk.page.getByLabel('Tệp sổ .xlsx').setInputFiles(notARegister);
    await desk.page.getByRole('alert').waitFor();
    expect(await desk.page.getByRole('alert').textContent()).toMatch(/[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡ]/);
    expect(desk.page.url()).toMatch(/nhap-so$/);
  });
});
