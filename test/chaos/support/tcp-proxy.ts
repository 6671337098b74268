import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Random } from './random.js';

interface Pair {
  readonly near: Socket;
  readonly far: Socket;
  /** Bytes the server may still answer before the line is cut in the middle of a message. */
  left: number;
}

/** The line between the product and its database, which can be cut: with a reset, in the middle of an answer, or for a while. */
export class TcpProxy {
  private readonly pairs = new Set<Pair>();
  private refusing = false;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async open(target: () => number): Promise<TcpProxy> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const proxy = new TcpProxy(server, (server.address() as AddressInfo).port);
    server.on('connection', (near) => proxy.join(near, target()));
    return proxy;
  }

  private join(near: Socket, port: number): void {
    near.on('error', () => undefined);
    if (this.refusing) return void near.resetAndDestroy();
    const far = connect(port, '127.0.0.1');
    const pair: Pair = { near, far, left: Infinity };
    this.pairs.add(pair);
    near.setNoDelay(true);
    far.setNoDelay(true);
    far.on('error', () => near.resetAndDestroy());
    near.pipe(far);
    far.on('data', (chunk: Buffer) => {
      pair.left -= chunk.length;
      if (pair.left >= 0) near.write(chunk);
      else this.cut(pair);
    });
    far.on('close', () => near.destroy());
    near.on('close', () => {
      far.destroy();
      this.pairs.delete(pair);
    });
  }

  private cut({ near, far }: Pair): void {
    near.resetAndDestroy();
    far.resetAndDestroy();
  }

  reset(random: Random, share: number): number {
    const some = [...this.pairs].filter(() => random.chance(share));
    for (const pair of some) this.cut(pair);
    return some.length;
  }

  /** What the server commits next is not heard: the answer is cut off after some bytes. */
  cutAnswers(random: Random, share: number): void {
    for (const pair of this.pairs) if (random.chance(share)) pair.left = random.between(0, 900);
  }

  refuse(on: boolean): void {
    this.refusing = on;
  }

  async close(): Promise<void> {
    for (const pair of this.pairs) this.cut(pair);
    await new Promise<void>((done) => this.server.close(() => done()));
  }
}
