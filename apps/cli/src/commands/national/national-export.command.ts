import { writeFileSync } from 'node:fs';
import { EXPORT_FORMATS, type ExportFormat, printRecords, SYNC_STATES, type SyncState } from '#libs/interchange';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { UsageError } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { choiceOption, dayOption, inputPath } from '../../options.js';

interface ExportOptions {
  readonly agency?: string;
  readonly from?: string;
  readonly to?: string;
  readonly state?: string;
  readonly as?: string;
  readonly format?: string;
  readonly out?: string;
}
const STATES = Object.keys(SYNC_STATES) as SyncState[];

/** The same records and the same masks as on the screen: those the named account sees, and the journal says that they were taken. */
@SubCommand({ name: 'export', description: 'Xuất bản ghi theo bảng trường thành JSON, CSV, XLSX' })
export class NationalExportCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run(_args: string[], options: ExportOptions): Promise<void> {
    const { agency, as } = options;
    if (!agency) throw new UsageError('--agency: cần mã cơ quan');
    if (!as) throw new UsageError('--as: cần tài khoản được cập nhật dữ liệu; xuất theo quyền xem của tài khoản ấy');
    const format: ExportFormat = choiceOption('--format', options.format ?? 'json', EXPORT_FORMATS);
    if (format === 'xlsx' && !options.out) throw new UsageError('--out: tệp Excel cần tên tệp');
    const filter = {
      ...(options.from ? { from: dayOption('--from', options.from) } : {}),
      ...(options.to ? { to: dayOption('--to', options.to) } : {}),
      ...(options.state ? { state: choiceOption('--state', options.state, STATES) } : {}),
    };
    const { exportRecords } = await import('./export-records.js');
    const records = await exportRecords(this.io, { agency, as, filter, format });
    const bytes = await printRecords(records, format);
    if (options.out) writeFileSync(inputPath(options.out), bytes, { mode: 0o600 });
    else this.io.print(bytes.toString('utf8').trimEnd());
    this.io.say(`${records.length} bản ghi${options.out ? `, đã ghi ${options.out}` : ''}.`);
  }

  @Option({ flags: '--agency <mã>', description: 'mã cơ quan, gồm cả cấp dưới' })
  agency(code: string): string {
    return code;
  }

  @Option({ flags: '--as <tài khoản>', description: 'theo quyền xem của tài khoản này' })
  as(username: string): string {
    return username;
  }

  @Option({ flags: '--from <ngày>', description: 'nhận từ ngày, NNNN-TT-NN' })
  from(day: string): string {
    return day;
  }

  @Option({ flags: '--to <ngày>', description: 'nhận đến ngày, NNNN-TT-NN' })
  to(day: string): string {
    return day;
  }

  @Option({ flags: '--state <tình trạng>', description: STATES.join(', ') })
  state(name: string): string {
    return name;
  }

  @Option({ flags: '--format <định dạng>', description: EXPORT_FORMATS.join(', ') })
  format(name: string): string {
    return name;
  }

  @Option({ flags: '--out <tệp>', description: 'ghi ra tệp này' })
  out(path: string): string {
    return path;
  }
}
