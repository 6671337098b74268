import { legalBasisMarkdown, procedures } from '#workflows';
import { SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { CliIo } from '../../io.js';

/** What `docs/legal-basis.md` is made with. */
@SubCommand({ name: 'basis', description: 'In bảng: thời hạn và bước của luật do mũi tên nào thực hiện' })
export class ProcedureBasisCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  run(): Promise<void> {
    this.io.print(legalBasisMarkdown(procedures.all()).trimEnd());
    return Promise.resolve();
  }
}
