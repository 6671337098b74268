import { query, readConfig, withDatabase, type Config, type Database } from '#libs/persistence';
import { addMonths, AppError, dayOf, formatDay, instantOf, type LocalDate } from '#libs/shared';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { CliIo } from '../../io.js';
import { wholeNumberOption } from '../../options.js';
import { planDemo } from './plan.js';
import { DemoReplay } from './replay.js';
import { openStage } from './stage.js';

interface SeedOptions {
  cases?: number;
  seed?: number;
  json?: boolean;
}

const MONTHS_BACK = -14;
const MARK = 'demo-seed';
/** How the petitions spread: the commune of the demo accounts has the most. */
const WEIGHT: Readonly<Record<string, number>> = { 'XA-TANTHANH': 5, 'PHUONG-TRUNGTAM': 3 };
const REPLAYED = [
  'ledger_leaf',
  'tree_head',
  'case_event',
  'event_text',
  'inbox',
  'task',
  'effect',
  'idempotency',
  'milestone',
  'deadline',
  'case_file',
  'petition_link',
  'attachment',
  'petitioner',
  'petition',
  'register_counter',
  'import_row',
  'import_batch',
];

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
    const today = dayOf(new Date());
    const counts = await withDatabase(config, { max: 10, onProgress: (line) => this.io.say(line) }, (database) =>
      this.seed(config, database, { cases, seed, today }),
    );
    if (json) return this.io.print(JSON.stringify(counts));
    this.io.print(
      `Đã tạo ${counts.petitions} đơn, ${counts.caseFiles} hồ sơ, ${counts.events} sự kiện trong sổ nhật ký.`,
    );
  }

  private async seed(
    config: Config,
    database: Database,
    { cases, seed, today }: { cases: number; seed: number; today: LocalDate },
  ) {
    const { admin } = database.connections;
    await this.claim(database);
    const from = addMonths(today, MONTHS_BACK);
    const agencies = await query<{ code: string; remote: boolean }>(
      admin,
      `SELECT code, remote FROM app.agency WHERE level = 'commune' ORDER BY id`,
    );
    const plan = planDemo({
      petitions: cases,
      seed,
      from,
      today,
      agencies: agencies.map(({ code, remote }) => ({ code, remote, weight: WEIGHT[code] ?? 1 })),
    });
    // The ledger is empty, so the business clock may start in the past; from here on it only goes forward.
    await query(admin, 'UPDATE app.business_clock SET offset_seconds = extract(epoch FROM $1::timestamptz - now())', [
      instantOf(plan[0]?.receivedOn ?? today, '07:30'),
    ]);
    // A seeding that is cut off begins again from nothing, so its commits need not wait for the disk.
    await this.waitForDisk(database, false);
    const stage = await openStage(config, database);
    let told = '';
    await new DemoReplay(stage, plan, {
      today,
      onProgress: async (done, total, day) => {
        const month = day.slice(0, 7);
        if (month === told) return;
        told = month;
        this.io.say(`Đang chạy lại đến ${formatDay(day)}: ${done}/${total} đơn`);
        // Tables grow from nothing within a minute; plans made for empty ones would read them whole.
        await query(admin, 'ANALYZE');
      },
    }).run();
    await this.waitForDisk(database, true);
    await query(admin, 'UPDATE app.business_clock SET offset_seconds = 0 WHERE offset_seconds < 0');
    await query(admin, 'CHECKPOINT');
    await query(admin, `UPDATE app.meta SET value = '{"state":"done"}' WHERE key = $1`, [MARK]);
    return this.counts(database);
  }

  /** A seeding that was cut off is taken down and begun again; petitions that people have registered are never touched. */
  private async claim(database: Database): Promise<void> {
    const { admin } = database.connections;
    const [mark] = await query<{ state: string }>(
      admin,
      `SELECT value->>'state' AS state FROM app.meta WHERE key = $1`,
      [MARK],
    );
    const [{ filled } = { filled: true }] = await query<{ filled: boolean }>(
      admin,
      'SELECT EXISTS (SELECT FROM app.petition) AS filled',
    );
    if (filled && mark?.state !== 'running')
      throw new AppError({
        code: 'DEMO.NOT_EMPTY',
        status: 409,
        title: 'Đã có dữ liệu',
        detail: 'Chỉ tạo dữ liệu trình diễn khi sổ tiếp nhận còn trống.',
      });
    if (filled) await query(admin, `TRUNCATE ${REPLAYED.map((table) => `app.${table}`).join(', ')}`);
    await query(
      admin,
      `INSERT INTO app.meta (key, value) VALUES ($1, '{"state":"running"}') ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      [MARK],
    );
  }

  /** For connections opened from now on. */
  private async waitForDisk({ connections }: Database, wait: boolean): Promise<void> {
    await query(
      connections.admin,
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I ${wait ? 'RESET synchronous_commit' : 'SET synchronous_commit TO off'}', current_database()); END $$`,
    );
  }

  private async counts(database: Database) {
    const [row] = await query<{ petitions: number; caseFiles: number; events: number }>(
      database.connections.admin,
      `SELECT (SELECT count(*) FROM app.petition)::int AS petitions, (SELECT count(*) FROM app.case_file)::int AS "caseFiles", (SELECT count(*) FROM app.case_event)::int AS events`,
    );
    return row ?? { petitions: 0, caseFiles: 0, events: 0 };
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
