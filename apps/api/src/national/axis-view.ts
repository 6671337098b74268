import { createHash } from 'node:crypto';
import { type Enclosed, type ForwardedPetition, PETITION_FILE, STATUS_CODES } from '#libs/interchange';
import type { AgencyDirectory, MessageRow, PassedRow, StatusRow } from '#libs/persistence';
import { isSealedType } from '#libs/shared';
import { iso, isoOrNull } from '../http/labels.js';
import type { AxisMessageDto, AxisPartDto, AxisPassedDto, AxisPreviewDto, AxisSaidDto } from './axis.dto.js';

/** One line of the list, in the words of the screen. */
export async function messageView(directory: AgencyDirectory, row: MessageRow): Promise<AxisMessageDto> {
  const { id, direction, partnerCode, partnerName, documentId, issuedOn, state, statusCode, attempts } = row;
  return {
    ...{ id, direction, partnerCode, partnerName, documentId, issuedOn, state, statusCode, attempts },
    agencyName: (await directory.byId(row.agencyId)).shortName,
    number: row.number === null ? null : [row.number, row.notation].filter(Boolean).join('/'),
    statusWords: statusCode === null ? null : STATUS_CODES[statusCode].words,
    ...{ statusAt: isoOrNull(row.statusAt), lastError: row.lastError, nextTryAt: isoOrNull(row.nextTryAt) },
    ...{ proven: row.proven, structured: row.structured, files: row.files, refusal: row.refusal },
    ...{ registerLabel: row.registerLabel, caseFileId: row.caseFileId, createdAt: iso(row.createdAt) },
    ...{ sentAt: isoOrNull(row.sentAt), hops: row.hops, comesBack: row.comesBack || row.earlierPetition !== null },
    ...{ earlierLabel: row.earlierLabel, earlierCaseFileId: row.earlierCaseFileId, unfinished: row.unfinished },
  };
}

export const partView = ({ name, mediaType, bytes }: Enclosed, at: number): AxisPartDto => ({
  ...{ at, name, mediaType, bytes: bytes.length, structured: name === PETITION_FILE },
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

const TYPES: Readonly<Record<ForwardedPetition['type'], string>> = {
  complaint: 'Khiếu nại',
  feedback: 'Kiến nghị, phản ánh',
  denunciation: 'Tố cáo',
  mixed: 'Nhiều nội dung',
};
export const isGuarded = (petition: ForwardedPetition | null): boolean =>
  petition !== null && isSealedType(petition.type);

export const previewOf = (petition: ForwardedPetition | null): AxisPreviewDto | null =>
  petition === null || isGuarded(petition)
    ? null
    : {
        ...{ typeWords: TYPES[petition.type], content: petition.content, field: petition.field },
        ...{ respondent: petition.respondent, petitionerCount: petition.petitionerCount },
        petitioners: petition.petitioners.flatMap(({ fullName }) => fullName ?? []),
      };

export const saidView = ({
  direction,
  code,
  at,
  words,
  state,
  attempts,
  lastError,
  nextTryAt,
}: StatusRow): AxisSaidDto => ({
  ...{ direction, code, statusWords: STATUS_CODES[code].words, at: iso(at), words, state, attempts, lastError },
  nextTryAt: isoOrNull(nextTryAt),
});

export const passedView = (row: PassedRow): AxisPassedDto => ({ ...row });
