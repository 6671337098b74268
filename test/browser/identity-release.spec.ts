import { describeWithChromium } from '#testing/support/chromium';
import { Office as Officers } from '../e2e/support/cases.js';
import { type Desk, Office, until } from './support/desk.js';
import { pick } from './support/file-steps.js';

const NAME = 'Triệu Thị Kín';
const CONTENT = 'Cán bộ địa chính nhận tiền của dân khi làm sổ đỏ';
const PHONE_NUMBER = '0912345678';

describeWithChromium('who a denouncer is, on the screen', () => {
  let office: Office;
  let officers: Officers;
  let petition: { id: string; caseFileId: string; registerLabel: string };
  beforeAll(async () => {
    office = await Office.open();
    officers = new Officers(office.system);
    petition = await officers.register({
      ...{ type: 'denunciation', content: CONTENT },
      petitioners: [{ fullName: NAME, address: 'Thôn 2, xã Tân Thành', phone: PHONE_NUMBER }],
    });
  });
  afterAll(() => office?.close());

  const ask = async (desk: Desk, registerNumber: string): Promise<void> => {
    const { page } = desk;
    await page.getByRole('button', { name: 'Lập đề nghị' }).click();
    await pick(desk, page.getByRole('combobox', { name: 'Cơ quan tiếp nhận đơn' }), 'Ủy ban nhân dân xã Tân Thành');
    await page.getByLabel('Số tiếp nhận').fill(registerNumber);
    await pick(desk, page.getByRole('combobox', { name: 'Mục đích' }), 'Thanh tra, kiểm tra');
    await page.getByLabel('Lý do, văn bản làm căn cứ').fill('Thanh tra trách nhiệm theo Quyết định 12/QĐ-TT');
    await page.getByLabel('Được đọc trong bao nhiêu giờ').fill('4');
    await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await page.getByRole('button', { name: 'Gửi đề nghị' }).waitFor({ state: 'detached' });
  };
  const requestOf = ({ page }: Desk, registerNumber: string) =>
    page.locator('.plain-rows > li').filter({ hasText: `Đơn số ${registerNumber}` });
  const confirm = async ({ page }: Desk, button: string): Promise<void> => {
    await page.locator('.ant-popconfirm').getByRole('button', { name: button, exact: true }).click();
  };
  /** Everything that a browser could keep of a page. */
  const kept = ({ page }: Desk): Promise<string> =>
    page.evaluate<string>(
      'JSON.stringify([localStorage, sessionStorage, document.cookie, document.documentElement.outerHTML, [...document.querySelectorAll("input,textarea")].map((e) => e.value)])',
    );

  it('an inspector asks, and learns nothing of whether there is such a petition', async () => {
    const desk = await office.desk('thanhtra');
    await desk.goTo('/de-nghi-khai-thac');
    await ask(desk, petition.registerLabel);
    await ask(desk, '9999/2026');
    for (const number of [petition.registerLabel, '9999/2026'])
      expect(await requestOf(desk, number).textContent()).toMatch(/Chờ người thứ hai quyết định/);
    expect(await desk.page.getByText('không có đơn bảo mật').count()).toBe(0);
    expect(await desk.page.getByRole('button', { name: 'Chấp thuận', exact: true }).count()).toBe(0);
    await desk.goTo('/thong-tin-bao-mat');
    await desk.page.getByText('Bạn không có đề nghị nào đang được phép đọc').waitFor();
    expect(desk.faults).toEqual([]);
  });

  it('the custodian sees which number is a sealed petition, refuses the one and releases the other', async () => {
    const desk = await office.desk('baomat');
    await desk.goTo('/de-nghi-khai-thac');
    const none = requestOf(desk, '9999/2026');
    await none.getByText('không có đơn bảo mật nào mang số này').waitFor();
    expect(await none.getByRole('button', { name: 'Chấp thuận', exact: true }).isDisabled()).toBe(true);
    await none.getByRole('button', { name: 'Không chấp thuận' }).click();
    await confirm(desk, 'Không chấp thuận');
    await none.getByText('Đặng Thu Hà quyết định').waitFor();
    const some = requestOf(desk, petition.registerLabel);
    await some.getByRole('button', { name: 'Chấp thuận', exact: true }).click();
    await desk.page.getByText('đọc thông tin người tố cáo trong 4 giờ?').waitFor();
    await confirm(desk, 'Chấp thuận');
    await some.getByText('được đọc đến').waitFor();
    expect(desk.faults).toEqual([]);
  });

  it('a custodian asks like anybody else, and the second custodian decides', async () => {
    const first = await office.desk('baomat');
    await first.goTo('/de-nghi-khai-thac');
    const other = await officers.register({ type: 'denunciation', content: 'Một việc khác' });
    await ask(first, other.registerLabel);
    const own = requestOf(first, other.registerLabel);
    await own.getByText('chờ người quản lý thông tin thứ hai').waitFor();
    expect(await own.getByRole('button', { name: 'Chấp thuận', exact: true }).count()).toBe(0);
    const second = await office.desk('baomat2');
    await second.goTo('/de-nghi-khai-thac');
    const asked = requestOf(second, other.registerLabel);
    await asked.getByRole('button', { name: 'Không chấp thuận' }).click();
    await confirm(second, 'Không chấp thuận');
    await asked.getByText('Bùi Anh Tuấn quyết định').waitFor();
  });

  it('the inspector reads it once released: a warning first, then in this page’s memory alone', async () => {
    const desk = await office.desk('thanhtra');
    const { page } = desk;
    await desk.goTo('/thong-tin-bao-mat');
    await page.getByRole('button', { name: 'Đọc thông tin người tố cáo' }).first().click();
    await page.getByRole('dialog').getByText('được ghi vào nhật ký hồ sơ').waitFor();
    expect(await kept(desk)).not.toContain(NAME);
    await page.getByRole('button', { name: 'Đọc và ghi nhật ký' }).click();
    const shown = page.getByRole('region', { name: 'Thông tin người tố cáo đang hiển thị' });
    await shown.getByText(NAME).waitFor();
    expect(await shown.textContent()).toMatch(/Tự xóa khỏi màn hình sau [012]:\d\d phút/);
    expect(await shown.textContent()).toContain(PHONE_NUMBER);
    await page.emulateMedia({ media: 'print' });
    expect(await shown.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    expect(await page.evaluate<string>('JSON.stringify([localStorage, sessionStorage])')).not.toContain(NAME);
    // Another page and back again: nothing is left of it.
    await page.getByRole('link', { name: 'Đề nghị khai thác' }).click();
    await page.getByRole('heading', { name: 'Đề nghị khai thác thông tin người tố cáo' }).waitFor();
    expect(await kept(desk)).not.toContain(NAME);
    await page.goBack();
    await page.getByText('đã đọc 1 lần').waitFor();
    expect(await kept(desk)).not.toContain(NAME);
    expect(desk.faults).toEqual([]);
  });

  it('the inspector reads what it says without who wrote it, and it is wiped as well', async () => {
    const desk = await office.desk('thanhtra');
    const { page } = desk;
    await desk.goTo('/thong-tin-bao-mat');
    await page.getByRole('button', { name: 'Đọc nội dung đơn' }).first().click();
    await page.getByRole('dialog', { name: 'Đọc nội dung đơn được niêm phong (bảo mật)' }).waitFor();
    await page.getByRole('button', { name: 'Đọc và ghi nhật ký' }).click();
    const shown = page.getByRole('region', { name: 'Nội dung đơn đang hiển thị' });
    await shown.getByText(CONTENT).waitFor();
    expect(await kept(desk)).not.toContain(NAME);
    if (process.env['NGHE_DAN_SHOTS']) {
      await page.screenshot({ path: `${process.env['NGHE_DAN_SHOTS']}/noi-dung-don.png` });
      await page.setViewportSize({ width: 390, height: 844 });
      await page.screenshot({ path: `${process.env['NGHE_DAN_SHOTS']}/noi-dung-don-phone.png`, fullPage: true });
    }
    await page.getByRole('button', { name: 'Xóa ngay' }).click();
    await page.getByText('Đã xóa khỏi màn hình.').waitFor();
    expect(await kept(desk)).not.toContain(CONTENT);
    expect(desk.faults).toEqual([]);
  });

  it('is wiped the moment somebody prints or looks away', async () => {
    const desk = await office.desk('thanhtra');
    const { page } = desk;
    for (const [leave, words] of [
      [`window.dispatchEvent(new Event('beforeprint'))`, 'không in được'],
      [`window.dispatchEvent(new Event('pagehide'))`, 'không còn được xem'],
    ] as const) {
      await desk.goTo('/thong-tin-bao-mat');
      await page.getByRole('button', { name: 'Đọc thông tin người tố cáo' }).first().click();
      await page.getByRole('button', { name: 'Đọc và ghi nhật ký' }).click();
      await page.getByText(NAME).waitFor();
      await page.evaluate(leave);
      await page.getByText(words).waitFor();
      expect(await kept(desk)).not.toContain(NAME);
    }
  });

  it('is wiped when its two minutes are over', async () => {
    const desk = await office.desk('thanhtra');
    const { page } = desk;
    await page.clock.install();
    await desk.goTo('/thong-tin-bao-mat');
    await page.getByRole('button', { name: 'Đọc thông tin người tố cáo' }).first().click();
    await page.getByRole('button', { name: 'Đọc và ghi nhật ký' }).click();
    await page.getByText(NAME).waitFor();
    await page.clock.fastForward('01:50');
    expect(await kept(desk)).toContain(NAME);
    await page.clock.fastForward('00:15');
    await page.getByText('vì hết thời gian xem').waitFor();
    expect(await kept(desk)).not.toContain(NAME);
  });

  it('the resolver reads by standing right from the file, saying what for; the file tells who read and not what', async () => {
    const desk = await office.desk('lanhdao');
    const { page } = desk;
    await desk.goTo(`/ho-so/${petition.caseFileId}?muc=nguoi`);
    await page.getByRole('button', { name: 'Đọc thông tin người tố cáo' }).click();
    const question = page.getByRole('dialog');
    expect(await question.getByRole('button', { name: 'Đọc và ghi nhật ký' }).isDisabled()).toBe(true);
    await question.getByText('Làm việc với người tố cáo khi xác minh').click();
    await question.getByRole('button', { name: 'Đọc và ghi nhật ký' }).click();
    await page.getByText(NAME).waitFor();
    await page.getByRole('button', { name: 'Xóa ngay' }).click();
    await until(async () => !(await kept(desk)).includes(NAME));
    await page.getByRole('tab', { name: /Diễn biến/ }).click();
    await page.locator('.timeline > li.reading').first().waitFor();
    expect(await page.locator('.timeline').textContent()).not.toContain(NAME);
    expect(desk.faults).toEqual([]);
  });

  it('an officer who is not on the file finds neither file nor name', async () => {
    const desk = await office.desk('chuyenvien');
    await desk.page.goto(`/ho-so/${petition.caseFileId}?muc=nguoi`);
    await desk.page.getByRole('alert').waitFor();
    expect(await kept(desk)).not.toContain(NAME);
  });
});
