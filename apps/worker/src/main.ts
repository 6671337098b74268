import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { openStanding, readConfig, StartError } from '#libs/persistence';
import { assemble } from './assemble.js';
import { log, logError } from './log.js';
import { WorkerModule } from './worker.module.js';

const STOP_MS = 15_000;
/** Two lanes of firing, effects with two connections each, and the odd look. */
const CONNECTIONS = 12;

async function start(): Promise<void> {
  const config = readConfig();
  const standing = await openStanding(config, { max: CONNECTIONS }, (database) => assemble(config, database));
  const { database, made: parts } = standing;
  const app = await NestFactory.createApplicationContext(WorkerModule.of(parts), {
    logger: false,
    abortOnError: false,
  });

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    await app.close();
    await database.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
  process.on('unhandledRejection', (error) => logError('unhandled', error));
  log('info', 'ready', { pid: process.pid });
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof StartError ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exit(1);
});
