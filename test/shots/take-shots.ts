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
  const [target = 'shots', ...names] = process.argv.slice(2);
  const folder = resolve(target);
  const screens = names.length === 0 ? SCREENS : SCREENS.filter(({ name }) => names.includes(name));
  if (screens.length === 0) throw new Error(`Không có màn hình nào tên là ${names.join(', ')}.`);
  const office = await Office.open({ worker: true });
  try {
    say('Đang tạo dữ liệu trình diễn …');
    await seedDemo(office.system, 2_000);
    const ids = await examples(office);
    const faults: string[] = [];
    const desks = new Map<string | null, Desk>();
    for (const { person, path, name } of screens) {
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
    console.log(`${screens.length * SIZES.length} ảnh trong ${folder}; ${faults.length} lỗi khi hiển thị`);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await office.close();
  }
}

/** A desk of citizen reception that is open today, with one visit. */
async function reception({ system }: Office): Promise<Record<'SESSION' | 'VISIT', string>> {
  const token = await signIn(system.url, 'motcua');
  const { today } = (await call<{ today: string }>(system.url, 'GET', '/app-info')).body;
  const make = async (path: string, body: object): Promise<string> =>
    (await call<Row>(system.url, 'POST', `/reception/sessions${path}`, { token, body })).body.id;
  const session = { kind: 'regular', heldOn: today, startsAt: '07:30', place: 'Phòng tiếp công dân' };
  const SESSION = await make('', session);
  const people = [{ fullName: 'Võ Thị Kim Xuyến', address: 'Ấp 4, xã Tân Thành' }];
  const visit = { type: 'complaint', summary: 'Không đồng ý mức bồi thường đất', people };
  return { SESSION, VISIT: await make(`/${SESSION}/visits`, visit) };
}

/** Ids that the addresses of the screens stand for: a file with a long way behind it, its petition, a reception. */
async function examples(office: Office): Promise<Record<string, string>> {
  const { system } = office;
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
  return { CASE: file.id, PETITION: body.petition.id, ...(await reception(office)) };
}

await main();
