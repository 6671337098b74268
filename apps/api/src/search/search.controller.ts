import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { SearchDesk } from './search-desk.js';
import { SearchAnswerDto, SearchDto } from './search.dto.js';

@ApiTags('Tìm kiếm')
@Controller('search')
export class SearchController {
  constructor(private readonly desk: SearchDesk) {}

  /** POST: what is sought may be a personal number, which has no place in an address. */
  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Tìm nhanh theo số tiếp nhận, họ tên, nội dung, số định danh, mã tra cứu' })
  @ApiOkResponse({ type: SearchAnswerDto })
  find(@CurrentActor() actor: Actor, @Body() body: SearchDto): Promise<SearchAnswerDto> {
    return this.desk.find(actor, body.q);
  }
}
