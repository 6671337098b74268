import { describeWithChromium } from '#testing/support/chromium';
import { call, signIn } from '../e2e/support/call.js';
import { DESKTOP, Office, PHONE, until } from './support/desk.js';

interface Registered {
  readonly id: string;
  readonly lookupCode: string;
  readonly lookupSecret: string | null;
}

const SIGNED = 'libs/intake/fixtures/signed-online.pdf';
const PICTURE = {
  name: 'đường hỏng.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};
/** What a reader at 200 % has of a desk screen. */
const ZOOMED = { width: DESKTOP.width / 2, height: DESKTOP.height / 2 };

describeWithChromium('citizens without an account', () => {
  let office: Office;
  let today = '';
  beforeAll(async () => {
    office = await Office.open();
    today = (await call<{ today: string }>(office.system.url, 'GET', '/app-info')).body.today;
  });
  afterAll(() => office?.close());

  async function register(type: string): Promise<Registered> {
    const token = await signIn(office.system.url, 'motcua');
    const body = { type, channel: 'in_person', receivedOn: today, content: 'Đề nghị xem xét việc cấp giấy chứng nhận' };
    const answer = await call<Registered>(office.system.url, 'POST', '/petitions', {
      token,
      body: { ...body, petitioners: [{ fullName: 'Kha Thị Mẫu', address: 'Ấp 2, xã Tân Thành' }] },
    });
    expect(answer.status).toBe(201);
    return answer.body;
  }
  const desk = (viewport = PHONE) => office.desk(null, viewport);
  const onlineLines = async (username: string): Promise<number> => {
    const token = await signIn(office.system.url, username);
    const { body } = await call<{ items: { channel: string }[] }>(office.system.url, 'GET', '/petitions?limit=100', {
      token,
    });
    return body.items.filter(({ channel }) => channel === 'online').length;
  };

  it('open the code of a receipt on a phone: where it is, until when and why, what comes next, and print it', async () => {
    const { lookupCode } = await register('complaint');
    const { page, faults, goTo } = await desk();
    await goTo(`/tra-cuu/${lookupCode}`);
    await page.getByRole('heading', { name: 'Đã tiếp nhận' }).waitFor();
    await page.getByText('Vì sao ra ngày này: xem từng ngày').click();
    const days = page.locator('table.days tbody tr');
    expect(await days.count()).toBeGreaterThan(5);
    expect(await page.locator('table.days').textContent()).toMatch(/ngày thứ 1.*Không tính: ngày nghỉ cuối tuần/s);
    expect(await page.locator('.answer').textContent()).toMatch(/Tiếp theo.*Ông\/bà có thể/s);
    expect(await page.locator('.why').first().textContent()).toContain('Luật Khiếu nại');
    const smallest = await page.evaluate<number>(
      `Math.min(...[...document.querySelectorAll('main *')].filter((e) => e.childNodes.length && e.offsetParent).map((e) => parseFloat(getComputedStyle(e).fontSize)))`,
    );
    expect(smallest).toBeGreaterThanOrEqual(18);
    await page.getByRole('button', { name: 'In trang này' }).click();
    expect(await page.evaluate<number>('window.printed')).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('img', { name: 'Mã QR mở lại trang này' }).isVisible()).toBe(true);
    expect(await page.getByLabel('Mã tra cứu trên giấy biên nhận').isVisible()).toBe(false);
    expect(faults).toEqual([]);
  });

  it('read only the stage and the day of a petition with a secret, and nothing at all without it', async () => {
    const { lookupCode, lookupSecret } = await register('denunciation');
    const { page, goTo } = await desk();
    await goTo(`/tra-cuu/${lookupCode}`);
    await page.getByRole('heading', { name: 'Không tìm thấy đơn với mã này' }).waitFor();
    await page.getByLabel('Mã bí mật, nếu biên nhận có ghi').fill(lookupSecret ?? '');
    await page.getByRole('button', { name: 'Xem tình trạng đơn' }).click();
    const answer = page.locator('section.answer');
    await answer.waitFor();
    const told = (await answer.textContent()) ?? '';
    expect(told).toContain('Đã tiếp nhận');
    expect(told).not.toMatch(/tố cáo|Tiếp theo|Nơi nhận đơn|hài lòng|Tân Thành/i);
  });

  it('send feedback with a picture at 200 %, agree to messages, and the counter finds it in its book', async () => {
    const before = await onlineLines('motcua');
    const { page, faults, goTo } = await desk(ZOOMED);
    await goTo('/gui-don');
    await page.getByLabel('Gửi đến cơ quan').selectOption({ label: 'Ủy ban nhân dân xã Tân Thành' });
    await page.getByLabel('Nội dung', { exact: true }).fill('Đề nghị sửa đoạn đường liên thôn ở Ấp 5.');
    await page.locator('#files').setInputFiles(PICTURE);
    await page.getByLabel('Họ và tên').fill('Nông Thị Mẫu');
    await page.getByLabel('Địa chỉ', { exact: true }).fill('Ấp 5, xã Tân Thành');
    await page.getByText('Tôi đồng ý nhận tin nhắn').click();
    await page.getByLabel('Số điện thoại').fill('0912345678');
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    const receipt = page.locator('section.answer').first();
    await receipt.getByText('Mã chỉ hiện lần này.').waitFor();
    expect(await receipt.textContent()).toMatch(/Đã nhận, số \d+\/\d{4}.*ông\/bà sẽ nhận được tin nhắn/s);
    await page.getByRole('button', { name: 'In hoặc lưu PDF' }).click();
    expect(await page.evaluate<number>('window.printed')).toBe(1);
    await page.getByRole('link', { name: 'Mở trang tra cứu của đơn này' }).click();
    await page.getByRole('heading', { name: 'Đã tiếp nhận' }).waitFor();
    expect(await onlineLines('motcua')).toBe(before + 1);
    expect(await page.evaluate<number>('localStorage.length + sessionStorage.length')).toBe(0);
    expect(faults).toEqual([]);
  });

  it('tell of a wrong: it is taken as information, kept from the office it is about, and nothing is promised', async () => {
    const before = await onlineLines('motcua');
    const { page, goTo } = await desk();
    await goTo('/gui-don');
    await page.getByText('Vì sao không có mục “Tố cáo”?').click();
    expect(await page.locator('main').textContent()).toMatch(/Tố cáo phải bằng đơn giấy.*Đ\.22/s);
    await page.getByLabel('Gửi đến cơ quan').selectOption({ label: 'Ủy ban nhân dân xã Tân Thành' });
    await page.getByLabel('Nội dung', { exact: true }).fill('Chủ tịch xã tham ô tiền quỹ của thôn.');
    await page.getByLabel('Họ và tên').fill('Người Không Tên');
    await page.getByLabel('Địa chỉ', { exact: true }).fill('xã Tân Thành');
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await page.getByText('Mã bí mật (không đưa cho ai)').waitFor();
    const words = (await page.locator('main').textContent()) ?? '';
    expect(words).toMatch(/giữ kín với cơ quan được nói đến/);
    expect(words).toMatch(/không phải là hình thức tố cáo.*không hứa thụ lý/s);
    expect(await onlineLines('motcua')).toBe(before);
    expect(await onlineLines('lanhdao')).toBe(before);
    expect(await onlineLines('lanhdao.tinh')).toBeGreaterThan(before);
  });

  it('complain with a signed PDF, and are told plainly what was looked at and what was not', async () => {
    const { page, goTo } = await desk(DESKTOP);
    await goTo('/gui-don');
    await page.getByText('Khiếu nại', { exact: true }).click();
    await page.getByLabel('Gửi đến cơ quan').selectOption({ label: 'Ủy ban nhân dân xã Tân Thành' });
    await page.getByLabel('Nội dung', { exact: true }).fill('Không đồng ý mức bồi thường ghi trong Quyết định số 12.');
    await page.getByLabel('Họ và tên').fill('Nông Thị Mẫu');
    await page.getByLabel('Địa chỉ', { exact: true }).fill('Ấp 5, xã Tân Thành');
    await page.getByText('PDF đã ký số', { exact: true }).click();
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await page.getByRole('heading', { name: 'Chưa có bản đã ký' }).waitFor();
    await page.locator('#signed').setInputFiles(SIGNED);
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await page.getByRole('heading', { name: 'Chữ ký: đã kiểm tra gì' }).waitFor();
    const findings = (await page.locator('.findings').textContent()) ?? '';
    expect(findings).toMatch(/✓ ĐạtNội dung không đổi từ lúc ký/);
    expect(findings).toMatch(/○ Chưa xemChứng thư số do tổ chức được cấp phép cấp/);
    const token = await signIn(office.system.url, 'motcua');
    const { body } = await call<{ items: { channel: string; type: string; caseFileId: string }[] }>(
      ...([office.system.url, 'GET', '/petitions?type=complaint', { token }] as const),
    );
    const officer = await office.desk('chuyenvien');
    await officer.goTo(`/ho-so/${body.items.find(({ channel }) => channel === 'online')?.caseFileId}?muc=don`);
    await officer.page.getByRole('heading', { name: 'Gửi trực tuyến' }).waitFor();
    expect(await officer.page.locator('.findings').textContent()).toMatch(
      /Nội dung không đổi từ lúc ký.*Chưa kiểm tra/,
    );
  });

  it('answer one question when the matter is over, and may change the answer', async () => {
    const { id, lookupCode } = await register('feedback');
    await office.system.database.admin.query(
      'UPDATE app.case_file SET closed_at = now(), closed_on = $2 WHERE petition_id = $1',
      [id, today],
    );
    const { page, goTo } = await desk();
    await goTo(`/tra-cuu/${lookupCode}`);
    await page.getByText('Không hài lòng', { exact: true }).click();
    await page.getByRole('button', { name: 'Gửi đánh giá' }).click();
    await page.getByText('Đã ghi: Không hài lòng.').waitFor();
    await page.getByText('Rất hài lòng', { exact: true }).click();
    await page.getByRole('button', { name: 'Sửa đánh giá' }).click();
    await until(async () => (await page.getByText('Đã ghi: Rất hài lòng.').count()) === 1);
    expect(await page.getByText(/Có thể sửa đến hết ngày .* \(quy định nội bộ\)/).count()).toBe(1);
  });

  it('read figures by agency in which no small number can be found', async () => {
    const { page, faults, goTo } = await desk();
    await goTo('/so-lieu');
    await page.getByLabel('Năm').waitFor();
    const cells = await page.locator('.figures td.num').allTextContents();
    for (const cell of cells) expect(cell).toMatch(/^không công bố$|^\d{2,}|^[5-9]/);
    expect(await page.locator('main').textContent()).toMatch(/không công bố để không ai bị nhận ra/);
    expect(faults).toEqual([]);
  });
});
