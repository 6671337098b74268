import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/access';
import { FILE_ANSWER, sendFile } from '../documents/send-file.js';
import { CurrentActor } from '../http/actor.js';
import { ScorecardDesk } from './scorecard-desk.js';
import { ScorecardQuery, ScorecardsDto, ScoreListDto, ScoreListQuery } from './scorecard.dto.js';

@ApiTags('Trách nhiệm người đứng đầu')
@Controller('scorecards')
export class ScorecardsController {
  constructor(private readonly desk: ScorecardDesk) {}

  @Get()
  @ApiOperation({ summary: 'Chỉ tiêu trách nhiệm của từng cơ quan và từng người lãnh đạo trong một kỳ' })
  @ApiOkResponse({ type: ScorecardsDto })
  scorecards(@CurrentActor() actor: Actor, @Query() query: ScorecardQuery): Promise<ScorecardsDto> {
    return this.desk.cards(actor, query);
  }

  @Get('export')
  @ApiOperation({ summary: 'Bảng trách nhiệm thành tệp Excel: theo cơ quan, theo người lãnh đạo' })
  @ApiOkResponse(FILE_ANSWER)
  async scorecardsFile(
    @CurrentActor() actor: Actor,
    @Query() query: ScorecardQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, await this.desk.file(actor, query));
  }

  @Get(':score/rows')
  @ApiOperation({ summary: 'Danh sách đứng sau một con số của bảng trách nhiệm' })
  @ApiOkResponse({ type: ScoreListDto })
  scoreRows(
    @CurrentActor() actor: Actor,
    @Param('score') score: string,
    @Query() query: ScoreListQuery,
  ): Promise<ScoreListDto> {
    return this.desk.list(actor, score, query);
  }
}
