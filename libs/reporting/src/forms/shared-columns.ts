import type { Expression, FormColumn } from './form.js';
import type { PetitionTest } from './tests.js';

export const STATE_NOTE = 'Tình trạng tính đến cuối kỳ (quy ước của phần mềm).';
export const RECEIVED = 'Tiếp nhận';
export const HANDLED = 'Đơn đã xử lý';
export const ELIGIBLE = 'Đủ điều kiện xử lý';
export const OUTSIDE = 'Không thuộc thẩm quyền';
export const OURS = 'Thuộc thẩm quyền';

type Type = Extract<PetitionTest, 'complaint' | 'denunciation' | 'feedback'>;
const petitions = (...where: readonly PetitionTest[]): Expression => ({ of: 'petitions', where });

/** Columns 1 to 8 of 02 to 04/XLD: received, handled, eligible. */
export const intake = (type: Type): readonly FormColumn[] => [
  {
    no: 1,
    group: [RECEIVED],
    title: 'Tổng số đơn',
    unit: 'đơn',
    counts: petitions(type, 'inHand'),
    carries: [`petitions.${type}`],
  },
  {
    no: 2,
    group: [RECEIVED],
    title: 'Kỳ trước chuyển sang',
    unit: 'đơn',
    counts: petitions(type, 'inHand', 'receivedBefore'),
    carries: [`petitions.${type}`],
  },
  { no: 3, group: [RECEIVED], title: 'Tiếp nhận trong kỳ', unit: 'đơn', counts: petitions(type, 'received') },
  { no: 4, group: [HANDLED], title: 'Tổng số', unit: 'đơn', counts: petitions(type, 'handled') },
  { no: 5, group: [HANDLED], title: 'Đơn kỳ trước', unit: 'đơn', counts: petitions(type, 'handled', 'receivedBefore') },
  { no: 6, group: [HANDLED], title: 'Đơn trong kỳ', unit: 'đơn', counts: petitions(type, 'handled', 'received') },
  { no: 7, group: [ELIGIBLE], title: 'Số đơn', unit: 'đơn', counts: petitions(type, 'handled', 'eligible') },
  { no: 8, group: [ELIGIBLE], title: 'Số vụ việc', unit: 'vụ việc', counts: matters(type) },
];

/** Matters of the eligible petitions handled in the period; the tests ask the petition that stands for the matter. */
export function matters(type: Type, ...then: readonly PetitionTest[]): Expression {
  return { of: 'petitions', where: [type, 'handled', 'eligible'], oneOf: 'matter', then };
}

/** Columns that nothing in the system answers. */
export const unknown = (
  columns: readonly (readonly [no: number, title: string, unit: FormColumn['unit'], ...group: string[]])[],
): readonly FormColumn[] => columns.map(([no, title, unit, ...group]) => ({ no, group, title, unit, counts: null }));
