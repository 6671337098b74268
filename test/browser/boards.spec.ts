import { describeWithChromium } from '#testing/support/chromium';
import { call, signIn } from '../e2e/support/call.js';
import { seedDemo } from '../e2e/support/seed.js';
import { type Desk, Office, PHONE, until } from './support/desk.js';

/** The smallest side of what a thumb presses, in pixels. */
const THUMB = 44;
const SIDEWAYS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

const numberIn = (text: string | null): number => Number(/[\d.]+/.exec(text ?? '')?.[0].replaceAll('.', '') ?? NaN);

/** The list a number led to stands on a page of its own; until then the page that was left is still there. */
const onList = ({ page }: Desk): Promise<void> => page.getByRole('heading', { level: 1, name: 'Quá hạn' }).waitFor();

/** Rows of the list on the page, walked to its end. */
async function rowsShown({ page }: Desk): Promise<number> {
  const list = page.locator('section.panel.flush').first();
  await list.locator('tbody tr, p').first().waitFor();
  const more = page.getByRole('button', { name: 'Xem thêm' });
  while ((await more.count()) > 0) {
    const before = await list.locator('tbody tr').count();
    await more.click();
    await until(async () => (await list.locator('tbody tr').count()) > before);
  }
  return list.locator('tbody tr').count();
}

/** Follows a number and counts the rows it leads to. */
async function follow(desk: Desk, name: string | RegExp): Promise<{ said: number; rows: number }> {
  const link = desk.page.locator('main').getByRole('link', { name }).first();
  const said = numberIn(await link.textContent());
  await link.click();
  await desk.page.waitForURL(/qua-han|ho-so|so-tiep-nhan/);
  return { said, rows: await rowsShown(desk) };
}

const pick = async ({ page }: Desk, howMany: number): Promise<void> => {
  const boxes = page.locator('tbody').getByRole('checkbox');
  await boxes.nth(howMany - 1).waitFor();
  for (let i = 0; i < howMany; i += 1) await boxes.nth(i).check();
};

async function sizeOf(desk: Desk, name: string | RegExp): Promise<{ height: number; bottom: number }> {
  const box = await desk.page.getByRole('button', { name }).boundingBox();
  return { height: box?.height ?? 0, bottom: (box?.y ?? 0) + (box?.height ?? 0) };
}

describeWithChromium('leaders at their boards', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
    await seedDemo(office.system, 500);
  }, 120_000);
  afterAll(() => office?.close());

  it('the chairman of the commune lands on what is red, and every number there is the length of its list', async () => {
    const desk = await office.desk('lanhdao');
    await desk.goTo('/');
    await desk.page.waitForURL('**/dieu-hanh');
    for (const name of [/Thời hạn đã quá$/, /Hồ sơ đang giải quyết$/, /Chưa giao cho ai$/]) {
      await desk.goTo('/dieu-hanh');
      const { said, rows } = await follow(desk, name);
      expect({ name, rows }).toEqual({ name, rows: said });
      expect(said).toBeGreaterThan(0);
    }
    expect(desk.faults).toEqual([]);
  });

  it('the chairman of the province sees in which commune it is red and opens exactly its list', async () => {
    const desk = await office.desk('lanhdao.tinh');
    await desk.goTo('/dieu-hanh');
    const reddest = desk.page
      .getByRole('region', { name: /Quá hạn theo cơ quan/ })
      .getByRole('link')
      .first();
    const said = numberIn(await reddest.locator('.bar-value').textContent());
    const place = await reddest.locator('.bar-name').textContent();
    await reddest.click();
    await desk.page.waitForURL(/qua-han.*reach=own/);
    await onList(desk);
    expect(await rowsShown(desk)).toBe(said);
    expect(await desk.page.locator('tbody tr').last().textContent()).toContain(place?.replace(/^(Xã|Phường) /, ''));
  });

  it('a plot has the same figures as a table whose numbers lead to their lists', async () => {
    const desk = await office.desk('lanhdao');
    await desk.goTo('/dieu-hanh');
    const ages = desk.page.getByRole('figure', { name: 'Đã quá hạn bao lâu' });
    await ages.getByRole('img').first().waitFor();
    await ages.getByRole('button', { name: 'Xem bảng số' }).click();
    const links = await ages.getByRole('link').all();
    const counts = await Promise.all(links.map(async (link) => numberIn(await link.textContent())));
    const fullest = counts.indexOf(Math.max(...counts));
    await links[fullest]!.click();
    await desk.page.getByRole('button', { name: /^Bỏ lọc: hạn/ }).waitFor();
    expect(await rowsShown(desk)).toBe(counts[fullest]);
  });

  it('the head of the unit reads in whose hands next week turns red, and by when the next step must start', async () => {
    const desk = await office.desk('truongphong');
    await desk.goTo('/dieu-hanh');
    await desk.page.getByRole('link', { name: 'Từng hồ sơ và ngày phải bắt đầu' }).click();
    await desk.page.waitForURL(/du-bao/);
    const list = desk.page.getByRole('region', { name: 'Danh sách thời hạn' });
    await list.getByRole('columnheader', { name: 'Bắt đầu muộn nhất' }).waitFor();
    const window = desk.page.locator('.window-figure').nth(2);
    const expected = numberIn(await window.locator('.figure').textContent());
    expect(await rowsShown(desk)).toBe(expected);
    const before = await list.locator('tbody tr').first().textContent();
    await desk.page.locator('.ant-select').filter({ hasText: 'Bước kế tiếp cần 1 ngày' }).click();
    await desk.page.locator('.ant-select-item-option').filter({ hasText: 'cần 10 ngày' }).click();
    await until(async () => (await list.locator('tbody tr').first().textContent()) !== before);
    expect(await list.getByText('không còn kịp').count()).toBeGreaterThan(0);
    const hand = desk.page.locator('.windows .hands a').first();
    const said = numberIn(await hand.locator('.strong').textContent());
    await hand.click();
    await desk.page.waitForURL(/qua-han.*assignee=/);
    await onList(desk);
    expect(await rowsShown(desk)).toBe(said);
    expect(desk.faults).toEqual([]);
  });

  it('the head of the unit gives several files to an officer and is told of each', async () => {
    const desk = await office.desk('truongphong');
    await desk.goTo('/ho-so?state=open&assignee=nobody&procedure=petition-handling');
    const before = await rowsShown(desk);
    await pick(desk, 2);
    await desk.page.getByRole('button', { name: 'Giao việc' }).click();
    const dialog = desk.page.getByRole('dialog', { name: 'Giao 2 hồ sơ' });
    await dialog.getByRole('combobox', { name: 'Người được giao' }).fill('tran van binh');
    await desk.page.locator('.ant-select-item-option').filter({ hasText: 'Trần Văn Bình' }).first().click();
    await dialog.getByRole('button', { name: 'Giao 2 hồ sơ' }).click();
    const results = desk.page.getByRole('dialog', { name: 'Kết quả từng dòng' });
    await results.getByText('Đã làm 2, không làm được 0.').waitFor();
    expect(await results.getByText('Đã giao cho Trần Văn Bình').count()).toBe(2);
    await results.getByRole('button', { name: 'Đóng' }).last().click();
    await until(async () => (await rowsShown(desk)) === before - 2);
    expect(desk.faults).toEqual([]);
  });

  it('the chairman urges late files from a phone with one thumb; what was urged today is refused by line', async () => {
    const desk = await office.desk('lanhdao', PHONE);
    await desk.goTo('/qua-han');
    await pick(desk, 2);
    const button = await sizeOf(desk, 'Đôn đốc');
    expect(button.height).toBeGreaterThanOrEqual(THUMB);
    expect(button.bottom).toBeGreaterThan(PHONE.height - 80);
    expect(await desk.page.evaluate<number>(SIDEWAYS)).toBe(0);
    const urge = async (files: number) => {
      await desk.page.getByRole('button', { name: 'Đôn đốc', exact: true }).click();
      const dialog = desk.page.getByRole('dialog', { name: `Đôn đốc ${files} hồ sơ` });
      const act = dialog.getByRole('button', { name: `Đôn đốc ${files} hồ sơ` });
      // A window grows into its place.
      await until(async () => ((await act.boundingBox())?.height ?? 0) >= THUMB);
      expect((await act.boundingBox())!.y).toBeGreaterThan(PHONE.height / 2);
      await act.click();
      return desk.page.getByRole('dialog', { name: 'Kết quả từng dòng' });
    };
    let results = await urge(2);
    await results.getByText('Đã làm 2, không làm được 0.').waitFor();
    await results.getByRole('button', { name: 'Đóng' }).last().click();
    await results.waitFor({ state: 'hidden' });
    await pick(desk, 1);
    results = await urge(1);
    await results.getByText('Đã làm 0, không làm được 1.').waitFor();
    expect(await results.textContent()).toContain('đã được đôn đốc trong hôm nay');
    expect(desk.faults).toEqual([]);
  });

  it('the officer finds the urging in the bell, named as an internal rule', async () => {
    const token = await signIn(office.system.url, 'lanhdao');
    const limits = await call<{ items: { caseFileId: string; inHandsOf: string }[] }>(
      office.system.url,
      'GET',
      '/boards/overdue?scope=all&limit=200',
      { token },
    );
    const file = limits.body.items.findLast(({ inHandsOf }) => inHandsOf === 'Trần Văn Bình')?.caseFileId;
    const urged = await call<{ done: number }>(office.system.url, 'POST', '/case-files/urgings', {
      token,
      body: { caseFileIds: [file] },
    });
    expect(urged.body.done).toBe(1);
    const desk = await office.desk('chuyenvien');
    await desk.goTo('/viec-cua-toi');
    await desk.page.getByRole('button', { name: /thông báo/i }).click();
    await desk.page.getByText('Lãnh đạo đôn đốc (quy định nội bộ)').first().waitFor();
  });

  describe('papers that wait', () => {
    beforeAll(async () => {
      const token = await signIn(office.system.url, 'truongphong');
      const limits = await call<{ items: { caseFileId: string; sealed: boolean }[] }>(
        office.system.url,
        'GET',
        '/boards/overdue?limit=200',
        { token },
      );
      const files = [...new Set(limits.body.items.filter(({ sealed }) => !sealed).map(({ caseFileId }) => caseFileId))];
      for (const id of files.slice(0, 3)) {
        const draft = await call<{ id: string; rev: number }>(
          office.system.url,
          'POST',
          `/case-files/${id}/documents`,
          {
            token,
            body: {
              form: 'URGING.LETTER',
              typed: {
                'Nơi được đôn đốc': 'Bộ phận chuyên môn',
                'Việc quá hạn': 'báo cáo kết quả',
                'Ngày hết hạn': '07 tháng 8 năm 2026',
                'Hạn báo cáo': '14 tháng 8 năm 2026',
              },
            },
          },
        );
        expect(draft.status).toBe(201);
      }
    });

    it('the head of the unit submits several drafts at once', async () => {
      const desk = await office.desk('truongphong');
      await desk.goTo('/trinh-ky');
      const own = desk.page.getByRole('region', { name: 'Tôi soạn, chưa trình' });
      await own.getByRole('checkbox', { name: 'Chọn tất cả: Tôi soạn, chưa trình' }).check();
      await desk.page.getByRole('button', { name: 'Trình ký 3 văn bản' }).click();
      const confirm = desk.page.getByRole('dialog', { name: 'Trình ký 3 văn bản' });
      await confirm.getByRole('button', { name: 'Trình ký 3 văn bản' }).click();
      const results = desk.page.getByRole('dialog', { name: 'Kết quả từng dòng' });
      await results.getByText('Đã làm 3, không làm được 0.').waitFor();
      await results.getByRole('button', { name: 'Đóng' }).last().click();
      await until(async () => (await own.count()) === 0);
      expect(desk.faults).toEqual([]);
    });

    it('the chairman approves several with one confirmation, then signs them, each its own act', async () => {
      const desk = await office.desk('lanhdao');
      await desk.goTo('/trinh-ky');
      const waiting = desk.page.getByRole('region', { name: 'Chờ tôi duyệt' });
      await waiting
        .getByRole('checkbox', { name: /^Chọn Văn bản/ })
        .nth(1)
        .check();
      await waiting
        .getByRole('checkbox', { name: /^Chọn Văn bản/ })
        .first()
        .check();
      await desk.page.getByRole('button', { name: 'Duyệt 2 văn bản' }).click();
      const confirm = desk.page.getByRole('dialog', { name: 'Duyệt 2 văn bản' });
      expect(await confirm.getByRole('listitem').count()).toBe(2);
      await confirm.getByRole('button', { name: 'Duyệt 2 văn bản' }).click();
      const results = desk.page.getByRole('dialog', { name: 'Kết quả từng dòng' });
      await results.getByText('Đã làm 2, không làm được 0.').waitFor();
      await results.getByRole('button', { name: 'Đóng' }).last().click();
      const toSign = desk.page.getByRole('region', { name: 'Chờ tôi ký' });
      await toSign.getByRole('checkbox', { name: 'Chọn tất cả: Chờ tôi ký' }).check();
      await desk.page.getByRole('button', { name: 'Ký 2 văn bản' }).click();
      await desk.page
        .getByRole('dialog', { name: 'Ký 2 văn bản' })
        .getByRole('button', { name: 'Ký 2 văn bản' })
        .click();
      await results.getByText('Đã làm 2, không làm được 0.').waitFor();
      await results.getByRole('button', { name: 'Đóng' }).last().click();
      await until(async () => (await toSign.count()) === 0);
      expect(desk.faults).toEqual([]);
    });

    it('the chairman reads a paper on a phone and sends it back with a word, under the thumb', async () => {
      const desk = await office.desk('lanhdao', PHONE);
      await desk.goTo('/trinh-ky');
      const see = desk.page.getByRole('button', { name: /^Xem Văn bản/ }).first();
      expect((await see.boundingBox())!.height).toBeGreaterThanOrEqual(THUMB);
      await see.click();
      const back = desk.page.getByRole('button', { name: 'Trả lại', exact: true });
      await back.waitFor();
      await until(async () => ((await back.boundingBox())?.x ?? PHONE.width) < PHONE.width / 2 + 40);
      const box = (await back.boundingBox())!;
      expect(box.height).toBeGreaterThanOrEqual(THUMB);
      expect(box.y + box.height).toBeGreaterThan(PHONE.height - 60);
      await back.click();
      const dialog = desk.page.getByRole('dialog', { name: 'Trả lại văn bản' });
      expect(await dialog.getByRole('button', { name: 'Trả lại văn bản' }).isDisabled()).toBe(true);
      await dialog.getByRole('textbox').fill('Ghi rõ đơn vị nhận');
      await dialog.getByRole('button', { name: 'Trả lại văn bản' }).click();
      await desk.page.getByText('Đã trả lại người soạn').waitFor();
      expect(await desk.page.evaluate<number>(SIDEWAYS)).toBe(0);
      expect(desk.faults).toEqual([]);
    });
  });

  it('the chairman of the province walks the board on a phone without pushing it sideways', async () => {
    const desk = await office.desk('lanhdao.tinh', PHONE);
    await desk.goTo('/dieu-hanh');
    await desk.page.getByRole('figure', { name: 'Hồ sơ ở từng giai đoạn' }).getByRole('img').first().waitFor();
    expect(await desk.page.evaluate<number>(SIDEWAYS)).toBe(0);
    const small = await desk.page
      .locator('.leader-board a.card, .leader-board .hands a, .leader-board .bars a')
      .evaluateAll(
        (links, least) =>
          links.filter((link) => link.getBoundingClientRect().height < least).map((link) => link.textContent),
        THUMB,
      );
    expect(small).toEqual([]);
    const { said, rows } = await follow(desk, /Thời hạn sắp đến$/);
    expect(rows).toBe(said);
    expect(await desk.page.evaluate<number>(SIDEWAYS)).toBe(0);
    expect(desk.faults).toEqual([]);
  });

  it('the province leader narrows the list of late files to any kind of procedure', async () => {
    const desk = await office.desk('lanhdao.tinh');
    await desk.goTo('/qua-han?scope=all');
    await rowsShown(desk);
    await desk.page.locator('.ant-select').filter({ hasText: 'Mọi quy trình' }).click();
    const kinds = await desk.page.locator('.ant-select-item-option').allTextContents();
    expect(kinds).toEqual(
      expect.arrayContaining(['Xử lý đơn', 'Giải quyết tố cáo', 'Giải quyết kiến nghị, phản ánh', 'Tiếp công dân']),
    );
    await desk.page.locator('.ant-select-item-option').filter({ hasText: 'Giải quyết khiếu nại lần đầu' }).click();
    await desk.page.waitForURL(/procedure=complaint/);
    await until(async () => {
      const rows = await desk.page.locator('tbody tr').allTextContents();
      return rows.length > 0 && rows.every((row) => row.includes('Giải quyết khiếu nại'));
    });
  });
});
