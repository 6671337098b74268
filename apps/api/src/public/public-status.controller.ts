import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Public } from '../http/actor.js';
import { Header } from '../http/preconditions.js';
import { PublicStatusDesk } from './public-status-desk.js';
import { PublicStatusDto, StatusQuery } from './public-status.dto.js';

@ApiTags('Tra cứu công khai')
@Controller('public/status')
export class PublicStatusController {
  constructor(private readonly desk: PublicStatusDesk) {}

  @Public()
  @Get(':lookupCode')
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
}
