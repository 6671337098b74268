import { timingSafeEqual } from 'node:crypto';
import * as openid from 'openid-client';
import { notLinked, type SignIn } from '#libs/access';
import type { PostgresOutsideIdentities, ProviderConfig } from '#libs/persistence';
import { AppError } from '#libs/shared';
import { log } from '../http/log.js';
import { type OutsideReturn, OutsideSignIn, type OutsideStart } from './outside-sign-in.js';

/** What a provider says when it has seen more than a password (RFC 8176). */
const STRONG: readonly string[] = ['mfa', 'otp', 'hwk', 'swk', 'sc', 'fpt', 'face'];
const PATIENCE_S = 10;

export interface OpenIdParts {
  readonly provider: ProviderConfig | undefined;
  readonly identities: PostgresOutsideIdentities;
  readonly signIn: SignIn;
}

/** Authorization code with PKCE, state bound to the browser, nonce bound to the token. */
export class OpenIdSignIn extends OutsideSignIn {
  private discovered: Promise<openid.Configuration> | undefined;

  constructor(private readonly parts: OpenIdParts) {
    super();
  }

  get label(): string | null {
    return this.parts.provider?.label ?? null;
  }
  get issuer(): string | null {
    return this.parts.provider?.issuer ?? null;
  }

  async start(): Promise<OutsideStart> {
    const { redirectUri } = this.provider();
    const config = await this.configuration();
    const [verifier, state, nonce] = [openid.randomPKCECodeVerifier(), openid.randomState(), openid.randomNonce()];
    await this.parts.identities.begin(state, { nonce, verifier });
    const url = openid.buildAuthorizationUrl(config, {
      ...{ redirect_uri: redirectUri, scope: 'openid', state, nonce },
      ...{ code_challenge: await openid.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
    });
    return { url: url.href, state };
  }

  async finish({ query, state, address, userAgent }: OutsideReturn): Promise<string> {
    const { redirectUri, issuer } = this.provider();
    const came = new URLSearchParams(query).get('state') ?? '';
    if (state === undefined || !sameText(state, came)) throw notFromHere();
    const begun = await this.parts.identities.take(state);
    if (!begun) throw notFromHere();
    const claims = await this.claims(new URL(`${redirectUri}?${query}`), { ...begun, state });
    const username = await this.parts.identities.account(issuer, claims.sub);
    if (username === null) throw notLinked();
    const strong = Array.isArray(claims['amr']) && claims['amr'].some((one) => STRONG.includes(String(one)));
    return (await this.parts.signIn.openFor(username, { address, userAgent, strong })).token;
  }

  private async claims(
    url: URL,
    { nonce, verifier, state }: { nonce: string; verifier: string; state: string },
  ): Promise<openid.IDToken> {
    const config = await this.configuration();
    const answer = await openid
      .authorizationCodeGrant(config, url, {
        ...{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true },
      })
      .catch((error: unknown) => {
        // The class and code of the library's error; its words may repeat the code or the token.
        log('warn', 'oidc', { code: String((error as { code?: unknown }).code ?? (error as Error).name) });
        throw refused();
      });
    const claims = answer.claims();
    if (!claims) throw refused();
    return claims;
  }

  private provider(): ProviderConfig {
    const { provider } = this.parts;
    if (!provider) throw noProvider();
    return provider;
  }

  /** Asked when first needed, so that the system starts without its provider; asked again after a failure. */
  private configuration(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.provider();
    const server = new URL(issuer);
    const options = {
      timeout: PATIENCE_S,
      // Only this machine may speak plain HTTP; readSignIn has refused it for anybody else.
      ...(server.protocol === 'http:' ? { execute: [openid.allowInsecureRequests] } : {}),
    };
    this.discovered ??= openid
      .discovery(server, clientId, clientSecret, clientSecret === undefined ? openid.None() : undefined, options)
      .catch((error: unknown) => {
        this.discovered = undefined;
        log('warn', 'oidc', { code: String((error as { code?: unknown }).code ?? (error as Error).name) });
        throw unreachable();
      });
    return this.discovered;
  }
}

const sameText = (a: string, b: string): boolean => {
  const [one, two] = [Buffer.from(a), Buffer.from(b)];
  return one.length === two.length && timingSafeEqual(one, two);
};

type Words = readonly [title: string, detail: string];
const problem = (status: number, code: string, [title, detail]: Words): AppError =>
  new AppError({ status, code, title, detail });
const noProvider = (): AppError =>
  problem(404, 'AUTH.NO_PROVIDER', [
    'Không dùng đăng nhập ngoài',
    'Hệ thống này chỉ đăng nhập bằng tài khoản cấp ở đây.',
  ]);
const notFromHere = (): AppError =>
  problem(400, 'AUTH.PROVIDER_STATE', [
    'Lượt đăng nhập này không còn dùng được',
    'Lượt đăng nhập đã dùng, đã quá mười phút, hoặc không bắt đầu từ trình duyệt này. Hãy đăng nhập lại.',
  ]);
const refused = (): AppError =>
  problem(403, 'AUTH.PROVIDER_REFUSED', [
    'Nhà cung cấp không xác nhận',
    'Nhà cung cấp đăng nhập không xác nhận lượt này, hoặc trả lời không hợp lệ. Hãy đăng nhập lại.',
  ]);
const unreachable = (): AppError =>
  problem(503, 'AUTH.PROVIDER_AWAY', [
    'Nhà cung cấp đăng nhập không trả lời',
    'Hãy thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu.',
  ]);
