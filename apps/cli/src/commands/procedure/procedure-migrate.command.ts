import { randomBytes } from 'node:crypto';
import { CaseworkService, migrateCases, type MigratedCase, type MigrationReport } from '#libs/casework';
import { LocalKeyVault } from '#libs/identity';
import { IdentityTextSeal } from '#libs/intake';
import { CalendarKeeper, PostgresCaseFiles, readConfig, withDatabase } from '#libs/persistence';
import type { CaseMigration } from '#libs/procedure';
import { formatDay, type LocalDate } from '#libs/shared';
import { findMigration, MIGRATIONS, procedures, transitionalFor, type TransitionalRule } from '#workflows';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { PartialFailure, UsageError } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { wholeNumberOption } from '../../options.js';

interface MigrateOptions {
  from?: number;
  to?: number;
  dryRun?: boolean;
  json?: boolean;
}

@SubCommand({
  name: 'migrate',
  description: 'Chuyển hồ sơ đang giải quyết sang phiên bản mới của quy trình',
  arguments: '<quy-trình>',
})
export class ProcedureMigrateCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run([name]: string[], { from, to, dryRun = false, json = false }: MigrateOptions): Promise<void> {
    const migration = pickMigration(name, from, to);
    const config = readConfig();
    const report = await withDatabase(
      config,
      { max: 3, onProgress: (line) => this.io.say(line) },
      async ({ connections }) => {
        const casework = new CaseworkService({
          files: new PostgresCaseFiles(connections),
          // A migration writes no words and reads none.
          seal: new IdentityTextSeal(new LocalKeyVault(new Map([[1, randomBytes(32)]]))),
          procedures,
          calendar: await new CalendarKeeper(connections, 'worker').read(),
          systemNow: () => new Date(),
        });
        return migrateCases(casework.deps, migration, { dryRun });
      },
    );
    if (json) this.io.print(JSON.stringify(documentOf(report, migration)));
    else for (const line of linesOf(report, migration)) this.io.print(line);
    if (report.totals.stay > 0 && !dryRun) throw new PartialFailure();
  }

  @Option({ flags: '--from <số>', description: 'phiên bản hồ sơ đang theo' })
  from(text: string): number {
    return wholeNumberOption('--from', text, { min: 1, max: 999 });
  }

  @Option({ flags: '--to <số>', description: 'phiên bản chuyển sang' })
  to(text: string): number {
    return wholeNumberOption('--to', text, { min: 1, max: 999 });
  }

  @Option({ flags: '--dry-run', description: 'chỉ liệt kê, không ghi gì' })
  dryRun(): boolean {
    return true;
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}

function pickMigration(name: string | undefined, from: number | undefined, to: number | undefined): CaseMigration {
  if (name === undefined || from === undefined || to === undefined)
    throw new UsageError('Cần tên quy trình, --from và --to, ví dụ petition-handling --from 1 --to 2');
  const found = findMigration(name, from, to);
  if (found) return found;
  const known = MIGRATIONS.map((one) => `${one.procedure} ${one.from} → ${one.to}`);
  throw new UsageError(`Không có cách chuyển ${name} ${from} → ${to}. Đang có: ${known.join(', ')}.`);
}

const rulesFor = (procedure: string, { known, openedOn }: MigratedCase): readonly TransitionalRule[] =>
  transitionalFor(procedure, { known, openedOn });

/** Findings of a file stay in the database: the document names files, days and rules. */
const documentOf = ({ files, ...report }: MigrationReport, migration: CaseMigration) => ({
  ...report,
  basis: migration.basis,
  movesDates: migration.movesDates ?? null,
  notOpened: migration.leaves ?? {},
  files: files.map((file) => {
    const { caseFileId, from, to, stays, clocks } = file;
    const transitional = rulesFor(report.procedure, file).map(({ id }) => id);
    return { caseFileId, from, to, stays, clocks, transitional };
  }),
});

const dayOr = (day: LocalDate | null): string => (day === null ? 'không có ngày' : formatDay(day));

function linesOf(report: MigrationReport, migration: CaseMigration): string[] {
  const { procedure, from, to, files, totals, dryRun, certificate } = report;
  const touched = new Map(files.flatMap((file) => rulesFor(procedure, file)).map((rule) => [rule.id, rule]));
  return [
    `${procedure} ${from} → ${to}, căn cứ ${migration.basis.text}${dryRun ? ' (chạy thử, không ghi)' : ''}`,
    ...Object.entries(migration.leaves ?? {}).map(([rule, why]) => `  Không mở ${rule}: ${why}`),
    ...files.flatMap(fileLines),
    ...[...touched.values()].map(
      ({ citation, about, sentence }) =>
        `  Chuyển tiếp (${citation.text}${citation.mark === 'V' ? '' : ', cách hiểu chưa xác nhận'}): ${about}. ${sentence}`,
    ),
    `${totals.files} hồ sơ: ${totals.goOver} chuyển, ${totals.stay} ở lại phiên bản cũ, ${totals.moveDates} có thời hạn đổi; ` +
      `chứng nhận ${certificate.slice(0, 16)}…`,
  ];
}

function fileLines({ caseFileId, from, to, stays, clocks }: MigratedCase): string[] {
  const way = stays ? `ở lại “${from}”: ${stays.reason} (${stays.code})` : `“${from}” → “${to}”`;
  return [
    `${caseFileId}: ${way}`,
    ...clocks
      .filter(({ what, before, after }) => what !== 'stays' || before !== after)
      .map(({ title, before, after, why }) => `  ${title}: ${dayOr(before)} → ${dayOr(after)}. ${why}`),
  ];
}
