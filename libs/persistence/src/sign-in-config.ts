import { BlockList, isIP } from 'node:net';

/** How people may come in, beside name and password. */
export interface SignInConfig {
  /** Who must have a second factor: nobody, or administrators. Whoever comes from outside the networks always must. */
  readonly secondFactor: 'off' | 'administrators';
  /** The agencies' own networks as CIDR; empty: no address counts as outside. */
  readonly networks: readonly string[];
  /** Reverse proxies whose word on the client's address counts; empty: every machine of a private network. */
  readonly proxies: readonly string[];
  /** Requests a minute that one account may send to one process. */
  readonly perMinute: number;
  readonly provider: ProviderConfig | undefined;
}

/** An OpenID Connect provider whose people are linked to accounts by an administrator. */
export interface ProviderConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** The address of this system that the provider sends people back to, as registered there. */
  readonly redirectUri: string;
  /** Written on the button. */
  readonly label: string;
}

export const SIGN_IN_ENVIRONMENT = {
  NGHE_DAN_SECOND_FACTOR:
    'Ai phải dùng mã xác thực thứ hai: administrators (mặc định khi chạy thật) hoặc off (mặc định khi dùng thử)',
  NGHE_DAN_NETWORKS:
    'Mạng của cơ quan, dạng CIDR cách nhau bằng dấu phẩy (10.0.0.0/8,2001:db8::/32); ngoài mạng phải dùng mã xác thực; bỏ trống: không phân biệt',
  NGHE_DAN_PROXIES:
    'Máy chủ proxy đứng trước api, dạng CIDR cách nhau bằng dấu phẩy; bỏ trống: mọi máy trong mạng riêng được tin',
  NGHE_DAN_ACCOUNT_PER_MINUTE:
    'Số yêu cầu mỗi phút một tài khoản được gửi tới một tiến trình api, từ 60 đến 1000000 (mặc định 1800)',
  OIDC_ISSUER: 'Nhà cung cấp đăng nhập OpenID Connect; bỏ trống: chỉ đăng nhập bằng mật khẩu',
  OIDC_CLIENT_ID: 'Mã ứng dụng tại nhà cung cấp; bắt buộc khi có OIDC_ISSUER',
  OIDC_CLIENT_SECRET: 'Khóa bí mật của ứng dụng; bỏ trống: ứng dụng công khai, chỉ dùng PKCE',
  OIDC_REDIRECT_URI: 'Địa chỉ https://…/api/v1/auth/oidc/callback đã đăng ký; bắt buộc khi có OIDC_ISSUER',
  OIDC_LABEL: 'Chữ trên nút đăng nhập (mặc định "tài khoản dùng chung của tỉnh")',
} as const;
type Name = keyof typeof SIGN_IN_ENVIRONMENT;
type Environment = Readonly<Record<string, string | undefined>>;
type Refuse = (name: Name, why: string) => never;

const PER_MINUTE = 1_800;
const OTHERS: readonly Name[] = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_REDIRECT_URI', 'OIDC_LABEL'];
const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

export function readSignIn(env: Environment, mode: 'demo' | 'production', refuse: Refuse): SignInConfig {
  const wanted = env['NGHE_DAN_SECOND_FACTOR'] ?? (mode === 'demo' ? 'off' : 'administrators');
  if (wanted !== 'off' && wanted !== 'administrators')
    return refuse('NGHE_DAN_SECOND_FACTOR', `chỉ nhận off hoặc administrators, nhận được ${JSON.stringify(wanted)}`);
  const networks = listed(env['NGHE_DAN_NETWORKS'], (why) => refuse('NGHE_DAN_NETWORKS', why));
  const proxies = listed(env['NGHE_DAN_PROXIES'], (why) => refuse('NGHE_DAN_PROXIES', why));
  const perMinute = readPerMinute(env['NGHE_DAN_ACCOUNT_PER_MINUTE'], refuse);
  return { secondFactor: wanted, networks, proxies, perMinute, provider: readProvider(env, refuse) };
}

function readPerMinute(text: string | undefined, refuse: Refuse): number {
  const count = text === undefined ? PER_MINUTE : /^\d{2,7}$/.test(text) ? Number(text) : 0;
  return count >= 60 && count <= 1_000_000
    ? count
    : refuse('NGHE_DAN_ACCOUNT_PER_MINUTE', `cần một số từ 60 đến 1000000, nhận được ${JSON.stringify(text)}`);
}

function listed(text: string | undefined, refuse: (why: string) => never): string[] {
  const all = (text ?? '').split(',').flatMap((one) => one.trim() || []);
  const wrong = all.find((one) => !cidr(one));
  return wrong === undefined ? all : refuse(`${JSON.stringify(wrong)} không phải mạng dạng 10.0.0.0/8`);
}

function readProvider(env: Environment, refuse: Refuse): ProviderConfig | undefined {
  const issuer = env['OIDC_ISSUER'];
  if (issuer === undefined) {
    const lonely = OTHERS.find((name) => env[name] !== undefined);
    return lonely === undefined ? undefined : refuse(lonely, 'chỉ dùng cùng OIDC_ISSUER');
  }
  const clientId = env['OIDC_CLIENT_ID'] ?? refuse('OIDC_CLIENT_ID', 'bắt buộc khi có OIDC_ISSUER');
  const redirectUri = env['OIDC_REDIRECT_URI'] ?? refuse('OIDC_REDIRECT_URI', 'bắt buộc khi có OIDC_ISSUER');
  for (const [name, text] of [
    ['OIDC_ISSUER', issuer],
    ['OIDC_REDIRECT_URI', redirectUri],
  ] as const)
    if (!isSafeAddress(text)) refuse(name, 'cần địa chỉ https:// (http:// chỉ dùng với localhost)');
  if (!new URL(redirectUri).pathname.endsWith('/api/v1/auth/oidc/callback'))
    refuse('OIDC_REDIRECT_URI', 'phải kết thúc bằng /api/v1/auth/oidc/callback');
  const label = env['OIDC_LABEL'] ?? 'tài khoản dùng chung của tỉnh';
  return { issuer, clientId, clientSecret: env['OIDC_CLIENT_SECRET'], redirectUri, label: label.slice(0, 60) };
}

function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && LOCAL.has(hostname));
}

function cidr(text: string): { address: string; bits: number; family: 'ipv4' | 'ipv6' } | null {
  const [address = '', bits = '', more] = text.split('/');
  const version = isIP(address);
  const count = /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
  if (version === 0 || more !== undefined || count < 0 || count > (version === 4 ? 32 : 128)) return null;
  return { address, bits: count, family: version === 4 ? 'ipv4' : 'ipv6' };
}

/** Answers whether an address is outside all of the networks; with none given, no address is. */
export function outsideOf(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const one of networks.map(cidr)) if (one) list.addSubnet(one.address, one.bits, one.family);
  return (address) => {
    if (networks.length === 0) return false;
    const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
    const version = isIP(plain);
    return version === 0 || !list.check(plain, version === 4 ? 'ipv4' : 'ipv6');
  };
}
