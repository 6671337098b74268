import type { FastifyReply } from 'fastify';

/** Keeps proxies from closing a silent stream. */
const HEARTBEAT_MS = 15_000;
/** Then the page comes back and shows its session again: rights that have changed meanwhile hold. */
const LIFE_MS = 5 * 60_000;
/** A page that does not read for so long is let go; it comes back for what it missed. */
const WAITING_MAX = 256 * 1024;

export interface EventStream {
  send(text: string): void;
  end(): void;
  isClosed(): boolean;
  readonly closed: Promise<void>;
}

/** Takes the answer out of the framework's hands, with the headers that it has set, and keeps it open. */
export function openStream(reply: FastifyReply): EventStream {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  let open = true;
  const end = (): void => {
    if (open) raw.end();
  };
  const send = (text: string): void => {
    if (!open) return;
    raw.write(text);
    if (raw.writableLength > WAITING_MAX) raw.destroy();
  };
  const beat = setInterval(() => send(': \n\n'), HEARTBEAT_MS);
  const life = setTimeout(end, LIFE_MS);
  const closed = new Promise<void>((resolve) => {
    raw.once('close', () => {
      open = false;
      clearInterval(beat);
      clearTimeout(life);
      resolve();
    });
  });
  send('retry: 2000\n\n');
  return { send, end, closed, isClosed: () => !open };
}
