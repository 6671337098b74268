import { Sealer, type KeyVault } from '#libs/identity';
import type { ImportBatchId } from '#libs/shared';
import type { ImportRowRecord, ImportStaging } from '../../ports.js';
import type { RegisterRow } from '../../register/read-row.js';
import type { RegisterReading } from '../../register/read-register.js';
import type { ResendReason } from '../../resend/score.js';

/** Rows of a register between preview and commit, with the pairs (by place in `rows`) that may be resends. */
export interface Staged {
  readonly rows: readonly RegisterRow[];
  readonly resends: readonly {
    readonly row: number;
    readonly ofRow: number;
    readonly score: number;
    readonly reasons: readonly ResendReason[];
  }[];
}

/** Keeps read rows sealed until somebody decides about them: the wrapped key, its length before it, then the rows. */
export class StagedRows {
  private readonly sealer: Sealer;

  constructor(
    private readonly staging: ImportStaging,
    vault: KeyVault,
  ) {
    this.sealer = new Sealer(vault);
  }

  async keep(batchId: ImportBatchId, reading: RegisterReading): Promise<void> {
    const places = new Map(reading.rows.map((row, place) => [row, place]));
    const staged: Staged = {
      rows: reading.rows,
      resends: reading.resends.map(({ key, of, score, reasons }) => ({
        row: places.get(key) ?? 0,
        ofRow: places.get(of) ?? 0,
        score,
        reasons,
      })),
    };
    const plain = Buffer.from(JSON.stringify(staged), 'utf8');
    const { sealed, sealedKey } = await this.sealer.sealBytes({ table: 'import', recordId: batchId }, plain);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(sealedKey.length);
    await this.staging.keep(batchId, Buffer.concat([length, sealedKey, sealed]));
  }

  async read(batchId: ImportBatchId): Promise<Staged | null> {
    const bytes = await this.staging.read(batchId);
    if (!bytes) return null;
    const end = 2 + bytes.readUInt16BE(0);
    const value = { sealedKey: bytes.subarray(2, end), sealed: bytes.subarray(end) };
    const plain = await this.sealer.openBytes({ table: 'import', recordId: batchId }, value);
    return JSON.parse(plain.toString('utf8')) as Staged;
  }

  drop(batchId: ImportBatchId): Promise<void> {
    return this.staging.drop(batchId);
  }
}

/** The reading again, as far as it was kept. */
export const readingOf = ({ rows, resends }: Staged): RegisterReading => ({
  rows,
  skipped: [],
  otherSheets: [],
  resends: resends.flatMap(({ row, ofRow, score, reasons }) => {
    const [key, of] = [rows[row], rows[ofRow]];
    return key && of ? [{ key, of, score, reasons }] : [];
  }),
});

/** Rows of further sheets are moved out of the way of the first sheet's numbers. */
const SHEET_STEP = 100_000;

/** What `import_row` keeps of each row: the number the sheet shows, fields and codes, the pair it may resend. */
export function recorder(
  staged: Staged,
): (row: RegisterRow, petitionId: ImportRowRecord['petitionId']) => ImportRowRecord {
  const sheets = [...new Set(staged.rows.map(({ sheet }) => sheet))];
  const numberOf = (row: RegisterRow): number => row.row + SHEET_STEP * sheets.indexOf(row.sheet);
  const pairs = new Map(staged.resends.map((pair) => [staged.rows[pair.row], pair]));
  return (row, petitionId) => {
    const pair = pairs.get(row);
    const of = pair && staged.rows[pair.ofRow];
    return {
      row: numberOf(row),
      petitionId,
      state: petitionId ? 'registered' : 'attention',
      faults: row.faults.map(({ field, code, severity }) => ({ field, code, severity })),
      encoding: row.encoding,
      ofRow: of ? numberOf(of) : null,
      score: pair?.score ?? null,
    };
  };
}
