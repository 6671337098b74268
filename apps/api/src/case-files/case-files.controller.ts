import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
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
import { CaseFileDesk } from './case-file-desk.js';
import {
  AvailableEventDto,
  CaseDocumentsDto,
  CaseEventInputDto,
  CaseFileDto,
  CaseFileListQuery,
  CaseFilePageDto,
  CaseStateDto,
  TimelineEntryDto,
} from './case-file.dto.js';
import { DeadlineDto } from './deadline.dto.js';
import { readEvent } from './read-event.js';

const ETAG_ANSWER = {
  ETag: { description: 'Số lần thay đổi của hồ sơ, dùng cho If-Match', schema: { type: 'string' as const } },
};

@ApiTags('Hồ sơ')
@Controller('case-files')
export class CaseFilesController {
  constructor(private readonly desk: CaseFileDesk) {}

  @Get()
  @ApiOperation({ summary: 'Danh sách hồ sơ' })
  @ApiOkResponse({ type: CaseFilePageDto })
  listCaseFiles(@CurrentActor() actor: Actor, @Query() query: CaseFileListQuery): Promise<CaseFilePageDto> {
    return this.desk.list(actor, query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Một hồ sơ' })
  @ApiOkResponse({ type: CaseFileDto, headers: ETAG_ANSWER })
  async getCaseFile(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseFileDto> {
    const caseFile = await this.desk.get(actor, id);
    void reply.header('etag', etag(caseFile.rev));
    return caseFile;
  }

  @Get(':id/events/available')
  @ApiOperation({ summary: 'Các bước của hồ sơ lúc này, kèm lý do của bước chưa làm được' })
  @ApiOkResponse({ type: AvailableEventDto, isArray: true })
  availableEvents(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<AvailableEventDto[]> {
    return this.desk.available(actor, id);
  }

  @Post(':id/events')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ghi nhận một bước; các trường khác theo inputSchema của bước' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiBody({
    schema: { allOf: [{ $ref: getSchemaPath(CaseEventInputDto) }, { type: 'object', additionalProperties: true }] },
  })
  @ApiOkResponse({ type: CaseStateDto, headers: ETAG_ANSWER })
  async applyEvent(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: unknown,
    @Header('if-match') ifMatch: string | undefined,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseStateDto> {
    // The event first: what nobody knows is refused whatever the sender has seen.
    const event = readEvent(body);
    const caseFile = await this.desk.apply(actor, id, {
      ...event,
      expectedRev: expectedRev(ifMatch),
      ...(idempotencyKey ? { idempotencyKey } : {}),
    });
    void reply.header('etag', etag(caseFile.rev));
    return caseFile;
  }

  @Get(':id/timeline')
  @ApiOperation({ summary: 'Dòng thời gian: việc gì, ngày xảy ra, lúc ghi nhận, ai làm' })
  @ApiOkResponse({ type: TimelineEntryDto, isArray: true })
  caseTimeline(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<TimelineEntryDto[]> {
    return this.desk.timeline(actor, id);
  }

  @Get(':id/deadlines')
  @ApiOperation({ summary: 'Thời hạn, giải thích từng ngày' })
  @ApiOkResponse({ type: DeadlineDto, isArray: true })
  caseDeadlines(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<DeadlineDto[]> {
    return this.desk.deadlines(actor, id);
  }

  @Get(':id/documents')
  @ApiOperation({ summary: 'Văn bản phải ban hành theo các bước đã làm' })
  @ApiOkResponse({ type: CaseDocumentsDto })
  caseDocuments(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<CaseDocumentsDto> {
    return this.desk.documents(actor, id);
  }
}
