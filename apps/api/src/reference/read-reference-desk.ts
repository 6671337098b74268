import type { Actor } from '#libs/access';
import type { WorkCalendar } from '#libs/calendar';
import type { AgencyDirectory, ReferenceReader } from '#libs/persistence';
import { AppError, addDays, type Clock, daysBetween, type LocalDate } from '#libs/shared';
import { procedures } from '#workflows';
import { notFound } from '../http/id-param.js';
import { agencyRef } from '../petitions/petition-view.js';
import { ReferenceDesk } from './reference-desk.js';
import { procedureBrief, stageMapOf } from './stage-map.js';
import type {
  AgencyListDto,
  CalendarDto,
  CalendarQuery,
  ProcedureListDto,
  StageMapDto,
  UnitListDto,
  UnitQuery,
  UserListDto,
  UserListQuery,
} from './reference.dto.js';

const LONGEST_CALENDAR_DAYS = 800;

export class ReadReferenceDesk extends ReferenceDesk {
  constructor(
    private readonly directory: AgencyDirectory,
    private readonly reader: ReferenceReader,
    private readonly clock: Clock,
    private readonly workCalendar: WorkCalendar,
  ) {
    super();
  }

  async agencies(actor: Actor): Promise<AgencyListDto> {
    const rows = [...(await this.directory.all()).values()].filter(({ id }) => actor.agencies.includes(id));
    return {
      items: rows.map((row) => ({
        ...agencyRef(row),
        parentId: row.parentId,
        unitCode: row.unitCode,
        remote: row.remote,
      })),
    };
  }

  async users(actor: Actor, { role, agency }: UserListQuery): Promise<UserListDto> {
    const wanted = agency === undefined ? undefined : await this.directory.byCode(agency);
    if (agency !== undefined && !wanted)
      throw notFound('Không có cơ quan này, hoặc cơ quan nằm ngoài phạm vi của bạn.');
    const rows = await this.reader.users(actor, { role, agencies: wanted ? [wanted.id] : actor.agencies });
    const agencies = await this.directory.all();
    return {
      items: rows.map((row) => ({
        id: row.id,
        fullName: row.full_name,
        title: row.title,
        roles: row.roles,
        agencyCode: agencies.get(row.agency_id)?.code ?? '',
        absent: row.absent,
      })),
    };
  }

  async units(actor: Actor, { q, province, on, limit, past }: UnitQuery): Promise<UnitListDto> {
    const { provinceId } = await this.directory.byId(actor.agencyId);
    const rows = await this.reader.units({
      q,
      province,
      on: (on as LocalDate | undefined) ?? (await this.clock.today()),
      limit: limit ?? 50,
      past: past !== undefined,
      near: (await this.directory.byId(provinceId)).unitCode,
    });
    return {
      items: rows.map((row) => ({
        code: row.code,
        name: row.name,
        type: row.type,
        provinceCode: row.province_code,
        provinceName: row.province_name,
        validFrom: row.valid_from,
        validTo: row.valid_to,
        became: [...row.became],
      })),
    };
  }

  async procedures(): Promise<ProcedureListDto> {
    return {
      items: procedures
        .all()
        .filter(({ name }) => name !== 'deadline')
        .map(procedureBrief),
    };
  }

  async stageMap(name: string, version?: number): Promise<StageMapDto> {
    const definition = procedures.find(version === undefined ? name : `${name}@${version}`);
    if (!definition) throw notFound('Không có quy trình này.');
    return stageMapOf(definition);
  }

  async calendar({ from, to }: CalendarQuery): Promise<CalendarDto> {
    const [first, last] = [from as LocalDate, to as LocalDate];
    const length = daysBetween(first, last);
    if (length < 0 || length > LONGEST_CALENDAR_DAYS)
      throw new AppError({
        status: 422,
        code: 'CALENDAR.RANGE',
        title: 'Khoảng ngày không đúng',
        detail: `Ngày đến phải sau ngày từ và cách không quá ${LONGEST_CALENDAR_DAYS} ngày.`,
      });
    const calendar = this.workCalendar;
    return {
      version: calendar.version,
      knownFrom: calendar.horizon.from,
      knownTo: calendar.horizon.to,
      days: Array.from({ length: length + 1 }, (_, i) => ({ ...calendar.describe(addDays(first, i), 'ignore') })),
    };
  }
}
