import { PostgresRowCopy, readConfig, StartError, withDatabase } from '#libs/persistence';
import { RowKeeper } from '#libs/reporting';
import { AppError } from '#libs/shared';
import { procedures } from '#workflows';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { CliIo } from '../../io.js';

interface ReconcileOptions {
  repair?: boolean;
  json?: boolean;
}
const SHOWN = 20;

@SubCommand({
  name: 'reconcile',
  description: 'Đối chiếu từng dòng bảng tính sẵn của các biểu với sổ nhật ký; --repair: sửa dòng sai',
})
export class ReportReconcileCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run(_args: string[], { repair = false, json }: ReconcileOptions): Promise<void> {
    const done = await withDatabase(
      readConfig(),
      { max: 3, onProgress: (line) => this.io.say(line) },
      async ({ urls, connections }) => {
        if (urls.admin === undefined) throw new StartError('Cần DATABASE_ADMIN_URL, tài khoản chủ sở hữu.');
        const keeper = new RowKeeper(new PostgresRowCopy(connections.admin), procedures);
        const refreshed = await keeper.refresh((part, of) =>
          this.io.say(`Đang cập nhật: ${part}/${of} đơn, lượt và buổi tiếp`),
        );
        const held = refreshed === null ? null : await keeper.reconcile({ repair });
        return refreshed === null || held === null ? null : { refreshed, ...held };
      },
    );
    if (!done)
      throw new AppError({
        code: 'REPORT.COPY_BUSY',
        status: 409,
        title: 'Bảng tính sẵn đang được cập nhật',
        detail: 'Tiến trình khác đang ghi; hãy chạy lại sau.',
      });
    const { refreshed, petitions, receptions, rows, differing } = done;
    if (json) this.io.print(JSON.stringify({ ...done, repaired: repair }));
    else {
      this.io.print(
        `Đã cập nhật ${refreshed} đơn, lượt và buổi tiếp; đối chiếu ${rows} dòng của ${petitions} đơn, ${receptions} lượt và buổi tiếp với sổ nhật ký.`,
      );
      this.io.print(
        differing.length === 0
          ? 'Mọi dòng đều khớp.'
          : `${differing.length} đơn, lượt hoặc buổi tiếp có dòng không khớp:`,
      );
      for (const id of differing.slice(0, SHOWN)) this.io.print(`  ${id}`);
      if (repair && differing.length > 0) this.io.print('Đã ghi lại các dòng đó theo sổ nhật ký.');
    }
    if (!repair && differing.length > 0)
      throw new AppError({
        code: 'REPORT.COPY_DIFFERS',
        status: 409,
        title: 'Bảng tính sẵn khác sổ nhật ký',
        detail: 'Chạy lại với --repair để ghi lại các dòng sai.',
      });
  }

  @Option({ flags: '--repair', description: 'ghi lại dòng sai theo sổ nhật ký' })
  repair(): boolean {
    return true;
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}
