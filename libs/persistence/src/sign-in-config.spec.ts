import { readConfig, StartError } from './config.js';
import { outsideOf } from './sign-in-config.js';

const PROVIDER = {
  OIDC_ISSUER: 'https://sso.tinh.example',
  OIDC_CLIENT_ID: 'nghe-dan',
  OIDC_REDIRECT_URI: 'https://nghedan.tinh.example/api/v1/auth/oidc/callback',
};
const read = (env: Record<string, string>) => readConfig(env, '/srv').signIn;
const refusal = (env: Record<string, string>): string => {
  try {
    read(env);
    return 'accepted';
  } catch (error) {
    return error instanceof StartError ? error.message : String(error);
  }
};

describe('how people may sign in', () => {
  it('asks administrators for a second factor in production, and nobody in a demo', () => {
    const key = { NGHE_DAN_MASTER_KEY: 'a5'.repeat(32) };
    expect(read({}).secondFactor).toBe('off');
    expect(read({ NGHE_DAN_MODE: 'production', ...key }).secondFactor).toBe('administrators');
    expect(read({ NGHE_DAN_MODE: 'production', NGHE_DAN_SECOND_FACTOR: 'off', ...key }).secondFactor).toBe('off');
  });

  it('knows an address of the agencies’ own networks from one outside', () => {
    const outside = outsideOf(read({ NGHE_DAN_NETWORKS: '10.0.0.0/8, 192.168.7.0/24,2001:db8::/32' }).networks);
    expect(['10.20.30.40', '192.168.7.9', '::ffff:10.1.1.1', '2001:db8::1'].map(outside)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(['11.0.0.1', '192.168.8.9', '2001:db9::1', 'không phải địa chỉ'].map(outside)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(outsideOf([])('11.0.0.1')).toBe(false);
  });

  it('takes a provider whole, or none', () => {
    expect(read({}).provider).toBeUndefined();
    expect(read(PROVIDER).provider).toMatchObject({ issuer: PROVIDER.OIDC_ISSUER, clientSecret: undefined });
  });

  it.each([
    [{ NGHE_DAN_SECOND_FACTOR: 'everybody' }, 'NGHE_DAN_SECOND_FACTOR'],
    [{ NGHE_DAN_NETWORKS: '10.0.0.0' }, 'NGHE_DAN_NETWORKS'],
    [{ NGHE_DAN_NETWORKS: '10.0.0.0/33' }, 'NGHE_DAN_NETWORKS'],
    [{ NGHE_DAN_PROXIES: 'proxy.local' }, 'NGHE_DAN_PROXIES'],
    [{ NGHE_DAN_ACCOUNT_PER_MINUTE: '59' }, 'NGHE_DAN_ACCOUNT_PER_MINUTE'],
    [{ NGHE_DAN_ACCOUNT_PER_MINUTE: 'nhiều' }, 'NGHE_DAN_ACCOUNT_PER_MINUTE'],
    [{ OIDC_CLIENT_ID: 'x' }, 'OIDC_CLIENT_ID'],
    [{ OIDC_ISSUER: PROVIDER.OIDC_ISSUER }, 'OIDC_CLIENT_ID'],
    [{ ...PROVIDER, OIDC_ISSUER: 'http://sso.tinh.example' }, 'OIDC_ISSUER'],
    [{ ...PROVIDER, OIDC_REDIRECT_URI: 'https://nghedan.tinh.example/' }, 'OIDC_REDIRECT_URI'],
  ])('refuses %j in one line that names the value', (env, name) => {
    expect(refusal(env as unknown as Record<string, string>)).toContain(name);
    expect(refusal(env as unknown as Record<string, string>)).not.toContain('\n');
  });
});
