import { verifyAll } from '#libs/audit';
import { createTestDatabase, type TestDatabase } from '#testing/support/postgres';
import { PostgresAccounts } from '../access/postgres-accounts.js';
import { PostgresLedgerArchive } from '../audit/postgres-ledger-archive.js';
import { migrate } from '../migrations/migrate.js';
import { seedReference } from '../seeds/seed-reference.js';
import { TransactionRunner } from '../transaction.js';
import { createFirstAdministrator } from './first-administrator.js';

const FIRST = {
  ...{ username: 'quantri', fullName: 'Đỗ Thành Nam', agencyCode: 'H14', agencyName: 'Ủy ban nhân dân tỉnh' },
  ...{ unitCode: null, passwordHash: 'x' },
};

describe('a new installation', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase({ template: 'empty' });
    await migrate({ adminUrl: db.urls.admin });
    await seedReference(db.admin, 'production');
  });
  afterAll(() => db.drop());

  it('takes one first administrator, of two that come at once, and tells it in the ledger', async () => {
    const answers = await Promise.allSettled([
      createFirstAdministrator(db.connections, FIRST),
      createFirstAdministrator(db.connections, { ...FIRST, username: 'quantri2' }),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(createFirstAdministrator(db.connections, { ...FIRST, username: 'quantri3' })).rejects.toMatchObject({
      code: 'USER.ADMINISTRATOR_EXISTS',
    });
    const { rows } = await db.admin.query<{ id: number }>('SELECT id FROM app.app_user');
    expect(rows).toHaveLength(1);
    const actor = await new PostgresAccounts(db.app, new TransactionRunner(db.connections)).actor(rows[0]!.id as never);
    expect(actor).toMatchObject({ roles: ['administrator'], mustChangePassword: true });
    expect(actor?.agencyId).toBe(actor?.provinceId);
    const report = await new PostgresLedgerArchive(db.connections).read(verifyAll);
    expect(report).toMatchObject({ events: 1, findings: [] });
  });

  it('refuses names that no sign-in could have', async () => {
    await expect(createFirstAdministrator(db.connections, { ...FIRST, username: 'Quản Trị' })).rejects.toMatchObject({
      code: 'USER.INVALID',
    });
  });
});
