import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '#testing/chaos/support/random';
import type { Stopwatch } from './figures.js';
import type { Ask, Reply } from './line.js';
import type { Colleague } from './staff.js';

/** Files the counters have handed over, by agency: an officer takes one and is alone with it. */
export type Tray = Map<string, string[]>;

const THINK_MS = 5_000;
const CITIZENS = ['Đặng Thị Hoa', 'Võ Văn Hòa', 'Bùi Đức Thuận', 'Hồ Ngọc Ánh', 'Lý Thị Ngân', 'Đỗ Minh Khuê'];
const WORDS = ['đất', 'bồi thường', 'Nguyễn', 'Trần Văn', 'thu hồi', 'Thôn 3', '12/2026'];
const FIELDS = ['Đất đai', 'Xây dựng', 'Môi trường'];

/** One colleague's working day: an act, a look at its answer, a thought, the next act. */
export class Day {
  private file: { id: string; next: number } | null = null;

  constructor(
    private readonly who: Colleague,
    private readonly random: Random,
    private readonly watch: () => Stopwatch,
    private readonly tray: Tray,
    private readonly today: string,
  ) {}

  async work(isOver: () => boolean): Promise<void> {
    await sleep(this.random.next() * THINK_MS);
    while (!isOver()) {
      await this.act().catch((error: unknown) => void this.watch().errors.push(String(error)));
      // As people pause: mostly shortly, now and then long.
      await sleep(Math.min(20_000, -Math.log(1 - this.random.next()) * THINK_MS));
    }
  }

  private act(): Promise<void> {
    const draw = this.random.next();
    if (this.who.kind === 'counter') {
      if (draw < 0.4) return this.register();
      return draw < 0.7 ? this.search() : this.look('register list', '/petitions?limit=50');
    }
    if (this.who.kind === 'officer') {
      if (draw < 0.5) return this.step();
      return draw < 0.75 ? this.look('my work', '/my-work') : this.search();
    }
    const boards: [string, string][] = [
      ['board overdue', '/boards/overdue'],
      ['board summary', '/boards/summary'],
      ['board workload', '/boards/workload'],
      ['board forecast', '/boards/forecast'],
      ['inbox', '/inbox'],
    ];
    return draw < 0.2 ? this.search() : this.look(...this.random.pick(boards));
  }

  private async timed(operation: string, wanted: number, ask: Ask): Promise<Reply> {
    const began = performance.now();
    const reply = await this.who.line.ask({ ...ask, path: `/api/v1${ask.path}`, token: this.who.token });
    this.watch().note(operation, performance.now() - began);
    if (reply.status !== wanted) throw new Error(`${operation}: ${reply.status} ${reply.body.slice(0, 300)}`);
    return reply;
  }

  private async look(operation: string, path: string): Promise<void> {
    await this.timed(operation, 200, { path });
  }

  private async search(): Promise<void> {
    await this.timed('search', 200, { method: 'POST', path: '/search', body: { q: this.random.pick(WORDS) } });
  }

  /** As at the counter: asked for resends while typing, then registered. */
  private async register(): Promise<void> {
    const { random } = this;
    const petition = {
      ...{ type: 'complaint', channel: 'in_person', receivedOn: this.today, field: random.pick(FIELDS) },
      content: `Khiếu nại Quyết định số ${random.between(1, 9_999)}/QĐ-UBND về bồi thường thửa đất số ${random.between(1, 999)}`,
      petitioners: [
        { fullName: `${random.pick(CITIZENS)} ${random.between(1, 9_999)}`, address: `Thôn ${random.between(1, 20)}` },
      ],
      respondent: 'Ủy ban nhân dân xã',
    };
    const { type, receivedOn, content, petitioners } = petition;
    const check = { type, receivedOn, content, petitioners };
    await this.timed('resend check', 200, { method: 'POST', path: '/petitions/resend-checks', body: check });
    await sleep(1_000 + random.next() * 2_000);
    const { body } = await this.timed('register', 201, {
      ...{ method: 'POST', path: '/petitions', body: petition },
      headers: { 'idempotency-key': randomUUID() },
    });
    const { caseFileId } = JSON.parse(body) as { caseFileId: string };
    for (const [type, inputs] of COUNTER_STEPS) await this.apply(caseFileId, type, inputs);
    const files = this.tray.get(this.who.agency) ?? [];
    files.push(caseFileId);
    this.tray.set(this.who.agency, files);
  }

  /** Opens the file, looks at what the law allows, takes the next step. */
  private async step(): Promise<void> {
    const id = this.file?.id ?? this.tray.get(this.who.agency)?.shift();
    if (id === undefined) return this.look('my work', '/my-work');
    this.file ??= { id, next: 0 };
    const [type, inputs] = OFFICER_STEPS[this.file.next] ?? OFFICER_STEPS[0];
    await this.look('allowed steps', `/case-files/${id}/events/available`);
    await sleep(500 + this.random.next() * 1_500);
    await this.apply(id, type, inputs);
    this.file = this.file.next + 1 < OFFICER_STEPS.length ? { id, next: this.file.next + 1 } : null;
  }

  private async apply(id: string, type: string, inputs: Record<string, unknown>): Promise<void> {
    const { headers } = await this.timed('case file', 200, { path: `/case-files/${id}` });
    await this.timed('transition', 200, {
      ...{ method: 'POST', path: `/case-files/${id}/events`, body: { type, ...inputs } },
      headers: { 'if-match': String(headers['etag']), 'idempotency-key': randomUUID() },
    });
  }
}

type Steps = readonly [readonly [string, Record<string, unknown>], ...(readonly [string, Record<string, unknown>])[]];
const COUNTER_STEPS: Steps = [
  ['CLASSIFY', { contentType: 'complaint' }],
  ['CHECK_ELIGIBILITY', { eligible: true }],
];
const OFFICER_STEPS: Steps = [
  ['CHECK_COMPETENCE', { competent: true }],
  ['PROPOSE_ACCEPTANCE', { proposal: 'accept' }],
];
