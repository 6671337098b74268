import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../http/actor.js';
import { HealthDto } from '../reference/reference.dto.js';
import { Operations } from './operations.js';

@ApiTags('Vận hành')
@Public()
@Controller()
export class OpsController {
  constructor(private readonly operations: Operations) {}

  @Get('livez')
  @ApiOperation({ summary: 'Tiến trình còn sống' })
  @ApiOkResponse({ type: HealthDto })
  livez(): HealthDto {
    return { status: 'ok', checks: {} };
  }

  @Get('readyz')
  @ApiOperation({ summary: '200 chỉ khi cơ sở dữ liệu đã nâng cấp và có dữ liệu' })
  @ApiOkResponse({ type: HealthDto })
  async readyz(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthDto> {
    const health = await this.operations.readiness();
    if (health.status !== 'ok') void reply.code(503);
    return health;
  }

  @Get('metrics')
  @ApiOperation({ summary: 'Số đo Prometheus; không có dữ liệu cá nhân' })
  @ApiOkResponse({ description: 'Số đo', content: { 'text/plain': { schema: { type: 'string' } } } })
  async metrics(@Res() reply: FastifyReply): Promise<void> {
    const { contentType, text } = await this.operations.metrics();
    await reply.header('content-type', contentType).send(text);
  }

  @Get('api/openapi.json')
  @ApiExcludeEndpoint()
  async openApi(@Res() reply: FastifyReply): Promise<void> {
    await reply.header('content-type', 'application/json; charset=utf-8').send(this.operations.openApi());
  }
}
