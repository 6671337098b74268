import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/access';
import { FILE_ANSWER, sendFile } from '../documents/send-file.js';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { NationalDesk } from './national-desk.js';
import {
  MadePackageDto,
  NationalExportQuery,
  NationalFilterQuery,
  NationalMappingDto,
  NationalPackageListDto,
  NationalPackageRowDto,
  NationalRecordListDto,
  NationalSummaryDto,
  NewPackageDto,
} from './national.dto.js';

@ApiTags('Cơ sở dữ liệu quốc gia')
@Controller('national')
export class NationalController {
  constructor(private readonly desk: NationalDesk) {}

  @Get('mapping')
  @ApiOperation({ summary: 'Bảng trường: trường, nguồn trong phần mềm, căn cứ, đã đối chiếu hay chưa' })
  @ApiOkResponse({ type: NationalMappingDto })
  nationalMapping(): Promise<NationalMappingDto> {
    return this.desk.mapping();
  }

  @Get('summary')
  @ApiOperation({ summary: 'Từng cơ quan: bao nhiêu bản ghi chưa cập nhật, đã gửi, đã xác nhận, bị từ chối' })
  @ApiOkResponse({ type: NationalSummaryDto })
  nationalSummary(@CurrentActor() actor: Actor, @Query() { agency }: NationalFilterQuery): Promise<NationalSummaryDto> {
    return this.desk.summary(actor, agency);
  }

  @Get('records')
  @ApiOperation({ summary: 'Các bản ghi với tình trạng cập nhật, trong phạm vi người xem' })
  @ApiOkResponse({ type: NationalRecordListDto })
  nationalRecords(@CurrentActor() actor: Actor, @Query() query: NationalFilterQuery): Promise<NationalRecordListDto> {
    return this.desk.list(actor, query);
  }

  @Get('export')
  @ApiOperation({ summary: 'Tải bản ghi thành JSON, CSV, XLSX theo cùng bảng trường; danh tính được bảo vệ để trống' })
  @ApiOkResponse(FILE_ANSWER)
  async nationalExport(
    @CurrentActor() actor: Actor,
    @Query() query: NationalExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, await this.desk.file(actor, query));
  }

  @Get('packages')
  @ApiOperation({ summary: 'Các gói đã lập, và những gì đến mà không nhận được' })
  @ApiOkResponse({ type: NationalPackageListDto })
  nationalPackages(@CurrentActor() actor: Actor): Promise<NationalPackageListDto> {
    return this.desk.packages(actor);
  }

  @Post('packages')
  @ApiOperation({ summary: 'Đưa mọi bản ghi phải cập nhật vào một gói và giao đi' })
  @ApiCreatedResponse({ type: MadePackageDto })
  makeNationalPackage(@CurrentActor() actor: Actor, @Body() body: NewPackageDto): Promise<MadePackageDto> {
    return this.desk.make(actor, body);
  }

  @Post('packages/:id/retry')
  @HttpCode(200)
  @ApiOperation({ summary: 'Giao lại ngay gói chưa giao được' })
  @ApiOkResponse({ type: NationalPackageRowDto })
  retryNationalPackage(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<NationalPackageRowDto> {
    return this.desk.retry(actor, id);
  }
}
