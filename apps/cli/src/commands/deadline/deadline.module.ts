import { Module } from '@nestjs/common';
import { Command } from 'nest-commander';
import { CliGroup } from '../../cli-command.js';
import { DeadlineCountCommand } from './deadline-count.command.js';
import { DeadlineExplainCommand } from './deadline-explain.command.js';

@Command({
  name: 'deadline',
  description: 'Tính và giải thích thời hạn',
  subCommands: [DeadlineCountCommand, DeadlineExplainCommand],
})
export class DeadlineCommand extends CliGroup {}

@Module({ providers: [DeadlineCommand, DeadlineCountCommand, DeadlineExplainCommand] })
export class DeadlineModule {}
