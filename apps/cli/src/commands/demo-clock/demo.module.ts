import { Module } from '@nestjs/common';
import { Command } from 'nest-commander';
import { CliGroup } from '../../cli-command.js';
import { DemoClockCommand } from './demo-clock.command.js';

@Command({
  name: 'demo',
  description: 'Dữ liệu và đồng hồ của bản trình diễn',
  subCommands: [DemoClockCommand],
})
export class DemoCommand extends CliGroup {}

@Module({ providers: [DemoCommand, DemoClockCommand] })
export class DemoModule {}
