import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Accounts, type Actor, type Session, SignIn } from '#libs/access';
import { UserDesk } from '../administration/user-desk.js';
import { PasswordChangeDto } from '../administration/users.dto.js';
import { CurrentSession, OneTimePassword, Public, type SignedInRequest } from '../http/actor.js';
import { InTurn } from '../http/public-turns.js';
import { clearSessionCookie, setSessionCookie } from '../http/session-cookie.js';
import { AppInfo } from './app-info.js';
import { AppInfoDto, LoginAnswerDto, LoginDto, UserDto } from './auth.dto.js';

@ApiTags('Đăng nhập')
@Controller()
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly accounts: Accounts,
    private readonly info: AppInfo,
    private readonly users: UserDesk,
  ) {}

  @Public()
  @InTurn('signIn')
  @Post('auth/login')
  @HttpCode(200)
  @ApiOperation({ summary: 'Đăng nhập; trả mã phiên và đặt cookie' })
  @ApiOkResponse({ type: LoginAnswerDto })
  async login(
    @Body() body: LoginDto,
    @Req() request: SignedInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LoginAnswerDto> {
    const { token, session } = await this.signIn.open({
      ...body,
      address: request.ip,
      userAgent: request.headers['user-agent'],
    });
    setSessionCookie(reply, request, token);
    return {
      accessToken: token,
      user: await this.userOf(session),
    };
  }

  @OneTimePassword()
  @Post('auth/logout')
  @HttpCode(204)
  @ApiOperation({ summary: 'Đăng xuất; phiên hết hiệu lực ngay' })
  async logout(@Req() request: SignedInRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (request.session) await this.signIn.close(request.session);
    clearSessionCookie(reply, request);
  }

  @OneTimePassword()
  @Get('me')
  @ApiOperation({ summary: 'Người đang đăng nhập' })
  @ApiOkResponse({ type: UserDto })
  async me(@CurrentSession() session: Session): Promise<UserDto> {
    return this.userOf(session);
  }

  @OneTimePassword()
  @Post('auth/password')
  @HttpCode(204)
  @ApiOperation({ summary: 'Đổi mật khẩu của mình; phiên ở máy khác bị thu hồi' })
  @ApiNoContentResponse()
  async changePassword(@CurrentSession() session: Session, @Body() body: PasswordChangeDto): Promise<void> {
    const { username } = await this.accounts.profile(session.actor);
    await this.users.changeOwnPassword(session, username, body);
  }

  private async userOf({ actor, idleMinutes }: Session): Promise<UserDto> {
    const profile = await this.accounts.profile(actor);
    return { ...profile, idleMinutes, ...mustDo(actor) };
  }

  @Public()
  @Get('app-info')
  @ApiOperation({ summary: 'Chế độ chạy, ngày nghiệp vụ, tài khoản dùng thử' })
  @ApiOkResponse({ type: AppInfoDto })
  async appInfo(): Promise<AppInfoDto> {
    return this.info.get();
  }
}

const mustDo = (actor: Actor) => ({
  mustChangePassword: actor.mustChangePassword === true,
  mustEnrolFactor: actor.mustEnrolFactor === true,
});
