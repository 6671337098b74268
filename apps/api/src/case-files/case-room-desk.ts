import type { Actor } from '#libs/access';
import {
  changeNote,
  finishTask,
  type FinishTaskParts,
  type NoteParts,
  type NotesView,
  type NoteView,
  readNotes,
  writeNote,
} from '#libs/casework';
import type { CasePeopleReader } from '#libs/persistence';
import type { CaseFileId } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { iso } from '../http/labels.js';
import type { CasePeopleDto, NoteDto, NotesDto } from './case-room.dto.js';

export interface CaseRoomParts extends NoteParts, FinishTaskParts {
  readonly people: CasePeopleReader;
}

const CAPACITIES: Readonly<Record<string, string>> = {
  resolver: 'người giải quyết',
  verifier: 'người xác minh',
  adviser: 'người được giao tham mưu',
  protector: 'người được giao bảo vệ người tố cáo',
};

/** What the people on one file share beside its procedure: their notes, their tasks, who they are. */
export class CaseRoomDesk {
  constructor(private readonly parts: CaseRoomParts) {}

  async notes(actor: Actor, caseFileId: string): Promise<NotesDto> {
    const { items, ...view }: NotesView = await readNotes(this.parts, actor, caseFileId as CaseFileId);
    return { ...view, items: items.map(noteView) };
  }

  async write(actor: Actor, caseFileId: string, { text, key }: { text: string; key: string }): Promise<NoteDto> {
    return noteView(await writeNote(this.parts, actor, { caseFileId: caseFileId as CaseFileId, text, key }));
  }

  async change(
    actor: Actor,
    caseFileId: string,
    note: { readonly id: string; readonly rev: number; readonly text: string },
  ): Promise<NoteDto> {
    return noteView(await changeNote(this.parts, actor, { caseFileId: caseFileId as CaseFileId, ...note }));
  }

  async people(actor: Actor, caseFileId: string): Promise<CasePeopleDto> {
    const found = await this.parts.people.of(actor, caseFileId);
    if (!found) throw notFound();
    return {
      protected: found.protected,
      people: found.people.map(({ grants, deputies, ...person }) => ({
        ...person,
        grants: grants.map((grant) => ({ ...grant, capacityTitle: CAPACITIES[grant.capacity] ?? grant.capacity })),
        deputies: [...deputies],
      })),
    };
  }

  finish(actor: Actor, id: string, note: string): Promise<void> {
    return finishTask(this.parts, actor, { id, note: note.trim() });
  }
}

const noteView = ({ startedAt, writtenAt, ...note }: NoteView): NoteDto => ({
  ...note,
  startedAt: iso(startedAt),
  writtenAt: iso(writtenAt),
});
