import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildOpenApi } from './openapi.js';

type Operation = {
  operationId: string;
  summary?: string;
  responses: Record<string, { content?: Record<string, unknown> }>;
  security?: unknown[];
  parameters?: { name: string; description?: string }[];
};

/** Names that the public contract fixes. */
const FIXED = [
  'post /api/v1/auth/login',
  'get /api/v1/me',
  'post /api/v1/petitions',
  'get /api/v1/petitions',
  'get /api/v1/petitions/{id}',
  'get /api/v1/case-files',
  'get /api/v1/case-files/{id}',
  'get /api/v1/case-files/{id}/events/available',
  'post /api/v1/case-files/{id}/events',
  'get /api/v1/case-files/{id}/timeline',
  'get /api/v1/case-files/{id}/deadlines',
  'get /api/v1/case-files/{id}/documents',
  'get /api/v1/boards/overdue',
  'get /api/v1/boards/summary',
  'get /api/v1/public/status/{lookupCode}',
  'get /api/v1/audit/head',
  'get /api/v1/audit/events/{id}/proof',
  'get /livez',
  'get /readyz',
  'get /metrics',
];

describe('OpenAPI', () => {
  const committed = JSON.parse(readFileSync(join(import.meta.dirname, '../openapi.json'), 'utf8')) as {
    openapi: string;
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, { properties?: Record<string, { description?: string; $ref?: string }> }> };
  };
  const operations = Object.entries(committed.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
  );

  it('is the committed document', async () => {
    expect(JSON.parse(JSON.stringify(await buildOpenApi()))).toEqual(committed);
  });

  it('is 3.1 and has every fixed name', () => {
    expect(committed.openapi).toBe('3.1.0');
    expect(operations.map(({ name }) => name)).toEqual(expect.arrayContaining(FIXED));
    expect(JSON.stringify(committed)).not.toContain('"nullable"');
  });

  it('says in Vietnamese what each operation and each field is for, and that each may answer a problem', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { name, operation } of operations)
      expect([name, Boolean(operation.summary), 'default' in operation.responses]).toEqual([name, true, true]);
    const silent = Object.entries(committed.components.schemas).flatMap(([schema, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, property]) => !property.description && !property.$ref)
        .map(([property]) => `${schema}.${property}`),
    );
    expect(silent).toEqual([]);
  });

  it('asks for a session everywhere but where no account can be had', () => {
    expect(
      operations
        .filter(({ operation }) => !operation.security)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      'get /api/v1/app-info',
      'get /api/v1/auth/oidc/callback',
      'get /api/v1/auth/oidc/start',
      'get /api/v1/public/figures',
      'get /api/v1/public/filings/options',
      'get /api/v1/public/status/{lookupCode}',
      'get /livez',
      'get /metrics',
      'get /readyz',
      'post /api/v1/auth/login',
      'post /api/v1/public/filings',
      'put /api/v1/public/status/{lookupCode}/rating',
    ]);
  });
});
