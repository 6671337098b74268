import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/access';
import { AvailableEventDto, CaseEventInputDto } from '../case-files/case-file.dto.js';
import { readEvent } from '../case-files/read-event.js';
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
  DirectTaskDto,
  PlanScheduleDto,
  PlanSessionDto,
  PostScheduleDto,
  ScheduleListQuery,
  SessionListQuery,
  TaskResultDto,
} from './reception-input.dto.js';
import {
  ReceptionCreatedDto,
  ReceptionActDto,
  ScheduleCreatedDto,
  ScheduleDto,
  SchedulePageDto,
  SchedulePostedDto,
  SessionDto,
  SessionPageDto,
} from './reception.dto.js';

const ETAG_ANSWER = {
  ETag: { description: 'Số lần thay đổi, dùng cho If-Match', schema: { type: 'string' as const } },
};

@ApiTags('Tiếp công dân')
@Controller('reception')
export class ReceptionController {
  constructor(private readonly desk: ReceptionDesk) {}

  @Post('schedules')
  @ApiOperation({ summary: 'Lập lịch tiếp công dân của người đứng đầu trong một kỳ' })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiCreatedResponse({ type: ScheduleCreatedDto })
  planReceptionSchedule(
    @CurrentActor() actor: Actor,
    @Body() body: PlanScheduleDto,
    @IdempotencyKey() key?: string,
  ): Promise<ScheduleCreatedDto> {
    return this.desk.planSchedule(actor, body, key);
  }

  @Get('schedules')
  @ApiOperation({ summary: 'Các lịch tiếp công dân' })
  @ApiOkResponse({ type: SchedulePageDto })
  listReceptionSchedules(@CurrentActor() actor: Actor, @Query() query: ScheduleListQuery): Promise<SchedulePageDto> {
    return this.desk.schedules(actor, query);
  }

  @Get('schedules/:id')
  @ApiOperation({ summary: 'Một lịch với các buổi tiếp' })
  @ApiOkResponse({ type: ScheduleDto })
  getReceptionSchedule(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ScheduleDto> {
    return this.desk.schedule(actor, id);
  }

  @Post('schedules/:id/postings')
  @HttpCode(200)
  @ApiOperation({ summary: 'Niêm yết lịch: mọi buổi tiếp đang chờ, chậm nhất 05 ngày làm việc trước ngày tiếp' })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiOkResponse({ type: SchedulePostedDto })
  postReceptionSchedule(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: PostScheduleDto,
    @IdempotencyKey() key?: string,
  ): Promise<SchedulePostedDto> {
    return this.desk.postSchedule(actor, id, body, key);
  }

  @Post('sessions')
  @ApiOperation({ summary: 'Mở một buổi tiếp: thường xuyên, định kỳ, đột xuất' })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiCreatedResponse({ type: ReceptionCreatedDto })
  planReceptionSession(
    @CurrentActor() actor: Actor,
    @Body() body: PlanSessionDto,
    @IdempotencyKey() key?: string,
  ): Promise<ReceptionCreatedDto> {
    return this.desk.planSession(actor, body, key);
  }

  @Get('sessions')
  @ApiOperation({ summary: 'Các buổi tiếp' })
  @ApiOkResponse({ type: SessionPageDto })
  listReceptionSessions(@CurrentActor() actor: Actor, @Query() query: SessionListQuery): Promise<SessionPageDto> {
    return this.desk.sessions(actor, query);
  }

  @Get('sessions/:id')
  @ApiOperation({ summary: 'Một buổi tiếp' })
  @ApiOkResponse({ type: SessionDto, headers: ETAG_ANSWER })
  async getReceptionSession(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const session = await this.desk.session(actor, id);
    void reply.header('etag', etag(session.rev));
    return session;
  }

  @Get('sessions/:id/events/available')
  @ApiOperation({ summary: 'Các bước của buổi tiếp lúc này, kèm lý do của bước chưa làm được' })
  @ApiOkResponse({ type: AvailableEventDto, isArray: true })
  availableReceptionEvents(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<AvailableEventDto[]> {
    return this.desk.available(actor, id);
  }

  @Post('sessions/:id/events')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ghi nhận một bước của buổi tiếp; các trường khác theo inputSchema của bước' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiBody({
    schema: { allOf: [{ $ref: getSchemaPath(CaseEventInputDto) }, { type: 'object', additionalProperties: true }] },
  })
  @ApiOkResponse({ type: SessionDto, headers: ETAG_ANSWER })
  async applyReceptionEvent(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: unknown,
    @Header('if-match') ifMatch: string | undefined,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const event = readEvent(body);
    const session = await this.desk.move(actor, id, {
      ...event,
      expectedRev: expectedRev(ifMatch),
      ...(idempotencyKey ? { idempotencyKey } : {}),
    });
    void reply.header('etag', etag(session.rev));
    return session;
  }

  @Get('sessions/:id/timeline')
  @ApiOperation({ summary: 'Nhật ký buổi tiếp' })
  @ApiOkResponse({ type: ReceptionActDto, isArray: true })
  receptionTimeline(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ReceptionActDto[]> {
    return this.desk.timeline(actor, id);
  }

  @Post('sessions/:id/tasks')
  @ApiOperation({ summary: 'Ghi ý kiến chỉ đạo: việc, nơi thực hiện, thời hạn' })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiCreatedResponse({ type: ReceptionCreatedDto })
  directReceptionTask(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: DirectTaskDto,
    @IdempotencyKey() key?: string,
  ): Promise<ReceptionCreatedDto> {
    return this.desk.directTask(actor, id, body, key);
  }

  @Post('tasks/:id/result')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ghi kết quả thực hiện một việc của thông báo kết luận' })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiOkResponse({ type: ReceptionCreatedDto })
  finishReceptionTask(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: TaskResultDto,
    @IdempotencyKey() key?: string,
  ): Promise<ReceptionCreatedDto> {
    return this.desk.finishTask(actor, id, body, key);
  }
}
