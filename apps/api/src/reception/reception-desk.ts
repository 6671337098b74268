import type { Actor } from '#libs/access';
import type { AgencyDirectory } from '#libs/persistence';
import type { ReceptionService, SessionPlan } from '#libs/reception';
import { workbookOf } from '#libs/reporting';
import { localDate, type Clock, type JsonObject, type LocalDate, type UserId } from '#libs/shared';
import {
  ONLINE_CASES,
  REFUSAL_GROUNDS,
  REPLY_CONTENTS,
  UNSCHEDULED_GROUNDS,
  VISIT_OUTCOMES,
} from '#workflows/reception';
import { availableEvent } from '../case-files/case-view.js';
import type { AvailableEventDto } from '../case-files/case-file.dto.js';
import type { ReadEvent } from '../case-files/read-event.js';
import type * as In from './reception-input.dto.js';
import type * as Out from './reception.dto.js';
import type { ReceptionPapers } from './reception-papers.js';
import {
  dutyView,
  quotaView,
  receptionAct,
  registerView,
  scheduleBrief,
  sessionBrief,
  sessionView,
  visitBrief,
  visitView,
} from './reception-view.js';
import { registerSheet } from './register-sheet.js';

/** An optional day may come as null: that is no day. */
const dayOr = (day: string | null | undefined): LocalDate | undefined => (day ? localDate(day) : undefined);
const acted = ({ occurredOn, reason }: In.OnDayDto) => ({ occurredOn: dayOr(occurredOn), reason });

export interface VisitCall {
  readonly visitId: string;
  readonly expectedRev?: number | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** The reception room: plans, sessions, visits, books. */
export class ReceptionDesk {
  constructor(
    private readonly reception: ReceptionService,
    private readonly directory: AgencyDirectory,
    private readonly clock: Clock,
    private readonly papers: ReceptionPapers,
  ) {}

  planSchedule(actor: Actor, body: In.PlanScheduleDto, idempotencyKey?: string): Promise<Out.ScheduleCreatedDto> {
    const { agency, fromOn, toOn, place, regularHours, sessions } = body;
    return this.reception.planSchedule(actor, {
      ...{ agencyCode: agency, fromOn: localDate(fromOn), toOn: localDate(toOn), place, regularHours, idempotencyKey },
      ...acted(body),
      sessions: sessions.map((one) => planOf({ ...one, kind: 'periodic', place: one.place ?? place })),
    }) as Promise<Out.ScheduleCreatedDto>;
  }

  postSchedule(
    actor: Actor,
    scheduleId: string,
    body: In.PostScheduleDto,
    key?: string,
  ): Promise<Out.SchedulePostedDto> {
    const { occurredOn: _day, reason: _reason, ...inputs } = body;
    return this.reception.postSchedule(actor, {
      ...{ scheduleId, idempotencyKey: key, inputs: { ...inputs } as JsonObject },
      ...acted(body),
    }) as Promise<Out.SchedulePostedDto>;
  }

  planSession(actor: Actor, body: In.PlanSessionDto, idempotencyKey?: string): Promise<Out.ReceptionCreatedDto> {
    return this.reception.planSession(actor, {
      ...{ agencyCode: body.agency, session: planOf(body), idempotencyKey },
      ...acted(body),
    });
  }

  planDialogue(actor: Actor, body: In.PlanDialogueDto, idempotencyKey?: string): Promise<Out.ReceptionCreatedDto> {
    return this.planSession(actor, { ...body, kind: 'dialogue' }, idempotencyKey);
  }

  async schedules(actor: Actor, query: In.ScheduleListQuery): Promise<Out.SchedulePageDto> {
    const { agency, ...page } = query;
    const { items, nextCursor } = await this.reception.listSchedules(actor, { agencyCode: agency, ...page });
    const agencies = await this.directory.all();
    return { items: items.map((row) => scheduleBrief(row, agencies)), nextCursor };
  }

  async schedule(actor: Actor, id: string): Promise<Out.ScheduleDto> {
    const { schedule, sessions, users } = await this.reception.schedule(actor, id);
    const agencies = await this.directory.all();
    return {
      ...scheduleBrief(schedule, agencies),
      sessions: sessions.map((row) => sessionBrief(row, agencies, users)),
    };
  }

  async sessions(actor: Actor, query: In.SessionListQuery): Promise<Out.SessionPageDto> {
    const { agency, from, to, leader, ...rest } = query;
    const leaderId = leader as UserId | undefined;
    const asked = { agencyCode: agency, from: dayOr(from), to: dayOr(to), leaderId, ...rest };
    const { items, nextCursor, users } = await this.reception.listSessions(actor, asked);
    const agencies = await this.directory.all();
    return { items: items.map((row) => sessionBrief(row, agencies, users)), nextCursor };
  }

  async session(actor: Actor, id: string): Promise<Out.SessionDto> {
    return sessionView(await this.reception.session(actor, id), await this.directory.all());
  }

  async move(
    actor: Actor,
    sessionId: string,
    event: ReadEvent & { readonly expectedRev: number; readonly idempotencyKey?: string },
  ): Promise<Out.SessionDto> {
    const { occurredOn, ...rest } = event;
    await this.reception.moveSession(actor, { ...rest, sessionId, occurredOn: dayOr(occurredOn) });
    return this.session(actor, sessionId);
  }

  async available(actor: Actor, sessionId: string): Promise<AvailableEventDto[]> {
    return (await this.reception.available(actor, sessionId)).map(availableEvent);
  }

  async timeline(actor: Actor, sessionId: string): Promise<Out.ReceptionActDto[]> {
    return (await this.reception.timeline(actor, sessionId)).map(receptionAct);
  }

  async receiveVisit(
    actor: Actor,
    sessionId: string,
    body: In.ReceiveVisitDto,
    idempotencyKey?: string,
  ): Promise<Out.VisitReceivedDto> {
    const { id, warnings } = await this.reception.receiveVisit(actor, { ...body, sessionId, idempotencyKey });
    return { id, warnings: [...warnings] };
  }

  async visits(actor: Actor, sessionId: string): Promise<Out.VisitBriefDto[]> {
    return (await this.reception.session(actor, sessionId)).visits.map(visitBrief);
  }

  async visit(actor: Actor, id: string): Promise<Out.VisitDto> {
    return visitView(await this.reception.visit(actor, id));
  }

  settle(actor: Actor, call: VisitCall, body: In.VisitOutcomeDto): Promise<Out.VisitDto> {
    return this.after(actor, call, this.reception.recordOutcome(actor, { ...call, ...body, ...acted(body) }));
  }
  refuse(actor: Actor, call: VisitCall, body: In.RefuseVisitDto): Promise<Out.VisitDto> {
    return this.after(actor, call, this.reception.refuseVisit(actor, { ...call, ...body, ...acted(body) }));
  }
  noticeRefusal(actor: Actor, call: VisitCall, body: In.RefusalNoticeDto): Promise<Out.VisitDto> {
    return this.after(actor, call, this.reception.issueRefusalNotice(actor, { ...call, ...body, ...acted(body) }));
  }
  reply(actor: Actor, call: VisitCall, body: In.VisitReplyDto): Promise<Out.VisitDto> {
    return this.after(actor, call, this.reception.reply(actor, { ...call, ...body, ...acted(body) }));
  }
  receiveResult(actor: Actor, call: VisitCall, body: In.ForwardedResultDto): Promise<Out.VisitDto> {
    return this.after(actor, call, this.reception.receiveResult(actor, { ...call, ...body, ...acted(body) }));
  }
  reportBack(actor: Actor, call: VisitCall, body: In.ReportBackDto): Promise<Out.VisitDto> {
    return this.after(actor, call, this.reception.reportBack(actor, { ...call, ...body, ...acted(body) }));
  }
  takePapers(actor: Actor, call: VisitCall, body: In.TakePapersDto): Promise<Out.VisitDto> {
    return this.after(actor, call, this.reception.takePapers(actor, { ...call, ...body, ...acted(body) }));
  }

  async registerPetition(
    actor: Actor,
    call: VisitCall,
    body: In.VisitPetitionDto,
  ): Promise<Out.VisitPetitionRegisteredDto> {
    const { id, petition } = await this.reception.registerPetition(actor, { ...call, ...body, ...acted(body) });
    const { registerLabel, lookupCode, lookupSecret, caseFileId } = petition;
    return { id, petitionId: petition.id, registerLabel, lookupCode, lookupSecret, caseFileId };
  }

  async directTask(
    actor: Actor,
    sessionId: string,
    body: In.DirectTaskDto,
    key?: string,
  ): Promise<Out.ReceptionCreatedDto> {
    const { dueOn, followUpOn, ...rest } = body;
    const days = { dueOn: localDate(dueOn), followUpOn: dayOr(followUpOn) };
    return this.reception.directTask(actor, { ...rest, ...days, ...acted(body), sessionId, idempotencyKey: key });
  }
  finishTask(actor: Actor, taskId: string, body: In.TaskResultDto, key?: string): Promise<Out.ReceptionCreatedDto> {
    return this.reception.finishTask(actor, { ...body, ...acted(body), taskId, idempotencyKey: key });
  }
  recordAttendance(
    actor: Actor,
    sessionId: string,
    body: In.AttendanceInputDto,
    key?: string,
  ): Promise<Out.ReceptionCreatedDto> {
    return this.reception.recordAttendance(actor, { ...body, ...acted(body), sessionId, idempotencyKey: key });
  }
  raiseOpinion(
    actor: Actor,
    sessionId: string,
    body: In.OpinionInputDto,
    key?: string,
  ): Promise<Out.ReceptionCreatedDto> {
    return this.reception.raiseOpinion(actor, { ...body, ...acted(body), sessionId, idempotencyKey: key });
  }
  answerOpinion(
    actor: Actor,
    opinionId: string,
    body: In.OpinionAnswerDto,
    key?: string,
  ): Promise<Out.ReceptionCreatedDto> {
    const answerDueOn = dayOr(body.answerDueOn);
    return this.reception.answerOpinion(actor, {
      ...body,
      ...acted(body),
      answerDueOn,
      opinionId,
      idempotencyKey: key,
    });
  }

  async register(actor: Actor, query: In.ReceptionBookQuery): Promise<Out.ReceptionBookDto> {
    return registerView(await this.reception.register(actor, periodOf(query)), await this.directory.all());
  }
  exportRegister(actor: Actor, { format = 'xlsx', ...query }: In.RegisterExportQuery) {
    if (format === 'docx' || format === 'pdf') return this.papers.book(actor, periodOf(query), format);
    const period = periodOf(query);
    return format === 'csv' ? this.reception.exportRegister(actor, period) : this.registerWorkbook(actor, period);
  }

  private async registerWorkbook(actor: Actor, period: ReturnType<typeof periodOf>) {
    const { page, lines } = await this.reception.wholeRegister(actor, period);
    const madeAt = await this.clock.now();
    return {
      bytes: await workbookOf([registerSheet(page, { ...period, lines, madeAt })]),
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      fileName: `so-tiep-cong-dan-${page.agency.code}-${period.from}-${period.to}.xlsx`,
    };
  }

  async quota(actor: Actor, { agency, from, to, below }: In.QuotaQuery): Promise<Out.QuotaDto[]> {
    const rows = await this.reception.quota(actor, {
      ...{ agencyCode: agency, from: localDate(from), to: localDate(to), below: below === 'yes' },
    });
    const agencies = await this.directory.all();
    return rows.map((row) => quotaView(row, agencies));
  }

  async duties(actor: Actor, { agency }: In.DutyQuery): Promise<Out.DutyDto[]> {
    const agencies = await this.directory.all();
    return (await this.reception.duties(actor, { agencyCode: agency })).map((duty) => dutyView(duty, agencies));
  }

  async refusalGrounds({ on }: In.GroundQuery): Promise<Out.RefusalGroundDto[]> {
    const asked = on ?? (await this.clock.today());
    return REFUSAL_GROUNDS.filter(({ from }) => from <= asked).map(({ code, label, citation, from, how }) => ({
      ...{ code, label, citation, from, how },
    }));
  }

  options(): Out.ReceptionOptionsDto {
    return {
      unscheduledGrounds: [...UNSCHEDULED_GROUNDS],
      onlineCases: [...ONLINE_CASES],
      outcomes: [...VISIT_OUTCOMES],
      replyContents: [...REPLY_CONTENTS],
    };
  }

  private async after(actor: Actor, { visitId }: VisitCall, act: Promise<unknown>): Promise<Out.VisitDto> {
    await act;
    return this.visit(actor, visitId);
  }
}

const periodOf = ({ agency, from, to, ...rest }: In.ReceptionBookQuery) => ({
  ...{ agencyCode: agency, from: localDate(from), to: localDate(to), ...rest },
});

type Planned = Omit<In.PlanSessionDto, 'agency'>;
const planOf = ({
  occurredOn: _day,
  reason: _reason,
  heldOn,
  leaderId,
  mode = 'inPerson',
  ...plan
}: Planned): SessionPlan => ({
  ...plan,
  mode,
  heldOn: localDate(heldOn),
  leaderId: leaderId as UserId | undefined,
});
