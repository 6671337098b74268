import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../..');

describe('the web client', () => {
  it('is generated from the OpenAPI document that stands beside it', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(repository, 'node_modules/openapi-typescript/bin/cli.js'), 'apps/api/openapi.json'],
      { cwd: repository, encoding: 'utf8', maxBuffer: 20_000_000 },
    );
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.trim()).toBe(readFileSync(join(repository, 'apps/web/src/api/schema.d.ts'), 'utf8').trim());
  });
});
