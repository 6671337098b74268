import { Module } from '@nestjs/common';
import { RestoreCommand } from './restore.command.js';

@Module({ providers: [RestoreCommand] })
export class RestoreModule {}
