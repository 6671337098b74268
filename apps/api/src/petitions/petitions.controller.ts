import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { IDEMPOTENCY_HEADER, IdempotencyKey } from '../http/preconditions.js';
import { readUploads } from '../http/uploads.js';
import { CorrectionListDto, CorrectPetitionDto, EarlierAnswersDto } from './correction.dto.js';
import { PetitionDesk } from './petition-desk.js';
import {
  AttachmentDto,
  AttachmentListDto,
  PetitionDto,
  PetitionPageDto,
  RegisteredPetitionDto,
  ResendCheckAnswerDto,
} from './petition.dto.js';
import {
  LinkPetitionDto,
  PetitionListQuery,
  RegisterPetitionDto,
  ResendCheckDto,
  UploadDto,
  VoidPetitionDto,
} from './petition-input.dto.js';

@ApiTags('Đơn')
@Controller('petitions')
export class PetitionsController {
  constructor(private readonly desk: PetitionDesk) {}

  @Post()
  @ApiOperation({ summary: 'Đăng ký đơn: cấp số liền mạch, mã tra cứu, mở hồ sơ xử lý đơn' })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiCreatedResponse({ type: RegisteredPetitionDto })
  registerPetition(
    @CurrentActor() actor: Actor,
    @Body() body: RegisterPetitionDto,
    @IdempotencyKey() key?: string,
  ): Promise<RegisteredPetitionDto> {
    return this.desk.register(actor, body, key);
  }

  @Post('resend-checks')
  @HttpCode(200)
  @ApiOperation({ summary: 'Tìm đơn có thể đã gửi trước đây trong lúc đang nhập' })
  @ApiOkResponse({ type: ResendCheckAnswerDto })
  checkResends(@CurrentActor() actor: Actor, @Body() body: ResendCheckDto): Promise<ResendCheckAnswerDto> {
    return this.desk.checkResends(actor, body);
  }

  @Get()
  @ApiOperation({ summary: 'Sổ tiếp nhận đơn' })
  @ApiOkResponse({ type: PetitionPageDto })
  listPetitions(@CurrentActor() actor: Actor, @Query() query: PetitionListQuery): Promise<PetitionPageDto> {
    return this.desk.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Một đơn' })
  @ApiOkResponse({ type: PetitionDto })
  getPetition(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<PetitionDto> {
    return this.desk.get(actor, id);
  }

  @Post(':id/links')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ghi nhận đơn gửi lại, đơn trùng, hoặc không phải gửi lại' })
  @ApiOkResponse({ type: PetitionDto })
  linkPetition(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: LinkPetitionDto,
  ): Promise<PetitionDto> {
    return this.desk.link(actor, id, body);
  }

  @Post(':id/void')
  @HttpCode(200)
  @ApiOperation({ summary: 'Hủy số tiếp nhận; số và lý do còn lại trong sổ' })
  @ApiOkResponse({ type: PetitionDto })
  voidPetition(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: VoidPetitionDto,
  ): Promise<PetitionDto> {
    return this.desk.void(actor, id, body);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @ApiOperation({ summary: 'Hoàn tác việc vừa đăng ký: hủy số, giữ trong sổ (trong ít phút, quy định nội bộ)' })
  @ApiOkResponse({ type: PetitionDto })
  undoRegistration(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<PetitionDto> {
    return this.desk.undo(actor, id);
  }

  @Post(':id/corrections')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sửa sai sót khi ghi đơn vào sổ, có lý do; điều ghi trước đó được giữ lại' })
  @ApiOkResponse({ type: PetitionDto })
  correctPetition(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: CorrectPetitionDto,
  ): Promise<PetitionDto> {
    return this.desk.correct(actor, id, body);
  }

  @Get(':id/corrections')
  @ApiOperation({ summary: 'Các lần sửa sai sót của một đơn' })
  @ApiOkResponse({ type: CorrectionListDto })
  listCorrections(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<CorrectionListDto> {
    return this.desk.corrections(actor, id);
  }

  @Get(':id/answers')
  @ApiOperation({ summary: 'Đơn trước đã được trả lời thế nào, và bước đúng luật khi đơn mới gửi lại đơn ấy' })
  @ApiOkResponse({ type: EarlierAnswersDto })
  earlierAnswers(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<EarlierAnswersDto> {
    return this.desk.answers(actor, id);
  }

  @Post(':id/attachments')
  @ApiOperation({ summary: 'Tải tài liệu kèm theo đơn; kiểu tệp nhận ra từ nội dung, không theo tên' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadDto })
  @ApiCreatedResponse({ type: AttachmentDto, isArray: true })
  async uploadAttachments(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Req() request: FastifyRequest,
  ): Promise<AttachmentDto[]> {
    const { files } = await readUploads(request, { maxFiles: 10 });
    return this.desk.attach(actor, id, files);
  }

  @Get(':id/attachments')
  @ApiOperation({ summary: 'Tài liệu kèm theo đơn' })
  @ApiOkResponse({ type: AttachmentListDto })
  listAttachments(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<AttachmentListDto> {
    return this.desk.attachments(actor, id);
  }

  @Get(':id/attachments/:attachmentId')
  @ApiOperation({ summary: 'Tải về một tài liệu' })
  @ApiOkResponse({
    description: 'Nội dung tệp',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async downloadAttachment(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('attachmentId', IdParam) attachmentId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.desk.download(actor, id, attachmentId);
    await reply
      .header('content-type', file.mediaType)
      .header('content-length', file.sizeBytes)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
      .header('cache-control', 'no-store')
      .send(file.stream);
  }
}
