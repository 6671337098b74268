import type { PublishedDay, PublishedKind } from '#libs/calendar';
import { formatDay, type LocalDate } from '#libs/shared';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { UsageError } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { dayOption, wholeNumberOption } from '../../options.js';

interface PreviewOptions {
  off?: LocalDate[];
  makeup?: LocalDate[];
  ordinary?: LocalDate[];
  withdraw?: LocalDate[];
  name?: string;
  basis?: string;
  announces?: number;
  user?: string;
  json?: boolean;
}

const KINDS = ['off', 'makeup', 'ordinary', 'withdraw'] as const satisfies readonly PublishedKind[];
const ROWS_SHOWN = 50;
const BECOMES = { late: ' — thành quá hạn', timely: ' — hết quá hạn' } as const;

/** @throws UsageError */
export function proposedDays({ name, basis, ...options }: PreviewOptions): PublishedDay[] {
  if (!name?.trim() || !basis?.trim()) throw new UsageError('Cần --name và --basis (văn bản quyết định, ghi rõ số)');
  if (!/\d/.test(basis)) throw new UsageError('--basis: phải ghi rõ số văn bản');
  const days = KINDS.flatMap((kind) =>
    (options[kind] ?? []).map((date) => ({ date, kind, name, basis, confirmed: true })),
  );
  if (days.length === 0) throw new UsageError('Cần ít nhất một ngày: --off, --makeup, --ordinary hoặc --withdraw');
  return days;
}

@SubCommand({ name: 'preview', description: 'Xem trước: thời hạn nào dời, thời hạn nào thành quá hạn; chưa đổi gì' })
export class CalendarPreviewCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run(_args: string[], options: PreviewOptions): Promise<void> {
    const entries = proposedDays(options);
    const { withCalendar } = await import('./with-calendar.js');
    await withCalendar(this.io, options.user, async ({ changes, reader, administrator }) => {
      const { id } = await changes.preview(administrator, { entries, announcesYear: options.announces ?? null });
      const found = await reader.preview(administrator, id);
      const { items, nextCursor } = await reader.rows(administrator, id, { limit: ROWS_SHOWN });
      const counts = { moved: 0, late: 0, timely: 0 };
      for (const one of found?.byAgency ?? [])
        for (const key of ['moved', 'late', 'timely'] as const) counts[key] += one[key];
      const scanned = found?.head.scanned ?? 0;
      if (options.json) return this.io.print(JSON.stringify({ previewId: id, scanned, counts, rows: items }));
      this.io.print(
        `Đã tính thử ${scanned} thời hạn đang chạy: ${counts.moved} dời ngày, ${counts.late} thành quá hạn, ${counts.timely} hết quá hạn.`,
      );
      for (const row of items)
        this.io.print(
          `  ${row.register_label}  ${row.rule_id}  ${formatDay(row.from_due)} → ${formatDay(row.to_due)}${row.becomes ? BECOMES[row.becomes] : ''}`,
        );
      if (nextCursor) this.io.print('  …');
      this.io.print(`Công bố: calendar publish ${id} --reason "…"`);
    });
  }

  @Option({ flags: '--off <ngày>', description: 'thành ngày nghỉ; lặp lại được' })
  off(text: string, before: LocalDate[] = []): LocalDate[] {
    return [...before, dayOption('--off', text)];
  }

  @Option({ flags: '--makeup <ngày>', description: 'thành ngày làm bù; lặp lại được' })
  makeup(text: string, before: LocalDate[] = []): LocalDate[] {
    return [...before, dayOption('--makeup', text)];
  }

  @Option({ flags: '--ordinary <ngày>', description: 'trở lại ngày thường, không nghỉ không làm bù' })
  ordinary(text: string, before: LocalDate[] = []): LocalDate[] {
    return [...before, dayOption('--ordinary', text)];
  }

  @Option({ flags: '--withdraw <ngày>', description: 'rút điều đã công bố về ngày này' })
  withdraw(text: string, before: LocalDate[] = []): LocalDate[] {
    return [...before, dayOption('--withdraw', text)];
  }

  @Option({ flags: '--name <tên>', description: 'tên ngày, cán bộ đọc khi xem từng ngày' })
  dayName(text: string): string {
    return text;
  }

  @Option({ flags: '--basis <văn-bản>', description: 'văn bản quyết định, số và ngày' })
  basis(text: string): string {
    return text;
  }

  @Option({ flags: '--announces <năm>', description: 'đây là lịch nghỉ đầy đủ của cả năm' })
  announces(text: string): number {
    return wholeNumberOption('--announces', text, { min: 2024, max: 2199 });
  }

  @Option({ flags: '--user <tài-khoản>', description: 'làm với tài khoản quản trị này' })
  user(name: string): string {
    return name;
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}
