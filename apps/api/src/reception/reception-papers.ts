import type { Actor } from '#libs/access';
import {
  fill,
  formInForce,
  formVersions,
  OfficeConverter,
  type OpenPaperData,
  paperAgency,
  type PaperData,
  receptionBookRows,
  renderDocx,
  renderPdf,
  type Subject,
  type TypedValues,
} from '#libs/documents';
import type { AgencyDirectory } from '#libs/persistence';
import type { ReceptionAgency, ReceptionService, RegisterQuery } from '#libs/reception';
import { AppError, formatDay, type LocalDate, type UserId } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import {
  hereAt,
  lastAct,
  numberOf,
  paperPeople,
  receiptWords,
  refusalWords,
  SESSION_PAPERS,
  type SessionPaperCode,
} from './reception-paper-values.js';

export type PaperFormat = 'docx' | 'pdf';
export interface ReceptionFile {
  readonly bytes: Buffer;
  /** Form and day; never a person. */
  readonly name: string;
  readonly madeFrom: 'template' | 'document' | 'standard';
}
export interface PaperCall {
  readonly id: string;
  readonly form: string;
  readonly format: PaperFormat;
}
interface Draft {
  readonly form: string;
  readonly format: PaperFormat;
  readonly agency: ReceptionAgency;
  /** Day of the act: chooses the form, names the file. */
  readonly day: LocalDate;
  readonly typed: TypedValues;
  readonly signedOn?: LocalDate | null;
  readonly number?: string | null;
  readonly identities?: Partial<Pick<PaperData, 'petitioners' | 'content' | 'officer' | 'petition'>>;
}

/** Lines of one printed book: what Word opens without stalling. */
const MOST_PRINTED = 2_000;

const notDue = (title: string, citation: string): AppError =>
  new AppError({
    code: 'RECEPTION.PAPER_NOT_DUE',
    status: 409,
    title: 'Chưa có văn bản này',
    detail: `${title} (${citation}).`,
    unmet: [{ code: 'paperDue', title, citation }],
  });
const WHEN: Readonly<Record<SessionPaperCode, string>> = {
  'RECEPTION.SCHEDULE': 'Lịch tiếp công dân chỉ in được khi buổi tiếp đã niêm yết',
  'RECEPTION.POSTPONED': 'Thông báo lùi lịch chỉ in được khi buổi tiếp đã lùi',
  'RECEPTION.CONCLUSION': 'Thông báo kết luận chỉ in được khi kết luận đã ban hành',
  'RECEPTION.ONLINE.NOTICE': 'Thông báo tiếp trực tuyến chỉ in được khi đã thông báo tổ chức tiếp trực tuyến',
  'RECEPTION.DIALOGUE': 'Biên bản đối thoại chỉ in được khi buổi đối thoại đã kết thúc',
};
const isSessionPaper = (form: string): form is SessionPaperCode => Object.hasOwn(SESSION_PAPERS, form);
const unknownForm = (form: string) => notFound(`Không có mẫu ${form} cho việc này.`);

/** Papers of reception, made anew from its rows each time; the reader's scope decides what they say. */
export class ReceptionPapers {
  private readonly office = new OfficeConverter();

  constructor(
    private readonly reception: ReceptionService,
    private readonly directory: AgencyDirectory,
    private readonly stamp: () => Promise<string | undefined>,
  ) {}

  /** @throws AppError 404 outside the actor's scope, 409 where the visit owes no such paper. */
  visitPaper(actor: Actor, call: PaperCall & { readonly receipt?: string | undefined }): Promise<ReceptionFile> {
    if (call.form === 'ND154.01') return this.refusal(actor, call);
    if (call.form === 'ND154.02') return this.receipt(actor, call);
    throw unknownForm(call.form);
  }

  private async refusal(actor: Actor, { id, form, format }: PaperCall): Promise<ReceptionFile> {
    const file = await this.reception.visit(actor, id);
    const { visit } = file;
    const due = visit.papers.findLast((paper) => paper.form === form);
    if (!due)
      throw notDue(
        'Thông báo theo Mẫu 01/TCD chỉ dành cho lượt tiếp bị từ chối theo khoản 3 Điều 9 của Luật hoặc điểm h khoản 1 Điều 4 của Nghị định',
        'LTCD Đ.9 k3; NĐ154 Đ.4 k3',
      );
    return this.made({
      ...{ form, format, day: due.on, agency: agencyOf(file.agencies, visit.agencyId) },
      ...{ signedOn: visit.noticedOn, number: visit.noticeNumber, typed: refusalWords(file) },
      identities: this.visitor(file),
    });
  }

  private async receipt(
    actor: Actor,
    { id, form, format, receipt: wanted }: PaperCall & { readonly receipt?: string | undefined },
  ): Promise<ReceptionFile> {
    const file = await this.reception.visit(actor, id);
    const { visit, receipts, users } = file;
    if (receipts.length === 0)
      throw notDue('Giấy biên nhận theo Mẫu 02/TCD chỉ lập khi đã nhận thông tin, tài liệu', 'NĐ154 Đ.15 k4');
    const receipt = wanted === undefined ? receipts.at(-1) : receipts.find((one) => one.id === wanted.toLowerCase());
    if (!receipt) throw notFound('Lượt tiếp này không có giấy biên nhận đó.');
    const { session } = await this.reception.session(actor, visit.sessionId);
    const { day } = hereAt(receipt.receivedAt);
    return this.made({
      ...{ form, format, day, signedOn: day, agency: agencyOf(file.agencies, visit.agencyId) },
      typed: receiptWords(receipt, session.place),
      identities: { ...this.visitor(file), officer: { fullName: users.get(receipt.receivedBy) ?? '', title: null } },
    });
  }

  private visitor({ visit, people }: Awaited<ReturnType<ReceptionService['visit']>>): Draft['identities'] {
    return {
      petitioners: paperPeople(people),
      content: visit.summary,
      petition: {
        ...{ registerLabel: `${visit.registerNumber}/${visit.registerYear}`, receivedOn: visit.visitedOn, field: null },
        ...{ petitionerCount: visit.groupSize, challengedDecision: null },
      },
    };
  }

  /** @throws AppError 404 outside the actor's scope, 409 where the session has not come to it. */
  async sessionPaper(actor: Actor, { id, form, format }: PaperCall): Promise<ReceptionFile> {
    if (!isSessionPaper(form)) throw unknownForm(form);
    const file = await this.reception.session(actor, id);
    const { session } = file;
    const due = session.papers.findLast((paper) => paper.form === form);
    if (!due) throw notDue(WHEN[form], formVersions(form).at(-1)?.citation.text ?? '');
    const acts = await this.reception.timeline(actor, id);
    const plan = session.scheduleId === null ? null : await this.reception.schedule(actor, session.scheduleId);
    const agency = agencyOf(file.agencies, session.agencyId);
    const { typed, numberedBy } = SESSION_PAPERS[form];
    return this.made({
      ...{ form, format, agency, day: due.on, signedOn: due.on },
      number: numberedBy === null ? null : numberOf(lastAct(acts, numberedBy)),
      typed: typed({
        ...{ file, acts, regularHours: plan?.schedule.regularHours ?? null },
        posted: plan
          ? plan.sessions.filter(({ papers }) => papers.some((one) => one.form === 'RECEPTION.SCHEDULE'))
          : [session],
        users: new Map<UserId, string>([...(plan?.users ?? []), ...file.users]),
        headTitle: (await this.letterhead(agency)).headTitle,
      }),
    });
  }

  /** Mẫu số 03/TCD of a period; a denouncer is masked by the service and once more by the form. */
  async book(actor: Actor, query: RegisterQuery, format: PaperFormat): Promise<ReceptionFile> {
    const form = 'ND154.03';
    const { page, lines } = await this.reception.wholeRegister(actor, query);
    if (page.book.form !== '03/TCD')
      throw notDue('Sổ theo Mẫu 03/TCD chỉ in cho khoảng ngày từ 01/07/2026', 'NĐ154 Đ.27 k1');
    if (lines.length > MOST_PRINTED)
      throw new AppError({
        ...{ code: 'REGISTER.TOO_LONG', status: 422, title: 'Sổ quá dài để in một lần' },
        detail: `Khoảng ngày này có ${lines.length} lượt; hãy in từng khoảng không quá ${MOST_PRINTED} lượt.`,
      });
    return this.made({
      ...{ form, format, agency: page.agency, day: query.from },
      typed: {
        'Từ ngày': formatDay(query.from),
        'Đến ngày': formatDay(query.to),
        'Lượt tiếp công dân': receptionBookRows(lines.map(({ cells }) => cells)),
      },
    });
  }

  private async made({ form: code, format, agency, day, typed, ...draft }: Draft): Promise<ReceptionFile> {
    const form = formInForce(code, day);
    if (!form) throw notDue('Ngày của việc này mẫu chưa có hiệu lực', formVersions(code)[0]?.citation.text ?? '');
    const open: OpenPaperData = {
      ...{ agency: await this.letterhead(agency), procedure: 'reception', instance: null },
      ...{ signedOn: draft.signedOn ?? null, number: draft.number ?? null },
      petition: { registerLabel: '', receivedOn: day, field: null, petitionerCount: 1, challengedDecision: null },
      ...{ facts: {}, texts: {}, earlier: {}, deadlines: {}, team: [], officer: null },
    };
    const subject: Subject =
      form.audience === 'anyone'
        ? { form, data: open }
        : {
            form,
            data: { ...open, petitioners: [], content: null, respondent: null, forwarder: null, ...draft.identities },
          };
    const paper = fill(subject, typed);
    const name = `${code}-${day}.${format}`;
    const stamp = await this.stamp();
    const docx = await renderDocx(paper, stamp ? { stamp } : {});
    if (format === 'docx') return { bytes: docx, name, madeFrom: 'template' };
    const { bytes, from } = await renderPdf(paper, docx, { office: this.office, ...(stamp && { stamp }) });
    return { bytes, name, madeFrom: from };
  }

  private async letterhead({ id, settings, ...own }: ReceptionAgency) {
    const all = await this.directory.all();
    const known = all.get(id);
    const parentName = known?.parentId ? (all.get(known.parentId)?.name ?? null) : null;
    return paperAgency({ ...own, shortName: known?.shortName ?? own.name, parentName, settings });
  }
}

function agencyOf(agencies: ReadonlyMap<ReceptionAgency['id'], ReceptionAgency>, id: ReceptionAgency['id']) {
  const agency = agencies.get(id);
  if (!agency) throw new Error(`No agency ${id}`);
  return agency;
}
