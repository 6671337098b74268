import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Session } from '#libs/access';
import { SessionsEndedDto } from '../administration/users.dto.js';
import { CurrentSession } from '../http/actor.js';
import { OwnSecurityDesk } from './own-security-desk.js';
import {
  BeginFactorDto,
  BegunFactorDto,
  FactorCodeDto,
  OwnSessionListDto,
  RecoveryCodesDto,
  RemoveFactorDto,
  SecondFactorDto,
} from './own-security.dto.js';

@ApiTags('Bảo mật tài khoản của tôi')
@Controller('me')
export class OwnSecurityController {
  constructor(private readonly desk: OwnSecurityDesk) {}

  @Get('sessions')
  @ApiOperation({ summary: 'Phiên đăng nhập của tôi đang mở' })
  @ApiOkResponse({ type: OwnSessionListDto })
  ownSessions(@CurrentSession() session: Session): Promise<OwnSessionListDto> {
    return this.desk.sessions(session);
  }

  @Post('sessions/end-others')
  @HttpCode(200)
  @ApiOperation({ summary: 'Thu hồi mọi phiên khác của tôi' })
  @ApiOkResponse({ type: SessionsEndedDto })
  endOtherSessions(@CurrentSession() session: Session): Promise<SessionsEndedDto> {
    return this.desk.end(session, null);
  }

  @Post('sessions/:session/end')
  @HttpCode(200)
  @ApiOperation({ summary: 'Thu hồi một phiên của tôi' })
  @ApiOkResponse({ type: SessionsEndedDto })
  endOwnSession(@CurrentSession() session: Session, @Param('session') id: string): Promise<SessionsEndedDto> {
    return this.desk.end(session, id.slice(0, 64));
  }

  @Get('second-factor')
  @ApiOperation({ summary: 'Mã xác thực thứ hai của tôi: có chưa, còn mấy mã dự phòng' })
  @ApiOkResponse({ type: SecondFactorDto })
  secondFactor(@CurrentSession() session: Session): Promise<SecondFactorDto> {
    return this.desk.factor(session);
  }

  @Post('second-factor')
  @HttpCode(200)
  @ApiOperation({ summary: 'Bắt đầu đăng ký mã xác thực: khóa bí mật chỉ trả về lần này' })
  @ApiOkResponse({ type: BegunFactorDto })
  beginSecondFactor(@CurrentSession() session: Session, @Body() { password }: BeginFactorDto): Promise<BegunFactorDto> {
    return this.desk.begin(session, password);
  }

  @Post('second-factor/confirm')
  @HttpCode(200)
  @ApiOperation({ summary: 'Xác nhận bằng mã đầu tiên; trả các mã dự phòng, chỉ lần này' })
  @ApiOkResponse({ type: RecoveryCodesDto })
  confirmSecondFactor(@CurrentSession() session: Session, @Body() { code }: FactorCodeDto): Promise<RecoveryCodesDto> {
    return this.desk.confirm(session, code);
  }

  @Post('second-factor/remove')
  @HttpCode(204)
  @ApiOperation({ summary: 'Bỏ mã xác thực của tôi: nhập lại mật khẩu và một mã' })
  @ApiNoContentResponse()
  removeSecondFactor(@CurrentSession() session: Session, @Body() body: RemoveFactorDto): Promise<void> {
    return this.desk.remove(session, body);
  }
}
