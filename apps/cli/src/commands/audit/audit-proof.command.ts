import { proveEvent, proveGrowth, seal, type ConsistencyProof, type EventProof, type ProofGround } from '#libs/audit';
import { AppError, isUuid } from '#libs/shared';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { UsageError } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { wholeNumberOption } from '../../options.js';
import { withLedger, type Ledger } from './with-ledger.js';

@SubCommand({
  name: 'proof',
  arguments: '[mã-sự-kiện]',
  description:
    'Chứng minh một sự kiện nằm trong nhật ký đã niêm phong, hoặc (--from) nhật ký nối dài từ một gốc cây cũ',
})
export class AuditProofCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run([eventId]: string[], { from }: { from?: number }): Promise<void> {
    if ((eventId === undefined) === (from === undefined))
      throw new UsageError('Cần mã sự kiện, hoặc --from cỡ cây cũ, không cả hai');
    const id = eventId ?? null;
    if (id !== null && !isUuid(id)) throw new UsageError(`Mã sự kiện không đúng dạng: ${String(id)}`);
    const proof = await withLedger<EventProof | ConsistencyProof | null>(this.io, (ledger) =>
      eventId === undefined ? growth(ledger, from ?? 0) : inclusion(ledger, eventId),
    );
    if (proof === null)
      throw new AppError({
        code: 'AUDIT.NOT_SEALED',
        status: 404,
        title: 'Không chứng minh được',
        detail:
          eventId === undefined
            ? `Không có cây ${from} sự kiện trong nhật ký đã niêm phong`
            : `Không có sự kiện ${eventId} trong nhật ký đã niêm phong`,
      });
    this.io.print(JSON.stringify(proof, null, 2));
  }

  @Option({ flags: '--from <cỡ-cây>', description: 'số sự kiện của gốc cây cũ: chứng minh cây nay nối dài từ cây ấy' })
  from(value: string): number {
    return wholeNumberOption('--from', value, { min: 1, max: 999_999_999 });
  }

  @Option({ flags: '--json', description: 'kết quả luôn là một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}

/** What was written a moment ago is sealed on demand. */
async function groundOf({ archive, key }: Ledger): Promise<ProofGround | null> {
  const { head } = await seal(archive, key.privateKey, new Date());
  return head && { source: archive, head, keys: await archive.keys() };
}

async function inclusion(ledger: Ledger, eventId: string): Promise<EventProof | null> {
  const ground = await groundOf(ledger);
  const found = await ledger.archive.find(eventId);
  return ground && found && proveEvent(ground, found);
}

async function growth(ledger: Ledger, fromSize: number): Promise<ConsistencyProof | null> {
  const ground = await groundOf(ledger);
  if (!ground || fromSize > ground.head.treeSize) return null;
  const from = (await ledger.archive.heads()).find(({ treeSize }) => treeSize === fromSize) ?? null;
  return proveGrowth(ground, { fromSize, from });
}
