import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { LeaderBoardDesk } from './leader-board-desk.js';
import {
  AgeingDto,
  ComingDaysDto,
  ForecastDto,
  ForecastQuery,
  FunnelDto,
  FunnelQuery,
  LatestStartDto,
  LatestStartQuery,
  PlaceQuery,
  WorkloadDto,
} from './leader-board.dto.js';

@ApiTags('Bảng điều hành')
@Controller('boards')
export class LeaderBoardsController {
  constructor(private readonly desk: LeaderBoardDesk) {}

  @Get('ageing')
  @ApiOperation({ summary: 'Tuổi của thời hạn đã quá và của hồ sơ đang giải quyết; mỗi số kèm danh sách của nó' })
  @ApiOkResponse({ type: AgeingDto })
  ageingBoard(@CurrentActor() actor: Actor, @Query() query: PlaceQuery): Promise<AgeingDto> {
    return this.desk.ageing(actor, query);
  }

  @Get('forecast')
  @ApiOperation({ summary: 'Thời hạn sẽ hết trong 3, 5, 10 ngày làm việc tới: bao nhiêu, những gì, ở tay ai' })
  @ApiOkResponse({ type: ForecastDto })
  forecastBoard(@CurrentActor() actor: Actor, @Query() query: ForecastQuery): Promise<ForecastDto> {
    return this.desk.forecast(actor, query);
  }

  @Get('latest-start')
  @ApiOperation({ summary: 'Ngày bắt đầu muộn nhất của bước kế tiếp, đếm ngược từng ngày từ ngày hết hạn' })
  @ApiOkResponse({ type: LatestStartDto })
  latestStart(@Query() query: LatestStartQuery): LatestStartDto {
    return this.desk.latestStart(query);
  }

  @Get('workload')
  @ApiOperation({ summary: 'Việc trong tay từng người: đang giải quyết, sắp đến hạn, quá hạn' })
  @ApiOkResponse({ type: WorkloadDto })
  workloadBoard(@CurrentActor() actor: Actor, @Query() query: PlaceQuery): Promise<WorkloadDto> {
    return this.desk.workload(actor, query);
  }

  @Get('funnel')
  @ApiOperation({ summary: 'Hồ sơ ở từng giai đoạn của một quy trình, và trung vị số ngày ở mỗi giai đoạn' })
  @ApiOkResponse({ type: FunnelDto })
  funnelBoard(@CurrentActor() actor: Actor, @Query() query: FunnelQuery): Promise<FunnelDto> {
    return this.desk.funnel(actor, query);
  }

  @Get('coming-days')
  @ApiOperation({ summary: 'Số thời hạn hết trong từng ngày của 8 tuần tới' })
  @ApiOkResponse({ type: ComingDaysDto })
  comingDays(@CurrentActor() actor: Actor, @Query() query: PlaceQuery): Promise<ComingDaysDto> {
    return this.desk.comingDays(actor, query);
  }
}
