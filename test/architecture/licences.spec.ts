import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
/** What the check says of packages that are not installed here. */
function said(packages: readonly object[]): string[] {
  const script = `import { forbidden } from './tools/licences.mjs'; console.log(JSON.stringify(forbidden(${JSON.stringify(packages)})));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
  });
  return JSON.parse(stdout) as string[];
}
const one = (licence: string | null, dev = false) => ({ name: 'thing', version: '1.0.0', licence, dev });

describe('the licence check', () => {
  it('lets through what the list allows, one side of an OR, both sides of an AND', () => {
    expect(said(['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT'].map((licence) => one(licence)))).toEqual([]);
    expect(said([one('MPL-2.0', true)])).toEqual([]);
  });

  it('refuses what it does not know, what binds our own code, what is for tools only, and silence', () => {
    for (const licence of ['GPL-3.0', 'AGPL-3.0-only', 'MIT AND GPL-2.0', 'SEE LICENSE IN LICENSE', 'MPL-2.0', null])
      expect([licence, said([one(licence)]).length]).toEqual([licence, 1]);
  });
});
