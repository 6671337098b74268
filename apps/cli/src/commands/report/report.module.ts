import { Module } from '@nestjs/common';
import { ReportCommand } from './report.command.js';

@Module({ providers: [ReportCommand] })
export class ReportModule {}
