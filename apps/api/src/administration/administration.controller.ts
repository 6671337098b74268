import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { AdministrationDesk } from './administration-desk.js';
import {
  AbsenceDto,
  AgencyChangeDto,
  AgencyChangeListDto,
  CompetenceDto,
  CompetenceQuery,
  DelegationDto,
  DelegationListDto,
  HandedOverDto,
  HandOverDto,
  NewDelegationDto,
  RenameDto,
  SuccessionDto,
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

  @Get('agency-changes')
  @ApiOperation({ summary: 'Cơ quan sáp nhập, giải thể, đổi tên và số hồ sơ đã chuyển' })
  @ApiOkResponse({ type: AgencyChangeListDto })
  changes(@CurrentActor() actor: Actor): Promise<AgencyChangeListDto> {
    return this.desk.agencyChanges(actor);
  }

  @Post('agencies/:code/succession')
  @HttpCode(202)
  @ApiOperation({ summary: 'Ghi cơ quan kết thúc hoạt động: hồ sơ đang mở chuyển cho cơ quan kế thừa' })
  @ApiAcceptedResponse({ type: AgencyChangeDto })
  succeed(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() body: SuccessionDto,
  ): Promise<AgencyChangeDto> {
    return this.desk.succeed(actor, code, body);
  }

  @Post('agencies/:code/name')
  @HttpCode(200)
  @ApiOperation({ summary: 'Đổi tên cơ quan' })
  @ApiOkResponse({ type: AgencyChangeDto })
  rename(@CurrentActor() actor: Actor, @Param('code') code: string, @Body() body: RenameDto): Promise<AgencyChangeDto> {
    return this.desk.rename(actor, code, body);
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
