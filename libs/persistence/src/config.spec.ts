import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT, projectRoot, readConfig, StartError } from './config.js';

const refusal = (env: Record<string, string>): string => {
  try {
    readConfig(env, '/srv/nghe-dan');
    return 'accepted';
  } catch (error) {
    return error instanceof StartError ? error.message : String(error);
  }
};

describe('readConfig', () => {
  it('needs nothing for a demo on this machine', () => {
    expect(readConfig({}, '/srv/nghe-dan')).toEqual({
      port: 3000,
      host: '127.0.0.1',
      mode: 'demo',
      dataDir: '/srv/nghe-dan/.data',
      databaseUrl: undefined,
      databaseAdminUrl: undefined,
      redisUrl: undefined,
      masterKey: undefined,
      gateways: {},
      signIn: { secondFactor: 'off', networks: [], proxies: [], perMinute: 1_800, provider: undefined },
    });
  });

  it('counts an empty value as absent', () => {
    expect(readConfig({ PORT: '', REDIS_URL: '' }, '/srv')).toMatchObject({ port: 3000, redisUrl: undefined });
  });

  it('takes the same key as base64 and as hex', () => {
    const key = Buffer.alloc(32, 0xa5);
    for (const text of [key.toString('base64'), key.toString('hex'), key.toString('hex').toUpperCase()])
      expect(readConfig({ NGHE_DAN_MODE: 'production', NGHE_DAN_MASTER_KEY: text }).masterKey).toEqual(key);
  });

  it('takes several keys while one is changed for another', () => {
    const keys = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const text = keys.map((key) => key.toString('base64')).join(', ');
    expect(readConfig({ NGHE_DAN_MASTER_KEY: text })).toMatchObject({ masterKey: keys[0], masterKeys: keys });
  });

  it.each([
    [{ PORT: '0' }, 'PORT'],
    [{ PORT: '65536' }, 'PORT'],
    [{ PORT: '80a' }, 'PORT'],
    [{ NGHE_DAN_MODE: 'prod' }, 'NGHE_DAN_MODE'],
    [{ NGHE_DAN_MODE: 'production' }, 'NGHE_DAN_MASTER_KEY'],
    [{ NGHE_DAN_MASTER_KEY: 'short' }, 'NGHE_DAN_MASTER_KEY'],
    [{ NGHE_DAN_MASTER_KEY: `${Buffer.alloc(32, 1).toString('base64')},` }, 'NGHE_DAN_MASTER_KEY'],
    [{ DATABASE_URL: 'mysql://máy/x' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'localhost:5432' }, 'DATABASE_URL'],
    [{ DATABASE_ADMIN_URL: 'postgres://u:p@h/d' }, 'DATABASE_ADMIN_URL'],
    [{ REDIS_URL: 'http://h' }, 'REDIS_URL'],
    [{ NGHE_DAN_PORT: '1' }, 'NGHE_DAN_PORT'],
  ])('refuses %j in one line that names the value', (env, name) => {
    expect(refusal(env as unknown as Record<string, string>)).toContain(name);
    expect(refusal(env as unknown as Record<string, string>)).not.toContain('\n');
  });

  it('never repeats an address, which holds a password', () => {
    expect(refusal({ DATABASE_URL: 'mysql://user:bi-mat@h/d' })).not.toContain('bi-mat');
  });

  it('lists every name it reads', () => {
    const files = ['config.ts', 'sign-in-config.ts'].map((file) =>
      readFileSync(join(import.meta.dirname, file), 'utf8'),
    );
    const named = [...files.join('\n').matchAll(/\benv\.([A-Z_]+)|readUrl\(env, '([A-Z_]+)'|\benv\['([A-Z_]+)'\]/g)];
    const read = new Set(named.map(([, a, b, c]) => a ?? b ?? c));
    expect([...read].sort()).toEqual(Object.keys(ENVIRONMENT).sort());
  });

  it('puts the data beside package.json, wherever the command is called from', () => {
    expect(readConfig({}).dataDir).toBe(join(projectRoot(), '.data'));
  });
});
