import { Agent, request } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}
export interface Ask {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const TIMEOUT_MS = 30_000;

/** One desk's way to the server: a kept connection from an address of its own (127.x.y.z), since limits count by address. */
export class Line {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4 });

  constructor(
    private readonly port: number,
    private readonly address: string,
  ) {}

  /** `place` from 0: another address for each. */
  static of(port: number, kind: 1 | 2, place: number): Line {
    return new Line(port, `127.${kind}.${Math.floor(place / 250)}.${(place % 250) + 1}`);
  }

  ask({ method = 'GET', path, token, body, headers }: Ask): Promise<Reply> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((done, failed) => {
      const asked = request(
        {
          ...{ host: '127.0.0.1', port: this.port, localAddress: this.address, agent: this.agent },
          ...{ method, path, timeout: TIMEOUT_MS },
          headers: {
            ...(token ? { authorization: `Bearer ${token}` } : {}),
            ...(text === undefined
              ? {}
              : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
            ...headers,
          },
        },
        (response) => {
          let answer = '';
          response.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
          response.on('end', () => done({ status: response.statusCode ?? 0, body: answer, headers: response.headers }));
          response.on('error', failed);
        },
      );
      asked.on('timeout', () => asked.destroy(new Error(`no answer in ${TIMEOUT_MS / 1000} s`)));
      asked.on('error', failed);
      asked.end(text);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
