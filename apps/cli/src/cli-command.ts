import { CommandRunner } from 'nest-commander';
import { UsageError } from './exit-code.js';
import { formatHelp } from './help.js';

/** The parser's own command; nest-commander brings its version of commander along. */
type ParserCommand = Parameters<CommandRunner['setCommand']>[0];

/** Base of every command and subcommand: parse errors are thrown, never an exit from the middle, and help is Vietnamese. */
export abstract class CliCommand extends CommandRunner {
  override setCommand(command: ParserCommand): this {
    command.exitOverride();
    command.configureHelp({ formatHelp });
    command.helpOption('-h, --help', 'hiện hướng dẫn');
    command.addHelpCommand(false);
    command.allowExcessArguments(false);
    return super.setCommand(command);
  }
}

/** A command that only groups subcommands: called without one, it says what to choose from and ends as wrong usage. */
export abstract class CliGroup extends CliCommand {
  override setCommand(command: ParserCommand): this {
    super.setCommand(command);
    // The word that is not a subcommand arrives in `run`, which names the right ones.
    command.allowExcessArguments(true);
    return this;
  }

  run([unknown]: string[]): Promise<void> {
    const name = this.command.name();
    const known = this.command.commands.map((c) => c.name()).join(', ');
    const wrong = unknown === undefined ? `Cần một lệnh con của ${name}` : `${name} không có lệnh con ${unknown}`;
    return Promise.reject(new UsageError(`${wrong}; chọn một trong: ${known}`));
  }
}
