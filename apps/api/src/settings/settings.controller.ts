import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { UserSettings } from '#libs/persistence';
import { AppError } from '#libs/shared';
import { CurrentActor } from '../http/actor.js';
import { isUnwritable } from '../http/text-rules.js';
import { PutSettingDto, SETTING_KEYS, type SettingKey, SettingListDto } from './settings.dto.js';

const MOST_BYTES = 16_000;

@ApiTags('Lựa chọn của tôi')
@Controller('me/settings')
export class SettingsController {
  constructor(private readonly settings: UserSettings) {}

  @Get()
  @ApiOperation({ summary: 'Lựa chọn của tôi về màn hình: bộ lọc đã lưu, độ tương phản, cột hiển thị' })
  @ApiOkResponse({ type: SettingListDto })
  async all(@CurrentActor() actor: Actor): Promise<SettingListDto> {
    return { items: await this.settings.all(actor) };
  }

  @Put(':key')
  @HttpCode(204)
  @ApiOperation({ summary: 'Ghi một lựa chọn' })
  @ApiNoContentResponse()
  async put(@CurrentActor() actor: Actor, @Param('key') key: string, @Body() body: PutSettingDto): Promise<void> {
    if (Buffer.byteLength(JSON.stringify(body.value)) > MOST_BYTES) throw tooLarge();
    if (isUnwritable(body.value))
      throw new AppError({
        code: 'TEXT.BROKEN_UNICODE',
        status: 422,
        title: 'Lựa chọn có ký tự không lưu được',
        detail: 'Trong lựa chọn có ký tự bị hỏng (thiếu nửa cặp mã) hoặc ký tự trống. Hãy xóa, gõ lại rồi lưu.',
        errors: [{ pointer: '/value', code: 'TEXT.BROKEN_UNICODE', message: 'có ký tự bị hỏng; hãy xóa và gõ lại' }],
      });
    if (!(await this.settings.put(actor, { key: known(key), value: body.value }))) throw tooLarge();
  }

  @Delete(':key')
  @HttpCode(204)
  @ApiOperation({ summary: 'Bỏ một lựa chọn, trở về mặc định' })
  @ApiNoContentResponse()
  async drop(@CurrentActor() actor: Actor, @Param('key') key: string): Promise<void> {
    await this.settings.drop(actor, known(key));
  }
}

const tooLarge = (): AppError =>
  new AppError({
    code: 'SETTING.TOO_LARGE',
    status: 422,
    title: 'Lựa chọn dài quá mức lưu được',
    detail: 'Hãy bỏ bớt bộ lọc đã lưu rồi lưu lại.',
  });

function known(key: string): SettingKey {
  if ((SETTING_KEYS as readonly string[]).includes(key)) return key as SettingKey;
  throw new AppError({
    code: 'SETTING.UNKNOWN',
    status: 404,
    title: 'Không có lựa chọn này',
    detail: `Các lựa chọn có: ${SETTING_KEYS.join(', ')}.`,
  });
}
