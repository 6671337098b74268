import type { Actor, SignIn } from '#libs/access';
import type { AgencyDirectory, AgencyNode, AgencyRegister } from '#libs/persistence';
import { AppError, type AgencyId, type Clock, formatDay, type LocalDate } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { procedureTitle } from '../http/labels.js';
import { mustBe } from '../http/rights.js';
import { administeredBy } from './administered.js';
import type {
  AgencyChangeDto,
  AgencyChangeListDto,
  AgencyDetailsDto,
  AgencyNodeDto,
  AgencyTreeDto,
  AgencyTreeQuery,
  NewAgencyDto,
  RenameDto,
  SuccessionDto,
  SuccessionPreviewDto,
} from './agencies.dto.js';

export interface AgencyDeskParts {
  readonly register: AgencyRegister;
  readonly directory: AgencyDirectory;
  readonly clock: Clock;
  readonly signIn: SignIn;
}

const SERIES: Readonly<Record<string, string>> = {
  main: 'Sổ tiếp nhận đơn',
  'old-book': 'Sổ cũ đã nhập',
  reception: 'Sổ tiếp công dân',
  'reception-sealed': 'Sổ tiếp công dân, phần bảo mật',
};

/** The agency tree as its administrators keep it. */
export class AgencyDesk {
  constructor(private readonly parts: AgencyDeskParts) {}

  async tree(actor: Actor, { on }: AgencyTreeQuery): Promise<AgencyTreeDto> {
    mustBe(actor, ['administrator', 'inspector'], 'Xem cây cơ quan');
    const day = (on as LocalDate | undefined) ?? (await this.parts.clock.today());
    return { on: day, items: await this.nodes(actor, day) };
  }

  async add(actor: Actor, body: NewAgencyDto): Promise<AgencyNodeDto> {
    const { code, name, shortName, level, kind, unitCode, basis } = body;
    const validFrom = body.validFrom as LocalDate;
    const today = await this.parts.clock.today();
    if (validFrom > today)
      throw new AppError({
        code: 'AGENCY.DAY_AHEAD',
        status: 422,
        title: 'Chưa thêm được cơ quan',
        detail: `Ghi khi cơ quan đã bắt đầu hoạt động; hôm nay là ngày ${formatDay(today)}.`,
      });
    const parent = await this.agency(actor, body.parent);
    await this.parts.register.add(actor, {
      ...{ code, level, kind, parent, validFrom, unitCode: unitCode?.trim() || null },
      ...{ name: name.trim(), shortName: shortName.trim(), basis: basis.trim() },
    });
    // The session of whoever added it sees it with the next request.
    this.parts.signIn.forget(actor.userId);
    return this.nodeOf(actor, code);
  }

  async setDetails(actor: Actor, code: string, { kind, unitCode }: AgencyDetailsDto): Promise<AgencyNodeDto> {
    const agency = await this.agency(actor, code);
    await this.parts.register.setDetails(actor, agency, { kind, unitCode: unitCode?.trim() || null });
    return this.nodeOf(actor, code);
  }

  async passing(actor: Actor, code: string): Promise<SuccessionPreviewDto> {
    const found = await this.parts.register.passing(actor, await this.agency(actor, code));
    return {
      cases: found.procedures.reduce((sum, { count }) => sum + count, 0),
      procedures: found.procedures.map(({ procedure, version, count }) => ({
        ...{ procedure, count, title: procedureTitle(procedure, version) },
      })),
      ...{ deadlines: found.deadlines, overdue: found.overdue, below: [...found.below] },
      peopleMoving: [...found.peopleMoving],
      peopleStaying: [...found.peopleStaying],
      series: found.series.map(({ series, year, lastNumber }) => ({
        title: SERIES[series] ?? series,
        year,
        lastNumber,
      })),
    };
  }

  async changes(actor: Actor): Promise<AgencyChangeListDto> {
    mustBe(actor, ['administrator'], 'Xem thay đổi của cơ quan');
    const rows = await this.parts.register.changes(actor);
    return {
      items: rows.map((row) => ({
        ...row,
        recordedAt: row.recordedAt.toISOString(),
        settledAt: row.settledAt?.toISOString() ?? null,
      })),
    };
  }

  async succeed(actor: Actor, code: string, body: SuccessionDto): Promise<AgencyChangeDto> {
    const [agency, successor] = [await this.agency(actor, code), await this.agency(actor, body.successor)];
    const id = await this.parts.register.succeed(actor, {
      ...{ agency, successor, lastDay: body.lastDay as LocalDate, basis: body.basis.trim() },
      movePeople: body.movePeople ?? true,
    });
    return this.change(actor, id);
  }

  async rename(actor: Actor, code: string, { name, shortName, basis }: RenameDto): Promise<AgencyChangeDto> {
    const agency = await this.agency(actor, code);
    const id = await this.parts.register.rename(actor, {
      ...{ agency, name: name.trim(), shortName: shortName.trim(), basis: basis.trim() },
    });
    return this.change(actor, id);
  }

  /** An agency of the administrator's own tree. */
  private async agency(actor: Actor, code: string): Promise<AgencyId> {
    const mine = await administeredBy(actor, this.parts.directory, 'Thay đổi cơ quan');
    const found = await this.parts.directory.byCode(code);
    if (!found || !mine.includes(found.id))
      throw notFound('Không có cơ quan này, hoặc cơ quan nằm ngoài phạm vi của bạn.');
    return found.id;
  }

  private async change(actor: Actor, id: string): Promise<AgencyChangeDto> {
    this.parts.directory.forget();
    const found = (await this.changes(actor)).items.find((one) => one.id === id);
    if (!found) throw notFound();
    return found;
  }

  /** An agency made a moment ago is not yet among those that the session knows. */
  private async nodeOf(actor: Actor, code: string): Promise<AgencyNodeDto> {
    this.parts.directory.forget();
    const agencies = await this.parts.directory.subtree(actor.agencyId);
    const nodes = await this.nodes({ ...actor, agencies }, await this.parts.clock.today());
    const found = nodes.find((one) => one.code === code);
    if (!found) throw notFound();
    return found;
  }

  private async nodes(actor: Actor, on: LocalDate): Promise<AgencyNodeDto[]> {
    const rows = await this.parts.register.tree(actor, on);
    const codes = new Map(rows.map(({ id, code }) => [id, code]));
    return rows.map(({ id: _, parentId, ...row }: AgencyNode) => ({
      ...row,
      parentCode: parentId === null ? null : (codes.get(parentId) ?? null),
    }));
  }
}
