/**
 * One reading at a time for all who ask. Whoever asks while one is under way waits for the next, which all such share: no answer
 * is older than its question, and a thousand askers cost two readings.
 */
export class SharedReading<T> {
  private running: Promise<T> | null = null;
  private following: Promise<T> | null = null;

  constructor(private readonly read: () => Promise<T>) {}

  ask(): Promise<T> {
    if (!this.running) return this.begin();
    const over = (): Promise<T> => {
      this.following = null;
      return this.begin();
    };
    this.following ??= this.running.then(over, over);
    return this.following;
  }

  /** Nobody is being read for. */
  get idle(): boolean {
    return this.running === null && this.following === null;
  }

  private begin(): Promise<T> {
    const running = this.read().finally(() => {
      if (this.running === running) this.running = null;
    });
    this.running = running;
    return running;
  }
}
