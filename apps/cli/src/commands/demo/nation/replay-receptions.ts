import type { Actor } from '#libs/access';
import type { ReceptionService } from '#libs/reception';
import { instantOf, type LocalDate } from '#libs/shared';
import { actorFor, type Reference } from '../bulk/reference.js';
import { plannedOn, type PlannedSession, type PlannedVisit } from './plan-receptions.js';
import { SMALLEST_GROUP } from './totals.js';

/** What the replay drives: the service that a click reaches, and its business time. */
export interface ReceptionStage {
  readonly service: Pick<ReceptionService, 'planSession' | 'moveSession' | 'receiveVisit' | 'recordOutcome'>;
  setTime(instant: Date): void;
}

/** From this many on the police is asked to keep order (LTCD Đ.31). */
const MANY = 10;

/** Holds the sessions of a plan one after another, each act on its day. */
export class ReceptionReplay {
  constructor(
    private readonly stage: ReceptionStage,
    private readonly reference: Reference,
  ) {}

  async run(sessions: readonly PlannedSession[]): Promise<void> {
    for (const session of sessions) await this.hold(session);
  }

  private async hold(session: PlannedSession): Promise<void> {
    const { agencyCode, heldOn, kind } = session;
    const desk = this.someone(agencyCode, 'receptionist');
    const head = this.someone(agencyCode, 'chairman');
    this.on(plannedOn(session));
    const { id: sessionId } = await this.stage.service.planSession(desk, {
      session: {
        ...{ kind, mode: 'inPerson', heldOn, startsAt: '07:30', endsAt: '11:30', place: 'Phòng tiếp công dân' },
        ...(kind === 'periodic'
          ? { leaderId: head.userId, attendees: 'Công chức chuyên môn', topics: 'Đất đai, bồi thường, môi trường' }
          : {}),
      },
    });
    const move = (type: string, inputs = {}) => this.stage.service.moveSession(desk, { sessionId, type, inputs });
    if (kind === 'periodic') {
      await move('POST', { onSite: true, onPortal: true });
      this.on(heldOn);
      const host = session.host === 'leader' ? head : this.someone(agencyCode, 'unitHead');
      await move('HOLD', { hostedBy: host.userId });
    }
    for (const visit of session.visits) await this.receive(desk, sessionId, visit);
    await move('CONCLUDE');
    if (kind === 'periodic') await move('CLOSE');
  }

  private async receive(desk: Actor, sessionId: string, visit: PlannedVisit): Promise<void> {
    const { type, summary, fullName, address, personalId, people, outcome } = visit;
    const isGroup = people >= SMALLEST_GROUP;
    const { id } = await this.stage.service.receiveVisit(desk, {
      ...{ sessionId, type, summary, groupSize: people },
      people: [
        {
          ...{ fullName, address, role: isGroup || people > 1 ? 'representative' : 'visitor' },
          ...(personalId ? { personalId } : {}),
        },
      ],
      ...(isGroup ? { appointedInWriting: true, policeAsked: people > MANY } : {}),
    });
    await this.stage.service.recordOutcome(desk, {
      ...{ visitId: id, outcome, withinCompetence: outcome !== 'guided' },
      ...(outcome === 'guided' ? { sentTo: 'Sở quản lý chuyên ngành' } : {}),
    });
  }

  private someone(agencyCode: string, role: 'receptionist' | 'chairman' | 'unitHead'): Actor {
    return actorFor(this.reference, agencyCode, { role, turn: 0 });
  }

  private on(day: LocalDate): void {
    this.stage.setTime(instantOf(day, '08:00'));
  }
}
