import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { RowIdParam } from '../http/id-param.js';
import { AccountSecurityDesk } from './account-security-desk.js';
import { AccountSecurityDto, OutsideIdentityDto } from './account-security.dto.js';

@ApiTags('Quản trị tài khoản')
@Controller('administration/users/:id')
export class AccountSecurityController {
  constructor(private readonly desk: AccountSecurityDesk) {}

  @Get('security')
  @ApiOperation({ summary: 'Tài khoản có mã xác thực, có gắn với nhà cung cấp đăng nhập không' })
  @ApiOkResponse({ type: AccountSecurityDto })
  accountSecurity(@CurrentActor() actor: Actor, @Param('id', RowIdParam) id: number): Promise<AccountSecurityDto> {
    return this.desk.read(actor, id);
  }

  @Post('second-factor/reset')
  @HttpCode(200)
  @ApiOperation({ summary: 'Xóa mã xác thực của người mất điện thoại; mọi phiên của họ bị thu hồi' })
  @ApiOkResponse({ type: AccountSecurityDto })
  resetSecondFactor(@CurrentActor() actor: Actor, @Param('id', RowIdParam) id: number): Promise<AccountSecurityDto> {
    return this.desk.resetFactor(actor, id);
  }

  @Post('outside-identity')
  @HttpCode(200)
  @ApiOperation({ summary: 'Gắn tài khoản với một người của nhà cung cấp đăng nhập, hoặc bỏ gắn' })
  @ApiOkResponse({ type: AccountSecurityDto })
  linkOutsideIdentity(
    @CurrentActor() actor: Actor,
    @Param('id', RowIdParam) id: number,
    @Body() { subject }: OutsideIdentityDto,
  ): Promise<AccountSecurityDto> {
    return this.desk.link(actor, id, subject);
  }
}
