/**
 * What the server tells open pages, over one connection for all tabs of the browser: the tab that holds the lock listens and passes
 * on what it hears. Where a browser has no locks (plain HTTP inside an office) nobody listens, and pages ask by themselves.
 */
export interface LiveMessage {
  /** `up` and `down`: whether anybody is listening. The others are the server's. */
  readonly event: 'progress' | 'inbox' | 'ready' | 'reset' | 'up' | 'down';
  readonly data: unknown;
}
type Hear = (message: LiveMessage) => void;

const TOLD = ['progress', 'inbox', 'ready', 'reset'] as const;
/** After the server has refused the stream (session over, process restarting) it is asked again. */
const AGAIN_MS = 10_000;
const ASK = { event: 'ask', data: null };

/** Joins the feed of this account; the answer leaves it. */
export function joinLive(userId: number, hear: Hear): () => void {
  if (!('locks' in navigator) || !('BroadcastChannel' in window)) return () => undefined;
  const channel = new BroadcastChannel(`nghe-dan-live-${userId}`);
  const leaving = new AbortController();
  let leads: ReturnType<typeof listen> | null = null;
  channel.onmessage = ({ data }: MessageEvent<LiveMessage | typeof ASK>) => {
    if (data.event !== 'ask') hear(data as LiveMessage);
    else if (leads?.isUp()) channel.postMessage({ event: 'up', data: null });
  };
  channel.postMessage(ASK);
  const tell: Hear = (message) => {
    hear(message);
    if (!leaving.signal.aborted) channel.postMessage(message);
  };
  void navigator.locks
    .request(`nghe-dan-live-${userId}`, { signal: leaving.signal }, async () => {
      if (leaving.signal.aborted) return;
      leads = listen(tell);
      await new Promise((gone) => leaving.signal.addEventListener('abort', gone, { once: true }));
      leads.close();
    })
    .catch(() => undefined);
  return () => {
    leaving.abort();
    channel.close();
  };
}

function listen(tell: Hear): { close: () => void; isUp: () => boolean } {
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let up = false;
  const turn = (now: boolean) => {
    if (up !== now) tell({ event: now ? 'up' : 'down', data: null });
    up = now;
  };
  const open = () => {
    source = new EventSource('/api/v1/live');
    for (const event of TOLD)
      source.addEventListener(event, ({ data }: MessageEvent<string>) => {
        turn(true);
        tell({ event, data: JSON.parse(data) as unknown });
      });
    source.onerror = () => {
      turn(false);
      if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN_MS);
    };
  };
  open();
  return {
    isUp: () => up,
    close: () => {
      clearTimeout(again);
      source?.close();
    },
  };
}
