import type { CaseFileView, DeadlineView, TimelineEntry } from '#libs/casework';
import type { AgencyRow, CaseRow, CaseSurroundings, CaseLinkRow, PaperRow } from '#libs/persistence';
import type { AvailableEvent } from '#libs/procedure';
import { FORM_TITLES } from '#workflows';
import { definitionOf, isSealed, procedureTitle, stageTitle } from '../http/labels.js';
import { agencyRef, type Agencies, deadlineBrief } from '../petitions/petition-view.js';
import type {
  AvailableEventDto,
  CaseDocumentsDto,
  CaseFileDto,
  CaseFileListItemDto,
  CaseLinkDto,
  CaseStateDto,
  TimelineEntryDto,
} from './case-file.dto.js';
import type { DeadlineDto, DeadlineExplanationDto } from './deadline.dto.js';

export function caseItem(row: CaseRow, agencies: Agencies): CaseFileListItemDto {
  const agency = agencies.get(row.agency_id);
  return {
    id: row.id,
    petitionId: row.petition_id,
    registerLabel: row.register_label,
    petitionType: row.petition_type,
    sealed: isSealed(row.petition_type),
    petitionerName: row.petitioner_name,
    excerpt: row.excerpt,
    procedure: row.procedure,
    procedureTitle: procedureTitle(row.procedure, row.procedure_version),
    stage: row.stage,
    stageTitle: stageTitle(row.procedure, row.procedure_version, row.stage),
    receivedOn: row.received_on,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    agencyCode: agency?.code ?? '',
    agencyName: agency?.shortName ?? '',
    assigneeName: row.assignee_name,
    deadline: deadlineBrief(row.deadline),
  };
}

export const deadlineView = ({ explanation, pauses, extensions, ...view }: DeadlineView): DeadlineDto => ({
  ...view,
  pauses: [...pauses],
  extensions: [...extensions],
  ...(explanation ? { explanation: explanationView(explanation) } : {}),
});

const explanationView = ({
  ifDecided,
  ...explained
}: NonNullable<DeadlineView['explanation']>): DeadlineExplanationDto => ({
  ...explained,
  days: [...explained.days],
  readings: [...explained.readings],
  notes: [...explained.notes],
  ...(ifDecided ? { ifDecided: { days: [...ifDecided.days], due: ifDecided.due } } : {}),
});

export function caseState(view: CaseFileView, agency: AgencyRow): CaseStateDto {
  return {
    id: view.id,
    petitionId: view.petitionId,
    parentCaseId: view.parentCaseId,
    procedure: view.procedure,
    procedureVersion: view.procedureVersion,
    procedureTitle: procedureTitle(view.procedure, view.procedureVersion),
    state: view.state,
    regions: view.regions,
    stage: view.stage,
    stageTitle: view.stageTitle,
    rev: view.rev,
    agency: agencyRef(agency),
    assigneeId: view.assigneeId,
    receivedOn: view.receivedOn,
    openedOn: view.openedOn,
    closedOn: view.closedOn,
    outcome: view.outcome,
    deadlines: view.deadlines.map(deadlineView),
  };
}

export function caseView(view: CaseFileView, around: CaseSurroundings, agency: AgencyRow): CaseFileDto {
  return {
    ...caseState(view, agency),
    assigneeName: around.assignee_name,
    petition: {
      id: view.petitionId,
      registerLabel: around.register_label,
      type: around.petition_type,
      sealed: isSealed(around.petition_type),
      petitionerName: around.petitioner_name,
      field: around.field,
      excerpt: around.excerpt,
    },
    related: around.related.map(({ id, procedure, version, stage, relation }) => ({
      id,
      relation,
      procedureTitle: procedureTitle(procedure, version),
      stageTitle: stageTitle(procedure, version, stage),
    })),
    links: around.links.map(linkView),
  };
}

/** A link as each end reads it: what the other file is to this one. */
const LINK_TITLES: Readonly<Record<string, Readonly<Record<CaseLinkRow['direction'], string>>>> = {
  firstInstance: { to: 'Hồ sơ giải quyết lần đầu', from: 'Hồ sơ giải quyết lần hai' },
  renewedOf: { to: 'Hồ sơ tố cáo trước', from: 'Hồ sơ tố cáo tiếp' },
  protects: { to: 'Hồ sơ tố cáo được bảo vệ', from: 'Hồ sơ bảo vệ người tố cáo' },
  takenOverFrom: { to: 'Hồ sơ của cơ quan đã để quá hạn', from: 'Hồ sơ của cơ quan cấp trên giải quyết' },
  receivedAt: { to: 'Hồ sơ tiếp công dân', from: 'Hồ sơ mở từ buổi tiếp' },
};

function linkView({ kind, direction, id, procedure, version, stage, agency_name }: CaseLinkRow): CaseLinkDto {
  const link = { kind, direction, kindTitle: LINK_TITLES[kind]?.[direction] ?? kind };
  if (id === null || procedure === null || version === null || stage === null) return link;
  return {
    ...link,
    ...{ caseFileId: id, procedure, procedureTitle: procedureTitle(procedure, version) },
    ...{ stage, stageTitle: stageTitle(procedure, version, stage), agencyName: agency_name ?? '' },
  };
}

export const availableEvent = ({ info, allowed, unmet }: AvailableEvent): AvailableEventDto => ({
  type: info.type,
  title: info.title,
  allowed,
  unmet: [...unmet],
  inputSchema: info.input.map(({ options, ...field }) => ({ ...field, ...(options ? { options: [...options] } : {}) })),
  roles: [...info.roles],
  citation: info.basis.text,
  paper: info.paper ?? null,
  compensates: info.compensates ?? false,
});

export const timelineEntry = (entry: TimelineEntry): TimelineEntryDto => ({ ...entry, basis: [...entry.basis] });

export function documentsView(
  view: CaseFileView,
  papers: readonly PaperRow[],
): Pick<CaseDocumentsDto, 'items' | 'note'> {
  const events = definitionOf(view.procedure, view.procedureVersion)?.events;
  return {
    items: papers.map((paper) => ({
      form: FORM_TITLES[paper.form] ?? paper.form,
      state: paper.done ? ('issued' as const) : ('due' as const),
      occurredOn: paper.occurred_on,
      eventId: paper.event_id,
      eventTitle: events?.[paper.event_type ?? '']?.title ?? 'Mở hồ sơ',
    })),
    note: papers.length === 0 ? 'Chưa có bước nào của hồ sơ này buộc phải ban hành văn bản.' : null,
  };
}
