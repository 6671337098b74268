import type pg from 'pg';
import type { Connections } from '../connections.js';

/**
 * `effect`: rows wait to be handed out. `business_clock`: the demo clock has moved. `calendar`: days have been published. `live`: open
 * pages have something to hear.
 */
export type SignalChannel = 'effect' | 'business_clock' | 'calendar' | 'live';
export type SignalListener = () => void;

const RELISTEN_MS = 1_000;

/**
 * What PostgreSQL says at commit. A signal is a hint: whoever listens also looks by itself now and then. After a broken
 * connection it listens again and tells everybody once, since something may have been missed.
 */
export class PostgresSignals {
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(
    private readonly connections: Connections,
    private readonly listeners: Readonly<Partial<Record<SignalChannel, SignalListener>>>,
    private readonly role: 'app' | 'worker' = 'worker',
  ) {}

  async listen(): Promise<void> {
    if (this.closed || this.client) return;
    const client = this.connections.client(this.role);
    this.client = client;
    const lost = () => this.relisten(client);
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ channel }) => this.listeners[channel as SignalChannel]?.());
    try {
      await client.connect();
      for (const channel of Object.keys(this.listeners)) await client.query(`LISTEN ${channel}`);
      for (const listener of Object.values(this.listeners)) listener();
    } catch {
      lost();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.retry) clearTimeout(this.retry);
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private relisten(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    void client.end().catch(() => undefined);
    if (this.closed) return;
    this.retry = setTimeout(() => void this.listen(), RELISTEN_MS);
  }
}
