import { type Desk, until } from './desk.js';

/** Waits until the page's files are kept, so that the network may go. */
export const shellIsKept = async ({ page }: Desk): Promise<void> => {
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await until(() => page.evaluate<boolean>('navigator.serviceWorker.controller !== null'));
};

/**
 * Types and waits until the browser has kept it. The page tells to the second when it saved last and saves at most once a second; the
 * first save that is told after a key may have begun before it, the second one has not.
 */
export async function keptAfter({ page }: Desk, type: () => Promise<void>): Promise<void> {
  const words = page.getByText(/^Đã lưu trên máy này/);
  const stamp = async (): Promise<string> => ((await words.count()) > 0 ? ((await words.textContent()) ?? '') : '');
  const told = async (act: () => Promise<void>): Promise<void> => {
    const before = await stamp();
    await act();
    await until(async () => !['', before].includes(await stamp()));
  };
  await told(() => page.keyboard.press('Space'));
  await told(() => page.keyboard.press('Backspace').then(type));
}

/** Everything the browser has written down for this origin, as text: IndexedDB with its bytes, storage, caches with their answers. */
export const storedInBrowser = ({ page }: Desk): Promise<string> =>
  page.evaluate<string>(`(async () => {
    const text = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie];
    const bytes = (value) => new TextDecoder('latin1').decode(value) + new TextDecoder('utf-8').decode(value) + new TextDecoder('utf-16le').decode(value);
    const spell = (value) => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return bytes(value);
      if (value instanceof CryptoKey) return 'key extractable=' + value.extractable;
      if (value && typeof value === 'object') return Object.entries(value).map(([k, v]) => k + ':' + spell(v)).join(' ');
      return String(value);
    };
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise((done, fail) => { const r = indexedDB.open(name); r.onsuccess = () => done(r.result); r.onerror = () => fail(r.error); });
      for (const store of db.objectStoreNames) {
        const all = (method) => new Promise((done, fail) => { const r = db.transaction(store).objectStore(store)[method](); r.onsuccess = () => done(r.result); r.onerror = () => fail(r.error); });
        text.push('store ' + store + ' ' + spell(await all('getAllKeys')) + ' ' + spell(await all('getAll')));
      }
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        text.push('cached ' + request.url);
        const answer = await cache.match(request);
        if (/api/.test(request.url)) text.push(await answer.text());
      }
    }
    return text.join('\\n');
  })()`);
