import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { BreachDesk } from './breach-desk.js';
import { BreachDetailDto, BreachListDto, BreachStepDoneDto, NewBreachDto } from './breach.dto.js';

@ApiTags('Sự cố lộ dữ liệu cá nhân')
@Controller('breaches')
export class BreachesController {
  constructor(private readonly desk: BreachDesk) {}

  @Get()
  @ApiOperation({ summary: 'Các sự cố đã ghi nhận và bước nào sắp đến giờ' })
  @ApiOkResponse({ type: BreachListDto })
  breaches(@CurrentActor() actor: Actor): Promise<BreachListDto> {
    return this.desk.all(actor);
  }

  @Post()
  @ApiOperation({ summary: 'Ghi nhận một sự cố; thời hạn đếm từ khi phát hiện' })
  @ApiCreatedResponse({ type: BreachDetailDto })
  noteBreach(@CurrentActor() actor: Actor, @Body() body: NewBreachDto): Promise<BreachDetailDto> {
    return this.desk.note(actor, body);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Một sự cố với các bước phải làm, giờ chậm nhất và điều luật' })
  @ApiOkResponse({ type: BreachDetailDto })
  breach(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<BreachDetailDto> {
    return this.desk.one(actor, id);
  }

  @Post(':id/steps/:step')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ghi một bước đã làm, hoặc không cần làm, một lần' })
  @ApiOkResponse({ type: BreachDetailDto })
  breachStepDone(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('step') step: string,
    @Body() body: BreachStepDoneDto,
  ): Promise<BreachDetailDto> {
    return this.desk.done(actor, { id, step }, body);
  }
}
