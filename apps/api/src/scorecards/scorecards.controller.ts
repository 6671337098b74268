import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
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
