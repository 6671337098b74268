import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#libs/access';
import { AppError, isLocalDate, type LocalDate } from '#libs/shared';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { readUploads } from '../http/uploads.js';
import { DocumentDesk } from './document-desk.js';
import {
  CreatedTemplateDto,
  TemplateListDto,
  TemplateListQuery,
  TemplateQuery,
  TemplateUploadDto,
} from './document.dto.js';
import { FILE_ANSWER, sendFile } from './send-file.js';

const dayOf = (text: string | undefined, label: string): LocalDate => {
  if (isLocalDate(text)) return text;
  throw new AppError({
    code: 'HTTP.INVALID',
    status: 422,
    title: 'Dữ liệu gửi lên chưa đúng',
    detail: `${label} phải là một ngày có thật, dạng NNNN-TT-NN.`,
  });
};

@ApiTags('Mẫu văn bản')
@Controller('document-templates')
export class TemplatesController {
  constructor(private readonly desk: DocumentDesk) {}

  @Get()
  @ApiOperation({ summary: 'Mẫu văn bản trong mọi phiên bản, kèm mẫu cơ quan đã sửa' })
  @ApiOkResponse({ type: TemplateListDto })
  listTemplates(@CurrentActor() actor: Actor, @Query() { on }: TemplateListQuery): Promise<TemplateListDto> {
    return this.desk.templateList(actor, on);
  }

  @Post()
  @ApiOperation({ summary: 'Tải lên mẫu đã sửa trong Word; được kiểm tra trước khi nhận' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: TemplateUploadDto })
  @ApiCreatedResponse({ type: CreatedTemplateDto })
  async uploadTemplate(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<CreatedTemplateDto> {
    const { files, fields } = await readUploads(request, { maxFiles: 1 });
    const { form = '', version, validFrom } = fields;
    const id = await this.desk.templates.upload(actor, {
      form,
      ...(version && { formFrom: dayOf(version, 'Phiên bản của mẫu') }),
      validFrom: dayOf(validFrom, 'Ngày áp dụng'),
      bytes: files[0]?.bytes ?? Buffer.alloc(0),
    });
    return { id };
  }

  @Get('standard/:form')
  @ApiOperation({ summary: 'Mẫu chuẩn dạng Word để sửa' })
  @ApiOkResponse(FILE_ANSWER)
  async standardTemplate(@Param('form') form: string, @Query() query: TemplateQuery, @Res() reply: FastifyReply) {
    const { version, size } = query;
    const bytes = await this.desk.templates.standard(form, {
      ...(version && { formFrom: version as LocalDate }),
      ...(size && { size }),
    });
    await sendFile(reply, { bytes, name: `${form}.docx` });
  }

  @Get('standard/:form/preview.pdf')
  @ApiOperation({ summary: 'Xem thử mẫu chuẩn với dữ liệu giả định' })
  @ApiOkResponse(FILE_ANSWER)
  async previewStandard(@Param('form') form: string, @Query() { version }: TemplateQuery, @Res() reply: FastifyReply) {
    const bytes = await this.desk.templates.standardPreview(form, version as LocalDate | undefined);
    await sendFile(reply, { bytes, name: 'xem-thu.pdf' });
  }

  @Get(':id')
  @ApiOperation({ summary: 'Tệp mẫu cơ quan đã tải lên' })
  @ApiOkResponse(FILE_ANSWER)
  async ownTemplate(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string, @Res() reply: FastifyReply) {
    const { bytes, template } = await this.desk.templates.bytes(actor, id);
    await sendFile(reply, { bytes, name: `${template.form}.docx` });
  }

  @Get(':id/preview.pdf')
  @ApiOperation({ summary: 'Xem thử mẫu đã sửa với dữ liệu giả định' })
  @ApiOkResponse(FILE_ANSWER)
  async previewTemplate(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string, @Res() reply: FastifyReply) {
    await sendFile(reply, { bytes: await this.desk.templates.preview(actor, id, 'pdf'), name: 'xem-thu.pdf' });
  }
}
