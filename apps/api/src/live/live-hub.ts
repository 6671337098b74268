import type { Actor } from '#libs/access';
import type { LiveSet, PostgresLive } from '#libs/persistence';
import { log } from '../http/log.js';
import { eventText, frame, mayHear, progressView } from './live-view.js';
import type { WorkListDto } from './live.dto.js';

/** An open page. `send` never waits: a page too slow to read is closed by its owner and comes back for what it missed. */
export interface Listener {
  readonly actor: Actor;
  send(text: string): void;
  end(): void;
}

const AT_ONCE = 500;
const NOTHING_AFTER = Number.MAX_SAFE_INTEGER;
/** Signals are hints: the hub also looks by itself. */
const LOOK_MS = 15_000;

/**
 * Tells open pages what is meant for them, in the order of the numbers. Admitting a page and handing out news take turns, so
 * that a page gets every number after its last one once.
 */
export class LiveHub {
  private readonly listeners = new Set<Listener>();
  private head = 0;
  private turn: Promise<void> = Promise.resolve();
  private asked = false;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly live: Pick<PostgresLive, 'read' | 'works'>) {
    this.timer = setInterval(() => this.look(), LOOK_MS);
    this.timer.unref();
  }

  /** Something may be new. Asked several times while at it, it looks once more. */
  look(): void {
    if (this.asked || this.listeners.size === 0) return;
    this.asked = true;
    void this.next(async () => {
      this.asked = false;
      await this.handOut();
    }).catch((error: unknown) => log('warn', 'live', { code: (error as { code?: string }).code }));
  }

  /** Sends what came after `last`, or where things stand now, and from then on all that comes. */
  admit(listener: Listener, last: number | null): Promise<void> {
    return this.next(async () => {
      if (this.listeners.size === 0) this.head = (await this.live.read(NOTHING_AFTER, 0)).head;
      else await this.handOut();
      await this.greet(listener, last);
      this.listeners.add(listener);
    });
  }

  leave(listener: Listener): void {
    this.listeners.delete(listener);
  }

  async works(actor: Actor): Promise<WorkListDto> {
    const rows = await this.live.works();
    return { items: rows.filter((row) => mayHear(actor, row)).map(progressView) };
  }

  /** Pages come back to another process, or to this one after its restart. */
  close(): void {
    clearInterval(this.timer);
    for (const listener of this.listeners) listener.end();
    this.listeners.clear();
  }

  private async greet(listener: Listener, last: number | null): Promise<void> {
    if (last === null) return listener.send(frame('ready', this.head, {}));
    let after = last;
    for (;;) {
      const set = await this.live.read(after, AT_ONCE);
      if (isForgotten(set, after)) return listener.send(frame('reset', this.head, {}));
      for (const row of set.events)
        if (row.number <= this.head && mayHear(listener.actor, row)) listener.send(eventText(row));
      after = set.events.at(-1)?.number ?? this.head;
      if (set.events.length < AT_ONCE || after >= this.head) break;
    }
    // What was not for this page is not asked for again.
    listener.send(frame('ready', this.head, {}));
  }

  private async handOut(): Promise<void> {
    for (;;) {
      const { events, head } = await this.live.read(this.head, AT_ONCE);
      for (const row of events) {
        const text = eventText(row);
        for (const listener of this.listeners) if (mayHear(listener.actor, row)) listener.send(text);
      }
      this.head = events.length < AT_ONCE ? head : (events.at(-1)?.number ?? head);
      if (events.length < AT_ONCE) return;
    }
  }

  private next(work: () => Promise<void>): Promise<void> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}

/** Rows after that number have been dropped, or the number is from another database: the page must read everything anew. */
const isForgotten = ({ head, oldest }: LiveSet, after: number): boolean =>
  after > head || (after < head && (oldest === null || oldest > after + 1));
