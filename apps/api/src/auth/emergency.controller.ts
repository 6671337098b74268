import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { EmergencyDesk } from './emergency-desk.js';
import { EmergencyDto, EmergencyListDto, EmergencyUseListDto, NewEmergencyDto } from './emergency.dto.js';

@ApiTags('Truy cập khẩn cấp')
@Controller('emergency-accesses')
export class EmergencyController {
  constructor(private readonly desk: EmergencyDesk) {}

  @Get()
  @ApiOperation({ summary: 'Các lần mở truy cập khẩn cấp (thanh tra, lãnh đạo, quản trị)' })
  @ApiOkResponse({ type: EmergencyListDto })
  emergencies(@CurrentActor() actor: Actor): Promise<EmergencyListDto> {
    return this.desk.list(actor);
  }

  @Post()
  @ApiOperation({ summary: 'Mở tạm một vai trò cho một tài khoản, có lý do; người thứ hai được báo ngay' })
  @ApiCreatedResponse({ type: EmergencyDto })
  openEmergency(@CurrentActor() actor: Actor, @Body() body: NewEmergencyDto): Promise<EmergencyDto> {
    return this.desk.open(actor, body);
  }

  @Post(':id/end')
  @HttpCode(200)
  @ApiOperation({ summary: 'Kết thúc sớm một lần mở' })
  @ApiOkResponse({ type: EmergencyDto })
  endEmergency(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<EmergencyDto> {
    return this.desk.end(actor, id);
  }

  @Get(':id/uses')
  @ApiOperation({ summary: 'Việc đã làm trong một lần mở, lấy từ nhật ký' })
  @ApiOkResponse({ type: EmergencyUseListDto })
  emergencyUses(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<EmergencyUseListDto> {
    return this.desk.uses(actor, id);
  }
}
