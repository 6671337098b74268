import { checkMigration } from '#libs/procedure';
import { MIGRATIONS } from './migrations.js';
import { procedures } from './registry.js';

describe('the way from one version to the next', () => {
  it.each(MIGRATIONS.map((one) => [`${one.procedure} ${one.from} → ${one.to}`, one] as const))(
    'is total: %s',
    (_name, migration) => {
      const { procedure, from, to } = migration;
      const pair = { from: procedures.get(procedure, from), to: procedures.get(procedure, to) };
      expect(checkMigration(migration, pair)).toEqual([]);
    },
  );

  it('is there for every version that has a newer one', () => {
    const pairs = procedures
      .all()
      .map(({ name, version }) => [name, version, version + 1] as const)
      .filter(([name, , next]) => procedures.find(`${name}@${next}`));
    const known = MIGRATIONS.map(({ procedure, from, to }) => `${procedure} ${from} ${to}`);
    expect(pairs.filter(([name, from, to]) => !known.includes(`${name} ${from} ${to}`))).toEqual([]);
  });
});
