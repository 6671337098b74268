import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/access';
import { FILE_ANSWER, sendFile } from '../documents/send-file.js';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { IssuedGapsDesk } from './issued-gaps-desk.js';
import { IssuedPacksDesk } from './issued-packs-desk.js';
import {
  DataGapsDto,
  DataGapsQuery,
  GapRowsDto,
  GapRowsQuery,
  NewPackDto,
  ReportPackDetailDto,
  ReportPacksDto,
} from './issued-packs.dto.js';

@ApiTags('Gói báo cáo')
@Controller()
export class IssuedPacksController {
  constructor(
    private readonly packs: IssuedPacksDesk,
    private readonly gaps: IssuedGapsDesk,
  ) {}

  @Get('report-packs')
  @ApiOperation({ summary: 'Gói báo cáo theo kỳ: tháng, quý, 6, 9, 12 tháng (lãnh đạo, thanh tra)' })
  @ApiOkResponse({ type: ReportPacksDto })
  reportPacks(@CurrentActor() actor: Actor): Promise<ReportPacksDto> {
    return this.packs.all(actor);
  }

  @Post('report-packs')
  @ApiOperation({ summary: 'Lập gói của một kỳ đã chốt cho cơ quan mình (thủ trưởng); đã có thì trả gói ấy' })
  @ApiCreatedResponse({ type: ReportPackDetailDto })
  makeReportPack(@CurrentActor() actor: Actor, @Body() { key }: NewPackDto): Promise<ReportPackDetailDto> {
    return this.packs.make(actor, key);
  }

  @Get('report-packs/:id')
  @ApiOperation({ summary: 'Một gói: các biểu và đề cương báo cáo bằng lời' })
  @ApiOkResponse({ type: ReportPackDetailDto })
  reportPack(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ReportPackDetailDto> {
    return this.packs.one(actor, id);
  }

  @Get('report-packs/:id/file')
  @ApiOperation({ summary: 'Tải gói thành ZIP: đề cương DOCX, các biểu, mã băm từng tệp' })
  @ApiOkResponse(FILE_ANSWER)
  async reportPackFile(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, await this.packs.file(actor, id));
  }

  @Get('data-gaps')
  @ApiOperation({ summary: 'Ai chưa nhập liệu: từng cơ quan, lần nhập cuối và những gì còn thiếu' })
  @ApiOkResponse({ type: DataGapsDto })
  dataGaps(@CurrentActor() actor: Actor, @Query() query: DataGapsQuery): Promise<DataGapsDto> {
    return this.gaps.all(actor, query);
  }

  @Get('data-gaps/rows')
  @ApiOperation({ summary: 'Danh sách đứng sau một con số thiếu của một cơ quan' })
  @ApiOkResponse({ type: GapRowsDto })
  dataGapRows(@CurrentActor() actor: Actor, @Query() query: GapRowsQuery): Promise<GapRowsDto> {
    return this.gaps.list(actor, query);
  }
}
