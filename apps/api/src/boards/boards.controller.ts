import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { BoardDesk } from './board-desk.js';
import {
  InboxPageDto,
  InboxQuery,
  MyWorkDto,
  OverduePageDto,
  OverdueQuery,
  SummaryDto,
  SummaryQuery,
} from './board.dto.js';

@ApiTags('Bảng điều hành và việc của tôi')
@Controller()
export class BoardsController {
  constructor(private readonly desk: BoardDesk) {}

  @Get('boards/overdue')
  @ApiOperation({ summary: 'Thời hạn đã quá, cũ nhất trước' })
  @ApiOkResponse({ type: OverduePageDto })
  overdueBoard(@CurrentActor() actor: Actor, @Query() query: OverdueQuery): Promise<OverduePageDto> {
    return this.desk.overdue(actor, query);
  }

  @Get('boards/summary')
  @ApiOperation({ summary: 'Các con số của cơ quan; mỗi số kèm đường dẫn tới danh sách của nó' })
  @ApiOkResponse({ type: SummaryDto })
  summaryBoard(@CurrentActor() actor: Actor, @Query() query: SummaryQuery): Promise<SummaryDto> {
    return this.desk.summary(actor, query);
  }

  @Get('my-work')
  @ApiOperation({ summary: 'Việc của tôi' })
  @ApiOkResponse({ type: MyWorkDto })
  myWork(@CurrentActor() actor: Actor): Promise<MyWorkDto> {
    return this.desk.myWork(actor);
  }

  @Get('inbox')
  @ApiOperation({ summary: 'Thông báo của tôi' })
  @ApiOkResponse({ type: InboxPageDto })
  inbox(@CurrentActor() actor: Actor, @Query() query: InboxQuery): Promise<InboxPageDto> {
    return this.desk.inbox(actor, query);
  }

  @Post('inbox/read-all')
  @HttpCode(204)
  @ApiOperation({ summary: 'Đánh dấu đã đọc mọi thông báo' })
  async markAllRead(@CurrentActor() actor: Actor): Promise<void> {
    await this.desk.markAllRead(actor);
  }

  @Post('inbox/:id/read')
  @HttpCode(204)
  @ApiOperation({ summary: 'Đánh dấu đã đọc một thông báo' })
  async markRead(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<void> {
    await this.desk.markRead(actor, id);
  }
}
