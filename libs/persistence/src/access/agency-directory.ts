import type { AgencyId, LocalDate } from '#libs/shared';
import type { Pool } from 'pg';
import { query } from '../query.js';

export interface AgencyRow {
  readonly id: AgencyId;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: string;
  readonly parentId: AgencyId | null;
  readonly provinceId: AgencyId;
  readonly unitCode: string | null;
  readonly remote: boolean;
  /** Its last day; null while it works. */
  readonly validTo: LocalDate | null;
}

const ALL = `
  SELECT id, code, name, short_name AS "shortName", level, parent_id AS "parentId", province_id AS "provinceId",
         unit_code AS "unitCode", remote, valid_to AS "validTo" FROM app.agency ORDER BY id`;
const FRESH_MS = 10_000;

/** The agency tree, kept in memory: a province has some hundreds and they change a few times a year. */
export class AgencyDirectory {
  private rows: Promise<Map<AgencyId, AgencyRow>> | null = null;
  private readAt = 0;

  constructor(private readonly pool: Pool) {}

  async byId(id: AgencyId): Promise<AgencyRow> {
    const found = (await this.all()).get(id) ?? (await this.reread()).get(id);
    if (!found) throw new Error(`No agency ${id}`);
    return found;
  }

  async byCode(code: string): Promise<AgencyRow | undefined> {
    const find = (rows: Map<AgencyId, AgencyRow>) => [...rows.values()].find((row) => row.code === code);
    return find(await this.all()) ?? find(await this.reread());
  }

  /** Every agency by id. */
  all(): Promise<Map<AgencyId, AgencyRow>> {
    return this.rows && performance.now() - this.readAt < FRESH_MS ? this.rows : this.reread();
  }

  /** The agency and everything below it; of the one that the provinces report to everything there is. */
  async subtree(id: AgencyId): Promise<AgencyId[]> {
    const all = await this.all();
    const rows = [...all.values()];
    if (all.get(id)?.level === 'central') return [id, ...rows.filter((row) => row.id !== id).map((row) => row.id)];
    const below = [id];
    for (let next = 0; next < below.length; next++)
      below.push(...rows.filter((row) => row.parentId === below[next]).map((row) => row.id));
    return below;
  }

  /** The tree has changed here; other processes see it within ten seconds. */
  forget(): void {
    this.rows = null;
  }

  private reread(): Promise<Map<AgencyId, AgencyRow>> {
    this.readAt = performance.now();
    this.rows = query<AgencyRow>(this.pool, ALL).then((rows) => new Map(rows.map((row) => [row.id, row])));
    this.rows.catch(() => (this.rows = null));
    return this.rows;
  }
}
