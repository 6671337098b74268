import { calendarEntries, nextYearWarning } from '#libs/calendar';
import { CalendarKeeper, PostgresClock, readConfig, withDatabase } from '#libs/persistence';
import { formatDay } from '#libs/shared';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { UsageError } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { wholeNumberOption } from '../../options.js';

interface ShowOptions {
  year?: number;
  json?: boolean;
}

const KINDS = { off: 'nghỉ', makeup: 'làm bù', ordinary: 'ngày thường' } as const;

@SubCommand({ name: 'show', description: 'Ngày nghỉ, ngày làm bù của một năm, kèm văn bản quyết định' })
export class CalendarShowCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run(_args: string[], { year, json }: ShowOptions): Promise<void> {
    if (year === undefined) throw new UsageError('Thiếu --year');
    await withDatabase(readConfig(), { max: 2, onProgress: (line) => this.io.say(line) }, async ({ connections }) => {
      const calendar = await new CalendarKeeper(connections).read();
      const warning = nextYearWarning(calendar, await new PostgresClock(connections).today());
      const entries = calendarEntries(calendar.changes).filter(({ date }) => date.startsWith(`${year}-`));
      if (json) return this.io.print(JSON.stringify({ year, version: calendar.version, warning, entries }));
      for (const { date, kind, name, basis, confirmed, possible } of entries) {
        const mark = possible ? ' [mới đề xuất]' : confirmed ? '' : ' [chưa xác nhận]';
        this.io.print(`${formatDay(date)}  ${KINDS[kind].padEnd(11)}  ${name} (${basis})${mark}`);
      }
      if (warning) this.io.say(warning);
    });
  }

  @Option({ flags: '--year <năm>', description: 'năm cần xem' })
  year(text: string): number {
    return wholeNumberOption('--year', text, { min: 2024, max: 2199 });
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}
