import type { Actor } from '#libs/access';
import type { AgencyId, Role, UserId } from '#libs/shared';
import { query, queryOne } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';
import type { AdministrationJournal } from './administration-journal.js';

export interface EmergencyRow {
  readonly id: string;
  readonly userId: UserId;
  readonly userName: string;
  readonly username: string;
  readonly role: Role;
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly reason: string;
  readonly openedByName: string;
  readonly openedAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | null;
  readonly witnessName: string;
  readonly running: boolean;
  readonly uses: number;
}
export interface EmergencyUse {
  readonly eventId: string;
  readonly caseFileId: string;
  readonly procedure: string;
  readonly procedureVersion: number;
  readonly registerLabel: string | null;
  readonly type: string;
  readonly recordedAt: Date;
}
export interface NewEmergency {
  readonly userId: UserId;
  readonly role: Role;
  readonly agencyId: AgencyId;
  readonly reason: string;
  readonly hours: number;
  readonly witnessId: UserId;
}

const LIST = `
  SELECT e.id, e.user_id AS "userId", u.full_name AS "userName", u.username, e.role, a.code AS "agencyCode", a.short_name AS "agencyName",
         e.reason, o.full_name AS "openedByName", e.opened_at AS "openedAt", e.ends_at AS "endsAt", e.ended_at AS "endedAt",
         w.full_name AS "witnessName", e.ended_at IS NULL AND e.ends_at > now() AS running,
         (SELECT count(*)::int FROM app.emergency_uses(e.id)) AS uses
    FROM app.emergency_access e JOIN app.app_user u ON u.id = e.user_id JOIN app.app_user o ON o.id = e.opened_by
    JOIN app.app_user w ON w.id = e.witness_id JOIN app.agency a ON a.id = e.agency_id
   WHERE $1::uuid IS NULL OR e.id = $1
   ORDER BY e.opened_at DESC LIMIT 200`;
const USES = `
  SELECT v.event_id AS "eventId", v.case_id AS "caseFileId", c.procedure, c.procedure_version AS "procedureVersion", p.register_label AS "registerLabel",
         v.type, v.recorded_at AS "recordedAt"
    FROM app.emergency_uses($1) v JOIN app.case_file c ON c.id = v.case_id LEFT JOIN app.petition p ON p.id = c.petition_id`;

/** Roles lent for hours in an emergency. Who may open and end one is asked in the database; each is in the administration book. */
export class EmergencyAccess {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly journal: AdministrationJournal,
  ) {}

  list(actor: Actor, id: string | null = null): Promise<EmergencyRow[]> {
    return this.transactions.run(actor, (tx) => query<EmergencyRow>(clientOf(tx), LIST, [id]));
  }

  /** What was done under it, as far as whoever asks sees the files. */
  uses(actor: Actor, id: string): Promise<EmergencyUse[]> {
    return this.transactions.run(actor, (tx) => query<EmergencyUse>(clientOf(tx), USES, [id]));
  }

  open(actor: Actor, { userId, role, agencyId, reason, hours, witnessId }: NewEmergency): Promise<string> {
    return this.journal.act(actor, async (tx) => {
      const text = 'SELECT app.emergency_open($1, $2, $3, $4, $5, $6) AS id';
      const { id } = await queryOne<{ id: string }>(clientOf(tx), text, [
        userId,
        role,
        agencyId,
        reason,
        hours,
        witnessId,
      ]);
      const facts = { userId, emergencyId: id, roles: [role], hours, witnessId };
      return { result: id, acts: [{ agencyId, type: 'EMERGENCY_ACCESS_OPENED', facts, texts: { reason } }] };
    });
  }

  end(actor: Actor, { id, userId }: Pick<EmergencyRow, 'id' | 'userId'>): Promise<void> {
    return this.journal.act(actor, async (tx) => {
      const text = 'SELECT app.emergency_end($1) AS "agencyId"';
      const { agencyId } = await queryOne<{ agencyId: AgencyId }>(clientOf(tx), text, [id]);
      return {
        result: undefined,
        acts: [{ agencyId, type: 'EMERGENCY_ACCESS_ENDED', facts: { userId, emergencyId: id } }],
      };
    });
  }
}
