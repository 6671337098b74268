import { isUuid, type ImportBatchId } from '#libs/shared';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { UsageError } from '../../exit-code.js';
import { CliIo } from '../../io.js';

interface UndoOptions {
  reason?: string;
  user?: string;
  json?: boolean;
}

const DEFAULT_REASON = 'Hoàn tác đợt nhập theo yêu cầu của người vận hành';

@SubCommand({
  name: 'undo',
  arguments: '<đợt-nhập>',
  description: 'Hủy số của cả đợt nhập, giữ lại dòng và lý do; bị từ chối khi có hồ sơ đã xử lý tiếp',
})
export class ImportUndoCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run(args: string[], { reason = DEFAULT_REASON, user, json }: UndoOptions): Promise<void> {
    const id = args[0];
    if (!isUuid(id)) throw new UsageError(`Mã đợt nhập không đúng dạng: ${args.join(' ')}`);
    const { withImports } = await import('./with-imports.js');
    await withImports(this.io, async ({ undo, registrar }) => {
      const actor = await registrar(user === undefined ? { batchId: id } : { user });
      const batch = await undo.execute(actor, id as ImportBatchId, reason);
      if (json)
        this.io.print(JSON.stringify({ batchId: batch.id, state: batch.state, registered: batch.registered, reason }));
      else this.io.print(`Đã hủy ${batch.registered} số tiếp nhận của đợt nhập ${batch.id}.`);
    });
  }

  @Option({ flags: '--reason <lý-do>', description: 'lý do, được giữ trong sổ' })
  reason(text: string): string {
    return text;
  }

  @Option({ flags: '--user <tài-khoản>', description: 'hoàn tác với tài khoản này; mặc định là người đã nhập' })
  user(name: string): string {
    return name;
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}
