import type { Tx } from '#libs/intake';
import {
  ReceptionStore,
  type LedgerWrite,
  type Leader,
  type ReceptionAgency,
  type ReceptionRows,
  type ReceptionTable,
  type RowFilter,
  type SessionCounts,
  type TimelineRow,
} from '#libs/reception';
import type { AgencyId, Role, UserId } from '#libs/shared';
import type { MemoryDatabase } from './memory-ports.js';

/** Tables of reception that a history writes. */
const KEPT = ['session', 'visit', 'person', 'deadline'] as const;
type Kept = (typeof KEPT)[number];
type Row<T extends ReceptionTable = ReceptionTable> = ReceptionRows[T];

const isKept = (table: ReceptionTable): table is Kept => (KEPT as readonly string[]).includes(table);
const notHere = (what: string): never => {
  throw new Error(`${what} has no place in a bulk history`);
};
const toCamel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const HEAD_OF: Readonly<Record<string, Role>> = { commune: 'chairman', province: 'provinceChairman' };

/** Rows of one table by id, and by the session or visit they hang on. */
class MemoryTable {
  readonly rows = new Map<string, Row>();
  private readonly children = new Map<string, Set<string>>();

  put(row: Row): void {
    this.rows.set(row.id, row);
    for (const parent of [(row as { sessionId?: string }).sessionId, (row as { visitId?: string | null }).visitId])
      if (parent) this.children.set(parent, (this.children.get(parent) ?? new Set()).add(row.id));
  }

  /** Rows the filter can mean at all: those of the id, session or visit it names. */
  near(where: Readonly<Record<string, unknown>>): Row[] {
    if (typeof where.id === 'string') return [this.rows.get(where.id)].filter((row) => row !== undefined);
    const parent = where.visit_id ?? where.session_id;
    if (typeof parent !== 'string') return notHere('A list of a whole register');
    return [...(this.children.get(parent) ?? [])].map((id) => this.rows.get(id)!);
  }
}

/** What `PostgresReceptionStore` does to the tables of reception, done to maps: rows leave it by COPY. */
export class MemoryReceptionStore extends ReceptionStore {
  readonly tables: Readonly<Record<Kept, MemoryTable>> = {
    session: new MemoryTable(),
    visit: new MemoryTable(),
    person: new MemoryTable(),
    deadline: new MemoryTable(),
  };

  constructor(private readonly db: MemoryDatabase) {
    super();
  }

  override async now(): Promise<Date> {
    return this.db.now;
  }

  override async agency(
    _tx: Tx,
    which: { readonly code: string } | { readonly id: AgencyId },
  ): Promise<ReceptionAgency | null> {
    const { agencies } = this.db.reference;
    const found =
      'id' in which ? agencies.get(which.id) : [...agencies.values()].find(({ code }) => code === which.code);
    return (found as ReceptionAgency | undefined) ?? null;
  }

  override async agencies(_tx: Tx, ids: readonly AgencyId[]): Promise<readonly ReceptionAgency[]> {
    return ids.map((id) => this.db.reference.agencies.get(id) as ReceptionAgency);
  }

  override async heads(_tx: Tx, agencies: readonly AgencyId[]): Promise<readonly Leader[]> {
    const { actors, agencies: known } = this.db.reference;
    return actors
      .filter(
        ({ agencyId, roles }) =>
          agencies.includes(agencyId) && roles.includes(HEAD_OF[known.get(agencyId)?.level ?? ''] ?? 'unitHead'),
      )
      .map(({ userId, fullName, agencyId }) => ({ id: userId, fullName, title: null, agencyId }));
  }

  override async names(_tx: Tx, users: readonly UserId[]): Promise<ReadonlyMap<UserId, string>> {
    const wanted = this.db.reference.actors.filter(({ userId }) => users.includes(userId));
    return new Map(wanted.map(({ userId, fullName }) => [userId, fullName]));
  }

  override async insert<T extends ReceptionTable>(_tx: Tx, table: T, rows: readonly Row<T>[]): Promise<void> {
    for (const row of rows) this.table(table).put(row);
  }

  override async update<T extends ReceptionTable>(_tx: Tx, table: T, rows: readonly Row<T>[]): Promise<void> {
    for (const row of rows) this.table(table).put(row);
  }

  override async lock<T extends ReceptionTable>(_tx: Tx, table: T, id: string): Promise<Row<T> | null> {
    return (this.table(table).rows.get(id) as Row<T> | undefined) ?? null;
  }

  override async list<T extends ReceptionTable>(
    _tx: Tx,
    table: T,
    { where = {}, day, after, order, limit }: RowFilter,
  ): Promise<readonly Row<T>[]> {
    if (day || after || order || limit) notHere('A page of a register');
    const wanted = Object.entries(where).map(([name, value]) => [toCamel(name), value] as const);
    return this.table(table)
      .near(where)
      .filter((row) => wanted.every(([name, value]) => (row as unknown as Record<string, unknown>)[name] === value))
      .sort((a, b) => (a.id < b.id ? -1 : 1)) as unknown as readonly Row<T>[];
  }

  override async counts(_tx: Tx, sessionId: string): Promise<SessionCounts> {
    const visits = this.tables.visit.near({ session_id: sessionId }) as unknown as readonly Row<'visit'>[];
    return {
      visitsWithoutOutcome: visits.filter(({ outcome }) => outcome === null).length,
      ...{ opinionsUnanswered: 0, tasksTotal: 0, tasksOpen: 0 },
    };
  }

  override async append(_tx: Tx, { events, texts }: LedgerWrite): Promise<void> {
    this.db.tables.events.push(...events);
    this.db.tables.texts.push(...(texts as unknown as typeof this.db.tables.texts));
  }

  override async timeline(): Promise<readonly TimelineRow[]> {
    return notHere('A timeline');
  }
  override async findKey(): Promise<null> {
    return null;
  }
  override async keepKey(): Promise<boolean> {
    return notHere('A repeated request');
  }

  private table(name: ReceptionTable): MemoryTable {
    return isKept(name) ? this.tables[name] : notHere(`Table ${name}`);
  }
}
