import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/access';
import { FILE_ANSWER, sendFile } from '../documents/send-file.js';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { EvidenceDesk } from './evidence-desk.js';
import { FrozenListsDesk } from './frozen-lists-desk.js';
import {
  CaseFindingsDto,
  InspectionFrozenListDto,
  InspectionListDetailDto,
  NewFindingDto,
  NewInspectionListDto,
} from './inspection.dto.js';

@ApiTags('Phòng thanh tra')
@Controller()
export class InspectionRoomController {
  constructor(
    private readonly lists: FrozenListsDesk,
    private readonly evidence: EvidenceDesk,
  ) {}

  @Post('inspections/:id/lists')
  @ApiOperation({ summary: 'Chốt danh sách đứng sau một ô của biểu hoặc một con số vào cuộc kiểm tra (thanh tra)' })
  @ApiCreatedResponse({ type: InspectionFrozenListDto })
  freezeList(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: NewInspectionListDto,
  ): Promise<InspectionFrozenListDto> {
    return this.lists.freeze(actor, id, body);
  }

  @Get('inspections/:id/evidence')
  @ApiOperation({ summary: 'Hồ sơ chứng cứ (ZIP): danh sách, mẫu, ghi nhận, nhật ký, bộ kiểm; kiểm được ngoại tuyến' })
  @ApiOkResponse(FILE_ANSWER)
  async inspectionEvidence(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, await this.evidence.archive(actor, id));
  }

  @Get('inspection-lists/:id')
  @ApiOperation({ summary: 'Một danh sách đã chốt với các dòng và ghi nhận' })
  @ApiOkResponse({ type: InspectionListDetailDto })
  inspectionList(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<InspectionListDetailDto> {
    return this.lists.one(actor, id);
  }

  @Post('inspection-lists/:id/cases/:caseFileId/findings')
  @HttpCode(204)
  @ApiOperation({ summary: 'Ghi nhận về một vụ việc của danh sách đã chốt (thanh tra); hồ sơ không đổi' })
  @ApiNoContentResponse({ description: 'Đã ghi' })
  async noteListFinding(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) listId: string,
    @Param('caseFileId', IdParam) caseId: string,
    @Body() body: NewFindingDto,
  ): Promise<void> {
    await this.lists.note(actor, { listId, caseId }, body);
  }

  @Get('inspection-findings')
  @ApiOperation({ summary: 'Ghi nhận kiểm tra đối với hồ sơ của cơ quan mình (thủ trưởng)' })
  @ApiOkResponse({ type: CaseFindingsDto })
  inspectionFindings(@CurrentActor() actor: Actor): Promise<CaseFindingsDto> {
    return this.lists.forHead(actor);
  }
}
