import type { Actor } from '#libs/access';
import type { AgencyDirectory, RemoteAreaRow, RemoteAreas } from '#libs/persistence';
import type { Clock, LocalDate } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { mustBe } from '../http/rights.js';
import type {
  EndRemoteAreaDto,
  NewRemoteAreaDto,
  RemoteAreaDto,
  RemoteAreaListDto,
  RemoteAreaQuery,
  RemoteDefaultDto,
  RemoteDefaultQuery,
} from './places.dto.js';

const WHAT = 'Quản lý danh sách địa bàn vùng sâu, vùng xa, đi lại khó khăn';

/** The list of remote areas: read by every officer, kept by the administrator of the province. */
export class RemoteAreaDesk {
  constructor(
    private readonly parts: { readonly areas: RemoteAreas; readonly directory: AgencyDirectory; readonly clock: Clock },
  ) {}

  async list(actor: Actor, { on }: RemoteAreaQuery): Promise<RemoteAreaListDto> {
    const rows = await this.parts.areas.list(actor, (on as LocalDate | undefined) ?? null);
    return {
      items: rows.map(toDto),
      mayEdit: actor.roles.includes('administrator') && actor.agencyId === actor.provinceId,
    };
  }

  async add(actor: Actor, { unitCode, from, basis }: NewRemoteAreaDto): Promise<RemoteAreaDto> {
    mustBe(actor, ['administrator'], WHAT);
    const entry = { unitCode: unitCode.trim(), from: from as LocalDate, basis: basis.trim() };
    return toDto(await this.found(actor, await this.parts.areas.add(actor, entry)));
  }

  async end(actor: Actor, id: number, { lastDay, basis }: EndRemoteAreaDto): Promise<RemoteAreaDto> {
    mustBe(actor, ['administrator'], WHAT);
    const area = await this.found(actor, id);
    await this.parts.areas.end(actor, area, { lastDay: lastDay as LocalDate, basis: basis.trim() });
    return toDto(await this.found(actor, id));
  }

  /** What a registration starts from; the officer may say otherwise with a reason. */
  async byDefault(actor: Actor, { unit, agency, on }: RemoteDefaultQuery): Promise<RemoteDefaultDto> {
    const { areas, directory, clock } = this.parts;
    const place = agency === undefined ? await directory.byId(actor.agencyId) : await directory.byCode(agency);
    if (!place || !actor.agencies.includes(place.id))
      throw notFound('Không có cơ quan này, hoặc cơ quan nằm ngoài phạm vi của bạn.');
    const day = (on as LocalDate | undefined) ?? (await clock.today());
    const remote = await areas.byDefault(actor, { agencyId: place.id, units: unit ? [unit] : [], on: day });
    const listed = (await areas.list(actor, day)).find(
      ({ unitCode }) => unitCode === unit || unitCode === place.unitCode,
    );
    return { remote, because: listed ? 'list' : remote ? 'agency' : 'none', basis: listed?.basis ?? null };
  }

  private async found(actor: Actor, id: number): Promise<RemoteAreaRow> {
    const area = (await this.parts.areas.list(actor, null)).find((one) => one.id === id);
    if (!area) throw notFound('Không có dòng này trong danh sách.');
    return area;
  }
}

const toDto = (row: RemoteAreaRow): RemoteAreaDto => ({ ...row, recordedAt: row.recordedAt.toISOString() });
