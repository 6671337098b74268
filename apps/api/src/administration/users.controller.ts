import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { RowIdParam } from '../http/id-param.js';
import { readUploads } from '../http/uploads.js';
import { PeopleImportDesk } from './people-import-desk.js';
import { UserDesk } from './user-desk.js';
import {
  AccountChangeDto,
  AccountDto,
  AccountListQuery,
  AccountPageDto,
  AccountSessionListDto,
  AccountStateDto,
  NewAccountDto,
  OneTimePasswordDto,
  PeopleFileDto,
  PeopleImportedDto,
  PeoplePreviewDto,
  RoleGuideListDto,
  SessionsEndedDto,
} from './users.dto.js';

@ApiTags('Quản trị tài khoản')
@Controller('administration')
export class UsersController {
  constructor(
    private readonly desk: UserDesk,
    private readonly people: PeopleImportDesk,
  ) {}

  @Get('roles')
  @ApiOperation({ summary: 'Mỗi vai trò được làm gì, xem gì' })
  @ApiOkResponse({ type: RoleGuideListDto })
  roleGuide(): RoleGuideListDto {
    return this.desk.guide();
  }

  @Get('users')
  @ApiOperation({ summary: 'Tài khoản của cơ quan tôi quản trị và đơn vị bên dưới' })
  @ApiOkResponse({ type: AccountPageDto })
  listAccounts(@CurrentActor() actor: Actor, @Query() query: AccountListQuery): Promise<AccountPageDto> {
    return this.desk.list(actor, query);
  }

  @Post('users')
  @ApiOperation({ summary: 'Tạo tài khoản; mật khẩu dùng một lần chỉ trả về lần này' })
  @ApiCreatedResponse({ type: OneTimePasswordDto })
  addAccount(@CurrentActor() actor: Actor, @Body() body: NewAccountDto): Promise<OneTimePasswordDto> {
    return this.desk.add(actor, body);
  }

  @Get('users/import/template')
  @ApiOperation({ summary: 'Tải tệp mẫu để nhập tài khoản từ Excel' })
  @ApiOkResponse({
    description: 'Nội dung tệp',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async peopleTemplate(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await this.people.template(actor);
    await reply
      .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', 'attachment; filename="mau-nhap-tai-khoan.xlsx"')
      .header('cache-control', 'no-store')
      .send(bytes);
  }

  @Post('users/import/preview')
  @HttpCode(200)
  @ApiOperation({ summary: 'Đọc tệp tài khoản và cho xem trước; chưa tạo gì' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: PeopleFileDto })
  @ApiOkResponse({ type: PeoplePreviewDto })
  async previewPeople(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<PeoplePreviewDto> {
    const { files } = await readUploads(request, { maxFiles: 1 });
    return this.people.preview(actor, files[0]!);
  }

  @Post('users/import')
  @ApiOperation({ summary: 'Tạo mọi tài khoản trong tệp, hoặc không tạo tài khoản nào' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: PeopleFileDto })
  @ApiCreatedResponse({ type: PeopleImportedDto })
  async importPeople(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<PeopleImportedDto> {
    const { files } = await readUploads(request, { maxFiles: 1 });
    return this.people.commit(actor, files[0]!);
  }

  @Get('users/:id')
  @ApiOperation({ summary: 'Một tài khoản' })
  @ApiOkResponse({ type: AccountDto })
  account(@CurrentActor() actor: Actor, @Param('id', RowIdParam) id: number): Promise<AccountDto> {
    return this.desk.one(actor, id);
  }

  @Post('users/:id')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sửa họ tên, chức vụ, cơ quan, vai trò' })
  @ApiOkResponse({ type: AccountDto })
  changeAccount(
    @CurrentActor() actor: Actor,
    @Param('id', RowIdParam) id: number,
    @Body() body: AccountChangeDto,
  ): Promise<AccountDto> {
    return this.desk.change(actor, id, body);
  }

  @Post('users/:id/state')
  @HttpCode(200)
  @ApiOperation({ summary: 'Khóa hoặc mở lại tài khoản' })
  @ApiOkResponse({ type: AccountDto })
  setAccountState(
    @CurrentActor() actor: Actor,
    @Param('id', RowIdParam) id: number,
    @Body() body: AccountStateDto,
  ): Promise<AccountDto> {
    return this.desk.setState(actor, id, body);
  }

  @Post('users/:id/password')
  @HttpCode(200)
  @ApiOperation({ summary: 'Đặt lại mật khẩu; mật khẩu dùng một lần chỉ trả về lần này' })
  @ApiOkResponse({ type: OneTimePasswordDto })
  resetAccountPassword(@CurrentActor() actor: Actor, @Param('id', RowIdParam) id: number): Promise<OneTimePasswordDto> {
    return this.desk.resetPassword(actor, id);
  }

  @Post('users/:id/unlock')
  @HttpCode(200)
  @ApiOperation({ summary: 'Mở tạm khóa do nhập sai mật khẩu nhiều lần' })
  @ApiOkResponse({ type: AccountDto })
  unlockAccount(@CurrentActor() actor: Actor, @Param('id', RowIdParam) id: number): Promise<AccountDto> {
    return this.desk.unlock(actor, id);
  }

  @Get('users/:id/sessions')
  @ApiOperation({ summary: 'Phiên đăng nhập đang mở của một tài khoản' })
  @ApiOkResponse({ type: AccountSessionListDto })
  accountSessions(@CurrentActor() actor: Actor, @Param('id', RowIdParam) id: number): Promise<AccountSessionListDto> {
    return this.desk.sessions(actor, id);
  }

  @Post('users/:id/sessions/end')
  @HttpCode(200)
  @ApiOperation({ summary: 'Thu hồi mọi phiên đăng nhập của một tài khoản' })
  @ApiOkResponse({ type: SessionsEndedDto })
  endAccountSessions(@CurrentActor() actor: Actor, @Param('id', RowIdParam) id: number): Promise<SessionsEndedDto> {
    return this.desk.endSessions(actor, id, null);
  }

  @Post('users/:id/sessions/:session/end')
  @HttpCode(200)
  @ApiOperation({ summary: 'Thu hồi một phiên đăng nhập' })
  @ApiOkResponse({ type: SessionsEndedDto })
  endAccountSession(
    @CurrentActor() actor: Actor,
    @Param('id', RowIdParam) id: number,
    @Param('session') session: string,
  ): Promise<SessionsEndedDto> {
    return this.desk.endSessions(actor, id, session.slice(0, 64));
  }
}
