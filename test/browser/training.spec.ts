import { describeWithChromium } from '#testing/support/chromium';
import { Office as Officers } from '../e2e/support/cases.js';
import { Office, PHONE } from './support/desk.js';
import { shoot } from './support/picture.js';

describeWithChromium('practice on the screen', () => {
  let office: Office;
  let officers: Officers;
  beforeAll(async () => {
    office = await Office.open({ owner: true });
    officers = new Officers(office.system);
    await officers.register();
  });
  afterAll(() => office?.close());

  it('is switched on by the administrator; from then on every screen has the red stripe, signed in or not', async () => {
    const desk = await office.desk('quantri');
    const { page } = desk;
    await desk.goTo('/tap-huan');
    await page.getByText('Đang tắt').waitFor();
    expect(await page.locator('.training-stripe').count()).toBe(0);
    await page.getByRole('textbox', { name: /^Lý do bật/ }).fill('Tập huấn cho cán bộ một cửa');
    await page.getByRole('button', { name: 'Bật chế độ tập huấn' }).click();
    await page.locator('.training-stripe').waitFor();
    await page.getByText('Đang bật').waitFor();
    await shoot(desk, 'tap-huan');
    for (const [person, path] of [
      ['motcua', '/tiep-nhan'],
      ['lanhdao', '/qua-han'],
      [null, '/tra-cuu'],
      [null, '/dang-nhap'],
    ] as const) {
      const other = await office.desk(person, PHONE);
      await other.goTo(path);
      await other.page.getByText('BẢN TẬP HUẤN').first().waitFor();
      await shoot(other, `tap-huan${path.replace('/', '-')}`);
      expect(
        await other.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
      ).toBe(0);
      expect(other.faults).toEqual([]);
      await other.context.close();
    }
    expect(desk.faults).toEqual([]);
  });

  it('is printed across the page', async () => {
    const desk = await office.desk('motcua');
    await desk.goTo('/so-tiep-nhan');
    const mark = desk.page.locator('.training-watermark');
    await mark.waitFor({ state: 'attached' });
    expect(await mark.isVisible()).toBe(false);
    await desk.page.emulateMedia({ media: 'print' });
    expect(await mark.isVisible()).toBe(true);
    expect(await mark.textContent()).toBe('BẢN TẬP HUẤN');
    await shoot(desk, 'tap-huan-ban-in');
  });

  it('is taken back to where it began, with a progress that survives a reload', async () => {
    const before = await officers.get<{ items: object[] }>('motcua', '/petitions');
    await officers.register();
    await officers.register();
    const desk = await office.desk('quantri');
    const { page } = desk;
    await desk.goTo('/tap-huan');
    await page.getByRole('button', { name: 'Đưa về ban đầu…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đưa về ban đầu' }).click();
    await page.getByRole('progressbar').waitFor();
    await page.reload();
    await page.getByText(/^Đã đưa về ban đầu/).waitFor();
    await shoot(desk, 'tap-huan-ve-dau');
    expect((await officers.get<{ items: object[] }>('motcua', '/petitions')).items).toHaveLength(before.items.length);
    await page.getByRole('textbox', { name: /^Lý do tắt/ }).fill('Hết buổi tập huấn');
    await page.getByRole('button', { name: 'Tắt chế độ tập huấn' }).click();
    await page.locator('.training-stripe').waitFor({ state: 'detached' });
    expect(desk.faults).toEqual([]);
  });
});
