import { type Actor, delegate, type Delegations, mayActFor } from '#libs/access';
import { type Casework, handOverWork, type Workload } from '#libs/casework';
import { AppError, type Clock, type LocalDate, type UserId } from '#libs/shared';
import { competentAuthority } from '#libs/statute';
import { notFound } from '../http/id-param.js';
import { mustBe } from '../http/rights.js';
import type {
  AbsenceDto,
  CompetenceDto,
  CompetenceQuery,
  DelegationDto,
  DelegationListDto,
  HandedOverDto,
  HandOverDto,
  NewDelegationDto,
} from './administration.dto.js';

export interface AdministrationParts {
  readonly delegations: Delegations;
  readonly casework: Casework;
  readonly workload: Workload;
  readonly clock: Clock;
}

const NOBODY = 'Không có tài khoản này trong phạm vi của bạn.';

/** Who may act for whom and what passes from hand to hand: leaders for their people, everyone for themselves. */
export class AdministrationDesk {
  constructor(private readonly parts: AdministrationParts) {}

  async competence({ matter, target, instance = 'first', on }: CompetenceQuery): Promise<CompetenceDto> {
    const { citation, ...found } = competentAuthority({
      ...{ matter, target, instance },
      on: (on as LocalDate | undefined) ?? (await this.parts.clock.today()),
    });
    return { ...found, citation: citation?.text ?? null, confirmed: citation?.mark === 'V' };
  }

  async delegations(actor: Actor): Promise<DelegationListDto> {
    return { items: [...(await this.parts.delegations.list(actor, await this.parts.clock.today()))] };
  }

  async delegate(actor: Actor, body: NewDelegationDto): Promise<DelegationDto> {
    return delegate(this.parts.delegations, actor, {
      fromUser: body.fromUserId as UserId,
      toUser: body.toUserId as UserId,
      validFrom: body.validFrom as LocalDate,
      validTo: body.validTo as LocalDate,
      reason: body.reason.trim(),
      today: await this.parts.clock.today(),
    });
  }

  async endDelegation(actor: Actor, id: number): Promise<DelegationDto> {
    const today = await this.parts.clock.today();
    const found = (await this.parts.delegations.list(actor, today)).find((one) => one.id === id);
    if (!found) throw notFound('Không có việc ủy quyền này, hoặc việc ủy quyền đã hết hiệu lực.');
    mayActFor(actor, found.from.id);
    const ended = await this.parts.delegations.end(actor, id, today);
    if (!ended) throw notFound('Không có việc ủy quyền này, hoặc việc ủy quyền đã hết hiệu lực.');
    return ended;
  }

  async setAbsence(actor: Actor, { userId, ...span }: AbsenceDto): Promise<void> {
    const from = (span.from as LocalDate | undefined) ?? null;
    const to = (span.to as LocalDate | undefined) ?? null;
    mayActFor(actor, userId as UserId);
    if (from !== null && to !== null && to < from)
      throw new AppError({
        code: 'ACCESS.ABSENCE_DAYS',
        status: 422,
        title: 'Khoảng vắng mặt chưa đúng',
        detail: 'Ngày cuối phải từ ngày đầu trở đi.',
      });
    if (!(await this.parts.delegations.setAbsence(actor, { userId: userId as UserId, from, to })))
      throw notFound(NOBODY);
  }

  async handOver(actor: Actor, { fromUserId, toUserId, reason }: HandOverDto): Promise<HandedOverDto> {
    mustBe(actor, ['unitHead', 'chairman', 'provinceChairman'], 'Bàn giao hồ sơ');
    const users = { fromUser: fromUserId as UserId, toUser: toUserId as UserId };
    const { from, to } = await this.parts.delegations.pair(actor, users);
    if (!from || !to || fromUserId === toUserId) throw notFound(NOBODY);
    const { moved, kept } = await handOverWork(this.parts, actor, { ...users, reason: reason.trim() });
    return { moved: [...moved], kept: [...kept] };
  }
}
