import type { CDPSession } from 'playwright-core';
import { describeWithChromium } from '#testing/support/chromium';
import { type Desk, Office, until } from './support/desk.js';

/** How an input method builds `Nguyễn`: each string replaces the one before it until it is committed. */
const STEPS = ['N', 'Ng', 'Ngu', 'Nguy', 'Nguye', 'Nguyê', 'Nguyễ', 'Nguyễn'];

describeWithChromium('typing Vietnamese at the counter', () => {
  let office: Office;
  let desk: Desk;
  let cdp: CDPSession;
  beforeAll(async () => {
    office = await Office.open();
    desk = await office.desk('motcua');
    cdp = await desk.context.newCDPSession(desk.page);
  });
  afterAll(() => office?.close());
  const focused = () => desk.page.evaluate<string>('document.activeElement.id');

  /** An input method composes a word and commits it (ibus, the one of Windows, a phone). */
  const compose = async (steps: readonly string[]): Promise<void> => {
    for (const text of steps)
      await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await cdp.send('Input.insertText', { text: steps.at(-1) ?? '' });
  };
  /** UniKey sends a backspace and the letter with its mark, all at once. */
  const retype = async (typed: string, takenBack: number, instead: string): Promise<void> => {
    const key = (name: string, text?: string) => [
      cdp.send('Input.dispatchKeyEvent', {
        type: 'keyDown',
        key: name,
        ...(text ? { text } : { windowsVirtualKeyCode: 8 }),
      }),
      cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: name }),
    ];
    await Promise.all([
      ...[...typed].flatMap((letter) => key(letter, letter)),
      ...Array.from({ length: takenBack }, () => key('Backspace')).flat(),
      ...[...instead].flatMap((letter) => key(letter, letter)),
    ]);
  };
  const FIELDS = [
    'petitioners_0_fullName',
    'petitioners_0_birth',
    'petitioners_0_phone',
    'petitioners_0_address',
    'field',
    'respondent',
    'challengedDecision',
    'content',
  ];

  it('keeps each composed word once, in every field of the form', async () => {
    const { page } = desk;
    await desk.goTo('/tiep-nhan');
    for (const id of FIELDS) {
      const field = page.locator(`#${id}`);
      await field.focus();
      await compose(STEPS);
      await page.keyboard.type(' ');
      await compose(['t', 'th', 'thi', 'thị']);
      expect({ id, value: await field.inputValue() }).toEqual({ id, value: 'Nguyễn thị' });
    }
    expect(desk.faults).toEqual([]);
  }, 180_000);

  it('keeps what UniKey takes back and types anew, in every field of the form', async () => {
    const { page } = desk;
    await desk.goTo('/tiep-nhan');
    await page.getByRole('button', { name: 'Đơn mới' }).click();
    await until(async () => (await focused()) === 'petitioners_0_personalId');
    for (const id of FIELDS) {
      const field = page.locator(`#${id}`);
      await field.focus();
      await retype('Nguyen', 2, 'ễn');
      await retype(' Hoa', 1, 'à');
      await until(async () => (await field.inputValue()).length >= 10);
      expect({ id, value: await field.inputValue() }).toEqual({ id, value: 'Nguyễn Hoà' });
    }
  }, 180_000);

  it('composes in the middle of a text without moving what is around it', async () => {
    const content = desk.page.locator('#content');
    await content.fill('Đề nghị  đất vườn');
    await content.press('Control+Home');
    for (let i = 0; i < 8; i++) await content.press('ArrowRight');
    await compose(['t', 'th', 'thu', 'thư', 'thử']);
    expect(await content.inputValue()).toBe('Đề nghị thử đất vườn');
  });

  it('searches units and the register once the word is whole, never for half of it', async () => {
    const { page } = desk;
    const asked: string[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (/administrative-units|petitions$/.test(url.pathname)) asked.push(url.searchParams.get('q') ?? '');
    });
    await page.locator('#unit-0').focus();
    await compose(['t', 'tr', 'tra', 'trả', 'trản', 'trảng']);
    await page.keyboard.type(' bom');
    await page.getByText('Phường Trảng Bom, Đồng Nai').first().waitFor();
    expect(await page.locator('#unit-0').inputValue()).toBe('trảng bom');
    expect(asked.filter((q) => !['', 'trảng', 'trảng bom'].includes(q))).toEqual([]);
    await desk.goTo('/so-tiep-nhan');
    await page.getByLabel('Tìm trong sổ').focus();
    asked.length = 0;
    await compose(['đ', 'đă', 'đặ', 'đặn', 'đặng']);
    await page.waitForURL(/q=/);
    expect(await page.getByLabel('Tìm trong sổ').inputValue()).toBe('đặng');
    await until(async () => asked.includes('đặng'));
    expect(asked.filter((q) => q !== '' && q !== 'đặng')).toEqual([]);
  });

  it('takes an Enter that ends a composition for the input method, and the next one for the form', async () => {
    const { page } = desk;
    await desk.goTo('/tiep-nhan');
    await page.locator('#petitioners_0_fullName').fill('');
    await cdp.send('Input.imeSetComposition', { text: 'Hoà', selectionStart: 3, selectionEnd: 3 });
    await page
      .locator('#petitioners_0_fullName')
      .dispatchEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229, bubbles: true });
    expect(await focused()).toBe('petitioners_0_fullName');
    await cdp.send('Input.insertText', { text: 'Hoà' });
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('petitioners_0_birth');
    expect(await page.locator('#petitioners_0_fullName').inputValue()).toBe('Hoà');
    for (const key of ['F9', 'F2'])
      await page
        .locator('#petitioners_0_birth')
        .dispatchEvent('keydown', { key, isComposing: true, keyCode: 229, bubbles: true });
    expect(page.url()).toContain('/tiep-nhan');
    expect(await page.locator('.receipt').count()).toBe(0);
  });
});
