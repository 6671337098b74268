import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/access';
import { IdentityDesk, type ReleaseView } from '#libs/identity';
import { AgencyDirectory, NationalPackage } from '#libs/persistence';
import type { CaseFileId, LocalDate } from '#libs/shared';
import { CurrentActor } from '../http/actor.js';
import { IdParam, notFound } from '../http/id-param.js';
import { mustBe } from '../http/rights.js';
import {
  IdentityListDto,
  NationalPackageDto,
  NationalPackageQuery,
  ReadIdentityDto,
  ReadingQuery,
  ReleaseDto,
  ReleaseListDto,
  ReleaseRequestDto,
} from './identity.dto.js';

const NOT_CONNECTED =
  'Chưa kết nối: trường dữ liệu của Cơ sở dữ liệu quốc gia chưa được công bố đủ. Người quản lý thông tin xem trước rồi tự cập nhật.';

@ApiTags('Thông tin người tố cáo (bảo mật)')
@Controller()
export class IdentityController {
  constructor(
    private readonly desk: IdentityDesk,
    private readonly directory: AgencyDirectory,
    private readonly national: NationalPackage,
  ) {}

  @Post('case-files/:id/identity-readings')
  @HttpCode(200)
  @ApiOperation({ summary: 'Đọc thông tin người tố cáo hoặc nội dung đơn được niêm phong: ghi nhật ký từng lần' })
  @ApiOkResponse({ type: IdentityListDto })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Query() { what }: ReadingQuery,
    @Body() { purpose }: ReadIdentityDto,
  ): Promise<IdentityListDto> {
    if (what === 'text') return { items: [], text: await this.desk.readText(actor, id as CaseFileId, purpose) };
    return { items: await this.desk.read(actor, id as CaseFileId, purpose), text: null };
  }

  @Post('identity-releases')
  @ApiOperation({ summary: 'Đề nghị khai thác thông tin người tố cáo' })
  @ApiCreatedResponse({ type: ReleaseDto })
  async request(@CurrentActor() actor: Actor, @Body() body: ReleaseRequestDto): Promise<ReleaseDto> {
    const agency = await this.directory.byCode(body.agency);
    if (!agency || agency.provinceId !== actor.provinceId) throw notFound('Không có cơ quan này trong tỉnh.');
    const { purpose, hours, reason, registerNumber } = body;
    const request = { purpose, hours, reason: reason.trim(), registerLabel: registerNumber.trim() };
    return shown(await this.desk.request(actor, { id: randomUUID(), agencyId: agency.id, ...request }));
  }

  @Get('identity-releases')
  @ApiOperation({ summary: 'Các đề nghị: của tôi, hoặc của cả tỉnh với người quản lý thông tin và thanh tra' })
  @ApiOkResponse({ type: ReleaseListDto })
  async list(@CurrentActor() actor: Actor): Promise<ReleaseListDto> {
    return { items: (await this.desk.list(actor)).map(shown) };
  }

  @Post('identity-releases/:id/approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Chấp thuận (người thứ hai)' })
  @ApiOkResponse({ type: ReleaseDto })
  async approve(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ReleaseDto> {
    return shown(await this.desk.decide(actor, id, 'approved'));
  }

  @Post('identity-releases/:id/refuse')
  @HttpCode(200)
  @ApiOperation({ summary: 'Không chấp thuận' })
  @ApiOkResponse({ type: ReleaseDto })
  async refuse(@CurrentActor() actor: Actor, @Param('id', IdParam) id: string): Promise<ReleaseDto> {
    return shown(await this.desk.decide(actor, id, 'refused'));
  }

  @Get('national-package')
  @ApiOperation({ summary: 'Gói cập nhật Cơ sở dữ liệu quốc gia: tiến độ hồ sơ, không có danh tính (NĐ31 Đ.19a)' })
  @ApiOkResponse({ type: NationalPackageDto })
  async nationalPackage(
    @CurrentActor() actor: Actor,
    @Query() { from, to }: NationalPackageQuery,
  ): Promise<NationalPackageDto> {
    mustBe(actor, ['identityCustodian'], 'Gói cập nhật Cơ sở dữ liệu quốc gia');
    return {
      note: NOT_CONNECTED,
      items: await this.national.of(actor, { from: from as LocalDate, to: to as LocalDate }),
    };
  }

  @Post('identity-releases/:id/readings')
  @HttpCode(200)
  @ApiOperation({ summary: 'Đọc theo đề nghị đã được chấp thuận' })
  @ApiOkResponse({ type: IdentityListDto })
  async readReleased(
    @CurrentActor() actor: Actor,
    @Param('id', IdParam) id: string,
    @Query() { what }: ReadingQuery,
  ): Promise<IdentityListDto> {
    if (what === 'text') return { items: [], text: await this.desk.readReleasedText(actor, id) };
    return { items: await this.desk.readReleased(actor, id), text: null };
  }
}

const shown = ({ requestedAt, decidedAt, expiresAt, ...view }: ReleaseView): ReleaseDto => ({
  id: view.id,
  agencyName: view.agencyName,
  registerLabel: view.registerLabel,
  found: view.found,
  requestedByName: view.requestedByName,
  requestedAt: requestedAt.toISOString(),
  purpose: view.purpose,
  reason: view.reason,
  hours: view.hours,
  state: view.state,
  decidedByName: view.decidedByName,
  decidedAt: decidedAt?.toISOString() ?? null,
  expiresAt: expiresAt?.toISOString() ?? null,
  readings: view.readings,
});
