import { describeWithChromium } from '#testing/support/chromium';
import { Office as Officers } from '../e2e/support/cases.js';
import { Office, PHONE } from './support/desk.js';
import { shoot } from './support/picture.js';

/** DD/MM/YYYY in Hà Nội. */
const dayFromNow = (days: number): string =>
  new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/');

describeWithChromium('how long files are kept, and what is done when data got out, on the screen', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
    const { system } = office;
    const { caseFileId } = await new Officers(system).register();
    await system.database.admin.query(
      `UPDATE app.case_file SET closed_on = '2003-05-06', closed_at = '2003-05-06', procedure = 'complaint' WHERE id = $1`,
      [caseFileId],
    );
  });
  afterAll(() => office?.close());

  it('lets the administrator of the province set a period with its paper', async () => {
    const desk = await office.desk('quantri');
    const { page } = desk;
    await desk.goTo('/luu-giu-ho-so');
    await page.getByText('chưa được đối chiếu', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Đặt thời hạn: Giải quyết khiếu nại', exact: false }).first().click();
    await page.getByRole('checkbox', { name: 'Giữ vĩnh viễn' }).uncheck();
    await page.getByRole('spinbutton', { name: /Số năm giữ/ }).fill('20');
    await page.getByRole('textbox', { name: /Căn cứ/ }).fill('Quyết định 12/QĐ-UBND ngày 05/01/2026');
    await shoot(desk, 'luu-giu-dat-thoi-han');
    await page.getByRole('button', { name: 'Đặt thời hạn', exact: true }).click();
    await page.getByText('20 năm', { exact: true }).waitFor();
    await shoot(desk, 'luu-giu-quan-tri');
    expect(desk.faults).toEqual([]);
  });

  it('shows the leader what is past its keeping, and takes a decision that deletes nothing', async () => {
    const desk = await office.desk('lanhdao');
    const { page } = desk;
    await desk.goTo('/luu-giu-ho-so');
    await page.getByText('Quyết định 12/QĐ-UBND ngày 05/01/2026').first().waitFor();
    await page.getByText('06/05/2023').waitFor();
    await shoot(desk, 'luu-giu-lanh-dao');
    await page.getByRole('button', { name: 'Lập đề xuất…' }).click();
    await page.getByRole('textbox', { name: /^Ghi chú/ }).fill('Hồ sơ năm 2003');
    await page.getByRole('dialog').getByRole('button', { name: 'Lập đề xuất', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Đề xuất hồ sơ hết thời hạn lưu giữ' }).waitFor();
    await page.getByRole('radio', { name: 'Đồng ý', exact: true }).check();
    await page.getByRole('textbox', { name: /Số, ngày văn bản/ }).fill('QĐ 88/QĐ-UBND ngày 20/11/2026');
    await page.getByRole('textbox', { name: /Lý do/ }).fill('Hết giá trị sử dụng');
    await shoot(desk, 'luu-giu-de-xuat');
    await page.getByRole('button', { name: 'Ghi quyết định' }).click();
    await page.getByText('QĐ 88/QĐ-UBND ngày 20/11/2026').waitFor();
    await page.getByText('Phần mềm không xóa gì.', { exact: false }).waitFor();
    const phone = await office.desk('lanhdao', PHONE);
    await phone.goTo('/luu-giu-ho-so');
    await phone.page.getByText('Đồng ý', { exact: true }).waitFor();
    await shoot(phone, 'luu-giu-dien-thoai');
    expect([...desk.faults, ...phone.faults]).toEqual([]);
  });

  it('leads the administrator through the steps after data got out, each with its latest moment', async () => {
    const desk = await office.desk('quantri');
    const { page } = desk;
    await desk.goTo('/su-co-du-lieu');
    await page.getByRole('button', { name: 'Ghi sự cố', exact: true }).click();
    await page.getByRole('textbox', { name: /Phát hiện lúc/ }).fill(`${dayFromNow(-1)} 08:30`);
    await page.keyboard.press('Enter');
    await page
      .getByRole('textbox', { name: /Chuyện gì đã xảy ra/ })
      .fill('Một máy trạm bị lấy mất, có thể xem được sổ tiếp nhận của khoảng 40 người.');
    await page.getByRole('button', { name: 'Ghi và xem các bước' }).click();
    await page.getByRole('heading', { level: 1, name: 'Các bước xử lý sự cố lộ dữ liệu' }).waitFor();
    await page
      .getByText(`08:30 ngày ${dayFromNow(2)}`, { exact: false })
      .first()
      .waitFor();
    await page.getByText('Theo Luật 91/2025 Đ23.1.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Ghi kết quả: Chặn nguồn lộ' }).click();
    await page.getByRole('textbox', { name: /Ghi chú/ }).fill('Đã khóa tài khoản và thu hồi phiên');
    await shoot(desk, 'su-co-ghi-buoc');
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi', exact: true }).click();
    await page.getByText('Đã khóa tài khoản và thu hồi phiên').waitFor();
    await shoot(desk, 'su-co');
    const phone = await office.desk('quantri', PHONE);
    await phone.goTo('/su-co-du-lieu');
    await phone.page.getByText('1/9').waitFor();
    await shoot(phone, 'su-co-dien-thoai');
    expect([...desk.faults, ...phone.faults]).toEqual([]);
  });
});
