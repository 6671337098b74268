import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#libs/access';
import { CurrentActor } from '../http/actor.js';
import { IdParam } from '../http/id-param.js';
import {
  etag,
  expectedRev,
  Header,
  IDEMPOTENCY_HEADER,
  IdempotencyKey,
  IF_MATCH_HEADER,
} from '../http/preconditions.js';
import { readUploads } from '../http/uploads.js';
import { DocumentDesk } from './document-desk.js';
import {
  DocumentDto,
  DocumentFieldsDto,
  DocumentRegisterDto,
  WaitingDocumentListDto,
  FileIndexDto,
  IssueDocumentDto,
  NewDocumentDto,
  PageCountsDto,
  RegisterQuery,
  ReturnDocumentDto,
  SignedCopyDto,
  SlipInputDto,
  VoidDocumentDto,
} from './document.dto.js';
import { FILE_ANSWER, sendFile } from './send-file.js';

@ApiTags('Văn bản')
@Controller()
export class DocumentsController {
  constructor(private readonly desk: DocumentDesk) {}

  @Post('case-files/:id/documents')
  @ApiOperation({ summary: 'Soạn một văn bản của hồ sơ, theo việc đang chờ hoặc tự chọn mẫu' })
  @ApiHeader(IDEMPOTENCY_HEADER)
  @ApiCreatedResponse({ type: DocumentDto })
  draftDocument(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: NewDocumentDto,
    @IdempotencyKey() key: string | undefined,
  ): Promise<DocumentDto> {
    return this.desk.draft(actor, id, body, key);
  }

  @Get('case-files/:id/documents/index')
  @ApiOperation({ summary: 'Mục lục hồ sơ, bút lục chạy suốt' })
  @ApiOkResponse({ type: FileIndexDto })
  fileIndex(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<FileIndexDto> {
    return this.desk.index(actor, id);
  }

  @Post('case-files/:id/documents/index')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ghi số tờ đã đếm của tài liệu trong hồ sơ' })
  @ApiOkResponse({ type: FileIndexDto })
  countPages(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: PageCountsDto,
  ): Promise<FileIndexDto> {
    return this.desk.countPages(actor, id, body.items);
  }

  @Get('documents/register')
  @ApiOperation({ summary: 'Sổ văn bản đi: số liên tục, số hủy còn lại kèm lý do' })
  @ApiOkResponse({ type: DocumentRegisterDto })
  documentRegister(@CurrentActor() actor: Actor, @Query() query: RegisterQuery): Promise<DocumentRegisterDto> {
    return this.desk.register(actor, query);
  }

  @Get('documents/waiting')
  @ApiOperation({ summary: 'Văn bản chờ tôi duyệt, ký, cho số; văn bản tôi đang soạn' })
  @ApiOkResponse({ type: WaitingDocumentListDto })
  waitingDocuments(@CurrentActor() actor: Actor): Promise<WaitingDocumentListDto> {
    return this.desk.waiting(actor);
  }

  @Get('documents/:id')
  @ApiOperation({ summary: 'Một văn bản' })
  @ApiOkResponse({ type: DocumentDto })
  async getDocument(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DocumentDto> {
    const paper = await this.desk.get(actor, id);
    void reply.header('etag', etag(paper.rev));
    return paper;
  }

  @Post('documents/:id/fields')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sửa nội dung nhập khi đang soạn' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiOkResponse({ type: DocumentDto })
  editDocument(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: DocumentFieldsDto,
    @Header('if-match') match: string | undefined,
  ): Promise<DocumentDto> {
    return this.desk.edit(actor, { id, rev: expectedRev(match) }, body);
  }

  @Post('documents/:id/submit')
  @HttpCode(200)
  @ApiOperation({ summary: 'Trình ký' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiOkResponse({ type: DocumentDto })
  submitDocument(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Header('if-match') match: string | undefined,
  ): Promise<DocumentDto> {
    return this.desk.act(actor, id, (papers) => papers.submit(actor, { id, rev: expectedRev(match) }));
  }

  @Post('documents/:id/approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Duyệt văn bản đã trình' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiOkResponse({ type: DocumentDto })
  approveDocument(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Header('if-match') match: string | undefined,
  ): Promise<DocumentDto> {
    return this.desk.act(actor, id, (papers) => papers.approve(actor, { id, rev: expectedRev(match) }));
  }

  @Post('documents/:id/return')
  @HttpCode(200)
  @ApiOperation({ summary: 'Trả lại văn bản kèm ý kiến' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiOkResponse({ type: DocumentDto })
  returnDocument(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: ReturnDocumentDto,
    @Header('if-match') match: string | undefined,
  ): Promise<DocumentDto> {
    return this.desk.act(actor, id, (papers) => papers.giveBack(actor, { id, rev: expectedRev(match) }, body.comment));
  }

  @Post('documents/:id/sign')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ký: từ đây nội dung không đổi' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiOkResponse({ type: DocumentDto })
  signDocument(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Header('if-match') match: string | undefined,
  ): Promise<DocumentDto> {
    return this.desk.act(actor, id, (papers) => papers.sign(actor, { id, rev: expectedRev(match) }));
  }

  @Post('documents/:id/issue')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cho số và phát hành' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiOkResponse({ type: DocumentDto })
  issueDocument(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: IssueDocumentDto,
    @Header('if-match') match: string | undefined,
  ): Promise<DocumentDto> {
    return this.desk.act(actor, id, (papers) => papers.issue(actor, { id, rev: expectedRev(match) }, body.number));
  }

  @Post('documents/:id/void')
  @HttpCode(200)
  @ApiOperation({ summary: 'Hủy văn bản; số đã cấp còn lại trong sổ' })
  @ApiHeader(IF_MATCH_HEADER)
  @ApiOkResponse({ type: DocumentDto })
  voidDocument(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: VoidDocumentDto,
    @Header('if-match') match: string | undefined,
  ): Promise<DocumentDto> {
    return this.desk.act(actor, id, (papers) => papers.voidPaper(actor, { id, rev: expectedRev(match) }, body.reason));
  }

  @Get('documents/:id/content.docx')
  @ApiOperation({ summary: 'Tệp Word của văn bản' })
  @ApiOkResponse(FILE_ANSWER)
  async documentDocx(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string, @Res() reply: FastifyReply) {
    const { bytes, name, madeFrom } = await this.desk.content(actor, id, 'docx');
    await sendFile(reply, { bytes, name: `${name}.docx`, madeFrom });
  }

  @Get('documents/:id/content.pdf')
  @ApiOperation({ summary: 'Bản PDF; tiêu đề x-made-from cho biết in từ tệp Word hay theo bố cục chuẩn' })
  @ApiOkResponse(FILE_ANSWER)
  async documentPdf(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string, @Res() reply: FastifyReply) {
    const { bytes, name, madeFrom } = await this.desk.content(actor, id, 'pdf');
    await sendFile(reply, { bytes, name: `${name}.pdf`, madeFrom, inline: true });
  }

  @Get('documents/:id/signed')
  @ApiOperation({ summary: 'Bản PDF đã ký, đúng từng byte như khi tải lên' })
  @ApiOkResponse(FILE_ANSWER)
  async signedCopy(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string, @Res() reply: FastifyReply) {
    const { bytes, name, madeFrom } = await this.desk.content(actor, id, 'signed');
    await sendFile(reply, { bytes, name: `${name}.da-ky.pdf`, madeFrom });
  }

  @Post('documents/:id/signed')
  @ApiOperation({ summary: 'Tải lên bản PDF đã ký' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: SignedCopyDto })
  @ApiCreatedResponse({ type: DocumentDto })
  async uploadSigned(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Req() request: FastifyRequest,
  ): Promise<DocumentDto> {
    const { files } = await readUploads(request, { maxFiles: 1 });
    const bytes = files[0]?.bytes ?? Buffer.alloc(0);
    return this.desk.act(actor, id, (papers) => papers.keepSigned(actor, id, bytes));
  }

  @Post('documents/:id/slips')
  @HttpCode(200)
  @ApiOperation({ summary: 'Phiếu gửi riêng của một nơi nhận: gửi cách nào, ngày nào, căn cứ đã nhận' })
  @ApiOkResponse({ type: DocumentDto })
  putSlip(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Body() body: SlipInputDto,
  ): Promise<DocumentDto> {
    return this.desk.putSlip(actor, id, body);
  }
}
