import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { AppError } from '#libs/shared';
import { readSignIn, SIGN_IN_ENVIRONMENT, type SignInConfig } from './sign-in-config.js';

export type RunMode = 'demo' | 'production';

export interface Config {
  readonly port: number;
  /** Demo listens on this machine only. */
  readonly host: string;
  readonly mode: RunMode;
  /** Folder of the embedded database, its passwords, keys and files. Absolute. */
  readonly dataDir: string;
  /** Login of the process itself (app or worker); absent: the embedded server. */
  readonly databaseUrl: string | undefined;
  /** Login of the owner: migrations, partitions, backup. */
  readonly databaseAdminUrl: string | undefined;
  /** Absent: BullMQ keeps its jobs in PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** 32 bytes; absent only in demo, where a key is generated beside the data. */
  readonly masterKey: Buffer | undefined;
  /** All that are given, the one above first; more than one while the key is changed. */
  readonly masterKeys: readonly Buffer[] | undefined;
  readonly gateways: GatewayAddresses;
  readonly signIn: SignInConfig;
}

/** Where messages leave the house; what is absent is only written down (dry run). */
export interface GatewayAddresses {
  readonly smtp: string | undefined;
  readonly mailFrom: string | undefined;
  readonly sms: string | undefined;
  readonly zalo: string | undefined;
  /** A relay to the national database; absent: packages lie in a folder. */
  readonly national: string | undefined;
}

/** Every environment name the product reads, with what it means and its default. */
export const ENVIRONMENT = {
  PORT: 'Cổng HTTP của api (mặc định 3000)',
  DATABASE_URL: 'PostgreSQL sẵn có, tài khoản nghedan_app hoặc nghedan_worker; bỏ trống: dùng PostgreSQL kèm theo',
  DATABASE_ADMIN_URL: 'Tài khoản chủ sở hữu lược đồ: chạy migrate, tạo phân vùng, sao lưu',
  REDIS_URL: 'Redis cho hàng đợi; bỏ trống: hàng đợi nằm trong PostgreSQL',
  NGHE_DAN_DATA: 'Thư mục dữ liệu (mặc định .data/)',
  NGHE_DAN_MASTER_KEY:
    'Khóa chính 32 byte, viết base64 hoặc 64 ký tự hex; bắt buộc khi chạy thật; lúc thay khóa: khóa cũ và khóa mới, cách nhau dấu phẩy',
  NGHE_DAN_MODE: 'demo (mặc định) hoặc production',
  NGHE_DAN_SMTP_URL: 'Máy chủ thư smtp:// hoặc smtps://; bỏ trống: thư chỉ ghi ra tệp, không gửi',
  NGHE_DAN_MAIL_FROM: 'Địa chỉ người gửi của thư; bắt buộc khi có NGHE_DAN_SMTP_URL',
  NGHE_DAN_SMS_URL: 'Cổng SMS https:// (POST JSON {to, text}, mã truy cập đặt trước @); bỏ trống: chỉ ghi ra tệp',
  NGHE_DAN_ZALO_URL: 'Cổng Zalo https://, như cổng SMS; bỏ trống: chỉ ghi ra tệp',
  NGHE_DAN_NATIONAL_URL:
    'Cổng trung gian đến Cơ sở dữ liệu quốc gia https:// (quy ước của phần mềm này, mã truy cập đặt trước @); bỏ trống: gói nằm trong thư mục',
  ...SIGN_IN_ENVIRONMENT,
} as const;
export type EnvironmentName = keyof typeof ENVIRONMENT;

/** A start that cannot go on; `message` is one line in Vietnamese for the person at the terminal. */
export class StartError extends AppError {
  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super({ code: 'START.REFUSED', status: 503, title: 'Không khởi động được', detail: message, cause: options.cause });
    this.name = 'StartError';
    this.message = message;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const refuse = (name: EnvironmentName, why: string): never => {
  throw new StartError(`Biến môi trường ${name} không dùng được: ${why}.`);
};

function readPort(text: string | undefined): number {
  if (text === undefined) return 3000;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535)
    refuse('PORT', `cần một số từ 1 đến 65535, nhận được ${JSON.stringify(text)}`);
  return port;
}

/** The value is never repeated in the message: it holds a password. */
function readUrl(env: Environment, name: EnvironmentName, protocols: readonly string[]): string | undefined {
  const text = env[name];
  if (text === undefined) return undefined;
  const wanted = protocols.map((protocol) => `${protocol}//`).join(' hoặc ');
  const url = URL.canParse(text) ? new URL(text) : refuse(name, `không phải địa chỉ dạng ${wanted}máy:cổng/…`);
  if (!protocols.includes(url.protocol) || url.hostname === '') refuse(name, `cần địa chỉ bắt đầu bằng ${wanted}`);
  return text;
}

function readMode(text: string | undefined): RunMode {
  if (text === undefined) return 'demo';
  return text === 'demo' || text === 'production'
    ? text
    : refuse('NGHE_DAN_MODE', `chỉ nhận demo hoặc production, nhận được ${JSON.stringify(text)}`);
}

/** How often a running process looks whether the master key is being changed. */
export const KEY_LOOK_MS = 2_000;

function readMasterKeys(text: string | undefined, mode: RunMode): readonly Buffer[] | undefined {
  if (text === undefined) {
    if (mode === 'demo') return undefined;
    return refuse('NGHE_DAN_MASTER_KEY', 'bắt buộc khi NGHE_DAN_MODE=production (32 byte, base64 hoặc hex)');
  }
  return text.split(',').map((part) => readMasterKey(part.trim()));
}

function readMasterKey(text: string): Buffer {
  const key = /^[0-9a-f]{64}$/i.test(text)
    ? Buffer.from(text, 'hex')
    : /^[A-Za-z0-9+/]{43}=$/.test(text)
      ? Buffer.from(text, 'base64')
      : undefined;
  return key ?? refuse('NGHE_DAN_MASTER_KEY', 'cần đúng 32 byte, viết base64 (44 ký tự) hoặc hex (64 ký tự)');
}

function readGateways(env: Environment): GatewayAddresses {
  const smtp = readUrl(env, 'NGHE_DAN_SMTP_URL', ['smtp:', 'smtps:']);
  const mailFrom = env.NGHE_DAN_MAIL_FROM;
  if (smtp !== undefined && mailFrom === undefined) refuse('NGHE_DAN_MAIL_FROM', 'bắt buộc khi có NGHE_DAN_SMTP_URL');
  return {
    ...{ smtp, mailFrom },
    sms: readUrl(env, 'NGHE_DAN_SMS_URL', ['http:', 'https:']),
    zalo: readUrl(env, 'NGHE_DAN_ZALO_URL', ['http:', 'https:']),
    national: readUrl(env, 'NGHE_DAN_NATIONAL_URL', ['http:', 'https:']),
  };
}

/** The folder of package.json, wherever the command was called from: `.data/` lies there. */
export function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

/**
 * Reads and checks the environment. An empty value counts as absent.
 * @throws StartError naming the value and the reason.
 */
export function readConfig(environment: Environment = process.env, folder = projectRoot()): Config {
  const env = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const unknown = Object.keys(env).find((name) => name.startsWith('NGHE_DAN_') && !(name in ENVIRONMENT));
  if (unknown !== undefined) {
    const known = Object.keys(ENVIRONMENT).filter((name) => name.startsWith('NGHE_DAN_'));
    throw new StartError(`Không có biến môi trường tên ${unknown}; các tên có thể dùng: ${known.join(', ')}.`);
  }
  const mode = readMode(env.NGHE_DAN_MODE);
  const masterKeys = readMasterKeys(env.NGHE_DAN_MASTER_KEY, mode);
  const databaseUrl = readUrl(env, 'DATABASE_URL', ['postgres:', 'postgresql:']);
  const databaseAdminUrl = readUrl(env, 'DATABASE_ADMIN_URL', ['postgres:', 'postgresql:']);
  if (databaseAdminUrl !== undefined && databaseUrl === undefined)
    refuse('DATABASE_ADMIN_URL', 'chỉ dùng cùng DATABASE_URL');
  return {
    port: readPort(env.PORT),
    host: mode === 'demo' ? '127.0.0.1' : '0.0.0.0',
    mode,
    dataDir: resolve(folder, env.NGHE_DAN_DATA ?? '.data'),
    databaseUrl,
    databaseAdminUrl,
    redisUrl: readUrl(env, 'REDIS_URL', ['redis:', 'rediss:']),
    masterKey: masterKeys?.[0],
    masterKeys,
    gateways: readGateways(env),
    signIn: readSignIn(env, mode, refuse),
  };
}
