import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { EndFormVersionDto, FormVersionDto, FormVersionsDto, NewFormVersionDto } from './form-version.dto.js';
import { FormVersionDesk } from './form-version-desk.js';

@ApiTags('Biểu mẫu báo cáo')
@Controller('administration/report-forms')
export class FormVersionsController {
  constructor(private readonly desk: FormVersionDesk) {}

  @Get()
  @ApiOperation({ summary: 'Các phiên bản biểu mẫu, có sẵn và do quản trị đưa vào; các phép thử mà cột được dùng' })
  @ApiOkResponse({ type: FormVersionsDto })
  formVersions(@CurrentActor() actor: Actor): Promise<FormVersionsDto> {
    return this.desk.list(actor);
  }

  @Post()
  @ApiOperation({ summary: 'Đưa vào một phiên bản biểu mẫu là dữ liệu; sai thì từ chối, nêu từng chỗ' })
  @ApiCreatedResponse({ type: FormVersionDto })
  addFormVersion(@CurrentActor() actor: Actor, @Body() body: NewFormVersionDto): Promise<FormVersionDto> {
    return this.desk.add(actor, body);
  }

  @Post(':form/end')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ghi ngày hiệu lực cuối cùng của một phiên bản đã đưa vào' })
  @ApiOkResponse({ type: FormVersionDto })
  endFormVersion(
    @CurrentActor() actor: Actor,
    @Param('form') form: string,
    @Body() body: EndFormVersionDto,
  ): Promise<FormVersionDto> {
    return this.desk.end(actor, form, body);
  }
}
