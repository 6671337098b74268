import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drill, type DrillReport, drillText, readConfig, recordRun } from '#libs/persistence';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { PartialFailure } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { inputPath } from '../../options.js';
import { folderOf, hasDatabase, keySource, wantsJson, withOwner } from './backup-support.js';

interface Options {
  readonly backup?: string;
  readonly keyFile?: string;
  readonly workDir?: string;
}

/** Beside the backups it speaks of, once for machines and once for people. */
function writeReport(folder: string, report: DrillReport): string {
  const reports = join(folder, 'drills');
  mkdirSync(reports, { recursive: true, mode: 0o700 });
  const path = join(reports, `${report.backup}-${report.startedAt.replaceAll(/[-:]|\.\d+/g, '')}`);
  writeFileSync(`${path}.json`, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
  writeFileSync(`${path}.txt`, `${drillText(report).join('\n')}\n`, { mode: 0o600 });
  return `${path}.txt`;
}

@SubCommand({
  name: 'drill',
  arguments: '<thư-mục>',
  description: 'Diễn tập: khôi phục bản sao lưu vào thư mục tạm, so từng bảng, nhật ký và tệp',
})
export class BackupDrillCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run(args: string[], { backup, keyFile, workDir }: Options): Promise<void> {
    const json = wantsJson(this.command);
    const config = readConfig();
    const folder = folderOf(args);
    const report = await drill({
      ...{ folder, name: backup, key: keySource(config, { keyFile, folders: [config.dataDir] }) },
      workFolder: workDir === undefined ? undefined : inputPath(workDir),
      onProgress: (line) => this.io.say(line),
    });
    const path = writeReport(folder, report);
    // On a machine that has no database of its own the report in the folder is all there is.
    if (hasDatabase(config)) await this.#record(report, folder);
    for (const line of json ? [JSON.stringify(report)] : drillText(report)) this.io.print(line);
    this.io.say(`Biên bản: ${path}`);
    if (!report.ok) throw new PartialFailure();
  }

  async #record(report: DrillReport, folder: string): Promise<void> {
    const differences = report.checks.flatMap((check) => check.differences);
    await withOwner(readConfig(), this.io, ({ connections }) =>
      recordRun(connections.admin, {
        ...{ kind: 'drill', name: report.backup, place: folder, ok: report.ok },
        ...{ startedAt: new Date(report.startedAt), finishedAt: new Date(report.finishedAt) },
        summary: { checks: report.checks.length, differences: differences.slice(0, 20) },
      }),
    );
  }

  @Option({ flags: '--backup <tên>', description: 'bản sao lưu nào; mặc định là bản mới nhất' })
  backup(name: string): string {
    return name;
  }
  @Option({ flags: '--key-file <tệp>', description: 'tệp khóa chính, khi không đặt NGHE_DAN_MASTER_KEY' })
  keyFile(path: string): string {
    return path;
  }
  @Option({ flags: '--work-dir <thư-mục>', description: 'nơi dựng bản khôi phục tạm; mặc định là thư mục tạm của máy' })
  workDir(path: string): string {
    return path;
  }
  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}
