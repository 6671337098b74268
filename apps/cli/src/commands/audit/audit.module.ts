import { Module } from '@nestjs/common';
import { Command } from 'nest-commander';
import { CliGroup } from '../../cli-command.js';
import { AuditExportCommand } from './audit-export.command.js';
import { AuditProofCommand } from './audit-proof.command.js';
import { AuditVerifyCommand } from './audit-verify.command.js';

@Command({
  name: 'audit',
  description: 'Kiểm tra, xuất và chứng minh nhật ký',
  subCommands: [AuditVerifyCommand, AuditExportCommand, AuditProofCommand],
})
export class AuditCommand extends CliGroup {}

@Module({ providers: [AuditCommand, AuditVerifyCommand, AuditExportCommand, AuditProofCommand] })
export class AuditModule {}
