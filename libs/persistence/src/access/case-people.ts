import type { Actor } from '#libs/access';
import type { LocalDate } from '#libs/shared';
import { query } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

export interface CasePersonRow {
  readonly id: number;
  readonly fullName: string;
  readonly title: string | null;
  readonly agency: string;
  readonly absentTo: LocalDate | null;
  readonly absent: boolean;
  /** Grants in force, of a protected file. */
  readonly grants: readonly { readonly capacity: string; readonly grantedOn: LocalDate }[];
  readonly assignee: boolean;
  /** Roles of theirs that somebody else acts in today. */
  readonly deputies: readonly { readonly fullName: string; readonly validTo: LocalDate }[];
}

export interface CasePeople {
  readonly protected: boolean;
  readonly people: readonly CasePersonRow[];
}

/** Who has the file in hand, and of a protected file everybody who sees it. The file is asked first: its row scope is theirs. */
const FILE = `SELECT visible_to IS NOT NULL AS protected, assignee_id, coalesce(visible_to, '{}') || coalesce(ARRAY[assignee_id], '{}') AS people
                FROM app.case_file WHERE id = $1`;
const PEOPLE = `
  SELECT u.id, u.full_name AS "fullName", u.title, a.name AS agency, u.absent_to AS "absentTo",
         coalesce(u.id = $3, false) AS assignee,
         coalesce(app.business_today() >= u.absent_from AND (u.absent_to IS NULL OR app.business_today() <= u.absent_to), false) AS absent,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('capacity', g.capacity,
                   'grantedOn', (g.granted_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) ORDER BY g.granted_at), '[]')
            FROM app.case_grant g WHERE g.case_id = $1 AND g.user_id = u.id AND g.revoked_at IS NULL) AS grants,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('fullName', t.full_name, 'validTo', d.valid_to) ORDER BY d.valid_from), '[]')
            FROM app.delegation d JOIN app.app_user t ON t.id = d.to_user
           WHERE d.from_user = u.id AND app.business_today() BETWEEN d.valid_from AND d.valid_to) AS deputies
    FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id
   WHERE u.id = ANY ($2::int[]) ORDER BY u.id = $3 DESC NULLS LAST, u.id`;

export class CasePeopleReader {
  constructor(private readonly transactions: TransactionRunner) {}

  /** Null where the actor does not see the file. */
  of(actor: Actor, caseFileId: string): Promise<CasePeople | null> {
    return this.transactions.run(actor, async (tx) => {
      const db = clientOf(tx);
      const [file] = await query<{ protected: boolean; assignee_id: number | null; people: (number | null)[] }>(
        db,
        FILE,
        [caseFileId],
      );
      if (!file) return null;
      const ids = file.people.filter((id) => id !== null);
      return {
        protected: file.protected,
        people: await query<CasePersonRow>(db, PEOPLE, [caseFileId, ids, file.assignee_id]),
      };
    });
  }
}
