import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import {
  etag,
  expectedRev,
  Header,
  IDEMPOTENCY_HEADER,
  IdempotencyKey,
  IF_MATCH_HEADER,
} from '../http/preconditions.js';
import { ReceptionDesk } from './reception-desk.js';
import {
  ForwardedResultDto,
  ReceiveVisitDto,
  RefusalNoticeDto,
  RefuseVisitDto,
  ReportBackDto,
  TakePapersDto,
  VisitOutcomeDto,
  VisitPetitionDto,
  VisitReplyDto,
} from './reception-input.dto.js';
import { VisitBriefDto, VisitDto, VisitPetitionRegisteredDto, VisitReceivedDto } from './reception.dto.js';

@ApiTags('Tiếp công dân')
@Controller('reception')
export class ReceptionVisitsController {
  constructor(private readonly desk: ReceptionDesk) {}

  @Post('sessions/:id/visits')
  @ApiOperation({ summary: 'Ghi một lượt tiếp vào sổ; thiếu giấy tờ thì nhắc, không chặn' })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiCreatedResponse({ type: VisitReceivedDto })
  receiveVisit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: ReceiveVisitDto,
    @IdempotencyKey() key?: string,
  ): Promise<VisitReceivedDto> {
    return this.desk.receiveVisit(actor, id, body, key);
  }

  @Get('sessions/:id/visits')
  @ApiOperation({ summary: 'Các lượt tiếp của một buổi' })
  @ApiOkResponse({ type: VisitBriefDto, isArray: true })
  listVisits(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<VisitBriefDto[]> {
    return this.desk.visits(actor, id);
  }

  @Get('visits/:id')
  @ApiOperation({ summary: 'Một lượt tiếp' })
  @ApiOkResponse({ type: VisitDto })
  async getVisit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VisitDto> {
    const visit = await this.desk.visit(actor, id);
    void reply.header('etag', etag(visit.rev));
    return visit;
  }

  @Post('visits/:id/outcome')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ghi kết quả lượt tiếp' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiOkResponse({ type: VisitDto })
  settleVisit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) visitId: string,
    @Body() body: VisitOutcomeDto,
    @Header('if-match') ifMatch: string | undefined,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<VisitDto> {
    return this.desk.settle(actor, { visitId, expectedRev: expectedRev(ifMatch), idempotencyKey }, body);
  }

  @Post('visits/:id/petition')
  @ApiOperation({ summary: 'Tiếp nhận đơn của lượt tiếp: đăng ký vào sổ tiếp nhận đơn và liên kết' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiCreatedResponse({ type: VisitPetitionRegisteredDto })
  registerVisitPetition(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) visitId: string,
    @Body() body: VisitPetitionDto,
    @Header('if-match') ifMatch: string | undefined,
  ): Promise<VisitPetitionRegisteredDto> {
    return this.desk.registerPetition(actor, { visitId, expectedRev: expectedRev(ifMatch) }, body);
  }

  @Post('visits/:id/refusal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Từ chối tiếp, theo căn cứ trong danh mục' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiOkResponse({ type: VisitDto })
  refuseVisit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) visitId: string,
    @Body() body: RefuseVisitDto,
    @Header('if-match') ifMatch: string | undefined,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<VisitDto> {
    return this.desk.refuse(actor, { visitId, expectedRev: expectedRev(ifMatch), idempotencyKey }, body);
  }

  @Post('visits/:id/refusal-notice')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ban hành thông báo từ chối tiếp công dân (Mẫu 01/TCD)' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiOkResponse({ type: VisitDto })
  noticeRefusal(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) visitId: string,
    @Body() body: RefusalNoticeDto,
    @Header('if-match') ifMatch: string | undefined,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<VisitDto> {
    return this.desk.noticeRefusal(actor, { visitId, expectedRev: expectedRev(ifMatch), idempotencyKey }, body);
  }

  @Post('visits/:id/reply')
  @HttpCode(200)
  @ApiOperation({ summary: 'Trả lời sau khi tiếp, về một trong bốn nội dung' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiOkResponse({ type: VisitDto })
  replyToVisit(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) visitId: string,
    @Body() body: VisitReplyDto,
    @Header('if-match') ifMatch: string | undefined,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<VisitDto> {
    return this.desk.reply(actor, { visitId, expectedRev: expectedRev(ifMatch), idempotencyKey }, body);
  }

  @Post('visits/:id/result')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ghi kết quả giải quyết mà nơi nhận chuyển thông báo lại' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiOkResponse({ type: VisitDto })
  receiveForwardedResult(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) visitId: string,
    @Body() body: ForwardedResultDto,
    @Header('if-match') ifMatch: string | undefined,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<VisitDto> {
    return this.desk.receiveResult(actor, { visitId, expectedRev: expectedRev(ifMatch), idempotencyKey }, body);
  }

  @Post('visits/:id/report-back')
  @HttpCode(200)
  @ApiOperation({ summary: 'Báo lại kết quả cho công dân đã yêu cầu' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiOkResponse({ type: VisitDto })
  reportBackToCitizen(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) visitId: string,
    @Body() body: ReportBackDto,
    @Header('if-match') ifMatch: string | undefined,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<VisitDto> {
    return this.desk.reportBack(actor, { visitId, expectedRev: expectedRev(ifMatch), idempotencyKey }, body);
  }

  @Post('visits/:id/receipts')
  @HttpCode(200)
  @ApiOperation({ summary: 'Nhận thông tin, tài liệu, lập giấy biên nhận 02/TCD' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiOkResponse({ type: VisitDto })
  takeVisitPapers(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) visitId: string,
    @Body() body: TakePapersDto,
    @Header('if-match') ifMatch: string | undefined,
    @IdempotencyKey() idempotencyKey?: string,
  ): Promise<VisitDto> {
    return this.desk.takePapers(actor, { visitId, expectedRev: expectedRev(ifMatch), idempotencyKey }, body);
  }
}
