import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/access';
import { SecrecyDesk } from '#libs/identity';
import type { AttachmentId, LocalDate, PetitionId, UserId } from '#libs/shared';
import { FILE_ANSWER, sendFile } from '../documents/send-file.js';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import { PetitionDesk } from '../petitions/petition-desk.js';
import { AttachmentDto } from '../petitions/petition.dto.js';
import { OriginalsDesk } from './originals-desk.js';
import { secrecyView } from './secrecy-view.js';
import {
  DeclareConflictDto,
  DeclaredConflictDto,
  MakeWorkingCopyDto,
  NoteSecrecyDto,
  OpenOriginalDto,
  OriginalPagesDto,
  SecrecyDto,
} from './secrecy.dto.js';

@ApiTags('Thông tin người tố cáo (bảo mật)')
@Controller('petitions/:id')
export class SecrecyController {
  constructor(
    private readonly secrecy: SecrecyDesk,
    private readonly originals: OriginalsDesk,
    private readonly petitions: PetitionDesk,
  ) {}

  @Get('secrecy')
  @ApiOperation({ summary: 'Bí mật thông tin của một đơn: ai đã tự tiết lộ, ai có xung đột lợi ích, bản làm việc' })
  @ApiOkResponse({ type: SecrecyDto })
  async petitionSecrecy(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<SecrecyDto> {
    return secrecyView(await this.secrecy.of(actor, id as PetitionId));
  }

  @Post('secrecy-facts')
  @ApiOperation({
    summary: 'Ghi nhận người tố cáo tự tiết lộ, buổi làm việc riêng, hoặc việc giao bản đã lược bỏ để xác minh',
  })
  @ApiCreatedResponse({ type: SecrecyDto })
  async noteSecrecy(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { kind, petitionerId, onDay, where }: NoteSecrecyDto,
  ): Promise<SecrecyDto> {
    const fact = { id: randomUUID(), petitionId: id as PetitionId, petitionerId: petitionerId ?? null, kind };
    return secrecyView(await this.secrecy.note(actor, { ...fact, onDay: onDay as LocalDate, where: where.trim() }));
  }

  @Post('secrecy-facts/:factId/end')
  @HttpCode(200)
  @ApiOperation({ summary: 'Thôi ghi nhận; điều đã ghi vẫn còn trong lịch sử' })
  @ApiOkResponse({ type: SecrecyDto })
  async endSecrecy(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('factId', IdParam) factId: string,
  ): Promise<SecrecyDto> {
    return secrecyView(await this.secrecy.end(actor, id as PetitionId, factId));
  }

  @Post('conflicts')
  @ApiOperation({ summary: 'Ghi nhận xung đột lợi ích: người này thôi được xem, xử lý hồ sơ (NĐ31 Đ.10 k3, Đ.5 k2)' })
  @ApiCreatedResponse({ type: DeclaredConflictDto })
  async declareConflict(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { userId, kind }: DeclareConflictDto,
  ): Promise<DeclaredConflictDto> {
    const left = await this.secrecy.declare(actor, { petitionId: id as PetitionId, userId: userId as UserId, kind });
    return { outOfSight: left === null };
  }

  @Post('conflicts/:conflictId/end')
  @HttpCode(200)
  @ApiOperation({ summary: 'Thôi ghi nhận xung đột lợi ích; quyền xem không tự trở lại' })
  @ApiOkResponse({ type: SecrecyDto })
  async endConflict(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('conflictId', IdParam) conflictId: string,
  ): Promise<SecrecyDto> {
    return secrecyView(await this.secrecy.endConflict(actor, id as PetitionId, conflictId));
  }

  @Post('attachments/:attachmentId/original-readings')
  @HttpCode(200)
  @ApiOperation({ summary: 'Mở bản gốc được niêm phong: là một lần đọc thông tin người tố cáo, ghi nhật ký' })
  @ApiOkResponse(FILE_ANSWER)
  async openOriginal(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('attachmentId', IdParam) attachmentId: string,
    @Body() { purpose }: OpenOriginalDto,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { bytes, fileName } = await this.originals.open(actor, placeOf(id, attachmentId), purpose);
    await sendFile(reply, { bytes, name: fileName });
  }

  @Post('attachments/:attachmentId/page-readings')
  @HttpCode(200)
  @ApiOperation({ summary: 'Xem các trang của bản gốc để che: là một lần đọc thông tin người tố cáo, ghi nhật ký' })
  @ApiOkResponse({ type: OriginalPagesDto })
  readPages(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('attachmentId', IdParam) attachmentId: string,
    @Body() { purpose }: OpenOriginalDto,
  ): Promise<OriginalPagesDto> {
    return this.originals.pages(actor, placeOf(id, attachmentId), purpose);
  }

  @Post('attachments/:attachmentId/working-copies')
  @ApiOperation({ summary: 'Lập bản làm việc: che các ô đã vẽ, bỏ lớp chữ và siêu dữ liệu; bản gốc giữ niêm phong' })
  @ApiCreatedResponse({ type: AttachmentDto })
  async makeWorkingCopy(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('attachmentId', IdParam) attachmentId: string,
    @Body() body: MakeWorkingCopyDto,
  ): Promise<AttachmentDto> {
    await this.originals.makeCopy(actor, placeOf(id, attachmentId), body);
    const { items } = await this.petitions.attachments(actor, id);
    return items.find((item) => item.id === attachmentId) as AttachmentDto;
  }
}

const placeOf = (id: string, attachmentId: string) => ({
  petitionId: id as PetitionId,
  attachmentId: attachmentId as AttachmentId,
});
