import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isForLooking, NAMED_OPERATIONS, rolesOf, targetOf } from './operation-rights.js';

const { paths } = JSON.parse(readFileSync(join(import.meta.dirname, '../../openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, unknown>>;
};
const described = new Set(
  Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
  ),
);

describe('rights of operations', () => {
  it('name operations of the document only, each once', () => {
    expect(NAMED_OPERATIONS.filter((name) => !described.has(name))).toEqual([]);
    expect(NAMED_OPERATIONS.length).toBe(new Set(NAMED_OPERATIONS).size);
  });

  it('leave to a role that only looks its own things, its checks, and reading', () => {
    expect(isForLooking('GET /petitions')).toBe(true);
    expect(isForLooking('POST /inspections')).toBe(true);
    expect(isForLooking('POST /me/second-factor')).toBe(true);
    expect(isForLooking('POST /petitions')).toBe(false);
    // An operation that nobody has thought of yet is closed to it.
    expect(isForLooking('POST /something-new')).toBe(false);
    expect(rolesOf('POST /petitions')).not.toContain('inspector');
  });

  it('know what the id in a path names', () => {
    expect(targetOf('POST /petitions/{id}/void')).toBe('petition');
    expect(targetOf('POST /petitions')).toBeNull();
    expect(targetOf('POST /administration/agencies/{code}/details')).toBe('administeredAgency');
  });
});
