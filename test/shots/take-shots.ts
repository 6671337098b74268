import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { seedDemo } from '../e2e/support/seed.js';
import { call, signIn } from '../e2e/support/call.js';
import { type Desk, DESKTOP, Office, PHONE, ZOOMED } from '../browser/support/desk.js';
import { SCREENS } from '../browser/screens.js';

/** The three ways every screen is looked at. */
const SIZES = [
  { name: '1366x768', viewport: DESKTOP },
  { name: '390x844', viewport: PHONE },
  { name: '200-phan-tram', viewport: ZOOMED },
] as const;

const say = (words: string): void => void process.stderr.write(`${words}\n`);

interface Row {
  readonly id: string;
  readonly petitionId?: string;
}

async function main(): Promise<void> {
  const folder = resolve(process.argv[2] ?? 'shots');
  const office = await Office.open({ worker: true });
  try {
    say('Đang tạo dữ liệu trình diễn …');
    await seedDemo(office.system, 2_000);
    const ids = await examples(office);
    const faults: string[] = [];
    const desks = new Map<string | null, Desk>();
    for (const { person, path, name } of SCREENS) {
      const desk = desks.get(person) ?? (await office.desk(person));
      desks.set(person, desk);
      const address = Object.entries(ids).reduce((text, [word, id]) => text.replace(word, id), path);
      for (const size of SIZES) {
        mkdirSync(join(folder, size.name), { recursive: true });
        await desk.page.setViewportSize(size.viewport);
        await desk.goTo(address);
        await desk.page.waitForLoadState('networkidle');
        await desk.page.waitForTimeout(350);
        await desk.page.screenshot({ path: join(folder, size.name, `${name}.png`) });
      }
      faults.push(...desk.faults.splice(0).map((fault) => `${person ?? 'khách'} ${path}: ${fault}`));
      say(`${name}`);
    }
    writeFileSync(join(folder, 'loi.txt'), faults.join('\n'));
    console.log(`${SCREENS.length * SIZES.length} ảnh trong ${folder}; ${faults.length} lỗi khi hiển thị`);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await office.close();
  }
}

/** Ids that the addresses of the screens stand for: a file with a long way behind it, and its petition. */
async function examples({ system }: Office): Promise<Record<string, string>> {
  const token = await signIn(system.url, 'lanhdao');
  const list = async (query: string): Promise<Row[]> =>
    (await call<{ items: Row[] }>(system.url, 'GET', `/case-files?${query}`, { token })).body.items;
  const complaints = await list('procedure=complaint&state=open&limit=50');
  const lengths = await Promise.all(
    complaints.slice(0, 12).map(async (row) => {
      const { body } = await call<unknown[]>(system.url, 'GET', `/case-files/${row.id}/timeline`, { token });
      return { id: row.id, events: body.length };
    }),
  );
  const file = lengths.sort((a, b) => b.events - a.events)[0];
  if (!file) throw new Error('The demo has no open complaint.');
  const { body } = await call<{ petition: { id: string } }>(system.url, 'GET', `/case-files/${file.id}`, { token });
  return { CASE: file.id, PETITION: body.petition.id };
}

await main();
