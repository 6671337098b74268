import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { ForwardingDesk } from './forwarding-desk.js';
import { AcknowledgedDto, AdviceDto, HopDto, PathHopDto, SplitAnswerDto, SplitPetitionDto } from './forwarding.dto.js';

@ApiTags('Đơn')
@Controller()
export class ForwardingController {
  constructor(private readonly desk: ForwardingDesk) {}

  @Get('case-files/:id/advice')
  @ApiOperation({ summary: 'Bảng quyết định nói gì về đơn lúc này; dòng đầu là hướng xử lý phù hợp nhất' })
  @ApiOkResponse({ type: AdviceDto, isArray: true })
  getAdvice(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<AdviceDto[]> {
    return this.desk.advice(actor, id);
  }

  @Get('petitions/:id/hops')
  @ApiOperation({ summary: 'Đường đi của đơn qua các cơ quan, kể cả trước khi đến qua trục liên thông' })
  @ApiOkResponse({ type: PathHopDto, isArray: true })
  getHops(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<PathHopDto[]> {
    return this.desk.hops(actor, id);
  }

  @Post('petitions/:id/parts')
  @ApiOperation({ summary: 'Vào sổ từng phần của đơn nhiều nội dung đã hướng dẫn tách' })
  @ApiCreatedResponse({ type: SplitAnswerDto })
  splitPetition(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: SplitPetitionDto,
  ): Promise<SplitAnswerDto> {
    return this.desk.split(actor, id, body);
  }

  @Get('incoming-petitions')
  @ApiOperation({ summary: 'Đơn do cơ quan khác chuyển đến, chờ vào sổ' })
  @ApiOkResponse({ type: HopDto, isArray: true })
  listIncoming(@CurrentActor() actor: Actor): Promise<HopDto[]> {
    return this.desk.waiting(actor);
  }

  @Post('incoming-petitions/:id/acknowledge')
  @ApiOperation({ summary: 'Vào sổ đơn được chuyển đến và báo lại nơi chuyển' })
  @ApiCreatedResponse({ type: AcknowledgedDto })
  acknowledgePetition(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<AcknowledgedDto> {
    return this.desk.acknowledge(actor, id);
  }
}
