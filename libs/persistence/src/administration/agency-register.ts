import type { Actor, AgencyLevel } from '#libs/access';
import type { AgencyId, LocalDate } from '#libs/shared';
import { query, queryOne } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';
import type { AdministrationJournal } from './administration-journal.js';

export type AgencyKind = 'committee' | 'department' | 'inspectorate' | 'reception' | 'other';

export interface AgencyChangeRow {
  readonly id: string;
  readonly kind: 'succeeded' | 'renamed';
  readonly agencyCode: string;
  readonly successorCode: string | null;
  readonly lastDay: LocalDate | null;
  readonly oldName: string;
  readonly newName: string | null;
  readonly basis: string;
  readonly recordedAt: Date;
  readonly moved: number;
  readonly kept: number;
  readonly settledAt: Date | null;
}

/** One agency as it stood on a day. */
export interface AgencyNode {
  readonly id: AgencyId;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: AgencyLevel;
  readonly kind: AgencyKind;
  readonly parentId: AgencyId | null;
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly successorCode: string | null;
  readonly open: boolean;
  readonly people: number;
}

/** What passes from an agency that ends; protected files are in no figure. */
export interface SuccessionCount {
  readonly procedures: readonly { readonly procedure: string; readonly version: number; readonly count: number }[];
  readonly deadlines: number;
  readonly overdue: number;
  readonly peopleMoving: readonly { readonly id: number; readonly fullName: string }[];
  readonly peopleStaying: readonly { readonly id: number; readonly fullName: string }[];
  readonly series: readonly { readonly series: string; readonly year: number; readonly lastNumber: number }[];
  readonly below: readonly { readonly code: string; readonly name: string }[];
}

const CHANGES = `
  SELECT c.id, c.kind, a.code AS "agencyCode", s.code AS "successorCode", c.last_day AS "lastDay", c.old_name AS "oldName",
         c.new_name AS "newName", c.basis, c.recorded_at AS "recordedAt", c.moved, c.kept, c.settled_at AS "settledAt"
    FROM app.agency_change c JOIN app.agency a ON a.id = c.agency_id LEFT JOIN app.agency s ON s.id = c.successor_id
   WHERE c.agency_id = ANY ($1::int[]) OR c.successor_id = ANY ($1::int[]) ORDER BY c.recorded_at DESC, c.id DESC LIMIT 500`;
// The name is the old one of the first renaming after the day; an agency that ended later hung where it hung before.
const TREE = `
  SELECT a.id, a.code, coalesce((SELECT r.old_name FROM app.agency_change r WHERE r.agency_id = a.id AND r.kind = 'renamed'
           AND (r.recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date > $2 ORDER BY r.recorded_at LIMIT 1), a.name) AS name,
         a.short_name AS "shortName", a.level, a.kind, a.unit_code AS "unitCode", a.valid_from AS "validFrom", a.valid_to AS "validTo",
         (SELECT u.name FROM app.administrative_unit u WHERE u.code = a.unit_code AND u.valid_from <= $2 ORDER BY u.valid_from DESC LIMIT 1) AS "unitName",
         s.code AS "successorCode", (a.valid_to IS NULL OR a.valid_to >= $2) AS open,
         CASE WHEN a.valid_to >= $2 THEN coalesce((SELECT x.old_parent FROM app.agency_change x WHERE x.agency_id = a.id AND x.kind = 'succeeded' LIMIT 1), a.parent_id)
              ELSE a.parent_id END AS "parentId",
         (SELECT count(*)::int FROM app.app_user p WHERE p.agency_id = a.id AND p.active) AS people
    FROM app.agency a LEFT JOIN app.agency s ON s.id = a.successor_id
   WHERE a.id = ANY ($1::int[]) AND a.valid_from <= $2 ORDER BY array_position(ARRAY['central', 'province', 'department', 'commune', 'unit'], a.level), a.id`;
const PASSING = `
  SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('procedure', procedure, 'version', version, 'count', n) ORDER BY procedure) FROM (
           SELECT procedure, max(procedure_version) AS version, count(*)::int AS n FROM app.case_file
            WHERE agency_id = $1 AND closed_at IS NULL AND visible_to IS NULL GROUP BY procedure) x), '[]') AS procedures,
         (SELECT count(*)::int FROM app.deadline WHERE agency_id = $1 AND closed_at IS NULL AND visible_to IS NULL) AS deadlines,
         (SELECT count(*)::int FROM app.deadline WHERE agency_id = $1 AND closed_at IS NULL AND visible_to IS NULL AND statutory AND due_on < app.business_today()) AS overdue,
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'fullName', full_name) ORDER BY id) FROM app.app_user
            WHERE agency_id = $1 AND active AND NOT roles && ARRAY['chairman', 'provinceChairman', 'administrator']), '[]') AS "peopleMoving",
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', id, 'fullName', full_name) ORDER BY id) FROM app.app_user
            WHERE agency_id = $1 AND active AND roles && ARRAY['chairman', 'provinceChairman', 'administrator']), '[]') AS "peopleStaying",
         coalesce((SELECT jsonb_agg(jsonb_build_object('series', series, 'year', year, 'lastNumber', last_number) ORDER BY year, series) FROM app.register_counter
            WHERE agency_id = $1), '[]') AS series,
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', code, 'name', name) ORDER BY id) FROM app.agency WHERE parent_id = $1 AND valid_to IS NULL), '[]') AS below`;

/** The agency tree: how it stood on a day, what changes it, and what passes when an agency ends. */
export class AgencyRegister {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly journal: AdministrationJournal,
  ) {}

  changes(actor: Actor): Promise<AgencyChangeRow[]> {
    return this.transactions.run(actor, (tx) => query<AgencyChangeRow>(clientOf(tx), CHANGES, [actor.agencies]));
  }

  tree(actor: Actor, on: LocalDate): Promise<AgencyNode[]> {
    return this.transactions.run(actor, (tx) => query<AgencyNode>(clientOf(tx), TREE, [actor.agencies, on]));
  }

  /** Counts, and changes nothing. */
  passing(actor: Actor, agency: AgencyId): Promise<SuccessionCount> {
    return this.transactions.run(actor, (tx) => queryOne<SuccessionCount>(clientOf(tx), PASSING, [agency]));
  }

  add(
    actor: Actor,
    agency: {
      readonly code: string;
      readonly name: string;
      readonly shortName: string;
      readonly level: AgencyLevel;
      readonly kind: AgencyKind;
      readonly parent: AgencyId;
      readonly unitCode: string | null;
      readonly validFrom: LocalDate;
      readonly basis: string;
    },
  ): Promise<AgencyId> {
    const { code, name, shortName, level, kind, parent, unitCode, validFrom, basis } = agency;
    return this.journal.act(actor, async (tx) => {
      const text = 'SELECT app.agency_add($1, $2, $3, $4, $5, $6, $7, $8) AS id';
      const values = [code, name, shortName, level, kind, parent, unitCode, validFrom];
      const { id } = await queryOne<{ id: AgencyId }>(clientOf(tx), text, values);
      const facts = { agencyId: id, code, level, kind, validFrom };
      return { result: id, acts: [{ agencyId: parent, type: 'AGENCY_ADDED', facts, texts: { basis } }] };
    });
  }

  setDetails(
    actor: Actor,
    agency: AgencyId,
    { unitCode, kind }: { readonly unitCode: string | null; readonly kind: AgencyKind },
  ): Promise<void> {
    return this.journal.act(actor, async (tx) => {
      await query(clientOf(tx), 'SELECT app.agency_set_unit($1, $2, $3)', [agency, unitCode, kind]);
      const facts = { agencyId: agency, unitCode, kind };
      return { result: undefined, acts: [{ agencyId: agency, type: 'AGENCY_DETAILS_SET', facts }] };
    });
  }

  /** @throws AppError 403, 404, 409 with the reason. */
  succeed(
    actor: Actor,
    change: {
      readonly agency: AgencyId;
      readonly successor: AgencyId;
      readonly lastDay: LocalDate;
      readonly basis: string;
      readonly movePeople: boolean;
    },
  ): Promise<string> {
    const { agency, successor, lastDay, basis, movePeople } = change;
    return this.journal.act(actor, async (tx) => {
      const text = 'SELECT app.succeed_agency($1, $2, $3, $4, $5, $6) AS id';
      const values = [agency, successor, lastDay, basis, actor.userId, movePeople];
      const { id } = await queryOne<{ id: string }>(clientOf(tx), text, values);
      const facts = { agencyId: agency, successorId: successor, lastDay, movePeople, changeId: id };
      const act = { type: 'AGENCY_SUCCEEDED', facts, texts: { basis } } as const;
      return { result: id, acts: [agency, successor].map((agencyId) => ({ agencyId, ...act })) };
    });
  }

  rename(
    actor: Actor,
    change: { readonly agency: AgencyId; readonly name: string; readonly shortName: string; readonly basis: string },
  ): Promise<string> {
    const { agency, name, shortName, basis } = change;
    return this.journal.act(actor, async (tx) => {
      const text = 'SELECT app.rename_agency($1, $2, $3, $4, $5) AS id';
      const { id } = await queryOne<{ id: string }>(clientOf(tx), text, [
        ...[agency, name, shortName, basis, actor.userId],
      ]);
      const facts = { agencyId: agency, changeId: id, name };
      return { result: id, acts: [{ agencyId: agency, type: 'AGENCY_RENAMED', facts, texts: { basis } }] };
    });
  }
}
