import type { Actor } from '#libs/access';
import { PaperReader } from '#libs/documents';
import { LocalKeyVault } from '#libs/identity';
import {
  type AgencyId,
  type CaseFileId,
  instantOf,
  type JsonObject,
  localDate,
  type LocalDate,
  type Role,
  ROLES,
  type UserId,
} from '#libs/shared';
import { randomBytes } from 'node:crypto';
import type { MemoryDatabase } from '../demo/bulk/memory-ports.js';
import { type HistorySystem, memorySystem } from '../demo/bulk/memory-system.js';
import { MemoryTables } from '../demo/bulk/memory-tables.js';
import type { Reference } from '../demo/bulk/reference.js';
import { MemoryPaperSources } from './memory-paper-sources.js';

/** Words of the sample that only entitled people may read: no paper for anyone may hold one of them. */
export const IDENTITY_MARKS = ['Nguyễn Thị Hường Mẫu', 'thôn Bí Mật', '001163036270', 'giấy báo bị giấu'];
const PROVINCE = 1 as AgencyId;
const COMMUNE = 2 as AgencyId;
const PEOPLE: Readonly<Record<Role, string>> = {
  receptionist: 'Nguyễn Thị Mai',
  caseOfficer: 'Trần Văn Bình',
  unitHead: 'Lê Thị Hạnh',
  chairman: 'Phạm Quốc Cường',
  provinceChairman: 'Hoàng Minh Đức',
  inspector: 'Vũ Thị Lan',
  identityCustodian: 'Đặng Thu Hà',
  administrator: 'Đỗ Thành Nam',
};

const actors: readonly Actor[] = ROLES.map((role, index) => {
  const atProvince = role === 'provinceChairman';
  return {
    userId: (index + 1) as UserId,
    fullName: PEOPLE[role],
    roles: [role],
    agencyId: atProvince ? PROVINCE : COMMUNE,
    provinceId: PROVINCE,
    agencies: atProvince ? [PROVINCE, COMMUNE] : [COMMUNE],
  };
});
const actorOf = (role: Role): Actor => actors.find(({ roles }) => roles.includes(role)) ?? (actors[0] as Actor);

const everyone = actors.map(({ userId }) => userId);
const reference: Reference = {
  agencies: new Map(
    [
      { id: PROVINCE, code: 'TINH', name: 'Ủy ban nhân dân tỉnh Hòa Thịnh', level: 'province' },
      { id: COMMUNE, code: 'XA', name: 'Ủy ban nhân dân xã Tân Thành', level: 'commune' },
    ].map((agency) => [
      agency.id,
      { ...agency, provinceId: PROVINCE, remote: false, settings: {}, audience: { usual: everyone, head: everyone } },
    ]),
  ),
  actors,
  colleagues: actors.map(({ userId, agencyId, roles }) => ({
    id: userId,
    agencyId,
    roles,
    absent: false,
    delegateId: null,
  })),
};

interface Act {
  readonly on: string;
  readonly as: Role;
  readonly type: string;
  readonly inputs: JsonObject;
}
const act = (on: string, as: Role, type: string, inputs: JsonObject = {}): Act => ({ on, as, type, inputs });

const sorting = (contentType: string, proposal: JsonObject = {}): readonly Act[] => [
  act('2026-07-02', 'receptionist', 'CLASSIFY', { contentType }),
  act('2026-07-03', 'caseOfficer', 'CHECK_ELIGIBILITY', { eligible: true }),
  act('2026-07-03', 'caseOfficer', 'CHECK_COMPETENCE', { competent: true }),
  act('2026-07-06', 'caseOfficer', 'PROPOSE_ACCEPTANCE', proposal),
];
const complaint: readonly Act[] = [
  act('2026-07-08', 'chairman', 'ACCEPT', {
    documentNumber: '15/TB-UBND',
    conditionsChecked: true,
    groupPapersComplete: true,
  }),
  act('2026-07-09', 'caseOfficer', 'START_SELF_REVIEW'),
  act('2026-07-10', 'chairman', 'ASSIGN_VERIFICATION', {
    documentNumber: '102/QĐ-UBND',
    verificationDays: 15,
    assigneeId: actorOf('caseOfficer').userId,
  }),
  act('2026-07-13', 'caseOfficer', 'HOLD_WORK_SESSION', { addressee: 'complainant' }),
];

const MATTER = {
  complaint: {
    field: 'Đất đai',
    content: 'Khiếu nại Quyết định số 412/QĐ-UBND về phương án bồi thường khi thu hồi 320 m2 đất, có giấy báo bị giấu.',
    respondent: 'Chủ tịch Ủy ban nhân dân xã Tân Thành',
    challengedDecision: 'Quyết định số 412/QĐ-UBND ngày 15/6/2026',
  },
  denunciation: {
    field: 'Công chức, công vụ',
    content: 'Tố cáo công chức địa chính nhận tiền để làm nhanh hồ sơ tách thửa, có giấy báo bị giấu.',
    respondent: 'Lý Văn Bị Tố, công chức địa chính xã Tân Thành',
  },
  feedback: { field: 'Giao thông', content: 'Kiến nghị sửa 40 m đường bê tông trục thôn, có giấy báo bị giấu.' },
} as const;
export type SampleMatter = keyof typeof MATTER;

/** One case of each kind, made by replaying the commands that clicks send, in tables that vanish with the process. */
export class SampleCases {
  private readonly db: MemoryDatabase = {
    tables: new MemoryTables(),
    reference,
    now: instantOf(localDate('2026-07-01'), '08:30'),
  };
  private readonly vault = new LocalKeyVault(randomBytes(32));
  private readonly system: HistorySystem = memorySystem(this.db, this.vault);
  private readonly files = new Map<SampleMatter, CaseFileId>();
  readonly reader = new PaperReader(new MemoryPaperSources(this.db), this.vault);

  /** The sample officer, who drafts every paper. */
  readonly officer = actorOf('caseOfficer');
  readonly chairman = actorOf('chairman');

  async open(matter: SampleMatter): Promise<CaseFileId> {
    const known = this.files.get(matter);
    if (known) return known;
    const petition = MATTER[matter];
    const registered = await this.system.register.execute(actorOf('receptionist'), {
      type: matter,
      channel: 'in_person',
      receivedOn: localDate('2026-07-01'),
      ...petition,
      petitionerCount: 1,
      petitioners: [
        {
          role: 'petitioner',
          fullName: 'Nguyễn Thị Hường Mẫu',
          sex: 'female',
          birthDate: '1963',
          personalId: '001163036270',
          phone: '0912345678',
          address: 'thôn Bí Mật, xã Tân Thành, tỉnh Hòa Thịnh',
        },
      ],
    });
    if (!registered.caseFileId) throw new Error('The sample petition opened no file');
    let file = await this.walk(
      registered.caseFileId,
      sorting(matter, matter === 'complaint' ? { proposal: 'accept' } : {}),
    );
    const child = [...this.db.tables.cases.values()].find(({ parentCaseId }) => parentCaseId === file);
    if (child) file = await this.walk(child.id, child.procedure === 'complaint' ? complaint : []);
    this.files.set(matter, file);
    return file;
  }

  /** The papers of an agency's own acts are those of the day the sample was last touched. */
  get today(): LocalDate {
    return localDate('2026-07-15');
  }

  private async walk(file: CaseFileId, acts: readonly Act[]): Promise<CaseFileId> {
    for (const { on, as, type, inputs } of acts) {
      const day = localDate(on);
      const later = instantOf(day, '09:00');
      if (later > this.db.now) this.db.now = later;
      await this.system.casework.apply(actorOf(as), { caseFileId: file, type, occurredOn: day, inputs, reason: 'Mẫu' });
      await this.system.settle();
    }
    return file;
  }
}

/** Which sample a paper is about. */
export function matterOf(code: string): SampleMatter {
  if (/^(ND31|TC\.|PROTECTION|IDENTITY)/u.test(code)) return 'denunciation';
  return /FEEDBACK|MEDIATION/u.test(code) ? 'feedback' : 'complaint';
}
