import { cite, input, option, type EventInfo } from '#libs/procedure';
import { readInputs } from './inputs.js';

const info: EventInfo = {
  type: 'ACCEPT',
  title: 'Thụ lý giải quyết',
  roles: ['chairman'],
  basis: cite('LKN Đ.27'),
  input: [
    input.text('documentNumber', 'Số văn bản'),
    input.longText('note', 'Ghi chú', { optional: true }),
    input.boolean('checked', 'Đã kiểm tra'),
    input.date('day', 'Ngày', { optional: true }),
    input.choice('ground', 'Căn cứ', [option('A', 'Một')], { optional: true }),
    input.choices('contents', 'Nội dung', [option('A', 'Một'), option('B', 'Hai')]),
    input.number('days', 'Số ngày', { min: 1, max: 60, optional: true }),
    input.user('assigneeId', 'Công chức', { optional: true }),
  ],
};
const good = { documentNumber: ' 15/TB ', checked: true, contents: ['A'] };
const pointers = (given: object) =>
  readInputs(info, { ...good, ...given } as never).errors.map(({ pointer, code }) => `${pointer} ${code}`);

describe('the form of an event', () => {
  it('keeps words apart from findings', () => {
    const read = readInputs(info, { ...good, note: 'Đã  gặp' });
    expect(read.texts).toEqual({ documentNumber: '15/TB', note: 'Đã  gặp' });
    expect(read.facts).toEqual({ documentNumber: true, note: true, checked: true, contents: ['A'] });
    expect(read.errors).toEqual([]);
  });

  it('names what is missing, unknown or wrong by its place', () => {
    expect(readInputs(info, {}).errors.map(({ pointer }) => pointer)).toEqual([
      '/documentNumber',
      '/checked',
      '/contents',
    ]);
    expect(pointers({ docNumber: 'x' })).toEqual(['/docNumber UNKNOWN']);
    expect(pointers({ day: '2026-02-30', ground: 'C', days: 61, assigneeId: 'x', checked: 'yes' })).toEqual([
      '/checked INVALID',
      '/day INVALID',
      '/ground INVALID',
      '/days INVALID',
      '/assigneeId INVALID',
    ]);
    expect(pointers({ contents: ['A', 'C'] })).toEqual(['/contents INVALID']);
    expect(pointers({ 'a/b~c': 1 })).toEqual(['/a~1b~0c UNKNOWN']);
  });

  it('takes no text that cannot be stored', () => {
    for (const bad of ['a\u0000b', '\ud800', 'x'.repeat(501), 7, { a: 1 }])
      expect(pointers({ documentNumber: bad })).toEqual(['/documentNumber INVALID']);
  });

  it('takes no property of every object for a field', () => {
    expect(pointers({ constructor: 'x' })).toEqual(['/constructor UNKNOWN']);
  });
});
