import type { CalendarEntry } from '#libs/calendar';
import type { CalendarEntryRow, PreviewHeadRow, PreviewRow, PublicationRow } from '#libs/persistence';
import { versionsOf } from '#libs/statute';
import { iso, isoOrNull, procedureTitle, ruleTitle, stageTitle } from '../http/labels.js';
import type { Agencies } from '../petitions/petition-view.js';
import type {
  CalendarEntryDto,
  CalendarPublicationDto,
  MoveCountsByAgencyDto,
  MoveCountsDto,
  PreviewDto,
  PreviewRowDto,
  PreviewRowPageDto,
} from './calendar.dto.js';

export function entryView(entry: CalendarEntry, published: CalendarEntryRow | undefined): CalendarEntryDto {
  const { date, kind, name, basis, confirmed, possible, knownFrom, offKind } = entry;
  const own = published && published.kind === kind ? published : undefined;
  return {
    ...{ date, kind, name, basis, confirmed, knownFrom },
    possible: possible ?? false,
    offKind: offKind ?? null,
    publication: own
      ? {
          id: own.publication_id,
          number: own.number,
          publishedBy: own.published_by_name,
          publishedAt: iso(own.published_at),
        }
      : null,
  };
}

export const previewRowView = (row: PreviewRow, agencies: Agencies): PreviewRowDto => ({
  deadlineId: row.deadline_id,
  caseFileId: row.case_id,
  registerLabel: row.register_label,
  procedureTitle: procedureTitle(row.procedure, row.procedure_version),
  stageTitle: stageTitle(row.procedure, row.procedure_version, row.stage),
  agencyCode: agencies.get(row.agency_id)?.code ?? '',
  ruleId: row.rule_id,
  title: versionsOf(row.rule_id).at(-1)?.title ?? ruleTitle(row.rule_id),
  fromDue: row.from_due,
  toDue: row.to_due,
  days: [...row.days],
  becomes: row.becomes,
});

const sum = (counts: readonly MoveCountsDto[], of: keyof MoveCountsDto): number =>
  counts.reduce((total, one) => total + one[of], 0);

export const previewView = (
  head: PreviewHeadRow,
  { byAgency, rows }: { byAgency: MoveCountsByAgencyDto[]; rows: PreviewRowPageDto },
): PreviewDto => ({
  id: head.id,
  createdAt: iso(head.created_at),
  createdBy: head.created_by_name,
  version: head.version,
  hash: head.hash,
  scanned: head.scanned,
  announcesYear: head.announces_year,
  entries: [...head.entries],
  counts: { moved: sum(byAgency, 'moved'), late: sum(byAgency, 'late'), timely: sum(byAgency, 'timely') },
  byAgency,
  rows,
  publicationId: head.publication_id,
});

export const publicationView = (row: PublicationRow): CalendarPublicationDto => ({
  id: row.id,
  number: row.number,
  publishedBy: row.published_by_name,
  publishedAt: iso(row.published_at),
  previewId: row.preview_id,
  reason: row.reason,
  versionBefore: row.version_before,
  version: row.version,
  knownFrom: row.known_from,
  announcesYear: row.announces_year,
  entries: [...row.entries],
  job: {
    state: row.state,
    total: row.total,
    done: row.done,
    moved: row.moved,
    late: row.late,
    timely: row.timely,
    failed: row.failed,
    startedAt: isoOrNull(row.started_at),
    finishedAt: isoOrNull(row.finished_at),
  },
});
