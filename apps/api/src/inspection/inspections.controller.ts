import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { InspectionDesk } from './inspection-desk.js';
import {
  InspectionDetailDto,
  InspectionListDto,
  NewFindingDto,
  NewInspectionDto,
  NewSampleDto,
  ReadingLogDto,
  ReadingQuery,
  RedrawnDto,
  SampleDetailDto,
  SampleDto,
} from './inspection.dto.js';
import { ReadingDesk } from './reading-desk.js';

@ApiTags('Chọn mẫu kiểm tra')
@Controller()
export class InspectionsController {
  constructor(
    private readonly desk: InspectionDesk,
    private readonly readings: ReadingDesk,
  ) {}

  @Get('inspections')
  @ApiOperation({ summary: 'Các cuộc kiểm tra' })
  @ApiOkResponse({ type: InspectionListDto })
  inspections(@CurrentActor() actor: Actor): Promise<InspectionListDto> {
    return this.desk.all(actor);
  }

  @Post('inspections')
  @ApiOperation({ summary: 'Lập cuộc kiểm tra (thanh tra)' })
  @ApiCreatedResponse({ type: InspectionDetailDto })
  openInspection(@CurrentActor() actor: Actor, @Body() body: NewInspectionDto): Promise<InspectionDetailDto> {
    return this.desk.open(actor, body);
  }

  @Get('inspections/:id')
  @ApiOperation({ summary: 'Một cuộc kiểm tra với các mẫu đã chọn' })
  @ApiOkResponse({ type: InspectionDetailDto })
  inspection(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<InspectionDetailDto> {
    return this.desk.one(actor, id);
  }

  @Post('inspections/:id/samples')
  @ApiOperation({ summary: 'Chọn mẫu ngẫu nhiên từ một danh sách (thanh tra)' })
  @ApiCreatedResponse({ type: SampleDto })
  drawSample(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: NewSampleDto,
  ): Promise<SampleDto> {
    return this.desk.draw(actor, id, body);
  }

  @Get('inspection-samples/:id')
  @ApiOperation({ summary: 'Một mẫu với các vụ việc và ghi nhận' })
  @ApiOkResponse({ type: SampleDetailDto })
  sample(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<SampleDetailDto> {
    return this.desk.sample(actor, id);
  }

  @Get('inspection-samples/:id/redrawn')
  @ApiOperation({ summary: 'Chọn lại cùng số khởi tạo và so với mẫu đã lưu; không ghi gì' })
  @ApiOkResponse({ type: RedrawnDto })
  redrawn(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<RedrawnDto> {
    return this.desk.redrawn(actor, id);
  }

  @Post('inspection-samples/:id/cases/:caseFileId/findings')
  @HttpCode(204)
  @ApiOperation({ summary: 'Ghi nhận về một vụ việc trong mẫu (thanh tra); hồ sơ không đổi' })
  @ApiNoContentResponse({ description: 'Đã ghi' })
  async noteFinding(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) sampleId: string,
    @Param('caseFileId', IdParam) caseId: string,
    @Body() body: NewFindingDto,
  ): Promise<void> {
    await this.desk.note(actor, { sampleId, caseId }, body);
  }

  @Get('identity-reading-log')
  @ApiOperation({ summary: 'Ai đã đọc gì: các lượt đọc thông tin được bảo vệ (thanh tra, người quản lý thông tin)' })
  @ApiOkResponse({ type: ReadingLogDto })
  readingLog(@CurrentActor() actor: Actor, @Query() query: ReadingQuery): Promise<ReadingLogDto> {
    return this.readings.log(actor, query);
  }
}
