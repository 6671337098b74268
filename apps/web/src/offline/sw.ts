/**
 * The page's files, kept so that the screens come up without the network. It keeps files of the build and nothing else: an answer
 * of the API is never looked at, let alone stored.
 */
declare const __FILES__: readonly string[];
declare const __VERSION__: string;

interface Waits extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Installs extends Waits {
  /** Not in every browser. */
  addRoutes?(routes: readonly { condition: { urlPattern: URLPattern }; source: 'network' }[]): Promise<void>;
}
interface Fetches extends Waits {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
const worker = self as unknown as {
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install', listener: (event: Installs) => void): void;
  addEventListener(type: 'activate', listener: (event: Waits) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetches) => void): void;
};

const CACHE = `nghe-dan-${__VERSION__}`;
const SHELL = '/index.html';
const KEPT = new Set(__FILES__);
const OURS = /^\/(api|livez|readyz|metrics)(\/|$)/;
/** A server that says nothing for so long is taken for gone, as far as the shell is concerned. */
const PATIENCE_MS = 5_000;

worker.addEventListener('install', (event) => {
  // What is asked of the API does not wait until this worker has woken. Browsers without the one may lack URLPattern too.
  if (event.addRoutes) {
    const urlPattern = new URLPattern({ pathname: '/api/*' });
    event.waitUntil(event.addRoutes([{ condition: { urlPattern }, source: 'network' }]).catch(() => undefined));
  }
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(__FILES__.map((file) => new Request(file, { cache: 'no-cache' })))),
  );
});

/**
 * Comes only when no page of the former version is open any more, so that none loses its files; the very first one serves the page
 * that brought it, whose other screens have not been opened yet.
 */
worker.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name.startsWith('nghe-dan-') && name !== CACHE).map((name) => caches.delete(name)),
        ),
      )
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || OURS.test(url.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(shell(request));
  else if (KEPT.has(url.pathname)) event.respondWith(kept(url.pathname, request));
});

/** The server's page where it answers, so that a new version comes at once; else the kept one. */
async function shell(request: Request): Promise<Response> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(request.url, { signal: patience.signal, credentials: 'same-origin' });
    if (answer.status < 500) return answer;
    return (await caches.match(SHELL)) ?? answer;
  } catch (error) {
    const stored = await caches.match(SHELL);
    if (stored) return stored;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

const kept = async (path: string, request: Request): Promise<Response> => (await caches.match(path)) ?? fetch(request);
