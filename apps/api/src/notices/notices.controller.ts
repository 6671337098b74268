import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { ContactDto, ContactListDto, DeliveryListDto, NewContactDto } from './notice.dto.js';
import { NoticeDesk } from './notice-desk.js';

@ApiTags('Thông báo')
@Controller()
export class NoticesController {
  constructor(private readonly desk: NoticeDesk) {}

  @Get('me/contacts')
  @ApiOperation({ summary: 'Nơi tôi nhận thông báo ngoài hệ thống' })
  @ApiOkResponse({ type: ContactListDto })
  mine(@CurrentActor() actor: Actor): Promise<ContactListDto> {
    return this.desk.mine(actor);
  }

  @Post('me/contacts')
  @ApiOperation({ summary: 'Đồng ý nhận thông báo qua thư, SMS hoặc Zalo' })
  @ApiCreatedResponse({ type: ContactDto })
  giveMine(@CurrentActor() actor: Actor, @Body() body: NewContactDto): Promise<ContactDto> {
    return this.desk.giveMine(actor, body);
  }

  @Delete('me/contacts/:channel')
  @HttpCode(204)
  @ApiOperation({ summary: 'Thôi nhận thông báo qua kênh này' })
  @ApiNoContentResponse()
  withdrawMine(@CurrentActor() actor: Actor, @Param('channel') channel: string): Promise<void> {
    return this.desk.withdrawMine(actor, channel);
  }

  @Get('petitions/:id/contacts')
  @ApiOperation({ summary: 'Nơi nhận tin mà công dân đã đồng ý' })
  @ApiOkResponse({ type: ContactListDto })
  ofPetition(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ContactListDto> {
    return this.desk.ofPetition(actor, id);
  }

  @Post('petitions/:id/contacts')
  @ApiOperation({ summary: 'Ghi sự đồng ý của công dân nhận tin về đơn (không áp dụng cho tố cáo)' })
  @ApiCreatedResponse({ type: ContactDto })
  give(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: NewContactDto,
  ): Promise<ContactDto> {
    return this.desk.giveForPetition(actor, id, body);
  }

  @Delete('petitions/:id/contacts/:channel')
  @HttpCode(204)
  @ApiOperation({ summary: 'Công dân thôi nhận tin qua kênh này' })
  @ApiNoContentResponse()
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('channel') channel: string,
  ): Promise<void> {
    return this.desk.withdrawForPetition(actor, id, channel);
  }

  @Get('case-files/:id/notices')
  @ApiOperation({ summary: 'Tin đã gửi ra ngoài về hồ sơ' })
  @ApiOkResponse({ type: DeliveryListDto })
  deliveries(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<DeliveryListDto> {
    return this.desk.deliveries(actor, id);
  }
}
