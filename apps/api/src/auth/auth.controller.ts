import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Accounts, type Actor, type Session, SignIn } from '#libs/access';
import { CurrentActor, CurrentSession, Public, type SignedInRequest } from '../http/actor.js';
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
  ) {}

  @Public()
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
      user: { ...(await this.accounts.profile(session.actor)), idleMinutes: session.idleMinutes },
    };
  }

  @Post('auth/logout')
  @HttpCode(204)
  @ApiOperation({ summary: 'Đăng xuất; phiên hết hiệu lực ngay' })
  async logout(@CurrentSession() session: Session, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signIn.close(session);
    clearSessionCookie(reply);
  }

  @Get('me')
  @ApiOperation({ summary: 'Người đang đăng nhập' })
  @ApiOkResponse({ type: UserDto })
  async me(@CurrentActor() actor: Actor, @CurrentSession() session: Session): Promise<UserDto> {
    return { ...(await this.accounts.profile(actor)), idleMinutes: session.idleMinutes };
  }

  @Public()
  @Get('app-info')
  @ApiOperation({ summary: 'Chế độ chạy, ngày nghiệp vụ, tài khoản dùng thử' })
  @ApiOkResponse({ type: AppInfoDto })
  async appInfo(): Promise<AppInfoDto> {
    return this.info.get();
  }
}
