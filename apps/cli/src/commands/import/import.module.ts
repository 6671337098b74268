import { Module } from '@nestjs/common';
import { Command } from 'nest-commander';
import { CliGroup } from '../../cli-command.js';
import { ImportRegisterCommand } from './import-register.command.js';
import { ImportUndoCommand } from './import-undo.command.js';

@Command({
  name: 'import',
  description: 'Nhập sổ tiếp nhận cũ từ Excel',
  subCommands: [ImportRegisterCommand, ImportUndoCommand],
})
export class ImportCommand extends CliGroup {}

@Module({ providers: [ImportCommand, ImportRegisterCommand, ImportUndoCommand] })
export class ImportModule {}
