import type { Actor } from '#libs/access';
import type { AgencyId, Role } from '#libs/shared';
import { queryOne } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

/** What a new installation has and lacks, counted over the agencies of whoever asks. */
export interface SetupState {
  readonly agencies: number;
  readonly communes: number;
  readonly withoutUnit: number;
  readonly roles: Readonly<Partial<Record<Role, number>>>;
  /** Communes and provinces where nobody may receive, and where nobody decides. */
  readonly withoutReceptionist: readonly string[];
  readonly withoutHead: readonly string[];
  readonly demoAccounts: number;
  readonly waitingPasswords: number;
  readonly openingConfirmed: number;
  readonly openingPending: number;
  readonly remoteAreas: number;
  readonly lastBackupAt: Date | null;
  readonly lastDrillAt: Date | null;
  readonly unsentMessages: number;
}

const STATE = `
  WITH mine AS (SELECT * FROM app.agency WHERE id = ANY ($1::int[]) AND valid_to IS NULL),
       people AS (SELECT u.*, a.level FROM app.app_user u JOIN mine a ON a.id = u.agency_id WHERE u.active)
  SELECT (SELECT count(*)::int FROM mine) AS agencies, (SELECT count(*)::int FROM mine WHERE level = 'commune') AS communes,
         (SELECT count(*)::int FROM mine WHERE level IN ('commune', 'province') AND unit_code IS NULL) AS "withoutUnit",
         (SELECT coalesce(jsonb_object_agg(role, n), '{}') FROM (SELECT role, count(*)::int AS n FROM people, unnest(roles) role GROUP BY role) r) AS roles,
         (SELECT coalesce(jsonb_agg(m.short_name ORDER BY m.id), '[]') FROM mine m WHERE m.level IN ('commune', 'province')
           AND NOT EXISTS (SELECT 1 FROM people p WHERE p.agency_id = m.id AND 'receptionist' = ANY (p.roles))) AS "withoutReceptionist",
         (SELECT coalesce(jsonb_agg(m.short_name ORDER BY m.id), '[]') FROM mine m WHERE m.level IN ('commune', 'province')
           AND NOT EXISTS (SELECT 1 FROM people p WHERE p.agency_id = m.id
                            AND CASE m.level WHEN 'commune' THEN 'chairman' ELSE 'provinceChairman' END = ANY (p.roles))) AS "withoutHead",
         (SELECT count(*)::int FROM people WHERE demo) AS "demoAccounts",
         (SELECT count(*)::int FROM people WHERE must_change_password) AS "waitingPasswords",
         (SELECT count(DISTINCT o.agency_id)::int FROM app.opening_balance o JOIN mine m ON m.id = o.agency_id WHERE o.state = 'confirmed' AND m.level IN ('commune', 'province')) AS "openingConfirmed",
         (SELECT count(*)::int FROM app.opening_balance o WHERE o.state <> 'confirmed') AS "openingPending",
         (SELECT count(*)::int FROM app.remote_area r WHERE r.province_id = $2 AND (r.valid_to IS NULL OR r.valid_to >= app.business_today())) AS "remoteAreas",
         (SELECT max(finished_at) FROM app.backup_run WHERE kind = 'backup' AND ok) AS "lastBackupAt",
         (SELECT max(finished_at) FROM app.backup_run WHERE kind = 'drill' AND ok) AS "lastDrillAt",
         (SELECT count(*)::int FROM app.message WHERE state = 'dryRun') AS "unsentMessages"`;

export class SetupReader {
  constructor(private readonly transactions: TransactionRunner) {}

  read(actor: Actor, agencies: readonly AgencyId[]): Promise<SetupState> {
    return this.transactions.run(actor, (tx) =>
      queryOne<SetupState>(clientOf(tx), STATE, [agencies, actor.provinceId]),
    );
  }
}
