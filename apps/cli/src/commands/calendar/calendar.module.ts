import { Module } from '@nestjs/common';
import { Command } from 'nest-commander';
import { CliGroup } from '../../cli-command.js';
import { CalendarPreviewCommand } from './calendar-preview.command.js';
import { CalendarPublishCommand } from './calendar-publish.command.js';
import { CalendarShowCommand } from './calendar-show.command.js';

@Command({
  name: 'calendar',
  description: 'Xem, xem trước thay đổi và công bố lịch nghỉ',
  subCommands: [CalendarShowCommand, CalendarPreviewCommand, CalendarPublishCommand],
})
export class CalendarCommand extends CliGroup {}

@Module({ providers: [CalendarCommand, CalendarShowCommand, CalendarPreviewCommand, CalendarPublishCommand] })
export class CalendarModule {}
