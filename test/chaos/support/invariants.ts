import { seal, verifyLedger } from '#libs/audit';
import { loadSigningKey, PostgresLedgerArchive } from '#libs/persistence';
import type { Client } from './client.js';
import type { House } from './house.js';
import type { Journal, Registration, Told } from './journal.js';

/** A promise as a question that finds nothing where it is kept; each row found is a fault. */
interface Promised {
  readonly what: string;
  readonly sql: string;
}

const PROMISES: readonly Promised[] = [
  {
    what: 'the events of a file are numbered without gap, and the file knows its last one',
    sql: `SELECT c.id, c.seq, e.n, e.last, e.numbers FROM app.case_file c JOIN (
            SELECT case_id, count(*)::int AS n, max(seq) AS last, count(DISTINCT seq)::int AS numbers FROM app.case_event GROUP BY case_id) e ON e.case_id = c.id
          WHERE NOT (c.seq = e.n AND e.last = e.n AND e.numbers = e.n)`,
  },
  {
    what: 'the head of each chain is the hash of its last event',
    sql: `SELECT c.id FROM app.case_file c JOIN app.case_event e ON e.case_id = c.id AND e.seq = c.seq WHERE e.hash <> c.head_hash`,
  },
  {
    what: 'the rev of a file is the number of its procedure events',
    sql: `SELECT c.id, c.rev, count(*)::int AS n FROM app.case_file c JOIN app.case_event e ON e.case_id = c.id AND e.kind = 'procedure' GROUP BY c.id, c.rev HAVING c.rev <> count(*)`,
  },
  {
    what: 'register numbers of a book are 1, 2, 3 … and the counter stands at the last',
    sql: `SELECT p.agency_id, p.register_year, p.register_series, count(*)::int AS n, max(register_number) AS last, c.last_number
            FROM app.petition p LEFT JOIN app.register_counter c ON c.agency_id = p.agency_id AND c.year = p.register_year AND c.series = p.register_series
           GROUP BY 1, 2, 3, 6 HAVING count(*) <> max(register_number) OR count(DISTINCT register_number) <> count(*) OR c.last_number IS DISTINCT FROM max(register_number)`,
  },
  {
    what: 'each petition has its one handling file',
    sql: `SELECT p.id FROM app.petition p LEFT JOIN app.case_file c ON c.petition_id = p.id AND c.procedure = 'petition-handling'
           GROUP BY p.id, p.case_file_id HAVING count(c.id) <> 1 OR max(c.id::text) <> p.case_file_id::text`,
  },
  {
    what: 'a petition proposed for acceptance has one complaint file, any other none',
    sql: `SELECT p.id, count(c.id)::int AS files, count(e.id)::int AS proposals FROM app.petition p
            LEFT JOIN app.case_file c ON c.petition_id = p.id AND c.procedure = 'complaint'
            LEFT JOIN app.case_event e ON e.case_id = p.case_file_id AND e.type = 'PROPOSE_ACCEPTANCE'
           GROUP BY p.id HAVING count(DISTINCT c.id) <> count(DISTINCT e.id)`,
  },
  {
    what: 'every effect is done, none given up or refused',
    sql: `SELECT id, kind, attempts, last_error FROM app.effect WHERE done_at IS NULL OR failed_at IS NOT NULL OR last_error IS NOT NULL`,
  },
  {
    what: 'every notice that was carried out reached somebody once',
    sql: `SELECT f.id, f.payload FROM app.effect f WHERE f.kind = 'notify' AND NOT EXISTS (SELECT FROM app.inbox i WHERE i.source_id = f.id)`,
  },
  {
    what: 'each order of a paper left one task',
    sql: `SELECT f.id, count(t.id)::int AS tasks FROM app.effect f LEFT JOIN app.task t ON t.source_id = f.id WHERE f.kind = 'document.issue' GROUP BY f.id HAVING count(t.id) <> 1`,
  },
  {
    what: 'a fired milestone has its event, of its file, and no other milestone has the same',
    sql: `SELECT m.id, m.kind FROM app.milestone m LEFT JOIN app.case_event e ON e.id = m.event_id AND e.case_id = m.case_id
           WHERE m.state = 'fired' AND (e.id IS NULL OR EXISTS (SELECT FROM app.milestone o WHERE o.event_id = m.event_id AND o.id <> m.id))`,
  },
  {
    what: 'each event of a deadline was fired by one milestone',
    sql: `SELECT e.id, e.type, count(m.id)::int AS milestones FROM app.case_event e LEFT JOIN app.milestone m ON m.event_id = e.id
           WHERE e.kind = 'deadline' AND e.type IN ('REMIND', 'LAPSE', 'ESCALATE') GROUP BY e.id, e.type HAVING count(m.id) <> 1`,
  },
  {
    what: 'no milestone of one limit fired twice',
    sql: `SELECT deadline_id, kind FROM app.milestone WHERE state = 'fired' GROUP BY deadline_id, kind HAVING count(*) > 1`,
  },
  {
    what: 'no timer waits that is due, or belongs to a limit that is over',
    sql: `SELECT m.id, m.kind, m.due_at, d.state FROM app.milestone m JOIN app.deadline d ON d.id = m.deadline_id
           WHERE m.state = 'pending' AND (m.due_at <= app.business_now() - interval '1 minute' OR d.closed_at IS NOT NULL)`,
  },
  {
    what: 'a legal limit that runs has its next milestone',
    sql: `SELECT d.id, d.rule_id, d.state, d.rung, d.due_on, app.business_now() AS now,
                 (SELECT json_agg(json_build_array(m.kind, m.state, m.due_at, m.fired_at, m.generation) ORDER BY m.id) FROM app.milestone m WHERE m.deadline_id = d.id) AS milestones
            FROM app.deadline d WHERE d.closed_at IS NULL AND d.statutory AND d.kind = 'maximum' AND d.state IN ('running', 'dueSoon') AND d.due_on IS NOT NULL
             AND NOT EXISTS (SELECT FROM app.milestone m WHERE m.deadline_id = d.id AND m.state = 'pending')`,
  },
  {
    what: 'numbers of papers are 1, 2, 3 … in each series',
    sql: `SELECT agency_id, number_year, number_kind, count(*)::int AS n, max(number_seq) AS last FROM app.paper WHERE number_seq IS NOT NULL
           GROUP BY 1, 2, 3 HAVING count(*) <> max(number_seq) OR count(DISTINCT number_seq) <> count(*)`,
  },
  {
    what: 'an order has one paper, and each step of a paper is in the ledger once',
    sql: `SELECT task_id::text AS id, count(*)::int AS n, 'papers of a task' AS what FROM app.paper WHERE task_id IS NOT NULL GROUP BY 1 HAVING count(*) > 1
          UNION ALL
          SELECT p.case_id::text, count(e.id)::int, 'issued in the ledger' FROM app.paper p LEFT JOIN app.case_event e ON e.case_id = p.case_id AND e.type = 'PAPER_ISSUED'
           WHERE p.state = 'issued' GROUP BY 1 HAVING count(DISTINCT e.id) <> count(DISTINCT p.id)`,
  },
  {
    what: 'every message was settled, and none failed',
    sql: `SELECT id, state, attempts, last_error FROM app.message WHERE state NOT IN ('sent', 'withdrawn')`,
  },
];

/** Everything that is not as it was promised, a line each. */
export async function findFaults(house: House, journal: Journal, client: Client): Promise<string[]> {
  const faults: string[] = [];
  for (const { what, sql } of PROMISES) {
    const rows = await house.ask(sql);
    if (rows.length > 0) faults.push(`not kept: ${what}: ${rows.length} rows, ${JSON.stringify(rows.slice(0, 3))}`);
  }
  faults.push(...(await ledgerFaults(house)));
  faults.push(...(await registrationFaults(house, journal)));
  faults.push(...(await stepFaults(house, journal)));
  faults.push(...(await paperFaults(house, journal)));
  faults.push(...(await mailFaults(house)));
  faults.push(...(await replayFaults(journal, client)));
  return faults;
}

async function ledgerFaults(house: House): Promise<string[]> {
  const archive = new PostgresLedgerArchive(house.connections, 'admin');
  const { privateKey, publicKey } = loadSigningKey(house.dataDir);
  await seal(archive, privateKey, new Date());
  const { findings, tree } = await verifyLedger(archive, publicKey);
  return [...findings, ...tree].map((finding) => `ledger: ${JSON.stringify(finding)}`);
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

interface Stored {
  readonly id: string;
  readonly number: number;
  readonly label: string;
  readonly file: string;
  readonly marker: string;
}

async function registrationFaults(house: House, { registrations }: Journal): Promise<string[]> {
  const markers = registrations.map(({ marker }) => marker);
  const rows = await house.ask<Stored>(
    `SELECT p.id, p.register_number AS number, p.register_label AS label, p.case_file_id AS file, m.marker
       FROM unnest($1::text[]) AS m(marker) JOIN app.petition p ON p.content LIKE '%' || m.marker`,
    [markers],
  );
  const stored = groupBy(rows, ({ marker }) => marker);
  return registrations.flatMap(({ marker, answer }) => {
    const found = stored.get(marker) ?? [];
    if (answer === null)
      return found.length > 1 ? [`registration nobody heard of is there ${found.length} times: ${marker}`] : [];
    if (found.length !== 1) return [`acknowledged ${answer.registerLabel} is there ${found.length} times: ${marker}`];
    const [{ id, number, label, file }] = found as [Stored];
    const same =
      id === answer.id &&
      number === answer.registerNumber &&
      label === answer.registerLabel &&
      file === answer.caseFileId;
    return same ? [] : [`told ${JSON.stringify(answer)}, stored ${JSON.stringify(found[0])}`];
  });
}

/** On each file the steps of people are exactly those that were acknowledged, in order; one more where a client walked away. */
async function stepFaults(house: House, { steps }: Journal): Promise<string[]> {
  const byFile = groupBy(steps, ({ caseFileId }) => caseFileId);
  const rows = await house.ask<{ id: string; types: string[] }>(
    `SELECT case_id AS id, array_agg(type ORDER BY seq) AS types FROM app.case_event
      WHERE case_id = ANY ($1::uuid[]) AND kind = 'procedure' AND seq > 1 AND actor_id <> 0 GROUP BY case_id`,
    [[...byFile.keys()]],
  );
  const written = new Map(rows.map(({ id, types }) => [id, types]));
  return [...byFile].flatMap(([id, sent]) => {
    const told = sent.filter(({ rev }) => rev !== null).map(({ type }) => type);
    const maybe = sent.map(({ type }) => type);
    const types = written.get(id) ?? [];
    return [told, maybe].some((list) => list.join() === types.join())
      ? []
      : [`steps of ${id}: told ${told.join()}, written ${types.join()}`];
  });
}

async function paperFaults(house: House, { papers }: Journal): Promise<string[]> {
  const rows = await house.ask<{ id: string; state: string; number: string | null; task: string }>(
    `SELECT id, state, number_label AS number, task_id AS task FROM app.paper WHERE case_id = ANY ($1::uuid[])`,
    [papers.map(({ caseFileId }) => caseFileId)],
  );
  const stored = new Map(rows.map((row) => [row.id, row]));
  const missing = papers.flatMap(({ id, state, number, taskId }) => {
    const row = stored.get(id);
    const same = row && row.state === state && row.number === number && row.task === taskId;
    return same ? [] : [`paper ${id}: told ${state} ${number}, stored ${JSON.stringify(row)}`];
  });
  return rows.length === papers.length
    ? missing
    : [...missing, `${papers.length} papers were told, ${rows.length} are stored`];
}

/** Each message that counts as sent left the house, all its copies under one Message-ID and with the same words. */
async function mailFaults(house: House): Promise<string[]> {
  const { taken } = house.post;
  const rows = await house.ask<{ id: string; ref: string; address: string }>(
    `SELECT m.id, m.gateway_ref AS ref, c.address FROM app.message m JOIN app.contact c ON c.id = m.contact_id WHERE m.state = 'sent' AND c.channel = 'email'`,
  );
  const known = new Set(
    (await house.ask<{ id: string }>('SELECT id FROM app.message')).map(({ id }) => `<${id}@tinh.example>`),
  );
  return [
    ...rows
      .filter(({ ref, address }) => !(taken.get(ref)?.every((copy) => copy.startsWith(`${address} `)) ?? false))
      .map(({ id, ref }) => `message ${id} counts as sent, and no mail ${ref} came to its address`),
    ...[...taken].filter(([id]) => !known.has(id)).map(([id]) => `mail ${id} belongs to no message`),
    ...[...taken].filter(([, copies]) => new Set(copies).size > 1).map(([id]) => `copies of mail ${id} differ`),
  ];
}

/** A key that is used again, even after all this, gives the answer that was given. */
async function replayFaults({ registrations }: Journal, client: Client): Promise<string[]> {
  const faults: string[] = [];
  const told = registrations.filter((one): one is Registration & { answer: Told } => one.answer !== null);
  for (const { key, body, answer } of told.slice(0, 3)) {
    const again = await client.send<Told>({ as: 'motcua', method: 'POST', path: '/petitions', body, key });
    if (again.status !== 201 || again.body.id !== answer.id || again.body.registerLabel !== answer.registerLabel)
      faults.push(`the key of ${answer.registerLabel} gives ${again.status} ${again.body.registerLabel}`);
    const { status } = await client.send({ as: 'motcua', path: `/public/status/${answer.lookupCode}` });
    if (status !== 200) faults.push(`the code of ${answer.registerLabel} opens nothing: ${status}`);
  }
  return faults;
}
