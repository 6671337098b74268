import { loadavg } from 'node:os';
import { openKeyVault } from '#libs/identity';
import {
  migrate,
  PostgresKeyChecks,
  query,
  readConfig,
  seedReference,
  StartError,
  withDatabase,
  type Config,
  type Database,
} from '#libs/persistence';
import { installQueue } from '#libs/queue';
import { perMille, rateText } from '#libs/reporting';
import { AppError, instantOf } from '#libs/shared';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../../cli-command.js';
import { CliIo } from '../../../io.js';
import { wholeNumberOption } from '../../../options.js';
import { refuseUnlessEmpty } from '../refuse-unless-empty.js';
import { foundNation, planNation, TODAY, YEAR_2025, type NationOptions, type NationPlan } from './build-nation.js';
import { readBack, type ReadBack } from './read-back.js';
import { runLanes } from './run-lanes.js';
import type { Totals } from './totals.js';

interface Asked {
  scale?: number;
  seed?: number;
  lanes?: number;
  json?: boolean;
}
interface Told {
  readonly plan: NationPlan;
  readonly read: ReadBack;
  readonly written: { readonly files: number; readonly events: number };
  readonly seconds: { readonly writing: number; readonly reading: number };
  readonly peakMb: readonly number[];
  readonly databaseMb: number;
}

const LINES: readonly (readonly [keyof Totals, string, string])[] = [
  ['petitions', 'đơn tiếp nhận trong kỳ', '01/XLD cột 3'],
  ['visits', 'lượt tiếp công dân', '01/TCD cột 1'],
  ['people', 'người được tiếp', '01/TCD cột 2'],
  ['groups', 'đoàn đông người', '01/TCD cột 8 + 17 + 26'],
  ['cases', 'vụ việc thuộc thẩm quyền', '01/KQGQ cột 4 + 03/KQGQ cột 4'],
  ['resolved', 'vụ việc đã giải quyết', '01/KQGQ cột 5 + 6, 03/KQGQ cột 6'],
];
const number = (value: number): string => value.toLocaleString('vi-VN');

@SubCommand({
  name: 'nation',
  description: 'Dựng 34 tỉnh giả định có số liệu năm 2025 đúng như đã công bố, rồi đọc lại từ các biểu',
})
export class DemoNationCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run(_args: string[], { scale = 1, seed = 1, lanes = 2, json }: Asked): Promise<void> {
    const config = readConfig();
    if (config.mode === 'production')
      throw new AppError({
        code: 'DEMO.PRODUCTION',
        status: 403,
        title: 'Chỉ có ở bản trình diễn',
        detail: 'Không tạo dữ liệu giả định trong hệ thống chạy thật.',
      });
    const told = await withDatabase(config, { max: 4, onProgress: (line) => this.io.say(line) }, (database) =>
      this.#build(config, database, { nation: { seed, scale }, lanes }),
    );
    if (json) this.io.print(JSON.stringify(jsonOf(told)));
    else for (const line of linesOf(told)) this.io.print(line);
    if (!isExact(told))
      throw new AppError({
        code: 'DEMO.NATION_INEXACT',
        status: 500,
        title: 'Số đọc lại từ các biểu không khớp',
        detail: 'Xem các dòng có dấu ≠ ở trên.',
      });
  }

  async #build(
    config: Config,
    { urls, connections }: Database,
    { nation, lanes }: { readonly nation: NationOptions; readonly lanes: number },
  ): Promise<Told> {
    if (urls.admin === undefined) throw new StartError('Cần DATABASE_ADMIN_URL, tài khoản chủ sở hữu.');
    await migrate({ adminUrl: urls.admin, installQueue });
    await seedReference(connections.admin, config.mode);
    await refuseUnlessEmpty(connections.admin);
    const checks = new PostgresKeyChecks(connections.app);
    const vault = await openKeyVault({ masterKey: config.masterKeys, dataDir: config.dataDir, checks });
    const began = performance.now();
    const plan = planNation(nation);
    const reference = await foundNation({ connections, vault }, plan);
    const sum = { files: 0, events: 0 };
    let provinces = 0;
    const peaks = await runLanes(plan, {
      ...{ urls, nation, lanes },
      onWritten: (province, { petitions, files, visits, events }) => {
        provinces += 1;
        sum.files += files;
        sum.events += events;
        this.io.say(
          `${provinces}/${plan.provinces.length} ${province}: ${number(petitions)} đơn, ${number(files)} hồ sơ, ${number(visits)} lượt tiếp, ${number(events)} sự kiện (${seconds(began)} giây)`,
        );
      },
    });
    await query(connections.admin, 'VACUUM ANALYZE');
    const writing = seconds(began);
    this.io.say('Đang lập các biểu của từng cơ quan để đọc lại');
    const reading = performance.now();
    const read = await readBack(connections, reference, {
      agencies: plan.provinces.flatMap(({ agencies }) => agencies.map(({ code }) => code)),
      ...{ period: YEAR_2025, knownAt: instantOf(TODAY, '23:00') },
    });
    const [size] = await query<{ mb: number }>(
      connections.admin,
      'SELECT (pg_database_size(current_database()) / 1048576)::int AS mb',
    );
    return {
      ...{ plan, read, written: sum, seconds: { writing, reading: seconds(reading) }, databaseMb: size?.mb ?? 0 },
      peakMb: [process.resourceUsage().maxRSS, ...peaks].map((kb) => Math.round(kb / 1024)),
    };
  }

  @Option({ flags: '--scale <số>', description: 'một phần mấy của số liệu cả nước, mặc định 1 (đủ)' })
  scale(text: string): number {
    return wholeNumberOption('--scale', text, { min: 1, max: 1000 });
  }

  @Option({ flags: '--seed <số>', description: 'hạt giống: cùng số cho cùng dữ liệu, mặc định 1' })
  seedNumber(text: string): number {
    return wholeNumberOption('--seed', text, { min: 0, max: 2_147_483_647 });
  }

  @Option({ flags: '--lanes <số>', description: 'số tiến trình cùng dựng, mặc định 2' })
  lanes(text: string): number {
    return wholeNumberOption('--lanes', text, { min: 1, max: 16 });
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}

const seconds = (since: number): number => Math.round((performance.now() - since) / 100) / 10;
const isExact = ({ plan, read }: Told): boolean =>
  read.broken.length === 0 && LINES.every(([key]) => read.totals[key] === plan.totals[key]);
const rateOf = ({ cases, resolved }: Totals): string => rateText(perMille(resolved, cases));

const linesOf = (told: Told): string[] => {
  const { plan, read } = told;
  return [
    `Đọc lại từ biểu của ${read.readers} cơ quan, mỗi cơ quan do người đứng đầu lập theo quyền xem của mình:`,
    ...LINES.map(([key, title, source]) => {
      const same = read.totals[key] === plan.totals[key];
      return `${same ? '=' : '≠'} ${number(read.totals[key])} ${title} (${source})${same ? '' : `, đã đặt ${number(plan.totals[key])}`}`;
    }),
    `  Tỷ lệ giải quyết: ${rateOf(read.totals)}`,
    read.broken.length === 0
      ? '  Mọi công thức của chín biểu đều khớp ở mọi cơ quan.'
      : `≠ Công thức không khớp: ${read.broken.join('; ')}`,
    `Đã dựng ${number(told.written.files)} hồ sơ, ${number(told.written.events)} sự kiện trong ${told.seconds.writing} giây, đọc lại trong ${told.seconds.reading} giây.`,
    `Bộ nhớ nhiều nhất của các tiến trình: ${told.peakMb.join(', ')} MB. Cơ sở dữ liệu: ${number(told.databaseMb)} MB. Tải máy: ${loadavg()[0]!.toFixed(1)}.`,
  ];
};

const jsonOf = ({ plan, read, ...rest }: Told): object => ({
  ...{ exact: isExact({ plan, read, ...rest }), meant: plan.totals, read: read.totals, rate: rateOf(read.totals) },
  ...{ broken: read.broken, agencies: read.readers, provinces: plan.provinces.length },
  forms: Object.fromEntries([...read.forms].map(([form, columns]) => [form, Object.fromEntries(columns)])),
  ...{ ...rest, load: loadavg()[0] },
});
