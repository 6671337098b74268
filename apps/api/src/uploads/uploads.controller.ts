import { Body, Controller, Delete, Get, Head, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#libs/access';
import type { Exchange } from '#libs/files';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { AttachmentDto } from '../petitions/petition.dto.js';
import { UploadDesk } from './upload-desk.js';
import { FinishUploadDto, OpenUploadListDto } from './upload.dto.js';

const TUS = { name: 'Tus-Resumable', description: 'Luôn là 1.0.0', required: true } as const;

@ApiTags('Tải tệp tiếp được')
@Controller('uploads')
export class UploadsController {
  constructor(private readonly desk: UploadDesk) {}

  @Post()
  @ApiOperation({ summary: 'Bắt đầu tải một tệp kèm đơn, tải tiếp được sau khi đứt mạng (giao thức tus 1.0)' })
  @ApiHeader(TUS)
  @ApiHeader({ name: 'Upload-Length', required: true, description: 'Số byte của cả tệp' })
  @ApiHeader({ name: 'Upload-Metadata', required: true, description: 'petitionId và mã đơn viết dạng base64' })
  @ApiCreatedResponse({ description: 'Tiêu đề Location là địa chỉ của lần tải' })
  beginUpload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.desk.begin(actor, exchangeOf(request, reply));
  }

  @Get()
  @ApiOperation({ summary: 'Các tệp đang tải dở của mình' })
  @ApiOkResponse({ type: OpenUploadListDto })
  listUploads(@CurrentActor() actor: Actor): Promise<OpenUploadListDto> {
    return this.desk.open(actor);
  }

  @Head(':id')
  @ApiOperation({ summary: 'Đã nhận được bao nhiêu byte (tiêu đề Upload-Offset)' })
  @ApiHeader(TUS)
  @ApiOkResponse({ description: 'Tiêu đề Upload-Offset' })
  uploadOffset(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.desk.goOn(actor, id, exchangeOf(request, reply));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Gửi tiếp từ byte ghi trong Upload-Offset' })
  @ApiHeader(TUS)
  @ApiHeader({ name: 'Upload-Offset', required: true, description: 'Số byte đã gửi trước đó' })
  @ApiConsumes('application/offset+octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiNoContentResponse({ description: 'Tiêu đề Upload-Offset là số byte đã nhận' })
  continueUpload(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.desk.goOn(actor, id, exchangeOf(request, reply));
  }

  @Post(':id/finish')
  @ApiOperation({ summary: 'Tải xong: xem kiểu tệp theo nội dung rồi ghi thành tài liệu của đơn' })
  @ApiCreatedResponse({ type: AttachmentDto })
  finishUpload(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: FinishUploadDto,
  ): Promise<AttachmentDto> {
    return this.desk.finish(actor, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Hủy một tệp đang tải dở; phần đã nhận bị xóa ngay' })
  @ApiNoContentResponse({ description: 'Đã hủy' })
  async dropUpload(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.desk.drop(actor, id);
    void reply.header('tus-resumable', '1.0.0');
  }
}

/** The protocol answers by itself: the framework lets go of the answer when the bytes begin to be handled. */
const exchangeOf = (request: FastifyRequest, reply: FastifyReply): Exchange => ({
  request: request.raw,
  get response() {
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value);
    reply.raw.setHeader('cache-control', 'no-store');
    return reply.raw;
  },
});
