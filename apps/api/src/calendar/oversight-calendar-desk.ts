import type { Actor } from '#libs/access';
import { calendarEntries, type LiveCalendar, nextYearWarning, publishedCalendar } from '#libs/calendar';
import type { CalendarChangeService } from '#libs/oversight';
import type { AgencyDirectory, CalendarReader } from '#libs/persistence';
import { type Clock, formatDay, localDate, type LocalDate, type Role } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { mustBe } from '../http/rights.js';
import { CalendarDesk } from './calendar-desk.js';
import { entryView, previewRowView, previewView, publicationView } from './calendar-view.js';
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
  ProposedDayDto,
} from './calendar.dto.js';

export interface CalendarDeskParts {
  readonly changes: CalendarChangeService;
  readonly reader: CalendarReader;
  readonly calendar: LiveCalendar;
  readonly refresh: () => Promise<void>;
  readonly directory: AgencyDirectory;
  readonly clock: Clock;
}

const WRITERS: readonly Role[] = ['administrator'];
const READERS: readonly Role[] = ['administrator', 'provinceChairman'];

export class OversightCalendarDesk extends CalendarDesk {
  constructor(private readonly parts: CalendarDeskParts) {
    super();
  }

  async year(actor: Actor, { year, asOf }: CalendarYearQuery): Promise<CalendarYearDto> {
    const { calendar, reader, clock, refresh } = this.parts;
    await refresh();
    const today = await clock.today();
    const known = asOf as LocalDate | undefined;
    const shown = known ? publishedCalendar(calendar.changes, { asOf: known }) : calendar;
    const [from, to] = [localDate(`${year}-01-01`), localDate(`${year}-12-31`)];
    const published = new Map(
      (await reader.entries(actor, { from, to, asOf: known ?? null })).map((row) => [row.on_date, row]),
    );
    return {
      year,
      version: shown.version,
      knownFrom: shown.horizon.from,
      knownTo: shown.horizon.to,
      warning: nextYearWarning(shown, known ?? today),
      entries: calendarEntries(calendar.changes, known)
        .filter(({ date }) => from <= date && date <= to)
        .map((entry) => entryView(entry, published.get(entry.date))),
    };
  }

  async preview(actor: Actor, { entries, announcesYear }: NewPreviewDto): Promise<PreviewDto> {
    mustBe(actor, WRITERS, 'Thay đổi lịch nghỉ');
    const change = { entries: entries.map(publishedDay), announcesYear: announcesYear ?? null };
    const { id } = await this.parts.changes.preview(actor, change);
    return this.readPreview(actor, id);
  }

  async readPreview(actor: Actor, id: string): Promise<PreviewDto> {
    mustBe(actor, READERS, 'Xem trước thay đổi lịch nghỉ');
    const found = await this.parts.reader.preview(actor, id);
    if (!found) throw notFound('Không có bản xem trước này.');
    const agencies = await this.parts.directory.all();
    const byAgency = found.byAgency.map(({ agency_id, ...counts }) => ({
      agencyCode: agencies.get(agency_id)?.code ?? '',
      agencyName: agencies.get(agency_id)?.shortName ?? '',
      ...counts,
    }));
    return previewView(found.head, { byAgency, rows: await this.previewRows(actor, id, {}) });
  }

  async previewRows(actor: Actor, id: string, { agency, ...filter }: PreviewRowQuery): Promise<PreviewRowPageDto> {
    mustBe(actor, READERS, 'Xem trước thay đổi lịch nghỉ');
    const { directory, reader } = this.parts;
    const wanted = agency === undefined ? undefined : await directory.byCode(agency);
    if (agency !== undefined && !wanted) throw notFound('Không có cơ quan này.');
    const { items, nextCursor } = await reader.rows(actor, id, { ...filter, agencyId: wanted?.id });
    const agencies = await directory.all();
    return { items: items.map((row) => previewRowView(row, agencies)), nextCursor };
  }

  async publish(actor: Actor, body: NewPublicationDto): Promise<CalendarPublicationDto> {
    mustBe(actor, WRITERS, 'Công bố lịch nghỉ');
    const { publicationId } = await this.parts.changes.publish(actor, body);
    await this.parts.refresh();
    return this.publication(actor, publicationId);
  }

  async publications(actor: Actor): Promise<CalendarPublicationListDto> {
    mustBe(actor, READERS, 'Xem các lần công bố lịch nghỉ');
    return { items: (await this.parts.reader.publications(actor)).map(publicationView) };
  }

  async publication(actor: Actor, id: string): Promise<CalendarPublicationDto> {
    mustBe(actor, READERS, 'Xem các lần công bố lịch nghỉ');
    const row = await this.parts.reader.publication(actor, id);
    if (!row) throw notFound('Không có lần công bố này.');
    return publicationView(row);
  }

  async cancel(actor: Actor, id: string): Promise<CalendarPublicationDto> {
    mustBe(actor, WRITERS, 'Dừng việc tính lại');
    await this.parts.changes.cancel(actor, id);
    return this.publication(actor, id);
  }

  async resume(actor: Actor, id: string): Promise<CalendarPublicationDto> {
    mustBe(actor, WRITERS, 'Làm tiếp việc tính lại');
    await this.parts.changes.resume(actor, id);
    return this.publication(actor, id);
  }
}

const publishedDay = ({ date, kind, name, basis, basisOn, confirmed }: ProposedDayDto) => ({
  date: localDate(date),
  kind,
  name,
  basis: basisOn === undefined ? basis : `${basis} ngày ${formatDay(localDate(basisOn))}`,
  confirmed: confirmed ?? true,
});
