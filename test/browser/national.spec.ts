import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { petitionFile, petitionIn, readMessage, writeDocument } from '#libs/interchange';
import { describeWithChromium } from '#testing/support/chromium';
import { call } from '../e2e/support/call.js';
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
    const behind = page.getByRole('link', { name: /^Bản ghi của gói lập/ });
    const packed = Number(await behind.textContent());
    await behind.click();
    await page.getByText(`Đã hết danh sách: ${packed} dòng`).waitFor();
    await page.getByRole('button', { name: 'Bỏ lọc: bản ghi của một gói' }).click();
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

  const sendTo = async (code: string, documentNumber: string): Promise<string> => {
    const { caseFileId, registerLabel } = await officers.register({ type: 'feedback' });
    await officers.step('motcua', caseFileId, 'CLASSIFY', { contentType: 'feedback' });
    await officers.step('chuyenvien', caseFileId, 'CHECK_ELIGIBILITY', { eligible: true });
    await officers.step('chuyenvien', caseFileId, 'CHECK_COMPETENCE', { competent: false });
    const { rows } = await office.system.database.admin.query<{ id: number; name: string }>(
      'SELECT id, name FROM app.agency WHERE code = $1',
      [code],
    );
    await officers.step('lanhdao', caseFileId, 'TRANSFER', {
      ...{ receivingBody: rows[0]!.name, receivingAgencyId: rows[0]!.id, documentNumber },
    });
    return registerLabel;
  };
  const setPartner = async (agency: string, on: boolean) =>
    call(office.system.url, 'POST', '/axis/partners', {
      ...{ token: await officers.token('quantri'), body: { agency, on } },
    });

  it('a clerk drops a package of papers only, reads it, enters it at the counter and gives it its number', async () => {
    const desk = await office.desk('motcua');
    const { page } = desk;
    await desk.goTo('/truc-lien-thong');
    const paper = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
    const enclosed = [{ name: 'phieu-chuyen-don.pdf', mediaType: 'application/pdf', bytes: paper }];
    const bytes = writeDocument(arriving('17', { enclosed })).toString('base64');
    const carried = await page.evaluateHandle((base64) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], 'goi.edxml'));
      return data;
    }, bytes);
    await page.locator('.axis-drop').dispatchEvent('drop', { dataTransfer: carried });
    await page.getByText('Đã nhận gói; đơn chờ vào sổ.').waitFor();
    await page.getByText('Chỉ có văn bản, không có dữ liệu đơn').waitFor();
    await page.getByRole('link', { name: 'Mở gói để vào sổ' }).click();
    await page.getByRole('heading', { level: 1, name: 'Gói đến: 17/PCĐ' }).waitFor();
    await page.getByRole('link', { name: 'Tải tệp phieu-chuyen-don.pdf' }).waitFor();
    await page.getByRole('cell', { name: '01 Đã đến' }).waitFor();
    await shoot(desk, 'truc-lien-thong-goi-van-ban');
    expect(await barriers(page)).toEqual([]);
    const phone = await office.desk('motcua', PHONE);
    await phone.goTo(new URL(page.url()).pathname);
    await phone.page.getByRole('link', { name: 'Tải tệp phieu-chuyen-don.pdf' }).waitFor();
    await shoot(phone, 'truc-lien-thong-goi-van-ban-dien-thoai');
    expect(await barriers(phone.page)).toEqual([]);
    const { registerLabel } = await officers.register({ type: 'feedback' });
    await page.getByLabel('Số tiếp nhận đã cấp').fill('9999/2026');
    await page.getByRole('button', { name: 'Ghi số, báo đã tiếp nhận' }).click();
    await page.getByText('Không có đơn này trong phạm vi của bạn.').waitFor();
    await page.getByLabel('Số tiếp nhận đã cấp').fill(registerLabel);
    await page.getByRole('button', { name: 'Ghi số, báo đã tiếp nhận' }).click();
    await page.getByRole('link', { name: `Đơn số ${registerLabel}` }).waitFor();
    await page.getByRole('cell', { name: '03 Đã tiếp nhận' }).waitFor();
    expect([...desk.faults, ...phone.faults]).toEqual([]);
  });

  it('a clerk opens a message that could not go, reads why, and sends it again', async () => {
    await setPartner('XA-HOALOC', true);
    rmSync(join(folder, 'truc', 'di'), { recursive: true, force: true });
    writeFileSync(join(folder, 'truc', 'di'), 'in the way');
    await sendTo('XA-HOALOC', '81/PC');
    const desk = await office.desk('motcua');
    const { page } = desk;
    await desk.goTo('/truc-lien-thong?direction=out');
    await page.getByText('Thư mục trao đổi bị một tệp khác chiếm chỗ', { exact: false }).first().waitFor();
    await page
      .getByRole('link', { name: /^Mở gói/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /^Gói đi/ }).waitFor();
    await shoot(desk, 'truc-lien-thong-goi-loi');
    rmSync(join(folder, 'truc', 'di'));
    await page.getByRole('button', { name: /^Gửi lại gói đến/ }).click();
    await page.getByText('Đã gửi', { exact: true }).waitFor();
    await page.getByText('Nơi nhận chưa báo gì về.').waitFor();
    expect(desk.faults).toEqual([]);
  });

  it('a clerk is told that a petition has come back, from whom and under which number it had been', async () => {
    const earlier = await sendTo('XA-HOALOC', '82/PC');
    const axis = join(folder, 'truc', 'di');
    const went = await eventually('the message', async () => {
      for (const name of existsSync(axis) ? readdirSync(axis).filter((one) => one.endsWith('.edxml')) : []) {
        const read = readMessage(readFileSync(join(axis, name)));
        if (read.kind === 'document' && read.number === '82/PC') return read;
      }
      return null;
    });
    const petition = petitionIn(went.enclosed)!;
    const hop = { from: went.from, to: went.to, receivedOn: petition.receivedOn, sentOn: petition.sentOn };
    const back = {
      ...{ ...petition, hop: 2, chain: ['XA-TANTHANH', 'XA-HOALOC'] },
      hops: [{ ...hop, documentId: went.documentId }],
    };
    const coming = arriving('83', { from: went.to, enclosed: [petitionFile(back)] });
    const bytes = writeDocument({ ...coming, documentId: 'XA-HOALOC,2026/07/06,83/PCĐ' });
    const desk = await office.desk('motcua');
    const { page } = desk;
    await desk.goTo('/truc-lien-thong?direction=in');
    await page.getByLabel('Gói edXML').setInputFiles({ name: 'goi.edxml', mimeType: 'text/xml', buffer: bytes });
    await page.getByText('Đơn đi vòng', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Mở gói 83/PCĐ' }).click();
    await page.getByText('đây là lần chuyển thứ 2', { exact: false }).waitFor();
    await page.getByRole('link', { name: `đơn số ${earlier}` }).waitFor();
    await page.getByText('Đường đơn đã đi đến đây, theo lời nơi gửi').waitFor();
    await shoot(desk, 'truc-lien-thong-di-vong');
    expect(await barriers(page)).toEqual([]);
    const phone = await office.desk('motcua', PHONE);
    await phone.goTo(new URL(page.url()).pathname);
    await phone.page.getByText('đây là lần chuyển thứ 2', { exact: false }).waitFor();
    await shoot(phone, 'truc-lien-thong-di-vong-dien-thoai');
    await page.getByRole('button', { name: /^Vào sổ đơn từ/ }).click();
    await page.getByText('03 Đã tiếp nhận', { exact: false }).first().waitFor();
    await setPartner('XA-HOALOC', false);
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
