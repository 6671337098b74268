import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { IdParam, RowIdParam } from '../http/id-param.js';
import { expectedRev, Header, IF_MATCH_HEADER } from '../http/preconditions.js';
import { JournalPageDto, JournalQuery } from './journal.dto.js';
import { JournalDesk } from './journal-desk.js';
import {
  NewOpeningDto,
  OpeningBalanceDto,
  OpeningFiguresDto,
  OpeningListDto,
  OpeningListQuery,
  OpeningReturnDto,
} from './opening.dto.js';
import { OpeningDesk } from './opening-desk.js';
import {
  EndRemoteAreaDto,
  NewRemoteAreaDto,
  RemoteAreaDto,
  RemoteAreaListDto,
  RemoteAreaQuery,
  RemoteDefaultDto,
  RemoteDefaultQuery,
} from './places.dto.js';
import { RemoteAreaDesk } from './remote-area-desk.js';
import { SetupDto } from './setup.dto.js';
import { SetupDesk } from './setup-desk.js';

@ApiTags('Quản trị: danh sách, số dư, nhật ký')
@Controller('administration')
export class PlacesController {
  constructor(
    private readonly areas: RemoteAreaDesk,
    private readonly openings: OpeningDesk,
    private readonly journal: JournalDesk,
    private readonly setup: SetupDesk,
  ) {}

  @Get('setup')
  @ApiOperation({ summary: 'Việc cần làm khi bắt đầu, tính từ tình trạng thật của hệ thống' })
  @ApiOkResponse({ type: SetupDto })
  readSetup(@CurrentActor() actor: Actor): Promise<SetupDto> {
    return this.setup.read(actor);
  }

  @Get('journal')
  @ApiOperation({ summary: 'Nhật ký quản trị' })
  @ApiOkResponse({ type: JournalPageDto })
  readJournal(@CurrentActor() actor: Actor, @Query() query: JournalQuery): Promise<JournalPageDto> {
    return this.journal.list(actor, query);
  }

  @Get('remote-areas')
  @ApiOperation({ summary: 'Địa bàn vùng sâu, vùng xa, đi lại khó khăn' })
  @ApiOkResponse({ type: RemoteAreaListDto })
  remoteAreas(@CurrentActor() actor: Actor, @Query() query: RemoteAreaQuery): Promise<RemoteAreaListDto> {
    return this.areas.list(actor, query);
  }

  @Get('remote-areas/default')
  @ApiOperation({ summary: 'Đơn ở nơi này mặc định có tính là vùng sâu, vùng xa đi lại khó khăn không' })
  @ApiOkResponse({ type: RemoteDefaultDto })
  remoteDefault(@CurrentActor() actor: Actor, @Query() query: RemoteDefaultQuery): Promise<RemoteDefaultDto> {
    return this.areas.byDefault(actor, query);
  }

  @Post('remote-areas')
  @ApiOperation({ summary: 'Đưa một đơn vị hành chính vào danh sách' })
  @ApiCreatedResponse({ type: RemoteAreaDto })
  addRemoteArea(@CurrentActor() actor: Actor, @Body() body: NewRemoteAreaDto): Promise<RemoteAreaDto> {
    return this.areas.add(actor, body);
  }

  @Post('remote-areas/:id/end')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ghi ngày cuối cùng của một địa bàn trong danh sách' })
  @ApiOkResponse({ type: RemoteAreaDto })
  endRemoteArea(
    @CurrentActor() actor: Actor,
    @Param('id', RowIdParam) id: number,
    @Body() body: EndRemoteAreaDto,
  ): Promise<RemoteAreaDto> {
    return this.areas.end(actor, id, body);
  }

  @Get('opening-balances')
  @ApiOperation({ summary: 'Số dư đầu kỳ của các cơ quan trong phạm vi' })
  @ApiOkResponse({ type: OpeningListDto })
  openingBalances(@CurrentActor() actor: Actor, @Query() query: OpeningListQuery): Promise<OpeningListDto> {
    return this.openings.list(actor, query);
  }

  @Post('opening-balances')
  @ApiOperation({ summary: 'Nhập số dư đầu kỳ; khi kỳ đã khóa thì là bản đính chính' })
  @ApiCreatedResponse({ type: OpeningBalanceDto })
  enterOpening(@CurrentActor() actor: Actor, @Body() body: NewOpeningDto): Promise<OpeningBalanceDto> {
    return this.openings.enter(actor, body);
  }

  @Post('opening-balances/:id')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sửa số dư chưa khóa' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiOkResponse({ type: OpeningBalanceDto })
  changeOpening(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Header('if-match') match: string | undefined,
    @Body() body: OpeningFiguresDto,
  ): Promise<OpeningBalanceDto> {
    return this.openings.change(actor, id, { rev: expectedRev(match), body });
  }

  @Post('opening-balances/:id/confirm')
  @HttpCode(200)
  @ApiOperation({ summary: 'Người thứ hai xác nhận: số dư được khóa' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiOkResponse({ type: OpeningBalanceDto })
  confirmOpening(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Header('if-match') match: string | undefined,
  ): Promise<OpeningBalanceDto> {
    return this.openings.confirm(actor, id, expectedRev(match));
  }

  @Post('opening-balances/:id/return')
  @HttpCode(200)
  @ApiOperation({ summary: 'Trả lại số dư cho người nhập, kèm lý do' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiOkResponse({ type: OpeningBalanceDto })
  returnOpening(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Header('if-match') match: string | undefined,
    @Body() body: OpeningReturnDto,
  ): Promise<OpeningBalanceDto> {
    return this.openings.giveBack(actor, id, { rev: expectedRev(match), reason: body.reason });
  }
}
