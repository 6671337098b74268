import { Body, Controller, Get, Param, Put, Query, Req } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../http/actor.js';
import { InTurn } from '../http/public-turns.js';
import { Header } from '../http/preconditions.js';
import { PublicStatusDesk } from './public-status-desk.js';
import {
  FiguresQuery,
  PublicFiguresDto,
  PublicRatingDto,
  PublicStatusDto,
  RatePetitionDto,
  StatusQuery,
} from './public-status.dto.js';

@ApiTags('Tra cứu công khai')
@Controller('public')
export class PublicStatusController {
  constructor(private readonly desk: PublicStatusDesk) {}

  @Public()
  @InTurn('lookup')
  @Get('status/:lookupCode')
  @ApiOperation({ summary: 'Đơn đang ở bước nào, đến bao giờ; không cần tài khoản' })
  @ApiHeader({ name: 'X-Lookup-Secret', required: false, description: 'Mã bí mật của đơn tố cáo, đơn nhiều nội dung' })
  @ApiOkResponse({ type: PublicStatusDto })
  publicStatus(
    @Param('lookupCode') code: string,
    @Query() query: StatusQuery,
    @Header('x-lookup-secret') header: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<PublicStatusDto> {
    return this.desk.status(code, header ?? query.secret, request.ip);
  }

  @Public()
  @InTurn('lookup')
  @Put('status/:lookupCode/rating')
  @ApiOperation({ summary: 'Chấm mức hài lòng sau khi đơn đã xong; chấm lại trong 30 ngày thì thay lần trước' })
  @ApiOkResponse({ type: PublicRatingDto })
  ratePetition(
    @Param('lookupCode') code: string,
    @Body() body: RatePetitionDto,
    @Req() request: FastifyRequest,
  ): Promise<PublicRatingDto> {
    return this.desk.rate(code, body.score, request.ip);
  }

  @Public()
  @InTurn('lookup')
  @Get('figures')
  @ApiOperation({ summary: 'Số liệu giải quyết theo cơ quan của các tháng đã hết; ô nhỏ không công bố' })
  @ApiOkResponse({ type: PublicFiguresDto })
  publicFigures(@Query() { year }: FiguresQuery, @Req() request: FastifyRequest): Promise<PublicFiguresDto> {
    return this.desk.figures(year === undefined ? undefined : Number(year), request.ip);
  }
}
