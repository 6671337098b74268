import { LocalKeyVault } from '#libs/identity';
import { Connections } from '#libs/persistence';
import type { LaneOrder } from './bulk-lanes.js';
import { bulkBatches } from './history.js';

/** One process of `bulkInParallel`: takes its order from the parent, writes, ends. */
process.once('message', (order: LaneOrder) => {
  const connections = new Connections(order.urls, 2);
  const vault = new LocalKeyVault(Buffer.from(order.masterKey, 'hex'));
  bulkBatches(connections, vault, { ...order.options, onProgress: (line) => process.send?.(line) })
    .then(() => connections.end())
    .then(
      () => process.disconnect(),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        process.exit(1);
      },
    );
});
