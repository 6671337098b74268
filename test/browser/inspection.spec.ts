import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { seal } from '#libs/audit';
import { loadSigningKey, PostgresLedgerArchive } from '#libs/persistence';
import { describeWithChromium } from '#testing/support/chromium';
import { pdfPages } from '#testing/support/read-pdf';
import { call, signIn } from '../e2e/support/call.js';
import { eventually } from '../e2e/support/cases.js';
import { seedDemo } from '../e2e/support/seed.js';
import type { RunningSystem } from '../e2e/support/system.js';
import { type Desk, Office, PHONE, until } from './support/desk.js';

const number = (text: string | null): number => Number((text ?? '').replaceAll(/\D/g, ''));
/** The rows a list says it has, once it has loaded. */
const listed = async (page: Page): Promise<number> => {
  const figure = page.locator('.figure-facts dd').first();
  await figure.waitFor();
  return number((await figure.textContent())?.split('trong').at(-1)?.split('(')[0] ?? '');
};
const pick = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
};

/** What is there now goes into the tree, and its head is signed: the worker does it once a day. */
async function sealed({ database, dataDir }: RunningSystem): Promise<void> {
  const archive = new PostgresLedgerArchive(database.connections);
  const { privateKey } = loadSigningKey(dataDir);
  await eventually('a signed head', async () => (await seal(archive, privateKey, new Date())).head);
}

jest.setTimeout(300_000);

describeWithChromium('an inspector and the leaders at their figures', () => {
  let office: Office;
  let thanhtra: Desk;
  beforeAll(async () => {
    office = await Office.open({ worker: true });
    await seedDemo(office.system, 160);
    await sealed(office.system);
    thanhtra = await office.desk('thanhtra');
  });
  afterAll(() => office?.close());

  it('reads a rate with both denominators and follows each number to as many cases', async () => {
    const { page, goTo, faults } = thanhtra;
    await goTo('/ty-le-giai-quyet');
    const fractions = page.locator('.rate-fraction');
    await fractions.first().waitFor();
    expect(await fractions.count()).toBe(5);
    // The first rate whole, and the denominator of the last.
    for (const at of [0, 1, 9]) {
      const link = page.locator('.rate-fraction a').nth(at);
      await link.waitFor();
      const value = number(await link.textContent());
      await link.click();
      await page.waitForURL(/con-so/);
      expect([at, await listed(page)]).toEqual([at, value]);
      await page.goBack();
    }
    await page.locator('.rate summary').first().click();
    await page.getByText('Mẫu số:').first().waitFor();
    expect(faults).toEqual([]);
  });

  it('narrows to one commune, one field and one quarter, and the address keeps it', async () => {
    const { page, goTo } = thanhtra;
    await goTo('/ty-le-giai-quyet');
    await page.locator('.rate-fraction').first().waitFor();
    await pick(page, 'Cơ quan', 'Tân Thành');
    await page.waitForURL(/agency=XA-TANTHANH/);
    await pick(page, 'Kỳ báo cáo', 'Quý III năm 2026');
    await page.waitForURL(/from=2026-06-15/);
    await until(async () =>
      ((await page.locator('.as-known').textContent()) ?? '').includes('15/06/2026 – 14/09/2026'),
    );
    await page.reload();
    await page.locator('.rate-table tbody tr').first().waitFor();
    expect(await page.locator('.rate-table tbody tr').first().locator('th').allTextContents()).toEqual([
      'UBND xã Tân Thành',
    ]);
    expect(await page.locator('.rate-table').first().locator('tbody tr').count()).toBe(1);
  });

  it('finds the twin table of the way of petitions and opens one stretch of it', async () => {
    const { page, goTo } = thanhtra;
    await goTo('/ty-le-giai-quyet');
    const flow = page.getByRole('figure', { name: 'Đường đi của đơn nhận trong kỳ' });
    await flow.getByRole('button', { name: 'Xem bảng số' }).click();
    const row = flow.getByRole('row').filter({ hasText: 'Hướng dẫn' }).first();
    const value = number(await row.getByRole('link').textContent());
    await row.getByRole('link').click();
    expect(await listed(page)).toBe(value);
    expect(await page.locator('.figure-facts').textContent()).toContain('Hướng dẫn');
  });

  it('sees a list stay as it was counted when another case is decided', async () => {
    const { page, goTo } = thanhtra;
    await goTo('/con-so/petitionsReceived');
    const before = await listed(page);
    const hash = await page.locator('.figure-facts code').textContent();
    const { url } = office.system;
    const counted = await call<{ knownAt: string; from: string; to: string }>(url, 'GET', '/reports/figures', {
      token: await signIn(url, 'thanhtra'),
    });
    const registered = await call(url, 'POST', '/petitions', {
      token: await signIn(url, 'motcua'),
      body: {
        type: 'complaint',
        channel: 'in_person',
        receivedOn: counted.body.to,
        content: 'Không đồng ý với quyết định xử phạt, đề nghị xem xét lại toàn bộ.',
        petitioners: [{ fullName: 'Lâm Thị Bảy', address: 'Ấp 3, xã Tân Thành' }],
      },
    });
    expect(registered.status).toBe(201);
    await goTo('/con-so/petitionsReceived');
    expect(await listed(page)).toBe(before + 1);
    await goTo(
      `/con-so/petitionsReceived?from=${counted.body.from}&to=${counted.body.to}&knownAt=${counted.body.knownAt}`,
    );
    expect(await listed(page)).toBe(before);
    expect(await page.locator('.figure-facts code').textContent()).toBe(hash);
  });

  it('opens the file of a petition in a list, and is told of forms that they are not for looking', async () => {
    const { page, goTo, faults } = thanhtra;
    await goTo('/con-so/petitionsReceived');
    const first = page.locator('table.data tbody a').first();
    const label = (await first.textContent()) ?? '';
    await first.click();
    await page.waitForURL(/\/ho-so\//);
    await page.getByRole('heading', { level: 1, name: new RegExp(label) }).waitFor();
    expect(await page.getByRole('button', { name: /Sửa sai sót|Hủy số này|Soạn|Ghi chú/ }).count()).toBe(0);
    for (const form of ['/tiep-nhan', '/nhap-so', '/tiep-cong-dan/mo-buoi', '/dong-ho']) {
      await goTo(form);
      await page.getByRole('heading', { level: 1, name: 'Tài khoản chỉ xem' }).waitFor();
      expect(await page.locator('main').locator('button, input, textarea').count()).toBe(0);
    }
    expect(faults).toEqual([]);
  });

  it('draws a sample, notes a finding, and drawing again gives the same cases', async () => {
    const { page, goTo, faults } = thanhtra;
    await goTo('/kiem-tra');
    await page.getByRole('button', { name: 'Lập cuộc kiểm tra' }).click();
    await page.getByLabel('Tên cuộc kiểm tra').fill('Kiểm tra việc giải quyết khiếu nại năm 2026');
    await page.getByLabel('Đoàn, người thực hiện').fill('Đoàn số 3');
    for (const [name, day] of [
      ['Kỳ kiểm tra từ ngày', '15/12/2025'],
      ['Đến ngày', '14/12/2026'],
    ] as const) {
      const field = page.getByRole('textbox', { name, exact: true });
      await field.fill(day);
      await field.press('Tab');
    }
    await page.getByRole('button', { name: 'Lập', exact: true }).click();
    await page.getByRole('heading', { name: 'Chọn mẫu mới' }).waitFor();
    await page.getByLabel('Số vụ việc').fill('6');
    await page.getByLabel('Số khởi tạo (để trống thì máy sinh)').fill('doan-so-3');
    await pick(page, 'Phân tầng', 'Theo cơ quan');
    await page.getByRole('button', { name: 'Chọn mẫu', exact: true }).click();
    await page.getByRole('heading', { name: 'Đã chọn thế nào' }).waitFor();
    await page.locator('tbody tr').first().waitFor();
    expect(await page.locator('tbody tr').count()).toBe(6);

    await page
      .getByRole('button', { name: /^Ghi nhận về đơn số/ })
      .first()
      .click();
    await page.getByText('Có thiếu sót', { exact: true }).click();
    await page.getByLabel('Nội dung ghi nhận').fill('Thiếu biên bản giao nhận quyết định.');
    await page.getByRole('button', { name: 'Lưu ghi nhận' }).click();
    await page.locator('.findings').getByText('Thiếu biên bản giao nhận quyết định.').waitFor();

    await page.getByRole('button', { name: 'Chọn lại để so' }).click();
    await page.getByText('Chọn lại ra đúng mẫu này').waitFor();
    // The provincial chairman reads the sample and has nothing to press that writes.
    const chairman = await office.desk('lanhdao.tinh');
    await chairman.goTo(new URL(page.url()).pathname);
    await chairman.page.getByText('Thiếu biên bản giao nhận quyết định.').waitFor();
    expect(await chairman.page.getByRole('button', { name: /^Ghi nhận/ }).count()).toBe(0);
    expect([...faults, ...chairman.faults]).toEqual([]);
  });

  it('checks the ledger with its progress and finds the day of the check afterwards', async () => {
    const { page, goTo, faults } = thanhtra;
    await goTo('/nhat-ky');
    await page.getByText('Chưa có lần kiểm nào.').waitFor();
    await page.getByRole('button', { name: 'Kiểm tra toàn bộ nhật ký' }).click();
    await page.waitForURL(/kiem=/);
    await page.getByText('Nhật ký nguyên vẹn').waitFor();
    await page.reload();
    await page.getByText('Nhật ký nguyên vẹn').waitFor();
    await page.getByText('Lần kiểm gần nhất').waitFor();
    await until(async () => (await page.getByText('✓ nguyên vẹn').count()) === 1);
    await page.getByText('Ai giữ cả khóa ký lẫn cơ sở dữ liệu').waitFor();
    expect(faults).toEqual([]);
  });

  it('posts a signed head on paper, and compares the sheet of last time', async () => {
    const { page, goTo, faults } = thanhtra;
    await goTo('/nhat-ky');
    const link = page.getByRole('link', { name: 'In bản niêm yết (PDF)' });
    await link.waitFor();
    const token = await signIn(office.system.url, 'thanhtra');
    const sheet = await fetch(new URL((await link.getAttribute('href')) ?? '', office.system.url), {
      headers: { authorization: `Bearer ${token}` },
    });
    const [pages] = await pdfPages([Buffer.from(await sheet.arrayBuffer())]);
    const { body: head } = await call<Record<string, string | number>>(office.system.url, 'GET', '/audit/head', {
      token,
    });
    expect(pages).toHaveLength(1);
    const words = pages?.[0] ?? '';
    for (const part of ['NIÊM YẾT GỐC CÂY NHẬT KÝ', 'Ủy ban nhân dân tỉnh', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'])
      expect(words.toLocaleLowerCase('vi')).toContain(part.toLocaleLowerCase('vi'));
    expect(words.replaceAll(' ', '')).toContain(String(head['rootHash']));
    await page.getByLabel('Số sự kiện trên tờ cũ').fill(String(head['treeSize']));
    await page.getByRole('button', { name: 'So sánh' }).click();
    await page.getByRole('button', { name: 'Tải tệp chứng minh nối dài' }).waitFor();
    expect(await page.getByText('phải giống hệt trên tờ cũ').count()).toBe(1);
    await page.getByRole('heading', { name: 'Sổ khóa ký' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('proves one event in the browser and with the offline verifier', async () => {
    const { page, goTo } = thanhtra;
    const { rows } = await office.system.database.admin.query<{ id: string }>(
      `SELECT l.event_id AS id FROM app.ledger_leaf l JOIN app.case_event e ON e.id = l.event_id JOIN app.case_file c ON c.id = e.case_id
        WHERE c.visible_to IS NULL ORDER BY l.leaf_no OFFSET 7 LIMIT 1`,
    );
    const id = rows[0]?.id ?? '';
    await goTo('/nhat-ky');
    await page.getByLabel('Mã sự kiện').fill(id);
    await page.getByRole('button', { name: 'Lấy chứng minh' }).click();
    await page.getByText('Đã tính lại trong trình duyệt: sự kiện nằm trong cây đã ký').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải tệp chứng minh' }).click(),
    ]);
    const folder = mkdtempSync(join(tmpdir(), 'nghe-dan-proof-'));
    const file = join(folder, 'proof.json');
    await download.saveAs(file);
    const head = await call<{ publicKey: string }>(office.system.url, 'GET', '/audit/head', {
      token: await signIn(office.system.url, 'thanhtra'),
    });
    writeFileSync(join(folder, 'key.pem'), head.body.publicKey);
    const verifier = join(import.meta.dirname, '../../libs/audit/verifier/verify.mjs');
    const said = execFileSync(process.execPath, [verifier, file, '--key', join(folder, 'key.pem')]).toString();
    expect(said).toContain('Nguyên vẹn');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ event: { id } });
  });

  it('sees who has read whom, by file, by person and by day, and no name of a citizen', async () => {
    const { url, database } = office.system;
    const { rows } = await database.admin.query<{ id: string; label: string }>(
      `SELECT c.id, p.register_label AS label FROM app.case_file c JOIN app.petition p ON p.id = c.petition_id JOIN app.app_user u ON u.id = ANY (c.visible_to)
        WHERE u.username = 'lanhdao' AND c.procedure = 'denunciation' ORDER BY c.id LIMIT 1`,
    );
    const read = await call<{ items: { fullName: string }[] }>(
      url,
      'POST',
      `/case-files/${rows[0]?.id}/identity-readings`,
      {
        token: await signIn(url, 'lanhdao'),
        body: { purpose: 'verification' },
      },
    );
    expect(read.status).toBe(200);
    for (const person of ['thanhtra', 'baomat']) {
      const { page, goTo, faults } = await office.desk(person);
      await goTo('/ai-da-doc-gi');
      await page.getByRole('button', { name: new RegExp(`^Xem 1 lượt đọc: ${rows[0]?.label}`) }).click();
      await page.waitForURL(/file=/);
      await page.getByRole('tab', { name: 'Theo người đọc' }).click();
      await page.getByRole('button', { name: 'Xem 1 lượt đọc: Phạm Quốc Cường' }).waitFor();
      expect(await page.locator('main').textContent()).not.toContain(read.body.items[0]?.fullName);
      expect(faults).toEqual([]);
    }
  });

  it('finds nothing to press that changes a case, on any screen', async () => {
    const { url } = office.system;
    const token = await signIn(url, 'thanhtra');
    const { body } = await call<{ items: { id: string; procedure: string; stage: string }[] }>(
      url,
      'GET',
      '/case-files?limit=100',
      { token },
    );
    const files = [...new Map(body.items.map((one) => [`${one.procedure} ${one.stage}`, one.id])).values()];
    expect(files.length).toBeGreaterThan(5);
    const { page, goTo } = await office.desk('thanhtra');
    const written: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') written.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });
    await goTo('/qua-han');
    const places = await page
      .locator('nav.sidenav a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(places).not.toContain('/tiep-nhan');
    const tabs = ['', '?muc=don', '?muc=van-ban', '?muc=ghi-chu'];
    const screens = [
      ...places.filter((place) => !/tra-cuu|de-nghi/.test(place)),
      ...files.slice(0, 3).flatMap((id) => tabs.map((tab) => `/ho-so/${id}${tab}`)),
    ];
    const found: string[] = [];
    for (const path of screens) {
      await goTo(path);
      await page.locator('main .ant-spin').first().waitFor({ state: 'hidden' });
      const names = await page
        .locator('main button, main input[type=file], main .act')
        .evaluateAll((all) =>
          all
            .filter((one) => one.getClientRects().length > 0 && one.getAttribute('role') !== 'tab')
            .map((one) => one.getAttribute('aria-label') ?? one.textContent?.trim() ?? ''),
        );
      found.push(...names.filter((name) => WRITES.test(name)).map((name) => `${path}: ${name}`));
    }
    expect(found).toEqual([]);
    expect(written).toEqual([]);
  });

  it('a provincial chairman on a phone reads rates and denunciations without small numbers', async () => {
    const { page, goTo, faults } = await office.desk('lanhdao.tinh', PHONE);
    await goTo('/ty-le-giai-quyet');
    await page.getByRole('heading', { name: 'Tố cáo toàn tỉnh' }).waitFor();
    await page.locator('.protected-table').first().waitFor();
    const cells = (await page.locator('.protected-table td').allTextContents()).map((text) => text.trim());
    expect(await page.getByRole('img', { name: 'số quá nhỏ, không hiện' }).count()).toBeGreaterThan(0);
    expect(cells.filter((text) => /^[1-4]$/.test(text))).toEqual([]);
    await until(async () => (await page.evaluate(SIDEWAYS)) === 0);
    expect(faults).toEqual([]);
  });

  it('a commune’s chairman has rates of the commune alone and no table of the province’s denunciations', async () => {
    const { page, goTo } = await office.desk('lanhdao');
    await goTo('/ty-le-giai-quyet');
    await page.locator('.rate-table tbody tr').first().waitFor();
    expect(await page.locator('.rate-table').first().locator('tbody th').allTextContents()).toEqual([
      'UBND xã Tân Thành',
    ]);
    expect(await page.getByRole('heading', { name: 'Tố cáo toàn tỉnh' }).count()).toBe(0);
  });
});

const SIDEWAYS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
/** Words of controls that change a case; findings of an inspection and a check of the ledger are not among them. */
const WRITES =
  /^(Soạn|Thêm|Hủy số|Ghi chú|Sửa|Giao|Trình|Duyệt|Ký|Gửi|Lưu|Ghi nhận bước|Tải lên|Vào sổ|Nhận|Trả lại|Đính chính|Tách|Kết luận|Thụ lý|Phân công|Rút|Gia hạn|Đôn đốc|Chuyển|Bổ sung|Đánh số)/;
