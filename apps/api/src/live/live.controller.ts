import { Controller, Get, type OnModuleDestroy, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { Header } from '../http/preconditions.js';
import { LiveHub } from './live-hub.js';
import { lastEventId } from './live-view.js';
import { openStream } from './stream.js';
import { WorkListDto } from './live.dto.js';

@ApiTags('Tin tức thời')
@Controller('live')
export class LiveController implements OnModuleDestroy {
  constructor(private readonly hub: LiveHub) {}

  @Get()
  @ApiOperation({
    summary:
      'Luồng tin (text/event-stream): tiến độ việc dài và báo hộp thư có thay đổi; không có nội dung hay danh tính. Nối lại với Last-Event-ID thì nhận đủ tin đã lỡ',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Số của tin nhận được sau cùng' })
  @ApiOkResponse({ description: 'Các tin', content: { 'text/event-stream': { schema: { type: 'string' } } } })
  async followLive(
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
    @Header('last-event-id') last?: string,
  ): Promise<void> {
    const after = lastEventId(last);
    const stream = openStream(reply);
    const listener = { actor, ...stream };
    void stream.closed.then(() => this.hub.leave(listener));
    await this.hub.admit(listener, after).catch(() => stream.end());
    // The page may have gone while it was being admitted.
    if (stream.isClosed()) this.hub.leave(listener);
  }

  @Get('works')
  @ApiOperation({ summary: 'Việc dài đang chạy hoặc vừa xong: bước, số dòng, thời gian còn lại' })
  @ApiOkResponse({ type: WorkListDto })
  listWorks(@CurrentActor() actor: Actor): Promise<WorkListDto> {
    return this.hub.works(actor);
  }

  /** Open streams would keep the server from closing. */
  onModuleDestroy(): void {
    this.hub.close();
  }
}
