import type { Desk } from './desk.js';

const folder = process.env['NGHE_DAN_PICTURES'];

/** Where pictures are asked for, one of the whole page as it stands. */
export async function shoot({ page }: Desk, name: string): Promise<void> {
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
