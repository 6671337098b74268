import {
  Attachments,
  type NewAttachment,
  type NewCopy,
  type StoredAttachment,
  type StoredCopy,
  type Tx as OpaqueTx,
} from '#libs/intake';
import type { PetitionId } from '#libs/shared';
import { query, statement } from '../query.js';
import { clientOf, type Tx } from '../transaction.js';
import { jsonRows } from './json-rows.js';

const INSERT = statement<object>(
  'attachment.insert',
  `INSERT INTO app.attachment (id, petition_id, case_id, agency_id, visible_to, file_name, media_type, size_bytes, sha256, blob_key, sealed, sealed_key, uploaded_by)
   SELECT id, petition_id, case_file_id, agency_id, visible_to, file_name, media_type, size_bytes, sha256, blob_key, sealed, sealed_key, uploaded_by
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, petition_id uuid, case_file_id uuid, agency_id int, visible_to int[], file_name text, media_type text,
          size_bytes bigint, sha256 bytea, blob_key text, sealed bytea, sealed_key bytea, uploaded_by int)`,
);
type Row = Omit<StoredAttachment, 'workingCopy'> & {
  readonly [Name in keyof StoredCopy as `copy_${Name}`]: StoredCopy[Name] | null;
};
const OF_PETITION = statement<Row>(
  'attachment.of-petition',
  `SELECT t.id, t.petition_id AS "petitionId", t.case_id AS "caseFileId", t.agency_id AS "agencyId", t.visible_to AS "visibleTo", t.file_name AS "fileName",
          t.media_type AS "mediaType", t.size_bytes AS "sizeBytes", t.sha256, t.blob_key AS "blobKey", t.sealed, t.sealed_key AS "sealedKey",
          t.uploaded_by AS "uploadedBy", t.uploaded_at AS "uploadedAt", u.full_name AS "uploadedByName",
          c.id AS copy_id, c.rev AS copy_rev, c.media_type AS "copy_mediaType", c.size_bytes AS "copy_sizeBytes", c.blob_key AS "copy_blobKey",
          c.sealed_key AS "copy_sealedKey"
     FROM app.attachment t JOIN app.app_user u ON u.id = t.uploaded_by
     LEFT JOIN LATERAL (SELECT * FROM app.attachment_copy k WHERE k.attachment_id = t.id ORDER BY k.rev DESC LIMIT 1) c ON true
    WHERE t.petition_id = $1 ORDER BY t.uploaded_at, t.id`,
);
const REFUSES = statement<object>(
  'attachment.refuses',
  `SELECT 1 FROM app.secrecy_fact WHERE petition_id = $1 AND kind = 'stateSecret' AND ended_at IS NULL`,
);
const INSERT_COPY = statement<{ id: string }>(
  'attachment.insert-copy',
  `INSERT INTO app.attachment_copy (id, attachment_id, rev, media_type, size_bytes, sha256, blob_key, sealed_key, pages, boxes, made_by, made_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, app.user_id(), app.business_now()) ON CONFLICT DO NOTHING RETURNING id`,
);

export class PostgresAttachments extends Attachments {
  override async insert(tx: OpaqueTx, attachments: readonly NewAttachment[]): Promise<void> {
    if (attachments.length > 0) await query(clientOf(tx as Tx), INSERT, [jsonRows(attachments)]);
  }

  override async ofPetition(tx: OpaqueTx, petitionId: PetitionId): Promise<readonly StoredAttachment[]> {
    return (await query(clientOf(tx as Tx), OF_PETITION, [petitionId])).map(withCopy);
  }

  override async refusesFiles(tx: OpaqueTx, petitionId: PetitionId): Promise<boolean> {
    return (await query(clientOf(tx as Tx), REFUSES, [petitionId])).length > 0;
  }

  override async insertCopy(tx: OpaqueTx, copy: NewCopy): Promise<boolean> {
    const { id, attachmentId, rev, mediaType, sizeBytes, sha256, blobKey, sealedKey, pages, boxes } = copy;
    const values = [id, attachmentId, rev, mediaType, sizeBytes, sha256, blobKey, sealedKey, pages, boxes];
    return (await query(clientOf(tx as Tx), INSERT_COPY, values)).length > 0;
  }
}

function withCopy(row: Row): StoredAttachment {
  const { copy_id, copy_rev, copy_mediaType, copy_sizeBytes, copy_blobKey, copy_sealedKey, ...attachment } = row;
  if (copy_id === null) return { ...attachment, workingCopy: null };
  return {
    ...attachment,
    workingCopy: {
      id: copy_id,
      rev: copy_rev as number,
      mediaType: copy_mediaType as string,
      sizeBytes: copy_sizeBytes as number,
      blobKey: copy_blobKey as string,
      sealedKey: copy_sealedKey as Buffer,
    },
  };
}
