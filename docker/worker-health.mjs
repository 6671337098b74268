// The worker serves no HTTP. It is well while it holds sessions on the database besides the one that asks.
import pg from 'pg';

const client = new pg.Client({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 3_000 });
try {
  await client.connect();
  const { rows } = await client.query(
    'SELECT count(*)::int AS sessions FROM pg_stat_activity WHERE usename = current_user AND pid <> pg_backend_pid()',
  );
  process.exitCode = rows[0].sessions > 0 ? 0 : 1;
} catch {
  process.exitCode = 1;
} finally {
  await client.end().catch(() => undefined);
}
