import type { Actor } from '#libs/access';
import type {
  InboxPageDto,
  InboxQuery,
  MyWorkDto,
  OverduePageDto,
  OverdueQuery,
  SummaryDto,
  SummaryQuery,
} from './board.dto.js';

/** What is late, what is next, and in whose hands. */
export abstract class BoardDesk {
  abstract overdue(actor: Actor, query: OverdueQuery): Promise<OverduePageDto>;
  abstract summary(actor: Actor, query: SummaryQuery): Promise<SummaryDto>;
  abstract myWork(actor: Actor): Promise<MyWorkDto>;
  abstract inbox(actor: Actor, query: InboxQuery): Promise<InboxPageDto>;
  abstract markRead(actor: Actor, id: string): Promise<void>;
  abstract markAllRead(actor: Actor): Promise<void>;
}
