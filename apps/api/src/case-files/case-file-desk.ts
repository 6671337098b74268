import type { Actor } from '#libs/access';
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
import type { JsonObject } from '#libs/shared';

export interface EventCommand {
  readonly type: string;
  readonly occurredOn?: string;
  readonly reason?: string;
  readonly inputs: JsonObject;
  readonly expectedRev: number;
  readonly idempotencyKey?: string;
}

/** One case file: what it is, what may happen next, what has happened, and by when. */
export abstract class CaseFileDesk {
  abstract list(actor: Actor, query: CaseFileListQuery): Promise<CaseFilePageDto>;
  abstract get(actor: Actor, caseFileId: string): Promise<CaseFileDto>;
  abstract available(actor: Actor, caseFileId: string): Promise<AvailableEventDto[]>;
  abstract apply(actor: Actor, caseFileId: string, command: EventCommand): Promise<CaseStateDto>;
  abstract timeline(actor: Actor, caseFileId: string): Promise<TimelineEntryDto[]>;
  abstract deadlines(actor: Actor, caseFileId: string): Promise<DeadlineDto[]>;
  abstract documents(actor: Actor, caseFileId: string): Promise<CaseDocumentsDto>;
}
