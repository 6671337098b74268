import { Module } from '@nestjs/common';
import { Command } from 'nest-commander';
import { CliGroup } from '../../cli-command.js';
import { NationalEdxmlCommand } from './national-edxml.command.js';
import { NationalExportCommand } from './national-export.command.js';
import { NationalMappingCommand } from './national-mapping.command.js';

const SUB_COMMANDS = [NationalExportCommand, NationalMappingCommand, NationalEdxmlCommand];

@Command({
  name: 'national',
  description: 'Cơ sở dữ liệu quốc gia và trục liên thông: xuất bản ghi, bảng trường, kiểm tra gói',
  subCommands: SUB_COMMANDS,
})
export class NationalCommand extends CliGroup {}

@Module({ providers: [NationalCommand, ...SUB_COMMANDS] })
export class NationalModule {}
