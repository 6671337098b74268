import { Agent, request } from 'node:http';

export interface Wire {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}
export interface Outcome {
  /** 0: no answer in time; -1: the connection broke before one. */
  readonly status: number;
  readonly code: string;
  readonly ms: number;
}

/** Callers on many addresses of this machine: what is limited by address must not hide what comes after. */
const AGENTS = Array.from({ length: 120 }, (_, n) => ({
  localAddress: `127.1.${Math.floor(n / 100)}.${(n % 100) + 1}`,
  agent: new Agent({ keepAlive: true, maxSockets: 4 }),
}));
export const hangUp = (): void => AGENTS.forEach(({ agent }) => agent.destroy());

export function send(
  base: URL,
  { method, path, headers, body }: Wire,
  patienceMs: number,
  caller: number,
): Promise<Outcome> {
  const began = performance.now();
  const { agent, localAddress } = AGENTS[caller % AGENTS.length]!;
  return new Promise((resolve) => {
    const done = (status: number, code: string): void => resolve({ status, code, ms: performance.now() - began });
    const asked = request(
      {
        host: base.hostname,
        port: base.port,
        method,
        path,
        headers: { ...headers, 'content-length': body?.length ?? 0 },
        agent,
        localAddress,
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (text.length < 4_000 ? (text += chunk) : undefined));
        answer.on('end', () => done(answer.statusCode ?? 0, /"code":"([^"]+)"/.exec(text)?.[1] ?? ''));
        answer.on('error', () => done(answer.statusCode ?? -1, 'cut'));
      },
    );
    asked.setTimeout(patienceMs, () => {
      done(0, 'no answer');
      asked.destroy();
    });
    asked.on('error', (error: NodeJS.ErrnoException) => done(-1, error.code ?? error.message));
    asked.end(body ?? undefined);
  });
}
