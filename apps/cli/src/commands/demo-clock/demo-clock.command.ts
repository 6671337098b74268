import { PostgresClock, readConfig, withDatabase } from '#libs/persistence';
import { AppError, dayOf, formatDay, type LocalDate } from '#libs/shared';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { UsageError } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { dayOption } from '../../options.js';
import { moveClock, type ClockMove } from './move-clock.js';

interface ClockOptions {
  set?: LocalDate;
  advance?: ClockMove;
  json?: boolean;
}

@SubCommand({ name: 'clock', description: 'Xem hoặc đưa đồng hồ nghiệp vụ của bản trình diễn đi tới' })
export class DemoClockCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run(_args: string[], { set, advance, json }: ClockOptions): Promise<void> {
    if (set !== undefined && advance !== undefined) throw new UsageError('--set và --advance không đi cùng nhau');
    const config = readConfig();
    if (config.mode === 'production')
      throw new AppError({
        code: 'CLOCK.PRODUCTION',
        status: 403,
        title: 'Chỉ có ở bản trình diễn',
        detail: 'Khi chạy thật, đồng hồ nghiệp vụ là giờ thật.',
      });
    const move = set === undefined ? advance : { set };
    const { now, byWorker } = await withDatabase(
      config,
      { max: 4, onProgress: (line) => this.io.say(line) },
      async (database) =>
        move ? moveClock(database, move) : { now: await new PostgresClock(database.connections).now(), byWorker: true },
    );
    if (!byWorker)
      this.io.say('Không có worker đang chạy: thông báo và việc phát sinh sẽ được làm khi worker khởi động.');
    if (json) return this.io.print(JSON.stringify({ now: now.toISOString(), today: dayOf(now) }));
    this.io.print(`Đồng hồ nghiệp vụ: ngày ${formatDay(dayOf(now))}`);
  }

  @Option({ flags: '--set <ngày>', description: 'đưa tới 8 giờ sáng một ngày, không lùi được' })
  set(text: string): LocalDate {
    return dayOption('--set', text);
  }

  @Option({ flags: '--advance <số>', description: 'đi tới 10d (ngày theo lịch) hoặc 10wd (ngày làm việc)' })
  advance(text: string): ClockMove {
    const match = /^(\d{1,4})(w?)d$/.exec(text);
    if (!match) throw new UsageError(`--advance: cần dạng 10d hoặc 10wd, nhận được ${JSON.stringify(text)}`);
    return { advance: Number(match[1]), unit: match[2] ? 'working_day' : 'calendar_day' };
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}
