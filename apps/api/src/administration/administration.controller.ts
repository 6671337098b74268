import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { AdministrationDesk } from './administration-desk.js';
import {
  AbsenceDto,
  CompetenceDto,
  CompetenceQuery,
  DelegationDto,
  DelegationListDto,
  HandedOverDto,
  HandOverDto,
  NewDelegationDto,
} from './administration.dto.js';

@ApiTags('Thẩm quyền, ủy quyền, bàn giao')
@Controller()
export class AdministrationController {
  constructor(private readonly desk: AdministrationDesk) {}

  @Get('competence')
  @ApiOperation({ summary: 'Ai có thẩm quyền giải quyết, theo luật của ngày nhận đơn' })
  @ApiOkResponse({ type: CompetenceDto })
  competence(@Query() query: CompetenceQuery): Promise<CompetenceDto> {
    return this.desk.competence(query);
  }

  @Get('delegations')
  @ApiOperation({ summary: 'Việc ủy quyền đang và sẽ có hiệu lực' })
  @ApiOkResponse({ type: DelegationListDto })
  delegations(@CurrentActor() actor: Actor): Promise<DelegationListDto> {
    return this.desk.delegations(actor);
  }

  @Post('delegations')
  @ApiOperation({ summary: 'Ủy quyền trong một khoảng ngày' })
  @ApiCreatedResponse({ type: DelegationDto })
  delegate(@CurrentActor() actor: Actor, @Body() body: NewDelegationDto): Promise<DelegationDto> {
    return this.desk.delegate(actor, body);
  }

  @Post('delegations/:id/end')
  @HttpCode(200)
  @ApiOperation({ summary: 'Chấm dứt ủy quyền từ hôm nay' })
  @ApiOkResponse({ type: DelegationDto })
  end(@CurrentActor() actor: Actor, @Param('id', ParseIntPipe) id: number): Promise<DelegationDto> {
    return this.desk.endDelegation(actor, id);
  }

  @Post('absences')
  @HttpCode(204)
  @ApiOperation({ summary: 'Ghi vắng mặt: việc báo cho người vắng được báo cho người thay hoặc cấp trên' })
  @ApiNoContentResponse()
  absence(@CurrentActor() actor: Actor, @Body() body: AbsenceDto): Promise<void> {
    return this.desk.setAbsence(actor, body);
  }

  @Post('handovers')
  @HttpCode(200)
  @ApiOperation({ summary: 'Bàn giao toàn bộ hồ sơ đang giữ cho người khác' })
  @ApiOkResponse({ type: HandedOverDto })
  handOver(@CurrentActor() actor: Actor, @Body() body: HandOverDto): Promise<HandedOverDto> {
    return this.desk.handOver(actor, body);
  }
}
