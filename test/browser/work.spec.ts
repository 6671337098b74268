import { describeWithChromium } from '#testing/support/chromium';
import { call } from '../e2e/support/call.js';
import { eventually, Office as Officers } from '../e2e/support/cases.js';
import { type Desk, Office, PHONE, until } from './support/desk.js';
import { pick as pickFrom } from './support/file-steps.js';

describeWithChromium('the day’s work on the screen', () => {
  let office: Office;
  let officers: Officers;
  let complaintId = '';
  let label = '';
  beforeAll(async () => {
    office = await Office.open({ worker: true });
    officers = new Officers(office.system);
    const { petition, id } = await officers.complaintFile();
    [complaintId, label] = [id, petition.registerLabel];
    await officers.step('lanhdao', id, 'ACCEPT', { documentNumber: '15/TB-UBND', conditionsChecked: true });
    await officers.step('lanhdao', id, 'ASSIGN_OFFICER', { assigneeId: await officers.userId('chuyenvien') });
  });
  afterAll(() => office?.close());

  const group = ({ page }: Desk, name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
  const pick = (desk: Desk, field: string, name: string): Promise<void> =>
    pickFrom(desk, desk.page.getByRole('combobox', { name: field }), name);

  it('an officer finds what waits for them and narrows it down; the filter is in the address', async () => {
    const other = await officers.register();
    await officers.step('motcua', other.caseFileId, 'CLASSIFY', { contentType: 'complaint' });
    await officers.step('motcua', other.caseFileId, 'CHECK_ELIGIBILITY', { eligible: true });
    const desk = await office.desk('chuyenvien');
    const { page } = desk;
    await desk.goTo('/viec-cua-toi');
    await group(desk, 'Đang chờ tôi').getByRole('link', { name: label }).waitFor();
    const all = await group(desk, 'Đang chờ tôi').getByRole('row').count();
    await page.getByText('Chỉ việc giao đích danh tôi').click();
    await until(async () => (await group(desk, 'Đang chờ tôi').getByRole('row').count()) < all);
    await page.getByLabel('Tìm trong việc của tôi').fill(label);
    await until(async () => page.url().includes('cua=toi') && page.url().includes(encodeURIComponent(label)));
    await page.reload();
    await group(desk, 'Đang chờ tôi').getByRole('link', { name: label }).waitFor();
    expect(await page.getByLabel('Tìm trong việc của tôi').inputValue()).toBe(label);
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await until(async () => !page.url().includes('cua='));
    expect(desk.faults).toEqual([]);
  });

  it('the chairman signs a paper from the list of what waits, on a phone', async () => {
    const token = await officers.token('chuyenvien');
    const paper = await call<{ id: string; rev: number; fields: { name: string; kind: string; items: string[] }[] }>(
      office.system.url,
      'POST',
      `/case-files/${complaintId}/documents`,
      { token, body: { form: 'ND124.07' } },
    );
    expect(paper.status).toBe(201);
    const typed = Object.fromEntries(
      paper.body.fields.map(({ name, kind, items }) => [
        name,
        kind === 'list' ? [Object.fromEntries(items.map((item) => [item, 'Theo đơn']))] : 'Theo đơn và tài liệu',
      ]),
    );
    const act = async (who: string, path: string, rev: number, body: unknown = {}) => {
      const answer = await call<{ rev: number }>(office.system.url, 'POST', `/documents/${paper.body.id}/${path}`, {
        ...{ token: await officers.token(who), body, headers: { 'if-match': `"${rev}"` } },
      });
      expect([path, answer.status, answer.text.slice(0, 200)]).toEqual([path, 200, expect.anything()]);
      return answer.body.rev;
    };
    let rev = await act('chuyenvien', 'fields', paper.body.rev, { typed });
    rev = await act('chuyenvien', 'submit', rev);
    await act('truongphong', 'approve', rev);

    const desk = await office.desk('lanhdao', PHONE);
    const { page } = desk;
    await desk.goTo('/viec-cua-toi');
    const waiting = group(desk, 'Văn bản chờ tôi');
    const row = waiting.getByRole('row').filter({ hasText: 'Chờ tôi ký' });
    await row.getByRole('link', { name: /yêu cầu cung cấp/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: 'Ký', exact: true }).click();
    await until(async () => (await drawer.textContent())?.includes('người ký: Phạm Quốc Cường') ?? false);
    await desk.goTo('/viec-cua-toi');
    await waiting.waitFor();
    expect(await waiting.getByText('Chờ tôi ký').count()).toBe(0);
    expect(desk.faults).toEqual([]);
  });

  it('an officer enters a petition that another agency has sent on, and both see the days it lost', async () => {
    const petition = await officers.register({ content: 'Khiếu nại gửi nhầm xã' });
    await officers.step('motcua', petition.caseFileId, 'CLASSIFY', { contentType: 'complaint' });
    await officers.step('chuyenvien', petition.caseFileId, 'CHECK_ELIGIBILITY', { eligible: true });
    await officers.step('chuyenvien', petition.caseFileId, 'CHECK_COMPETENCE', { competent: false });
    const { rows } = await office.system.database.admin.query<{ id: number }>(
      `SELECT id FROM app.agency WHERE code = 'XA-HOALOC'`,
    );
    await officers.step('lanhdao', petition.caseFileId, 'TRANSFER', {
      ...{ receivingBody: 'Ủy ban nhân dân xã Hòa Lộc', receivingAgencyId: rows[0]?.id, documentNumber: '30/PC-UBND' },
    });
    const desk = await office.desk('motcua.hoaloc');
    const { page } = desk;
    await desk.goTo('/don-chuyen-den');
    await page.getByRole('button', { name: /Vào sổ đơn từ .*Tân Thành/ }).click();
    await page.getByText('Đã qua 1 lần chuyển').waitFor();
    await page.getByText('Không có đơn nào đang chờ vào sổ').waitFor();
    await page.getByRole('link', { name: /đơn số/ }).click();
    await page.getByRole('tab', { name: 'Liên quan' }).click();
    await page.getByText(/Đã chuyển 1 lần, mất \d+ ngày trên đường/).waitFor();
    const sender = await office.desk('chuyenvien');
    await sender.goTo(`/ho-so/${petition.caseFileId}?muc=lien-quan`);
    expect(await sender.page.getByRole('row').filter({ hasText: 'Hòa Lộc' }).textContent()).toMatch(/sau \d+ ngày/);
    expect([...desk.faults, ...sender.faults]).toEqual([]);
  });

  it('an officer who leaves for a week names who stands in, and takes it back', async () => {
    const desk = await office.desk('chuyenvien');
    const { page } = desk;
    await desk.goTo('/uy-quyen');
    expect(await page.getByRole('combobox', { name: 'Người ủy quyền' }).isDisabled()).toBe(true);
    await pick(desk, 'Người được ủy quyền', 'Lê Thị Hạnh');
    const [year, month, day] = (await officers.get<{ today: string }>('lanhdao', '/clock')).today.split('-');
    const until_ = page.getByLabel('Đến hết ngày', { exact: true });
    await until_.fill(`${day}/${month}/${year}`);
    await until_.press('Enter');
    await page.getByLabel('Lý do, văn bản ủy quyền').fill('Đi học lớp bồi dưỡng');
    await page.getByRole('button', { name: 'Ủy quyền', exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: 'Lê Thị Hạnh' });
    await row.getByText('Đang có hiệu lực').waitFor();
    const head = await office.desk('lanhdao');
    await head.goTo(`/ho-so/${complaintId}?muc=nguoi`);
    await head.page.getByText('Lê Thị Hạnh được ủy quyền làm thay đến').waitFor();
    await row.getByRole('button', { name: 'Chấm dứt ủy quyền cho Lê Thị Hạnh' }).click();
    await page.locator('.ant-popconfirm').getByRole('button', { name: 'Chấm dứt' }).click();
    await row.waitFor({ state: 'detached' });
    expect(desk.faults).toEqual([]);
  });

  it('a head notes that somebody is away, and that they are back', async () => {
    const desk = await office.desk('truongphong');
    const { page } = desk;
    await desk.goTo('/uy-quyen?muc=vang-mat');
    await pick(desk, 'Người vắng mặt', 'Trần Văn Bình');
    await page.getByRole('button', { name: 'Ghi vắng mặt' }).click();
    const away = page.locator('.plain-rows > li').filter({ hasText: 'Trần Văn Bình' });
    await away.getByText('Đang vắng').waitFor();
    await desk.goTo(`/ho-so/${complaintId}?muc=nguoi`);
    await page.getByText('Đang vắng').waitFor();
    await desk.goTo('/uy-quyen?muc=vang-mat');
    await away.getByRole('button', { name: 'Đã có mặt trở lại' }).click();
    await page.getByText('Không ai vắng mặt').waitFor();
    expect(desk.faults).toEqual([]);
  });

  it('a head marks a letter of urging as sent, and the file says how', async () => {
    await officers.advance({ workingDays: 40 });
    await eventually('a letter of urging to write', async () =>
      (await officers.get<{ tasks: { title: string }[] }>('truongphong', '/my-work')).tasks.find(({ title }) =>
        /đôn đốc/.test(title),
      ),
    );
    const desk = await office.desk('truongphong');
    const { page } = desk;
    await desk.goTo('/viec-cua-toi');
    const tasks = group(desk, 'Nhiệm vụ được giao');
    const row = tasks.getByRole('row').filter({ hasText: label }).filter({ hasText: 'đôn đốc' }).first();
    await row.getByRole('button', { name: /Đã làm/ }).click();
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: 'Ghi là đã làm' });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel('Đã làm thế nào').fill('Đã gửi văn bản đôn đốc số 15/UBND-VP.');
    await confirm.click();
    await dialog.waitFor({ state: 'hidden' });
    await desk.goTo(`/ho-so/${complaintId}?muc=dien-bien`);
    await page.locator('.timeline').getByText('Đã gửi văn bản đôn đốc số 15/UBND-VP.').waitFor();
    expect(desk.faults).toEqual([]);
  });

  it('a head hands over everything an officer holds to another, and each file says so', async () => {
    const desk = await office.desk('truongphong');
    const { page } = desk;
    await desk.goTo('/uy-quyen?muc=ban-giao');
    await pick(desk, 'Người bàn giao', 'Trần Văn Bình');
    await pick(desk, 'Người nhận bàn giao', 'Dương Văn Khải');
    await page.getByLabel('Lý do bàn giao').fill('Chuyển công tác sang phòng khác');
    await page.getByRole('button', { name: 'Bàn giao', exact: true }).click();
    const question = page.getByRole('dialog');
    await question.getByText('Trần Văn Bình').waitFor();
    await question.getByRole('button', { name: 'Bàn giao tất cả' }).click();
    await page.getByText(/Đã bàn giao [1-9]\d* hồ sơ/).waitFor();
    await desk.goTo(`/ho-so/${complaintId}`);
    await page.getByText('Giao cho Dương Văn Khải').waitFor();
    await page.getByRole('tab', { name: /Diễn biến/ }).click();
    await page.locator('.timeline').getByText('Chuyển công tác sang phòng khác').waitFor();
    expect(desk.faults).toEqual([]);
  });
});
