import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describeWithChromium } from '#testing/support/chromium';
import { repository } from '#testing/support/repository';
import { Office } from './support/desk.js';

/** Scripts and styles of a first visit, compressed, in KB of 1,024 bytes. Pictures of figures come after, on demand. */
const MOST = 350;

describeWithChromium('the first load of a page', () => {
  let office: Office;
  beforeAll(async () => (office = await Office.open()));
  afterAll(() => office?.close());

  const compressed = (file: string): number =>
    gzipSync(readFileSync(join(repository, 'dist/web', file)), { level: 6 }).length;

  it.each([
    [null, '/dang-nhap'],
    [null, '/tra-cuu'],
    ['motcua', '/'],
    ['chuyenvien', '/'],
    ['lanhdao', '/'],
    ['thanhtra', '/'],
    ['quantri', '/'],
    ['motcua', '/so-tiep-nhan'],
  ])('%s %s stays within its budget', async (person, path) => {
    const desk = await office.desk(person);
    const files = new Set<string>();
    desk.page.on('response', (answer) => {
      const { pathname } = new URL(answer.url());
      if (/^\/assets\/.*\.(js|css)$/.test(pathname)) files.add(pathname);
    });
    await desk.goTo(path);
    await desk.page.waitForLoadState('networkidle');
    const drawing = [...files].filter((file) => /chart-canvas|echarts/.test(file));
    const kilobytes = [...files]
      .filter((file) => !drawing.includes(file))
      .reduce((sum, file) => sum + compressed(file) / 1024, 0);
    expect(files.size).toBeGreaterThan(2);
    expect(kilobytes).toBeLessThanOrEqual(MOST);
    await desk.context.close();
  });
});
