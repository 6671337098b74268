import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/access';
import { FILE_ANSWER, sendFile } from '../documents/send-file.js';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { ReceptionPaperQuery, VisitPaperQuery } from './reception-input.dto.js';
import { ReceptionPapers } from './reception-papers.js';

@ApiTags('Tiếp công dân')
@Controller('reception')
export class ReceptionPapersController {
  constructor(private readonly papers: ReceptionPapers) {}

  @Get('visits/:id/papers/:form')
  @ApiOperation({ summary: 'Thông báo từ chối (ND154.01), giấy biên nhận (ND154.02) của một lượt tiếp' })
  @ApiOkResponse(FILE_ANSWER)
  async visitPaper(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('form') form: string,
    @Query() { format = 'docx', receipt }: VisitPaperQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, await this.papers.visitPaper(actor, { id, form, format, receipt }));
  }

  @Get('sessions/:id/papers/:form')
  @ApiOperation({
    summary:
      'Văn bản của một buổi tiếp: RECEPTION.SCHEDULE, RECEPTION.POSTPONED, RECEPTION.CONCLUSION, RECEPTION.ONLINE.NOTICE, RECEPTION.DIALOGUE',
  })
  @ApiOkResponse(FILE_ANSWER)
  async sessionPaper(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('form') form: string,
    @Query() { format = 'docx' }: ReceptionPaperQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, await this.papers.sessionPaper(actor, { id, form, format }));
  }
}
