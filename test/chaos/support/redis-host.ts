import { type ChildProcess, spawn } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, redisServer } from '#testing/support/redis';

/** A Redis that keeps its port and loses its memory: killed and started again it is empty, like after a flush. */
export class RedisHost {
  private child: ChildProcess | null = null;

  private constructor(
    private readonly program: string,
    readonly port: number,
  ) {}

  /** Null where this machine has no Redis. */
  static async open(): Promise<RedisHost | null> {
    const program = redisServer();
    if (program === undefined) return null;
    const host = new RedisHost(program, await freePort());
    await host.start();
    return host;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    if (this.child) return;
    const args = ['--port', `${this.port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    this.child = spawn(this.program, args, { stdio: 'ignore', cwd: '/tmp' });
    for (let tries = 0; tries < 400; tries += 1) {
      if ((await this.command('PING').catch(() => '')).startsWith('+PONG')) return;
      await sleep(25);
    }
    throw new Error('redis-server did not answer');
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (!child) return;
    this.child = null;
    const gone = new Promise<void>((done) => child.once('exit', () => done()));
    child.kill('SIGKILL');
    await gone;
  }

  /** For the end of the process, where nothing can be waited for. */
  killNow(): void {
    this.child?.kill('SIGKILL');
  }

  command(line: string): Promise<string> {
    return new Promise((done, failed) => {
      let answer = '';
      const socket = connect(this.port, '127.0.0.1', () => socket.write(`${line}\r\nQUIT\r\n`));
      socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
      socket.on('close', () => done(answer));
      socket.on('error', failed);
    });
  }
}
