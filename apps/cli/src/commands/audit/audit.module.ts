import { Module } from '@nestjs/common';
import { Command } from 'nest-commander';
import { CliGroup } from '../../cli-command.js';
import { AuditExportCommand } from './audit-export.command.js';
import { AuditProofCommand } from './audit-proof.command.js';
import { AuditRotateKeyCommand } from './audit-rotate-key.command.js';
import { AuditVerifyCommand } from './audit-verify.command.js';

@Command({
  name: 'audit',
  description: 'Kiểm tra, xuất, chứng minh nhật ký và thay khóa ký',
  subCommands: [AuditVerifyCommand, AuditExportCommand, AuditProofCommand, AuditRotateKeyCommand],
})
export class AuditCommand extends CliGroup {}

@Module({ providers: [AuditCommand, AuditVerifyCommand, AuditExportCommand, AuditProofCommand, AuditRotateKeyCommand] })
export class AuditModule {}
