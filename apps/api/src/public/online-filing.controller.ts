import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#libs/access';
import { CurrentActor, Public } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { FILING_WRITES, InTurn } from '../http/public-turns.js';
import { IDEMPOTENCY_HEADER, IdempotencyKey } from '../http/preconditions.js';
import { OnlineFilingDesk } from './online-filing-desk.js';
import {
  FiledOnlineDto,
  OnlineFilingDto,
  OnlineFilingFormDto,
  OnlineOptionsDto,
  SatisfactionDto,
  SatisfactionQuery,
} from './online-filing.dto.js';
import { readFiling } from './read-filing.js';

@ApiTags('Gửi trực tuyến')
@Controller()
export class OnlineFilingController {
  constructor(private readonly desk: OnlineFilingDesk) {}

  @Public()
  @Get('public/filings/options')
  @ApiOperation({ summary: 'Gửi được gì, đến cơ quan nào; vì sao không có mục tố cáo' })
  @ApiOkResponse({ type: OnlineOptionsDto })
  onlineOptions(): Promise<OnlineOptionsDto> {
    return this.desk.options();
  }

  @Public()
  @InTurn('filing')
  @Post('public/filings')
  @ApiOperation({ summary: 'Gửi kiến nghị, phản ánh, khiếu nại đã ký, hoặc báo tin; vào sổ ngay, không cần tài khoản' })
  @ApiConsumes('multipart/form-data')
  @ApiHeader({ ...IDEMPOTENCY_HEADER, required: true })
  @ApiBody({ type: OnlineFilingFormDto })
  @ApiCreatedResponse({ type: FiledOnlineDto })
  async fileOnline(@Req() request: FastifyRequest, @IdempotencyKey() key: string | undefined): Promise<FiledOnlineDto> {
    await this.desk.mayFile(request.ip);
    const filing = await readFiling(request);
    return FILING_WRITES.take(request.ip, () => this.desk.file(filing, key));
  }

  @Get('petitions/:id/online-filing')
  @ApiOperation({ summary: 'Đơn đã gửi trực tuyến ra sao, chữ ký đã và chưa kiểm tra gì' })
  @ApiOkResponse({ type: OnlineFilingDto })
  onlineFiling(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<OnlineFilingDto> {
    return this.desk.ofPetition(actor, id);
  }

  @Get('satisfaction')
  @ApiOperation({ summary: 'Mức hài lòng của người dân theo cơ quan: chỉ có số lượt, không có ai chấm' })
  @ApiOkResponse({ type: SatisfactionDto })
  satisfaction(@CurrentActor() actor: Actor, @Query() query: SatisfactionQuery): Promise<SatisfactionDto> {
    return this.desk.satisfaction(actor, query);
  }
}
