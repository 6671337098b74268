import { openKeyVault } from '#libs/identity';
import { Connections, PostgresKeyChecks, readConfig, type DatabaseUrls } from '#libs/persistence';
import { readReference } from '../bulk/reference.js';
import { planNation, writeProvinces, type NationOptions } from './build-nation.js';
import type { Written } from './replay-province.js';

/** What a lane is told: which provinces of which nation, and where they go. Keys are read by each process itself. */
export interface LaneOrder {
  readonly urls: DatabaseUrls;
  readonly nation: NationOptions;
  readonly provinces: readonly string[];
}
export type LaneNews =
  | { readonly kind: 'written'; readonly province: string; readonly written: Written }
  | { readonly kind: 'done'; readonly peakKb: number };

/** One process of the nation: writes its provinces, says how far it is, ends. */
async function lane({ urls, nation, provinces }: LaneOrder, tell: (news: LaneNews) => void): Promise<void> {
  const config = readConfig();
  const connections = new Connections(urls, 2);
  try {
    const checks = new PostgresKeyChecks(connections.app);
    const vault = await openKeyVault({ masterKey: config.masterKeys, dataDir: config.dataDir, checks });
    await writeProvinces({ connections, vault }, await readReference(connections), {
      provinces: planNation(nation).provinces.filter(({ code }) => provinces.includes(code)),
      onWritten: (province, written) => tell({ kind: 'written', province, written }),
    });
    tell({ kind: 'done', peakKb: process.resourceUsage().maxRSS });
  } finally {
    await connections.end();
  }
}

process.once('message', (order: LaneOrder) => {
  lane(order, (news) => process.send?.(news)).then(
    () => process.disconnect(),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    },
  );
});
