import { Module } from '@nestjs/common';
import { Command } from 'nest-commander';
import { CliGroup } from '../../cli-command.js';
import { ProcedureBasisCommand } from './procedure-basis.command.js';
import { ProcedureCheckCommand } from './procedure-check.command.js';
import { ProcedureListCommand } from './procedure-list.command.js';
import { ProcedureMigrateCommand } from './procedure-migrate.command.js';
import { ProcedurePrintCommand } from './procedure-print.command.js';

const SUB_COMMANDS = [
  ProcedureListCommand,
  ProcedureCheckCommand,
  ProcedurePrintCommand,
  ProcedureMigrateCommand,
  ProcedureBasisCommand,
];

@Command({ name: 'procedure', description: 'Liệt kê, kiểm tra và in các quy trình', subCommands: SUB_COMMANDS })
export class ProcedureCommand extends CliGroup {}

@Module({ providers: [ProcedureCommand, ...SUB_COMMANDS] })
export class ProcedureModule {}
