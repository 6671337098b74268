import type { MakeupPolicy } from '#libs/calendar';
import type { LocalDate } from '#libs/shared';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { PartialFailure, UsageError } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { choiceOption, dayOption, wholeNumberOption } from '../../options.js';
import { answerBatch } from './batch.js';
import { calendarFor } from './calendar-option.js';
import { answerCount, countLines, DAYS_RANGE, MAKEUP_POLICIES, UNITS } from './count.js';

interface CountOptions {
  from?: LocalDate;
  days?: number;
  unit?: (typeof UNITS)[number];
  makeup?: MakeupPolicy;
  calendar?: string;
  batch?: string;
  json?: boolean;
}

@SubCommand({ name: 'count', description: 'Đếm ngày làm việc hoặc ngày theo lịch kể từ một ngày' })
export class DeadlineCountCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  run(_args: string[], options: CountOptions): Promise<void> {
    if (options.batch !== undefined) this.#batch(options.batch, options);
    else this.#one(options);
    return Promise.resolve();
  }

  #batch(path: string, options: CountOptions): void {
    const single = (['from', 'days', 'unit', 'makeup'] as const).find((name) => options[name] !== undefined);
    if (single) throw new UsageError(`--batch không đi cùng --${single}: ghi trong từng dòng của tệp`);
    let failed = 0;
    for (const line of answerBatch(path, calendarFor(options.calendar))) {
      this.io.print(line.json);
      if (line.failed) failed += 1;
    }
    if (failed === 0) return;
    this.io.say(`${failed} dòng không tính được; lý do ở "error" của dòng kết quả.`);
    throw new PartialFailure();
  }

  #one({ from, days, unit = 'working_day', makeup = 'ignore', calendar, json }: CountOptions): void {
    if (from === undefined || days === undefined)
      throw new UsageError('Cần --from NNNN-TT-NN và --days N, hoặc --batch TỆP.jsonl');
    const answer = answerCount({ from, days, unit, makeup }, calendarFor(calendar));
    if (json) this.io.print(JSON.stringify(answer));
    else for (const line of countLines(answer)) this.io.print(line);
  }

  @Option({ flags: '--from <ngày>', description: 'ngày bắt đầu, bản thân ngày này không tính' })
  from(text: string): LocalDate {
    return dayOption('--from', text);
  }

  @Option({ flags: '--days <số>', description: 'số ngày; 0 là chính ngày đó, số âm đếm lùi' })
  days(text: string): number {
    return wholeNumberOption('--days', text, DAYS_RANGE);
  }

  @Option({ flags: '--unit <đơn-vị>', description: 'working_day (mặc định) hoặc calendar_day' })
  unit(text: string): (typeof UNITS)[number] {
    return choiceOption('--unit', text, UNITS);
  }

  @Option({ flags: '--makeup <cách>', description: 'ignore (mặc định) hoặc count: có tính ngày làm bù không' })
  makeup(text: string): MakeupPolicy {
    return choiceOption('--makeup', text, MAKEUP_POLICIES);
  }

  @Option({ flags: '--calendar <tệp>', description: 'tệp JSON thay cho lịch có sẵn' })
  calendar(path: string): string {
    return path;
  }

  @Option({ flags: '--batch <tệp>', description: 'tệp JSONL, mỗi dòng một phép đếm' })
  batch(path: string): string {
    return path;
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}
