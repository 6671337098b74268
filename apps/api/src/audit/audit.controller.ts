import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { AuditDesk } from './audit-desk.js';
import { AuditCheckDto, AuditVerifyDto, InclusionProofDto, LedgerStandingDto, TreeHeadDto } from './audit.dto.js';

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

  @Get('standing')
  @ApiOperation({ summary: 'Các gốc cây đã ký và lần kiểm gần nhất' })
  @ApiOkResponse({ type: LedgerStandingDto })
  ledgerStanding(@CurrentActor() actor: Actor): Promise<LedgerStandingDto> {
    return this.desk.standing(actor);
  }

  @Post('checks')
  @HttpCode(202)
  @ApiOperation({ summary: 'Bắt đầu kiểm nhật ký trong phạm vi được xem; hỏi tiến độ bằng mã lần kiểm' })
  @ApiAcceptedResponse({ type: AuditCheckDto })
  startCheck(@CurrentActor() actor: Actor): Promise<AuditCheckDto> {
    return this.desk.startCheck(actor);
  }

  @Get('checks/:id')
  @ApiOperation({ summary: 'Tiến độ, kết quả của một lần kiểm' })
  @ApiOkResponse({ type: AuditCheckDto })
  auditCheck(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<AuditCheckDto> {
    return this.desk.check(actor, id);
  }

  @Post('checks/:id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Dừng một lần kiểm đang chạy' })
  @ApiOkResponse({ type: AuditCheckDto })
  cancelCheck(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<AuditCheckDto> {
    return this.desk.cancelCheck(actor, id);
  }

  @Get('events/:id/proof')
  @ApiOperation({ summary: 'Chứng minh một sự kiện nằm trong nhật ký đã ký' })
  @ApiOkResponse({ type: InclusionProofDto })
  eventProof(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<InclusionProofDto> {
    return this.desk.proof(actor, id);
  }
}
