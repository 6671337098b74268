import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/access';
import { FILE_ANSWER, sendFile } from '../documents/send-file.js';
import { CurrentActor } from '../http/actor.js';
import { ComplexCasesDto, ComplexFilterQuery, ComplexQuery } from './complex.dto.js';
import { ComplexDesk } from './complex-desk.js';

@ApiTags('Trách nhiệm người đứng đầu')
@Controller('complex-cases')
export class ComplexController {
  constructor(private readonly desk: ComplexDesk) {}

  @Get()
  @ApiOperation({
    summary: 'Vụ việc phức tạp, kéo dài, vượt cấp: tuổi, đã qua việc gì, ai chịu trách nhiệm, việc kế tiếp',
  })
  @ApiOkResponse({ type: ComplexCasesDto })
  complexCases(@CurrentActor() actor: Actor, @Query() query: ComplexQuery): Promise<ComplexCasesDto> {
    return this.desk.cases(actor, query);
  }

  @Get('export')
  @ApiOperation({ summary: 'Vụ việc phức tạp, kéo dài, vượt cấp thành tệp Excel' })
  @ApiOkResponse(FILE_ANSWER)
  async complexFile(
    @CurrentActor() actor: Actor,
    @Query() query: ComplexFilterQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, await this.desk.file(actor, query));
  }
}
