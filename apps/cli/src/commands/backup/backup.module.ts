import { Module } from '@nestjs/common';
import { BackupCommand } from './backup.command.js';
import { BackupDrillCommand } from './backup-drill.command.js';
import { BackupListCommand } from './backup-list.command.js';

@Module({ providers: [BackupCommand, BackupDrillCommand, BackupListCommand] })
export class BackupModule {}
