import { isSystem, type Actor, type AnyActor } from '#libs/access';
import { addWorkingDays, vietnamCalendar } from '#libs/calendar';
import type { KeyVault } from '#libs/identity';
import { UnitOfWork } from '#libs/intake';
import {
  clientOf,
  PostgresPetitions,
  PostgresReceptionStore,
  query,
  TransactionRunner,
  type Connections,
  type Tx,
} from '#libs/persistence';
import { monthOf, ReceptionService, type OutcomeCommand, type VisitCommand } from '#libs/reception';
import { addDays, addMonths, instantOf, type JsonObject, type LocalDate, type Role } from '#libs/shared';
import { actorFor, type Reference } from './bulk/reference.js';

const MONTHS = 2;
const calendar = vietnamCalendar();
const workday = (day: LocalDate): LocalDate =>
  calendar.isWorkingDay(day, 'ignore') ? day : addWorkingDays(calendar, { from: day, days: 1 });

/** Business time as the history stands: each act is written on its own day. */
export class DatedReceptionStore extends PostgresReceptionStore {
  at = new Date(0);
  override now(): Promise<Date> {
    return Promise.resolve(this.at);
  }
}

interface Office {
  readonly agency: string;
  readonly place: string;
  readonly head: Role;
  /** Days of the month on which the leader receives. */
  readonly days: readonly number[];
}
const OFFICES: readonly Office[] = [
  { agency: 'XA-TANTHANH', place: 'Phòng tiếp công dân xã', head: 'chairman', days: [8, 22] },
  { agency: 'TINH-DEMO', place: 'Trụ sở tiếp công dân tỉnh', head: 'provinceChairman', days: [15] },
];

type DemoVisit = Pick<VisitCommand, 'type' | 'summary' | 'people'> & Pick<OutcomeCommand, 'outcome' | 'sentTo'>;
const person = (fullName: string, number: string, village: number) => [
  { fullName, address: `Thôn ${village}, xã Tân Thành`, personalId: number },
];
const VISITS: readonly DemoVisit[] = [
  {
    type: 'complaint',
    summary: 'Đề nghị xem lại phương án bồi thường thửa đất số 214',
    people: person('Lương Thị Hợi', '001171004518', 3),
    outcome: 'answered',
  },
  {
    type: 'feedback',
    summary: 'Phản ánh mương thoát nước thôn 5 bị tắc',
    people: person('Phùng Văn Quý', '001168007731', 5),
    outcome: 'answered',
  },
  {
    type: 'complaint',
    summary: 'Khiếu nại việc cấp giấy phép xây dựng của hộ liền kề',
    people: person('Tô Thị Lài', '001180002206', 1),
    outcome: 'guided',
    sentTo: 'Sở Xây dựng',
  },
  {
    type: 'denunciation',
    summary: 'Tố cáo việc thu khoản đóng góp ngoài quy định',
    people: person('Người Trình Bày', '001177000095', 2),
    outcome: 'explained',
  },
];

interface Cast {
  readonly desk: Actor;
  readonly head: Actor;
}

/** A few months of the leaders' days with their visits, and one day to come, by the product's own use cases. */
class ReceptionHistory {
  private readonly store = new DatedReceptionStore();
  private readonly service: ReceptionService;
  private turn = 0;

  constructor(
    work: UnitOfWork,
    vault: KeyVault,
    private readonly reference: Reference,
  ) {
    this.service = new ReceptionService({
      work,
      ...{ store: this.store, petitions: new PostgresPetitions(), vault, calendar, systemNow: () => new Date() },
      registerPetition: { execute: () => Promise.reject(new Error('The history of receptions registers no petition')) },
    });
  }

  async write(today: LocalDate): Promise<void> {
    for (const office of OFFICES) {
      const cast: Cast = {
        desk: actorFor(this.reference, office.agency, { role: 'receptionist', turn: 0 }),
        head: actorFor(this.reference, office.agency, { role: office.head, turn: 0 }),
      };
      for (let back = MONTHS; back >= 0; back -= 1)
        for (const day of office.days) {
          const heldOn = workday(addDays(addMonths(monthOf(today), -back), day - 1));
          if (heldOn < today) await this.past(office, cast, heldOn);
        }
      await this.planned(office, cast, { on: today, heldOn: addWorkingDays(calendar, { from: today, days: 8 }) });
    }
  }

  /** Planned and posted on one day. */
  private async planned(
    office: Office,
    { desk, head }: Cast,
    days: { on: LocalDate; heldOn: LocalDate },
  ): Promise<string> {
    this.on(days.on);
    const { id } = await this.service.planSession(desk, {
      session: {
        ...{ kind: 'periodic', mode: 'inPerson', heldOn: days.heldOn, startsAt: '07:30', endsAt: '11:30' },
        ...{ place: office.place, leaderId: head.userId, attendees: 'Đơn vị tham mưu, công chức chuyên môn' },
        topics: 'Đất đai, bồi thường, môi trường',
      },
    });
    await this.step(desk, id, 'POST', { onSite: true, onPortal: true });
    return id;
  }

  private async past(office: Office, cast: Cast, heldOn: LocalDate): Promise<void> {
    const id = await this.planned(office, cast, { on: addWorkingDays(calendar, { from: heldOn, days: -7 }), heldOn });
    this.on(heldOn);
    await this.step(cast.desk, id, 'HOLD', { hostedBy: cast.head.userId });
    for (let visits = 0; visits < 2; visits += 1) await this.visit(cast.desk, id);
    await this.step(cast.desk, id, 'CONCLUDE', {});
    await this.step(cast.desk, id, 'CLOSE', {});
  }

  private async visit(desk: Actor, sessionId: string): Promise<void> {
    const { outcome, sentTo, ...visit } = VISITS[this.turn % VISITS.length]!;
    this.turn += 1;
    const { id } = await this.service.receiveVisit(desk, { ...visit, sessionId });
    await this.service.recordOutcome(desk, { visitId: id, outcome, sentTo, withinCompetence: outcome === 'answered' });
  }

  private step(actor: Actor, sessionId: string, type: string, inputs: JsonObject) {
    return this.service.moveSession(actor, { sessionId, type, inputs });
  }

  private on(day: LocalDate): void {
    this.store.at = instantOf(day, '08:00');
  }
}

/** Each act as its own person, all of them in one transaction: a hundred commits would cost the start seconds. */
class WithinOne extends UnitOfWork {
  constructor(private readonly tx: Tx) {
    super();
  }

  override async run<T>(actor: AnyActor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const agencies = isSystem(actor) ? [] : actor.agencies;
    await query(clientOf(this.tx), 'SELECT app.act_as($1, $2)', [actor.userId, agencies]);
    return work(this.tx);
  }
}

/** Receptions of the demo province, up to its present day. */
export async function seedReception(
  { connections, vault, reference }: { connections: Connections; vault: KeyVault; reference: Reference },
  today: LocalDate,
): Promise<void> {
  const [anyone] = reference.actors;
  if (!anyone) throw new Error('The database has no accounts');
  await new TransactionRunner(connections).run(anyone, (tx) =>
    new ReceptionHistory(new WithinOne(tx), vault, reference).write(today),
  );
}
