import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { EscalationDesk } from './escalation-desk.js';
import {
  AgencyPolicyDetailDto,
  AgencyPolicyListDto,
  NewPolicyDto,
  PolicyChangeDto,
  PolicyImpactDto,
} from './escalation.dto.js';

@ApiTags('Nấc báo cáo lãnh đạo (quy định nội bộ)')
@Controller('escalation-policies')
export class EscalationController {
  constructor(private readonly desk: EscalationDesk) {}

  @Get()
  @ApiOperation({ summary: 'Quy định nội bộ về nhắc việc, báo cáo lãnh đạo của từng cơ quan' })
  @ApiOkResponse({ type: AgencyPolicyListDto })
  listPolicies(@CurrentActor() actor: Actor): Promise<AgencyPolicyListDto> {
    return this.desk.list(actor);
  }

  @Get(':code')
  @ApiOperation({ summary: 'Quy định của một cơ quan và các phiên bản' })
  @ApiOkResponse({ type: AgencyPolicyDetailDto })
  readPolicy(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<AgencyPolicyDetailDto> {
    return this.desk.detail(actor, code);
  }

  @Post(':code/preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'Xem trước: bao nhiêu thời hạn đang chạy chịu ảnh hưởng' })
  @ApiOkResponse({ type: PolicyImpactDto })
  previewPolicy(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() body: PolicyChangeDto,
  ): Promise<PolicyImpactDto> {
    return this.desk.preview(actor, code, body);
  }

  @Post(':code')
  @HttpCode(200)
  @ApiOperation({ summary: 'Đặt phiên bản mới, hoặc thôi dùng quy định riêng; chỉ áp dụng từ lúc đặt' })
  @ApiOkResponse({ type: AgencyPolicyDetailDto })
  setPolicy(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() body: NewPolicyDto,
  ): Promise<AgencyPolicyDetailDto> {
    return this.desk.set(actor, code, body);
  }
}
