import { TestEnvironment } from 'jest-environment-node';

/** What is read of a page; more would bury the failure it explains. */
const CHARACTERS = 1_500;
const PATIENCE_MS = 5_000;
const FAILURES = ['test_fn_failure', 'hook_failure'];

/**
 * A failed test of a page says what every open page showed at that moment: "waited for a button" alone explains nothing, and the page is
 * gone before anybody can look at it.
 */
export default class TellingEnvironment extends TestEnvironment {
  async handleTestEvent({ name, error }) {
    if (!FAILURES.includes(name) || typeof error?.stack !== 'string') return;
    const pages = await Promise.all([...(this.global.watchedPages ?? [])].map(told));
    if (pages.length === 0) return;
    const message = [error.message, ...pages].join('\n\n');
    const trace = error.stack.split('\n').filter((line) => /^\s+at /.test(line));
    error.message = message;
    error.stack = [message, ...trace].join('\n');
  }
}

async function told([page, waitedFor]) {
  const text = await within(PATIENCE_MS, read(page)).catch(({ message }) => `(${message})`);
  const { length } = text;
  const shown = text.replaceAll(/\s*\n\s*/g, ' | ').slice(0, CHARACTERS);
  const open = [...waitedFor].map((request) => `${request.method()} ${request.url()}`);
  return `${page.url()} showed: ${shown}${length > CHARACTERS ? ' …' : ''}\nand waited for: ${open.join(', ') || 'nothing'}`;
}

/** Dialogs first, then the page's own part: the menu says nothing of a failure. */
async function read(page) {
  const dialogs = await page.getByRole('dialog').allInnerTexts();
  const main = await page.getByRole('main').allInnerTexts();
  return main.length === 0 ? page.locator('body').innerText() : [...dialogs, ...main].join(' ‖ ');
}

const within = (ms, promise) =>
  Promise.race([
    promise,
    new Promise((_, refuse) => {
      setTimeout(() => refuse(new Error('the page did not answer')), ms).unref();
    }),
  ]);
