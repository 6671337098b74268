import type { Locator } from 'playwright-core';
import { type Desk, until } from './desk.js';

/** Fills the open form of a step: a label and the option, word, day, name or number that goes with it; then records the step. */
export async function record(
  desk: Desk,
  step: string,
  answers: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<void> {
  const { page } = desk;
  const form = page.getByRole('dialog', { name: step });
  if ((await form.count()) === 0) await page.getByRole('button', { name: step }).first().click();
  await form.waitFor();
  for (const [label, answer] of Object.entries(answers)) {
    const field = form.locator('.ant-form-item').filter({ hasText: label }).first();
    for (const one of [answer].flat()) await fill(desk, field, one);
  }
  const send = form.getByRole('button', { name: 'Ghi nhận bước này' });
  await send.click();
  // What followed from the step before may have come in between: the person is told, looks and records.
  const news = page.getByRole('dialog', { name: 'Hồ sơ vừa được người khác cập nhật' });
  await until(
    async () => !(await form.isVisible()) || (await news.isVisible()) || (await form.getByRole('alert').count()) > 0,
  );
  if (await news.isVisible()) {
    await news.getByRole('button', { name: 'Xem hồ sơ bản mới' }).click();
    await send.click();
  }
  await form.waitFor({ state: 'hidden' }).catch(async (error: unknown) => {
    throw new Error(`“${step}” was not recorded: ${await form.innerText()}`, { cause: error });
  });
}

async function fill(desk: Desk, field: Locator, answer: string): Promise<void> {
  const choice = field.getByText(answer, { exact: true });
  if ((await choice.count()) > 0) return choice.first().click();
  const list = field.getByRole('combobox');
  if ((await list.count()) === 0) {
    await field.getByRole('textbox').fill(answer);
    if (/^\d\d\/\d\d\/\d{4}$/.test(answer)) await field.getByRole('textbox').press('Enter');
    return;
  }
  await pick(desk, list, answer);
}

/** Chooses from a list by what is written there, typing it where the list can be searched; the list is closed again. */
export async function pick({ page }: Desk, list: Locator, words: string): Promise<void> {
  const open = page.locator('.ant-select-dropdown:visible');
  await list.click();
  if (await list.isEditable()) await list.fill(words.split(',')[0] ?? '');
  await open.locator('.ant-select-item-option').filter({ hasText: words }).first().click();
  await list.blur();
  await until(async () => (await open.count()) === 0);
}

export const openFile = async (desk: Desk, id: string, tab = ''): Promise<void> => {
  await desk.goTo(`/ho-so/${id}${tab ? `?muc=${tab}` : ''}`);
};
