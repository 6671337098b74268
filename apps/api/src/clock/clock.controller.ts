import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { ClockDesk } from './clock-desk.js';
import { AdvanceClockDto, ClockDto } from './clock.dto.js';

@ApiTags('Đồng hồ nghiệp vụ')
@Controller('clock')
export class ClockController {
  constructor(private readonly desk: ClockDesk) {}

  @Get()
  @ApiOperation({ summary: 'Ngày giờ nghiệp vụ' })
  @ApiOkResponse({ type: ClockDto })
  readClock(): Promise<ClockDto> {
    return this.desk.read();
  }

  @Post('advance')
  @HttpCode(200)
  @ApiOperation({ summary: 'Tua đồng hồ tới (chỉ khi dùng thử; không lùi được)' })
  @ApiOkResponse({ type: ClockDto })
  advanceClock(@CurrentActor() actor: Actor, @Body() body: AdvanceClockDto): Promise<ClockDto> {
    return this.desk.advance(actor, body);
  }
}
