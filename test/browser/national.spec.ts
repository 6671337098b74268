import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDocument } from '#libs/interchange';
import { describeWithChromium } from '#testing/support/chromium';
import { eventually, Office as Officers } from '../e2e/support/cases.js';
import { arriving } from '../e2e/support/exchange.js';
import { barriers } from './support/barriers.js';
import { Office, PHONE } from './support/desk.js';
import { shoot } from './support/picture.js';

describeWithChromium('what goes to other systems, on the screen', () => {
  let office: Office;
  let officers: Officers;
  let folder: string;
  beforeAll(async () => {
    office = await Office.open({ worker: true });
    officers = new Officers(office.system);
    folder = join(office.system.dataDir, 'lien-thong');
    await officers.complaintFile();
    await officers.register({ type: 'feedback' });
    await officers.register({ type: 'denunciation' });
  }, 120_000);
  afterAll(() => office?.close());

  it('a leader sees what is not entered, opens the list by its number, and has it packed', async () => {
    mkdirSync(join(folder, 'csdl-quoc-gia'), { recursive: true });
    writeFileSync(join(folder, 'csdl-quoc-gia', 'di'), 'in the way');
    const desk = await office.desk('lanhdao');
    const { page } = desk;
    await desk.goTo('/csdl-quoc-gia');
    await page.getByText('Chưa kết nối', { exact: false }).first().waitFor();
    await shoot(desk, 'csdl-quoc-gia');
    const due = page.getByRole('link', { name: /^Chưa cập nhật, .*: \d+$/ }).first();
    const counted = Number((await due.textContent()) ?? '');
    expect(counted).toBeGreaterThan(2);
    await due.click();
    await page.getByText(`Đã hết danh sách: ${counted} dòng`).waitFor();
    await page.getByText('Danh tính được bảo vệ').first().waitFor();
    await page.getByText('NĐ55/2022 Đ.8 k1', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Lập gói cập nhật' }).click();
    await page.getByText(/Đã lập gói gồm \d+ bản ghi/).waitFor();
    await page.getByRole('link', { name: 'Xem gói' }).click();
    await page.getByRole('heading', { level: 1, name: 'Gói cập nhật đã lập' }).waitFor();
    expect(desk.faults).toEqual([]);
  });

  it('a package that could not go says why, and goes when it is tried again', async () => {
    const desk = await office.desk('lanhdao');
    const { page } = desk;
    await desk.goTo('/csdl-quoc-gia/goi');
    await page.getByText('Không ghi được vào thư mục trao đổi', { exact: false }).waitFor();
    await shoot(desk, 'csdl-quoc-gia-goi-loi');
    const phone = await office.desk('lanhdao', PHONE);
    await phone.goTo('/csdl-quoc-gia/goi');
    await phone.page.getByText('Chưa giao được', { exact: true }).waitFor();
    await shoot(phone, 'csdl-quoc-gia-goi-dien-thoai');
    rmSync(join(folder, 'csdl-quoc-gia', 'di'));
    await page.getByRole('button', { name: /^Thử lại gói lập/ }).click();
    await page.getByText('Đã giao, chờ trả lời', { exact: true }).waitFor();
    await phone.goTo('/csdl-quoc-gia');
    await phone.page.getByText('Đã đưa vào gói, chờ xác nhận').first().waitFor();
    await shoot(phone, 'csdl-quoc-gia-dien-thoai');
    expect([...desk.faults, ...phone.faults]).toEqual([]);
  });

  it('an inspector reads which fields are sure and which are not', async () => {
    const desk = await office.desk('thanhtra');
    const { page } = desk;
    await desk.goTo('/csdl-quoc-gia/bang-truong');
    await page.getByText('Chưa đối chiếu văn bản gốc').first().waitFor();
    await page.getByRole('cell', { name: 'Họ tên người được tiếp', exact: false }).waitFor();
    await page.getByText('Mã 03', { exact: true }).waitFor();
    await shoot(desk, 'csdl-quoc-gia-bang-truong');
    const phone = await office.desk('thanhtra', PHONE);
    await phone.goTo('/csdl-quoc-gia/bang-truong');
    await phone.page.getByText('Mã 03', { exact: true }).waitFor();
    await shoot(phone, 'csdl-quoc-gia-bang-truong-dien-thoai');
    expect([...desk.faults, ...phone.faults]).toEqual([]);
  });

  it('a clerk brings a package: a bad one is refused in words, a good one is entered, another sent back', async () => {
    const desk = await office.desk('motcua');
    const { page } = desk;
    await desk.goTo('/truc-lien-thong');
    await page.getByText('Không có gói nào như vậy.').waitFor();
    const bring = (bytes: Buffer) =>
      page.getByLabel('Gói edXML').setInputFiles({ name: 'goi.edxml', mimeType: 'text/xml', buffer: bytes });
    const good = writeDocument(arriving('15'));
    await bring(Buffer.from(good.toString('utf8').replace(/sha-256:[0-9a-f]{64}/, `sha-256:${'0'.repeat(64)}`)));
    await page.getByText('Mã băm của tệp đính kèm không khớp', { exact: false }).waitFor();
    await bring(good);
    await page.getByText('Đã nhận gói; đơn chờ vào sổ.').waitFor();
    await bring(writeDocument(arriving('16')));
    await eventually('both', async () =>
      (await page.getByRole('button', { name: /^Vào sổ đơn từ/ }).count()) === 2 ? true : null,
    );
    await shoot(desk, 'truc-lien-thong');
    await page
      .getByRole('button', { name: /^Từ chối gói từ/ })
      .first()
      .click();
    await page.getByRole('radio', { name: 'Gửi nhầm nơi nhận' }).check();
    await shoot(desk, 'truc-lien-thong-tu-choi');
    await page.getByRole('button', { name: 'Từ chối tiếp nhận' }).click();
    await page.getByText('Đã từ chối tiếp nhận', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Vào sổ đơn từ/ }).click();
    await page.getByText('03 Đã tiếp nhận', { exact: false }).waitFor();
    const entered = page.getByRole('link', { name: /^Đơn số/ });
    await entered.waitFor();
    expect(await barriers(page)).toEqual([]);
    const phone = await office.desk('motcua', PHONE);
    await phone.goTo('/truc-lien-thong');
    await phone.page.getByText('03 Đã tiếp nhận', { exact: false }).waitFor();
    await shoot(phone, 'truc-lien-thong-dien-thoai');
    await entered.click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect([...desk.faults, ...phone.faults]).toEqual([]);
  });

  it('an administrator says which agency gets its petitions over the axis', async () => {
    const desk = await office.desk('quantri');
    const { page } = desk;
    await desk.goTo('/truc-lien-thong');
    await page.getByText('Chưa đặt cơ quan nào.').waitFor();
    await page.getByRole('combobox', { name: 'Cơ quan' }).click();
    await page.keyboard.type('hoa loc');
    await page.locator('.ant-select-item-option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Gửi qua trục', exact: true }).click();
    await page.getByText('(XA-HOALOC)').waitFor();
    await shoot(desk, 'truc-lien-thong-quan-tri');
    await page.getByRole('button', { name: /^Thôi gửi qua trục đến/ }).click();
    await page.getByText('Chưa đặt cơ quan nào.').waitFor();
    expect(desk.faults).toEqual([]);
  });
});
