import { fork } from 'node:child_process';
import { join } from 'node:path';
import { AppError } from '#libs/shared';
import {
  cannotDraw,
  DRAWN_TYPES,
  drawnInVain,
  type PageBoxes,
  type Redacted,
  RENDER_LIMITS,
  type RenderedPage,
  rendererBusy,
  type RenderLimits,
} from './model.js';
import type { RenderAnswer, RenderOrder } from './renderer-process.js';

const MEMORY_MB = 768;
const AT_ONCE = 2;
const WAITING_MAX = 8;

export interface RendererOptions {
  readonly limits?: Partial<RenderLimits>;
  /** The program that draws; another one only in tests. */
  readonly program?: string;
}

/**
 * Draws pages of scans in a process of its own without environment, two at once at most, killed when its time is over: a file
 * made to do harm takes down nothing but itself. Nothing is written to a disk; the bytes go through a pipe.
 */
export class PageRenderer {
  private readonly limits: RenderLimits;
  private readonly program: string;
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor({ limits, program }: RendererOptions = {}) {
    this.limits = { ...RENDER_LIMITS, ...limits };
    this.program = program ?? join(import.meta.dirname, 'renderer-process.js');
  }

  /** @throws AppError 422 for what cannot be drawn, 503 when too many wait. */
  pages(bytes: Buffer, mediaType: string): Promise<RenderedPage[]> {
    return this.ask<RenderedPage[]>({ bytes, mediaType, limits: this.limits });
  }

  /** @throws AppError as `pages`, and 422 for boxes outside a page. */
  redact(bytes: Buffer, mediaType: string, boxes: readonly PageBoxes[]): Promise<Redacted> {
    return this.ask<Redacted>({ bytes, mediaType, limits: this.limits, boxes });
  }

  private async ask<T>(order: RenderOrder): Promise<T> {
    if (!DRAWN_TYPES.has(order.mediaType)) throw cannotDraw();
    await this.turn();
    try {
      return await this.carryOut<T>(order);
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private async turn(): Promise<void> {
    if (this.running >= AT_ONCE) {
      if (this.waiting.length >= WAITING_MAX) throw rendererBusy();
      await new Promise<void>((go) => this.waiting.push(go));
    }
    this.running += 1;
  }

  /** A process that ends by itself without an answer may have been the machine's fault: the file has one more. */
  private async carryOut<T>(order: RenderOrder): Promise<T> {
    const answer = (await this.inProcess<T>(order)) ?? (await this.inProcess<T>(order));
    if (answer === null || answer === 'late') throw drawnInVain();
    if ('done' in answer) return answer.done;
    throw new AppError({ ...answer.refused });
  }

  /** @returns null where the process ended without an answer, 'late' where it was ended. */
  private inProcess<T>(order: RenderOrder): Promise<RenderAnswer<T> | null | 'late'> {
    return new Promise((done) => {
      const child = fork(this.program, [], {
        serialization: 'advanced',
        env: {},
        execArgv: [`--max-old-space-size=${MEMORY_MB}`],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      const impatient = setTimeout(() => {
        done('late');
        child.kill('SIGKILL');
      }, this.limits.millis);
      child.once('message', (answer: RenderAnswer<T>) => done(answer));
      child.once('error', () => done(null));
      // Closed: the process is gone and what it still had to say has been read.
      child.once('close', () => {
        clearTimeout(impatient);
        done(null); // after an answer this says nothing any more
      });
      child.send(order, () => undefined);
    });
  }
}
