import 'reflect-metadata';
import { type DynamicModule, Module } from '@nestjs/common';
import { CommandFactory, CommandRunnerService } from 'nest-commander';
import { COMMANDS, type CommandEntry } from './commands/index.js';
import { endingOf, type ExitCode } from './exit-code.js';
import { commandList, formatHelp } from './help.js';
import { CliIo } from './io.js';

@Module({})
class IoModule {
  static with(io: CliIo): DynamicModule {
    return { module: IoModule, global: true, providers: [{ provide: CliIo, useValue: io }], exports: [CliIo] };
  }
}

@Module({})
class CliModule {}

/** Loads one command with its module and runs it; throws what the command or its parser throws. */
async function runEntry(entry: CommandEntry, args: readonly string[], io: CliIo): Promise<void> {
  const root: DynamicModule = { module: CliModule, imports: [IoModule.with(io), await entry.load()] };
  let failure: { error: unknown } | undefined;
  const app = await CommandFactory.createWithoutRunning(root, {
    logger: ['error', 'fatal'],
    abortOnError: false,
    helpConfiguration: { formatHelp },
    outputConfiguration: { writeOut: (text) => io.print(text.trimEnd()), writeErr: () => undefined },
    errorHandler: (error) => {
      throw error;
    },
    serviceErrorHandler: (error) => {
      failure = { error };
    },
  });
  try {
    await app.get(CommandRunnerService).run(['node', 'nghe-dan', ...args]);
  } finally {
    await app.close();
  }
  if (failure) throw failure.error;
}

/**
 * Runs one command line.
 * @param args What follows the program's name, e.g. `['deadline', 'count', '--from', '2026-02-10', '--days', '10']`.
 */
export async function runCli(
  args: readonly string[],
  io: CliIo,
  commands: readonly CommandEntry[] = COMMANDS,
): Promise<ExitCode> {
  const [name] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    io.print(commandList(commands));
    return 0;
  }
  const entry = commands.find((c) => c.name === name);
  if (!entry) {
    io.say(name === undefined ? commandList(commands) : `Không có lệnh: ${name}\n${commandList(commands)}`);
    return 2;
  }
  try {
    await runEntry(entry, args, io);
    return 0;
  } catch (error) {
    const { code, message } = endingOf(error);
    if (message !== null) io.say(message);
    return code;
  }
}
