import type { Actor } from '#libs/access';
import type { Casework } from '#libs/casework';
import type { RegisterPetition } from '#libs/intake';
import { addDays, instantOf, type CaseFileId, type LocalDate, type PetitionId, type Role } from '#libs/shared';
import type { DemoAct } from './journey.js';
import type { DemoPetition } from './plan.js';

/** What the replay drives: the services a click reaches, and the movable clock. */
export interface DemoStage {
  readonly register: Pick<RegisterPetition, 'execute'>;
  readonly casework: Pick<Casework, 'apply'>;
  /** Steps the business clock through every due instant up to a moment, effects carried out. */
  advanceTo(instant: Date): Promise<void>;
  /** Carries out pending effects: spawned files exist afterwards. */
  settle(): Promise<void>;
  /** Someone of the agency in the role; the province's chairman where the commune has none. */
  actor(agencyCode: string, role: Role, turn: number): Actor;
  /** The file of the matter that a handling file has opened. */
  spawned(parents: readonly CaseFileId[]): Promise<ReadonlyMap<CaseFileId, CaseFileId>>;
}

export interface ReplayOptions {
  readonly today: LocalDate;
  readonly onProgress?: (done: number, total: number, day: LocalDate) => void;
  /** Commands in flight at once. */
  readonly lanes?: number;
}

interface OpenFile {
  readonly petition: DemoPetition;
  readonly turn: number;
  readonly petitionId: PetitionId;
  readonly handling: CaseFileId;
  /** The file of the matter, once handling has opened it. */
  spawned: CaseFileId | null;
  next: number;
}

async function inLanes<T>(items: readonly T[], lanes: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const lane = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
}

/** Replays a plan day by day, each act on its own day, through the services that a click reaches. */
export class DemoReplay {
  private readonly open: OpenFile[] = [];
  private registered = 0;

  constructor(
    private readonly stage: DemoStage,
    private readonly plan: readonly DemoPetition[],
    private readonly options: ReplayOptions,
  ) {}

  async run(): Promise<void> {
    const first = this.plan[0];
    if (!first) return;
    for (let day = first.receivedOn; day <= this.options.today; day = addDays(day, 1)) {
      if (!this.somethingOn(day)) continue;
      await this.stage.advanceTo(instantOf(day, '08:30'));
      await this.registerOf(day);
      while (await this.actsOf(day)) await this.findSpawned();
      this.options.onProgress?.(this.registered, this.plan.length, day);
    }
    await this.stage.advanceTo(instantOf(this.options.today, '08:30'));
  }

  private somethingOn(day: LocalDate): boolean {
    return (
      this.plan[this.registered]?.receivedOn === day || this.open.some((file) => this.dueAct(file, day) !== undefined)
    );
  }

  private dueAct(file: OpenFile, day: LocalDate): DemoAct | undefined {
    const act = file.petition.acts[file.next];
    if (!act || act.on > day) return undefined;
    return act.procedure !== 'petition-handling' && !file.spawned ? undefined : act;
  }

  private async registerOf(day: LocalDate): Promise<void> {
    const today: { petition: DemoPetition; turn: number }[] = [];
    while (this.plan[this.registered]?.receivedOn === day) {
      const petition = this.plan[this.registered];
      if (petition) today.push({ petition, turn: this.registered });
      this.registered += 1;
    }
    // One after another at a desk, as the register numbers them; desks side by side.
    const desks = [...new Set(today.map(({ petition }) => petition.agencyCode))].map((code) =>
      today.filter(({ petition }) => petition.agencyCode === code),
    );
    await inLanes(desks, this.lanes, async (desk) => {
      for (const entry of desk) await this.register(entry.petition, entry.turn);
    });
  }

  private async register(petition: DemoPetition, turn: number): Promise<void> {
    const { matter } = petition;
    const clerk = this.stage.actor(petition.agencyCode, 'receptionist', turn);
    const commune = petition.agencyCode;
    const done = await this.stage.register.execute(clerk, {
      type: matter.type,
      channel: petition.channel,
      receivedOn: petition.receivedOn,
      field: matter.field,
      content: matter.content,
      ...(petition.forwarder ? { forwarderKind: petition.forwarder.kind, forwarderName: petition.forwarder.name } : {}),
      ...(matter.type === 'complaint' ? { respondent: 'Chủ tịch Ủy ban nhân dân cấp xã' } : {}),
      ...(matter.decision ? { challengedDecision: matter.decision } : {}),
      petitionerCount: petition.people.length,
      petitioners: petition.people.map((person, i) => ({
        role: i === 0 && petition.people.length > 1 ? ('representative' as const) : ('petitioner' as const),
        fullName: person.fullName,
        sex: person.sex,
        birthDate: person.birthDate,
        personalId: person.personalId,
        phone: person.phone,
        address: `${person.hamlet}, ${DEMO_PLACES[commune] ?? 'xã Tân Thành'}`,
      })),
    });
    if (done.caseFileId)
      this.open.push({ petition, turn, petitionId: done.id, handling: done.caseFileId, spawned: null, next: 0 });
  }

  /** One act of every file that has one today. @returns whether there was any. */
  private async actsOf(day: LocalDate): Promise<boolean> {
    const due = this.open.flatMap((file) => {
      const act = this.dueAct(file, day);
      return act ? [{ file, act }] : [];
    });
    await inLanes(due, this.lanes, async ({ file, act }) => {
      await this.stage.casework.apply(this.performer(file, act), {
        caseFileId: act.procedure !== 'petition-handling' && file.spawned ? file.spawned : file.handling,
        type: act.type,
        occurredOn: act.on,
        inputs:
          act.type === 'ASSIGN_VERIFICATION' ? { ...act.inputs, assigneeId: this.officer(file).userId } : act.inputs,
        ...(act.on < day ? { reason: 'Ghi bổ sung sau khi mở hồ sơ.' } : {}),
      });
      file.next += 1;
    });
    for (let i = this.open.length - 1; i >= 0; i -= 1) {
      const file = this.open[i];
      if (file && file.next >= file.petition.acts.length) this.open.splice(i, 1);
    }
    return due.length > 0;
  }

  private async findSpawned(): Promise<void> {
    await this.stage.settle();
    const waiting = this.open.filter(
      (file) =>
        !file.spawned && (file.petition.acts[file.next]?.procedure ?? 'petition-handling') !== 'petition-handling',
    );
    if (waiting.length === 0) return;
    const spawned = await this.stage.spawned(waiting.map((file) => file.handling));
    for (const file of waiting) file.spawned = spawned.get(file.handling) ?? null;
  }

  private officer(file: OpenFile): Actor {
    return this.stage.actor(file.petition.agencyCode, 'caseOfficer', file.turn);
  }

  /** A denunciation is in the hands of its registrar and of the resolver only. */
  private performer(file: OpenFile, act: DemoAct): Actor {
    if (file.petition.matter.type !== 'denunciation' || act.as === 'receptionist')
      return this.stage.actor(file.petition.agencyCode, act.as, file.turn);
    return this.stage.actor(file.petition.agencyCode, 'chairman', file.turn);
  }

  private get lanes(): number {
    return this.options.lanes ?? 8;
  }
}

const DEMO_PLACES: Readonly<Record<string, string>> = {
  'XA-TANTHANH': 'xã Tân Thành',
  'XA-HOALOC': 'xã Hòa Lộc',
  'XA-BINHMINH': 'xã Bình Minh',
  'XA-SONLAM': 'xã Sơn Lâm',
  'PHUONG-TRUNGTAM': 'phường Trung Tâm',
  'PHUONG-NAMCAU': 'phường Nam Cầu',
};
