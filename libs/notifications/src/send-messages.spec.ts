import { instantOf, localDate } from '#libs/shared';
import { MessageGateway, Messages, type Settled, type Settle } from './ports.js';
import { sendMessages } from './send-messages.js';
import { CITIZEN_TOPICS, textFor } from './templates.js';
import type { DeliveryLine, MessageText, WaitingMessage } from './types.js';

const NOON = instantOf(localDate('2026-11-25'), '12:00');
const row = (over: Partial<WaitingMessage> = {}): WaitingMessage => ({
  id: 'm1',
  contact: { id: 'c1', channel: 'sms', address: '0912345678', quietFrom: '21:00', quietTo: '07:00' },
  toCitizen: true,
  topic: 'complaint.decided',
  caseId: null,
  attempts: 0,
  withdrawn: false,
  ...over,
});

class OneSet extends Messages {
  readonly settled: Settled[] = [];
  readonly later: Date[] = [];
  constructor(
    private rows: readonly WaitingMessage[],
    private readonly now = NOON,
  ) {
    super();
  }
  override async claim(
    _limit: number,
    work: (now: Date, rows: readonly WaitingMessage[], settle: Settle) => Promise<void>,
  ): Promise<boolean> {
    if (this.rows.length === 0) return false;
    const settle = async (_id: string, outcome: Settled): Promise<void> => void this.settled.push(outcome);
    await work(
      this.now,
      this.rows,
      Object.assign(settle, { later: async (_: string, when: Date) => void this.later.push(when) }),
    );
    this.rows = [];
    return true;
  }
  override async ofCase(): Promise<DeliveryLine[]> {
    return [];
  }
}
class Kept extends MessageGateway {
  readonly dryRun = false;
  readonly sent: ({ to: string } & MessageText)[] = [];
  constructor(private readonly broken = false) {
    super();
  }
  override async send(message: { readonly to: string } & MessageText): Promise<{ ref: string }> {
    if (this.broken) throw new TypeError('0912345678 cannot be reached');
    this.sent.push(message);
    return { ref: 'r1' };
  }
}
const sendWith = async (messages: OneSet, gateway: Kept): Promise<number> =>
  sendMessages({
    messages,
    gateways: { email: gateway, sms: gateway, zalo: gateway },
  });

describe('sending', () => {
  it('sends what is due and keeps the reference', async () => {
    const [messages, gateway] = [new OneSet([row()]), new Kept()];
    expect(await sendWith(messages, gateway)).toBe(1);
    expect(messages.settled).toEqual([{ state: 'sent', ref: 'r1' }]);
    expect(gateway.sent[0]).toMatchObject({ to: '0912345678' });
  });

  it('waits through quiet hours without counting a try', async () => {
    const messages = new OneSet([row()], instantOf(localDate('2026-11-25'), '22:00'));
    expect(await sendWith(messages, new Kept())).toBe(0);
    expect(messages.settled).toEqual([]);
    expect(messages.later).toEqual([instantOf(localDate('2026-11-26'), '07:00')]);
  });

  it('tries again later, keeps the kind of failure and never its words, and gives up at last', async () => {
    const first = new OneSet([row()]);
    await sendWith(first, new Kept(true));
    expect(first.settled).toEqual([
      { state: 'failed', error: 'TypeError', notBefore: new Date(NOON.getTime() + 60_000) },
    ]);
    const last = new OneSet([row({ attempts: 5 })]);
    await sendWith(last, new Kept(true));
    expect(last.settled).toEqual([{ state: 'failed', error: 'TypeError', notBefore: null }]);
  });

  it('stops in good order: what has left is written down, the rest goes on waiting', async () => {
    const halt = new AbortController();
    const [messages, gateway] = [new OneSet([row(), row({ id: 'm2' })]), new Kept()];
    const send = gateway.send.bind(gateway);
    gateway.send = async (message) => {
      halt.abort();
      return send(message);
    };
    const gateways = { email: gateway, sms: gateway, zalo: gateway };
    expect(await sendMessages({ messages, gateways, stop: halt.signal })).toBe(1);
    expect(messages.settled).toEqual([{ state: 'sent', ref: 'r1' }]);
    expect(gateway.sent).toHaveLength(1);
    expect(await sendMessages({ messages: new OneSet([row()]), gateways, stop: halt.signal })).toBe(0);
  });

  it('sends nothing once the consent is taken back', async () => {
    const [messages, gateway] = [new OneSet([row({ withdrawn: true })]), new Kept()];
    await sendWith(messages, gateway);
    expect(gateway.sent).toEqual([]);
    expect(messages.settled).toEqual([{ state: 'withdrawn' }]);
  });

  it('says the same to officers about every file, so that the words tell no denunciation', async () => {
    const gateway = new Kept();
    for (const topic of ['denunciation.proposed', 'complaint.decided', 'deadline.overdue'])
      await sendWith(new OneSet([row({ toCitizen: false, topic })]), gateway);
    expect(new Set(gateway.sent.map(({ subject, body }) => `${subject} ${body}`)).size).toBe(1);
    expect(JSON.stringify(gateway.sent)).not.toMatch(/tố cáo|khiếu nại/iu);
  });
});

describe('what citizens read', () => {
  it.each(CITIZEN_TOPICS)('%s names no nature, content or person', (topic) => {
    const { subject, body } = textFor({ topic, toCitizen: true });
    expect(`${subject} ${body}`).not.toMatch(/tố cáo|khiếu nại|bị/iu);
    expect(body).toContain('tra cứu');
  });
});
