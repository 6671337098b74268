import '@fastify/cookie';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AppError } from '#libs/shared';
import { Public, type SignedInRequest } from '../http/actor.js';
import { InTurn } from '../http/public-turns.js';
import { ownCookie, setSessionCookie } from '../http/session-cookie.js';
import { OutsideSignIn } from './outside-sign-in.js';

const STATE_COOKIE = 'nghedan_oidc';
const MOVED = { status: 302, description: 'Chuyển trình duyệt đi tiếp' };

@ApiTags('Đăng nhập')
@Controller('auth/oidc')
export class OutsideSignInController {
  constructor(private readonly outside: OutsideSignIn) {}

  @Public()
  @InTurn('signIn')
  @Get('start')
  @ApiOperation({ summary: 'Sang nhà cung cấp đăng nhập (OpenID Connect, mã PKCE)' })
  @ApiResponse(MOVED)
  async startOutside(@Req() request: SignedInRequest, @Res() reply: FastifyReply): Promise<void> {
    const { url, state } = await this.outside.start();
    // Lax: the provider sends the browser back from another site, and the cookie must come with it.
    void reply.setCookie(ownCookie(request, STATE_COOKIE), state, {
      ...{ path: '/', httpOnly: true, sameSite: 'lax', maxAge: 600 },
      secure: request.protocol === 'https',
    });
    await reply.code(302).header('location', url).send();
  }

  @Public()
  @InTurn('signIn')
  @Get('callback')
  @ApiOperation({ summary: 'Nhà cung cấp đăng nhập trả người dùng về đây' })
  @ApiResponse(MOVED)
  async finishOutside(@Req() request: SignedInRequest, @Res() reply: FastifyReply): Promise<void> {
    const name = ownCookie(request, STATE_COOKIE);
    const state = request.cookies[name];
    void reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' });
    const query = request.url.slice(request.url.indexOf('?') + 1);
    try {
      const userAgent = request.headers['user-agent'];
      const token = await this.outside.finish({ query, state, address: request.ip, userAgent });
      setSessionCookie(reply, request, token);
      await reply.code(302).header('location', '/').send();
    } catch (error) {
      // The browser is on its way: the sign-in page says why, by the code.
      if (!(error instanceof AppError)) throw error;
      await reply.code(302).header('location', `/dang-nhap?loi=${error.code}`).send();
    }
  }
}
