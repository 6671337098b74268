import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/access';
import { sendFile } from '../documents/send-file.js';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { IDEMPOTENCY_HEADER, IdempotencyKey } from '../http/preconditions.js';
import { ReceptionDesk } from './reception-desk.js';
import {
  AttendanceInputDto,
  DutyQuery,
  GroundQuery,
  OpinionAnswerDto,
  OpinionInputDto,
  PlanDialogueDto,
  QuotaQuery,
  RegisterExportQuery,
  ReceptionBookQuery,
  SessionListQuery,
} from './reception-input.dto.js';
import {
  ReceptionCreatedDto,
  DutyDto,
  QuotaDto,
  RefusalGroundDto,
  ReceptionBookDto,
  ReceptionOptionsDto,
  SessionPageDto,
} from './reception.dto.js';

@ApiTags('Tiếp công dân')
@Controller('reception')
export class ReceptionBooksController {
  constructor(private readonly desk: ReceptionDesk) {}

  @Get('register')
  @ApiOperation({ summary: 'Sổ tiếp công dân (03/TCD); người tố cáo được che' })
  @ApiOkResponse({ type: ReceptionBookDto })
  receptionRegister(@CurrentActor() actor: Actor, @Query() query: ReceptionBookQuery): Promise<ReceptionBookDto> {
    return this.desk.register(actor, query);
  }

  @Get('register/export')
  @ApiOperation({ summary: 'Tải sổ tiếp công dân thành tệp; docx, pdf theo Mẫu 03/TCD' })
  @ApiOkResponse({
    description: 'Nội dung tệp',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async exportReceptionRegister(
    @CurrentActor() actor: Actor,
    @Query() query: RegisterExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.desk.exportRegister(actor, query);
    if ('madeFrom' in file) return sendFile(reply, file);
    const { bytes, mediaType, fileName } = file;
    await reply
      .header('content-type', mediaType)
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .header('cache-control', 'no-store')
      .send(bytes);
  }

  @Get('quota')
  @ApiOperation({
    summary: 'Số ngày tiếp công dân: phải tiếp, theo lịch, đã tiếp, còn thiếu, theo người đứng đầu và tháng',
  })
  @ApiOkResponse({ type: QuotaDto, isArray: true })
  receptionQuota(@CurrentActor() actor: Actor, @Query() query: QuotaQuery): Promise<QuotaDto[]> {
    return this.desk.quota(actor, query);
  }

  @Get('duties')
  @ApiOperation({ summary: 'Việc còn phải làm về tiếp công dân, gần hạn nhất trước' })
  @ApiOkResponse({ type: DutyDto, isArray: true })
  receptionDuties(@CurrentActor() actor: Actor, @Query() query: DutyQuery): Promise<DutyDto[]> {
    return this.desk.duties(actor, query);
  }

  @Get('refusal-grounds')
  @ApiOperation({ summary: 'Danh mục căn cứ từ chối tiếp công dân theo luật của một ngày' })
  @ApiOkResponse({ type: RefusalGroundDto, isArray: true })
  refusalGrounds(@Query() query: GroundQuery): Promise<RefusalGroundDto[]> {
    return this.desk.refusalGrounds(query);
  }

  @Get('options')
  @ApiOperation({ summary: 'Các danh mục đóng của luật mà biểu mẫu tiếp công dân dùng' })
  @ApiOkResponse({ type: ReceptionOptionsDto })
  receptionOptions(): ReceptionOptionsDto {
    return this.desk.options();
  }

  @Post('dialogues')
  @ApiOperation({ summary: 'Lập buổi đối thoại với công dân' })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiCreatedResponse({ type: ReceptionCreatedDto })
  planDialogue(
    @CurrentActor() actor: Actor,
    @Body() body: PlanDialogueDto,
    @IdempotencyKey() key?: string,
  ): Promise<ReceptionCreatedDto> {
    return this.desk.planDialogue(actor, body, key);
  }

  @Get('dialogues')
  @ApiOperation({ summary: 'Các buổi đối thoại' })
  @ApiOkResponse({ type: SessionPageDto })
  listDialogues(@CurrentActor() actor: Actor, @Query() query: SessionListQuery): Promise<SessionPageDto> {
    return this.desk.sessions(actor, { ...query, kind: 'dialogue' });
  }

  @Post('dialogues/:id/attendance')
  @ApiOperation({ summary: 'Ghi thành phần dự đối thoại' })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiCreatedResponse({ type: ReceptionCreatedDto })
  recordAttendance(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: AttendanceInputDto,
    @IdempotencyKey() key?: string,
  ): Promise<ReceptionCreatedDto> {
    return this.desk.recordAttendance(actor, id, body, key);
  }

  @Post('dialogues/:id/opinions')
  @ApiOperation({ summary: 'Ghi ý kiến công dân nêu tại đối thoại' })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiCreatedResponse({ type: ReceptionCreatedDto })
  raiseOpinion(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: OpinionInputDto,
    @IdempotencyKey() key?: string,
  ): Promise<ReceptionCreatedDto> {
    return this.desk.raiseOpinion(actor, id, body, key);
  }

  @Post('opinions/:id/answer')
  @HttpCode(200)
  @ApiOperation({ summary: 'Trả lời một ý kiến, hoặc hẹn ngày trả lời' })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiOkResponse({ type: ReceptionCreatedDto })
  answerOpinion(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: OpinionAnswerDto,
    @IdempotencyKey() key?: string,
  ): Promise<ReceptionCreatedDto> {
    return this.desk.answerOpinion(actor, id, body, key);
  }
}
