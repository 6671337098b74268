import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/access';
import { FILE_ANSWER, sendFile } from '../documents/send-file.js';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import {
  CorrectEmulationDto,
  EmulationEntryDto,
  EmulationListDto,
  EmulationQuery,
  NewEmulationDto,
  VoidEmulationDto,
} from './emulation.dto.js';
import { EmulationDesk } from './emulation-desk.js';

@ApiTags('Mô hình thi đua')
@Controller('emulation-models')
export class EmulationController {
  constructor(private readonly desk: EmulationDesk) {}

  @Get()
  @ApiOperation({ summary: 'Sổ mô hình thi đua theo cơ quan và năm, kể cả mô hình đã hủy' })
  @ApiOkResponse({ type: EmulationListDto })
  emulationModels(@CurrentActor() actor: Actor, @Query() query: EmulationQuery): Promise<EmulationListDto> {
    return this.desk.list(actor, query);
  }

  @Get('export')
  @ApiOperation({ summary: 'Sổ mô hình thi đua thành tệp Excel' })
  @ApiOkResponse(FILE_ANSWER)
  async emulationFile(
    @CurrentActor() actor: Actor,
    @Query() query: EmulationQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, await this.desk.file(actor, query));
  }

  @Get(':id/history')
  @ApiOperation({ summary: 'Mọi lần ghi của một mô hình, cũ trước' })
  @ApiOkResponse({ type: EmulationEntryDto, isArray: true })
  emulationHistory(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<EmulationEntryDto[]> {
    return this.desk.history(actor, id);
  }

  @Post()
  @ApiOperation({ summary: 'Ghi một mô hình thi đua vào sổ' })
  @ApiCreatedResponse({ type: EmulationEntryDto })
  addEmulation(@CurrentActor() actor: Actor, @Body() body: NewEmulationDto): Promise<EmulationEntryDto> {
    return this.desk.add(actor, body);
  }

  @Post(':id/corrections')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sửa một mô hình, có lý do; lần ghi trước vẫn còn' })
  @ApiOkResponse({ type: EmulationEntryDto })
  correctEmulation(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: CorrectEmulationDto,
  ): Promise<EmulationEntryDto> {
    return this.desk.correct(actor, id, body);
  }

  @Post(':id/void')
  @HttpCode(200)
  @ApiOperation({ summary: 'Hủy một mô hình ghi nhầm, có lý do; dòng vẫn còn trong sổ' })
  @ApiOkResponse({ type: EmulationEntryDto })
  voidEmulation(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: VoidEmulationDto,
  ): Promise<EmulationEntryDto> {
    return this.desk.void(actor, id, body);
  }
}
