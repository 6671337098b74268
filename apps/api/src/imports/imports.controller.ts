import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { readUploads } from '../http/uploads.js';
import { ImportDesk } from './import-desk.js';
import {
  ImportBatchDto,
  ImportListDto,
  ImportPreviewDto,
  ImportProgressDto,
  ImportUploadDto,
  UndoImportDto,
} from './import.dto.js';

@ApiTags('Nhập từ Excel')
@Controller('imports')
export class ImportsController {
  constructor(private readonly desk: ImportDesk) {}

  @Post()
  @ApiOperation({ summary: 'Đọc sổ và cho xem trước; chưa đăng ký gì' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ImportUploadDto })
  @ApiCreatedResponse({ type: ImportPreviewDto })
  async previewImport(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<ImportPreviewDto> {
    const { files, fields } = await readUploads(request, { maxFiles: 1 });
    return this.desk.preview(actor, files[0]!, fields['agency'] || undefined);
  }

  @Get()
  @ApiOperation({ summary: 'Các đợt nhập của cơ quan' })
  @ApiOkResponse({ type: ImportListDto })
  listImports(@CurrentActor() actor: Actor): Promise<ImportListDto> {
    return this.desk.list(actor);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Tiến độ một đợt nhập' })
  @ApiOkResponse({ type: ImportProgressDto })
  importProgress(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ImportProgressDto> {
    return this.desk.progress(actor, id);
  }

  @Post(':id/commit')
  @HttpCode(202)
  @ApiOperation({ summary: 'Đăng ký các dòng sẵn sàng' })
  @ApiAcceptedResponse({ type: ImportBatchDto })
  commitImport(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ImportBatchDto> {
    return this.desk.commit(actor, id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Dừng đợt nhập' })
  @ApiOkResponse({ type: ImportBatchDto })
  cancelImport(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ImportBatchDto> {
    return this.desk.cancel(actor, id);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @ApiOperation({ summary: 'Hoàn tác đợt nhập: hủy số của cả đợt, giữ lại dòng và lý do' })
  @ApiOkResponse({ type: ImportBatchDto })
  undoImport(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: UndoImportDto,
  ): Promise<ImportBatchDto> {
    return this.desk.undo(actor, id, body);
  }
}
