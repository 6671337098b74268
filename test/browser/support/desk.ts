import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Cookie, Page } from 'playwright-core';
import { launchChromium, watch } from '#testing/support/chromium';
import { DEMO_PASSWORD } from '../../e2e/support/call.js';
import { type RunningSystem, startSystem, type SystemOptions } from '../../e2e/support/system.js';

export const DESKTOP = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };
/** What is left of the desktop when its owner has zoomed to 200 %. */
export const ZOOMED = { width: 683, height: 384 };

/** Not the network: what a page holds itself, and the browser's own viewer of PDFs. */
const OWN = /^(data|blob|chrome|chrome-extension):/;

/**
 * `TEST_BROWSER_SLOWER=4` lets a page compute four times slower and every answer come late, as on an old machine behind a bad line: a
 * test that reads a page once, before what it waits for is there, then fails at once instead of one time in fifty.
 */
const SLOWER = Number(process.env['TEST_BROWSER_SLOWER'] ?? 1);
const LATER_MS = 60;

/** A person at a screen: a browser session of their own, and what went wrong on their pages. */
export interface Desk {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts, broken files, requests to anywhere else. An API refusal is not one: it is shown to the person. */
  readonly faults: string[];
  goTo(path: string): Promise<void>;
}

/** The built product with its web, and as many desks as a test needs. */
export class Office {
  private readonly sessions = new Map<string, Cookie[]>();
  private constructor(
    readonly system: RunningSystem,
    private readonly browser: Browser,
  ) {}

  static async open(options: SystemOptions = {}): Promise<Office> {
    const system = await startSystem(options);
    return new Office(system, await launchChromium());
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.system.stop();
  }

  /** `username` null: nobody has signed in. `fresh`: somebody who has not yet seen the introduction. */
  async desk(username: string | null, viewport = DESKTOP, { fresh = false } = {}): Promise<Desk> {
    const context = await this.browser.newContext({
      viewport,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      baseURL: this.system.url,
    });
    context.setDefaultTimeout(45_000);
    // Paper comes out of a printer, not of a test.
    await context.addInitScript('window.print = () => { window.printed = (window.printed ?? 0) + 1; };');
    if (username !== null) await this.signIn(context, username);
    if (username !== null && !fresh) await knowsTheTour(context);
    const page = watch(await context.newPage());
    if (SLOWER > 1) await slowDown(page);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.location().url.includes('/api/')) faults.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(this.system.url) && !OWN.test(request.url()))
        faults.push(`outside: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
    });
    const goTo = async (path: string): Promise<void> => {
      await page.goto(path);
      await page.locator('h1').first().waitFor();
    };
    return { page, context, faults, goTo };
  }

  /** One session a person, as long as it lasts: attempts to sign in are counted by the minute. */
  private async signIn(context: BrowserContext, username: string): Promise<void> {
    const kept = this.sessions.get(username);
    if (kept) {
      await context.addCookies(kept);
      if ((await context.request.get('/api/v1/me')).ok()) return;
      await context.clearCookies();
    }
    const answer = await context.request.post('/api/v1/auth/login', {
      data: { username, password: DEMO_PASSWORD },
      headers: { 'x-requested-with': 'test' },
    });
    if (!answer.ok()) throw new Error(`${username} could not sign in: ${answer.status()} ${await answer.text()}`);
    this.sessions.set(username, await context.cookies());
  }
}

async function slowDown(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const unlimited = { downloadThroughput: -1, uploadThroughput: -1 };
  await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: SLOWER * LATER_MS, ...unlimited });
}

async function knowsTheTour(context: BrowserContext): Promise<void> {
  const answer = await context.request.put('/api/v1/me/settings/tour', {
    data: { value: true },
    headers: { 'x-requested-with': 'test' },
  });
  if (!answer.ok()) throw new Error(`The introduction could not be put away: ${await answer.text()}`);
}

export interface Typed {
  readonly type?: 'Tố cáo' | 'Kiến nghị, phản ánh' | 'Nhiều nội dung';
  readonly personalId?: string;
  readonly name: string;
  readonly birth?: string;
  readonly address?: string;
  readonly unit?: string;
  readonly respondent?: string;
  readonly content: string;
}

/** Fills the counter form from the first field to the save button with the keyboard alone; Enter goes on. */
export async function typePetition({ page }: Desk, typed: Typed): Promise<void> {
  const focused = () => page.evaluate<string>('document.activeElement.id || document.activeElement.textContent');
  const words: Record<string, string | undefined> = {
    petitioners_0_personalId: typed.personalId,
    petitioners_0_fullName: typed.name,
    petitioners_0_birth: typed.birth,
    petitioners_0_address: typed.address,
    respondent: typed.respondent,
    content: typed.content,
  };
  for (let step = 0; step < 20; step++) {
    const field = await focused();
    if (field.startsWith('Lưu và in')) return;
    const text = words[field];
    if (text) await page.keyboard.type(text);
    if (field === 'unit-0' && typed.unit) {
      await page.keyboard.type(typed.unit);
      await page.locator('.ant-select-item-option').first().waitFor();
    }
    await page.keyboard.press('Enter');
    await until(async () => (await focused()) !== field);
  }
  throw new Error(`Enter never reached the save button; it stands at ${await focused()}`);
}

const PATIENCE_MS = 40_000;

/** Asks again until it is so; the page's own policy forbids the browser to evaluate text in a loop. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(100)) if (await holds()) return;
  throw new Error(`Never came true: ${holds.toString()}`);
}

export const registerNumber = ({ page }: Desk): Promise<string | null> =>
  page.locator('.receipt .number').textContent();
