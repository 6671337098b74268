import { describeWithChromium } from '#testing/support/chromium';
import { call, signIn } from '../e2e/support/call.js';
import { type Desk, Office, PHONE, until } from './support/desk.js';

interface Made {
  readonly id: string;
}

/** Fills the open form by label and answer, then records it. */
async function record({ page }: Desk, act: string, answers: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('button', { name: act }).first().click();
  const form = page.getByRole('dialog');
  await form.waitFor();
  for (const [label, answer] of Object.entries(answers)) {
    const field = form.locator('.ant-form-item').filter({ hasText: label }).first();
    const choice = field.getByText(answer, { exact: true });
    if ((await choice.count()) > 0) await choice.first().click();
    else if ((await field.getByRole('combobox').count()) > 0) {
      await field.getByRole('combobox').fill(answer);
      await page.locator('.ant-select-item-option').filter({ hasText: answer }).first().waitFor();
      await field.getByRole('combobox').press('Enter');
    } else if ((await field.getByRole('spinbutton').count()) > 0) await field.getByRole('spinbutton').fill(answer);
    else {
      await field.getByRole('textbox').fill(answer);
      await field.getByRole('textbox').press('Tab');
    }
  }
  await form.locator('.ant-drawer-footer button.ant-btn-primary').click();
  await form.waitFor({ state: 'hidden' });
}

const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
const shown = (date: string): string => date.split('-').reverse().join('/');

describeWithChromium('the reception room on the screen', () => {
  let office: Office;
  let today = '';
  beforeAll(async () => {
    office = await Office.open();
    today = (await call<{ today: string }>(office.system.url, 'GET', '/app-info')).body.today;
  });
  afterAll(() => office?.close());

  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (username: string): Promise<string> => {
    const token = tokens.get(username) ?? signIn(office.system.url, username);
    tokens.set(username, token);
    return token;
  };
  async function post<T = Made>(username: string, path: string, body: object, rev?: number): Promise<T> {
    const token = await tokenOf(username);
    const headers = { 'if-match': `"${rev ?? 0}"` };
    const answer = await call<T>(office.system.url, 'POST', path, {
      token,
      body,
      ...(rev === undefined ? {} : { headers }),
    });
    if (answer.status > 299) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }
  const heading = ({ page }: Desk) => page.locator('h1').textContent();
  const desk = () => post('motcua', '/reception/sessions', regular());
  const regular = () => ({ kind: 'regular', heldOn: today, startsAt: '07:30', place: 'Phòng tiếp công dân' });
  const visitOf = (session: Made, type = 'feedback', summary = 'Đề nghị sửa mương thoát nước Ấp 3') =>
    post('motcua', `/reception/sessions/${session.id}/visits`, {
      ...{ type, summary },
      people: [{ fullName: 'Lường Thị Mẫu', address: 'Ấp 3, xã Tân Thành', personalId: '001185012345' }],
    });

  it('shows the chairman in red words what days are missing, and leads from there to a schedule', async () => {
    const room = await office.desk('lanhdao');
    const next = addDays(`${today.slice(0, 7)}-28`, 7).slice(0, 7);
    await room.goTo(`/tiep-cong-dan?thang=${next}`);
    const missing = room.page.locator('a.lacks').first();
    await missing.waitFor();
    const before = (await missing.textContent()) ?? '';
    expect(before).toMatch(/thiếu \d+ ngày/);
    await missing.click();
    await room.page.getByRole('heading', { name: 'Lập lịch tiếp công dân tháng' }).waitFor();
    await room.page.getByLabel('Nơi tiếp công dân').fill('Trụ sở UBND xã Tân Thành');
    await room.page.getByLabel('Thành phần tham dự').fill('Chủ tịch, công chức địa chính');
    await room.page.locator('.day-row .ant-picker input').fill(shown(`${next}-10`));
    await room.page.locator('.day-row .ant-picker input').press('Enter');
    await room.page.locator('.day-row').getByRole('combobox').click();
    await room.page.locator('.ant-select-item-option').first().click();
    await room.page.getByRole('button', { name: 'Lưu lịch' }).click();
    await room.page.getByText('▲ 1 buổi tiếp chưa niêm yết').waitFor();
    expect(await room.page.locator('a.lacks').first().textContent()).not.toBe(before);
    await record(room, 'Ghi niêm yết lịch', { 'Đã niêm yết tại trụ sở': 'Có', 'Đã công bố trên cổng': 'Có' });
    await room.page.locator('.chip').filter({ hasText: 'Đã niêm yết' }).waitFor();
    const planned = room.page.locator('td[data-label="Theo lịch"] a').first();
    const days = await planned.textContent();
    await planned.click();
    const behind = room.page.getByRole('region', { name: 'Ngày tiếp còn theo lịch' });
    await behind
      .locator('caption')
      .filter({ hasText: `${days} ngày, ` })
      .waitFor();
    expect(await behind.locator('tbody tr').count()).toBeGreaterThanOrEqual(Number(days));
    expect(room.faults).toEqual([]);
  });

  it('opens the desk of the day and enters a visit by keyboard alone', async () => {
    const room = await office.desk('motcua');
    await room.goTo('/tiep-cong-dan/mo-buoi');
    await room.page.getByLabel('Nơi tiếp').fill('Phòng tiếp công dân');
    await room.page.getByRole('button', { name: 'Mở buổi tiếp' }).click();
    await room.page.getByRole('link', { name: 'Ghi lượt tiếp mới' }).click();
    await room.page.getByRole('heading', { name: 'Ghi lượt tiếp công dân' }).waitFor();
    const keys = room.page.keyboard;
    await until(async () => (await room.page.evaluate<string>('document.activeElement.type')) === 'radio');
    await keys.press('Enter');
    await keys.type('001185012345');
    await keys.press('Enter');
    await keys.type('Nùng Văn Mẫu');
    await keys.press('Enter');
    await keys.type('0912000111');
    await keys.press('Enter');
    await keys.type('Ấp 4, xã Tân Thành');
    await keys.press('Enter');
    await keys.press('Enter');
    await keys.type('Đề nghị thắp sáng đường Ấp 4');
    await keys.press('F9');
    await until(async () => /Lượt tiếp số \d+\//.test((await heading(room)) ?? ''));
    expect(await room.page.locator('main').textContent()).toMatch(/Nùng Văn Mẫu.*Ấp 4/s);
    expect(room.faults).toEqual([]);
  });

  it('takes the petition of a visit into the register and prints its receipt', async () => {
    const visit = await visitOf(await desk(), 'complaint', 'Không đồng ý mức bồi thường theo Quyết định số 8');
    const room = await office.desk('motcua');
    await room.goTo(`/tiep-cong-dan/luot/${visit.id}`);
    await room.page.getByRole('link', { name: /Tiếp nhận đơn, vào sổ/ }).click();
    await until(async () => /Quyết định số 8/.test(await room.page.getByLabel('Nội dung đơn').inputValue()));
    await room.page.keyboard.press('F9');
    await room.page.locator('.receipt').waitFor();
    expect(await room.page.locator('.receipt .number').textContent()).toMatch(/\d+\/\d{4}/);
    await room.page.getByRole('button', { name: /Nhận đơn tiếp theo/ }).click();
    await room.page.getByRole('link', { name: /^Số \d+\/\d{4}$/ }).waitFor();
    expect(await room.page.locator('.facts').textContent()).toContain('Tiếp nhận đơn');
  });

  it('refuses on a ground of the closed list only, and gives its paper', async () => {
    const visit = await visitOf(await desk());
    const room = await office.desk('motcua');
    await room.goTo(`/tiep-cong-dan/luot/${visit.id}`);
    await record(room, 'Từ chối tiếp', {
      'Căn cứ từ chối': 'đã được tiếp, hướng dẫn hoặc trả lời',
      'Đã giải thích lý do': 'Có',
    });
    await until(async () => /Từ chối tiếp/.test((await room.page.locator('.facts').textContent()) ?? ''));
    expect(await room.page.locator('.facts').textContent()).toContain('NĐ154 Đ.4 k1h');
    // The notice is signed above her: she is told by whom, and offered no button that would be refused.
    const acts = room.page.getByRole('region', { name: 'Việc có thể làm' });
    await acts.getByText(/Thuộc việc của: .*Trưởng phòng/).waitFor();
    expect(await acts.getByRole('button', { name: /Mẫu 01\/TCD/ }).count()).toBe(0);
    const head = await office.desk('lanhdao');
    await head.goTo(`/tiep-cong-dan/luot/${visit.id}`);
    await record(head, 'Ban hành thông báo từ chối', { 'Số thông báo': '03/TB-UBND' });
    const paper = head.page.getByRole('link', { name: 'Tải Word' }).first();
    await paper.waitFor();
    const file = await head.context.request.get((await paper.getAttribute('href')) ?? '');
    expect([file.status(), (await file.body()).subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });

  it('receives papers on form 02/TCD and answers one of four things after the reception', async () => {
    const visit = await visitOf(await desk());
    const room = await office.desk('motcua');
    await room.goTo(`/tiep-cong-dan/luot/${visit.id}`);
    await room.page.getByRole('button', { name: /lập biên nhận 02\/TCD/ }).click();
    await room.page.getByLabel('Tài liệu 1').fill('Đơn đề nghị');
    await room.page.getByRole('button', { name: 'Lập biên nhận', exact: true }).click();
    await room.page.getByText('Đơn đề nghị (1 trang)').waitFor();
    await record(room, 'Ghi kết quả lượt tiếp', {
      'Kết quả': 'Trả lời ngay tại buổi tiếp (LTCD Đ.18 k4; NĐ154 Đ.25 k3)',
      'Thuộc thẩm quyền': 'Có',
    });
    await until(async () => /Trả lời ngay/.test((await room.page.locator('.facts').textContent()) ?? ''));
    expect(room.faults).toEqual([]);
  });

  it('walks an unscheduled reception to its conclusion with a task, and the task to its result', async () => {
    const users = (
      await call<{ items: { id: number; roles: string[]; agencyCode: string }[] }>(
        ...([office.system.url, 'GET', '/users', { token: await tokenOf('lanhdao') }] as const),
      )
    ).body.items;
    const chairman = users.find(({ roles, agencyCode }) => roles.includes('chairman') && agencyCode === 'XA-TANTHANH');
    const session = await post('lanhdao', '/reception/sessions', {
      ...regular(),
      ...{ kind: 'unscheduled', unscheduledGround: 'INTENSE', leaderId: chairman?.id },
      ...{ attendees: 'Trưởng ấp 3', topics: 'Thoát nước' },
    });
    const room = await office.desk('lanhdao');
    await room.goTo(`/tiep-cong-dan/buoi/${session.id}`);
    await record(room, 'Bắt đầu tiếp công dân', { 'Người chủ trì tiếp': 'Chủ tịch' });
    await record(room, 'Thêm việc', {
      'Nội dung chỉ đạo': 'Khảo sát mương thoát nước Ấp 3',
      'Cơ quan, đơn vị thực hiện': 'Công chức địa chính',
      'Thời hạn thực hiện': shown(addDays(today, 10)),
    });
    await room.page.getByText('Khảo sát mương thoát nước Ấp 3').waitFor();
    await record(room, 'Kết thúc buổi tiếp', {});
    await record(room, 'Ban hành thông báo kết luận', { 'Số thông báo kết luận': '07/TB-UBND' });
    await until(async () => /Đã thông báo kết luận/.test((await room.page.locator('.lead').textContent()) ?? ''));
    await record(room, 'Ghi kết quả', { 'Kết quả thực hiện': 'Đã khảo sát, lập dự toán' });
    await room.page.getByText(/Xong .*Đã khảo sát/).waitFor();
    expect(await room.page.getByText('Thông báo kết luận việc tiếp công dân').count()).toBeGreaterThan(0);
  });

  it('postpones a posted day with a reason that is posted too, and says so', async () => {
    const day = addDays(today, 20);
    const users = (
      await call<{ items: { id: number; roles: string[]; agencyCode: string }[] }>(
        ...([office.system.url, 'GET', '/users', { token: await tokenOf('lanhdao') }] as const),
      )
    ).body.items;
    const chairman = users.find(({ roles, agencyCode }) => roles.includes('chairman') && agencyCode === 'XA-TANTHANH');
    const { id, sessionIds } = await post<{ id: string; sessionIds: string[] }>('lanhdao', '/reception/schedules', {
      ...{ fromOn: day, toOn: day, place: 'Trụ sở', regularHours: 'Giờ hành chính' },
      sessions: [
        { heldOn: day, startsAt: '07:30', leaderId: chairman?.id, attendees: 'Công chức', topics: 'Khiếu nại' },
      ],
    });
    await post('lanhdao', `/reception/schedules/${id}/postings`, { onSite: true, onPortal: true });
    const room = await office.desk('lanhdao');
    await room.goTo(`/tiep-cong-dan/buoi/${sessionIds[0]}`);
    await record(room, 'Lùi lịch tiếp công dân', {
      'Lý do lùi lịch': 'Chủ tịch họp đột xuất ở tỉnh',
      'Đã thông báo tại nơi': 'Có',
    });
    await until(async () => /Đã lùi lịch/.test((await room.page.locator('.lead').textContent()) ?? ''));
    expect(await room.page.locator('main').textContent()).toMatch(/Đã lùi từ ngày.*Thông báo lùi lịch/s);
  });

  it('keeps a dialogue: who came, what was raised, what was answered or promised', async () => {
    const room = await office.desk('lanhdao');
    await room.goTo('/doi-thoai');
    await room.page.getByRole('link', { name: 'Lập buổi đối thoại' }).click();
    await room.page.getByLabel('Nơi đối thoại').fill('Nhà văn hóa Ấp 2');
    await room.page.getByRole('button', { name: 'Mở buổi tiếp' }).click();
    await record(room, 'Bắt đầu tiếp công dân', { 'Người chủ trì tiếp': 'Chủ tịch' });
    await record(room, 'Ghi thành phần dự', {
      'Thành phần': 'Công dân',
      'Tên cơ quan, chức danh': 'Bà con Ấp 2',
      'Số người': '45',
      'Có mặt': 'Có',
    });
    await record(room, 'Ghi ý kiến', { 'Nội dung ý kiến': 'Nước máy yếu vào buổi tối' });
    await record(room, 'Trả lời ý kiến 1', { 'Hẹn trả lời ngày': shown(addDays(today, 7)) });
    await room.page
      .getByText(/Hẹn trả lời/)
      .first()
      .waitFor();
    expect(await room.page.locator('main').textContent()).toMatch(/Bà con Ấp 2, 45 người ✓ có mặt/);
    await room.goTo('/doi-thoai');
    await room.page.getByText('Nhà văn hóa Ấp 2').waitFor();
    expect(room.faults).toEqual([]);
  });

  it('reads the book 03/TCD in thirteen columns with the denouncer masked, prints and exports it', async () => {
    const session = await desk();
    await visitOf(session, 'denunciation', 'Tố cáo cán bộ ở Snarkville');
    const room = await office.desk('motcua');
    await room.goTo('/so-tiep-cong-dan');
    await room.page.locator('.book tbody tr').first().waitFor();
    expect(await room.page.locator('.book thead tr').first().locator('th').count()).toBe(13);
    const other = await office.desk('chuyenvien');
    await other.goTo('/so-tiep-cong-dan');
    await other.page.locator('.book tbody tr').first().waitFor();
    expect(await other.page.locator('main').textContent()).not.toContain('Snarkville');
    await room.page.getByRole('button', { name: 'In sổ' }).click();
    expect(await room.page.evaluate<number>('window.printed')).toBe(1);
    const pdf = await room.context.request.get(
      (await room.page.getByRole('link', { name: 'Tải PDF' }).getAttribute('href')) ?? '',
    );
    expect([pdf.status(), (await pdf.body()).subarray(0, 4).toString()]).toEqual([200, '%PDF']);
  });

  it('lists on a phone what reception still owes, each with its article and its place', async () => {
    const visit = await visitOf(await desk());
    const file = await call<{ rev: number }>(office.system.url, 'GET', `/reception/visits/${visit.id}`, {
      token: await tokenOf('motcua'),
    });
    await post(
      'motcua',
      `/reception/visits/${visit.id}/refusal`,
      { ground: 'ALREADY_ANSWERED', explained: true },
      file.body.rev,
    );
    const room = await office.desk('motcua', PHONE);
    await room.goTo('/viec-tiep-cong-dan');
    const duty = room.page.getByRole('row').filter({ hasText: 'Thông báo từ chối' }).first();
    await duty.waitFor();
    expect(await duty.textContent()).toMatch(/NĐ154 Đ\.4/);
    expect(await room.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(
      0,
    );
    await duty.getByRole('link').click();
    await room.page.getByRole('heading', { name: /Lượt tiếp số/ }).waitFor();
  });
});
