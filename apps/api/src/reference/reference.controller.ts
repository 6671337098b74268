import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { ReferenceDesk } from './reference-desk.js';
import {
  AgencyListDto,
  CalendarDto,
  CalendarQuery,
  ProcedureListDto,
  ProcedureQuery,
  StageMapDto,
  UnitListDto,
  UnitQuery,
  UserListDto,
  UserListQuery,
} from './reference.dto.js';

@ApiTags('Danh mục')
@Controller()
export class ReferenceController {
  constructor(private readonly desk: ReferenceDesk) {}

  @Get('agencies')
  @ApiOperation({ summary: 'Cơ quan trong phạm vi của tôi' })
  @ApiOkResponse({ type: AgencyListDto })
  listAgencies(@CurrentActor() actor: Actor): Promise<AgencyListDto> {
    return this.desk.agencies(actor);
  }

  @Get('users')
  @ApiOperation({ summary: 'Người trong phạm vi của tôi, để giao việc' })
  @ApiOkResponse({ type: UserListDto })
  listUsers(@CurrentActor() actor: Actor, @Query() query: UserListQuery): Promise<UserListDto> {
    return this.desk.users(actor, query);
  }

  @Get('administrative-units')
  @ApiOperation({ summary: 'Danh mục đơn vị hành chính theo ngày' })
  @ApiOkResponse({ type: UnitListDto })
  listUnits(@CurrentActor() actor: Actor, @Query() query: UnitQuery): Promise<UnitListDto> {
    return this.desk.units(actor, query);
  }

  @Get('procedures')
  @ApiOperation({ summary: 'Các quy trình' })
  @ApiOkResponse({ type: ProcedureListDto })
  listProcedures(): Promise<ProcedureListDto> {
    return this.desk.procedures();
  }

  @Get('procedures/:name')
  @ApiOperation({ summary: 'Sơ đồ giai đoạn, lấy thẳng từ quy trình đang chạy' })
  @ApiOkResponse({ type: StageMapDto })
  stageMap(@Param('name') name: string, @Query() query: ProcedureQuery): Promise<StageMapDto> {
    return this.desk.stageMap(name, query.version);
  }

  @Get('calendar/days')
  @ApiOperation({ summary: 'Ngày làm việc, ngày nghỉ trong một khoảng' })
  @ApiOkResponse({ type: CalendarDto })
  calendarDays(@Query() query: CalendarQuery): Promise<CalendarDto> {
    return this.desk.calendar(query);
  }
}
