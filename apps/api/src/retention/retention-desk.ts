import type { Actor } from '#libs/access';
import type { AgencyDirectory, PostgresRetention } from '#libs/persistence';
import { KEEPING_LAW, KEEPING_NOTE, type PastKeeping, type RetentionProposal } from '#libs/reporting';
import { AppError, PROCEDURES, type ProcedureName, type Role } from '#libs/shared';
import { procedures } from '#workflows';
import { notFound } from '../http/id-param.js';
import { iso, isoOrNull, procedureTitle } from '../http/labels.js';
import { mustBe } from '../http/rights.js';
import type {
  NewRetentionRuleDto,
  PastKeepingDto,
  PastKeepingListDto,
  RetentionDecisionDto,
  RetentionProposalDetailDto,
  RetentionProposalDto,
  RetentionProposalListDto,
  RetentionRuleListDto,
} from './retention.dto.js';

type Agencies = Awaited<ReturnType<AgencyDirectory['all']>>;

const LEADERS: readonly Role[] = ['unitHead', 'chairman', 'provinceChairman'];
const DECIDERS: readonly Role[] = ['chairman', 'provinceChairman'];
const READERS: readonly Role[] = [...LEADERS, 'administrator', 'inspector'];
const WHAT = 'Thời hạn lưu giữ hồ sơ';
const AFTER =
  'Phần mềm không xóa gì. Sau khi phê duyệt, việc xác định giá trị và tiêu hủy tài liệu do cơ quan thực hiện bằng văn bản theo pháp luật về lưu trữ (chưa đối chiếu văn bản).';

const holds = (actor: Actor, roles: readonly Role[]): boolean => roles.some((role) => actor.roles.includes(role));
const titleOf = (procedure: ProcedureName): string =>
  procedures.all().findLast(({ name }) => name === procedure)?.title ?? 'Tiếp công dân';

export class RetentionDesk {
  constructor(
    private readonly retention: PostgresRetention,
    private readonly directory: AgencyDirectory,
  ) {}

  async rules(actor: Actor): Promise<RetentionRuleListDto> {
    mustBe(actor, READERS, WHAT);
    const set = new Map((await this.retention.rules(actor)).map((rule) => [rule.procedure, rule]));
    const items = PROCEDURES.map((procedure) => {
      const own = set.get(procedure);
      const { citation, says, confirmed } = KEEPING_LAW[procedure];
      return {
        ...{ procedure, title: titleOf(procedure), years: own?.years ?? null, basis: own?.basis ?? null },
        ...{ setByName: own?.setByName ?? null, setAt: isoOrNull(own?.setAt ?? null), citation, says, confirmed },
      };
    });
    return {
      items,
      note: KEEPING_NOTE,
      maySet: actor.roles.includes('administrator') && actor.agencyId === actor.provinceId,
    };
  }

  async setRule(
    actor: Actor,
    { procedure, permanent, years, basis }: NewRetentionRuleDto,
  ): Promise<RetentionRuleListDto> {
    mustBe(actor, ['administrator'], 'Đặt thời hạn lưu giữ');
    if (permanent === (years !== undefined))
      throw new AppError({
        ...{ code: 'RETENTION.PERIOD', status: 422, title: 'Chưa rõ thời hạn' },
        detail: 'Ghi số năm, hoặc chọn giữ vĩnh viễn; không ghi cả hai.',
        errors: [{ pointer: '/years', code: 'RETENTION.PERIOD', message: 'Ghi số năm, hoặc chọn giữ vĩnh viễn.' }],
      });
    await this.retention.setRule(actor, { procedure, years: years ?? null, basis: basis.trim() });
    return this.rules(actor);
  }

  async past(actor: Actor): Promise<PastKeepingListDto> {
    mustBe(actor, READERS, WHAT);
    const agencies = await this.directory.all();
    return {
      items: (await this.retention.past(actor)).map((line) => lineDto(line, agencies)),
      mayPropose: holds(actor, LEADERS),
    };
  }

  async proposals(actor: Actor): Promise<RetentionProposalListDto> {
    mustBe(actor, READERS, WHAT);
    const agencies = await this.directory.all();
    return { items: (await this.retention.proposals(actor)).map((one) => proposalDto(one, agencies, actor)) };
  }

  async one(actor: Actor, id: string): Promise<RetentionProposalDetailDto> {
    mustBe(actor, READERS, WHAT);
    const found = (await this.retention.proposals(actor)).find((one) => one.id === id);
    if (!found) throw notFound('Không có đề xuất này, hoặc nằm ngoài phạm vi của bạn.');
    const agencies = await this.directory.all();
    const lines = (await this.retention.linesOf(actor, id)).map((line) => lineDto(line, agencies));
    return { ...proposalDto(found, agencies, actor), lines, hidden: found.items - lines.length, after: AFTER };
  }

  async propose(actor: Actor, note: string): Promise<RetentionProposalDetailDto> {
    mustBe(actor, LEADERS, 'Lập đề xuất');
    const id = await this.retention.propose(actor, note.trim());
    if (id === null)
      throw new AppError({
        ...{ code: 'RETENTION.NOTHING', status: 409, title: 'Không có hồ sơ để đề xuất' },
        detail: 'Không có hồ sơ nào của cơ quan đã hết thời hạn lưu giữ mà chưa nằm trong một đề xuất.',
      });
    return this.one(actor, id);
  }

  async decide(
    actor: Actor,
    id: string,
    { state, decisionNo, reason }: RetentionDecisionDto,
  ): Promise<RetentionProposalDetailDto> {
    mustBe(actor, DECIDERS, 'Quyết định về đề xuất');
    const decision = { state, decisionNo: decisionNo.trim(), reason: reason.trim() };
    if (!(await this.retention.decide(actor, id, decision))) {
      await this.one(actor, id);
      throw new AppError({
        ...{ code: 'RETENTION.DECIDED', status: 409, title: 'Đề xuất đã được quyết định' },
        detail: 'Một đề xuất chỉ được quyết định một lần; lập đề xuất mới nếu cần.',
      });
    }
    return this.one(actor, id);
  }
}

const lineDto = (
  { procedure, procedureVersion, agencyId, ruleId: _rule, ...line }: PastKeeping,
  agencies: Agencies,
): PastKeepingDto => ({
  ...line,
  title: procedureTitle(procedure, procedureVersion),
  agencyName: agencies.get(agencyId)?.shortName ?? '',
});

function proposalDto(
  { agencyId, madeAt, decidedAt, ...rest }: RetentionProposal,
  agencies: Agencies,
  actor: Actor,
): RetentionProposalDto {
  return {
    ...rest,
    ...{ madeAt: iso(madeAt), decidedAt: isoOrNull(decidedAt), agencyName: agencies.get(agencyId)?.shortName ?? '' },
    mayDecide: rest.state === 'proposed' && holds(actor, DECIDERS),
  };
}
