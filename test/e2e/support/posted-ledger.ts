import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { exportLedger, type HASHED_FIELDS, seal } from '#libs/audit';
import { loadSigningKey, PostgresLedgerArchive } from '#libs/persistence';
import { repository } from '#testing/support/repository';
import { call } from './call.js';
import { eventually, Office } from './cases.js';
import type { RunningSystem } from './system.js';

/** An id that nothing has. */
export const OTHER = '0190dead-0000-7000-8000-000000000001';
const run = promisify(execFile);

/** Columns of the table behind the hashed fields, each with another value that the table takes. */
export const CHANGES: Readonly<Record<(typeof HASHED_FIELDS)[number] | 'prevHash' | 'hash', string>> = {
  id: `id = '${OTHER}'`,
  caseId: `case_id = '${OTHER}'`,
  seq: `seq = seq + 100`,
  kind: `kind = 'reading'`,
  type: `type = type || 'X'`,
  occurredOn: `occurred_on = occurred_on - 1`,
  recordedAt: `recorded_at = recorded_at - interval '1 microsecond'`,
  systemAt: `system_at = system_at - interval '1 millisecond'`,
  actorId: `actor_id = actor_id + 1`,
  actorRole: `actor_role = 'chairman'`,
  facts: `facts = facts || '{"x": 1}'`,
  basis: `basis = basis || '[{"law": "LKN"}]'`,
  fromStage: `from_stage = coalesce(from_stage, '') || 'x'`,
  toStage: `to_stage = coalesce(to_stage, '') || 'x'`,
  subjectId: `subject_id = '${OTHER}'`,
  corrects: `corrects = '${OTHER}'`,
  prevHash: `prev_hash = sha256(prev_hash)`,
  hash: `hash = sha256(hash)`,
};

interface Posted {
  readonly keyId: string;
  readonly pem: string;
  readonly head: Readonly<Record<string, unknown>>;
}

/** A small ledger with three signed heads, whose second was posted, whose key was handed over after that, and which has a tail. */
export class PostedLedger {
  readonly archive: PostgresLedgerArchive;
  /** The export that the forger gets. */
  whole = '';
  /** The case whose events are forged. */
  victim = '';
  posted: Posted = { keyId: '', pem: '', head: {} };

  private constructor(private readonly system: RunningSystem) {
    this.archive = new PostgresLedgerArchive(system.database.connections);
  }

  static async of(system: RunningSystem): Promise<PostedLedger> {
    const ledger = new PostedLedger(system);
    const office = new Office(system);
    const cases: string[] = [];
    for (let n = 0; n < 3; n += 1) cases.push((await office.register()).caseFileId);
    const victim = cases[1]!;
    ledger.victim = victim;
    await office.step('motcua', victim, 'CLASSIFY', { contentType: 'complaint' });
    await office.step('motcua', victim, 'CHECK_ELIGIBILITY', { eligible: true });
    await ledger.seal();
    await office.step('chuyenvien', victim, 'CHECK_COMPETENCE', { competent: true });
    await office.step('chuyenvien', victim, 'PROPOSE_ACCEPTANCE', { proposal: 'accept' });
    await ledger.seal();
    const { body } = await call(system.url, 'GET', '/audit/head', { token: await office.token('thanhtra') });
    const { treeSize, rootHash, signedAt, keyId, signature, publicKey } = body;
    ledger.posted = {
      ...{ keyId: String(keyId), pem: String(publicKey) },
      head: { treeSize, rootHash, signedAt, keyId, signature },
    };
    await ledger.cli('audit', 'rotate-key');
    await office.register();
    await ledger.seal();
    await office.register();
    ledger.whole = await ledger.exported();
    return ledger;
  }

  cli(...args: string[]): Promise<{ stdout: string; stderr: string }> {
    const { environment, database } = this.system;
    return run(process.execPath, ['dist/apps/cli/src/main.js', ...args], {
      cwd: repository,
      env: { ...environment, DATABASE_URL: database.urls.worker },
      maxBuffer: 1e8,
    });
  }

  async exported(): Promise<string> {
    let text = '';
    await this.archive.readExport((streams) => exportLedger(streams, async (line) => void (text += line)));
    return text;
  }

  /** Transactions of other databases on the server hold the horizon back: a round may find not everything ripe. */
  private async seal(): Promise<void> {
    const { privateKey } = loadSigningKey(this.system.dataDir);
    await eventually('everything sealed', async () => {
      const { head } = await seal(this.archive, privateKey, new Date());
      return (await this.archive.unsealed()) === 0 ? head : null;
    });
  }
}
