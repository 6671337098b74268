import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/access';
import { FILE_ANSWER, sendFile } from '../documents/send-file.js';
import { CurrentActor } from '../http/actor.js';
import { ReportDesk } from './report-desk.js';
import {
  FigureListDto,
  FigureListQuery,
  FigureQuery,
  FiguresDto,
  ProtectedFiguresDto,
  ProtectedQuery,
} from './report.dto.js';

@ApiTags('Tỷ lệ giải quyết')
@Controller('reports')
export class ReportsController {
  constructor(private readonly desk: ReportDesk) {}

  @Get('figures')
  @ApiOperation({ summary: 'Chỉ tiêu và tỷ lệ của một kỳ, như đã biết đến một thời điểm (thanh tra, lãnh đạo)' })
  @ApiOkResponse({ type: FiguresDto })
  reportFigures(@CurrentActor() actor: Actor, @Query() query: FigureQuery): Promise<FiguresDto> {
    return this.desk.figures(actor, query);
  }

  @Get('figures/export')
  @ApiOperation({ summary: 'Chỉ tiêu và tỷ lệ của một kỳ thành tệp Excel' })
  @ApiOkResponse(FILE_ANSWER)
  async figuresFile(
    @CurrentActor() actor: Actor,
    @Query() query: FigureQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, await this.desk.file(actor, query));
  }

  @Get('figures/:measure/cases')
  @ApiOperation({ summary: 'Danh sách đứng sau một con số, cố định theo thời điểm biết' })
  @ApiOkResponse({ type: FigureListDto })
  figureCases(
    @CurrentActor() actor: Actor,
    @Param('measure') measure: string,
    @Query() query: FigureListQuery,
  ): Promise<FigureListDto> {
    return this.desk.list(actor, measure, query);
  }

  @Get('protected-figures')
  @ApiOperation({ summary: 'Số liệu tố cáo toàn tỉnh, không hiện số quá nhỏ, không có danh sách' })
  @ApiOkResponse({ type: ProtectedFiguresDto })
  protectedFigures(@CurrentActor() actor: Actor, @Query() query: ProtectedQuery): Promise<ProtectedFiguresDto> {
    return this.desk.protectedFigures(actor, query);
  }
}
