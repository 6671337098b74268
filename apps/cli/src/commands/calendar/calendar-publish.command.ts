import { isUuid } from '#libs/shared';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { UsageError } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { wholeNumberOption } from '../../options.js';

interface PublishOptions {
  reason?: string;
  acceptDiffering?: number;
  user?: string;
  json?: boolean;
}

@SubCommand({
  name: 'publish',
  arguments: '<bản-xem-trước>',
  description: 'Công bố đúng thay đổi đã xem trước; worker tính lại các thời hạn đang chạy',
})
export class CalendarPublishCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run([previewId]: string[], { reason, acceptDiffering, user, json }: PublishOptions): Promise<void> {
    if (!isUuid(previewId)) throw new UsageError(`Mã bản xem trước không đúng dạng: ${previewId ?? ''}`);
    if (!reason?.trim()) throw new UsageError('Thiếu --reason');
    const { withCalendar } = await import('./with-calendar.js');
    await withCalendar(this.io, user, async ({ changes, reader, administrator }) => {
      const { publicationId } = await changes.publish(administrator, {
        ...{ previewId, reason },
        ...(acceptDiffering === undefined ? {} : { acceptDiffering }),
      });
      const row = await reader.publication(administrator, publicationId);
      if (json) return this.io.print(JSON.stringify({ publicationId, number: row?.number, version: row?.version }));
      this.io.print(`Đã công bố lần ${row?.number}: ${publicationId}. Worker đang chạy sẽ tính lại các thời hạn.`);
    });
  }

  @Option({ flags: '--reason <lý-do>', description: 'lý do công bố, được giữ lại' })
  reason(text: string): string {
    return text;
  }

  @Option({ flags: '--accept-differing <số>', description: 'chấp nhận số thời hạn khác bản xem trước' })
  acceptDiffering(text: string): number {
    return wholeNumberOption('--accept-differing', text, { min: 0, max: 1_000_000 });
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
