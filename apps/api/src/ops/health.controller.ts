import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { HealthDesk } from './health-desk.js';
import {
  BackupRunListDto,
  FailedEffectListDto,
  RetryEffectDto,
  StoredFilesDto,
  SystemHealthDto,
} from './health.dto.js';

@ApiTags('Tình trạng hệ thống')
@Controller('operations')
export class HealthController {
  constructor(private readonly desk: HealthDesk) {}

  @Get('health')
  @ApiOperation({ summary: 'Cơ sở dữ liệu, việc chạy nền, gửi tin, nhật ký, đĩa; không có dữ liệu cá nhân' })
  @ApiOkResponse({ type: SystemHealthDto })
  systemHealth(@CurrentActor() actor: Actor): Promise<SystemHealthDto> {
    return this.desk.health(actor);
  }

  @Get('failed-effects')
  @ApiOperation({ summary: 'Việc kéo theo của hồ sơ bị một quy tắc từ chối, chờ người xem lại' })
  @ApiOkResponse({ type: FailedEffectListDto })
  failedEffects(@CurrentActor() actor: Actor): Promise<FailedEffectListDto> {
    return this.desk.failed(actor);
  }

  @Post('failed-effects/:id/retry')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cho làm lại một việc bị từ chối, kèm lý do' })
  @ApiOkResponse({ type: FailedEffectListDto })
  retryEffect(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { reason }: RetryEffectDto,
  ): Promise<FailedEffectListDto> {
    return this.desk.retry(actor, id, reason.trim());
  }

  @Get('backups')
  @ApiOperation({ summary: 'Các lần sao lưu, diễn tập, khôi phục đã ghi nhận' })
  @ApiOkResponse({ type: BackupRunListDto })
  backups(@CurrentActor() actor: Actor): Promise<BackupRunListDto> {
    return this.desk.backups(actor);
  }

  @Get('stored-files')
  @ApiOperation({ summary: 'Đối chiếu tệp đang lưu với các dòng nhắc đến chúng, cả hai chiều' })
  @ApiOkResponse({ type: StoredFilesDto })
  storedFiles(@CurrentActor() actor: Actor): Promise<StoredFilesDto> {
    return this.desk.storedFiles(actor);
  }
}
