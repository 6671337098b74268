import type pg from 'pg';

/** The roles, as groups where nobody made logins of them. They belong to the server, not to a database. */
const ROLES = `
DO $$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['nghedan_owner', 'nghedan_app', 'nghedan_worker'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', r);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database's first start was quicker
      END;
    END IF;
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AND NOT pg_has_role(current_user, r, 'SET') THEN
      EXECUTE format('GRANT %I TO current_user WITH INHERIT TRUE, SET TRUE', r);
    END IF;
  END LOOP;
END $$`;

const DATABASE = [
  'CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public',
  'CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public',
  'CREATE EXTENSION IF NOT EXISTS btree_gin SCHEMA public',
  `DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO nghedan_owner', current_database()); END $$`,
  `DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$`,
  'REVOKE CREATE ON SCHEMA public FROM PUBLIC',
  'CREATE SCHEMA IF NOT EXISTS app AUTHORIZATION nghedan_owner',
];

/** What needs the administrator and comes before the first migration. Runs any number of times. */
export async function bootstrap(admin: pg.Client): Promise<void> {
  await admin.query(ROLES);
  for (const text of DATABASE) await admin.query(text);
}

/** BullMQ's tables belong to the owner; both runtime roles put jobs in and take them out. */
export async function grantQueueSchema(owner: pg.Client): Promise<void> {
  await owner.query(`
    GRANT USAGE ON SCHEMA bullmq TO nghedan_app, nghedan_worker;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq TO nghedan_app, nghedan_worker;
    GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA bullmq TO nghedan_app, nghedan_worker;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO nghedan_app, nghedan_worker`);
}
