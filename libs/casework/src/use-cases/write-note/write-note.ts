import { createHash } from 'node:crypto';
import type { Actor } from '#libs/access';
import { AppError, type CaseFileId, type Role } from '#libs/shared';
import { keyReused, notFound, readOnly } from '../../errors.js';
import type { CaseNotes, NotedFile, NoteRow } from '../../notes.js';
import type { TextSeal } from '../../ports.js';

/** Those who work on files; who only looks at them (inspectors, custodians, administrators) leaves them as they are. */
const WRITERS: readonly Role[] = ['receptionist', 'caseOfficer', 'unitHead', 'chairman', 'provinceChairman'];

export interface NoteView extends Omit<NoteRow, 'text' | 'sealed' | 'sealedKey'> {
  readonly text: string;
}
export interface NotesView {
  readonly protected: boolean;
  readonly mayWrite: boolean;
  readonly items: readonly NoteView[];
}
export interface NoteParts {
  readonly notes: CaseNotes;
  readonly seal: TextSeal;
}
export interface NoteCommand {
  readonly caseFileId: CaseFileId;
  readonly text: string;
}

/** @throws AppError 404 where the actor does not see the file. */
export async function readNotes({ notes, seal }: NoteParts, actor: Actor, caseFileId: CaseFileId): Promise<NotesView> {
  const file = await noted(notes, actor, caseFileId);
  return {
    protected: file.protected,
    mayWrite: !file.readOnly && isWriter(actor),
    items: await Promise.all(file.notes.map((row) => opened(seal, row))),
  };
}

/** A new note; sent twice under one key it is written once. @throws AppError 403, 404, 422. */
export async function writeNote(
  parts: NoteParts,
  actor: Actor,
  { caseFileId, text, key }: NoteCommand & { readonly key: string },
): Promise<NoteView> {
  const id = noteIdOf(actor, key);
  const written = await keep(parts, actor, { caseFileId, text, id, rev: 1 });
  const note = (await readNotes(parts, actor, caseFileId)).items.find((one) => one.id === id);
  if (!note || (!written && note.text !== text)) throw keyReused();
  return note;
}

/** The next version of a note, over the one the writer has seen. @throws AppError 403, 404, 412, 422. */
export async function changeNote(
  parts: NoteParts,
  actor: Actor,
  { caseFileId, text, id, rev }: NoteCommand & { readonly id: string; readonly rev: number },
): Promise<NoteView> {
  const find = async (): Promise<NoteView> => {
    const note = (await readNotes(parts, actor, caseFileId)).items.find((one) => one.id === id);
    if (!note) throw noSuchNote();
    return note;
  };
  const before = await find();
  if (before.rev !== rev) throw overtaken(before);
  if (!(await keep(parts, actor, { caseFileId, text, id, rev: rev + 1 }))) throw overtaken(await find());
  return find();
}

async function keep(
  { notes, seal }: NoteParts,
  actor: Actor,
  { caseFileId, text, id, rev }: NoteCommand & { readonly id: string; readonly rev: number },
): Promise<boolean> {
  const file = await noted(notes, actor, caseFileId);
  if (!isWriter(actor)) throw notYours();
  if (file.readOnly) throw readOnly();
  if (file.protected && namesSomebody(text)) throw identifying();
  const sealed = file.protected ? await seal.seal(contextOf(id, rev), text) : null;
  return notes.write(actor, {
    ...{ caseFileId, id, rev, text: sealed ? null : text },
    ...{ sealed: sealed?.sealed ?? null, sealedKey: sealed?.sealedKey ?? null },
  });
}

async function noted(notes: CaseNotes, actor: Actor, caseFileId: CaseFileId): Promise<NotedFile> {
  const file = await notes.ofCase(actor, caseFileId);
  if (!file) throw notFound();
  return file;
}

async function opened(seal: TextSeal, { text, sealed, sealedKey, ...row }: NoteRow): Promise<NoteView> {
  return {
    ...row,
    text: sealed && sealedKey ? await seal.open(contextOf(row.id, row.rev), { sealed, sealedKey }) : (text ?? ''),
  };
}

const contextOf = (id: string, rev: number): string => `case_note/${id}/${rev}`;
const isWriter = (actor: Actor): boolean => WRITERS.some((role) => actor.roles.includes(role));

/** Numbers that belong to one person: identity papers (9 or 12 digits) and telephones (10 digits from 0, or +84). Money has dots. */
export const namesSomebody = (text: string): boolean =>
  /(?<![\d.])(?:\d{9}|\d{3}(?: ?\d{3}){3}|0(?:[ .-]?\d){9}|\+84(?:[ .-]?\d){9})(?!\d)/.test(text);

/** The same key of the same person is the same note. */
function noteIdOf(actor: Actor, key: string): string {
  const hex = createHash('sha256').update(`case_note/${actor.userId}/${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const noSuchNote = (): AppError =>
  new AppError({
    code: 'CASEWORK.NOTE_UNKNOWN',
    status: 404,
    title: 'Không có ghi chú này',
    detail: 'Ghi chú không có trong hồ sơ này.',
  });
const notYours = (): AppError =>
  new AppError({
    code: 'CASEWORK.NOTE_ROLE',
    status: 403,
    title: 'Vai trò của bạn không được làm việc này',
    detail: 'Ghi chú làm việc do người đang xử lý hồ sơ ghi; người chỉ được xem hồ sơ thì không ghi thêm.',
  });
const identifying = (): AppError =>
  new AppError({
    code: 'CASEWORK.NOTE_IDENTIFIES',
    status: 422,
    title: 'Ghi chú không được làm lộ người tố cáo',
    detail:
      'Hồ sơ này được bảo mật: không ghi số giấy tờ tùy thân, số điện thoại vào ghi chú (Luật Tố cáo 25/2018/QH14 Đ.56).',
    errors: [{ pointer: '/text', code: 'IDENTIFYING', message: 'Bỏ số giấy tờ tùy thân, số điện thoại.' }],
  });
const overtaken = ({ rev, writtenByName }: NoteView): AppError =>
  new AppError({
    code: 'CASEWORK.NOTE_STALE',
    status: 412,
    title: 'Ghi chú vừa được người khác sửa',
    detail: `${writtenByName} vừa sửa ghi chú này. Bản của bạn chưa được ghi và chưa đè lên bản nào.`,
    extra: { rev },
  });
