import type { Actor } from '#libs/access';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

export interface UserSetting {
  readonly key: string;
  readonly value: unknown;
}

const ALL = statement<UserSetting>('setting.all', 'SELECT key, value FROM app.user_setting ORDER BY key');
const PUT = statement<object>(
  'setting.put',
  `INSERT INTO app.user_setting (user_id, key, value) VALUES ($1, $2, $3::jsonb)
   ON CONFLICT (user_id, key) DO UPDATE SET value = excluded.value, changed_at = now()`,
);
const DROP = statement<object>('setting.drop', 'DELETE FROM app.user_setting WHERE key = $1');

/** What a person has chosen about the screens; row security shows each their own. */
export class UserSettings {
  constructor(private readonly transactions: TransactionRunner) {}

  all(actor: Actor): Promise<UserSetting[]> {
    return this.transactions.run(actor, (tx) => query(clientOf(tx), ALL));
  }

  /** False where it is more than a person may keep under one key, as the database reckons: many small values weigh more than their text. */
  async put(actor: Actor, { key, value }: UserSetting): Promise<boolean> {
    const values = [actor.userId, key, JSON.stringify(value)];
    return this.transactions
      .run(actor, (tx) => query(clientOf(tx), PUT, values))
      .then(
        () => true,
        (error: unknown) => {
          if ((error as { constraint?: unknown }).constraint === 'user_setting_value_check') return false;
          throw error;
        },
      );
  }

  async drop(actor: Actor, key: string): Promise<void> {
    await this.transactions.run(actor, (tx) => query(clientOf(tx), DROP, [key]));
  }
}
