import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { IDEMPOTENCY_HEADER, IdempotencyKey } from '../http/preconditions.js';
import { LeaderActsDesk } from './leader-acts-desk.js';
import { ApprovalsDto, AssignmentsDto, LineResultsDto, UrgingsDto } from './leader-acts.dto.js';

@ApiTags('Bảng điều hành')
@Controller()
export class LeaderActsController {
  constructor(private readonly desk: LeaderActsDesk) {}

  @Post('case-files/assignments')
  @HttpCode(200)
  @ApiOperation({ summary: 'Giao nhiều hồ sơ cho một người: mỗi hồ sơ một lần ghi riêng, kết quả từng dòng' })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiOkResponse({ type: LineResultsDto })
  assignFiles(
    @CurrentActor() actor: Actor,
    @Body() body: AssignmentsDto,
    @IdempotencyKey() key: string | undefined,
  ): Promise<LineResultsDto> {
    return this.desk.assign(actor, body, key);
  }

  @Post('case-files/urgings')
  @HttpCode(200)
  @ApiOperation({ summary: 'Đôn đốc nhiều hồ sơ (quy định nội bộ): nhắc người được giao, ghi vào hồ sơ, soạn văn bản' })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiOkResponse({ type: LineResultsDto })
  urgeFiles(
    @CurrentActor() actor: Actor,
    @Body() body: UrgingsDto,
    @IdempotencyKey() key: string | undefined,
  ): Promise<LineResultsDto> {
    return this.desk.urge(actor, body, key);
  }

  @Post('approvals')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Trình, duyệt, ký hoặc trả lại nhiều văn bản: mỗi văn bản một việc riêng, kết quả từng dòng',
  })
  @ApiOkResponse({ type: LineResultsDto })
  approvePapers(@CurrentActor() actor: Actor, @Body() body: ApprovalsDto): Promise<LineResultsDto> {
    return this.desk.approve(actor, body);
  }
}
