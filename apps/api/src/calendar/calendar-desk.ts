import type { Actor } from '#libs/access';
import type {
  CalendarPublicationDto,
  CalendarPublicationListDto,
  CalendarYearDto,
  CalendarYearQuery,
  NewPreviewDto,
  NewPublicationDto,
  PreviewDto,
  PreviewRowPageDto,
  PreviewRowQuery,
} from './calendar.dto.js';

export abstract class CalendarDesk {
  abstract year(actor: Actor, query: CalendarYearQuery): Promise<CalendarYearDto>;
  /** Administrators; nothing is written but the preview. */
  abstract preview(actor: Actor, body: NewPreviewDto): Promise<PreviewDto>;
  abstract readPreview(actor: Actor, id: string): Promise<PreviewDto>;
  abstract previewRows(actor: Actor, id: string, query: PreviewRowQuery): Promise<PreviewRowPageDto>;
  /** Administrators; the worker reckons the open limits anew. */
  abstract publish(actor: Actor, body: NewPublicationDto): Promise<CalendarPublicationDto>;
  abstract publications(actor: Actor): Promise<CalendarPublicationListDto>;
  abstract publication(actor: Actor, id: string): Promise<CalendarPublicationDto>;
  abstract cancel(actor: Actor, id: string): Promise<CalendarPublicationDto>;
  abstract resume(actor: Actor, id: string): Promise<CalendarPublicationDto>;
}
