import { Module } from '@nestjs/common';
import { AdministratorCommand } from './administrator.command.js';

@Module({ providers: [AdministratorCommand] })
export class AdministratorModule {}
