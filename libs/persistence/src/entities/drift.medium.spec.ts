import type { DataSource, EntityMetadata } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '#testing/support/postgres';
import { AdministrativeUnitEntity, AppUserEntity, createEntitySource } from './index.js';

describe('entities', () => {
  let db: TestDatabase;
  let source: DataSource;
  beforeAll(async () => {
    db = await createTestDatabase();
    source = await createEntitySource(db.urls.app, 'app').initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await db.drop();
  });

  const ofEntity = ({ columns }: EntityMetadata) =>
    columns
      .map((column) => ({
        name: column.databaseName,
        type: `${source.driver.normalizeType(column)}${column.isArray ? '[]' : ''}`,
        nullable: column.isNullable,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));

  it('have the columns of their tables, no more and no fewer', async () => {
    for (const entity of source.entityMetadatas) {
      const { rows } = await db.admin.query<{ name: string; type: string; nullable: boolean }>(
        `SELECT attname AS name, format_type(atttypid, atttypmod) AS type, NOT attnotnull AS nullable FROM pg_attribute
         WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attname COLLATE "C"`,
        [entity.tablePath],
      );
      expect([entity.tableName, ofEntity(entity)]).toEqual([entity.tableName, rows]);
    }
  });

  it('read as the app role, days as text and without password hashes', async () => {
    const user = await source
      .getRepository(AppUserEntity)
      .findOneOrFail({ where: { username: 'lanhdao' }, relations: { agency: true } });
    expect(user).toMatchObject({
      fullName: 'Phạm Quốc Cường',
      roles: ['chairman'],
      agency: { code: 'XA-TANTHANH', validFrom: '2025-07-01' },
    });
    expect(user.passwordHash).toBeUndefined();
    expect(await source.getRepository(AdministrativeUnitEntity).findBy({ code: '75' })).toHaveLength(2);
    await expect(source.query('DELETE FROM app.agency')).rejects.toThrow('permission denied');
  });
});
