import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { assertIdentities, exportForm, formJson, identityLine, type FormLine, type PrintedForm } from '#libs/reporting';
import { Command, Option } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { UsageError } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { dayOption, inputPath } from '../../options.js';
import { ReportReconcileCommand } from './report-reconcile.command.js';
import { withReport } from './with-report.js';

interface ReportOptions {
  readonly agency?: string;
  readonly from?: string;
  readonly to?: string;
  readonly as?: string;
  readonly xlsx?: string;
  readonly pdf?: string;
  readonly csv?: string;
  readonly json?: boolean;
}

@Command({
  name: 'report',
  arguments: '<BIỂU>',
  subCommands: [ReportReconcileCommand],
  description: 'Lập biểu báo cáo (XLD01, TCD01, KQGQ03, …, hoặc biểu do quản trị đưa vào)',
})
export class ReportCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run([form = '']: string[], options: ReportOptions): Promise<void> {
    if (!form) throw new UsageError('Cần tên biểu, ví dụ XLD01');
    const { agency, as } = options;
    if (!agency) throw new UsageError('--agency: cần mã cơ quan');
    const from = dayOption('--from', options.from ?? '');
    const to = dayOption('--to', options.to ?? '');
    if (from > to) throw new UsageError('--from: ngày đầu kỳ phải trước ngày cuối kỳ');
    await withReport(this.io, { form, agency, from, to, as }, (printed, account) =>
      this.#tell(printed, account, options),
    );
  }

  async #tell(printed: PrintedForm, account: string, options: ReportOptions): Promise<void> {
    this.io.say(`Theo quyền xem của ${account}.`);
    for (const notice of printed.notices) this.io.say(notice);
    for (const identity of printed.identities)
      if (identity.state === 'broken' && identity.severity === 'warning') this.io.say(identityLine(identity));
    assertIdentities(printed);
    const files: [path: string, bytes: Buffer][] = [];
    for (const format of ['xlsx', 'pdf', 'csv'] as const) {
      const path = options[format];
      if (path !== undefined) files.push([path, await exportForm(printed, format)]);
    }
    for (const [path, bytes] of files) this.#write(path, bytes);
    if (options.json) this.io.print(JSON.stringify(formJson(printed)));
    else for (const line of wordsOfForm(printed)) this.io.print(line);
  }

  /** Under the name asked for there is the whole file, or what was there before. */
  #write(path: string, bytes: Buffer): void {
    const target = inputPath(path);
    const beside = `${target}.${process.pid}.tmp`;
    try {
      writeFileSync(beside, bytes);
      renameSync(beside, target);
    } finally {
      rmSync(beside, { force: true });
    }
    this.io.say(`Đã ghi ${path}`);
  }

  @Option({ flags: '--agency <mã>', description: 'mã cơ quan, gồm cả cấp dưới' })
  agency(code: string): string {
    return code;
  }

  @Option({ flags: '--from <ngày>', description: 'ngày đầu kỳ, NNNN-TT-NN' })
  from(day: string): string {
    return day;
  }

  @Option({ flags: '--to <ngày>', description: 'ngày cuối kỳ, NNNN-TT-NN' })
  to(day: string): string {
    return day;
  }

  @Option({ flags: '--as <tài khoản>', description: 'đếm theo quyền xem của tài khoản này' })
  as(username: string): string {
    return username;
  }

  @Option({ flags: '--xlsx <tệp>', description: 'ghi biểu thành tệp Excel' })
  xlsx(path: string): string {
    return path;
  }

  @Option({ flags: '--pdf <tệp>', description: 'ghi biểu thành tệp PDF' })
  pdf(path: string): string {
    return path;
  }

  @Option({ flags: '--csv <tệp>', description: 'ghi biểu thành tệp CSV' })
  csv(path: string): string {
    return path;
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}

const wordsOfForm = ({ form, cells, lines }: PrintedForm): string[] => [
  `${form.code} ${form.title}`,
  ...(lines.length > 1 ? ['', `Cột ${form.columns.map(({ no }) => no).join(' | ')}`, ...lines.map(lineWords), ''] : []),
  ...form.columns.map(
    ({ no, group, title, unit }, place) =>
      `${String(no).padStart(2)}  ${cells[place]?.value ?? '—'}  ${unit}  ${[...group, title].join(' › ')}`,
  ),
];
const lineWords = ({ ordinal, title, cells }: FormLine): string =>
  `${ordinal ? `${ordinal}. ` : ''}${title}: ${cells.map(({ value }) => value ?? '—').join(' | ')}`;
