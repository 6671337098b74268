import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/access';
import { FILE_ANSWER, sendFile } from '../documents/send-file.js';
import { CurrentActor } from '../http/actor.js';
import { FormDesk } from './form-desk.js';
import { CountedFormDto, FormCellListDto, FormCellQuery, FormExportQuery, FormQuery, FormsDto } from './form.dto.js';

/** Stands after the controllers whose addresses have a word where this one takes the form. */
@ApiTags('Biểu mẫu báo cáo')
@Controller('reports')
export class FormsController {
  constructor(private readonly desk: FormDesk) {}

  @Get('forms')
  @ApiOperation({ summary: 'Các biểu mẫu báo cáo, hiệu lực, nguồn và các kỳ (thanh tra, lãnh đạo)' })
  @ApiOkResponse({ type: FormsDto })
  reportForms(@CurrentActor() actor: Actor): Promise<FormsDto> {
    return this.desk.forms(actor);
  }

  @Get(':form')
  @ApiOperation({ summary: 'Một biểu của một kỳ: đầu biểu, số liệu từng cột, công thức' })
  @ApiOkResponse({ type: CountedFormDto })
  countedForm(
    @CurrentActor() actor: Actor,
    @Param('form') form: string,
    @Query() query: FormQuery,
  ): Promise<CountedFormDto> {
    return this.desk.counted(actor, form, query);
  }

  @Get(':form/export')
  @ApiOperation({ summary: 'Tải biểu thành XLSX, CSV; từ chối khi có công thức không khớp, nêu cột và số vào sổ' })
  @ApiOkResponse(FILE_ANSWER)
  async exportForm(
    @CurrentActor() actor: Actor,
    @Param('form') form: string,
    @Query() query: FormExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, await this.desk.file(actor, form, query));
  }

  @Get(':form/cells/:cell')
  @ApiOperation({ summary: 'Danh sách đứng sau một ô của biểu, cố định theo thời điểm biết' })
  @ApiOkResponse({ type: FormCellListDto })
  formCell(
    @CurrentActor() actor: Actor,
    @Param('form') form: string,
    @Param('cell') cell: string,
    @Query() query: FormCellQuery,
  ): Promise<FormCellListDto> {
    return this.desk.list(actor, { form, cell }, query);
  }
}
