import { type Actor, roleTitle, type SignIn } from '#libs/access';
import type { EmergencyAccess, EmergencyRow } from '#libs/persistence';
import type { Role, UserId } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { definitionOf } from '../http/labels.js';
import { mustBe } from '../http/rights.js';
import type { EmergencyDto, EmergencyListDto, EmergencyUseListDto, NewEmergencyDto } from './emergency.dto.js';

const OPENERS: readonly Role[] = ['administrator', 'provinceChairman'];
const READERS: readonly Role[] = ['administrator', 'provinceChairman', 'chairman', 'inspector'];
const WHAT = 'Truy cập khẩn cấp';

export interface EmergencyParts {
  readonly emergencies: EmergencyAccess;
  readonly signIn: SignIn;
  /** The agency of an account, null where nobody of that id works. */
  readonly agencyOf: (actor: Actor, userId: number) => Promise<number | null>;
}

/** A role lent for hours when whoever holds it cannot be reached: a reason, a second person told, everything in the books. */
export class EmergencyDesk {
  constructor(private readonly parts: EmergencyParts) {}

  async list(actor: Actor): Promise<EmergencyListDto> {
    mustBe(actor, READERS, WHAT);
    const rows = await this.parts.emergencies.list(actor);
    const mayOpen = OPENERS.some((role) => actor.roles.includes(role)) && actor.agencyId === actor.provinceId;
    return { items: rows.map(toDto), mayOpen };
  }

  async open(actor: Actor, { userId, role, reason, hours, witnessId }: NewEmergencyDto): Promise<EmergencyDto> {
    mustBe(actor, OPENERS, WHAT);
    const agencyId = await this.parts.agencyOf(actor, userId);
    if (agencyId === null) throw notFound('Không có tài khoản này trong phạm vi của bạn.');
    const id = await this.parts.emergencies.open(actor, {
      ...{ userId: userId as UserId, role, agencyId: agencyId as Actor['agencyId'] },
      ...{ reason: reason.trim(), hours, witnessId: witnessId as UserId },
    });
    this.parts.signIn.forget(userId as UserId);
    return toDto(await this.found(actor, id));
  }

  async end(actor: Actor, id: string): Promise<EmergencyDto> {
    const row = await this.found(actor, id);
    await this.parts.emergencies.end(actor, row);
    this.parts.signIn.forget(row.userId);
    return toDto(await this.found(actor, id));
  }

  async uses(actor: Actor, id: string): Promise<EmergencyUseListDto> {
    mustBe(actor, READERS, WHAT);
    await this.found(actor, id);
    const rows = await this.parts.emergencies.uses(actor, id);
    const items = rows.map(({ procedure, procedureVersion, type, recordedAt, ...row }) => ({
      ...row,
      title: definitionOf(procedure, procedureVersion)?.events[type]?.title ?? type,
      recordedAt: recordedAt.toISOString(),
    }));
    return { items };
  }

  private async found(actor: Actor, id: string): Promise<EmergencyRow> {
    const [row] = await this.parts.emergencies.list(actor, id);
    if (!row) throw notFound('Không có lần mở này, hoặc nằm ngoài phạm vi của bạn.');
    return row;
  }
}

const toDto = ({ openedAt, endsAt, endedAt, ...row }: EmergencyRow): EmergencyDto => ({
  ...row,
  roleTitle: roleTitle(row.role),
  ...{ openedAt: openedAt.toISOString(), endsAt: endsAt.toISOString(), endedAt: endedAt?.toISOString() ?? null },
});
