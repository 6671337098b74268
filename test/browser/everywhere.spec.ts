import { describeWithChromium } from '#testing/support/chromium';
import { call, signIn } from '../e2e/support/call.js';
import { Office, PHONE, until } from './support/desk.js';

/** What a person keeps at hand on every screen. */
describeWithChromium('at hand everywhere', () => {
  let office: Office;
  let registered: { id: string; caseFileId: string; lookupCode: string; registerNumber: number };
  beforeAll(async () => {
    office = await Office.open();
    const token = await signIn(office.system.url, 'motcua');
    const today = (await call<{ today: string }>(office.system.url, 'GET', '/app-info')).body.today;
    for (const [i, type] of ['feedback', 'denunciation', 'complaint'].entries()) {
      const { body } = await call<typeof registered>(office.system.url, 'POST', '/petitions', {
        token,
        headers: { 'idempotency-key': `everywhere-${i}` },
        body: {
          type,
          channel: 'in_person',
          receivedOn: today,
          content: `Nội dung thứ ${i + 1}: bồi thường cây trồng khi làm đường liên ấp.`,
          petitioners: [{ fullName: 'Huỳnh Thị Mỹ Hạnh', personalId: '079180001234', address: 'Ấp 4, xã Tân Thành' }],
        },
      });
      registered = body;
    }
  });
  afterAll(() => office?.close());

  it('an officer with an identity card in hand opens the file from anywhere by Ctrl+K', async () => {
    const desk = await office.desk('motcua');
    await desk.goTo('/tiep-nhan');
    await desk.page.keyboard.press('Control+k');
    await desk.page.keyboard.type('079180001234');
    const found = desk.page.getByRole('listbox', { name: 'Kết quả' }).getByRole('option');
    await found.first().waitFor();
    // The denunciation of the same person is not among them.
    expect(await found.count()).toBe(2);
    expect((await found.allTextContents()).every((words) => words.includes('khớp số định danh'))).toBe(true);
    await desk.page.keyboard.press('Enter');
    await desk.page.waitForURL(`**/ho-so/${registered.caseFileId}`);
    expect(desk.faults).toEqual([]);
    await desk.context.close();
  });

  it('a screen is found by its name without diacritics', async () => {
    const desk = await office.desk('chuyenvien');
    await desk.goTo('/so-tiep-nhan');
    await desk.page.getByRole('button', { name: 'Tìm nhanh' }).click();
    await desk.page.keyboard.type('viec cua toi');
    await desk.page.getByRole('option', { name: /Việc của tôi/ }).waitFor();
    await desk.page.keyboard.press('Enter');
    await desk.page.waitForURL('**/viec-cua-toi');
    await desk.context.close();
  });

  it('a filter with its columns is kept under a name, for its owner alone, without the words that were typed', async () => {
    const desk = await office.desk('truongphong');
    await desk.goTo('/so-tiep-nhan?type=feedback&q=huynh');
    await desk.page.getByRole('button', { name: 'Cột' }).click();
    await desk.page.getByRole('checkbox', { name: 'Nội dung' }).uncheck();
    await until(async () => desk.page.url().includes('cot='));
    await until(async () => (await desk.page.getByRole('columnheader', { name: 'Nội dung' }).count()) === 0);
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('button', { name: /Bộ lọc đã lưu/ }).click();
    await desk.page.getByRole('button', { name: /Lưu bộ lọc/ }).click();
    await desk.page.getByLabel('Tên bộ lọc').fill('Kiến nghị gọn');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByRole('button', { name: 'Bộ lọc đã lưu (1)' }).waitFor();
    await desk.goTo('/so-tiep-nhan');
    await desk.page.getByRole('button', { name: 'Bộ lọc đã lưu (1)' }).click();
    await desk.page.getByRole('button', { name: 'Kiến nghị gọn', exact: true }).click();
    await until(async () => desk.page.url().includes('type=feedback'));
    expect(desk.page.url()).not.toContain('huynh');
    await until(async () => (await desk.page.getByRole('columnheader', { name: 'Nội dung' }).count()) === 0);
    const other = await office.desk('chuyenvien');
    await other.goTo('/so-tiep-nhan');
    await other.page.getByRole('button', { name: 'Bộ lọc đã lưu', exact: true }).waitFor();
    await desk.context.close();
    await other.context.close();
  });

  it('what is taken out of a filter is out, however quickly the next is, and the old words are not searched for again', async () => {
    const desk = await office.desk('truongphong');
    await desk.goTo('/qua-han?scope=all&dueFrom=2026-01-01&dueTo=2030-01-01&reach=own');
    await desk.page.getByRole('button', { name: /^Bỏ lọc: riêng/ }).waitFor();
    // Both before the page has been drawn again.
    await desk.page.evaluate(
      `[...document.querySelectorAll('main button')].filter((one) => /^Bỏ lọc:/.test(one.textContent)).forEach((one) => one.click())`,
    );
    await until(async () => (await desk.page.getByRole('button', { name: /^Bỏ lọc:/ }).count()) === 0);
    expect(new URL(desk.page.url()).search).toBe('?scope=all');
    await desk.goTo('/so-tiep-nhan?q=huynh');
    await desk.page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await until(async () => (await desk.page.getByLabel('Tìm trong sổ').inputValue()) === '');
    await desk.page.getByRole('button', { name: 'Bỏ lọc' }).waitFor({ state: 'detached' });
    expect(new URL(desk.page.url()).search).toBe('');
    expect(desk.faults).toEqual([]);
    await desk.context.close();
  });

  it('a newcomer is shown around once, and again on request', async () => {
    const desk = await office.desk('lanhdao.tinh', undefined, { fresh: true });
    await desk.goTo('/qua-han');
    await desk.page.getByText('Vài bước giới thiệu').waitFor();
    const tour = desk.page.locator('.ant-tour');
    const onward = tour.getByRole('button', { name: /^(Tiếp|Bắt đầu làm việc)$/ });
    for (let last = false; !last;) {
      const stop = await tour.innerText();
      last = (await onward.textContent()) === 'Bắt đầu làm việc';
      await onward.click();
      await until(async () => (await tour.count()) === 0 || (await tour.innerText()) !== stop);
    }
    await tour.waitFor({ state: 'detached' });
    await desk.goTo('/so-tiep-nhan');
    await desk.page.waitForLoadState('networkidle');
    expect(await desk.page.locator('.ant-tour').count()).toBe(0);
    await desk.page.keyboard.press('F1');
    await desk.page.getByRole('button', { name: 'Xem lại phần giới thiệu' }).click();
    await desk.page.getByText('Vài bước giới thiệu').waitFor();
    expect(desk.faults).toEqual([]);
    await desk.context.close();
  });

  it('a newcomer goes from stop to stop and out again without a mouse', async () => {
    const desk = await office.desk('baomat2', undefined, { fresh: true });
    const { page } = desk;
    await desk.goTo('/so-tiep-nhan');
    await page.getByText('Vài bước giới thiệu').waitFor();
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    await until(async () => (await focused()) === 'Tiếp');
    await page.keyboard.press('Enter');
    await until(async () => (await page.getByText('Vài bước giới thiệu').count()) === 0);
    const stop = page.locator('.ant-tour');
    await stop.getByText('Sổ tiếp nhận').first().waitFor();
    await page.keyboard.press('Escape');
    await until(async () => (await stop.count()) === 0);
    expect(desk.faults).toEqual([]);
    await desk.context.close();
  });

  it('help speaks of the screen in front of the person', async () => {
    const desk = await office.desk('motcua');
    await desk.goTo('/tiep-nhan');
    await desk.page.keyboard.press('F1');
    const drawer = desk.page.getByRole('dialog', { name: 'Trợ giúp' });
    await drawer.getByRole('heading', { name: 'Tiếp nhận đơn' }).waitFor();
    expect(await drawer.textContent()).toContain('F9');
    await desk.context.close();
  });

  it('high contrast holds after a reload and before signing in', async () => {
    const desk = await office.desk('chuyenvien');
    await desk.goTo('/viec-cua-toi');
    const contrast = desk.page.getByRole('button', { name: 'Độ tương phản cao' });
    await contrast.click();
    await until(async () => (await contrast.getAttribute('aria-pressed')) === 'true');
    const ink = () => desk.page.evaluate<string>('getComputedStyle(document.body).color');
    await until(async () => (await ink()) === 'rgb(0, 0, 0)');
    await desk.goTo('/dang-nhap');
    await until(async () => (await ink()) === 'rgb(0, 0, 0)');
    await desk.context.close();
  });

  it('on a phone the palette opens by its button', async () => {
    const desk = await office.desk('lanhdao', PHONE);
    await desk.goTo('/qua-han');
    await desk.page.getByRole('button', { name: 'Tìm nhanh' }).click();
    await desk.page.getByRole('combobox', { name: /Tìm theo số/ }).fill('cây trồng');
    await desk.page.getByRole('option').first().waitFor();
    expect(
      await desk.page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    ).toBe(0);
    await desk.context.close();
  });
});
