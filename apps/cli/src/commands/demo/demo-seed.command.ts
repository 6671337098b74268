import { openKeyVault } from '#libs/identity';
import { PostgresKeyChecks, query, readConfig, withDatabase, type Config, type Database } from '#libs/persistence';
import { addDays, addMonths, AppError, dayOf, formatDay, instantOf, type LocalDate } from '#libs/shared';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { CliIo } from '../../io.js';
import { wholeNumberOption } from '../../options.js';
import { copyTables } from './bulk/copy-tables.js';
import type { MemoryDatabase } from './bulk/memory-ports.js';
import { memorySystem } from './bulk/memory-system.js';
import { MemoryTables } from './bulk/memory-tables.js';
import { readReference } from './bulk/reference.js';
import { replayHistory } from './bulk/replay-history.js';
import { planDemo } from './plan.js';
import { seedReception } from './reception.js';
import { refuseUnlessEmpty } from './refuse-unless-empty.js';

interface SeedOptions {
  cases?: number;
  seed?: number;
  json?: boolean;
}

const MONTHS_BACK = -14;
/** How the petitions spread: the commune of the demo accounts has the most. */
const WEIGHT: Readonly<Record<string, number>> = { 'XA-TANTHANH': 5, 'PHUONG-TRUNGTAM': 3 };

interface SeedPlan {
  readonly cases: number;
  readonly seed: number;
  readonly now: Date;
}

/** The last day whose office hours have begun: nothing of the history lies in the future. */
function lastOpening(now: Date): LocalDate {
  const today = dayOf(now);
  return now >= instantOf(today, '08:30') ? today : addDays(today, -1);
}

@SubCommand({ name: 'seed', description: 'Tạo lịch sử 14 tháng của tỉnh trình diễn bằng cách chạy lại từng thao tác' })
export class DemoSeedCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run(_args: string[], { cases = 2000, seed = 1, json }: SeedOptions): Promise<void> {
    const config = readConfig();
    if (config.mode === 'production')
      throw new AppError({
        code: 'DEMO.PRODUCTION',
        status: 403,
        title: 'Chỉ có ở bản trình diễn',
        detail: 'Không tạo dữ liệu trình diễn trong hệ thống chạy thật.',
      });
    const now = new Date();
    const counts = await withDatabase(config, { max: 4, onProgress: (line) => this.io.say(line) }, (database) =>
      this.seed(config, database, { cases, seed, now }),
    );
    if (json) return this.io.print(JSON.stringify(counts));
    this.io.print(
      `Đã tạo ${counts.petitions} đơn, ${counts.caseFiles} hồ sơ, ${counts.events} sự kiện trong sổ nhật ký.`,
    );
  }

  /**
   * The history is made in memory by the product's own services, act by act on its day, and written by COPY in one
   * transaction: either all of it is there or none. A test holds such a history equal, row for row, to a clicked one.
   */
  private async seed(config: Config, { connections }: Database, { cases, seed, now }: SeedPlan) {
    const { admin } = connections;
    await refuseUnlessEmpty(admin);
    const today = lastOpening(now);
    const from = addMonths(today, MONTHS_BACK);
    const reference = await readReference(connections);
    const agencies = [...reference.agencies.values()].filter(({ level }) => level === 'commune');
    const plan = planDemo({
      ...{ petitions: cases, seed, from, today },
      agencies: agencies.map(({ code, remote }) => ({ code, remote, weight: WEIGHT[code] ?? 1 })),
    });
    const checks = new PostgresKeyChecks(connections.app);
    const vault = await openKeyVault({ masterKey: config.masterKeys, dataDir: config.dataDir, checks });
    const db: MemoryDatabase = { tables: new MemoryTables(), reference, now: instantOf(addDays(from, -1)) };
    let told = '';
    await replayHistory(memorySystem(db, vault), reference, {
      ...{ plan, today },
      onProgress: (done, total, day) => {
        if (day.slice(0, 7) === told) return;
        told = day.slice(0, 7);
        this.io.say(`Đang dựng lại đến ${formatDay(day)}: ${done}/${total} đơn`);
      },
    });
    await copyTables(admin, db.tables);
    await seedReception({ connections, vault, reference }, today);
    await query(admin, 'ANALYZE');
    return {
      petitions: db.tables.petitions.size,
      caseFiles: db.tables.cases.size,
      events: db.tables.events.length,
    };
  }

  @Option({ flags: '--cases <số>', description: 'số đơn, mặc định 2000' })
  cases(text: string): number {
    return wholeNumberOption('--cases', text, { min: 1, max: 1_000_000 });
  }

  @Option({ flags: '--seed <số>', description: 'hạt giống: cùng số cho cùng dữ liệu, mặc định 1' })
  seedNumber(text: string): number {
    return wholeNumberOption('--seed', text, { min: 0, max: 2_147_483_647 });
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}
