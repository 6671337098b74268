import { setTimeout as sleep } from 'node:timers/promises';
import { describeWithChromium } from '#testing/support/chromium';
import { readCard } from '../../apps/web/src/counter/card-text.js';
import { KeyBurst } from '../../apps/web/src/counter/key-burst.js';
import { type Desk, Office, until } from './support/desk.js';

const CARD = '075161004321|270123456|Đặng Thị Hoà|30041961|Nữ|Ấp Tân Lập, Xã Tân Thành, Đồng Nai|12052021';

describe('the text of an identity card', () => {
  it('is read letter for letter, newer cards with more behind it too', () => {
    const card = {
      personalId: '075161004321',
      fullName: 'Đặng Thị Hoà',
      birth: '30/04/1961',
      sex: 'female',
      address: 'Ấp Tân Lập, Xã Tân Thành, Đồng Nai',
    };
    expect(readCard(CARD)).toEqual({ card });
    expect(readCard(`${CARD}||Đặng Văn Nam|Trần Thị Lan`)).toEqual({ card });
    expect(readCard(CARD.replace('|270123456|', '||'))).toEqual({ card });
    expect(readCard(CARD.normalize('NFD'))).toEqual({ card });
  });

  it.each([
    [CARD.slice(0, 40), 'Mới quét được 4 trong 7 mục'],
    [CARD.slice(0, -3), 'không thấy ngày cấp thẻ'],
    [CARD.slice(5), 'không bắt đầu bằng số định danh'],
    [CARD.replace('30041961', '31021961'), 'Ngày sinh'],
    [CARD.replace('Đặng Thị Hoà', '?ng Th? Ho?'), 'kiểu chữ Unicode'],
    ['https://thanhtoan.example/abc', 'địa chỉ trang mạng'],
  ])('says what is wrong with %s', (text, words) => {
    const reading = readCard(text);
    expect('fault' in reading && reading.fault).toContain(words);
  });
});

describe('keys of a scanner and of a person', () => {
  const typed = (text: string, gap: number): boolean => {
    const burst = new KeyBurst();
    return [...text].some((character, i) => (burst.add(character, i * gap), burst.isScan));
  };

  it('knows a card by its pace and its beginning', () => {
    expect([2, 10, 30].map((gap) => typed(CARD, gap))).toEqual([true, true, true]);
    expect(typed(CARD.slice(5), 5)).toBe(true);
  });

  it('takes nobody who types for a scanner, not even one who types what a card says', () => {
    expect([40, 60, 90, 200].map((gap) => typed(CARD, gap))).toEqual([false, false, false, false]);
    expect(typed('Đề nghị xem xét lại việc thu hồi 320 m2 đất vườn', 1)).toBe(false);
    expect(typed('075161004321', 1)).toBe(false);
  });

  it('forgets what came before a pause', () => {
    const burst = new KeyBurst();
    [...'07516100'].forEach((character, i) => burst.add(character, i * 5));
    [...'4321|'].forEach((character, i) => burst.add(character, 500 + i * 5));
    expect({ text: burst.text, isScan: burst.isScan }).toEqual({ text: '4321|', isScan: false });
  });
});

describeWithChromium('a card scanner at the counter', () => {
  let office: Office;
  let desk: Desk;
  beforeAll(async () => {
    office = await Office.open();
    desk = await office.desk('motcua');
  });
  beforeEach(() => anew());
  afterAll(() => office?.close());
  const anew = async () => {
    await desk.goTo('/tiep-nhan');
    await desk.page.evaluate('localStorage.clear()');
    await desk.page.getByRole('button', { name: 'Đơn mới' }).click();
    await until(async () => (await focused()) === 'petitioners_0_personalId');
  };
  const value = (id: string) => desk.page.locator(`#${id}`).inputValue();
  const focused = () => desk.page.evaluate<string>('document.activeElement.id');
  /** Keys as a wedge scanner sends them: eight milliseconds apart, by the clock of the keyboard. */
  const wedge = async (text: string, end = 'Enter', gap = 0.008, from?: number) => {
    const cdp = await desk.context.newCDPSession(desk.page);
    // What is said of the future is not believed: the keys have been pressed when they are told, and not on top of what was typed before.
    if (from === undefined) await sleep(text.length * gap * 1000 + 300);
    const start = from ?? Date.now() / 1000 - text.length * gap - 0.1;
    const press = (key: string, typed: string, i: number) => {
      const at = { key, timestamp: start + i * gap, ...(key === 'Enter' ? { windowsVirtualKeyCode: 13 } : {}) };
      return [
        cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text: typed, ...at }),
        cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...at }),
      ];
    };
    const keys = [...text].flatMap((character, i) => press(character, character, i));
    if (end) keys.push(...press(end, '\r', text.length));
    await Promise.all(keys);
    await cdp.detach();
  };

  it('fills the person from whatever field has the focus and leaves nothing in it', async () => {
    const { page } = desk;
    for (const place of ['petitioners_0_personalId', 'content', 'unit-0', 'respondent']) {
      await anew();
      await page.locator(`#${place}`).focus();
      if (place === 'content') await page.locator('#content').pressSequentially('Đã gõ dở', { delay: 80 });
      await wedge(CARD);
      await page.getByText('Đã điền từ thẻ căn cước: Đặng Thị Hoà').waitFor();
      await until(async () => (await focused()) === 'petitioners_0_phone');
      expect(await value('petitioners_0_personalId')).toBe('075161004321');
      expect(await value('petitioners_0_fullName')).toBe('Đặng Thị Hoà');
      expect(await value('petitioners_0_birth')).toBe('30/04/1961');
      expect(await value('petitioners_0_address')).toBe('Ấp Tân Lập, Xã Tân Thành, Đồng Nai');
      expect(await value('content')).toBe(place === 'content' ? 'Đã gõ dở' : '');
      expect(await value('respondent')).toBe('');
      expect(await page.locator('.person').first().textContent()).toContain('Nữ');
    }
  }, 180_000);

  it('fills it with the focus on a button, and without an Enter of the scanner', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: /Lưu và in/ }).focus();
    await wedge(CARD, '');
    await page.getByText('Đã điền từ thẻ căn cước: Đặng Thị Hoà').waitFor();
    expect(await value('petitioners_0_personalId')).toBe('075161004321');
    expect(await page.locator('.receipt').count()).toBe(0);
  });

  it('waits for the rest of a card that a busy machine holds up', async () => {
    const { page } = desk;
    await anew();
    await page.locator('#petitioners_0_phone').focus();
    const half = CARD.length >> 1;
    const at = Date.now() / 1000 - CARD.length * 0.008 - 0.1;
    await wedge(CARD.slice(0, half), '', 0.008, at);
    await sleep(400);
    await wedge(CARD.slice(half), '', 0.008, at + half * 0.008);
    await page.getByText('Đã điền từ thẻ căn cước: Đặng Thị Hoà').waitFor();
    expect(await value('petitioners_0_phone')).toBe('');
  });

  it('keeps the address the petition gives, and says whose card replaced whose', async () => {
    const { page } = desk;
    await page.locator('#petitioners_0_fullName').fill('Trần Văn Bình');
    await page.locator('#petitioners_0_address').fill('Ấp 3, xã Phước Bình');
    await page.locator('#petitioners_0_phone').focus();
    await wedge(CARD);
    await page.getByText('Đã thay cho người ghi trước: Trần Văn Bình.').waitFor();
    await page.getByText(/Giữ địa chỉ ghi trong đơn/).waitFor();
    expect(await value('petitioners_0_address')).toBe('Ấp 3, xã Phước Bình');
  });

  it('fills the second person where the cursor stands there', async () => {
    const { page } = desk;
    await page.locator('#petitioners_0_fullName').fill('Trần Văn Bình');
    await page.getByRole('button', { name: /Thêm người đại diện/ }).click();
    await page.locator('#petitioners_1_fullName').focus();
    await wedge(CARD);
    await page.getByText('Đã điền từ thẻ căn cước').waitFor();
    expect(await value('petitioners_1_fullName')).toBe('Đặng Thị Hoà');
    expect(await value('petitioners_0_fullName')).toBe('Trần Văn Bình');
  });

  it('says what went wrong with half a scan and with another code, and changes nothing', async () => {
    const { page } = desk;
    await page.locator('#petitioners_0_fullName').fill('Trần Văn Bình');
    await page.locator('#content').focus();
    await wedge(CARD.slice(0, 40));
    await page.getByText('Mới quét được 4 trong 7 mục của thẻ căn cước.').waitFor();
    await wedge('https://thanhtoan.example/abc/0123456789');
    await page.getByText(/là một địa chỉ trang mạng/).waitFor();
    expect(await value('content')).toBe('');
    expect(await value('petitioners_0_fullName')).toBe('Trần Văn Bình');
    expect(await value('petitioners_0_personalId')).toBe('');
  });

  it('leaves a person who types the same characters by hand alone', async () => {
    const { page } = desk;
    await page.locator('#content').focus();
    // By the clock of the keyboard too: a machine that stands still for a moment does not make anybody type faster.
    await wedge(CARD, '', 0.045);
    await until(async () => (await value('content')) === CARD);
    expect(await value('petitioners_0_fullName')).toBe('');
    expect(desk.faults).toEqual([]);
  });
});
