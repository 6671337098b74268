import { copyTable, type CopyRow } from '#libs/persistence';
import type { Pool } from 'pg';
import type { MemoryReceptionStore } from './memory-reception.js';
import type { MemoryTables } from './memory-tables.js';

/** In the order of what refers to what. */
const RECEPTION = ['session', 'visit', 'person', 'deadline'] as const;

/** Writes a history made in memory, in one transaction of the owner. Columns the database fills itself are left to it. */
export async function copyTables(admin: Pool, tables: MemoryTables, reception?: MemoryReceptionStore): Promise<void> {
  const db = await admin.connect();
  try {
    await db.query('BEGIN');
    await copyTable(
      db,
      'petition',
      [...tables.petitions.values()].map((row) => ({ ...row, caseFileId: row.caseFileId ?? null })),
    );
    await copyTable(db, 'petitioner', tables.petitioners as unknown as readonly CopyRow[]);
    await copyTable(db, 'case_file', [...tables.cases.values()] as unknown as readonly CopyRow[]);
    await copyTable(db, 'case_event', tables.events as unknown as readonly CopyRow[]);
    await copyTable(db, 'event_text', tables.texts as unknown as readonly CopyRow[]);
    await copyTable(
      db,
      'deadline',
      [...tables.deadlines.values()].flatMap((rows) => [...rows.values()]) as unknown as readonly CopyRow[],
    );
    await copyTable(db, 'deadline_was', [...tables.deadlinesWere.values()] as unknown as readonly CopyRow[]);
    await copyTable(db, 'milestone', [...tables.milestones.values()].flat() as unknown as readonly CopyRow[]);
    await copyTable(db, 'effect', tables.effects as unknown as readonly CopyRow[]);
    await copyTable(db, 'task', tables.tasks as unknown as readonly CopyRow[]);
    await copyTable(db, 'case_link', tables.links as unknown as readonly CopyRow[]);
    await copyTable(db, 'case_grant', tables.grants as unknown as readonly CopyRow[]);
    await copyTable(db, 'read_sight', tables.sights as unknown as readonly CopyRow[]);
    await copyTable(db, 'inbox', tables.inbox as unknown as readonly CopyRow[]);
    await copyTable(db, 'idempotency', [...tables.idempotency.values()] as unknown as readonly CopyRow[]);
    for (const table of RECEPTION)
      await copyTable(db, `reception_${table}`, [
        ...(reception?.tables[table].rows.values() ?? []),
      ] as unknown as readonly CopyRow[]);
    for (const { agencyId, year, series, lastNumber } of tables.counters.values())
      await db.query(
        `INSERT INTO app.register_counter (agency_id, year, series, last_number) VALUES ($1, $2, $3, $4)
         ON CONFLICT (agency_id, year, series) DO UPDATE SET last_number = excluded.last_number`,
        [agencyId, year, series, lastNumber],
      );
    await db.query('COMMIT');
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  } finally {
    db.release();
  }
}
