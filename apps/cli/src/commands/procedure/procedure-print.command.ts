import {
  certifiedArrows,
  goldenPaths,
  mermaid,
  procedureMarkdown,
  procedureText,
  type ProcedureDefinition,
} from '#libs/procedure';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { UsageError } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { choiceOption } from '../../options.js';
import { pickProcedure } from './pick.js';

const PRINTERS = {
  text: procedureText,
  mermaid,
  markdown: procedureMarkdown,
  paths: goldenPaths,
  arrows: (definition: ProcedureDefinition): string => JSON.stringify(certifiedArrows(definition)),
} as const;
type Format = keyof typeof PRINTERS;
const FORMATS = Object.keys(PRINTERS) as Format[];

@SubCommand({
  name: 'print',
  description: 'In một quy trình: chữ, sơ đồ Mermaid, trang tài liệu, đường đi',
  arguments: '<quy-trình>',
})
export class ProcedurePrintCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  run([reference]: string[], { format = 'text', json }: { format?: Format; json?: boolean }): Promise<void> {
    if (reference === undefined) throw new UsageError('Cần tên quy trình, ví dụ complaint hoặc complaint@1');
    const definition = pickProcedure(reference);
    const text = PRINTERS[format](definition);
    if (json) this.io.print(JSON.stringify({ name: definition.name, version: definition.version, format, text }));
    else this.io.print(text.trimEnd());
    return Promise.resolve();
  }

  @Option({ flags: '--format <dạng>', description: `${FORMATS.join(', ')} (mặc định text)` })
  format(text: string): Format {
    return choiceOption('--format', text, FORMATS);
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}
