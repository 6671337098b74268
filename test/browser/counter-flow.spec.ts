import { describeWithChromium } from '#testing/support/chromium';
import { call, signIn } from '../e2e/support/call.js';
import { wordDiff } from '../../apps/web/src/counter/word-diff.js';
import { keptAfter } from './support/browser-storage.js';
import { type Desk, Office, registerNumber, until } from './support/desk.js';

const CONTENT = 'Đề nghị xem xét lại việc thu hồi 320 m2 đất vườn, mức bồi thường thấp hơn các hộ liền kề.';

/** How wide the dialog was, frame by frame, while it came up. */
const WIDTHS_OF_THE_DIALOG = `new Promise((done) => {
  const seen = new Set();
  const end = performance.now() + 2000;
  const look = () => {
    const { width } = document.querySelector('.ant-modal')?.getBoundingClientRect() ?? { width: 0 };
    if (width > 0) seen.add(Math.round(width));
    if (performance.now() < end) requestAnimationFrame(look);
    else done([...seen]);
  };
  look();
})`;

it('shows word by word what a later text keeps, leaves out and adds, whatever the marks', () => {
  const parts = wordDiff('Khiếu nại việc thu hồi 320 m2 đất, Hòa ký.', 'Khieu nai việc thu hồi 318 m2 đất Hoà ký lại');
  expect(parts.map(({ kind, text }) => [kind, text.trim()])).toEqual([
    ['same', 'Khieu nai việc thu hồi'],
    ['gone', '320'],
    ['new', '318'],
    ['same', 'm2 đất Hoà ký'],
    ['new', 'lại'],
  ]);
  expect(wordDiff('', 'một hai')).toEqual([{ kind: 'new', text: 'một hai' }]);
  expect(wordDiff('như cũ', 'như cũ').every(({ kind }) => kind === 'same')).toBe(true);
});

describeWithChromium('a petition from the first key to the receipt', () => {
  let office: Office;
  let desk: Desk;
  beforeAll(async () => {
    office = await Office.open();
    desk = await office.desk('motcua');
  });
  afterAll(() => office?.close());
  const focused = () => desk.page.evaluate<string>('document.activeElement.id || document.activeElement.textContent');
  const stored = () => desk.page.evaluate<string>('JSON.stringify({ ...localStorage, ...sessionStorage })');
  const value = (id: string) => desk.page.locator(`#${id}`).inputValue();
  const numberOf = async (): Promise<number> => Number(/(\d+)\/\d{4}$/.exec((await registerNumber(desk)) ?? '')?.[1]);
  const fill = async (name: string, content: string, type?: string): Promise<void> => {
    const { page } = desk;
    await desk.goTo('/tiep-nhan');
    if (type) await page.getByText(type, { exact: true }).click();
    await page.locator('#petitioners_0_fullName').fill(name);
    await page.locator('#content').fill(content);
  };
  const registerNow = async (): Promise<void> => {
    await desk.page.keyboard.press('F9');
    await desk.page.locator('.receipt').waitFor();
  };

  it('needs at most sixty keys besides the text, and no mouse, from anywhere to the printed receipt', async () => {
    const { page } = desk;
    await desk.goTo('/so-tiep-nhan');
    let keys = 0;
    const press = async (key: string) => {
      keys += 1;
      await page.keyboard.press(key);
    };
    await press('Alt+n');
    await until(async () => (await focused()) === 'petitioners_0_personalId');
    const words: Record<string, string> = {
      petitioners_0_personalId: '075161004321',
      petitioners_0_fullName: 'Đặng Thị Hoà',
      petitioners_0_birth: '1961',
      petitioners_0_phone: '0912345678',
      petitioners_0_address: 'Ấp Tân Lập, xã Tân Thành, huyện Xuân Lộc',
      'unit-0': 'tan thanh',
      field: 'Đất đai',
      respondent: 'Chủ tịch UBND xã Tân Thành',
      challengedDecision: '145/QĐ-UBND ngày 12/06/2026',
      content: CONTENT,
    };
    const filled: string[] = [];
    for (let field = await focused(); !field.startsWith('Lưu và in');) {
      const text = words[field];
      if (text) {
        await page.keyboard.type(text);
        filled.push(field);
      }
      if (field === 'unit-0') await page.locator('.ant-select-item-option').first().waitFor();
      await press('Enter');
      const before = field;
      await until(async () => (await focused()) !== before);
      field = await focused();
    }
    await press('F9');
    await page.locator('.receipt').waitFor();
    await until(() => page.evaluate<boolean>('window.printed === 1'));
    expect(filled).toHaveLength(10);
    expect(keys).toBeLessThanOrEqual(60);
    expect(keys).toBeGreaterThan(10);
    await page.keyboard.press('F9');
    await until(() => page.evaluate<boolean>('window.printed === 2'));
    await desk.goTo('/so-tiep-nhan?q=dang%20thi%20hoa');
    await page.locator('tbody tr').first().waitFor();
    expect(await page.locator('tbody tr').count()).toBe(1);
    expect(desk.faults).toEqual([]);
  }, 180_000);

  it('tells while typing what was answered, by when, and what the law has for it', async () => {
    const { page } = desk;
    await fill('Dang Thi Hoa', `${CONTENT} Nay gửi lại.`);
    const panel = page.getByRole('complementary', { name: 'Đối chiếu đơn đã có' });
    await panel.getByText('Chưa có văn bản trả lời nào được phát hành.').waitFor();
    expect(await panel.getByText(/^Đơn số/).count()).toBe(1);
    await panel.getByText(/lưu đơn, gắn với đơn gốc nếu trùng/).waitFor();
    await panel.getByText(/TT05 Đ\.6 k2b/).waitFor();
  });

  it('lays both petitions side by side with Alt+S, and writes down a double', async () => {
    const { page } = desk;
    await page.keyboard.press('Alt+s');
    const dialog = page.getByRole('dialog', { name: /^Đối chiếu với đơn số/ });
    await dialog.locator('.word-diff ins').getByText('Nay gửi lại.').waitFor();
    expect(await dialog.getByRole('row', { name: /Họ và tên/ }).textContent()).toContain('như nhau');
    expect(await dialog.getByRole('row', { name: /Số định danh/ }).textContent()).toContain('không ghi');
    await dialog.getByRole('button', { name: 'Là đơn trùng' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Sẽ ghi là đơn trùng').waitFor();
    await registerNow();
    await page.getByRole('link', { name: 'Mở hồ sơ' }).click();
    await page.waitForURL(/\/ho-so\//);
    await page.goto(`${page.url()}?muc=lien-quan`);
    await page.locator('main').getByText('Trùng', { exact: false }).first().waitFor();
    expect(await page.locator('main').getByText('Gửi lại', { exact: true }).count()).toBe(0);
  }, 120_000);

  it('writes down a resend from the side-by-side view with the keyboard alone', async () => {
    const { page } = desk;
    await fill('Đặng Thị Hòa', `${CONTENT} Gửi lần thứ ba.`);
    await page
      .getByRole('button', { name: /So sánh hai đơn/ })
      .first()
      .waitFor();
    await page.keyboard.press('Alt+s');
    const dialog = page.getByRole('dialog', { name: /^Đối chiếu với đơn số/ });
    await dialog.getByText('Gửi lần thứ ba.').waitFor();
    await until(async () => (await focused()).startsWith('Là đơn gửi lại'));
    await page.keyboard.press('Enter');
    await page.getByText('Sẽ ghi là đơn gửi lại').waitFor();
    await registerNow();
  });

  it('shows what the list of remote places says, and takes another word with its reason', async () => {
    const { page } = desk;
    await fill('Vàng A Páo', 'Khiếu nại việc đo đạc lại đất rẫy ở bản xa, đường chưa đi được xe.');
    const place = page.locator('.remote-place');
    await place.getByText('không thuộc vùng sâu, vùng xa, đi lại khó khăn').waitFor();
    await place.getByRole('button', { name: 'Ghi khác…' }).click();
    await place.getByText('(ghi khác danh sách)').waitFor();
    await page.keyboard.press('F9');
    await place.getByText('Ghi rõ lý do, ít nhất 5 ký tự').waitFor();
    await page.getByLabel('Lý do ghi địa bàn khác danh sách').fill('Bản cách trung tâm xã 32 km đường mòn');
    await registerNow();
    await page.getByRole('link', { name: 'Mở hồ sơ' }).click();
    await page.waitForURL(/\/ho-so\//);
    const id = /ho-so\/([^/?]+)/.exec(page.url())?.[1];
    const { rows } = await office.system.database.admin.query<{ remote: boolean }>(
      'SELECT remote FROM app.case_file WHERE id = $1',
      [id],
    );
    expect(rows).toEqual([{ remote: true }]);
    await desk.goTo('/tiep-nhan');
    await page.getByText('Tố cáo', { exact: true }).click();
    expect(await place.count()).toBe(0);
  });

  it('takes a registration back and gives the text back, once and under a new number', async () => {
    const { page } = desk;
    await fill('Nguyễn Văn Nhầm', 'Kiến nghị sửa cầu tạm qua suối ấp Tân Lập trước mùa mưa.', 'Kiến nghị, phản ánh');
    await registerNow();
    const first = await numberOf();
    await page.getByText(/quy định nội bộ/).waitFor();
    const widths = page.evaluate<number[]>(WIDTHS_OF_THE_DIALOG);
    await page.keyboard.press('Control+z');
    // A dialog that grows as it comes is missed by a quick hand.
    expect(await widths).toHaveLength(1);
    const dialog = page.getByRole('dialog', { name: /Hoàn tác đăng ký đơn số/ });
    await dialog.waitFor();
    await until(async () => (await focused()).startsWith('Hủy số và mở lại mẫu'));
    await page.keyboard.press('Enter');
    await page.locator('#petitioners_0_fullName').waitFor();
    expect(await value('petitioners_0_fullName')).toBe('Nguyễn Văn Nhầm');
    expect(await value('content')).toContain('cầu tạm qua suối');
    await page.locator('#petitioners_0_fullName').fill('Nguyễn Văn Đúng');
    await page.locator('#petitioners_0_fullName').fill('Nguyễn Văn Nhầm');
    await registerNow();
    expect(await numberOf()).toBe(first + 1);
    await desk.goTo(`/so-tiep-nhan?state=voided`);
    await page
      .getByText(new RegExp(`^${first}/`))
      .first()
      .waitFor();
  });

  it('gives a denunciation back from the page alone: no store of the browser ever has a word of it', async () => {
    const { page } = desk;
    await fill('Người Giấu Tên', 'Tố cáo cán bộ Umbrella nhận tiền khi làm thủ tục đất đai.', 'Tố cáo');
    await registerNow();
    await page.getByRole('button', { name: /^Hoàn tác/ }).click();
    await page.getByRole('button', { name: 'Hủy số và mở lại mẫu' }).click();
    await page.locator('#content').waitFor();
    expect(await value('content')).toContain('Umbrella');
    expect(await stored()).not.toMatch(/Umbrella|Giấu Tên/);
    await page.reload();
    await page.locator('#content').waitFor();
    expect(await value('content')).toBe('');
  });

  it('leaves no word of a draft in the petition after it, thrown away or registered', async () => {
    const { page } = desk;
    const leaveHalfDone = async () => {
      await desk.goTo('/tiep-nhan');
      await page.locator('#content').fill('Kiến nghị dọn rác ở bãi Umbrella sau chợ Tân Thành.');
      await keptAfter(desk, () => page.locator('#respondent').fill('Ban quản lý Umbrella'));
      await page.reload();
      await page.getByText(/Đã mở lại bản soạn/).waitFor();
      expect(await value('respondent')).toBe('Ban quản lý Umbrella');
    };
    const isEmpty = async () => {
      await until(async () => (await focused()) === 'petitioners_0_personalId');
      expect([await value('content'), await value('respondent')]).toEqual(['', '']);
    };
    await leaveHalfDone();
    await page.getByRole('button', { name: 'Bỏ bản soạn' }).click();
    await isEmpty();
    await leaveHalfDone();
    await registerNow();
    await page.getByRole('button', { name: /^Nhận đơn tiếp theo/ }).click();
    await isEmpty();
  });

  it('prints on A5 or on a roll of 80 mm, as this machine was told, with the day counted out', async () => {
    const { page } = desk;
    await fill(
      'Trần Thị In',
      'Kiến nghị lắp thêm đèn đường khu vực chợ Tân Thành cho bà con đi lại.',
      'Kiến nghị, phản ánh',
    );
    await registerNow();
    const paper = page.locator('.receipt');
    expect(await paper.textContent()).toMatch(/chậm nhất ngày \d\d\/\d\d\/\d{4}: 10 ngày làm việc, đếm từ ngày/);
    const box = async (): Promise<number[]> => {
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
      const pages = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
      expect(pages).toHaveLength(1);
      return pages[0]!.slice(1).map((points) => Math.round((Number(points) / 72) * 25.4));
    };
    expect(await box()).toEqual([148, 210]);
    await page.getByText('Cuộn 80 mm').click();
    expect((await box())[0]).toBe(80);
    expect(await paper.locator('svg').count()).toBe(1);
    await fill(
      'Trần Thị In Hai',
      'Kiến nghị nạo vét mương thoát nước dọc đường liên ấp Tân Lập.',
      'Kiến nghị, phản ánh',
    );
    await registerNow();
    expect((await box())[0]).toBe(80);
    await page.getByText('Giấy A5').click();
    expect(desk.faults).toEqual([]);
  });

  it('says nothing of who and what where the earlier petition is sealed', async () => {
    const token = await signIn(office.system.url, 'motcua');
    const body = {
      ...{
        type: 'denunciation',
        channel: 'in_person',
        receivedOn: new Date(Date.now() + 25_200_000).toISOString().slice(0, 10),
      },
      petitioners: [{ fullName: 'Lý Quokka', personalId: '079185909091' }],
      content: 'Tố cáo cán bộ địa chính nhận tiền ở quán Quokka khi làm sổ đỏ cho dân',
    };
    await call(office.system.url, 'POST', '/petitions', { token, body });
    await fill('Lý Quokka', body.content, 'Tố cáo');
    await desk.page.locator('#petitioners_0_personalId').fill('079185909091');
    const panel = desk.page.getByRole('complementary', { name: 'Đối chiếu đơn đã có' });
    await panel.getByText('Đã có đơn gửi trước').waitFor();
    expect(await panel.getByRole('button').count()).toBe(0);
    expect(await panel.textContent()).not.toMatch(/Quokka|Đơn số/);
  });
});
