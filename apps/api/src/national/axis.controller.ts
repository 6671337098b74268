import {
  Body,
  Controller,
  Get,
  HttpCode,
  Injectable,
  Param,
  type PipeTransform,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { FILE_ANSWER, sendFile } from '../documents/send-file.js';
import { IdParam, notFound } from '../http/id-param.js';
import { readUploads } from '../http/uploads.js';
import { AxisDesk } from './axis-desk.js';
import {
  AxisMessageDetailDto,
  AxisMessageDto,
  AxisMessageListDto,
  AxisMessageQuery,
  AxisPartnerListDto,
  AxisTakenDto,
  AxisUploadDto,
  EnteredMessageDto,
  EnterMessageDto,
  RefuseMessageDto,
  SetPartnerDto,
} from './axis.dto.js';

/** The place of a file in a package, counted from 0. */
@Injectable()
class FilePlace implements PipeTransform<string, number> {
  transform(value: string): number {
    if (/^\d{1,2}$/.test(value)) return Number(value);
    throw notFound('Gói không có tệp này.');
  }
}

@ApiTags('Trục liên thông văn bản')
@Controller('axis')
export class AxisController {
  constructor(private readonly desk: AxisDesk) {}

  @Get('messages')
  @ApiOperation({ summary: 'Gói đơn chuyển đi và chuyển đến qua trục, với trạng thái xa nhất' })
  @ApiOkResponse({ type: AxisMessageListDto })
  axisMessages(@CurrentActor() actor: Actor, @Query() query: AxisMessageQuery): Promise<AxisMessageListDto> {
    return this.desk.list(actor, query);
  }

  @Post('messages')
  @ApiOperation({ summary: 'Nhận một gói edXML từ tệp; gói hỏng, sai mã băm, quá lớn bị từ chối kèm lý do' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: AxisUploadDto })
  @ApiCreatedResponse({ type: AxisTakenDto })
  async receiveAxisMessage(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<AxisTakenDto> {
    const { files } = await readUploads(request, { maxFiles: 1 });
    return this.desk.receive(actor, files[0]!.bytes);
  }

  @Get('messages/:id')
  @ApiOperation({ summary: 'Một gói: các tệp, đường đơn đã đi, trạng thái hai bên đã báo, lỗi' })
  @ApiOkResponse({ type: AxisMessageDetailDto })
  axisMessage(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<AxisMessageDetailDto> {
    return this.desk.detail(actor, id);
  }

  @Get('messages/:id/files/:at')
  @ApiOperation({ summary: 'Tải một tệp của gói chờ vào sổ; việc mở tệp được ghi nhật ký' })
  @ApiOkResponse(FILE_ANSWER)
  async axisMessageFile(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Param('at', FilePlace) at: number,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, await this.desk.file(actor, id, at));
  }

  @Post('messages/:id/entry')
  @ApiOperation({ summary: 'Vào sổ đơn đến qua trục; nơi gửi được báo 03 đã tiếp nhận' })
  @ApiCreatedResponse({ type: EnteredMessageDto })
  enterAxisMessage(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: EnterMessageDto,
  ): Promise<EnteredMessageDto> {
    return this.desk.enter(actor, id, body);
  }

  @Post('messages/:id/refusal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Từ chối tiếp nhận gói đến; nơi gửi được báo 02 kèm lý do' })
  @ApiOkResponse({ type: AxisMessageDto })
  refuseAxisMessage(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() { reason }: RefuseMessageDto,
  ): Promise<AxisMessageDto> {
    return this.desk.refuse(actor, id, reason);
  }

  @Post('messages/:id/retry')
  @HttpCode(200)
  @ApiOperation({ summary: 'Gửi lại ngay gói chưa đi được' })
  @ApiOkResponse({ type: AxisMessageDto })
  retryAxisMessage(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<AxisMessageDto> {
    return this.desk.retry(actor, id);
  }

  @Get('partners')
  @ApiOperation({ summary: 'Cơ quan dùng phần mềm khác, nhận đơn chuyển đến qua trục' })
  @ApiOkResponse({ type: AxisPartnerListDto })
  axisPartners(@CurrentActor() actor: Actor): Promise<AxisPartnerListDto> {
    return this.desk.partners(actor);
  }

  @Post('partners')
  @HttpCode(200)
  @ApiOperation({ summary: 'Đặt hoặc thôi đặt một cơ quan nhận đơn qua trục (quản trị)' })
  @ApiOkResponse({ type: AxisPartnerListDto })
  setAxisPartner(@CurrentActor() actor: Actor, @Body() body: SetPartnerDto): Promise<AxisPartnerListDto> {
    return this.desk.setPartner(actor, body);
  }
}
