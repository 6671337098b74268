import { describeWithChromium } from '#testing/support/chromium';
import { call, signIn } from '../e2e/support/call.js';
import { type Desk, Office, until } from './support/desk.js';

interface Registered {
  readonly id: string;
  readonly caseFileId: string;
  readonly receivedOn: string;
}

/** Fills the open form: a label and the option, word or day that goes with it; then records the step. */
async function record({ page }: Desk, step: string, answers: Readonly<Record<string, string>>): Promise<void> {
  await page.locator('button.act').filter({ hasText: step }).first().click();
  const form = page.getByRole('dialog', { name: step });
  await form.waitFor();
  for (const [label, answer] of Object.entries(answers)) {
    const field = form.locator('.ant-form-item').filter({ hasText: label });
    const choice = field.getByText(answer, { exact: true });
    if ((await choice.count()) > 0) await choice.first().click();
    else if ((await field.getByRole('combobox').count()) > 0) {
      await field.getByRole('combobox').click();
      await page.locator('.ant-select-item-option').filter({ hasText: answer }).first().click();
    } else await field.getByRole('textbox').fill(answer);
  }
  await form.getByRole('button', { name: 'Ghi nhận bước này' }).click();
  await form.waitFor({ state: 'hidden' });
}

const stage = ({ page }: Desk) => page.locator('.stage-chip').textContent();

describeWithChromium('a case on the screen', () => {
  let office: Office;
  let petition: Registered;
  let complaintId = '';
  beforeAll(async () => {
    office = await Office.open({ worker: true });
    const token = await signIn(office.system.url, 'motcua');
    const today = (await call<{ today: string }>(office.system.url, 'GET', '/app-info')).body.today;
    const answer = await call<Registered>(office.system.url, 'POST', '/petitions', {
      token,
      headers: { 'idempotency-key': 'case-walk' },
      body: {
        type: 'complaint',
        channel: 'in_person',
        receivedOn: today,
        field: 'Đất đai',
        content: 'Không đồng ý với mức bồi thường ghi trong quyết định thu hồi đất, đề nghị xem xét lại.',
        respondent: 'Chủ tịch UBND xã Tân Thành',
        petitioners: [{ fullName: 'Huỳnh Thị Ngọc Ánh', birthDate: '1972', address: 'Ấp 2, xã Tân Thành' }],
      },
    });
    expect(answer.status).toBe(201);
    petition = answer.body;
  });
  afterAll(() => office?.close());

  it('is classified, checked and sent to be resolved from forms the procedure describes', async () => {
    const desk = await office.desk('chuyenvien');
    await desk.goTo(`/ho-so/${petition.caseFileId}`);
    await record(desk, 'Phân loại đơn', { 'Loại theo nội dung': 'Khiếu nại' });
    await until(async () => (await stage(desk)) === 'Đã phân loại, chờ kiểm tra điều kiện');
    expect(await desk.page.locator('.stage.here').textContent()).toContain('Đã phân loại');
    expect(await desk.page.locator('.stage.visited').first().textContent()).toContain('Đã tiếp nhận');
    expect(desk.faults).toEqual([]);
  });

  it('says why a step must wait, with the article', async () => {
    const desk = await office.desk('chuyenvien');
    await desk.goTo(`/ho-so/${petition.caseFileId}`);
    const refused = desk.page.locator('.refused');
    await refused.locator('summary').click();
    const first = refused.locator('li').first();
    expect(await first.textContent()).toMatch(/\((LKN|LTC|LTCD|NĐ|TT)/);
  });

  it('explains the limit day by day and draws the machine in words too', async () => {
    const desk = await office.desk('lanhdao');
    await desk.goTo(`/ho-so/${petition.caseFileId}`);
    const calendar = desk.page.locator('.deadline').first();
    await calendar.getByRole('table').first().waitFor();
    expect(await calendar.locator('td.due').textContent()).toMatch(/hết hạn/);
    expect(await calendar.locator('td.start').first().textContent()).toMatch(/ngày bắt đầu, không tính/);
    expect(await calendar.locator('.skipped').textContent()).toMatch(/Được tính \d+ ngày/);
    await desk.page.getByText('Sơ đồ bằng chữ').click();
    expect(await desk.page.getByRole('row').filter({ hasText: 'Đã phân loại' }).count()).toBeGreaterThan(0);
  });

  it('shows the second of two people what the first has changed', async () => {
    const slow = await office.desk('chuyenvien');
    await slow.goTo(`/ho-so/${petition.caseFileId}`);
    await slow.page.getByRole('button', { name: 'Kiểm tra điều kiện xử lý' }).click();
    const quick = await office.desk('truongphong');
    await quick.goTo(`/ho-so/${petition.caseFileId}`);
    await record(quick, 'Kiểm tra điều kiện xử lý', { 'Đơn đủ điều kiện xử lý': 'Có' });
    const form = slow.page.getByRole('dialog', { name: 'Kiểm tra điều kiện xử lý' });
    await form.getByText('Có', { exact: true }).click();
    await form.getByRole('button', { name: 'Ghi nhận bước này' }).click();
    const news = slow.page.getByRole('dialog', { name: 'Hồ sơ vừa được người khác cập nhật' });
    await news.getByText('Lê Thị Hạnh').waitFor();
    expect(await news.getByRole('row').filter({ hasText: 'Giai đoạn' }).textContent()).toContain('Đủ điều kiện');
    await news.getByRole('button', { name: 'Xem hồ sơ bản mới' }).click();
    await until(async () => /Đủ điều kiện/.test((await stage(slow)) ?? ''));
  });

  it('is accepted by the chairman, and the paper that the law orders is asked for', async () => {
    const desk = await office.desk('chuyenvien');
    await desk.goTo(`/ho-so/${petition.caseFileId}`);
    await record(desk, 'Xác định thẩm quyền', { 'Thuộc thẩm quyền': 'Có' });
    await record(desk, 'Đề xuất thụ lý, mở hồ sơ giải quyết', { 'Đề xuất': 'Thụ lý' });
    const link = desk.page.getByRole('link', { name: 'Giải quyết khiếu nại lần đầu' });
    await until(async () => {
      await desk.page.reload();
      await desk.page.locator('h1').waitFor();
      return (await link.count()) > 0;
    });
    complaintId = ((await link.getAttribute('href')) ?? '').split('/').at(-1) ?? '';

    const chairman = await office.desk('lanhdao');
    await chairman.goTo(`/ho-so/${complaintId}`);
    await record(chairman, 'Thụ lý giải quyết', { 'Số thông báo': '12/TB-UBND', 'Đã kiểm tra': 'Có' });
    await until(async () => (await stage(chairman)) === 'Đã thụ lý');
    await chairman.page.getByRole('tab', { name: /Diễn biến/ }).click();
    await chairman.page.locator('.timeline').getByText('Thụ lý giải quyết').waitFor();
    await chairman.page.getByRole('tab', { name: 'Giấy tờ' }).click();
    await chairman.page.getByRole('row').filter({ hasText: 'Thụ lý giải quyết' }).waitFor();
    expect(chairman.faults).toEqual([]);
  });

  it('shows both dates of an act that was recorded late, and its reason', async () => {
    const token = await signIn(office.system.url, 'lanhdao');
    const moved = await call<{ today: string }>(office.system.url, 'POST', '/clock/advance', {
      token,
      body: { workingDays: 3 },
    });
    expect(moved.status).toBe(200);
    const desk = await office.desk('lanhdao');
    await desk.goTo(`/ho-so/${complaintId}`);
    await desk.page.locator('button.act').filter({ hasText: 'Kiểm tra lại quyết định, hành vi bị khiếu nại' }).click();
    const form = desk.page.getByRole('dialog');
    const [year, month, day] = petition.receivedOn.split('-');
    const happened = form.locator('.ant-form-item').filter({ hasText: 'Ngày việc xảy ra' }).getByRole('textbox');
    await happened.fill(`${day}/${month}/${year}`);
    await happened.press('Enter');
    await form.getByRole('button', { name: 'Ghi nhận bước này' }).click();
    await form.getByRole('alert').waitFor();
    await form.getByLabel('Lý do ghi nhận muộn').fill('Đi công tác, nhập bù sau khi về cơ quan.');
    await form.getByRole('button', { name: 'Ghi nhận bước này' }).click();
    await form.waitFor({ state: 'hidden' });
    await desk.page.getByRole('tab', { name: /Diễn biến/ }).click();
    const entry = desk.page.locator('.timeline > li').first();
    await entry.getByText(`Xảy ra ${day}/${month}/${year}, ghi nhận`).waitFor();
    await entry.getByText('Đi công tác, nhập bù').waitFor();
  });
});
