import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithChromium } from '#testing/support/chromium';
import { call, signIn } from '../e2e/support/call.js';
import { sheetBytes } from '../e2e/support/people.js';
import { type Desk, Office, until } from './support/desk.js';

const OWN = 'con cò bay lả bay la';

/** Types into the open select and takes the first answer. */
async function pick({ page }: Desk, label: string, typed: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).last().click();
  await page.keyboard.type(typed);
  await page.locator('.ant-select-item-option').first().waitFor();
  await page.keyboard.press('Enter');
}
const row = ({ page }: Desk, words: string) => page.locator('tr').filter({ hasText: words });

describeWithChromium('administration on the screen', () => {
  let office: Office;
  let folder = '';
  beforeAll(async () => {
    office = await Office.open({ worker: true });
    folder = mkdtempSync(join(tmpdir(), 'nghe-dan-people-'));
  });
  afterAll(async () => {
    await office?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('the administrator begins at what this installation still needs, told from what is there', async () => {
    const desk = await office.desk('quantri');
    await desk.goTo('/');
    await desk.page.getByRole('heading', { name: 'Việc cần làm khi bắt đầu' }).waitFor();
    const item = (title: string) => desk.page.locator('.setup-list li').filter({ hasText: title });
    expect(await item('Mỗi vai trò có người').textContent()).toContain('Đã xong');
    expect(await item('Có người quản trị thứ hai').textContent()).toContain('Nên làm');
    expect(await item('Số dư đầu kỳ').textContent()).toContain('0/7');
    await item('Có người quản trị thứ hai').getByRole('link').click();
    await desk.page.getByRole('heading', { name: 'Tài khoản', exact: true }).waitFor();
    expect(desk.faults).toEqual([]);
  });

  it('a new colleague gets an account, a password shown once, and sets an own one before anything else', async () => {
    const desk = await office.desk('quantri');
    await desk.goTo('/quan-tri/tai-khoan');
    await desk.page.getByRole('button', { name: 'Thêm tài khoản' }).click();
    await desk.page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill('Quantri.Hoaloc');
    await desk.page.getByLabel('Họ và tên').fill('Trần Quốc Bảo');
    await pick(desk, 'Cơ quan', 'xa hoa loc');
    await desk.page.getByRole('checkbox', { name: /^Quản trị/ }).check();
    await desk.page.getByRole('button', { name: 'Tạo tài khoản' }).click();
    const password = (await desk.page.getByLabel('Mật khẩu dùng một lần').textContent()) ?? '';
    expect(password).toMatch(/^\w{4}-\w{4}-\w{4}$/);

    const colleague = await office.desk(null);
    await colleague.goTo('/dang-nhap');
    await colleague.page.getByLabel('Tên đăng nhập').fill('quantri.hoaloc');
    await colleague.page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await colleague.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await colleague.page.getByRole('heading', { name: 'Đổi mật khẩu' }).waitFor();
    expect(await colleague.page.locator('nav.sidenav').count()).toBe(0);
    await colleague.page.getByLabel('Mật khẩu dùng một lần').fill(password);
    await colleague.page.getByLabel('Mật khẩu mới', { exact: true }).fill(OWN);
    await colleague.page.getByLabel('Nhập lại mật khẩu mới').fill(OWN);
    await colleague.page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await colleague.page.getByRole('navigation', { name: 'Chức năng' }).waitFor();
    expect(colleague.faults).toEqual([]);
    expect(desk.faults).toEqual([]);
  });

  it('an administrator of a commune finds its own people only, and cannot open another', async () => {
    const desk = await office.desk(null);
    const body = { username: 'quantri.hoaloc', password: OWN };
    await desk.context.request.post('/api/v1/auth/login', { data: body, headers: { 'x-requested-with': 'test' } });
    await desk.goTo('/quan-tri/tai-khoan');
    await row(desk, 'chuyenvien.hoaloc').waitFor();
    expect(await row(desk, 'lanhdao.tinh').count()).toBe(0);
    const province = await idOf('lanhdao.tinh');
    await desk.goTo(`/quan-tri/tai-khoan/${province}`);
    await desk.page.getByRole('alert').filter({ hasText: 'Không tìm thấy' }).waitFor();
    await desk.goTo('/quan-tri/co-quan');
    await row(desk, 'XA-HOALOC').waitFor();
    expect(await desk.page.locator('tbody tr').count()).toBe(1);
    await desk.goTo('/quan-tri/dia-ban');
    await desk.page.getByText('do người quản trị cấp tỉnh ghi').waitFor();
    expect(desk.faults).toEqual([]);
  });

  it('somebody who has left is locked with a reason, thrown out, and the journal says who did it', async () => {
    const leaving = await office.desk('chuyenvien2.hoaloc');
    await leaving.goTo('/viec-cua-toi');
    const desk = await office.desk('quantri');
    await desk.goTo(`/quan-tri/tai-khoan/${await idOf('chuyenvien2.hoaloc')}`);
    await desk.page.getByText('Phiên đăng nhập đang mở').waitFor();
    await desk.page.getByRole('button', { name: 'Khóa tài khoản…' }).click();
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByLabel('Lý do').fill('Chuyển công tác về Sở Nội vụ');
    await dialog.getByRole('button', { name: 'Khóa tài khoản' }).click();
    await desk.page.getByText('Đã khóa', { exact: true }).waitFor();
    await leaving.page.reload();
    await leaving.page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    await desk.page.getByRole('link', { name: 'Nhật ký của tài khoản này' }).click();
    const entry = row(desk, 'Khóa tài khoản');
    await entry.waitFor();
    expect(await entry.textContent()).toContain('Đỗ Thành Nam');
    expect(await entry.textContent()).toContain('Chuyển công tác về Sở Nội vụ');
    expect(desk.faults).toEqual([]);
  });

  it('a sheet of people is mended row by row, then taken whole', async () => {
    const wrong = join(folder, 'co-loi.xlsx');
    const right = join(folder, 'dung.xlsx');
    const good = ['tran.van.an', 'Trần Văn An', 'Chuyên viên', 'XA-BINHMINH', 'Chuyên viên'];
    writeFileSync(wrong, await sheetBytes([good, ['pham.cuc', 'Phạm Thị Cúc', '', 'XA-KHONGCO', 'Một cửa']]));
    writeFileSync(right, await sheetBytes([good, ['pham.cuc', 'Phạm Thị Cúc', '', 'XA-BINHMINH', 'Một cửa']]));
    const desk = await office.desk('quantri');
    await desk.goTo('/quan-tri/tai-khoan/nhap-excel');
    const file = desk.page.getByLabel('Tệp tài khoản .xlsx');
    await file.setInputFiles(wrong);
    await desk.page.getByText('1 trong 2 dòng có lỗi').waitFor();
    expect(await row(desk, 'XA-KHONGCO').textContent()).toMatch(/^3Mã cơ quan.*tệp mẫu/);
    expect(await desk.page.getByRole('button', { name: /Tạo 1 tài khoản/ }).isDisabled()).toBe(true);
    await file.setInputFiles(right);
    await desk.page.getByRole('button', { name: 'Tạo 2 tài khoản' }).click();
    await desk.page.getByRole('heading', { name: 'Đã tạo 2 tài khoản' }).waitFor();
    expect(await row(desk, 'pham.cuc').textContent()).toMatch(/\w{4}-\w{4}-\w{4}/);
    await desk.page.getByRole('link', { name: 'Xem ai chưa đổi mật khẩu' }).click();
    await desk.page.getByRole('heading', { level: 1, name: 'Tài khoản', exact: true }).waitFor();
    await row(desk, 'tran.van.an').waitFor();
    expect(desk.faults).toEqual([]);
  });

  it('a merged commune passes its open files, and stands in the tree of the day before', async () => {
    const clerk = await signIn(office.system.url, 'motcua.namcau');
    const today = (await call<{ today: string }>(office.system.url, 'GET', '/app-info')).body.today;
    const registered = await call<{ caseFileId: string }>(office.system.url, 'POST', '/petitions', {
      token: clerk,
      headers: { 'idempotency-key': 'merged-commune' },
      body: {
        ...{ type: 'complaint', channel: 'in_person', receivedOn: today },
        content: 'Đề nghị xem xét lại mức bồi thường khi thu hồi đất.',
        petitioners: [{ fullName: 'Võ Thị Kim Xuyến', birthDate: '1980' }],
      },
    });
    expect(registered.status).toBe(201);
    const desk = await office.desk('quantri');
    await desk.goTo('/quan-tri/co-quan');
    await desk.page.getByRole('button', { name: 'Ủy ban nhân dân phường Nam Cầu' }).click();
    await desk.page.getByRole('button', { name: 'Sáp nhập, giải thể…' }).click();
    await pick(desk, 'Cơ quan kế thừa', 'trung tam');
    await desk.page.getByLabel('Số văn bản quyết định').fill('Nghị quyết 99/NQ-HĐND');
    await desk.page.getByRole('button', { name: 'Xem trước' }).click();
    const card = desk.page.locator('a.card').filter({ hasText: 'hồ sơ đang mở' });
    expect(await card.locator('.figure').textContent()).toBe('1');
    expect(await desk.page.getByText('Sổ tiếp nhận đơn năm').textContent()).toContain('dừng ở số 1');
    const confirm = desk.page.getByRole('button', { name: 'Xác nhận, chuyển hồ sơ' });
    expect(await confirm.isDisabled()).toBe(true);
    await desk.page.getByRole('checkbox', { name: /không hoàn tác/ }).check();
    await confirm.click();
    await desk.page.getByText('Đã chuyển 1 hồ sơ sang PHUONG-TRUNGTAM').waitFor();
    await desk.page.reload();
    await desk.page.getByText('Đã chuyển 1 hồ sơ sang PHUONG-TRUNGTAM').waitFor();
    await desk.goTo('/quan-tri/co-quan');
    await row(desk, 'PHUONG-TRUNGTAM').waitFor();
    expect(await row(desk, 'phường Nam Cầu').count()).toBe(0);
    await desk.page.getByLabel('Hiện cả cơ quan đã kết thúc').click();
    await until(async () => (await row(desk, 'Kết thúc').count()) === 1);
    await desk.goTo('/quan-tri/co-quan?ngay=2026-01-15');
    await row(desk, 'phường Nam Cầu').waitFor();
    expect(desk.faults).toEqual([]);
  });

  it('a unit is added below a commune and found in the tree', async () => {
    const desk = await office.desk('quantri');
    await desk.goTo('/quan-tri/co-quan?xem=XA-TANTHANH');
    await desk.page.getByRole('button', { name: 'Thêm đơn vị bên dưới' }).click();
    await desk.page.getByLabel('Tên cơ quan').fill('Phòng Kinh tế xã Tân Thành');
    await desk.page.getByLabel('Tên gọi tắt').fill('Phòng Kinh tế');
    await desk.page.getByLabel('Mã cơ quan').fill('pkt-tanthanh');
    await desk.page.getByLabel('Văn bản thành lập').fill('Quyết định 12/QĐ-UBND');
    await desk.page.getByRole('button', { name: 'Thêm cơ quan' }).click();
    await row(desk, 'PKT-TANTHANH').waitFor();
    expect(await row(desk, 'PKT-TANTHANH').textContent()).toContain('Đơn vị trực thuộc');
    expect(desk.faults).toEqual([]);
  });

  it('a remote area is put on the list with its paper, and taken off with another', async () => {
    const desk = await office.desk('quantri');
    await desk.goTo('/quan-tri/dia-ban');
    await desk.page.getByLabel('Xã, phường, đặc khu').click();
    await desk.page.keyboard.type('truong sa');
    await desk.page.locator('.ant-select-item-option').filter({ hasText: 'Trường Sa' }).first().click();
    await desk.page.getByLabel('Văn bản xác định địa bàn').fill('Quyết định 861/QĐ-TTg');
    await desk.page.getByRole('button', { name: 'Thêm địa bàn' }).click();
    await row(desk, 'Trường Sa').waitFor();
    await desk.page.getByRole('button', { name: /^Kết thúc .*Trường Sa/ }).click();
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByLabel('Văn bản bãi bỏ, thay thế').fill('Quyết định 99/QĐ-TTg');
    await dialog.getByRole('button', { name: 'Ghi ngày kết thúc' }).click();
    await until(async () => ((await row(desk, 'Trường Sa').textContent()) ?? '').includes('Quyết định 99/QĐ-TTg'));
    expect(desk.faults).toEqual([]);
  });

  it('an opening balance is entered at the counter, given back, mended and locked by the head', async () => {
    const clerk = await office.desk('motcua');
    await clerk.goTo('/quan-tri/so-du-dau-ky');
    await clerk.page.getByRole('button', { name: 'Nhập số dư' }).click();
    await clerk.page.getByLabel('Lấy số từ sổ, báo cáo nào').fill('Báo cáo 45/BC-UBND');
    for (const field of await clerk.page.getByRole('spinbutton').all()) await field.fill('4');
    await clerk.page.getByRole('button', { name: 'Gửi người thứ hai xác nhận' }).click();
    await clerk.page.getByText('Chờ người thứ hai xác nhận').waitFor();
    expect(await clerk.page.getByRole('button', { name: 'Xác nhận, khóa số liệu' }).count()).toBe(0);
    const head = await office.desk('truongphong');
    await head.goTo('/quan-tri/so-du-dau-ky');
    await head.page.getByRole('button', { name: 'Trả lại…' }).click();
    await head.page.getByRole('dialog').getByLabel('Sai ở đâu, cần sửa gì').fill('Đơn tố cáo là 5, không phải 4');
    await head.page.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click();
    await head.page.getByText('Bị trả lại, cần sửa').waitFor();
    await clerk.page.reload();
    await clerk.page.getByRole('button', { name: 'Sửa số liệu' }).click();
    await clerk.page.getByLabel('Đơn tố cáo').fill('5');
    await clerk.page.getByRole('button', { name: 'Lưu, gửi xác nhận lại' }).click();
    await clerk.page.getByText('Chờ người thứ hai xác nhận').waitFor();
    await head.page.reload();
    await head.page.getByRole('button', { name: 'Xác nhận, khóa số liệu' }).click();
    await head.page.getByText('Đã xác nhận, khóa').waitFor();
    expect(await row(head, 'Đơn tố cáo').textContent()).toContain('5');
    expect([...clerk.faults, ...head.faults]).toEqual([]);
  });

  async function idOf(username: string): Promise<number> {
    const token = await signIn(office.system.url, 'quantri');
    const path = `/administration/users?q=${username}`;
    const { body } = await call<{ items: { id: number; username: string }[] }>(office.system.url, 'GET', path, {
      token,
    });
    return body.items.find((one) => one.username === username)?.id ?? 0;
  }
});
