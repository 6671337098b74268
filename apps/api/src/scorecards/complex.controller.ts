import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { ComplexCasesDto, ComplexQuery } from './complex.dto.js';
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
}
