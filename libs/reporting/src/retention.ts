import type { AnyActor } from '#libs/access';
import type { AgencyId, LocalDate, ProcedureName } from '#libs/shared';

export interface KeepingLaw {
  readonly citation: string;
  readonly says: string;
  /** False: the text was not at hand; what it says must be looked up before a period is set. */
  readonly confirmed: boolean;
}

const COMPLAINT: KeepingLaw = {
  citation: 'LKN Đ.34 k.2',
  says: 'Hồ sơ giải quyết khiếu nại được lưu giữ theo quy định của pháp luật.',
  confirmed: true,
};
const GENERAL: KeepingLaw = {
  citation: 'Luật Lưu trữ 33/2024/QH15',
  says: 'Thời hạn lưu trữ theo quy định của pháp luật về lưu trữ.',
  confirmed: false,
};

/** What the law says of keeping a kind of file. None of the texts at hand names a number of years. */
export const KEEPING_LAW: Readonly<Record<ProcedureName, KeepingLaw>> = {
  'petition-handling': GENERAL,
  complaint: COMPLAINT,
  'disciplinary-complaint': COMPLAINT,
  denunciation: {
    citation: 'LTC Đ.39 k.3',
    says: 'Lưu trữ theo quy định của pháp luật, bảo đảm bí mật thông tin về người tố cáo.',
    confirmed: true,
  },
  protection: {
    citation: 'LTC Đ.53 k.1 đ.b',
    says: 'Hồ sơ áp dụng biện pháp bảo vệ được lưu trữ theo quy định của pháp luật.',
    confirmed: true,
  },
  feedback: GENERAL,
  reception: GENERAL,
};

export const KEEPING_NOTE =
  'Số năm lưu trữ hồ sơ khiếu nại, tố cáo theo Thông tư 01/2025/TT-TTCP chưa được đối chiếu. Khi tỉnh chưa đặt, hồ sơ được giữ vĩnh viễn và không có đề xuất nào.';

export interface RetentionRule {
  readonly id: string;
  readonly procedure: ProcedureName;
  /** Null: for good. */
  readonly years: number | null;
  readonly basis: string;
  readonly setByName: string;
  readonly setAt: Date;
}

/** A closed file past its keeping, or a line of a proposal. */
export interface PastKeeping {
  readonly caseFileId: string;
  readonly registerLabel: string;
  readonly procedure: string;
  readonly procedureVersion: number;
  readonly agencyId: AgencyId;
  readonly closedOn: LocalDate;
  readonly keepUntil: LocalDate;
  readonly years: number;
  readonly basis: string;
  readonly ruleId: string;
}

export type ProposalState = 'proposed' | 'approved' | 'rejected';
export interface RetentionProposal {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly items: number;
  readonly note: string;
  readonly madeByName: string;
  readonly madeAt: Date;
  readonly state: ProposalState;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionNo: string | null;
  readonly decisionReason: string | null;
}

export interface RetentionDecision {
  readonly state: 'approved' | 'rejected';
  readonly decisionNo: string;
  readonly reason: string;
}

/** Rules, files past them, proposals. There is no act that removes a file. */
export abstract class Retention {
  abstract rules(actor: AnyActor): Promise<RetentionRule[]>;
  abstract past(actor: AnyActor): Promise<PastKeeping[]>;
  abstract proposals(actor: AnyActor): Promise<RetentionProposal[]>;
  abstract linesOf(actor: AnyActor, proposalId: string): Promise<PastKeeping[]>;
}
