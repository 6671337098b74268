import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { exportLedger, type ExportStreams } from '#libs/audit';
import { AppError } from '#libs/shared';

/** An export holds a connection and a snapshot as long as its reader takes. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 20;
const LONGEST_MS = 15 * 60_000;

type Reading = (work: (streams: ExportStreams) => Promise<unknown>) => Promise<unknown>;

/** Lets a few exports out at a time, each as fast as its reader reads and no longer than a quarter of an hour. */
export class ExportDoor {
  private out = 0;
  private readonly waiting: (() => void)[] = [];

  /** @throws AppError 503 where too many wait already. */
  async open(read: Reading): Promise<Readable> {
    if (this.waiting.length >= MOST_WAITING)
      throw new AppError({
        status: 503,
        code: 'AUDIT.EXPORT_BUSY',
        title: 'Đang có nhiều người xuất nhật ký',
        detail: `Mỗi lúc chỉ ${MOST_AT_ONCE} bản xuất được chạy và ${MOST_WAITING} bản chờ. Hãy thử lại sau một phút.`,
      });
    if (this.out >= MOST_AT_ONCE) await new Promise<void>((enter) => this.waiting.push(enter));
    else this.out += 1;
    const lines = new PassThrough();
    const late = setTimeout(() => lines.destroy(new Error('The reader of the export was too slow')), LONGEST_MS);
    void this.pour(read, lines).finally(() => {
      clearTimeout(late);
      const next = this.waiting.shift();
      if (next) next();
      else this.out -= 1;
    });
    return lines;
  }

  private async pour(read: Reading, lines: PassThrough): Promise<void> {
    // A reader that goes away closes the stream without an error: both end the reading.
    const gone = new AbortController();
    lines.once('close', () => gone.abort());
    const write = async (line: string) => {
      if (lines.destroyed) throw new Error('The reader of the export is gone');
      if (!lines.write(line)) await once(lines, 'drain', { signal: gone.signal });
    };
    try {
      await read((streams) => exportLedger(streams, write));
      lines.end();
    } catch (error) {
      lines.destroy(error as Error);
    }
  }
}
