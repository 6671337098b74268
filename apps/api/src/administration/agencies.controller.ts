import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import {
  AgencyChangeDto,
  AgencyChangeListDto,
  AgencyDetailsDto,
  AgencyNodeDto,
  AgencyTreeDto,
  AgencyTreeQuery,
  NewAgencyDto,
  RenameDto,
  SuccessionDto,
  SuccessionPreviewDto,
} from './agencies.dto.js';
import { AgencyDesk } from './agency-desk.js';

@ApiTags('Quản trị cơ quan')
@Controller()
export class AgenciesController {
  constructor(private readonly desk: AgencyDesk) {}

  @Get('administration/agencies')
  @ApiOperation({ summary: 'Cây cơ quan tại một ngày, cả cơ quan đã kết thúc hoạt động' })
  @ApiOkResponse({ type: AgencyTreeDto })
  agencyTree(@CurrentActor() actor: Actor, @Query() query: AgencyTreeQuery): Promise<AgencyTreeDto> {
    return this.desk.tree(actor, query);
  }

  @Post('administration/agencies')
  @ApiOperation({ summary: 'Thêm cơ quan, đơn vị bên dưới một cơ quan tôi quản trị' })
  @ApiCreatedResponse({ type: AgencyNodeDto })
  addAgency(@CurrentActor() actor: Actor, @Body() body: NewAgencyDto): Promise<AgencyNodeDto> {
    return this.desk.add(actor, body);
  }

  @Post('administration/agencies/:code/details')
  @HttpCode(200)
  @ApiOperation({ summary: 'Đặt đơn vị hành chính và loại của cơ quan' })
  @ApiOkResponse({ type: AgencyNodeDto })
  setAgencyDetails(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() body: AgencyDetailsDto,
  ): Promise<AgencyNodeDto> {
    return this.desk.setDetails(actor, code, body);
  }

  @Get('administration/agencies/:code/succession-preview')
  @ApiOperation({ summary: 'Điều gì sẽ chuyển khi cơ quan kết thúc; chưa thay đổi gì' })
  @ApiOkResponse({ type: SuccessionPreviewDto })
  previewSuccession(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<SuccessionPreviewDto> {
    return this.desk.passing(actor, code);
  }

  @Get('agency-changes')
  @ApiOperation({ summary: 'Cơ quan sáp nhập, giải thể, đổi tên và số hồ sơ đã chuyển' })
  @ApiOkResponse({ type: AgencyChangeListDto })
  changes(@CurrentActor() actor: Actor): Promise<AgencyChangeListDto> {
    return this.desk.changes(actor);
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
}
