import PizZip from 'pizzip';
import { describeWithChromium } from '#testing/support/chromium';
import { call } from '../e2e/support/call.js';
import { Office as Officers } from '../e2e/support/cases.js';
import { Office, PHONE, until } from './support/desk.js';
import { shoot } from './support/picture.js';

interface Paper {
  id: string;
  rev: number;
  fields: { name: string; kind: string; items: string[]; value: unknown }[];
}

describeWithChromium('forms and the book of papers on the screen', () => {
  let office: Office;
  let officers: Officers;
  let standard: Buffer;

  const act = async (username: string, paper: Paper, what: string, body: unknown = {}): Promise<Paper> => {
    const answer = await call<Paper>(office.system.url, 'POST', `/documents/${paper.id}/${what}`, {
      token: await officers.token(username),
      body,
      headers: { 'if-match': `"${paper.rev}"` },
    });
    if (answer.status !== 200) throw new Error(`${what}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const issue = async (caseFileId: string): Promise<Paper> => {
    const drafted = await call<Paper>(office.system.url, 'POST', `/case-files/${caseFileId}/documents`, {
      token: await officers.token('chuyenvien'),
      body: { form: 'ND124.03' },
    });
    const typed = Object.fromEntries(
      drafted.body.fields
        .filter(({ value }) => value === null || value === '' || (Array.isArray(value) && value.length === 0))
        .map(({ name, kind, items }) => [
          name,
          kind === 'list' ? [Object.fromEntries(items.map((item) => [item, item]))] : 'Theo đơn và tài liệu kèm theo',
        ]),
    );
    let paper = await act('chuyenvien', drafted.body, 'fields', { typed });
    paper = await act('chuyenvien', paper, 'submit');
    paper = await act('truongphong', paper, 'approve');
    paper = await act('lanhdao', paper, 'sign');
    return act('motcua', paper, 'issue');
  };

  beforeAll(async () => {
    office = await Office.open({ worker: true });
    officers = new Officers(office.system);
    const { id } = await officers.complaintFile();
    await officers.step('lanhdao', id, 'ACCEPT', { documentNumber: '15/TB-UBND', conditionsChecked: true });
    await issue(id);
    await act('motcua', await issue(id), 'void', { reason: 'Ban hành nhầm người nhận' });
    await issue(id);
    const answer = await fetch(`${office.system.url}/api/v1/document-templates/standard/ND124.10`, {
      headers: { authorization: `Bearer ${await officers.token('truongphong')}` },
    });
    standard = Buffer.from(await answer.arrayBuffer());
  }, 60_000);
  afterAll(() => office?.close());

  const edited = (change: (xml: string) => string): Buffer => {
    const zip = new PizZip(standard);
    zip.file('word/document.xml', change(zip.file('word/document.xml')!.asText()));
    return zip.generate({ type: 'nodebuffer' });
  };

  it('say which version of a form is used on a day', async () => {
    const desk = await office.desk('quantri');
    const { page } = desk;
    await desk.goTo('/mau-van-ban');
    await page.getByRole('row').nth(5).waitFor();
    await shoot(desk, 'mau-danh-sach');
    await desk.goTo('/mau-van-ban?xem=moi-phien-ban&q=thụ lý');
    await page.getByRole('row').nth(1).waitFor();
    const used = async (): Promise<number> => page.getByText('Mẫu chuẩn').count();
    const now = await used();
    await desk.goTo('/mau-van-ban?xem=moi-phien-ban&q=thụ lý&ngay=2019-01-01');
    await page.getByText('Không dùng vào ngày này').first().waitFor();
    expect(await used()).toBeLessThan(now);
    await desk.goTo('/mau-van-ban?xem=chua-doi-chieu');
    await page.getByRole('row').nth(1).waitFor();
    const marks = await page.getByText('chưa đối chiếu', { exact: true }).count();
    expect(marks).toBe((await page.getByRole('row').count()) - 1);
    expect(desk.faults).toEqual([]);
  });

  it('are taken as Word, edited, refused with every fault in words, then kept with their day', async () => {
    const desk = await office.desk('truongphong');
    const { page } = desk;
    await desk.goTo('/mau-van-ban/chi-tiet?ma=ND124.10');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải mẫu chuẩn (Word)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('ND124.10.docx');
    const send = (name: string, buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    const wrong = '<w:p><w:r><w:t>Người gửi: {Địa chỉ người khiếu nại}</w:t></w:r></w:p><w:sectPr';
    await send(
      'sai.docx',
      edited((xml) => xml.replace('<w:sectPr', wrong)),
    );
    const alert = page.getByRole('alert').first();
    await alert.waitFor();
    expect(await alert.textContent()).toContain('là thông tin nhận biết');
    await shoot(desk, 'mau-tai-len-sai');
    await send(
      'dung.docx',
      edited((xml) => xml.replace('Kính gửi', 'Trân trọng kính gửi')),
    );
    await page.getByText('Đã nhận mẫu dung.docx').waitFor();
    await page.getByRole('heading', { name: /^Xem thử: mẫu của cơ quan/ }).waitFor();
    await page.locator('iframe').waitFor();
    await until(async () => (await page.locator('section[aria-labelledby=history-title] tbody tr').count()) === 2);
    await shoot(desk, 'mau-tai-len-dung');
    await page.getByRole('button', { name: 'Xem thử' }).last().click();
    await page.getByRole('heading', { name: 'Xem thử: mẫu chuẩn' }).waitFor();
    expect(desk.faults).toEqual([]);
  });

  it('stand in a book without a hole: a voided number keeps its reason; the book is filtered, printed and saved', async () => {
    const desk = await office.desk('motcua');
    const { page } = desk;
    await desk.goTo('/so-van-ban-di');
    await page.getByRole('row', { name: /^02\/TB-UBND/ }).waitFor();
    expect(await page.getByRole('row', { name: /^02\/TB-UBND/ }).textContent()).toContain('Ban hành nhầm người nhận');
    expect(await page.getByText('Không khuyết số').count()).toBe(1);
    await shoot(desk, 'so-van-ban-di');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^so-van-ban-di-.*\.csv$/);
    await page.getByRole('button', { name: 'In sổ' }).click();
    expect(await page.evaluate('window.printed')).toBe(1);
    await page.getByRole('link', { name: '1 số hủy' }).click();
    await until(async () => (await page.locator('.book tbody tr').count()) === 1);
    expect(page.url()).toContain('trang-thai=voided');
    await page.reload();
    await page.getByRole('row', { name: /^02\/TB-UBND/ }).waitFor();
    expect(await page.locator('.book tbody tr').count()).toBe(1);
    expect(desk.faults).toEqual([]);
  });

  it('are read on a phone', async () => {
    const desk = await office.desk('lanhdao', PHONE);
    await desk.goTo('/so-van-ban-di');
    await desk.page.getByText('02/TB-UBND').waitFor();
    await shoot(desk, 'so-van-ban-di-dien-thoai');
    await desk.goTo('/mau-van-ban/chi-tiet?ma=ND124.03');
    await desk.page.locator('iframe').waitFor();
    await shoot(desk, 'mau-dien-thoai');
    expect(desk.faults).toEqual([]);
  });
});
