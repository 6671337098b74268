import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { AuditDesk } from './audit-desk.js';
import { AuditVerifyDto, InclusionProofDto, TreeHeadDto } from './audit.dto.js';

@ApiTags('Toàn vẹn nhật ký')
@Controller('audit')
export class AuditController {
  constructor(private readonly desk: AuditDesk) {}

  @Get('head')
  @ApiOperation({ summary: 'Gốc cây nhật ký, có chữ ký' })
  @ApiOkResponse({ type: TreeHeadDto })
  auditHead(): Promise<TreeHeadDto> {
    return this.desk.head();
  }

  @Get('verify')
  @ApiOperation({ summary: 'Kiểm chuỗi băm và cây nhật ký (thanh tra, quản trị)' })
  @ApiOkResponse({ type: AuditVerifyDto })
  verifyAudit(@CurrentActor() actor: Actor): Promise<AuditVerifyDto> {
    return this.desk.verify(actor);
  }

  @Get('events/:id/proof')
  @ApiOperation({ summary: 'Chứng minh một sự kiện nằm trong nhật ký đã ký' })
  @ApiOkResponse({ type: InclusionProofDto })
  eventProof(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<InclusionProofDto> {
    return this.desk.proof(actor, id);
  }
}
