import type { Actor } from '#libs/access';
import { addWorkingDays, type WorkCalendar } from '#libs/calendar';
import type { Casework } from '#libs/casework';
import type { PaperService } from '#libs/documents';
import { hashRequest, type KeyVault } from '#libs/identity';
import { urgeFile, type UrgingLetters, type Urgings } from '#libs/oversight';
import type { LeaderBoards } from '#libs/persistence';
import { AppError, type CaseFileId, type Clock, type LocalDate, type Role } from '#libs/shared';
import { log } from '../http/log.js';
import { mustBe } from '../http/rights.js';
import type { ApprovalsDto, AssignmentsDto, LineResultDto, LineResultsDto, UrgingsDto } from './leader-acts.dto.js';

export interface LeaderActsParts {
  readonly casework: Casework;
  readonly papers: PaperService;
  readonly urgings: Urgings;
  readonly letters: UrgingLetters;
  readonly figures: LeaderBoards;
  readonly vault: Pick<KeyVault, 'keyedHash'>;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
}

const LEADERS: readonly Role[] = ['unitHead', 'chairman', 'provinceChairman'];
const HANDLERS: readonly Role[] = [
  'caseOfficer',
  'receptionist',
  'unitHead',
  'inspector',
  'chairman',
  'provinceChairman',
];
/** Internal target for the report that urging asks for. */
const REPORT_WORKING_DAYS = 3;
const NONE = { code: null, detail: null, unmet: [], paperId: null, told: [] } as const;

/** Several acts at once, each its own transaction: what one file refuses, the others do not feel. */
export class LeaderActsDesk {
  constructor(private readonly parts: LeaderActsParts) {}

  async assign(actor: Actor, { caseFileIds, assigneeId, note }: AssignmentsDto, key?: string): Promise<LineResultsDto> {
    mustBe(actor, LEADERS, 'Giao việc nhiều hồ sơ');
    const officer = (await this.parts.figures.officers(actor, [assigneeId])).get(assigneeId);
    if (
      !officer?.active ||
      !actor.agencies.includes(officer.agencyId) ||
      !HANDLERS.some((one) => officer.roles.includes(one))
    )
      throw new AppError({
        code: 'CASEWORK.ASSIGNEE_UNKNOWN',
        status: 422,
        title: 'Không giao được cho người này',
        detail: 'Người được giao phải là công chức đang làm việc trong phạm vi của bạn.',
      });
    const inputs = { assigneeId, ...(note ? { note } : {}) };
    return this.each(caseFileIds, async (id) => {
      const request = { id, type: 'ASSIGN_OFFICER', inputs };
      await this.parts.casework.apply(actor, {
        ...{ caseFileId: id as CaseFileId, type: request.type, inputs },
        ...(await this.once(key, id, request)),
      });
      return { detail: `Đã giao cho ${officer.fullName}`, told: [officer.fullName] };
    });
  }

  async urge(actor: Actor, { caseFileIds, reportBy }: UrgingsDto, key?: string): Promise<LineResultsDto> {
    mustBe(actor, LEADERS, 'Đôn đốc');
    const { urgings, letters, clock, calendar, figures } = this.parts;
    const today = await clock.today();
    if (reportBy !== undefined && reportBy < today)
      throw new AppError({
        code: 'URGING.REPORT_DAY',
        status: 422,
        title: 'Hạn báo cáo chưa đúng',
        detail: 'Hạn báo cáo không trước ngày hôm nay.',
      });
    const by = (reportBy ?? addWorkingDays(calendar, { from: today, days: REPORT_WORKING_DAYS })) as LocalDate;
    return this.each(caseFileIds, async (id) => {
      const caseFileId = id as CaseFileId;
      const command = { caseFileId, reportBy: by, ...(await this.once(key, id, { id, urge: reportBy ?? null })) };
      const { told, paperId, noLetter } = await urgeFile({ urgings, letters }, actor, command);
      const names = [...(await figures.officers(actor, told)).values()].map(({ fullName }) => fullName);
      const letter = noLetter ?? 'Đã soạn văn bản đôn đốc (quy định nội bộ), chờ trình ký.';
      return { detail: `Đã nhắc ${names.join(', ')}. ${letter}`, paperId, told: names };
    });
  }

  async approve(actor: Actor, { act, items, comment }: ApprovalsDto): Promise<LineResultsDto> {
    const revs = new Map(items.map(({ id, rev }) => [id, rev]));
    if (act === 'return' && !comment?.trim())
      throw new AppError({
        code: 'PAPER.COMMENT_MISSING',
        status: 422,
        title: 'Thiếu ý kiến',
        detail: 'Trả lại văn bản phải ghi ý kiến để người soạn biết cần sửa gì.',
      });
    const { papers } = this.parts;
    return this.each([...revs.keys()], async (id) => {
      const ref = { id, rev: revs.get(id) ?? 0 };
      if (act === 'submit') await papers.submit(actor, ref);
      else if (act === 'approve') await papers.approve(actor, ref);
      else if (act === 'sign') await papers.sign(actor, ref);
      else await papers.giveBack(actor, ref, comment ?? '');
      return { detail: DONE[act] };
    });
  }

  /** Each file's own answer is kept under the key of the request and the file. */
  private async once(key: string | undefined, id: string, request: object) {
    return key === undefined
      ? {}
      : { idempotency: { key: `${key}/${id}`, requestHash: await hashRequest(this.parts.vault, request) } };
  }

  private async each(
    ids: readonly string[],
    act: (id: string) => Promise<Partial<LineResultDto>>,
  ): Promise<LineResultsDto> {
    const lines: LineResultDto[] = [];
    for (const id of ids) lines.push(await this.line(id, act));
    const done = lines.filter((line) => line.done).length;
    return { done, refused: lines.length - done, lines };
  }

  private async line(id: string, act: (id: string) => Promise<Partial<LineResultDto>>): Promise<LineResultDto> {
    try {
      return { ...NONE, unmet: [], told: [], id, done: true, ...(await act(id)) };
    } catch (error) {
      if (error instanceof AppError) return refused(id, error);
      // The other lines have been done and stay so: this one is told apart, and can be sent again.
      log('error', 'line-failed', { name: error instanceof Error ? error.name : null });
      const detail = 'Máy chủ gặp lỗi ở dòng này, chưa có gì thay đổi; hãy làm lại.';
      return { ...NONE, unmet: [], told: [], id, done: false, code: 'HTTP.UNEXPECTED', detail };
    }
  }
}

const DONE = { submit: 'Đã trình ký', approve: 'Đã duyệt', sign: 'Đã ký', return: 'Đã trả lại người soạn' } as const;

const refused = (id: string, { code, title, detail, unmet = [] }: AppError): LineResultDto => ({
  ...{ ...NONE, id, done: false, code, told: [] },
  detail: detail ?? title,
  unmet: unmet.map((one) => ({ code: one.code, title: one.title, citation: one.citation })),
});
