import { describeWithChromium } from '#testing/support/chromium';
import { call, signIn } from '../e2e/support/call.js';
import { seedDemo } from '../e2e/support/seed.js';
import { type Desk, Office, PHONE, until } from './support/desk.js';

jest.setTimeout(300_000);

describeWithChromium('reports that are issued, and an inspector with them', () => {
  let office: Office;
  let lanhdao: Desk;
  let thanhtra: Desk;
  beforeAll(async () => {
    office = await Office.open();
    await seedDemo(office.system, 120);
    lanhdao = await office.desk('lanhdao');
    thanhtra = await office.desk('thanhtra');
  });
  afterAll(() => office?.close());

  const picture = async ({ page }: Desk, name: string): Promise<void> => {
    const folder = process.env['PICTURES'];
    if (!folder) return;
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
    await page.setViewportSize(PHONE);
    await page.screenshot({ path: `${folder}/${name}-phone.png`, fullPage: true });
    await page.setViewportSize({ width: 1366, height: 768 });
  };

  it('the head draws up a pack, issues a form of it, and counting again gives the same figures', async () => {
    const { page, goTo, faults } = lanhdao;
    await goTo('/goi-bao-cao');
    await page.getByRole('combobox', { name: 'Kỳ đã chốt' }).click();
    await page.locator('.ant-select-item-option').filter({ hasText: 'Quý III năm 2026' }).first().click();
    await page.getByRole('button', { name: 'Lập gói', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Gói báo cáo: Quý III năm 2026' }).waitFor();
    await page.getByText('I. Tiếp công dân').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(9);
    await picture(lanhdao, 'goi');
    await page.getByRole('link', { name: 'Dự thảo, biểu 02/XLD' }).click();
    await page.getByRole('button', { name: 'Phát hành', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /^02\/XLD: Số \d\d\/2026$/ }).waitFor();
    await page.getByRole('button', { name: 'Tính lại' }).click();
    await page.getByText(/^Bằng nhau: cả \d+ ô/).waitFor();
    await picture(lanhdao, 'ban-phat-hanh');
    // On a phone the form scrolls in its own panel, never the page.
    await page.setViewportSize(PHONE);
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
    await page.setViewportSize({ width: 1366, height: 768 });
    const link = page.locator('.paper-form tbody a').first();
    const value = (await link.textContent()) ?? '';
    await link.click();
    // The issued report has facts of its own; the list behind its number says how many it has.
    await page
      .locator('.figure-facts dd')
      .first()
      .getByText(new RegExp(`^${value} `))
      .waitFor();
    await picture(lanhdao, 'danh-sach-chot');
    await goTo('/bao-cao-phat-hanh?state=issued');
    await page.getByRole('link', { name: /^Số \d\d\/2026, biểu 02\/XLD$/ }).waitFor();
    await picture(lanhdao, 'bao-cao');
    expect(faults).toEqual([]);
  });

  it('the notice that a pack is drawn up opens the pack', async () => {
    const { page, goTo, faults } = lanhdao;
    await goTo('/');
    await page.getByRole('button', { name: /^Thông báo/ }).click();
    await page.getByRole('link', { name: /^Gói báo cáo quý III năm 2026 đã lập xong/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Gói báo cáo: Quý III năm 2026' }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/goi-bao-cao\/[0-9a-f-]{36}$/);
    expect(faults).toEqual([]);
  });

  it('a leader sees who has not entered what, and a number opens its list', async () => {
    const token = await signIn(office.system.url, 'motcua');
    const { body } = await call<{ receivedOn: string }>(office.system.url, 'POST', '/petitions', {
      token,
      body: {
        ...{ type: 'feedback', channel: 'in_person', content: 'Kiến nghị sửa đường liên thôn đã hỏng nhiều năm' },
        receivedOn: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10),
        petitioners: [{ fullName: 'Lâm Thị Bảy', address: 'Ấp 3, xã Tân Thành' }],
      },
    });
    expect(body.receivedOn).toBeTruthy();
    const { page, goTo, faults } = lanhdao;
    await goTo('/chua-nhap-lieu');
    const link = page.getByRole('link', { name: /Tân Thành, Thiếu lĩnh vực: \d+/ });
    await link.waitFor();
    const value = Number((await link.textContent()) ?? '');
    await link.click();
    await until(async () => (await page.locator('.gap-rows tbody tr').count()) === value);
    await goTo('/chua-nhap-lieu?from=2025-01-01&to=2026-12-31');
    const entered = page.getByRole('link', { name: /Tân Thành, Đã nhập trong kỳ: \d+/ });
    const all = Number((await entered.textContent()) ?? '');
    await entered.click();
    await page.getByRole('heading', { name: `Đơn, lượt tiếp đã nhập trong kỳ: ${all}` }).waitFor();
    // A long list comes page by page, to its end.
    const rows = page.locator('.gap-rows tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBeLessThan(all);
    while ((await rows.count()) < all) {
      const before = await rows.count();
      await page.getByRole('button', { name: 'Xem thêm' }).click();
      await until(async () => (await rows.count()) > before);
    }
    await page.getByText(`Đã hết danh sách: ${all} dòng`).waitFor();
    await picture(lanhdao, 'chua-nhap-lieu');
    expect(faults).toEqual([]);
  });

  it('an inspector freezes a cell, notes a finding, puts it right; the head of the commune reads both', async () => {
    const opened = await call<{ id: string }>(office.system.url, 'POST', '/inspections', {
      token: await signIn(office.system.url, 'thanhtra'),
      body: { name: 'Kiểm tra sổ sách quý III', team: 'Đoàn số 7', from: '2026-06-15', to: '2026-09-14' },
    });
    const { page, goTo, faults } = thanhtra;
    await goTo('/bieu-mau/XLD02/1?from=2026-06-15&to=2026-09-14&agency=XA-TANTHANH');
    await page.getByRole('button', { name: 'Chốt vào cuộc kiểm tra' }).click();
    await page.getByRole('link', { name: 'Đã chốt, mở danh sách' }).click();
    await page.waitForURL(/danh-sach-kiem-tra/);
    await page
      .getByRole('button', { name: /^Ghi nhận về đơn số/ })
      .first()
      .click();
    await page.getByText('Vi phạm', { exact: true }).click();
    await page.getByLabel('Nội dung ghi nhận').fill('Chậm xử lý đơn 12 ngày.');
    await page.getByRole('button', { name: 'Lưu ghi nhận' }).click();
    await page.getByRole('button', { name: 'Đính chính ghi nhận: Chậm xử lý đơn 12 ngày.' }).click();
    await page.getByLabel('Nội dung ghi nhận').fill('Chậm xử lý đơn 2 ngày.');
    await page.getByRole('button', { name: 'Lưu đính chính' }).click();
    await page.getByText('Đã được đính chính.').waitFor();
    await picture(thanhtra, 'danh-sach-kiem-tra');
    await goTo(`/kiem-tra/${opened.body.id}`);
    const archive = page.getByRole('link', { name: 'Tải hồ sơ chứng cứ (ZIP)' });
    await archive.waitFor();
    expect(await archive.getAttribute('href')).toBe(`/api/v1/inspections/${opened.body.id}/evidence`);
    await page.getByRole('link', { name: /^02\/XLD, cột 1/ }).waitFor();
    await picture(thanhtra, 'cuoc-kiem-tra');
    await lanhdao.goTo('/ghi-nhan-kiem-tra');
    await lanhdao.page.getByText('Chậm xử lý đơn 2 ngày.').waitFor();
    expect(await lanhdao.page.getByText('Chậm xử lý đơn 12 ngày.').count()).toBe(1);
    await picture(lanhdao, 'ghi-nhan');
    expect([...faults, ...lanhdao.faults]).toEqual([]);
  });

  it('an inspector freezes a figure narrowed by type, and reads the filter in words', async () => {
    const { page, goTo, faults } = thanhtra;
    await goTo('/con-so/petitionsReceived?from=2026-06-15&to=2026-09-14&agency=XA-TANTHANH&type=complaint');
    await page.getByRole('button', { name: 'Chốt vào cuộc kiểm tra' }).click();
    await page.getByRole('link', { name: 'Đã chốt, mở danh sách' }).click();
    await page.waitForURL(/danh-sach-kiem-tra/);
    await page.getByText(/^Cơ quan: UBND xã Tân Thành\. Loại đơn: khiếu nại$/).waitFor();
    await picture(thanhtra, 'danh-sach-loc');
    expect(faults).toEqual([]);
  });
});
