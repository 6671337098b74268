import { hashOf } from '#libs/procedure';
import { procedures } from '#workflows';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { CliIo } from '../../io.js';

@SubCommand({ name: 'list', description: 'Liệt kê các quy trình và phiên bản' })
export class ProcedureListCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  run(_args: string[], { json }: { json?: boolean }): Promise<void> {
    const rows = procedures.all().map((definition) => ({
      name: definition.name,
      version: definition.version,
      title: definition.title,
      validFrom: definition.validFrom,
      stages: Object.keys(definition.stages),
      events: Object.keys(definition.events),
      sha256: hashOf(definition),
    }));
    if (json) this.io.print(JSON.stringify(rows));
    else
      for (const row of rows)
        this.io.print(
          `${row.name}@${row.version}  ${row.title}  (từ ${row.validFrom}, ${row.stages.length} giai đoạn, ${row.events.length} bước)`,
        );
    return Promise.resolve();
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}
