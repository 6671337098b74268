import { type IdentityRows, type OpenPaperRows, PaperSources, type PersonRow } from '#libs/documents';
import type { CaseFileId, JsonObject, JsonValue } from '#libs/shared';
import { query, statement } from '../query.js';
import { clientOf, type Tx } from '../transaction.js';

interface OpenRow extends Omit<OpenPaperRows, 'facts' | 'team' | 'texts' | 'deadlines' | 'earlier'> {
  readonly opening: JsonObject | null;
  readonly known: JsonObject;
  readonly ordered: JsonObject | null;
  readonly assigneeId: number | null;
}

// No petitioner and no word of the petition: papers for anyone are filled from this alone. Which decision is challenged is
// null in the row of a sealed petition.
const OPEN = statement<OpenRow>(
  'paper.open-data',
  `SELECT c.id AS "caseFileId", c.petition_id AS "petitionId", c.agency_id AS "agencyId", c.province_id AS "provinceId", c.visible_to AS "visibleTo",
          c.procedure, c.assignee_id AS "assigneeId", c.known_facts AS known,
          jsonb_build_object('name', a.name, 'shortName', a.short_name, 'level', a.level, 'parentName', b.name, 'settings', a.settings) AS agency,
          p.register_label AS "registerLabel", p.received_on AS "receivedOn", p.field, p.petitioner_count AS "petitionerCount",
          p.challenged_decision AS "challengedDecision",
          (SELECT e.facts FROM app.case_event e WHERE e.case_id = c.id AND e.seq = 1) AS opening,
          (SELECT e.facts FROM app.case_event e WHERE e.case_id = c.id AND e.id = $2) AS ordered
     FROM app.case_file c JOIN app.petition p ON p.id = c.petition_id
     JOIN app.agency a ON a.id = c.agency_id LEFT JOIN app.agency b ON b.id = a.parent_id
    WHERE c.id = $1`,
);
const TEXTS = statement<OpenPaperRows['texts'][number]>(
  'paper.event-texts',
  `SELECT event_id AS "eventId", field, text, sealed, sealed_key AS "sealedKey" FROM app.event_text WHERE case_id = $1 AND event_id = $2`,
);
const EARLIER = statement<OpenPaperRows['earlier'][number]>(
  'paper.earlier',
  `SELECT form, number_label AS number, issued_on AS "signedOn" FROM app.paper
    WHERE case_id = $1 AND state = 'issued' AND number_label IS NOT NULL ORDER BY issued_on, id`,
);
const DEADLINES = statement<OpenPaperRows['deadlines'][number]>(
  'paper.deadlines',
  `SELECT rule_id AS "ruleId", start_on AS "startOn", due_on AS "dueOn" FROM app.deadline WHERE case_id = $1 AND state <> 'void' ORDER BY start_on, id`,
);
const TEAM = statement<OpenPaperRows['team'][number]>(
  'paper.team',
  `SELECT full_name AS "fullName", title FROM app.app_user WHERE id = ANY ($1::int[]) ORDER BY array_position($1::int[], id)`,
);
const PETITION = statement<IdentityRows['petition']>(
  'paper.petition',
  `SELECT id, content, respondent, forwarder_kind AS "forwarderKind", forwarder_name AS "forwarderName", sealed, sealed_key AS "sealedKey"
     FROM app.petition WHERE id = $1`,
);
const PEOPLE = statement<PersonRow>(
  'paper.petitioners',
  `SELECT id, ordinal, role, full_name AS "fullName", address, personal_id AS "personalId", personal_id_kind AS "personalIdKind", phone, sealed,
          sealed_key AS "sealedKey" FROM app.petitioner WHERE petition_id = $1 AND withdrawn_on IS NULL ORDER BY ordinal`,
);

const isCommitment = (value: JsonValue | undefined): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'sha256' in value;
/** Of words typed with an event the facts know that they are there. */
const known = (facts: JsonObject | null): JsonObject =>
  Object.fromEntries(
    Object.entries(facts ?? {}).map(([name, value]) => [name, isCommitment(value) ? true : (value ?? null)]),
  );
const ids = (value: JsonValue | undefined): number[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is number => typeof one === 'number');
/** Who works on the file: named by acts, then whoever has it now. */
const TEAM_FACTS = ['leaderId', 'teamLeaderId', 'team', 'members', 'memberIds', 'teamMembers', 'assigneeId'];

export class PostgresPaperSources extends PaperSources {
  override async open(tx: object, caseFileId: CaseFileId, orderedBy: string | null): Promise<OpenPaperRows | null> {
    const db = clientOf(tx as Tx);
    const [row] = await query(db, OPEN, [caseFileId, orderedBy]);
    if (!row) return null;
    const { opening, known: remembered, ordered, assigneeId, ...rest } = row;
    const facts: JsonObject = { ...known(opening), ...known(remembered), ...known(ordered) };
    const people = [...new Set([...TEAM_FACTS.flatMap((name) => ids(facts[name])), ...ids(assigneeId)])];
    return {
      ...rest,
      facts,
      texts: orderedBy ? await query(db, TEXTS, [caseFileId, orderedBy]) : [],
      earlier: await query(db, EARLIER, [caseFileId]),
      deadlines: await query(db, DEADLINES, [caseFileId]),
      team: people.length ? await query(db, TEAM, [people]) : [],
    };
  }

  override async identities(tx: object, petitionId: string): Promise<IdentityRows | null> {
    const db = clientOf(tx as Tx);
    const [petition] = await query(db, PETITION, [petitionId]);
    return petition ? { petition, people: await query(db, PEOPLE, [petitionId]) } : null;
  }
}
