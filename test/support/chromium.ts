import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page, type Request } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of the browser: `TEST_CHROMIUM` (empty means "do without"), else where Debian puts it. */
export function chromiumPath(): string | undefined {
  const named = process.env.TEST_CHROMIUM;
  if (named !== undefined) return named === '' ? undefined : named;
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
}

/** A suite that needs a real browser; where there is none its tests are counted as skipped, and the run says so. */
export const describeWithChromium = (name: string, suite: () => void): void => {
  const { skip } = describe;
  return chromiumPath() ? describe(name, suite) : skip(name, suite);
};

interface Watched {
  /** Read by the test environment: where a test fails, it says what the pages showed and what they still waited for. */
  watchedPages?: Map<Page, Set<Request>>;
}

export async function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('No Chromium on this machine: wrap the suite in describeWithChromium().');
  return chromium.launch({ executablePath, args: FLAGS });
}

/** From here on a failing test tells of this page. */
export function watch(page: Page): Page {
  const watched = ((globalThis as Watched).watchedPages ??= new Map<Page, Set<Request>>());
  const waitedFor = new Set<Request>();
  const answered = (request: Request): boolean => waitedFor.delete(request);
  page.on('request', (request) => waitedFor.add(request));
  page.on('requestfinished', answered);
  page.on('requestfailed', answered);
  page.on('close', () => watched.delete(page));
  watched.set(page, waitedFor);
  return page;
}

/** A page of the smallest screen we promise to fit, in the country's language and time zone. */
export async function openPage(browser: Browser, viewport = { width: 1366, height: 768 }): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  return watch(await context.newPage());
}
