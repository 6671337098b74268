import { createHash } from 'node:crypto';
import { type AttemptRule, Attempts, LocalAttempts } from '#libs/access';
import type { Pool } from 'pg';
import { queryOne, statement } from '../query.js';

const TAKE = statement<{ may: boolean }>('attempt.take', 'SELECT app.attempt_take($1, $2, $3) AS may');

/**
 * Counts over all processes in one unlogged table; keys are kept as hashes. This process counts first, so that a flood costs the
 * database no more than the limit itself; where the database does not answer, that count is what remains.
 */
export class PostgresAttempts extends Attempts {
  private readonly local = new LocalAttempts();

  constructor(private readonly pool: Pool) {
    super();
  }

  async take(rule: AttemptRule, key: string): Promise<boolean> {
    if (!(await this.local.take(rule, key))) return false;
    const hash = createHash('sha256').update(`${rule.of}\0${key}`).digest();
    return queryOne(this.pool, TAKE, [hash, rule.most, rule.windowMs]).then(
      ({ may }) => may,
      () => true,
    );
  }
}
