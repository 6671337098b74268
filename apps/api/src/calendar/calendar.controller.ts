import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { CalendarDesk } from './calendar-desk.js';
import {
  CalendarPublicationDto,
  CalendarPublicationListDto,
  CalendarYearDto,
  CalendarYearQuery,
  NewPreviewDto,
  NewPublicationDto,
  PreviewDto,
  PreviewRowPageDto,
  PreviewRowQuery,
} from './calendar.dto.js';

@ApiTags('Lịch nghỉ')
@Controller('calendar')
export class CalendarController {
  constructor(private readonly desk: CalendarDesk) {}

  @Get()
  @ApiOperation({ summary: 'Ngày nghỉ, ngày làm bù của một năm, kèm văn bản quyết định' })
  @ApiOkResponse({ type: CalendarYearDto })
  calendarYear(@CurrentActor() actor: Actor, @Query() query: CalendarYearQuery): Promise<CalendarYearDto> {
    return this.desk.year(actor, query);
  }

  @Post('previews')
  @ApiOperation({ summary: 'Xem trước một thay đổi lịch: hồ sơ nào dời hạn, hồ sơ nào thành quá hạn' })
  @ApiCreatedResponse({ type: PreviewDto })
  createPreview(@CurrentActor() actor: Actor, @Body() body: NewPreviewDto): Promise<PreviewDto> {
    return this.desk.preview(actor, body);
  }

  @Get('previews/:id')
  @ApiOperation({ summary: 'Đọc lại một bản xem trước' })
  @ApiOkResponse({ type: PreviewDto })
  readPreview(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<PreviewDto> {
    return this.desk.readPreview(actor, id);
  }

  @Get('previews/:id/rows')
  @ApiOperation({ summary: 'Danh sách thời hạn sẽ dời' })
  @ApiOkResponse({ type: PreviewRowPageDto })
  listPreviewRows(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Query() query: PreviewRowQuery,
  ): Promise<PreviewRowPageDto> {
    return this.desk.previewRows(actor, id, query);
  }

  @Post('publications')
  @HttpCode(202)
  @ApiOperation({ summary: 'Công bố đúng thay đổi đã xem trước; thời hạn được tính lại ngay sau đó' })
  @ApiAcceptedResponse({ type: CalendarPublicationDto })
  publishCalendar(@CurrentActor() actor: Actor, @Body() body: NewPublicationDto): Promise<CalendarPublicationDto> {
    return this.desk.publish(actor, body);
  }

  @Get('publications')
  @ApiOperation({ summary: 'Các lần công bố lịch' })
  @ApiOkResponse({ type: CalendarPublicationListDto })
  listPublications(@CurrentActor() actor: Actor): Promise<CalendarPublicationListDto> {
    return this.desk.publications(actor);
  }

  @Get('publications/:id')
  @ApiOperation({ summary: 'Một lần công bố: tiến độ và kết quả tính lại' })
  @ApiOkResponse({ type: CalendarPublicationDto })
  readPublication(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<CalendarPublicationDto> {
    return this.desk.publication(actor, id);
  }

  @Post('publications/:id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Dừng việc tính lại; phần đã làm giữ nguyên' })
  @ApiOkResponse({ type: CalendarPublicationDto })
  cancelPublication(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<CalendarPublicationDto> {
    return this.desk.cancel(actor, id);
  }

  @Post('publications/:id/resume')
  @HttpCode(200)
  @ApiOperation({ summary: 'Làm tiếp việc tính lại đã dừng' })
  @ApiOkResponse({ type: CalendarPublicationDto })
  resumePublication(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<CalendarPublicationDto> {
    return this.desk.resume(actor, id);
  }
}
