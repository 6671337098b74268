import type { Actor } from '#libs/access';
import type { Agency } from '#libs/intake';
import type { Colleague } from '#libs/oversight';
import { PostgresPetitions, TransactionRunner, type Connections } from '#libs/persistence';
import type { AgencyId, JsonObject, Role, UserId } from '#libs/shared';

export interface KnownAgency extends Agency {
  readonly settings: JsonObject;
  /** Who may see a sealed petition here, besides its registrar; `head`: where it denounces the head of this agency. */
  readonly audience: { readonly usual: readonly UserId[]; readonly head: readonly UserId[] };
}

/** Agencies and accounts of a seeded database, as both ways of writing a history need them. */
export interface Reference {
  readonly agencies: ReadonlyMap<AgencyId, KnownAgency>;
  readonly actors: readonly Actor[];
  readonly colleagues: readonly Colleague[];
}

const ACTORS = `
  SELECT u.id AS "userId", u.full_name AS "fullName", u.roles, u.agency_id AS "agencyId", a.province_id AS "provinceId",
         app.agency_subtree(u.agency_id) AS agencies
    FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id WHERE u.active ORDER BY u.id`;
const AGENCIES = `SELECT id, code, name, province_id AS "provinceId", remote, level, settings FROM app.agency ORDER BY id`;

export async function readReference(connections: Connections): Promise<Reference> {
  const { rows: actors } = await connections.admin.query<Actor>(ACTORS);
  const { rows } = await connections.admin.query<Omit<KnownAgency, 'audience'>>(AGENCIES);
  const petitions = new PostgresPetitions();
  const runner = new TransactionRunner(connections);
  const anyone = actors[0];
  if (!anyone) throw new Error('The database has no accounts');
  const agencies = await runner.run(anyone, async (tx) => {
    const known: KnownAgency[] = [];
    for (const agency of rows)
      known.push({
        ...agency,
        audience: {
          usual: await petitions.sealedAudience(tx, agency.id, { denouncesHead: false }),
          head: await petitions.sealedAudience(tx, agency.id, { denouncesHead: true }),
        },
      });
    return known;
  });
  return {
    agencies: new Map(agencies.map((agency) => [agency.id, agency])),
    actors,
    colleagues: actors.map(({ userId, agencyId, roles }) => ({
      id: userId,
      agencyId,
      roles,
      absent: false,
      delegateId: null,
    })),
  };
}

/** Someone of the agency in the role, taken in turn; the one above where the agency has none. */
export function actorFor(
  reference: Reference,
  agencyCode: string,
  { role, turn }: { role: Role; turn: number },
): Actor {
  const agency = [...reference.agencies.values()].find(({ code }) => code === agencyCode);
  const holders = reference.actors.filter((actor) => actor.agencyId === agency?.id && actor.roles.includes(role));
  const above = reference.actors.filter(
    (actor) => actor.agencyId === agency?.provinceId && actor.roles.includes('provinceChairman'),
  );
  const found = holders[turn % Math.max(1, holders.length)] ?? above[0];
  if (!found) throw new Error(`${agencyCode} has nobody in the role ${role}`);
  return found;
}
