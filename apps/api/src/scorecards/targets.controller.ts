import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { NewTargetDto, TargetsDto, WithdrawTargetDto } from './target.dto.js';
import { TargetsDesk } from './targets-desk.js';

@ApiTags('Tỷ lệ giải quyết')
@Controller('rate-targets')
export class TargetsController {
  constructor(private readonly desk: TargetsDesk) {}

  @Get()
  @ApiOperation({ summary: 'Mục tiêu của các tỷ lệ trong tỉnh, kể cả đã bỏ' })
  @ApiOkResponse({ type: TargetsDto })
  rateTargets(@CurrentActor() actor: Actor): Promise<TargetsDto> {
    return this.desk.all(actor);
  }

  @Post()
  @ApiOperation({ summary: 'Đặt mục tiêu một tỷ lệ của một cơ quan từ một ngày' })
  @ApiCreatedResponse({ type: TargetsDto })
  setTarget(@CurrentActor() actor: Actor, @Body() body: NewTargetDto): Promise<TargetsDto> {
    return this.desk.set(actor, body);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOperation({ summary: 'Bỏ một mục tiêu đặt sai, có lý do' })
  @ApiOkResponse({ type: TargetsDto })
  withdrawTarget(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { reason }: WithdrawTargetDto,
  ): Promise<TargetsDto> {
    return this.desk.withdraw(actor, id, reason);
  }
}
