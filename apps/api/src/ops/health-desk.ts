import type { Actor } from '#libs/access';
import { type LiveCalendar, nextYearWarning } from '#libs/calendar';
import type { AdministrationJournal, OperationsReader, PulseRow } from '#libs/persistence';
import type { Clock } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { mustBe } from '../http/rights.js';
import { backupRun } from './backup-words.js';
import { effectTitle, refusalReason } from './effect-words.js';
import { healthItems, isAlive } from './health-items.js';
import type { BackupRunListDto, FailedEffectListDto, QueueDto, StoredFilesDto, SystemHealthDto } from './health.dto.js';

export interface HealthDeskParts {
  readonly reader: OperationsReader;
  readonly journal: AdministrationJournal;
  readonly calendar: LiveCalendar;
  readonly clock: Clock;
  readonly version: string;
  readonly mode: 'demo' | 'production';
}

const SHOWN_RUNS = 30;
const WHAT = 'Tình trạng hệ thống';

/** How the system is, for those who keep it running. */
export class HealthDesk {
  constructor(private readonly parts: HealthDeskParts) {}

  async health(actor: Actor): Promise<SystemHealthDto> {
    mustBe(actor, ['administrator'], WHAT);
    const { reader, calendar, clock, version, mode } = this.parts;
    const [state, pulses, migrations, disk, runs, archive, today] = await Promise.all([
      reader.state(),
      reader.pulses(),
      reader.migrations(),
      reader.disk(),
      reader.lastRuns(),
      reader.archive(),
      clock.today(),
    ]);
    const horizon = { knownTo: calendar.horizon.to, warning: nextYearWarning(calendar, today) };
    const items = healthItems({ state, pulses, migrations, disk, runs, archive, calendar: horizon, version, mode });
    return {
      at: state.now,
      state: items.some((item) => item.state === 'problem')
        ? 'problem'
        : items.some((item) => item.state === 'warning')
          ? 'warning'
          : 'ok',
      items,
      workers: pulses.map((pulse) => ({
        ...{ id: pulse.id, alive: isAlive(pulse), version: pulse.version },
        ...{ fired: pulse.fired, handedOut: pulse.handedOut },
        startedAt: pulse.startedAt.toISOString(),
        seenAt: pulse.seenAt.toISOString(),
      })),
      queue: queueOf(pulses.find(isAlive)),
    };
  }

  async failed(actor: Actor): Promise<FailedEffectListDto> {
    mustBe(actor, ['administrator'], WHAT);
    const rows = await this.parts.reader.failed(actor);
    return {
      items: rows.map(({ kind, code, createdAt, failedAt, hasFile, ...row }) => ({
        ...row,
        ...{ title: effectTitle(kind), reason: refusalReason(code), code },
        ...{ createdAt: createdAt.toISOString(), failedAt: failedAt.toISOString() },
        protected: hasFile && row.caseFileId === null,
      })),
    };
  }

  /** Handed out again at once, once; the reason goes into the administration book of whoever asks. */
  async retry(actor: Actor, id: string, reason: string): Promise<FailedEffectListDto> {
    mustBe(actor, ['administrator'], WHAT);
    const { reader, journal } = this.parts;
    await journal.act(actor, async (tx) => {
      const found = await reader.retry(tx, id);
      if (!found) throw notFound('Việc này không còn chờ: đã làm xong hoặc đã có người cho làm lại.');
      const facts = { effectId: id, kind: found.kind, code: found.code };
      return { result: null, acts: [{ agencyId: actor.agencyId, type: 'EFFECT_RETRIED', facts, texts: { reason } }] };
    });
    return this.failed(actor);
  }

  async backups(actor: Actor): Promise<BackupRunListDto> {
    mustBe(actor, ['administrator'], WHAT);
    return { items: (await this.parts.reader.runs(SHOWN_RUNS)).map(backupRun) };
  }

  async storedFiles(actor: Actor): Promise<StoredFilesDto> {
    mustBe(actor, ['administrator'], WHAT);
    const { missing, ...found } = await this.parts.reader.strayBlobs();
    return { ...found, missing: [...missing] };
  }
}

function queueOf(pulse: PulseRow | undefined): QueueDto | null {
  if (!pulse) return null;
  const queues = Object.entries(pulse.jobs).map(([name, { waiting = 0, active = 0, delayed = 0, failed = 0 }]) => ({
    ...{ name, waiting, active, delayed, failed },
  }));
  return { backend: pulse.queue, queues };
}
