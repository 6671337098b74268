import type { Actor } from '#libs/access';
import type { LocalDate } from '#libs/shared';
import { query } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';
import { PETITION_COLUMNS, PETITION_JOINS, type PetitionRow } from './petition-list.js';

export interface PetitionDetailRow extends PetitionRow {
  readonly content: string | null;
  readonly title_type: string | null;
  readonly respondent: string | null;
  readonly challenged_decision: string | null;
  readonly forwarder_kind: string | null;
  readonly forwarder_name: string | null;
  readonly joint_petition: boolean;
  readonly registered_at: Date;
  readonly registered_by: string;
  readonly voided_at: Date | null;
}
export interface PetitionerRow {
  readonly id: string;
  readonly ordinal: number;
  readonly role: string;
  readonly sealed: boolean;
  readonly full_name: string | null;
  readonly personal_id: string | null;
  readonly birth_date: string | null;
  readonly sex: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly unit_code: string | null;
  readonly withdrawn_on: LocalDate | null;
}
export interface LinkRow {
  readonly petition_id: string;
  readonly kind: string;
  readonly direction: 'from' | 'to';
  readonly register_label: string | null;
  readonly score: number | null;
  readonly decided_at: Date;
  readonly case_id: string | null;
}
export interface PetitionCaseRow {
  readonly id: string;
  readonly procedure: string;
  readonly procedure_version: number;
  readonly stage: string;
  readonly closed_on: LocalDate | null;
}
export interface AttachmentRow {
  readonly id: string;
  readonly file_name: string | null;
  readonly media_type: string;
  readonly size_bytes: number;
  readonly sha256: Buffer;
  readonly uploaded_at: Date;
  readonly uploaded_by: string;
  readonly sealed: boolean;
  /** The latest working copy of a sealed attachment. */
  readonly copy_rev: number | null;
  readonly copy_media_type: string | null;
  readonly copy_size_bytes: number | null;
  readonly copy_made_at: Date | null;
  readonly copy_made_by: string | null;
}

const PETITION = `
  SELECT ${PETITION_COLUMNS}, p.content, p.title_type, p.respondent, p.challenged_decision, p.forwarder_kind, p.forwarder_name,
         p.joint_petition, p.registered_at, u.full_name AS registered_by, p.voided_at
    FROM app.petition p JOIN app.app_user u ON u.id = p.created_by ${PETITION_JOINS} WHERE p.id = $1`;
const PETITIONERS = `
  SELECT id, ordinal, role, sealed IS NOT NULL AS sealed, full_name, personal_id, birth_date, sex, phone, address, unit_code, withdrawn_on
    FROM app.petitioner WHERE petition_id = $1 ORDER BY ordinal`;
const LINKS = `
  SELECT p.id AS petition_id, l.kind, CASE WHEN l.from_petition = $1 THEN 'to' ELSE 'from' END AS direction, p.register_label, l.score, l.decided_at,
         (SELECT c.id FROM app.case_file c WHERE c.petition_id = p.id ORDER BY c.parent_case_id NULLS FIRST, c.id DESC LIMIT 1) AS case_id
    FROM app.petition_link l JOIN app.petition p ON p.id = CASE WHEN l.from_petition = $1 THEN l.to_petition ELSE l.from_petition END
   WHERE l.from_petition = $1 OR l.to_petition = $1 ORDER BY l.decided_at`;
const CASES = `SELECT id, procedure, procedure_version, stage, closed_on FROM app.case_file WHERE petition_id = $1 ORDER BY id`;
const ATTACHMENTS = `
  SELECT a.id, a.file_name, a.media_type, a.size_bytes, a.sha256, a.uploaded_at, u.full_name AS uploaded_by, a.sealed IS NOT NULL AS sealed,
         c.rev AS copy_rev, c.media_type AS copy_media_type, c.size_bytes AS copy_size_bytes, c.made_at AS copy_made_at, c.made_by_name AS copy_made_by
    FROM app.attachment a JOIN app.app_user u ON u.id = a.uploaded_by
    LEFT JOIN LATERAL (SELECT k.*, m.full_name AS made_by_name FROM app.attachment_copy k JOIN app.app_user m ON m.id = k.made_by
                        WHERE k.attachment_id = a.id ORDER BY k.rev DESC LIMIT 1) c ON true
   WHERE a.petition_id = $1 ORDER BY a.uploaded_at, a.id`;

export interface PetitionWithParts {
  readonly petition: PetitionDetailRow;
  readonly petitioners: PetitionerRow[];
  readonly links: LinkRow[];
  readonly cases: PetitionCaseRow[];
  readonly attachments: AttachmentRow[];
}

export class PetitionDetail {
  constructor(private readonly transactions: TransactionRunner) {}

  /** Null where the petition is unknown or outside the actor's scope: nobody learns which. */
  get(actor: Actor, id: string): Promise<PetitionWithParts | null> {
    return this.transactions.run(actor, async (tx) => {
      const db = clientOf(tx);
      const petition = (await query<PetitionDetailRow>(db, PETITION, [id]))[0];
      if (!petition) return null;
      return {
        petition,
        petitioners: await query<PetitionerRow>(db, PETITIONERS, [id]),
        links: await query<LinkRow>(db, LINKS, [id]),
        cases: await query<PetitionCaseRow>(db, CASES, [id]),
        attachments: await query<AttachmentRow>(db, ATTACHMENTS, [id]),
      };
    });
  }
}
