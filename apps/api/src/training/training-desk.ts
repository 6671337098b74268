import type { Actor } from '#libs/access';
import type { AdministrationJournal, TrainingData, TrainingMode, TrainingReset } from '#libs/persistence';
import { AppError } from '#libs/shared';
import { mustBe } from '../http/rights.js';
import type { SwitchTrainingDto, TrainingDto } from './training.dto.js';

export interface TrainingDeskParts {
  readonly mode: TrainingMode;
  /** Null where this process has no login of the owner. */
  readonly data: TrainingData | null;
  readonly journal: AdministrationJournal;
  readonly nameOf: (actor: Actor) => Promise<string>;
  /** What this process remembers of the data is to be read anew. */
  readonly forget: () => Promise<void>;
}

const WHAT = 'Chế độ tập huấn';
const PRODUCTION =
  'Hệ thống đang vận hành thật. Chế độ tập huấn chỉ có ở bản chạy trên dữ liệu trình diễn, để không ai tập trên hồ sơ của người dân.';
const NO_OWNER =
  'Chưa khai báo tài khoản chủ sở hữu cơ sở dữ liệu (DATABASE_ADMIN_URL) cho tiến trình này nên không đưa dữ liệu về ban đầu được.';

const refuse = (code: string, [title, detail]: readonly [string, string]): AppError =>
  new AppError({ code: `TRAINING.${code}`, status: 409, title, detail });

/** Practising on demonstration data: switched by administrators, marked on every screen and paper, taken back to the beginning. */
export class TrainingDesk {
  private running: Promise<void> | null = null;

  constructor(private readonly parts: TrainingDeskParts) {}

  async look(actor: Actor): Promise<TrainingDto> {
    mustBe(actor, ['administrator'], WHAT);
    const { mode, data } = this.parts;
    const [state, reset, kept] = await Promise.all([mode.state(), mode.reset(), data?.isKept() ?? false]);
    return {
      on: state?.on === true,
      available: mode.available,
      resettable: mode.available && kept && state?.on === true,
      reason: mode.available ? (data ? null : NO_OWNER) : PRODUCTION,
      ...{ by: state?.by ?? null, since: state?.since ?? null },
      reset: reset && mode.available ? viewOf(reset) : null,
    };
  }

  /** Switched on, the data as they are become what a reset goes back to. @throws AppError 409 in production. */
  async switch(actor: Actor, { on, reason }: SwitchTrainingDto): Promise<TrainingDto> {
    mustBe(actor, ['administrator'], WHAT);
    const { mode, data, journal, nameOf } = this.parts;
    if (!mode.available) throw refuse('PRODUCTION', ['Không bật được chế độ tập huấn', PRODUCTION]);
    if (this.running) throw refuse('RESETTING', ['Đang đưa dữ liệu về ban đầu', 'Chờ xong rồi bật, tắt.']);
    if ((await mode.isOn()) === on) return this.look(actor);
    const by = await nameOf(actor);
    await journal.act(actor, async (tx) => {
      await mode.switch(tx, { on, since: new Date().toISOString(), by });
      const type = on ? 'TRAINING_STARTED' : 'TRAINING_ENDED';
      return { result: null, acts: [{ agencyId: actor.agencyId, type, facts: {}, texts: { reason: reason.trim() } }] };
    });
    // After the act, so that a way back keeps it in the book.
    if (on) await data?.keep();
    return this.look(actor);
  }

  /** Begins going back; how far it has come is asked for. */
  async reset(actor: Actor): Promise<TrainingDto> {
    mustBe(actor, ['administrator'], WHAT);
    const { mode, data } = this.parts;
    if (!mode.available) throw refuse('PRODUCTION', ['Không đưa dữ liệu về ban đầu được', PRODUCTION]);
    if (!data) throw refuse('NO_OWNER', ['Không đưa dữ liệu về ban đầu được', NO_OWNER]);
    if (!(await mode.isOn()))
      throw refuse('OFF', ['Chưa bật chế độ tập huấn', 'Chỉ đưa dữ liệu về ban đầu khi đang tập huấn.']);
    if (this.running || (await mode.reset())?.state === 'running')
      throw refuse('RESETTING', ['Đang đưa dữ liệu về ban đầu', 'Chờ xong rồi làm lại.']);
    const startedAt = new Date().toISOString();
    await mode.tellReset({ state: 'running', done: 0, total: 0, startedAt, seenAt: startedAt });
    this.running = this.restore(actor, data, startedAt).finally(() => (this.running = null));
    return this.look(actor);
  }

  /** For the end of the process. */
  async settled(): Promise<void> {
    await this.running;
  }

  private async restore(actor: Actor, data: TrainingData, startedAt: string): Promise<void> {
    const { mode, journal, forget } = this.parts;
    let [done, total] = [0, 0];
    const tell = (state: TrainingReset['state']) =>
      mode.tellReset({ state, done, total, startedAt, seenAt: new Date().toISOString() });
    try {
      await data.restore(async (...step) => {
        [done, total] = step;
        await tell('running');
      });
      await forget();
      await journal.act(actor, async () => ({
        result: null,
        acts: [{ agencyId: actor.agencyId, type: 'TRAINING_RESET', facts: { tables: total } }],
      }));
      await tell('done');
    } catch {
      await tell('failed').catch(() => undefined);
    }
  }
}

const viewOf = ({ state, done, total, startedAt }: TrainingReset) => ({ state, done, total, startedAt });
