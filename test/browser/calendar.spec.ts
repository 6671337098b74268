import { openKeyVault } from '#libs/identity';
import { PostgresKeyChecks } from '#libs/persistence';
import { localDate } from '#libs/shared';
import { bulkHistory } from '#testing/bench/support/history';
import { describeWithChromium } from '#testing/support/chromium';
import { type Desk, Office, PHONE, until } from './support/desk.js';
import { shoot } from './support/picture.js';

const TODAY = '2026-11-20';

describeWithChromium('the calendar on the screen', () => {
  let office: Office;
  let desk: Desk;
  let publication = '';
  let met: unknown[] = [];
  const settled = async (): Promise<unknown[]> =>
    (await office.system.database.admin.query('SELECT * FROM app.deadline WHERE closed_at IS NOT NULL ORDER BY id'))
      .rows;
  beforeAll(async () => {
    office = await Office.open();
    const { system } = office;
    const vault = await openKeyVault({
      masterKey: undefined,
      dataDir: system.dataDir,
      checks: new PostgresKeyChecks(system.database.connections.app),
    });
    await bulkHistory(system.database.connections, vault, {
      ...{ petitions: 400, seed: 7, from: localDate('2026-09-25'), today: localDate(TODAY) },
    });
    await system.startWorker();
    desk = await office.desk('quantri');
    met = await settled();
  }, 120_000);
  afterAll(() => office?.close());

  const choose = async (name: string, option: string): Promise<void> => {
    await desk.page.getByRole('combobox', { name }).click();
    await desk.page.locator('.ant-select-item-option', { hasText: option }).first().click();
  };

  it('shows a year with what is off, made up and not confirmed, each with its paper', async () => {
    await desk.goTo('/lich-lam-viec?nam=2026');
    const { page } = desk;
    const row = page.getByRole('row', { name: /^Thứ ba 24\/11\/2026 / });
    await row.waitFor();
    expect(await row.textContent()).toContain('NQ 28/2026/QH16');
    expect(await page.locator('.year-month td.possible').getAttribute('title')).toMatch(
      /23\/11\/2026, mới đề xuất.*chưa xác nhận/,
    );
    expect(await page.locator('.year-month td.off').count()).toBeGreaterThan(10);
    expect(await page.locator('.year-month').count()).toBe(12);
    await shoot(desk, 'lich-nam');
  });

  it('refuses a make-up day that is a working day, in words beside the form', async () => {
    const { page } = desk;
    await desk.goTo('/lich-lam-viec/de-xuat');
    await page.getByRole('textbox', { name: 'Ngày', exact: true }).fill('25/11/2026');
    await page.keyboard.press('Enter');
    await choose('Trở thành', 'Ngày làm bù');
    await page.getByRole('textbox', { name: /^Tên/ }).fill('Làm bù');
    await page.getByRole('textbox', { name: 'Số văn bản quyết định' }).fill('CV 1/VPCP');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    const alert = page.getByRole('alert').first();
    await alert.waitFor();
    expect(await alert.textContent()).toContain('vốn là ngày làm việc');
    await shoot(desk, 'lich-de-xuat-sai');
  });

  it('previews a change of 24 November: which files move, by agency, and why', async () => {
    const { page } = desk;
    await desk.goTo('/lich-lam-viec/de-xuat');
    await page.getByRole('textbox', { name: 'Ngày', exact: true }).fill('24/11/2026');
    await page.keyboard.press('Enter');
    await choose('Trở thành', 'Bãi bỏ');
    await page.getByRole('textbox', { name: /^Tên/ }).fill('Bãi bỏ ngày nghỉ 24/11');
    await page.getByRole('textbox', { name: 'Số văn bản quyết định' }).fill('NQ 99/2026/QH16');
    await shoot(desk, 'lich-de-xuat');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByRole('heading', { name: 'Xem trước thay đổi lịch' }).waitFor();
    const moved = Number((await page.locator('.card .figure').first().textContent())?.replaceAll('.', ''));
    expect(moved).toBeGreaterThan(20);
    const first = page.locator('section[aria-labelledby=rows-title] tbody tr').first();
    await first.waitFor();
    expect(await first.textContent()).toMatch(/24\/11\/2026 được tính: Bãi bỏ ngày nghỉ 24\/11 \(NQ 99\/2026\/QH16\)/);
    await shoot(desk, 'lich-xem-truoc');
    await page.locator('section[aria-labelledby=counts-title] tbody a').first().click();
    await until(() => Promise.resolve(page.url().includes('agency=')));
    await first.waitFor();
    expect(await settled()).toEqual(met);
  });

  it('publishes what was seen; progress survives a reload; what was met did not move', async () => {
    const { page } = desk;
    await page.getByRole('textbox', { name: /^Lý do công bố/ }).fill('Theo nghị quyết của Quốc hội');
    await page.getByRole('button', { name: 'Công bố và tính lại thời hạn' }).click();
    await page.getByRole('heading', { name: /^Công bố lịch lần 1/ }).waitFor();
    publication = page.url();
    await page.reload();
    await page.getByText('Đã tính lại xong').waitFor();
    expect(await page.getByText('Đã tính lại xong').textContent()).toMatch(/Đã dời [1-9]/);
    await shoot(desk, 'lich-ket-qua');
    const file = page.locator('section[aria-labelledby=rows-title] tbody tr a').first();
    await file.click();
    await page.waitForURL(/\/ho-so\//);
    await desk.goTo(`${new URL(page.url()).pathname}?muc=dien-bien`);
    await page
      .getByText(/Tính lại hạn theo lịch nghỉ mới/)
      .first()
      .waitFor();
    expect(await settled()).toEqual(met);
    expect(desk.faults).toEqual([]);
  });

  it('is read by the chairman of the province on a phone, who may change nothing', async () => {
    const chairman = await office.desk('lanhdao.tinh', PHONE);
    await chairman.goTo('/lich-lam-viec?nam=2026');
    await chairman.page.getByRole('row', { name: /^Thứ ba 24\/11\/2026 / }).waitFor();
    expect(await chairman.page.getByRole('button', { name: 'Đề xuất thay đổi' }).count()).toBe(0);
    await shoot(chairman, 'lich-dien-thoai');
    await chairman.goTo(new URL(publication).pathname);
    await chairman.page.getByText('Đã tính lại xong').waitFor();
    await shoot(chairman, 'lich-ket-qua-dien-thoai');
    expect(chairman.faults).toEqual([]);
  });

  it('warns where the days off of a year are missing', async () => {
    await desk.goTo('/lich-lam-viec?nam=2028');
    await desk.page.getByText('Chưa có ngày nghỉ, ngày làm bù nào của năm 2028').waitFor();
  });
});
