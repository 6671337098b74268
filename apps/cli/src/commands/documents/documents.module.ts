import { Module } from '@nestjs/common';
import { Command } from 'nest-commander';
import { CliGroup } from '../../cli-command.js';
import { DocumentsListCommand } from './documents-list.command.js';
import { DocumentsRenderCommand } from './documents-render.command.js';

const SUB_COMMANDS = [DocumentsListCommand, DocumentsRenderCommand];

@Command({ name: 'documents', description: 'Mẫu văn bản: liệt kê và điền thử', subCommands: SUB_COMMANDS })
export class DocumentsCommand extends CliGroup {}

@Module({ providers: [DocumentsCommand, ...SUB_COMMANDS] })
export class DocumentsModule {}
