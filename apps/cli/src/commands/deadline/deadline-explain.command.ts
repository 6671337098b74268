import type { MakeupPolicy } from '#libs/calendar';
import type { LocalDate } from '#libs/shared';
import { computeDeadline, type DeadlineComputation, explain, type Pause, type RuleVariant } from '#libs/statute';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { UsageError } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { choiceOption, dayOption, wholeNumberOption } from '../../options.js';
import { calendarFor } from './calendar-option.js';
import { MAKEUP_POLICIES } from './count.js';

const VARIANTS = [
  'complex',
  'remote',
  'remote_complex',
  'specially_complex',
  'dismissal',
] as const satisfies RuleVariant[];

interface ExplainOptions {
  rule?: string;
  from?: LocalDate;
  variant?: RuleVariant;
  pause?: readonly Pause[];
  extensions?: number;
  makeup?: MakeupPolicy;
  calendar?: string;
  json?: boolean;
}

/** `due` and `rawEnd` first, as scripts read them. */
const asDocument = ({ due, rawEnd, rule, days, ...rest }: DeadlineComputation): string =>
  JSON.stringify({ due, rawEnd, rule, days, ...rest });

@SubCommand({ name: 'explain', description: 'Tính một thời hạn luật định và giải thích từng ngày' })
export class DeadlineExplainCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  run(_args: string[], options: ExplainOptions): Promise<void> {
    const { rule, from, variant, pause, extensions, makeup = 'ignore' } = options;
    if (rule === undefined || from === undefined) throw new UsageError('Cần --rule MÃ và --from NNNN-TT-NN');
    const computation = computeDeadline(
      {
        ruleId: rule,
        startOn: from,
        makeup,
        ...(variant ? { variant } : {}),
        ...(pause ? { pauses: pause } : {}),
        ...(extensions === undefined ? {} : { extensions }),
      },
      calendarFor(options.calendar),
    );
    if (options.json) this.io.print(asDocument(computation));
    else for (const line of explain(computation)) this.io.print(line);
    return Promise.resolve();
  }

  @Option({ flags: '--rule <mã>', description: 'mã thời hạn, ví dụ KN.RESOLVE.L1' })
  rule(id: string): string {
    return id;
  }

  @Option({ flags: '--from <ngày>', description: 'ngày của sự kiện làm bắt đầu thời hạn' })
  from(text: string): LocalDate {
    return dayOption('--from', text);
  }

  @Option({ flags: '--variant <mức>', description: VARIANTS.join(', ') })
  variant(text: string): RuleVariant {
    return choiceOption('--variant', text, VARIANTS);
  }

  @Option({
    flags: '--pause <A..B>',
    description:
      'A: ngày quyết định tạm đình chỉ, B: ngày quyết định tiếp tục (bỏ trống nếu chưa có); dùng được nhiều lần',
  })
  pause(text: string, earlier: readonly Pause[] = []): readonly Pause[] {
    const [from, to, ...rest] = text.split('..');
    if (from === undefined || to === undefined || rest.length > 0)
      throw new UsageError(`--pause: cần dạng A..B, nhận được ${JSON.stringify(text)}`);
    return [...earlier, { from: dayOption('--pause', from), to: to === '' ? null : dayOption('--pause', to) }];
  }

  @Option({ flags: '--extensions <số>', description: 'số lần gia hạn, chỉ cho tố cáo: 0, 1 hoặc 2' })
  extensions(text: string): number {
    return wholeNumberOption('--extensions', text, { min: 0, max: 2 });
  }

  @Option({ flags: '--makeup <cách>', description: 'ignore (mặc định) hoặc count: có tính ngày làm bù không' })
  makeup(text: string): MakeupPolicy {
    return choiceOption('--makeup', text, MAKEUP_POLICIES);
  }

  @Option({ flags: '--calendar <tệp>', description: 'tệp JSON thay cho lịch có sẵn' })
  calendar(path: string): string {
    return path;
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}
