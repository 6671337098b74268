import { FIELD_GROUPS, MAPPING_NOTICE, MAPPING_VERSION, MARK_WORDS, NATIONAL_FIELDS } from '#libs/interchange';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { CliIo } from '../../io.js';

@SubCommand({ name: 'mapping', description: 'In bảng trường: trường, nguồn, căn cứ, đã đối chiếu hay chưa' })
export class NationalMappingCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  run(_args: string[], { json }: { json?: boolean }): Promise<void> {
    const rows = NATIONAL_FIELDS.map(({ id, group, label, source, article, mark }) => ({
      ...{ id, group, label, source, article, mark },
    }));
    if (json) this.io.print(JSON.stringify({ version: MAPPING_VERSION, notice: MAPPING_NOTICE, fields: rows }));
    else {
      this.io.print(MAPPING_NOTICE);
      for (const { group, label, source, article, mark } of rows)
        this.io.print(`${FIELD_GROUPS[group]}: ${label} ← ${source} (${article}; ${MARK_WORDS[mark].toLowerCase()})`);
    }
    return Promise.resolve();
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}
