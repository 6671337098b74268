import type { AgencyRow, AttachmentRow, DeadlineBriefRow, PetitionRow, PetitionWithParts } from '#libs/persistence';
import type { AgencyId } from '#libs/shared';
import { isoOrNull, iso, isSealed, procedureTitle, ruleTitle, stageTitle } from '../http/labels.js';
import type { AgencyRefDto } from '../auth/auth.dto.js';
import type { AttachmentDto, DeadlineBriefDto, PetitionDto, PetitionListItemDto } from './petition.dto.js';

export type Agencies = ReadonlyMap<AgencyId, AgencyRow>;

export const agencyRef = ({ id, code, name, shortName, level }: AgencyRow): AgencyRefDto => ({
  id,
  code,
  name,
  shortName,
  level,
});

export const deadlineBrief = (row: DeadlineBriefRow | null): DeadlineBriefDto | null =>
  row && {
    title: ruleTitle(row.ruleVersion),
    citation: row.citation,
    state: row.state,
    dueOn: row.dueOn,
    warnOn: row.warnOn,
    statutory: row.statutory,
  };

/** A sealed petition shows number, dates and stage; the columns of its people are empty and stay so. */
export function petitionItem(row: PetitionRow, agencies: Agencies): PetitionListItemDto {
  const agency = agencies.get(row.agency_id);
  return {
    id: row.id,
    registerNumber: row.register_number,
    registerLabel: row.register_label,
    receivedOn: row.received_on,
    type: row.type,
    channel: row.channel,
    field: row.field,
    sealed: isSealed(row.type),
    petitionerName: row.petitioner_name,
    address: row.address,
    excerpt: row.excerpt,
    petitionerCount: row.petitioner_count,
    agencyCode: agency?.code ?? '',
    agencyName: agency?.shortName ?? '',
    caseFileId: row.case_file_id,
    stage: row.stage,
    stageTitle: row.procedure && row.stage ? stageTitle(row.procedure, row.procedure_version ?? 1, row.stage) : null,
    deadline: deadlineBrief(row.deadline),
    resendOf: row.resend_of,
    voided: row.voided,
    voidReason: row.void_reason,
  };
}

export const attachmentView = (row: AttachmentRow): AttachmentDto => ({
  id: row.id,
  fileName: row.file_name,
  mediaType: row.media_type,
  sizeBytes: row.size_bytes,
  sha256: row.sha256.toString('hex'),
  uploadedAt: iso(row.uploaded_at),
  uploadedBy: row.uploaded_by,
  sealed: row.sealed,
  workingCopy:
    row.copy_rev === null
      ? null
      : {
          ...{ rev: row.copy_rev, mediaType: row.copy_media_type ?? '', sizeBytes: row.copy_size_bytes ?? 0 },
          ...{ madeAt: iso(row.copy_made_at as Date), madeBy: row.copy_made_by ?? '' },
        },
});

export function petitionView(
  { petition: row, petitioners, links, cases, attachments }: PetitionWithParts,
  agencies: Agencies,
): PetitionDto {
  const agency = agencies.get(row.agency_id);
  if (!agency) throw new Error(`No agency ${row.agency_id}`);
  return {
    ...petitionItem(row, agencies),
    content: row.content,
    titleType: row.title_type,
    respondent: row.respondent,
    challengedDecision: row.challenged_decision,
    forwarderKind: row.forwarder_kind,
    forwarderName: row.forwarder_name,
    jointPetition: row.joint_petition,
    registeredAt: iso(row.registered_at),
    registeredBy: row.registered_by,
    agency: agencyRef(agency),
    petitioners: petitioners.map(
      ({
        id,
        ordinal,
        role,
        sealed,
        full_name: fullName,
        personal_id: personalId,
        birth_date: birthDate,
        sex,
        phone,
        address,
        unit_code: unitCode,
        withdrawn_on: withdrawnOn,
      }) => ({
        id,
        ordinal,
        role,
        sealed,
        fullName,
        personalId,
        birthDate,
        sex,
        phone,
        address,
        unitCode,
        withdrawnOn,
      }),
    ),
    attachments: attachments.map(attachmentView),
    links: links.map((link) => ({
      petitionId: link.petition_id,
      kind: link.kind,
      direction: link.direction,
      registerLabel: link.register_label,
      score: link.score,
      decidedAt: iso(link.decided_at),
      caseFileId: link.case_id,
    })),
    caseFiles: cases.map((file) => ({
      id: file.id,
      procedure: file.procedure,
      procedureTitle: procedureTitle(file.procedure, file.procedure_version),
      stage: file.stage,
      stageTitle: stageTitle(file.procedure, file.procedure_version, file.stage),
      closedOn: file.closed_on,
    })),
    voidedAt: isoOrNull(row.voided_at),
  };
}
