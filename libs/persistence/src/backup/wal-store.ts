import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { unlessGone } from './copy-files.js';
import { backupRefused } from './manifest.js';
import { isSegment, placeOf } from './wal-names.js';

interface Line {
  readonly name: string;
  readonly size: number;
  /** Of the segment, not of the packed file. */
  readonly sha256: string;
  readonly keptAt: string;
}
interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

const INDEX = 'index.jsonl';
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** WAL segments of one backup folder, packed, each with its hash in the index. Whatever backup they belong to, they lie together. */
export class WalStore {
  private constructor(
    private readonly folder: string,
    private readonly lines: Map<string, Line>,
  ) {}

  static async open(folder: string): Promise<WalStore> {
    const text = (await unlessGone(readFile(join(folder, INDEX), 'utf8'))) ?? '';
    // A line cut short by a power cut belongs to a segment that is fetched again.
    const lines = text.split('\n').flatMap((line) => {
      try {
        return [JSON.parse(line) as Line];
      } catch {
        return [];
      }
    });
    return new WalStore(folder, new Map(lines.map((line) => [line.name, line])));
  }

  get names(): string[] {
    return [...this.lines.keys()].sort();
  }

  /** @throws when the folder holds another segment under this name: it belongs to another server, or another life of this one. */
  async keep(name: string, path: string): Promise<void> {
    const bytes = await readFile(path);
    const hash = sha256(bytes);
    const kept = this.lines.get(name);
    if (kept?.sha256 === hash && existsSync(this.pathOf(name))) return;
    if (kept && kept.sha256 !== hash)
      throw backupRefused(
        'OTHER_HISTORY',
        `Thư mục sao lưu đã có đoạn WAL ${name} của một lần chạy khác (sau một lần khôi phục?): hãy sao lưu vào thư mục mới.`,
      );
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const draft = `${this.pathOf(name)}.draft`;
    await writeFile(draft, await promisify(gzip)(bytes, { level: 1 }), { mode: 0o600, flush: true });
    await rename(draft, this.pathOf(name));
    const line: Line = { name, size: bytes.length, sha256: hash, keptAt: new Date().toISOString() };
    await appendFile(join(this.folder, INDEX), `${JSON.stringify(line)}\n`, { mode: 0o600, flush: true });
    this.lines.set(name, line);
  }

  /** Null where it is whole, else what is wrong with it in words. */
  async faultOf(name: string): Promise<string | null> {
    const kept = this.lines.get(name);
    if (!kept) return `Thiếu đoạn WAL ${name}: sổ kê không có.`;
    if (!existsSync(this.pathOf(name))) return `Thiếu tệp WAL ${name}.gz.`;
    try {
      return sha256(await this.read(name)) === kept.sha256 ? null : `Tệp WAL ${name}.gz không còn đúng mã băm.`;
    } catch {
      return `Tệp WAL ${name}.gz hỏng, không giải nén được.`;
    }
  }

  /** Unpacked where the restoring server looks for them; a segment that is not whole is refused by name. */
  async unpack(names: readonly string[], to: string, { uid, gid }: Account): Promise<void> {
    await mkdir(to, { recursive: true, mode: 0o755 });
    for (const name of names) {
      const fault = await this.faultOf(name);
      if (fault !== null) throw backupRefused('WAL_BROKEN', fault);
      const path = join(to, name);
      await writeFile(path, await this.read(name), { mode: 0o600 });
      if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
    }
  }

  private async read(name: string): Promise<Buffer> {
    return promisify(gunzip)(await readFile(this.pathOf(name)));
  }

  private pathOf(name: string): string {
    return join(this.folder, `${name}.gz`);
  }
}

/** Fetches what the server has archived since; segments that lie before the oldest that is still wanted leave the archive. */
export async function fetchArchive(archive: string, store: WalStore, wantedFrom: string | null): Promise<number> {
  const names = ((await unlessGone(readdir(archive))) ?? []).filter(isSegment).sort();
  const known = new Set(store.names);
  for (const name of names) {
    await store.keep(name, join(archive, name));
    if (wantedFrom !== null && placeOf(name) < placeOf(wantedFrom)) await rm(join(archive, name), { force: true });
  }
  return names.filter((name) => !known.has(name)).length;
}
