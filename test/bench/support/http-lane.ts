import { connect, type Socket } from 'node:net';

const HEAD_END = '\r\n\r\n';

/** One keep-alive connection that sends a request and waits for its answer: as little client as there can be. */
export class HttpLane {
  private received = '';
  private answered: ((status: number) => void) | null = null;
  private broken: ((error: Error) => void) | null = null;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => this.read(text));
    socket.on('error', (error) => this.broken?.(error));
    socket.on('close', () => this.broken?.(new Error('The server closed the connection')));
  }

  static open(port: number): Promise<HttpLane> {
    return new Promise((done, failed) => {
      const socket = connect(port, '127.0.0.1', () => done(new HttpLane(socket)));
      socket.once('error', failed);
    });
  }

  /** Resolves with the status. */
  send(request: string): Promise<number> {
    return new Promise((done, failed) => {
      this.answered = done;
      this.broken = failed;
      this.socket.write(request);
    });
  }

  close(): void {
    this.broken = null;
    this.socket.destroy();
  }

  private read(text: string): void {
    this.received += text;
    const head = this.received.indexOf(HEAD_END);
    if (head < 0) return;
    const length = /content-length: (\d+)/i.exec(this.received.slice(0, head))?.[1];
    if (length === undefined) return this.broken?.(new Error('An answer without its length'));
    if (this.received.length < head + HEAD_END.length + Number(length)) return;
    const status = Number(this.received.slice(9, 12));
    const body = this.received.slice(head + HEAD_END.length);
    this.received = '';
    if (status >= 400) this.broken?.(new Error(`${status} ${body}`));
    else this.answered?.(status);
  }
}

/** Text of a POST with a JSON body. */
export function post(
  path: string,
  { token, body, headers = {} }: { token: string; body: unknown; headers?: Record<string, string> },
): string {
  const text = JSON.stringify(body);
  const lines = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    `authorization: Bearer ${token}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(text)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join('\r\n')}${HEAD_END}${Buffer.from(text, 'utf8').toString('latin1')}`;
}
