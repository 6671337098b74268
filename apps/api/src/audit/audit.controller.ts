import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/access';
import { FILE_ANSWER, sendFile } from '../documents/send-file.js';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { AuditDesk } from './audit-desk.js';
import {
  AuditCheckDto,
  AuditVerifyDto,
  ConsistencyProofDto,
  ConsistencyQuery,
  InclusionProofDto,
  LedgerStandingDto,
  NoticeQuery,
  TreeHeadDto,
} from './audit.dto.js';

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

  @Get('head/notice')
  @ApiOperation({ summary: 'Bản niêm yết gốc cây đã ký (PDF khổ A4, có mã vuông)' })
  @ApiOkResponse(FILE_ANSWER)
  async headNotice(
    @CurrentActor() actor: Actor,
    @Query() { treeSize }: NoticeQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, { ...(await this.desk.notice(actor, treeSize)), inline: true });
  }

  @Get('consistency')
  @ApiOperation({ summary: 'Chứng minh nhật ký nay nối dài từ một gốc cây cũ' })
  @ApiOkResponse({ type: ConsistencyProofDto })
  auditConsistency(@Query() { from }: ConsistencyQuery): Promise<ConsistencyProofDto> {
    return this.desk.consistency(from);
  }

  @Get('export')
  @ApiOperation({ summary: 'Xuất nhật ký trong phạm vi được xem để kiểm ngoại tuyến (thanh tra, quản trị, lãnh đạo)' })
  @ApiOkResponse(FILE_ANSWER)
  async exportAudit(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const lines = await this.desk.export(actor);
    await reply
      .header('content-type', 'application/octet-stream')
      .header('content-disposition', 'attachment; filename="nhat-ky.jsonl"')
      .header('cache-control', 'no-store')
      .send(lines);
  }

  @Get('verifier')
  @ApiOperation({ summary: 'Bộ kiểm ngoại tuyến: một tệp, chỉ cần Node' })
  @ApiOkResponse(FILE_ANSWER)
  async auditVerifier(@Res() reply: FastifyReply): Promise<void> {
    await sendFile(reply, await this.desk.verifier());
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
