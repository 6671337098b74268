import type { FormColumn, ReportForm } from './form.js';
import { error } from './form.js';
import type { VisitTest } from './tests.js';
import { TT01 } from './tt01-2024.js';

const MATTER = 'Vụ việc tiếp nhiều lần trong kỳ ở cùng một hình thức tính một lần.';
const TIMES =
  'Lần đầu, nhiều lần: theo lượt trước của cùng đơn, hoặc cùng người (số giấy tờ) và cùng loại việc tại cơ quan.';

/** The columns of one kind of reception: visits, people, matters, and those of crowds among them. */
function kind(first: number, by: VisitTest, group: string): readonly FormColumn[] {
  const visits = { of: 'visits', where: ['received', by] } as const;
  const crowds = { of: 'visits', where: ['received', by, 'crowd'] } as const;
  const matters = { ...visits, oneOf: 'matter' } as const;
  const CROWD = 'Đoàn đông người';
  return [
    { no: first, group: [group], title: 'Số lượt', unit: 'lượt', counts: visits },
    { no: first + 1, group: [group], title: 'Số người', unit: 'người', counts: { ...visits, sum: 'people' } },
    {
      ...{ no: first + 2, group: [group, 'Số vụ việc'], title: 'Lần đầu', unit: 'vụ việc', note: TIMES },
      counts: { ...matters, then: ['firstVisit'] },
    },
    {
      ...{ no: first + 3, group: [group, 'Số vụ việc'], title: 'Nhiều lần', unit: 'vụ việc', note: TIMES },
      counts: { ...matters, then: ['laterVisit'] },
    },
    { no: first + 4, group: [group, CROWD], title: 'Số đoàn', unit: 'đoàn', counts: crowds },
    { no: first + 5, group: [group, CROWD], title: 'Số người', unit: 'người', counts: { ...crowds, sum: 'people' } },
    {
      ...{ no: first + 6, group: [group, CROWD, 'Số vụ việc'], title: 'Lần đầu', unit: 'vụ việc', note: TIMES },
      counts: { ...matters, then: ['firstVisit', 'crowd'] },
    },
    {
      ...{ no: first + 7, group: [group, CROWD, 'Số vụ việc'], title: 'Nhiều lần', unit: 'vụ việc', note: TIMES },
      counts: { ...matters, then: ['laterVisit', 'crowd'] },
    },
  ];
}

const HEAD = 'Tiếp định kỳ và đột xuất của Thủ trưởng';
const all = { of: 'visits', where: ['received', 'inReception'] } as const;
const sessions = (no: number, by: 'byHead' | 'byDeputy', group: readonly string[]): FormColumn => ({
  ...{ no, group, title: 'Số kỳ tiếp', unit: 'kỳ' },
  counts: { of: 'sessions', where: ['held', by] },
});
const within = (columns: readonly FormColumn[]): readonly FormColumn[] =>
  columns.map((column) => ({ ...column, group: [HEAD, ...column.group] }));

export const TCD01: ReportForm = {
  ...TT01,
  id: 'TCD01',
  code: '01/TCD',
  title: 'Kết quả tiếp công dân thường xuyên, định kỳ và đột xuất',
  columns: [
    { no: 1, group: [], title: 'Tổng số lượt tiếp', unit: 'lượt', counts: all },
    { no: 2, group: [], title: 'Tổng số người được tiếp', unit: 'người', counts: { ...all, sum: 'people' } },
    {
      no: 3,
      group: [],
      title: 'Tổng số vụ việc tiếp',
      unit: 'vụ việc',
      counts: { ...all, oneOf: 'matter' },
      note: MATTER,
    },
    ...kind(4, 'atDesk', 'Tiếp thường xuyên'),
    sessions(12, 'byHead', [HEAD, 'Thủ trưởng tiếp']),
    ...within(kind(13, 'byHead', 'Thủ trưởng tiếp')),
    sessions(21, 'byDeputy', [HEAD, 'Ủy quyền tiếp']),
    ...within(kind(22, 'byDeputy', 'Ủy quyền tiếp')),
  ],
  identities: [
    error('1=4+13+22'),
    error('2=5+14+23'),
    error('3=6+7+15+16+24+25'),
    ...[
      '8<=4',
      '9<=5',
      '10<=6',
      '11<=7',
      '17<=13',
      '18<=14',
      '19<=15',
      '20<=16',
      '26<=22',
      '27<=23',
      '28<=24',
      '29<=25',
    ].map(error),
  ],
};
