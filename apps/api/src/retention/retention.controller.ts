import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { RetentionDesk } from './retention-desk.js';
import {
  NewRetentionProposalDto,
  NewRetentionRuleDto,
  PastKeepingListDto,
  RetentionDecisionDto,
  RetentionProposalDetailDto,
  RetentionProposalListDto,
  RetentionRuleListDto,
} from './retention.dto.js';

@ApiTags('Thời hạn lưu giữ hồ sơ')
@Controller('retention')
export class RetentionController {
  constructor(private readonly desk: RetentionDesk) {}

  @Get('rules')
  @ApiOperation({ summary: 'Thời hạn lưu giữ theo loại hồ sơ; chưa đặt thì giữ vĩnh viễn' })
  @ApiOkResponse({ type: RetentionRuleListDto })
  retentionRules(@CurrentActor() actor: Actor): Promise<RetentionRuleListDto> {
    return this.desk.rules(actor);
  }

  @Post('rules')
  @HttpCode(200)
  @ApiOperation({ summary: 'Đặt thời hạn lưu giữ của một loại hồ sơ, kèm căn cứ (quản trị tỉnh)' })
  @ApiOkResponse({ type: RetentionRuleListDto })
  setRetentionRule(@CurrentActor() actor: Actor, @Body() body: NewRetentionRuleDto): Promise<RetentionRuleListDto> {
    return this.desk.setRule(actor, body);
  }

  @Get('files')
  @ApiOperation({ summary: 'Hồ sơ đã kết thúc, hết thời hạn lưu giữ, chưa nằm trong đề xuất nào' })
  @ApiOkResponse({ type: PastKeepingListDto })
  pastKeeping(@CurrentActor() actor: Actor): Promise<PastKeepingListDto> {
    return this.desk.past(actor);
  }

  @Get('proposals')
  @ApiOperation({ summary: 'Các đề xuất đã lập' })
  @ApiOkResponse({ type: RetentionProposalListDto })
  retentionProposals(@CurrentActor() actor: Actor): Promise<RetentionProposalListDto> {
    return this.desk.proposals(actor);
  }

  @Post('proposals')
  @ApiOperation({ summary: 'Lập đề xuất từ các hồ sơ của cơ quan đã hết thời hạn; không xóa gì' })
  @ApiCreatedResponse({ type: RetentionProposalDetailDto })
  propose(
    @CurrentActor() actor: Actor,
    @Body() { note }: NewRetentionProposalDto,
  ): Promise<RetentionProposalDetailDto> {
    return this.desk.propose(actor, note);
  }

  @Get('proposals/:id')
  @ApiOperation({ summary: 'Một đề xuất với các hồ sơ của nó' })
  @ApiOkResponse({ type: RetentionProposalDetailDto })
  retentionProposal(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
  ): Promise<RetentionProposalDetailDto> {
    return this.desk.one(actor, id);
  }

  @Post('proposals/:id/decision')
  @HttpCode(200)
  @ApiOperation({ summary: 'Quyết định về đề xuất, một lần (chủ tịch); phần mềm không xóa gì' })
  @ApiOkResponse({ type: RetentionProposalDetailDto })
  decideProposal(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: RetentionDecisionDto,
  ): Promise<RetentionProposalDetailDto> {
    return this.desk.decide(actor, id, body);
  }
}
