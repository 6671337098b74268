import type { Actor } from '#libs/access';
import { agencySettings, checkPolicy, type OfficePolicy, POLICY_LABEL, RUNG_KINDS } from '#libs/oversight';
import type { AgencyDirectory, AgencyPolicyRow, EscalationPolicies } from '#libs/persistence';
import type { Role } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { mustBe } from '../http/rights.js';
import type {
  AgencyPolicyDetailDto,
  AgencyPolicyDto,
  AgencyPolicyListDto,
  NewPolicyDto,
  OfficePolicyDto,
  PolicyChangeDto,
  PolicyImpactDto,
} from './escalation.dto.js';

const READERS: readonly Role[] = ['administrator', 'unitHead', 'chairman', 'provinceChairman', 'inspector'];
const WHAT = 'Nấc báo cáo lãnh đạo';
const NOTES = [
  'Áp dụng cho lời nhắc, thông báo và nấc báo cáo phát ra từ lúc công bố; những gì đã phát ra giữ nguyên.',
  'Lời nhắc đã lên lịch của thời hạn đang chạy giữ nguyên ngày; thời hạn mở hoặc tính lại từ nay theo số ngày mới.',
  'Nấc đang chờ giữ nguyên ngày, báo cho người theo quy định mới; nấc không còn trong quy định mới thì bỏ.',
  'Cách tính ngày làm bù mới áp dụng cho thời hạn mở từ nay; thời hạn đang chạy giữ nguyên ngày hết hạn.',
];

/** What agencies set for reminders and reports to leaders: internal policy, versioned, told in the book of the agency. */
export class EscalationDesk {
  constructor(
    private readonly policies: EscalationPolicies,
    private readonly directory: AgencyDirectory,
  ) {}

  async list(actor: Actor): Promise<AgencyPolicyListDto> {
    mustBe(actor, READERS, WHAT);
    return { label: POLICY_LABEL, items: (await this.policies.agencies(actor)).map(agencyView) };
  }

  async detail(actor: Actor, code: string): Promise<AgencyPolicyDetailDto> {
    mustBe(actor, READERS, WHAT);
    const row = await this.row(actor, code);
    const history = await this.policies.history(actor, row.agencyId);
    return {
      ...agencyView(row),
      history: history.map(({ version, policy, setByName, setAt, reason }) => ({
        ...{ version, setBy: setByName, setAt: setAt.toISOString(), reason },
        policy: policy && policyView(policy),
      })),
    };
  }

  async preview(actor: Actor, code: string, change: PolicyChangeDto): Promise<PolicyImpactDto> {
    mustBe(actor, ['administrator'], WHAT);
    const row = await this.row(actor, code);
    const rows = await this.policies.agencies(actor);
    const policy = wanted(change) ?? this.followed(row, rows);
    const touched = rows.filter(
      (one) => one.agencyId === row.agencyId || (row.agencyId === row.provinceId && !one.own),
    );
    const impact = await this.policies.impact(
      actor,
      touched.map(({ agencyId }) => agencyId),
      RUNG_KINDS.slice(policy.escalation.rungs.length),
    );
    const byId = new Map(rows.map((one) => [one.agencyId, one]));
    return {
      agencies: touched.length,
      notes: NOTES,
      items: impact.map(({ agencyId, ...counts }) => ({
        agencyCode: byId.get(agencyId)?.code ?? '',
        agencyName: byId.get(agencyId)?.name ?? '',
        ...counts,
      })),
    };
  }

  async set(actor: Actor, code: string, { seen, reason, ...change }: NewPolicyDto): Promise<AgencyPolicyDetailDto> {
    mustBe(actor, ['administrator'], WHAT);
    const { agencyId } = await this.row(actor, code);
    await this.policies.set(actor, agencyId, { policy: wanted(change), seen, reason: reason.trim() });
    this.directory.forget();
    return this.detail(actor, code);
  }

  /** What an agency without a policy of its own would have: its province's, or the built-in values. */
  private followed(row: AgencyPolicyRow, rows: readonly AgencyPolicyRow[]): OfficePolicy {
    const province = rows.find(({ agencyId }) => agencyId === row.provinceId && agencyId !== row.agencyId);
    return agencySettings(province?.own ? province.settings : null);
  }

  private async row(actor: Actor, code: string): Promise<AgencyPolicyRow> {
    const row = (await this.policies.agencies(actor)).find((one) => one.code === code);
    if (!row) throw notFound('Không có cơ quan này, hoặc cơ quan nằm ngoài phạm vi của bạn.');
    return row;
  }
}

/** @throws AppError naming every fault. */
function wanted({ policy: [given] }: PolicyChangeDto): OfficePolicy | null {
  if (!given) return null;
  const { workStart, workEnd, makeup, firstReminder, lastReminder, rungs } = given;
  const policy: OfficePolicy = {
    ...{ workStart, workEnd, makeup },
    escalation: {
      reminders: [firstReminder, lastReminder],
      rungs: rungs.map(({ afterWorkingDays, tell }) => ({ afterWorkingDays, tell })),
    },
  };
  checkPolicy(policy);
  return policy;
}

const policyView = ({ workStart, workEnd, makeup, escalation }: OfficePolicy): OfficePolicyDto => ({
  ...{ workStart, workEnd, makeup },
  firstReminder: escalation.reminders[0],
  lastReminder: escalation.reminders[1],
  rungs: escalation.rungs.map(({ afterWorkingDays, tell }) => ({
    afterWorkingDays,
    tell: [...tell] as OfficePolicyDto['rungs'][number]['tell'],
  })),
});

const agencyView = (row: AgencyPolicyRow): AgencyPolicyDto => ({
  agencyCode: row.code,
  agencyName: row.name,
  province: row.agencyId === row.provinceId,
  source: row.own ? 'own' : row.follows ? 'province' : 'builtIn',
  version: row.version,
  policy: policyView(agencySettings(row.settings)),
});
