import type { Actor } from '#libs/access';
import { breachSteps, stateOfStep } from '#libs/identity';
import type { AgencyDirectory, BreachRow, Breaches } from '#libs/persistence';
import { AppError, type Clock, type Role } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { iso } from '../http/labels.js';
import { mustBe } from '../http/rights.js';
import type {
  BreachDetailDto,
  BreachDto,
  BreachListDto,
  BreachStepDoneDto,
  BreachStepDto,
  NewBreachDto,
} from './breach.dto.js';

const WRITERS: readonly Role[] = ['administrator', 'identityCustodian', 'chairman', 'provinceChairman'];
const READERS: readonly Role[] = [...WRITERS, 'inspector'];
const WHAT = 'Sự cố lộ dữ liệu';
const HOUR_MS = 3_600_000;
const SETTLED: readonly string[] = ['done', 'doneLate', 'notNeeded'];

export interface BreachDeskParts {
  readonly breaches: Breaches;
  readonly directory: AgencyDirectory;
  readonly clock: Clock;
}

/** What is to be done when personal data may have got out, by when, and what was done. */
export class BreachDesk {
  constructor(private readonly parts: BreachDeskParts) {}

  async all(actor: Actor): Promise<BreachListDto> {
    mustBe(actor, READERS, WHAT);
    const [rows, now] = await Promise.all([this.parts.breaches.all(actor), this.parts.clock.now()]);
    return { items: await Promise.all(rows.map((row) => this.brief(row, now))), mayWrite: mayWrite(actor) };
  }

  async one(actor: Actor, id: string): Promise<BreachDetailDto> {
    mustBe(actor, READERS, WHAT);
    const row = await this.parts.breaches.find(actor, id);
    if (!row) throw notFound('Không có sự cố này, hoặc nằm ngoài phạm vi của bạn.');
    const now = await this.parts.clock.now();
    return { ...(await this.brief(row, now)), steps: stepsOf(row, now), now: iso(now), mayWrite: mayWrite(actor) };
  }

  async note(actor: Actor, { discoveredAt, what }: NewBreachDto): Promise<BreachDetailDto> {
    mustBe(actor, WRITERS, 'Ghi sự cố');
    const at = new Date(discoveredAt);
    if (at > (await this.parts.clock.now())) throw wrongMoment('/discoveredAt', 'Thời điểm phát hiện chưa đến.');
    return this.one(actor, await this.parts.breaches.note(actor, { discoveredAt: at, what: what.trim() }));
  }

  async done(
    actor: Actor,
    { id, step }: { id: string; step: string },
    body: BreachStepDoneDto,
  ): Promise<BreachDetailDto> {
    mustBe(actor, WRITERS, 'Ghi bước xử lý');
    const row = await this.parts.breaches.find(actor, id);
    if (!row || !breachSteps(row.discoveredAt).some(({ key }) => key === step))
      throw notFound('Không có sự cố hoặc bước này, hoặc nằm ngoài phạm vi của bạn.');
    const at = new Date(body.doneAt);
    if (at < row.discoveredAt) throw wrongMoment('/doneAt', 'Thời điểm làm trước khi phát hiện sự cố.');
    if (at > (await this.parts.clock.now())) throw wrongMoment('/doneAt', 'Thời điểm làm chưa đến.');
    const taken = { step, applies: body.applies, doneAt: iso(at), note: body.note.trim() };
    if (!(await this.parts.breaches.done(actor, row, taken)))
      throw new AppError({
        ...{ code: 'BREACH.STEP_WRITTEN', status: 409, title: 'Bước này đã được ghi' },
        detail: 'Điều đã ghi không sửa; cần nói thêm thì ghi ở biên bản.',
      });
    return this.one(actor, id);
  }

  private async brief(row: BreachRow, now: Date): Promise<BreachDto> {
    const steps = stepsOf(row, now);
    const open = steps.filter(({ state }) => !SETTLED.includes(state));
    return {
      ...{ id: row.id, discoveredAt: iso(row.discoveredAt), what: row.what },
      ...{ notedByName: row.notedByName, notedAt: iso(row.notedAt), total: steps.length },
      agencyName: (await this.parts.directory.all()).get(row.agencyId)?.shortName ?? '',
      settled: steps.length - open.length,
      late: open.filter(({ state }) => state === 'late').length,
      nextDueAt: open[0]?.dueAt ?? null,
    };
  }
}

const mayWrite = (actor: Actor): boolean => WRITERS.some((role) => actor.roles.includes(role));

const wrongMoment = (pointer: string, message: string): AppError =>
  new AppError({
    ...{ code: 'BREACH.MOMENT', status: 422, title: 'Thời điểm không đúng', detail: message },
    errors: [{ pointer, code: 'BREACH.MOMENT', message }],
  });

function stepsOf(row: BreachRow, now: Date): BreachStepDto[] {
  const taken = new Map(row.steps.map((one) => [one.step, one]));
  return breachSteps(row.discoveredAt).map((step) => {
    const done = taken.get(step.key);
    const dueAt = new Date(row.discoveredAt.getTime() + step.hours * HOUR_MS);
    return {
      ...step,
      dueAt: iso(dueAt),
      state: stateOfStep(dueAt, done && { at: new Date(done.doneAt), applies: done.applies }, now),
      ...{ doneAt: done?.doneAt ?? null, note: done?.note ?? null, notedByName: done?.notedByName ?? null },
    };
  });
}
