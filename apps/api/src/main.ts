import 'reflect-metadata';
import { join } from 'node:path';
import { openStanding, readConfig, StartError } from '#libs/persistence';
import { assemble } from './assemble.js';
import { createApp } from './http/create-app.js';
import { log } from './http/log.js';
import { startMetrics } from './ops/metrics.js';

const STOP_MS = 8_000;

async function start(): Promise<void> {
  const config = readConfig();
  const standing = await openStanding(config, { max: 16 }, (database) => assemble(config, database));
  const { database, made: system } = standing;
  const app = await createApp(system, {
    production: config.mode === 'production',
    proxies: config.signIn.proxies,
    webRoot: join(process.cwd(), 'dist/web'),
  });
  startMetrics();
  await app.listen(config.port, config.host);
  log('info', 'listening', { port: config.port, mode: config.mode });

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    await app.close();
    await system.close();
    await database.close();
    log('info', 'stopped');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof StartError ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(1);
});
