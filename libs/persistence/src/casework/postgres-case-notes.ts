import type { Actor } from '#libs/access';
import { CaseNotes, type NewNoteVersion, type NotedFile, type NoteRow } from '#libs/casework';
import type { CaseFileId } from '#libs/shared';
import { PostgresCaseRecords } from '../intake/postgres-case-records.js';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

const FILE = statement<{ protected: boolean; readOnly: boolean }>(
  'note.file',
  `SELECT visible_to IS NOT NULL AS protected, NOT app.in_scope(app.user_id(), app.agencies(), agency_id, visible_to) AS "readOnly"
     FROM app.case_file WHERE id = $1`,
);
const LATEST = statement<NoteRow>(
  'note.latest',
  `SELECT n.note_id AS id, n.rev, n.text, '\\x' || encode(n.sealed, 'hex') AS sealed, '\\x' || encode(n.sealed_key, 'hex') AS "sealedKey",
          s.full_name AS "startedByName", first.written_at AS "startedAt", n.written_by AS "writtenBy", w.full_name AS "writtenByName",
          n.written_at AS "writtenAt"
     FROM (SELECT DISTINCT ON (note_id) * FROM app.case_note WHERE case_id = $1 ORDER BY note_id, rev DESC) n
     JOIN app.case_note first ON first.note_id = n.note_id AND first.rev = 1
     JOIN app.app_user s ON s.id = first.written_by JOIN app.app_user w ON w.id = n.written_by
    ORDER BY first.written_at DESC, n.note_id`,
);
const WRITE = statement<{ id: string }>(
  'note.write',
  `INSERT INTO app.case_note (note_id, rev, case_id, written_by, written_at, text, sealed, sealed_key)
   SELECT $1, $2, $3, $4, app.business_now(), $5, $6::bytea, $7::bytea
    WHERE $2 = 1 OR EXISTS (SELECT FROM app.case_note WHERE note_id = $1 AND rev = $2 - 1 AND case_id = $3)
   ON CONFLICT DO NOTHING RETURNING note_id AS id`,
);

export class PostgresCaseNotes extends CaseNotes {
  private readonly records = new PostgresCaseRecords(() => new Date());

  constructor(private readonly transactions: TransactionRunner) {
    super();
  }

  override ofCase(actor: Actor, caseFileId: CaseFileId): Promise<NotedFile | null> {
    return this.transactions.run(actor, async (tx) => {
      const [file] = await query(clientOf(tx), FILE, [caseFileId]);
      return file ? { ...file, notes: await query(clientOf(tx), LATEST, [caseFileId]) } : null;
    });
  }

  override write(actor: Actor, note: NewNoteVersion): Promise<boolean> {
    const { id, rev, caseFileId, text, sealed, sealedKey } = note;
    return this.transactions.run(actor, async (tx) => {
      const values = [id, rev, caseFileId, actor.userId, text, sealed, sealedKey];
      if ((await query(clientOf(tx), WRITE, values)).length === 0) return false;
      await this.records.record(tx, actor, [{ caseFileId, type: 'NOTE_WRITTEN', facts: { noteId: id, version: rev } }]);
      return true;
    });
  }
}
