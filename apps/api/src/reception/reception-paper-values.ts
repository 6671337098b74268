import { dateLine, type PaperPerson, type TypedValues } from '#libs/documents';
import type { PersonRow, ReceiptItem, SessionFile, SessionRow, TimelineRow, VisitFile } from '#libs/reception';
import { TYPE_TITLES } from '#libs/reception';
import { formatDay, localDate, type LocalDate, type UserId } from '#libs/shared';
import { ONLINE_CASES, REFUSAL_GROUNDS } from '#workflows/reception';

type Row = Readonly<Record<string, string>>;
/** What is not known is left out: the paper prints dots there. */
const row = (cells: Readonly<Record<string, string | null | undefined>>): Row =>
  Object.fromEntries(Object.entries(cells).filter((cell): cell is [string, string] => Boolean(cell[1])));

const inWords = (day: LocalDate): string => dateLine(day).replace('ngày ', '');
const hour = (time: string): string => `${time.slice(0, 2)} giờ ${time.slice(3, 5)} phút`;
const low = (text: string): string => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1);

/** Day and hour of an instant on the clocks of Vietnam. */
export function hereAt(instant: string): { readonly day: LocalDate; readonly time: string } {
  const [day = '', time = ''] = new Date(instant).toLocaleString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).split(' ');
  return { day: localDate(day), time };
}

/** Of the acts of one type the last. */
export const lastAct = (acts: readonly TimelineRow[], type: string): TimelineRow | undefined =>
  acts.findLast((act) => act.type === type);
const words = (act: TimelineRow | undefined, name: string): string | undefined => {
  const fact = act?.facts[name];
  return act?.texts[name] ?? (typeof fact === 'string' ? fact : undefined);
};
export const numberOf = (act: TimelineRow | undefined): string | null => words(act, 'documentNumber') ?? null;

const ROLES: Readonly<Record<PersonRow['role'], PaperPerson['role']>> = {
  visitor: 'petitioner',
  representative: 'representative',
  authorized: 'authorized',
  lawyer: 'authorized',
};
export const paperPeople = (people: readonly PersonRow[]): readonly PaperPerson[] =>
  people.map(({ ordinal, role, fullName, address, personalId, personalIdKind, phone }) => ({
    ...{ ordinal, role: ROLES[role], fullName: fullName ?? '', address, personalId, personalIdKind, phone },
  }));

/** Mẫu số 01/TCD: the ground of the closed list and the paper it rests on. */
export function refusalWords({ visit }: VisitFile): TypedValues {
  const ground = REFUSAL_GROUNDS.find(({ code }) => code === visit.refusalGround);
  return {
    'Loại việc trình bày': visit.type === 'other' ? undefined : low(TYPE_TITLES[visit.type]),
    'Lý do từ chối': ground && `${ground.label}${visit.refusalBasis ? ` (Văn bản số ${visit.refusalBasis})` : ''}`,
    'Căn cứ từ chối':
      ground?.code === 'SETTLED_LAWFULLY'
        ? 'khoản 3 Điều 9 Luật Tiếp công dân, khoản 3 Điều 4'
        : 'điểm h khoản 1, khoản 3 Điều 4',
  };
}

const CONDITIONS: Readonly<Record<ReceiptItem['condition'], string>> = {
  original: 'bản gốc',
  photocopy: 'bản chụp',
  certifiedCopy: 'bản sao công chứng',
};
/** Mẫu số 02/TCD. What a denouncer handed in stays sealed, so its lines are dots. */
export const receiptWords = (receipt: VisitFile['receipts'][number], place: string): TypedValues => ({
  'Giờ nhận': hour(hereAt(receipt.receivedAt).time),
  'Nơi nhận tài liệu': place,
  'Số bản': String(receipt.copies).padStart(2, '0'),
  'Tài liệu đã nhận': (receipt.items ?? []).map(({ name, pages, condition }) =>
    row({ 'Tên tài liệu': name, 'Số trang': String(pages).padStart(2, '0'), 'Tình trạng': CONDITIONS[condition] }),
  ),
});

export interface SessionPaper {
  readonly file: SessionFile;
  readonly acts: readonly TimelineRow[];
  /** Sessions posted with it, itself among them, and the hours of the desk where a schedule names them. */
  readonly posted: readonly SessionRow[];
  readonly regularHours: string | null;
  readonly users: ReadonlyMap<UserId, string>;
  readonly headTitle: string;
}

/** The day that was published, before any postponement. */
const publishedOn = ({ knownFacts, heldOn }: SessionRow): LocalDate =>
  typeof knownFacts.postponedFrom === 'string' ? localDate(knownFacts.postponedFrom) : heldOn;
/** The head presides unless somebody else did; the form starts with the head's title. */
const presiding = ({ file: { session }, users }: SessionPaper): string | undefined =>
  session.hostedBy !== null && session.hostedBy !== session.leaderId ? users.get(session.hostedBy) : undefined;

const schedule = ({ file: { session }, posted, regularHours, users }: SessionPaper): TypedValues => ({
  Tháng: `${Number(publishedOn(session).slice(5, 7))} năm ${publishedOn(session).slice(0, 4)}`,
  'Nơi tiếp công dân': session.place,
  'Thời gian tiếp thường xuyên': regularHours ? low(regularHours) : undefined,
  'Buổi tiếp định kỳ': posted
    .toSorted((a, b) => publishedOn(a).localeCompare(publishedOn(b)))
    .map((one) =>
      row({
        'Ngày tiếp': formatDay(publishedOn(one)),
        'Giờ tiếp': hour(one.startsAt),
        'Người tiếp': one.leaderId === null ? null : users.get(one.leaderId),
        'Thành phần dự': one.attendees,
        'Dự kiến nội dung': one.topics,
      }),
    ),
});

const postponed = ({ file: { session }, acts, headTitle }: SessionPaper): TypedValues => ({
  'Buổi tiếp đã công bố': `buổi tiếp công dân ngày ${inWords(publishedOn(session))} của ${headTitle}`,
  'Lý do lùi lịch': words(lastAct(acts, 'POSTPONE'), 'postponeReason'),
  'Thời gian dự kiến':
    session.stage === 'postponed' ? undefined : `${hour(session.startsAt)} ngày ${inWords(session.heldOn)}`,
  'Nơi tiếp công dân': session.place,
});

/** Of who came it says nothing: the paper goes to bodies, and a task is not tied to a visit. */
const conclusion = (paper: SessionPaper): TypedValues => ({
  'Người chủ trì': presiding(paper),
  'Ngày tiếp công dân': inWords(paper.file.session.heldOn),
  'Nơi tiếp công dân': paper.file.session.place,
  'Thành phần dự': paper.file.session.attendees ?? undefined,
  'Kết luận từng vụ việc': paper.file.tasks.map(({ content, body, dueOn }) =>
    row({ 'Ý kiến chỉ đạo': `${body}: ${content}`, 'Thời hạn': formatDay(dueOn) }),
  ),
});

const onlineNotice = (paper: SessionPaper): TypedValues => {
  const { session } = paper.file;
  const asked = lastAct(paper.acts, 'OPEN')?.facts['onlineCase'];
  const matter = ONLINE_CASES.find(({ value }) => value === asked)?.label;
  return {
    'Giờ tiếp trực tuyến': hour(session.startsAt),
    'Ngày tiếp trực tuyến': inWords(session.heldOn),
    'Người chủ trì': presiding(paper),
    'Loại vụ việc': matter && low(matter),
    'Điểm cầu': [
      row({ 'Tên điểm cầu': `Điểm cầu trung tâm: ${session.place}`, 'Thành phần tham gia': session.attendees }),
    ],
  };
};

const dialogue = (paper: SessionPaper): TypedValues => {
  const { session, attendance, opinions } = paper.file;
  const here = attendance.filter(({ present }) => present);
  const citizens = here.filter(({ party }) => party === 'citizens').reduce((sum, { people }) => sum + people, 0);
  const others = here.filter(({ party }) => party !== 'citizens').map(({ name }) => name);
  return {
    'Giờ bắt đầu': hour(session.startsAt),
    'Ngày làm việc': inWords(session.heldOn),
    'Địa điểm': session.place,
    'Người chủ trì': presiding(paper),
    'Thành phần dự': others.join(', ') || undefined,
    'Số công dân dự': citizens > 0 ? String(citizens) : undefined,
    'Ý kiến đối thoại': opinions.map(({ content, answer, answerDueOn }) =>
      row({ 'Ý kiến': content, 'Trả lời': answer, 'Ngày hẹn trả lời': answerDueOn && formatDay(answerDueOn) }),
    ),
    'Kết luận của người chủ trì': words(lastAct(paper.acts, 'CONCLUDE'), 'conclusionText'),
  };
};

/** Papers of a session: what they say, and the act that gives them their number where one does. */
export const SESSION_PAPERS = {
  'RECEPTION.SCHEDULE': { typed: schedule, numberedBy: null },
  'RECEPTION.POSTPONED': { typed: postponed, numberedBy: null },
  'RECEPTION.CONCLUSION': { typed: conclusion, numberedBy: 'ISSUE_CONCLUSION' },
  'RECEPTION.ONLINE.NOTICE': { typed: onlineNotice, numberedBy: 'NOTIFY_ONLINE' },
  'RECEPTION.DIALOGUE': { typed: dialogue, numberedBy: null },
} as const;
export type SessionPaperCode = keyof typeof SESSION_PAPERS;
