import { Module } from '@nestjs/common';
import { ReportReconcileCommand } from './report-reconcile.command.js';
import { ReportCommand } from './report.command.js';

@Module({ providers: [ReportCommand, ReportReconcileCommand] })
export class ReportModule {}
