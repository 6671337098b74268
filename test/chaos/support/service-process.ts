import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { repository } from '#testing/support/repository';

const AGAIN_MS = 250;

/** A program of the product, started again whenever it ends, as the supervisor of a server does. */
export class ServiceProcess {
  private child: ChildProcess | null = null;
  private again: NodeJS.Timeout | null = null;
  private wanted = false;
  /** Ends nobody asked for: a broken line must not end a program. */
  readonly crashes: string[] = [];
  private said = '';
  private struck = false;

  constructor(
    readonly name: string,
    private readonly program: readonly string[],
    private readonly env: () => NodeJS.ProcessEnv,
    private readonly log: string,
  ) {}

  start(): void {
    this.wanted = true;
    if (this.child || this.again) return;
    const child = spawn(process.execPath, [...this.program], {
      cwd: repository,
      env: this.env(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.struck = false;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.said = `${this.said}${chunk.toString()}`.slice(-3_000);
        appendFileSync(this.log, `${this.name} ${chunk.toString()}`);
      });
    child.once('exit', (code, signal) => {
      this.child = null;
      if (this.wanted && !this.struck)
        this.crashes.push(`${this.name} ended with ${signal ?? code}: ${this.said.slice(-1_500)}`);
      if (!this.wanted) return;
      this.again = setTimeout(() => {
        this.again = null;
        if (this.wanted) this.start();
      }, AGAIN_MS);
    });
  }

  get isRunning(): boolean {
    return this.child !== null;
  }

  signal(signal: NodeJS.Signals): void {
    this.struck ||= signal === 'SIGKILL' || signal === 'SIGTERM';
    this.child?.kill(signal);
  }

  /** As an operator stops it; after nine seconds the hard way. */
  async stop(): Promise<void> {
    this.wanted = false;
    if (this.again) clearTimeout(this.again);
    this.again = null;
    const { child } = this;
    if (!child) return;
    const gone = new Promise<void>((done) => child.once('exit', () => done()));
    child.kill('SIGCONT');
    child.kill('SIGTERM');
    const impatient = setTimeout(() => child.kill('SIGKILL'), 9_000);
    await gone;
    clearTimeout(impatient);
  }

  killNow(): void {
    this.wanted = false;
    this.child?.kill('SIGKILL');
  }
}
