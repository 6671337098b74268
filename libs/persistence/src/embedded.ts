import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartError } from './config.js';
import type { DatabaseUrls } from './connections.js';
import { clusterFolder, readRecord } from './embedded-files.js';
import {
  embeddedPaths,
  initialiseCluster,
  prepareDatabase,
  runningPid,
  startServer,
  stopPostmaster,
  urlsOf,
} from './embedded-server.js';
import { livingIn, withLock, writeMark } from './process-lock.js';

export interface EmbeddedOptions {
  /** Folder of the server's record, log and (usually) data. */
  readonly home: string;
  /** Told what is going on, in Vietnamese, one line each. */
  readonly onProgress?: (line: string) => void;
  /** Extra server settings, `name=value`. */
  readonly settings?: readonly string[];
}

export interface EmbeddedServer {
  readonly urls: Required<DatabaseUrls>;
  readonly port: number;
  /** Process of the postmaster. */
  readonly pid: number;
  readonly cluster: string;
  /** False when a running server was taken over. */
  readonly started: boolean;
  /** This process needs the server no more; the last one stops it. True when it was stopped. */
  release(): Promise<boolean>;
}

const LOCK_WAIT_MS = 90_000;

let opened = 0;

/** Starts the embedded server, or takes over the one that runs on this folder, and counts this process among its users. */
export async function openEmbedded({
  home,
  onProgress = () => undefined,
  settings = [],
}: EmbeddedOptions): Promise<EmbeddedServer> {
  const { record: recordPath, lock, users } = embeddedPaths(home);
  mkdirSync(home, { recursive: true });
  opened += 1;
  const own = join(users, `${process.pid}-${opened}`);
  const server = await locked(lock, async () => {
    let record = readRecord(recordPath);
    const cluster = record?.cluster ?? clusterFolder(home);
    if (!record && existsSync(cluster))
      throw new StartError(`Có dữ liệu ở ${cluster} nhưng thiếu tệp ${recordPath} giữ mật khẩu: hãy khôi phục tệp đó.`);
    if (dirname(cluster) !== home)
      onProgress(`Thư mục ${home} nằm trong thư mục khóa với tài khoản khác; cơ sở dữ liệu đặt ở ${cluster}`);
    if (!record || !existsSync(cluster)) {
      if (record && !existsSync(`${cluster}.new`))
        throw new StartError(`Không thấy thư mục dữ liệu ${cluster} ghi trong ${recordPath}.`);
      onProgress('Đang tạo cơ sở dữ liệu lần đầu');
      record = await initialiseCluster(home, cluster);
    }
    const pid = await runningPid(record);
    const result = pid === null ? await startServer(home, record, settings) : { record, pid };
    await prepareDatabase(result.record);
    livingIn(users);
    writeMark(own);
    return { ...result, started: pid === null };
  });
  return {
    urls: urlsOf(server.record),
    port: server.record.port,
    pid: server.pid,
    cluster: server.record.cluster,
    started: server.started,
    release: () =>
      locked(lock, async () => {
        rmSync(own, { force: true });
        if (livingIn(users).length > 0) return false;
        await stopPostmaster(server.record.cluster);
        return true;
      }),
  };
}

async function locked<T>(lock: string, work: () => Promise<T>): Promise<T> {
  try {
    return await withLock(lock, LOCK_WAIT_MS, work);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('locked by'))
      throw new StartError(`Một lần khởi động khác đang giữ thư mục dữ liệu quá lâu (${lock}).`, { cause: error });
    throw error;
  }
}
