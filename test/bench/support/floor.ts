import { execFileSync, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Pool } from 'pg';
import type { BenchDatabase } from './bench-database.js';

/**
 * The floor: one transition written by hand, eight round trips that write the rows the product writes, with ids and values
 * taken from a transition the product has made. Driven by pgbench (a C client) as the worker role, so that it pays for no
 * row security, no rule and no hash.
 */
const floorId = (series: string): string => `('${series}-0000-7000-8000-' || lpad(to_hex(:i::bigint), 12, '0'))::uuid`;
const CASE = floorId('00000000');
const CLOCK = floorId('00000001');
const EVENT = floorId('00000002');
const NEXT_CLOCK = floorId('00000003');

/** pgbench takes `:name` for a variable even inside quotes. */
const literal = (value: string | null): string =>
  value === null ? 'NULL' : `'${value.replaceAll("'", "''").replace(/:(?=[a-z0-9_])/gi, ': ')}'`;
const instant = (value: Date): string => `'${value.toISOString().replace(/[-:]|\.\d+/g, '')}'`;

interface Sample {
  readonly c: { state: string; known_facts: string; stage: string };
  readonly e: { facts: string; basis: string; from_stage: string; to_stage: string; type: string; actor_id: number };
  readonly texts: { field: string; text: string }[];
  readonly opened: Record<string, string | null>[];
  readonly milestones: { kind: string; due_at: Date }[];
  readonly effects: { kind: string; payload: string }[];
}

async function sampleOf(admin: Pool, caseId: string): Promise<Sample> {
  const one = async <Row>(text: string): Promise<Row[]> => (await admin.query(text, [caseId])).rows as Row[];
  const event = `(SELECT id FROM app.case_event WHERE case_id = $1 ORDER BY seq DESC LIMIT 1)`;
  const [c] = await one<Sample['c']>(`SELECT state::text, known_facts::text, stage FROM app.case_file WHERE id = $1`);
  const [e] = await one<Sample['e']>(
    `SELECT facts::text, basis::text, from_stage, to_stage, type, actor_id FROM app.case_event WHERE case_id = $1 ORDER BY seq DESC LIMIT 1`,
  );
  if (!c || !e) throw new Error('No transition to copy the floor from');
  return {
    c,
    e,
    texts: await one(`SELECT field, text FROM app.event_text WHERE event_id = ${event}`),
    opened: await one(
      `SELECT rule_id, rule_version, citation, kind, statutory::text, variant, start_event, start_on::text, raw_end::text, due_on::text,
              warn_on::text, calendar_version FROM app.deadline WHERE opened_by = ${event} AND case_id = $1`,
    ),
    milestones: await one(
      `SELECT m.kind, m.due_at FROM app.milestone m JOIN app.deadline d ON d.id = m.deadline_id WHERE d.opened_by = ${event} AND m.case_id = $1`,
    ),
    effects: await one(`SELECT kind, payload::text FROM app.effect WHERE event_id = ${event} AND case_id = $1`),
  };
}

function script({ c, e, texts, opened, milestones, effects }: Sample): string {
  const clock = opened[0] ?? {};
  const columns = Object.keys(clock);
  const hash = `'\\x${'5a'.repeat(32)}'::bytea`;
  const rows = (list: string[]): string => list.join(', ');
  return `\\set n :n + 1
\\set i :base + :client_id * :per + :n
BEGIN;
SELECT c.*, p.type, p.channel, p.petitioner_count, a.settings, d.* FROM app.case_file c JOIN app.petition p ON p.id = c.petition_id JOIN app.agency a ON a.id = c.agency_id JOIN app.deadline d ON d.case_id = c.id WHERE c.id = ${CASE};
UPDATE app.case_file SET state = ${literal(c.state)}, stage = ${literal(c.stage)}, known_facts = ${literal(c.known_facts)}, rev = rev + 1, seq = seq + 1, head_hash = ${hash}, last_event_on = current_date WHERE id = ${CASE} AND rev = 1;
INSERT INTO app.case_event (id, case_id, seq, kind, type, occurred_on, recorded_at, system_at, actor_id, actor_role, facts, basis, from_stage, to_stage, prev_hash, hash) VALUES (${EVENT}, ${CASE}, 2, 'procedure', ${literal(e.type)}, current_date, app.business_now(), now(), ${e.actor_id}, 'chairman', ${literal(e.facts)}, ${literal(e.basis)}, ${literal(e.from_stage)}, ${literal(e.to_stage)}, ${hash}, ${hash});
INSERT INTO app.event_text (event_id, field, case_id, salt, text) VALUES ${rows(texts.map(({ field, text }) => `(${EVENT}, ${literal(field)}, ${CASE}, '\\x00112233445566778899aabbccddeeff', ${literal(text)})`))};
WITH closed AS (UPDATE app.deadline SET state = 'met', met_on = current_date, closed_by = ${EVENT}, closed_at = now() WHERE id = ${CLOCK}), called_off AS (UPDATE app.milestone SET state = 'cancelled' WHERE deadline_id = ${CLOCK} AND state = 'pending') INSERT INTO app.deadline (id, case_id, agency_id, province_id, ${columns.join(', ')}, opened_by) SELECT ${NEXT_CLOCK}, c.id, c.agency_id, c.province_id, ${columns.map((name) => `${literal(clock[name] ?? null)}${name === 'statutory' ? '::boolean' : /_on$|raw_end/.test(name) ? '::date' : ''}`).join(', ')}, ${EVENT} FROM app.case_file c WHERE c.id = ${CASE};
WITH planned AS (INSERT INTO app.milestone (deadline_id, case_id, kind, due_at) VALUES ${rows(milestones.map(({ kind, due_at }) => `(${NEXT_CLOCK}, ${CASE}, ${literal(kind)}, ${instant(due_at)})`))}) INSERT INTO app.effect (id, case_id, event_id, kind, payload) VALUES ${rows(effects.map(({ kind, payload }) => `(uuidv7(), ${CASE}, ${EVENT}, ${literal(kind)}, ${literal(payload)})`))};
COMMIT;
`;
}

/** Twins of waiting files, under ids that a number gives, with their clocks and milestones. */
async function twins(admin: Pool, ids: readonly string[], from: number): Promise<void> {
  const of = `unnest($1::uuid[]) WITH ORDINALITY AS t(id, i)`;
  const id = (series: string) => `('${series}-0000-7000-8000-' || lpad(to_hex($2 + t.i), 12, '0'))::uuid`;
  await admin.query(
    `INSERT INTO app.case_file SELECT r.* FROM ${of} JOIN app.case_file c ON c.id = t.id
      CROSS JOIN LATERAL jsonb_populate_record(c, jsonb_build_object('id', ${id('00000000')}, 'parent_case_id', c.id)) r`,
    [ids, from],
  );
  await admin.query(
    `INSERT INTO app.deadline SELECT r.* FROM ${of} JOIN app.deadline d ON d.case_id = t.id
      CROSS JOIN LATERAL jsonb_populate_record(d, jsonb_build_object('id', ${id('00000001')}, 'case_id', ${id('00000000')})) r`,
    [ids, from],
  );
  await admin.query(
    `INSERT INTO app.milestone SELECT r.* FROM ${of} JOIN app.milestone m ON m.case_id = t.id
      CROSS JOIN LATERAL jsonb_populate_record(m, jsonb_build_object('id', uuidv7(), 'case_id', ${id('00000000')}, 'deadline_id', ${id('00000001')})) r`,
    [ids, from],
  );
}

export const CLIENTS = 32;

function pgbenchPath(): string {
  const onPath = (): string | undefined =>
    (process.env.PATH ?? '')
      .split(delimiter)
      .map((folder) => join(folder, 'pgbench'))
      .find((path) => existsSync(path));
  const found = onPath();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version'))
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'postgresql-contrib']])
      execFileSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
  const got = onPath();
  if (!got) throw new Error('No pgbench on this machine: install the PostgreSQL client programs');
  return got;
}

/** The floor on twins of `ids`; every round takes the next ones. */
export class Floor {
  private taken = 0;

  private constructor(
    private readonly path: string,
    private readonly database: BenchDatabase,
    private readonly scriptPath: string,
  ) {}

  static async prepare(
    database: BenchDatabase,
    { sample, ids }: { sample: string; ids: readonly string[] },
  ): Promise<Floor> {
    const scriptPath = join(database.dataDir, 'floor.sql');
    writeFileSync(scriptPath, script(await sampleOf(database.connections.admin, sample)));
    await twins(database.connections.admin, ids, 0);
    return new Floor(pgbenchPath(), database, scriptPath);
  }

  /** Transactions a second over `each` transactions of every client. */
  async round(each: number): Promise<number> {
    const args = ['-n', '-M', 'prepared', '-c', String(CLIENTS), '-j', '2', '-t', String(each), '-f', this.scriptPath];
    const values = ['-D', 'n=0', '-D', `base=${this.taken}`, '-D', `per=${each}`];
    this.taken += each * CLIENTS;
    const output = await run(this.path, [...args, ...values, this.database.urls.worker]);
    const rate = /tps = ([\d.]+) \(without/.exec(output)?.[1];
    if (rate === undefined || !/number of failed transactions: 0 /.test(output)) throw new Error(output);
    return Number(rate);
  }
}

function run(path: string, args: readonly string[]): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', failed);
    child.once('close', (code) => (code === 0 ? done(output) : failed(new Error(output))));
  });
}
