import { createTestDatabase, type TestDatabase } from '#testing/support/postgres';

describe('database roles', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db.drop());

  it('lets the app role neither change nor remove an event', async () => {
    await expect(db.app.query(`UPDATE app.case_event SET type = 'x'`)).rejects.toThrow('permission denied');
    await expect(db.app.query(`DELETE FROM app.case_event`)).rejects.toThrow('permission denied');
    await expect(db.worker.query(`UPDATE app.case_event SET type = 'x'`)).rejects.toThrow('permission denied');
    await expect(db.worker.query(`DELETE FROM app.case_event`)).rejects.toThrow('permission denied');
    await expect(db.app.query(`TRUNCATE app.case_event`)).rejects.toThrow('permission denied');
  });
});
