import type {
  Duty,
  PaperDue,
  QuotaRow,
  RegisterPage,
  ScheduleRow,
  SessionFile,
  SessionRow,
  TimelineRow,
  DeadlineRow,
  VisitFile,
  VisitRow,
  QuotaStatus,
} from '#libs/reception';
import { isSealedVisit, TYPE_TITLES } from '#libs/reception';
import type { UserId } from '#libs/shared';
import { ruleById } from '#libs/statute';
import { FORM_TITLES } from '#workflows';
import { reception, REFUSAL_GROUNDS, SESSION_KINDS, VISIT_OUTCOMES } from '#workflows/reception';
import { listAddress } from '../http/list-address.js';
import { agencyRef, type Agencies } from '../petitions/petition-view.js';
import type {
  DutyDto,
  QuotaDto,
  QuotaSpanDto,
  ReceptionActDto,
  ReceptionDeadlineDto,
  ReceptionPaperDto,
  ReceptionPersonDto,
  ReceptionBookDto,
  ScheduleBriefDto,
  SessionBriefDto,
  SessionDto,
  VisitBriefDto,
  VisitDto,
} from './reception.dto.js';

type Users = ReadonlyMap<UserId, string>;
const refOf = (agencies: Agencies, id: SessionRow['agencyId']) => {
  const agency = agencies.get(id);
  if (!agency) throw new Error(`No agency ${id}`);
  return agencyRef(agency);
};
const person = (id: UserId | null, users: Users): ReceptionPersonDto | null =>
  id === null ? null : { id, fullName: users.get(id) ?? '' };
const label = (options: readonly { value: string; label: string }[], value: string): string =>
  options.find((one) => one.value === value)?.label ?? value;
const day = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Papers of visits have no machine that orders them. */
const VISIT_FORMS: Readonly<Record<string, string>> = {
  'ND154.01': 'Thông báo về việc từ chối tiếp công dân (Mẫu số 01/TCD)',
  'ND154.02': 'Giấy biên nhận thông tin, tài liệu (Mẫu số 02/TCD)',
};
const paper = ({ form, on }: PaperDue): ReceptionPaperDto => ({
  form,
  title: FORM_TITLES[form] ?? VISIT_FORMS[form] ?? form,
  on,
});
const deadline = (row: DeadlineRow): ReceptionDeadlineDto => ({
  ruleId: row.ruleId,
  title: ruleById(row.ruleVersion)?.title ?? row.ruleId,
  citation: row.citation,
  startOn: row.startOn,
  dueOn: row.dueOn,
  state: row.state,
  closedOn: row.closedOn,
});

export const scheduleBrief = (row: ScheduleRow, agencies: Agencies): ScheduleBriefDto => ({
  id: row.id,
  agency: refOf(agencies, row.agencyId),
  fromOn: row.fromOn,
  toOn: row.toOn,
  place: row.place,
  regularHours: row.regularHours,
});

export const sessionBrief = (row: SessionRow, agencies: Agencies, users: Users): SessionBriefDto => ({
  id: row.id,
  agency: refOf(agencies, row.agencyId),
  scheduleId: row.scheduleId,
  kind: row.kind,
  kindTitle: label(SESSION_KINDS, row.kind),
  mode: row.mode,
  heldOn: row.heldOn,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  place: row.place,
  leader: person(row.leaderId, users),
  hostedBy: person(row.hostedBy, users),
  attendees: row.attendees,
  topics: row.topics,
  stage: row.stage,
  stageTitle: reception.stages[row.stage]?.title ?? row.stage,
  postedOn: day(row.knownFacts.postedOn),
  postingFlaw: Boolean(row.knownFacts.postedLateOn ?? row.knownFacts.heldUnpostedOn),
  postponedFrom: day(row.knownFacts.postponedFrom),
  outcome: row.outcome,
  rev: row.rev,
});

export const visitBrief = (row: VisitRow): VisitBriefDto => ({
  id: row.id,
  sessionId: row.sessionId,
  registerLabel: `${row.registerNumber}/${row.registerYear}`,
  visitedOn: row.visitedOn,
  type: row.type,
  typeTitle: TYPE_TITLES[row.type],
  sealed: isSealedVisit(row.type),
  summary: row.summary,
  groupSize: row.groupSize,
  outcome: row.outcome,
  outcomeTitle: row.outcome === null ? null : label(VISIT_OUTCOMES, row.outcome),
  petitionId: row.petitionId,
  repliedOn: row.repliedOn,
  rev: row.rev,
});

export const sessionView = (file: SessionFile, agencies: Agencies): SessionDto => ({
  ...sessionBrief(file.session, agencies, file.users),
  deadlines: file.deadlines.map(deadline),
  visits: file.visits.map(visitBrief),
  tasks: file.tasks.map(({ id, content, body, contact, dueOn, followUpOn, doneOn, result }) => ({
    ...{ id, content, body, contact, dueOn, followUpOn, doneOn, result },
  })),
  attendance: file.attendance.map(({ party, name, people, present }) => ({ party, name, people, present })),
  opinions: file.opinions.map(({ id, ordinal, content, field, answer, answeredOn, answerDueOn }) => ({
    ...{ id, ordinal, content, field, answer, answeredOn, answerDueOn },
  })),
  papers: file.session.papers.map(paper),
});

export const visitView = ({ visit, people, deadlines, receipts, users }: VisitFile): VisitDto => ({
  ...visitBrief(visit),
  receptionistName: users.get(visit.receptionistId) ?? '',
  withinCompetence: visit.withinCompetence,
  sentTo: visit.sentTo,
  documentNumber: visit.documentNumber,
  refusalGround: visit.refusalGround,
  refusalCitation: REFUSAL_GROUNDS.find(({ code }) => code === visit.refusalGround)?.citation ?? null,
  noticedOn: visit.noticedOn,
  replyContent: visit.replyContent,
  people: people.map(({ role, fullName, address, personalId }) => ({ role, fullName, address, personalId })),
  deadlines: deadlines.map(deadline),
  receipts: receipts.map(({ id, receivedAt, copies, items }) => ({
    ...{ id, receivedAt: new Date(receivedAt).toISOString(), copies, items: [...(items ?? [])] },
  })),
  papers: visit.papers.map(paper),
});

const RECORDS: Readonly<Record<string, string>> = {
  OPEN: 'Lập buổi tiếp',
  TASK_DIRECTED: 'Ghi ý kiến chỉ đạo',
  TASK_DONE: 'Ghi kết quả thực hiện kết luận',
  ATTENDANCE_RECORDED: 'Ghi thành phần đối thoại',
  OPINION_RAISED: 'Ghi ý kiến của công dân',
  OPINION_PROMISED: 'Hẹn ngày trả lời ý kiến',
  OPINION_ANSWERED: 'Trả lời ý kiến đối thoại',
};
export const receptionAct = (row: TimelineRow): ReceptionActDto => ({
  id: row.id,
  seq: row.seq,
  type: row.type,
  title: reception.events[row.type]?.title ?? RECORDS[row.type] ?? row.type,
  occurredOn: row.occurredOn,
  recordedAt: row.recordedAt,
  actorName: row.actorName ?? 'Hệ thống',
  from: row.fromStage,
  to: row.toStage,
  basis: row.basis.map(({ text }) => text),
  texts: row.texts,
  hash: row.hash,
});

export const registerView = (
  { agency, book, items, nextCursor }: RegisterPage,
  agencies: Agencies,
): ReceptionBookDto => ({
  agency: refOf(agencies, agency.id),
  form: book.form,
  title: book.title,
  citation: book.citation,
  columns: [...book.columns],
  items: items.map((line) => ({ ...line, cells: [...line.cells] })),
  nextCursor,
});

const WEEKLY = 'Tuần vắt qua hai tháng tính vào tháng có ngày thứ Năm (cách tính của hệ thống; luật không quy định).';

export const quotaView = ({ agency, leader, month, standing }: QuotaRow, agencies: Agencies): QuotaDto => {
  const { owed, spans, held, heldByOther, planned, postponed, missing, breached } = standing;
  const whole = { from: spans[0]?.from ?? month, to: spans.at(-1)?.to ?? month };
  const list = (quota: QuotaStatus, { from, to }: Pick<QuotaSpanDto, 'from' | 'to'> = whole): string =>
    listAddress('reception/sessions', { agency: agency.code, leader: leader?.id, quota, from, to });
  return {
    agency: refOf(agencies, agency.id),
    leader: leader && { id: leader.id, fullName: leader.fullName },
    ...{ month, ruleId: owed.ruleId, citation: owed.citation, unit: owed.unit, owed: owed.days },
    ...{ held, heldByOther, planned, postponed, missing, breached },
    lists: {
      ...{ held: list('held'), heldByOther: list('heldByOther') },
      ...{ planned: list('upcoming'), postponed: list('postponed') },
    },
    spans: spans.map((span) => ({ ...span, lists: { held: list('held', span), planned: list('upcoming', span) } })),
    note: owed.unit === 'days_per_week' ? WEEKLY : null,
  };
};

export const dutyView = ({ agencyId, ...duty }: Duty, agencies: Agencies): DutyDto => ({
  ...duty,
  agencyCode: refOf(agencies, agencyId).code,
});
