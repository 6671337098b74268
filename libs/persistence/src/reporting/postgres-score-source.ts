import type { Actor } from '#libs/access';
import {
  type AgencyHead,
  type FileStanding,
  APOLOGY_FORMS,
  FRONT_RULES,
  type Period,
  SCORE_FACTS,
  SCORE_MARKS,
  type ScoreLimit,
  type ScoreMore,
  type ScorePaper,
  type ScoreRatings,
  type ScoreSession,
  ScoreSource,
  type ScoreStep,
} from '#libs/reporting';
import { type AgencyId, dayOf, type LocalDate } from '#libs/shared';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

type Step = readonly [ScoreStep['mark'], string, LocalDate, string | null, ScoreStep['facts'], ScoreStep['leaderId']];
const STEPS = statement<{ caseId: string; steps: readonly Step[] }>(
  'score.steps',
  'SELECT case_id AS "caseId", steps FROM app.report_score_steps($1, $2, $3)',
);
const PAPERS = statement<ScorePaper>(
  'score.papers',
  `SELECT paper_id AS "paperId", case_id AS "caseId", number_label AS label, issued_on AS "issuedOn", signed_by AS "signedBy"
     FROM app.report_score_papers($1, $2) ORDER BY issued_on, paper_id`,
);
const LIMITS = statement<ScoreLimit>(
  'score.limits',
  `SELECT limit_id AS "limitId", case_id AS "caseId", due_on AS "dueOn", met_on AS "metOn"
     FROM app.report_score_limits($1, $2) ORDER BY due_on, limit_id`,
);
type Opinion = readonly [id: string, raisedOn: LocalDate | null, answeredOn: LocalDate | null];
const SESSIONS = statement<Omit<ScoreSession, 'opinions'> & { opinions: readonly Opinion[] }>(
  'score.sessions',
  `SELECT session_id AS "sessionId", agency_id AS "agencyId", kind, leader_id AS "leaderId", hosted_by AS "hostedBy", held_on AS "heldOn",
          label, people, opinions
     FROM app.report_score_sessions($1) ORDER BY held_on, session_id`,
);
const RATINGS = statement<ScoreRatings>(
  'score.ratings',
  'SELECT agency_id AS "agencyId", score, ratings FROM app.satisfaction_counts($1, $2) ORDER BY agency_id, score',
);
const HEADS = statement<AgencyHead>(
  'score.heads',
  `SELECT u.id, u.full_name AS name, u.agency_id AS "agencyId" FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id
    WHERE u.agency_id = ANY ($1::int[]) AND u.active
      AND CASE a.level WHEN 'commune' THEN 'chairman' WHEN 'province' THEN 'provinceChairman' ELSE 'unitHead' END = ANY (u.roles)
    ORDER BY u.id`,
);

const STANDING = statement<FileStanding>(
  'score.standing',
  `SELECT c.id AS "caseId", u.full_name AS "assigneeName", d.rule_version AS "ruleVersion", d.citation, d.due_on AS "dueOn"
     FROM app.case_file c LEFT JOIN app.app_user u ON u.id = c.assignee_id
     LEFT JOIN LATERAL (SELECT l.rule_version, l.citation, l.due_on FROM app.deadline l
                         WHERE l.case_id = c.id AND l.closed_at IS NULL AND l.statutory AND l.due_on IS NOT NULL
                         ORDER BY l.due_on, l.id LIMIT 1) d ON true
    WHERE c.id = ANY ($1::uuid[])`,
);

export class PostgresScoreSource extends ScoreSource {
  constructor(private readonly runner: TransactionRunner) {
    super();
  }

  override more(actor: Actor, knownAt: Date, { from, to }: Period): Promise<ScoreMore> {
    const known = dayOf(knownAt);
    return this.runner.run(actor, async (tx) => {
      const client = clientOf(tx);
      const steps = await query(client, STEPS, [knownAt, JSON.stringify(SCORE_MARKS), SCORE_FACTS]);
      const sessions = await query(client, SESSIONS, [knownAt]);
      return {
        steps: steps.map(({ caseId, steps: own }) => ({ caseId, steps: own.map(stepOf) })),
        papers: await query(client, PAPERS, [knownAt, APOLOGY_FORMS]),
        limits: await query(client, LIMITS, [knownAt, FRONT_RULES]),
        sessions: sessions.map(({ opinions, ...session }) => ({
          ...session,
          opinions: opinions.map(([id, raisedOn, answeredOn]) => ({ id, raisedOn, answeredOn })),
        })),
        ratings: await query(client, RATINGS, [from, to < known ? to : known]),
      };
    });
  }

  override standing(actor: Actor, caseIds: readonly string[]): Promise<readonly FileStanding[]> {
    return this.runner.run(actor, (tx) => query(clientOf(tx), STANDING, [caseIds]));
  }

  override heads(actor: Actor, agencies: readonly AgencyId[]): Promise<readonly AgencyHead[]> {
    return this.runner.run(actor, (tx) => query(clientOf(tx), HEADS, [agencies]));
  }
}

const stepOf = ([mark, type, on, toStage, facts, leaderId]: Step): ScoreStep => ({
  ...{ mark, type, on, toStage, facts, leaderId },
});
