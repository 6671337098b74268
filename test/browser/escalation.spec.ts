import { describeWithChromium } from '#testing/support/chromium';
import { Office as Officers } from '../e2e/support/cases.js';
import { Office, PHONE } from './support/desk.js';
import { shoot } from './support/picture.js';

describeWithChromium('the ladder of reports to leaders on the screen', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ worker: true });
    const officers = new Officers(office.system);
    await officers.register();
    for (let days = 0; days < 3; days++) await officers.advance({ workingDays: 5 });
    await officers.register();
  }, 60_000);
  afterAll(() => office?.close());

  it('is changed by an administrator who has seen how many running limits it touches', async () => {
    const desk = await office.desk('quantri');
    const { page } = desk;
    await desk.goTo('/nac-bao-cao');
    await page.getByText('Giá trị có sẵn').first().waitFor();
    await shoot(desk, 'nac-danh-sach');
    await page.getByRole('link', { name: 'Ủy ban nhân dân xã Tân Thành' }).click();
    await page.getByRole('heading', { name: /^Nấc báo cáo lãnh đạo: / }).waitFor();
    expect(await page.locator('.ladder li').count()).toBe(5);
    await page.getByRole('spinbutton', { name: 'Nhắc lần đầu, trước hạn (ngày làm việc)' }).fill('5');
    await page.getByRole('button', { name: 'Bỏ nấc 4' }).click();
    await page.getByRole('button', { name: 'Xem trước ảnh hưởng' }).click();
    const impact = page.getByRole('region', { name: 'Ảnh hưởng của quy định mới' });
    await impact.getByRole('row', { name: /Tân Thành/ }).waitFor();
    expect(await page.locator('.ladder li').count()).toBe(5);
    await impact.getByRole('textbox', { name: /^Lý do/ }).fill('Theo quy chế làm việc mới của xã');
    await shoot(desk, 'nac-xem-truoc');
    await impact.getByRole('button', { name: 'Đặt quy định mới' }).click();
    await page.getByText('Quy định riêng, phiên bản 1').waitFor();
    expect(await page.locator('.ladder li').count()).toBe(4);
    expect(await page.getByText('Theo quy chế làm việc mới của xã').count()).toBe(1);
    await shoot(desk, 'nac-da-dat');
    expect(desk.faults).toEqual([]);
  });

  it('is refused in words where it makes no sense', async () => {
    const desk = await office.desk('quantri');
    const { page } = desk;
    await desk.goTo('/nac-bao-cao/chi-tiet?ma=TINH-DEMO');
    await page.getByRole('spinbutton', { name: 'Nhắc lần cuối, trước hạn (ngày làm việc)' }).fill('9');
    await page.getByRole('button', { name: 'Xem trước ảnh hưởng' }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByRole('alert').first().textContent()).toContain('lần đầu sớm hơn lần cuối');
    expect(desk.faults).toEqual([]);
  });

  it('is read by the chairman on a phone, as an internal rule', async () => {
    const desk = await office.desk('lanhdao', PHONE);
    await desk.goTo('/nac-bao-cao/chi-tiet?ma=XA-TANTHANH');
    await desk.page.getByText('Quy định nội bộ, không phải luật').first().waitFor();
    expect(await desk.page.getByRole('button', { name: 'Xem trước ảnh hưởng' }).count()).toBe(0);
    await shoot(desk, 'nac-dien-thoai');
    expect(desk.faults).toEqual([]);
  });
});
