import type { Actor } from '#libs/access';
import type { ReceptionDependencies } from './dependencies.js';
import {
  directTask,
  finishTask,
  type TaskCommand,
  type TaskResultCommand,
} from './use-cases/direct-tasks/direct-tasks.js';
import {
  answerOpinion,
  raiseOpinion,
  recordAttendance,
  type AnswerCommand,
  type AttendanceCommand,
  type OpinionCommand,
} from './use-cases/hold-dialogue/hold-dialogue.js';
import { exportRegister, wholeRegister, type WholeQuery } from './use-cases/keep-register/export-register.js';
import { readRegister, type RegisterQuery } from './use-cases/keep-register/read-register.js';
import { listDuties, type DutyQuery } from './use-cases/list-duties/list-duties.js';
import { availableEvents, moveSession, type MoveCommand } from './use-cases/move-session/move-session.js';
import {
  planSchedule,
  planSession,
  type ScheduleCommand,
  type SessionCommand,
} from './use-cases/plan-sessions/plan-sessions.js';
import { postSchedule, type PostCommand } from './use-cases/plan-sessions/post-schedule.js';
import { readQuota, type QuotaQuery } from './use-cases/read-quota/read-quota.js';
import {
  readSession,
  readSchedule,
  readVisit,
  listSchedules,
  listSessions,
  sessionTimeline,
} from './use-cases/read-sessions/read-sessions.js';
import type { ScheduleListQuery, SessionListQuery } from './use-cases/read-sessions/read-sessions.js';
import { receiveVisit, type VisitCommand } from './use-cases/receive-visit/receive-visit.js';
import {
  receiveResult,
  reportBack,
  type ReportBackCommand,
  type ResultCommand,
} from './use-cases/settle-visit/report-back.js';
import { registerVisitPetition, type VisitPetitionCommand } from './use-cases/settle-visit/register-visit-petition.js';
import {
  issueRefusalNotice,
  recordOutcome,
  refuseVisit,
  replyToVisitor,
  type NoticeCommand,
  type OutcomeCommand,
  type RefusalCommand,
  type ReplyCommand,
} from './use-cases/settle-visit/settle-visit.js';
import { takePapers, type PapersCommand } from './use-cases/settle-visit/take-papers.js';

/** Citizen reception by the book: each method is a use case of its own. */
export class ReceptionService {
  constructor(private readonly deps: ReceptionDependencies) {}

  planSchedule = (actor: Actor, command: ScheduleCommand) => planSchedule(this.deps, actor, command);
  postSchedule = (actor: Actor, command: PostCommand) => postSchedule(this.deps, actor, command);
  planSession = (actor: Actor, command: SessionCommand) => planSession(this.deps, actor, command);
  moveSession = (actor: Actor, command: MoveCommand) => moveSession(this.deps, actor, command);
  available = (actor: Actor, sessionId: string) => availableEvents(this.deps, actor, sessionId);
  listSchedules = (actor: Actor, query: ScheduleListQuery) => listSchedules(this.deps, actor, query);
  schedule = (actor: Actor, id: string) => readSchedule(this.deps, actor, id);
  listSessions = (actor: Actor, query: SessionListQuery) => listSessions(this.deps, actor, query);
  session = (actor: Actor, id: string) => readSession(this.deps, actor, id);
  timeline = (actor: Actor, id: string) => sessionTimeline(this.deps, actor, id);
  visit = (actor: Actor, id: string) => readVisit(this.deps, actor, id);
  receiveVisit = (actor: Actor, command: VisitCommand) => receiveVisit(this.deps, actor, command);
  recordOutcome = (actor: Actor, command: OutcomeCommand) => recordOutcome(this.deps, actor, command);
  registerPetition = (actor: Actor, command: VisitPetitionCommand) => registerVisitPetition(this.deps, actor, command);
  refuseVisit = (actor: Actor, command: RefusalCommand) => refuseVisit(this.deps, actor, command);
  issueRefusalNotice = (actor: Actor, command: NoticeCommand) => issueRefusalNotice(this.deps, actor, command);
  reply = (actor: Actor, command: ReplyCommand) => replyToVisitor(this.deps, actor, command);
  receiveResult = (actor: Actor, command: ResultCommand) => receiveResult(this.deps, actor, command);
  reportBack = (actor: Actor, command: ReportBackCommand) => reportBack(this.deps, actor, command);
  takePapers = (actor: Actor, command: PapersCommand) => takePapers(this.deps, actor, command);
  directTask = (actor: Actor, command: TaskCommand) => directTask(this.deps, actor, command);
  finishTask = (actor: Actor, command: TaskResultCommand) => finishTask(this.deps, actor, command);
  recordAttendance = (actor: Actor, command: AttendanceCommand) => recordAttendance(this.deps, actor, command);
  raiseOpinion = (actor: Actor, command: OpinionCommand) => raiseOpinion(this.deps, actor, command);
  answerOpinion = (actor: Actor, command: AnswerCommand) => answerOpinion(this.deps, actor, command);
  quota = (actor: Actor, query: QuotaQuery) => readQuota(this.deps, actor, query);
  register = (actor: Actor, query: RegisterQuery) => readRegister(this.deps, actor, query);
  wholeRegister = (actor: Actor, query: WholeQuery) => wholeRegister(this.deps, actor, query);
  exportRegister = (actor: Actor, query: WholeQuery) => exportRegister(this.deps, actor, query);
  duties = (actor: Actor, query: DutyQuery) => listDuties(this.deps, actor, query);
}
