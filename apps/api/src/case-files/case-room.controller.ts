import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { expectedRev, Header, IDEMPOTENCY_HEADER, IdempotencyKey, IF_MATCH_HEADER } from '../http/preconditions.js';
import { CaseRoomDesk } from './case-room-desk.js';
import { CasePeopleDto, NoteDto, NoteInputDto, NotesDto, TaskDoneDto } from './case-room.dto.js';

@ApiTags('Hồ sơ')
@Controller()
export class CaseRoomController {
  constructor(private readonly desk: CaseRoomDesk) {}

  @Get('case-files/:id/notes')
  @ApiOperation({ summary: 'Ghi chú làm việc của hồ sơ' })
  @ApiOkResponse({ type: NotesDto })
  caseNotes(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<NotesDto> {
    return this.desk.notes(actor, id);
  }

  @Post('case-files/:id/notes')
  @ApiOperation({ summary: 'Ghi một ghi chú; nhật ký chỉ ghi là có ghi chú' })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiCreatedResponse({ type: NoteDto })
  writeNote(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { text }: NoteInputDto,
    @IdempotencyKey() key: string | undefined,
  ): Promise<NoteDto> {
    return this.desk.write(actor, id, { text, key: key ?? randomUUID() });
  }

  @Post('case-files/:id/notes/:noteId')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sửa ghi chú; bản trước được giữ, không ghi đè bản người khác vừa sửa' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiOkResponse({ type: NoteDto })
  changeNote(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('noteId', IdParam) noteId: string,
    @Body() { text }: NoteInputDto,
    @Header('if-match') match: string | undefined,
  ): Promise<NoteDto> {
    return this.desk.change(actor, id, { id: noteId, rev: expectedRev(match), text });
  }

  @Get('case-files/:id/people')
  @ApiOperation({ summary: 'Người đang giữ hồ sơ, thành viên được cấp quyền, người làm thay' })
  @ApiOkResponse({ type: CasePeopleDto })
  casePeople(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<CasePeopleDto> {
    return this.desk.people(actor, id);
  }

  @Post('tasks/:id/done')
  @HttpCode(204)
  @ApiOperation({ summary: 'Đánh dấu đã làm một nhiệm vụ do người tự hoàn thành' })
  @ApiNoContentResponse()
  finishTask(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { note }: TaskDoneDto,
  ): Promise<void> {
    return this.desk.finish(actor, id, note);
  }
}
