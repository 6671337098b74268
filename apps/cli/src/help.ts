import type { CommandFactory } from 'nest-commander';

type RunOptions = Extract<NonNullable<Parameters<typeof CommandFactory.run>[1]>, { helpConfiguration?: unknown }>;
/** Commander's help formatter, in the version that nest-commander brings along. */
type FormatHelp = NonNullable<NonNullable<RunOptions['helpConfiguration']>['formatHelp']>;
type Row = readonly [term: string, text: string];

const PROGRAM = 'npm run -s cli --';

const section = (title: string, rows: readonly Row[]): readonly string[] => {
  if (rows.length === 0) return [];
  const width = Math.max(...rows.map(([term]) => term.length));
  return ['', title, ...rows.map(([term, text]) => `  ${term.padEnd(width)}  ${text}`)];
};

/** Commander's help page in Vietnamese. */
export const formatHelp: FormatHelp = (command, helper) => {
  const usage = helper
    .commandUsage(command)
    .replace(/^\S+/, PROGRAM)
    .replace('[options]', '[tùy chọn]')
    .replace('[command]', 'LỆNH');
  return [
    `Cách dùng: ${usage}`,
    ...(command.description() ? ['', command.description()] : []),
    ...section(
      'Lệnh con:',
      helper.visibleCommands(command).map((c) => [c.name(), helper.subcommandDescription(c)]),
    ),
    ...section(
      'Tùy chọn:',
      helper.visibleOptions(command).map((o) => [helper.optionTerm(o), helper.optionDescription(o)]),
    ),
    '',
  ].join('\n');
};

/** The list of commands, for a command line without one. */
export const commandList = (commands: readonly { name: string; summary: string }[]): string =>
  [
    `Cách dùng: ${PROGRAM} LỆNH …`,
    ...section(
      'Lệnh:',
      commands.map((c) => [c.name, c.summary]),
    ),
  ].join('\n');
