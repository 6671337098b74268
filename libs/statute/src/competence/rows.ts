import { localDate, type LocalDate } from '#libs/shared';
import type { Citation } from '../types.js';
import type { Authority, CompetenceMatter, CompetenceRow, CompetenceTarget, Instance } from './types.js';

/** Two-tier local government begins; the district is gone from this day. */
const TWO_TIERS = localDate('2025-07-01');
/** Luật 136/2025/QH15 begins. */
const NEW_LAW = localDate('2026-07-01');
const COMPLAINTS = localDate('2012-07-01');
const PUBLIC_UNITS = localDate('2020-12-10');
const DENUNCIATIONS = localDate('2019-01-01');
const LAST_OF_DISTRICTS = localDate('2025-06-30');
const LAST_OF_OLD_LAW = localDate('2026-06-30');

const BRIDGE: Citation = { text: 'NĐ 141/2025/NĐ-CP (chưa đối chiếu chi tiết)', mark: 'M' };
const v = (text: string): Citation => ({ text, mark: 'V' });

interface Span {
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly cite: Citation;
  readonly remark?: string;
}
type Said = readonly [target: CompetenceTarget | 'any', authority: Authority | null, span: Span];

const rows = (matter: CompetenceMatter, instance: Instance, said: readonly Said[]): CompetenceRow[] =>
  said.map(([target, authority, { from, to, cite, remark }]) => ({
    ...{ matter, instance, target, authority, citation: cite, validFrom: from, validTo: to ?? null },
    ...(remark !== undefined && { remark }),
  }));

const old = (text: string): Span => ({ from: COMPLAINTS, to: LAST_OF_DISTRICTS, cite: v(text) });
const bridge: Span = { from: TWO_TIERS, to: LAST_OF_OLD_LAW, cite: BRIDGE };
const now = (text: string, remark?: string): Span => ({
  from: NEW_LAW,
  cite: v(text),
  ...(remark !== undefined && { remark }),
});
const always = (text: string, remark?: string): Span => ({
  from: COMPLAINTS,
  cite: v(text),
  ...(remark !== undefined && { remark }),
});

/** Who makes or answers for the decision resolves first (LKN Đ.17–23). */
const complaintFirst = rows('complaint', 'first', [
  ['communeStaff', 'communeChairman', always('LKN Đ.17')],
  ['communeChairman', 'communeChairman', always('LKN Đ.17')],
  ['communeDeputy', 'communeChairman', always('LKN Đ.17')],
  ['communeBody', 'communeChairman', { ...bridge }],
  ['communeBody', 'communeChairman', now('LKN Đ.17 (L136)')],
  ['districtBody', 'districtBodyHead', old('LKN Đ.17 (gốc)')],
  ['districtChairman', 'districtChairman', old('LKN Đ.18 k1 (gốc)')],
  ['provinceBodyUnit', 'provinceUnitHead', always('LKN Đ.19')],
  ['provinceBodyStaff', 'provinceBodyHead', always('LKN Đ.20 k1')],
  ['provinceBodyHead', 'provinceBodyHead', always('LKN Đ.20 k1')],
  ['provinceChairman', 'provinceChairman', always('LKN Đ.21 k1')],
  ['ministryUnit', 'ministryUnitHead', always('LKN Đ.22')],
  ['minister', 'minister', always('LKN Đ.23 k1')],
  ['publicUnit', 'publicUnitHead', { from: PUBLIC_UNITS, cite: v('NĐ124 Đ.14 k1') }],
  ['publicUnitHead', 'publicUnitHead', { from: PUBLIC_UNITS, cite: v('NĐ124 Đ.14 k1') }],
]);

const COURT = 'Luật không quy định cấp giải quyết lần hai; người khiếu nại có quyền khởi kiện tại Tòa án.';
const complaintSecond = rows('complaint', 'second', [
  ...(['communeStaff', 'communeChairman', 'communeDeputy'] as const).flatMap((target): Said[] => [
    [target, 'districtChairman', old('LKN Đ.18 k2 (gốc)')],
    [target, 'provinceChairman', bridge],
    [target, 'provinceChairman', now('LKN Đ.21 k2 (L136)')],
  ]),
  ['communeBody', 'provinceChairman', bridge],
  [
    'communeBody',
    'provinceChairman',
    now('LKN Đ.17, Đ.21 k2 (L136)', 'Suy ra: quyết định lần đầu là của Chủ tịch UBND cấp xã.'),
  ],
  ['districtBody', 'districtChairman', old('LKN Đ.18 k2 (gốc)')],
  ['districtChairman', 'provinceChairman', old('LKN Đ.21 k2 (gốc)')],
  ['provinceBodyUnit', 'provinceBodyHead', always('LKN Đ.20 k2')],
  ['provinceBodyStaff', 'provinceChairman', always('LKN Đ.21 k2')],
  ['provinceBodyHead', 'provinceChairman', always('LKN Đ.21 k2')],
  ['provinceChairman', 'minister', always('LKN Đ.23 k3')],
  ['ministryUnit', 'minister', always('LKN Đ.23 k2')],
  ['minister', null, always('LKN Đ.23', COURT)],
  ['publicUnit', 'superiorUnitHead', { from: PUBLIC_UNITS, cite: v('NĐ124 Đ.14 k2') }],
  ['publicUnitHead', 'superiorUnitHead', { from: PUBLIC_UNITS, cite: v('NĐ124 Đ.14 k2') }],
]);

const DISMISSAL = 'Chỉ quyết định kỷ luật buộc thôi việc được khởi kiện tại Tòa án (LKN Đ.57 k3).';
const disciplinary = [
  ...rows('disciplinary-complaint', 'first', [['any', 'disciplineIssuer', always('LKN Đ.51 k1', DISMISSAL)]]),
  ...rows('disciplinary-complaint', 'second', [
    ['provinceChairman', 'interiorMinister', always('LKN Đ.51 k3')],
    ['minister', 'interiorMinister', always('LKN Đ.51 k3')],
    ['any', 'disciplineSuperior', always('LKN Đ.51 k2')],
  ]),
];

const tc = (text: string, to?: LocalDate): Span => ({ from: DENUNCIATIONS, ...(to && { to }), cite: v(text) });
/** Staff by their head, a head or a deputy by the head above (LTC Đ.12, 13, 18). */
const denunciation = rows('denunciation', 'first', [
  ['communeStaff', 'communeChairman', tc('LTC Đ.13 k1', LAST_OF_OLD_LAW)],
  ['communeStaff', 'communeChairman', now('LTC Đ.13 k1a (L136)')],
  ['communeBody', 'communeChairman', { ...bridge }],
  ['communeBody', 'communeChairman', now('LTC Đ.13 k1 (L136)')],
  ...(['communeChairman', 'communeDeputy'] as const).flatMap((target): Said[] => [
    [target, 'districtChairman', tc('LTC Đ.13 k2a (gốc)', LAST_OF_DISTRICTS)],
    [target, 'provinceChairman', bridge],
    [target, 'provinceChairman', now('LTC Đ.12 k1, Đ.13 k4a (L136)')],
  ]),
  ['districtBody', 'districtChairman', tc('LTC Đ.13 k2 (gốc)', LAST_OF_DISTRICTS)],
  ['districtChairman', 'provinceChairman', tc('LTC Đ.13 k4a (gốc)', LAST_OF_DISTRICTS)],
  ['provinceBodyUnit', 'provinceBodyHead', tc('LTC Đ.13 k3a')],
  ['provinceBodyStaff', 'provinceBodyHead', tc('LTC Đ.13 k3a')],
  ['provinceBodyHead', 'provinceChairman', tc('LTC Đ.13 k4a')],
  ['provinceChairman', 'primeMinister', tc('LTC Đ.13 k8a')],
  ['ministryUnit', 'minister', tc('LTC Đ.13 k7a')],
  ['minister', 'primeMinister', tc('LTC Đ.13 k8a')],
  ['publicUnit', 'publicUnitHead', tc('LTC Đ.18 k1')],
  ['publicUnitHead', 'superiorUnitHead', tc('LTC Đ.18 k2')],
]);

/** Who resolves what, by date. Closed rows stay, so that an old file can be read by the law it was opened under. */
export const competenceRows: readonly CompetenceRow[] = [
  ...complaintFirst,
  ...complaintSecond,
  ...disciplinary,
  ...denunciation,
];
