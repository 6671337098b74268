import type { Actor } from '#libs/access';
import type { WorkCalendar } from '#libs/calendar';
import type { Casework } from '#libs/casework';
import type { PaperViews } from '#libs/documents';
import { hashRequest, type KeyVault } from '#libs/identity';
import type { AgencyDirectory, CaseList, CaseSurroundingsReader } from '#libs/persistence';
import type { CaseFileId, Clock, LocalDate } from '#libs/shared';
import { boardDays } from '../http/board-days.js';
import { notFound } from '../http/id-param.js';
import { CaseFileDesk, type EventCommand } from './case-file-desk.js';
import {
  availableEvent,
  caseItem,
  caseState,
  caseView,
  deadlineView,
  documentsView,
  timelineEntry,
} from './case-view.js';
import type {
  AvailableEventDto,
  CaseDocumentsDto,
  CaseFileDto,
  CaseFileListQuery,
  CaseFilePageDto,
  CaseStateDto,
  TimelineEntryDto,
} from './case-file.dto.js';
import type { DeadlineDto } from './deadline.dto.js';
import type { CaseFileView } from '#libs/casework';

export interface CaseFileDeskParts {
  readonly casework: Casework;
  readonly list: CaseList;
  readonly surroundings: CaseSurroundingsReader;
  readonly directory: AgencyDirectory;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
  readonly papers: Pick<PaperViews, 'ofCase'>;
  readonly vault: Pick<KeyVault, 'keyedHash'>;
}

export class CaseworkCaseFileDesk extends CaseFileDesk {
  constructor(private readonly parts: CaseFileDeskParts) {
    super();
  }

  async list(actor: Actor, query: CaseFileListQuery): Promise<CaseFilePageDto> {
    const { list, directory, clock, calendar } = this.parts;
    const page = await list.page(actor, query, await boardDays(clock, calendar));
    const agencies = await directory.all();
    return { items: page.items.map((row) => caseItem(row, agencies)), nextCursor: page.nextCursor };
  }

  async get(actor: Actor, id: string): Promise<CaseFileDto> {
    return this.view(actor, await this.parts.casework.get(actor, id as CaseFileId));
  }

  async available(actor: Actor, id: string): Promise<AvailableEventDto[]> {
    return (await this.parts.casework.available(actor, id as CaseFileId)).map(availableEvent);
  }

  async apply(actor: Actor, id: string, command: EventCommand): Promise<CaseStateDto> {
    const { type, occurredOn, reason, inputs, expectedRev, idempotencyKey } = command;
    const view = await this.parts.casework.apply(actor, {
      caseFileId: id as CaseFileId,
      type,
      inputs,
      expectedRev,
      ...(occurredOn === undefined ? {} : { occurredOn: occurredOn as LocalDate }),
      ...(reason === undefined ? {} : { reason }),
      ...(idempotencyKey === undefined
        ? {}
        : { idempotency: { key: idempotencyKey, requestHash: await this.hashOf(id, command) } }),
    });
    return caseState(view, await this.parts.directory.byId(view.agencyId));
  }

  async timeline(actor: Actor, id: string): Promise<TimelineEntryDto[]> {
    return (await this.parts.casework.timeline(actor, id as CaseFileId)).map(timelineEntry);
  }

  async deadlines(actor: Actor, id: string): Promise<DeadlineDto[]> {
    return (await this.parts.casework.deadlines(actor, id as CaseFileId)).map(deadlineView);
  }

  async documents(actor: Actor, id: string): Promise<CaseDocumentsDto> {
    const view = await this.parts.casework.get(actor, id as CaseFileId);
    const due = await this.parts.surroundings.papers(actor, id);
    const { papers, tasks, allowed } = await this.parts.papers.ofCase(actor, view.id);
    return {
      ...documentsView(view, due),
      papers: papers.map((line) => ({ ...line, actions: [...line.actions] })),
      tasks,
      allowed,
    };
  }

  /** Of what the sender asked for; the rev is a condition, not part of it. */
  private hashOf(id: string, { type, occurredOn, reason, inputs }: EventCommand): Promise<Buffer> {
    return hashRequest(this.parts.vault, { id, type, occurredOn, reason, inputs });
  }

  private async view(actor: Actor, view: CaseFileView): Promise<CaseFileDto> {
    const around = await this.parts.surroundings.get(actor, view.id);
    if (!around) throw notFound();
    return caseView(view, around, await this.parts.directory.byId(view.agencyId));
  }
}
