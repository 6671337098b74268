import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/access';
import { AppError, type CaseFileId, type LocalDate, type UserId } from '#libs/shared';
import { Directory } from '../recipients.js';
import type { FileToUrge, Urgings, UrgingLetters } from './ports.js';

export interface UrgeCommand {
  readonly caseFileId: CaseFileId;
  /** Internal target for the report asked for. */
  readonly reportBy: LocalDate;
  readonly idempotency?: { readonly key: string; readonly requestHash: Buffer };
}

export interface Urged {
  readonly told: readonly UserId[];
  /** Draft of the urging letter; `null`: none is drafted, `noLetter` says why. */
  readonly paperId: string | null;
  readonly noLetter: string | null;
}

const refuse = (code: string, status: number, detail: string): AppError =>
  new AppError({ code: `URGING.${code}`, status, title: 'Không đôn đốc được hồ sơ này', detail });

/**
 * One file urged (quy định nội bộ, not law): a message to whoever has it, a line in its ledger and, of a file of the urger's own agency
 * that is overdue, the draft of a letter: all of it or nothing. Of a protected file its named persons hear and no letter is drafted.
 * @throws AppError 404, 409 `URGING.*`
 */
export function urgeFile(
  { urgings, letters }: { readonly urgings: Urgings; readonly letters: UrgingLetters },
  actor: Actor,
  { caseFileId, reportBy, idempotency }: UrgeCommand,
): Promise<Urged> {
  return urgings.run(actor, async (tx) => {
    const file = await urgings.file(tx, caseFileId);
    if (!file) throw refuse('UNKNOWN', 404, 'Không có hồ sơ này trong phạm vi bạn được làm.');
    const before = idempotency ? await urgings.answered(tx, actor, idempotency.key) : null;
    if (before) {
      if (idempotency && before.hash.equals(idempotency.requestHash)) return before.answer as unknown as Urged;
      throw refuse('KEY_REUSED', 422, 'Khóa chống gửi trùng này đã dùng cho một yêu cầu khác.');
    }
    const limit = mustBeUrgeable(file);
    const told = recipientsOf(file, actor);
    const [first] = told;
    if (first === undefined) throw refuse('NOBODY', 409, 'Không có người nào để đôn đốc ngoài bạn.');
    const noLetter = whyNoLetter(file, { actor, dueOn: limit.dueOn });
    const paperId = noLetter ? null : await letters.draft(tx, actor, { ...limit, caseFileId, to: first, reportBy });
    const answer = { told, paperId, noLetter };
    await urgings.write(tx, actor, file, {
      ...{ eventId: randomUUID(), deadlineId: limit.deadlineId, recipients: told },
      facts: { deadlineId: limit.deadlineId, dueOn: limit.dueOn, reportBy, told: [...told], paperId },
    });
    if (idempotency)
      await urgings.answer(tx, actor, {
        ...{ key: idempotency.key, hash: idempotency.requestHash },
        answer: { ...answer, told: [...told] },
      });
    return answer;
  });
}

function mustBeUrgeable({ closed, limit, urgedOn, today }: FileToUrge): NonNullable<FileToUrge['limit']> {
  if (closed) throw refuse('CLOSED', 409, 'Hồ sơ đã kết thúc.');
  if (!limit) throw refuse('NO_LIMIT', 409, 'Hồ sơ không có thời hạn theo luật nào đang chạy.');
  if (urgedOn === today) throw refuse('TODAY', 409, 'Hồ sơ này đã được đôn đốc trong hôm nay.');
  return limit;
}

/** The officer who has the file, or who stands above where nobody has it; never the urger. */
function recipientsOf(file: FileToUrge, actor: Actor): UserId[] {
  const found = new Directory(file.people).recipients('caseOfficer', { ...file, seq: 0, headHash: '' });
  const named = file.visibleTo !== null && file.assigneeId !== null && found.includes(file.assigneeId);
  return (named ? [file.assigneeId] : found).filter((id): id is UserId => id !== null && id !== actor.userId);
}

function whyNoLetter(
  { visibleTo, agencyId, today }: FileToUrge,
  { actor, dueOn }: { readonly actor: Actor; readonly dueOn: LocalDate },
): string | null {
  if (visibleTo !== null) return 'Hồ sơ được bảo mật: không soạn văn bản đôn đốc, chỉ nhắc người có tên trong hồ sơ.';
  if (agencyId !== actor.agencyId)
    return 'Hồ sơ của cơ quan khác: đã nhắc và ghi vào hồ sơ; văn bản của cơ quan bạn soạn riêng khi cần.';
  if (dueOn >= today) return 'Chưa quá hạn: đã nhắc và ghi vào hồ sơ, chưa soạn văn bản đôn đốc.';
  return null;
}
