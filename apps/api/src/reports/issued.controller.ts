import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/access';
import { FILE_ANSWER, sendFile } from '../documents/send-file.js';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { IssuedDesk } from './issued-desk.js';
import {
  FrozenListDto,
  FrozenListQuery,
  IssuedFileQuery,
  IssuedReportDetailDto,
  IssuedReportsDto,
  IssuedReportsQuery,
  IssueReportDto,
  NewReportDraftDto,
  RecomputedDto,
} from './issued.dto.js';

@ApiTags('Báo cáo phát hành')
@Controller('issued-reports')
export class IssuedController {
  constructor(private readonly desk: IssuedDesk) {}

  @Get()
  @ApiOperation({ summary: 'Báo cáo đã phát hành và dự thảo trong phạm vi được xem (lãnh đạo, thanh tra)' })
  @ApiOkResponse({ type: IssuedReportsDto })
  issuedReports(@CurrentActor() actor: Actor, @Query() query: IssuedReportsQuery): Promise<IssuedReportsDto> {
    return this.desk.all(actor, query);
  }

  @Post()
  @ApiOperation({ summary: 'Lập dự thảo: chốt số liệu của một biểu, kèm danh sách đứng sau mỗi ô' })
  @ApiCreatedResponse({ type: IssuedReportDetailDto })
  draftReport(@CurrentActor() actor: Actor, @Body() body: NewReportDraftDto): Promise<IssuedReportDetailDto> {
    return this.desk.draft(actor, body);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Một bản: số liệu đã chốt, các lần điều chỉnh, khác gì bản bị thay' })
  @ApiOkResponse({ type: IssuedReportDetailDto })
  issuedReport(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<IssuedReportDetailDto> {
    return this.desk.one(actor, id);
  }

  @Post(':id/issue')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Phát hành một dự thảo (thủ trưởng cơ quan); từ chối khi công thức không khớp, nêu cột và số vào sổ',
  })
  @ApiOkResponse({ type: IssuedReportDetailDto })
  issueReport(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { reason }: IssueReportDto,
  ): Promise<IssuedReportDetailDto> {
    return this.desk.issue(actor, id, reason);
  }

  @Get(':id/recomputed')
  @ApiOperation({ summary: 'Tính lại từ sổ sách như đã biết khi ấy và so từng ô với bản chốt; không ghi gì' })
  @ApiOkResponse({ type: RecomputedDto })
  recomputedReport(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<RecomputedDto> {
    return this.desk.recomputed(actor, id);
  }

  @Get(':id/cells/:cell')
  @ApiOperation({ summary: 'Danh sách đã chốt đứng sau một ô' })
  @ApiOkResponse({ type: FrozenListDto })
  frozenCell(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('cell') no: string,
    @Query() query: FrozenListQuery,
  ): Promise<FrozenListDto> {
    return this.desk.list(actor, { id, no }, query);
  }

  @Get(':id/file')
  @ApiOperation({
    summary: 'Tải bản chốt: XLSX, PDF, CSV, JSON, hoặc ZIP có cả danh sách; bản nào cũng mang số và mã băm',
  })
  @ApiOkResponse(FILE_ANSWER)
  async issuedFile(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Query() { format = 'xlsx' }: IssuedFileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, await this.desk.file(actor, id, format));
  }
}
