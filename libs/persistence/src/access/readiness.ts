import type { Pool } from 'pg';
import { whyNotReady } from '../seeds/seed-reference.js';

export type Readiness = Readonly<Record<'database' | 'migrations' | 'reference', string>>;

/** Each part `ok`, or a sentence on what is missing. */
export async function readiness(pool: Pool): Promise<Readiness> {
  try {
    const missing = await whyNotReady(pool);
    if (missing === 'migrations') return { database: 'ok', migrations: 'chưa nâng cấp xong', reference: 'chưa biết' };
    return {
      database: 'ok',
      migrations: 'ok',
      reference: missing === null ? 'ok' : 'chưa có danh mục đơn vị, cơ quan, người dùng',
    };
  } catch {
    return { database: 'không kết nối được', migrations: 'chưa biết', reference: 'chưa biết' };
  }
}
