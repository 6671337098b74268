import { Module } from '@nestjs/common';
import { Command } from 'nest-commander';
import { CliGroup } from '../../cli-command.js';
import { IdentityRotateKeyCommand } from './rotate-key.command.js';

@Command({
  name: 'identity',
  description: 'Khóa chính niêm phong thông tin người tố cáo',
  subCommands: [IdentityRotateKeyCommand],
})
export class IdentityCommand extends CliGroup {}

@Module({ providers: [IdentityCommand, IdentityRotateKeyCommand] })
export class IdentityModule {}
