import { describeWithChromium } from '#testing/support/chromium';
import { Office as Officers } from '../e2e/support/cases.js';
import { type Desk, Office, until } from './support/desk.js';

const picture = process.env['NGHE_DAN_PICTURES'];
const shoot = async ({ page }: Desk, name: string): Promise<void> => {
  if (picture) await page.screenshot({ path: `${picture}/${name}.png` });
};

describeWithChromium('papers on the screen', () => {
  let office: Office;
  let id = '';
  beforeAll(async () => {
    office = await Office.open({ worker: true });
    const officers = new Officers(office.system);
    ({ id } = await officers.complaintFile());
    await officers.step('lanhdao', id, 'ACCEPT', { documentNumber: '15/TB-UBND', conditionsChecked: true });
  });
  afterAll(() => office?.close());

  const openPaper = async (desk: Desk): Promise<void> => {
    await desk.goTo(`/ho-so/${id}?muc=van-ban`);
    await desk.page.getByRole('button', { name: /^Mở Thông báo/ }).click();
    await desk.page.getByRole('dialog').waitFor();
  };
  const press = async (desk: Desk, name: string, then: string): Promise<void> => {
    await desk.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
    await until(async () => (await desk.page.getByRole('dialog').textContent())?.includes(then) ?? false);
  };

  it('are drafted from what waits, filled in and submitted', async () => {
    const desk = await office.desk('chuyenvien');
    const { page } = desk;
    await desk.goTo(`/ho-so/${id}?muc=van-ban`);
    await page.getByRole('combobox', { name: 'Giấy tờ cần soạn' }).click();
    await page.locator('.ant-select-item-option').first().click();
    await page.getByRole('button', { name: 'Soạn', exact: true }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: 'Trình ký' }).waitFor();
    for (const field of await drawer.locator('form input, form textarea:not([aria-hidden])').all())
      if ((await field.inputValue()) === '') await field.fill('Theo đơn và tài liệu kèm theo');
    await shoot(desk, 'papers-draft');
    await press(desk, 'Trình ký', 'Đã trình ký');
    await page.keyboard.press('Escape');
    await page.getByRole('table').first().getByText('Đã trình ký').waitFor();
    await shoot(desk, 'papers-list');
    expect(desk.faults).toEqual([]);
  });

  it('are approved, signed and numbered by who may, each seeing only their own act', async () => {
    const head = await office.desk('truongphong');
    await openPaper(head);
    await press(head, 'Duyệt', 'Đã duyệt, chờ ký');
    expect(await head.page.getByRole('dialog').getByRole('button', { name: 'Ký', exact: true }).count()).toBe(0);
    const chairman = await office.desk('lanhdao');
    await openPaper(chairman);
    await press(chairman, 'Ký', 'người ký: Phạm Quốc Cường');
    const clerk = await office.desk('motcua');
    await openPaper(clerk);
    await press(clerk, 'Cho số, phát hành', 'số 01/TB-UBND');
    await shoot(clerk, 'papers-issued');
    for (const desk of [head, chairman, clerk]) expect(desk.faults).toEqual([]);
  });
});
