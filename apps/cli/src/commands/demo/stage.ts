import type { Actor } from '#libs/access';
import { vietnamCalendar } from '#libs/calendar';
import { EFFECT_KINDS, EffectRunner, MOVING_KINDS } from '#libs/casework';
import { OversightService } from '#libs/oversight';
import { PostgresMilestones, PostgresOutbox, query, type Config, type Database } from '#libs/persistence';
import type { AgencyId, CaseFileId, Role, UserId } from '#libs/shared';
import { openServices } from '../../../../api/src/services.js';
import type { DemoStage } from './replay.js';

interface AccountRow {
  readonly id: UserId;
  readonly full_name: string;
  readonly roles: Role[];
  readonly agency_id: AgencyId;
  readonly code: string;
  readonly province_id: AgencyId;
  readonly agencies: AgencyId[];
}

async function demoActors(database: Database): Promise<DemoStage['actor']> {
  const rows = await query<AccountRow>(
    database.connections.app,
    `SELECT u.id, u.full_name, u.roles, u.agency_id, a.code, a.province_id, app.agency_subtree(u.agency_id) AS agencies
       FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id WHERE u.demo ORDER BY u.id`,
  );
  const actors = rows.map((row) => ({
    code: row.code,
    actor: {
      userId: row.id,
      fullName: row.full_name,
      roles: row.roles,
      agencyId: row.agency_id,
      provinceId: row.province_id,
      agencies: row.agencies,
    } satisfies Actor,
  }));
  return (agencyCode, role, turn) => {
    const here = actors.filter(({ code, actor }) => code === agencyCode && actor.roles.includes(role));
    const found = here[turn % Math.max(1, here.length)];
    if (!found) throw new Error(`Không có tài khoản ${role} ở ${agencyCode}`);
    return found.actor;
  };
}

/** The services a click reaches, on the given database, with deadlines and effects carried out in this process. */
export async function openStage(config: Config, database: Database): Promise<DemoStage & { finish(): Promise<void> }> {
  const { connections } = database;
  const services = await openServices(config, database);
  const effects = new EffectRunner(new PostgresOutbox(connections), services.casework);
  const oversight = new OversightService({
    milestones: new PostgresMilestones(connections),
    calendar: vietnamCalendar(),
    systemNow: () => new Date(),
  });
  const settle = async (): Promise<void> => void (await effects.runPending(MOVING_KINDS));
  return {
    register: services.registerPetition,
    casework: services.casework,
    settle,
    actor: await demoActors(database),
    advanceTo: async (instant) => void (await oversight.advanceBusinessClock(instant, { settle })),
    spawned: async (parents) => {
      const rows = await query<{ id: CaseFileId; parent: CaseFileId }>(
        connections.worker,
        'SELECT id, parent_case_id AS parent FROM app.case_file WHERE parent_case_id = ANY ($1::uuid[])',
        [parents],
      );
      return new Map(rows.map(({ id, parent }) => [parent, id]));
    },
    finish: async () => void (await effects.runPending(EFFECT_KINDS)),
  };
}
