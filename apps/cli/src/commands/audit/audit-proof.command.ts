import { proveEvent, seal } from '#libs/audit';
import { AppError, isUuid } from '#libs/shared';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { UsageError } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { withLedger } from './with-ledger.js';

@SubCommand({
  name: 'proof',
  arguments: '<mã-sự-kiện>',
  description: 'Chứng minh một sự kiện nằm trong nhật ký đã niêm phong',
})
export class AuditProofCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run([eventId]: string[]): Promise<void> {
    if (!isUuid(eventId)) throw new UsageError(`Mã sự kiện không đúng dạng: ${eventId ?? ''}`);
    const proof = await withLedger(this.io, async ({ archive, key }) => {
      // An event of a moment ago is sealed on demand.
      if ((await proveEvent(archive, eventId)) === null) await seal(archive, key.privateKey, new Date());
      return proveEvent(archive, eventId);
    });
    if (proof === null)
      throw new AppError({
        code: 'AUDIT.NOT_SEALED',
        status: 404,
        title: 'Không chứng minh được',
        detail: `Không có sự kiện ${eventId} trong nhật ký đã niêm phong`,
      });
    this.io.print(JSON.stringify(proof, null, 2));
  }

  @Option({ flags: '--json', description: 'kết quả luôn là một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}
