import { Module } from '@nestjs/common';
import { Command } from 'nest-commander';
import { CliGroup } from '../../cli-command.js';
import { DemoSeedCommand } from '../demo/demo-seed.command.js';
import { DemoNationCommand } from '../demo/nation/demo-nation.command.js';
import { DemoClockCommand } from './demo-clock.command.js';

@Command({
  name: 'demo',
  description: 'Dữ liệu và đồng hồ của bản trình diễn',
  subCommands: [DemoSeedCommand, DemoNationCommand, DemoClockCommand],
})
export class DemoCommand extends CliGroup {}

@Module({ providers: [DemoCommand, DemoSeedCommand, DemoNationCommand, DemoClockCommand] })
export class DemoModule {}
