import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/access';
import type { AgencyDirectory } from '#libs/persistence';
import { RATES, rateText, type RateTargets, type Target, TARGET_KINDS } from '#libs/reporting';
import type { LocalDate, Role } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { iso, isoOrNull } from '../http/labels.js';
import { mustBe } from '../http/rights.js';
import type { Agencies } from '../petitions/petition-view.js';
import type { NewTargetDto, TargetDto, TargetsDto } from './target.dto.js';

const READERS: readonly Role[] = ['inspector', 'unitHead', 'chairman', 'provinceChairman'];
const SETTERS: readonly Role[] = ['chairman', 'provinceChairman'];

/** Targets of rates: set by who leads, read by who reads the rates. */
export class TargetsDesk {
  constructor(private readonly parts: { readonly targets: RateTargets; readonly directory: AgencyDirectory }) {}

  async all(actor: Actor): Promise<TargetsDto> {
    mustBe(actor, READERS, 'Mục tiêu tỷ lệ');
    const agencies = await this.parts.directory.all();
    return { items: (await this.parts.targets.all(actor)).map((one) => targetDto(one, agencies, actor)) };
  }

  async set(actor: Actor, { agency: code, rate, perMille, kind, source, from }: NewTargetDto): Promise<TargetsDto> {
    mustBe(actor, SETTERS, 'Đặt mục tiêu tỷ lệ');
    const { directory } = this.parts;
    const agency = code ? await directory.byCode(code) : await directory.byId(actor.agencyId);
    if (!agency || !actor.agencies.includes(agency.id)) throw notFound('Không có cơ quan này trong phạm vi của bạn.');
    await this.parts.targets.set(actor, randomUUID(), {
      ...{ agencyId: agency.id, rate, perMille, kind },
      ...{ source: source.trim(), from: from as LocalDate },
    });
    return this.all(actor);
  }

  async withdraw(actor: Actor, id: string, reason: string): Promise<TargetsDto> {
    mustBe(actor, SETTERS, 'Bỏ mục tiêu tỷ lệ');
    if (!(await this.parts.targets.withdraw(actor, id, reason.trim())))
      throw notFound('Không có mục tiêu này trong phạm vi của bạn, hoặc đã bỏ trước đó.');
    return this.all(actor);
  }
}

const targetDto = (target: Target, agencies: Agencies, actor: Actor): TargetDto => {
  const agency = agencies.get(target.agencyId);
  return {
    ...{ id: target.id, agencyCode: agency?.code ?? '', agencyName: agency?.shortName ?? '' },
    ...{ rate: target.rate, rateTitle: RATES[target.rate].title },
    ...{ perMille: target.perMille, text: rateText(target.perMille) },
    ...{ kind: target.kind, kindTitle: TARGET_KINDS[target.kind], source: target.source, from: target.from },
    ...{ setByName: target.setByName, setAt: iso(target.setAt) },
    ...{ withdrawnAt: isoOrNull(target.withdrawnAt), withdrawReason: target.withdrawReason },
    mine:
      target.withdrawnAt === null &&
      actor.agencies.includes(target.agencyId) &&
      SETTERS.some((role) => actor.roles.includes(role)),
  };
};
