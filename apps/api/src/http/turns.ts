import { AppError } from '#libs/shared';

export interface TurnRule {
  /** Worked on at once: each holds a connection or two of the pool that everybody shares. */
  readonly inWork: number;
  readonly waiting: number;
  /** Of one address, in work and waiting together. */
  readonly perAddress: number;
  /** How long somebody waits before being sent away. */
  readonly patienceMs: number;
  /** What people are told to wait, in seconds. */
  readonly comeAgainS: number;
}

interface Waiting {
  readonly begin: () => void;
  readonly patience: NodeJS.Timeout;
}

/**
 * A few at a time, a short queue, and everybody else is told when to come again. Limits by address do not help where a flood
 * comes from thousands of them: this one bounds what strangers together may cost, so that whoever has signed in never waits
 * behind them.
 */
export class Turns {
  private inWork = 0;
  private readonly queue: Waiting[] = [];
  private readonly byAddress = new Map<string, number>();

  constructor(private readonly rule: TurnRule) {}

  /** @throws AppError 429 `PUBLIC.BUSY` at once where the queue is full, or after the patience is over. */
  async take<T>(address: string, work: () => Promise<T>): Promise<T> {
    const own = this.byAddress.get(address) ?? 0;
    const full = this.inWork >= this.rule.inWork && this.queue.length >= this.rule.waiting;
    if (full || own >= this.rule.perAddress) throw this.busy();
    this.byAddress.set(address, own + 1);
    try {
      await this.turn();
      try {
        return await work();
      } finally {
        this.next();
      }
    } finally {
      this.leave(address);
    }
  }

  private turn(): Promise<void> {
    if (this.inWork < this.rule.inWork) {
      this.inWork += 1;
      return Promise.resolve();
    }
    return new Promise((begin, sentAway) => {
      const waiting: Waiting = {
        begin,
        patience: setTimeout(() => {
          this.queue.splice(this.queue.indexOf(waiting), 1);
          sentAway(this.busy());
        }, this.rule.patienceMs),
      };
      waiting.patience.unref();
      this.queue.push(waiting);
    });
  }

  /** The place goes to whoever has waited longest. */
  private next(): void {
    const waiting = this.queue.shift();
    if (!waiting) return void (this.inWork -= 1);
    clearTimeout(waiting.patience);
    waiting.begin();
  }

  private leave(address: string): void {
    const left = (this.byAddress.get(address) ?? 1) - 1;
    if (left > 0) this.byAddress.set(address, left);
    else this.byAddress.delete(address);
  }

  private busy(): AppError {
    const { comeAgainS } = this.rule;
    return new AppError({
      code: 'PUBLIC.BUSY',
      status: 429,
      title: 'Đang có quá nhiều người cùng truy cập',
      detail: `Hệ thống vẫn hoạt động nhưng chưa đến lượt yêu cầu này. Hãy đợi khoảng ${comeAgainS} giây rồi thử lại; điều đã nhập vẫn còn trên trang.`,
      extra: { retryAfter: comeAgainS },
    });
  }
}
