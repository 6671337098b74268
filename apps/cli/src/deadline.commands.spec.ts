import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryIo } from './io.js';
import { runCli } from './run-cli.js';

async function run(...args: string[]) {
  const io = new MemoryIo();
  const code = await runCli(args, io);
  return { code, out: io.out, err: io.err.join('\n') };
}

const json = async (...args: string[]) => {
  const { code, out, err } = await run(...args, '--json');
  expect({ code, err, lines: out.length }).toEqual({ code: 0, err: '', lines: 1 });
  return JSON.parse(out[0]!) as Record<string, unknown>;
};

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'nghe-dan-cli-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const count = ['deadline', 'count'];
const explain = ['deadline', 'explain'];

describe('deadline count', () => {
  it('answers one JSON document with each day', async () => {
    const answer = await json(...count, '--from', '2026-02-10', '--days', '10', '--unit', 'working_day');
    expect(answer).toMatchObject({ due: '2026-03-03', rawEnd: null, rule: null, warnOn: null });
    expect(answer['days']).toEqual(
      expect.arrayContaining([
        { date: '2026-02-11', counted: true },
        { date: '2026-02-16', counted: false, reason: 'holiday', name: 'Tết Bính Ngọ', basis: 'TB 9441/TB-BNV' },
      ]),
    );
  });

  it('ignores make-up days unless told otherwise, and warns', async () => {
    const base = [...count, '--from', '2026-08-20', '--days', '5', '--unit', 'working_day'];
    expect(await json(...base)).toMatchObject({ due: '2026-08-27', warnOn: '2026-08-26' });
    expect(await json(...base, '--makeup', 'ignore')).toMatchObject({ due: '2026-08-27' });
    expect(await json(...base, '--makeup', 'count')).toMatchObject({ due: '2026-08-26', warnOn: null });
  });

  it('takes zero and negative days', async () => {
    expect(await json(...count, '--from', '2026-02-16', '--days', '0')).toMatchObject({ due: '2026-02-16' });
    expect(await json(...count, '--from', '2026-03-03', '--days', '-10')).toMatchObject({ due: '2026-02-10' });
  });

  it('counts by a calendar file', async () => {
    const path = file('lich.json', '{"weekend":[6,7],"off":["2026-02-16"],"makeup":["2026-02-14"]}');
    const base = [...count, '--from', '2026-02-13', '--days', '1', '--calendar', path];
    expect(await json(...base)).toMatchObject({ due: '2026-02-17', warnOn: '2026-02-14' });
  });

  it('says it in Vietnamese, day by day', async () => {
    const { code, out } = await run(...count, '--from', '2026-02-10', '--days', '10');
    expect(code).toBe(0);
    expect(out[0]).toBe('Ngày 03/03/2026: 10 ngày làm việc kể từ ngày 10/02/2026.');
    expect(out).toContain('14/02/2026 thứ Bảy: không tính: nghỉ hằng tuần');
  });
});

describe('deadline count --batch', () => {
  it('answers each line in order, with or without --json, and goes on after a bad one', async () => {
    file('lich.json', '{"weekend":[7]}');
    const path = file(
      'dem.jsonl',
      [
        '{"from":"2026-02-10","days":10,"unit":"working_day"}',
        '{"from":"2026-01-20","days":30,"unit":"calendar_day"}',
        '',
        '{"from":"2026-02-30","days":1}',
        'not json',
        '{"from":"2026-03-03","days":-10,"unit":"working_day","makeup":"count","calendar":{"weekend":[6,7]}}',
        '{"from":"2026-02-13","days":1,"unit":"working_day","calendar":"lich.json"}',
      ].join('\n'),
    );
    const { code, out, err } = await run(...count, '--batch', path);
    const answers = out.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(1);
    expect(err).toContain('2 dòng không tính được');
    expect(answers.map((a) => a['due'])).toEqual([
      '2026-03-03',
      '2026-02-23',
      undefined,
      undefined,
      '2026-02-17',
      '2026-02-14',
    ]);
    expect(answers[2]).toMatchObject({ error: { line: 4, code: 'CLI.BATCH_LINE' } });
    expect((await run(...count, '--batch', path, '--json')).out).toEqual(out);
  });

  it('ends well when every line is good', async () => {
    const path = file('tot.jsonl', '{"from":"2026-02-10","days":10}\r\n{"from":"2026-02-10","days":0}\r\n');
    expect(await run(...count, '--batch', path)).toMatchObject({ code: 0, err: '' });
  });
});

describe('deadline explain', () => {
  it('answers with the rule, its version and article', async () => {
    expect(await json(...explain, '--rule', 'TCD.REPLY', '--from', '2026-02-10')).toMatchObject({
      due: '2026-03-03',
      rawEnd: null,
      rule: { id: 'TCD.REPLY', citation: 'LTCD Đ.28 k1', version: 'reception@2014-07-01' },
    });
  });

  it('takes class, pauses, extensions and make-up policy', async () => {
    const resolve = [...explain, '--rule', 'KN.RESOLVE.L1', '--from', '2026-07-20'];
    expect(await json(...resolve, '--variant', 'remote_complex')).toMatchObject({ rawEnd: '2026-09-18' });
    const pauses = ['--pause', '2026-08-03..2026-08-10', '--pause', '2026-08-12..2026-08-13'];
    expect(await json(...resolve, ...pauses)).toMatchObject({ rawEnd: '2026-08-27' });
    expect(await json(...resolve, '--pause', '2026-08-03..')).toMatchObject({ due: null });
    const denunciation = [...explain, '--rule', 'TC.RESOLVE', '--from', '2026-07-20', '--extensions', '2'];
    expect(await json(...denunciation)).toMatchObject({ rawEnd: '2026-10-18', due: '2026-10-19' });
    const makeup = [...explain, '--rule', 'TC.ACCEPT.NOTIFY', '--from', '2026-08-20', '--makeup', 'count'];
    expect(await json(...makeup)).toMatchObject({ due: '2026-08-26' });
  });

  it('answers a rule outside its validity with the version of that day, and says so', async () => {
    const answer = await json(...explain, '--rule', 'KN.ACCEPT.L1', '--from', '2026-06-29');
    expect(answer).toMatchObject({ due: '2026-07-09', rule: { id: 'KN.ACCEPT.L1.OLD' } });
    expect(String(answer['notes'])).toContain('không phải KN.ACCEPT.L1.');
  });

  it.each([
    [
      'a suspension the law did not know',
      ['--rule', 'KN.RESOLVE.L1', '--from', '2026-05-20', '--pause', '2026-06-03..2026-06-10'],
      'STATUTE.PAUSE_UNKNOWN_TO_LAW',
    ],
    [
      'an extension of a complaint',
      ['--rule', 'KN.RESOLVE.L1', '--from', '2026-07-20', '--extensions', '1'],
      'STATUTE.EXTENSION_NOT_ALLOWED',
    ],
    ['an unknown rule', ['--rule', 'KN.NOPE', '--from', '2026-07-20'], 'STATUTE.RULE_UNKNOWN'],
    ['a day without law', ['--rule', 'KN.DIALOGUE.NOTICE', '--from', '2026-06-01'], 'STATUTE.NOT_IN_FORCE'],
  ])('refuses %s with status 1 and the reason on standard error', async (_what, args, code) => {
    const answer = await run(...explain, ...args, '--json');
    expect(answer).toMatchObject({ code: 1, out: [] });
    expect(answer.err).toContain(code);
  });
});

describe('wrong usage', () => {
  it.each<[readonly string[], string]>([
    [[], 'deadline'],
    [['nope'], 'Không có lệnh: nope'],
    [['deadline'], 'Cần một lệnh con của deadline; chọn một trong: count, explain'],
    [['deadline', 'nope'], 'deadline không có lệnh con nope'],
    [[...count], 'Cần --from'],
    [[...count, '--from', '2026-02-30', '--days', '1'], '--from: ngày không hợp lệ'],
    [[...count, '--from', '2026-02-10', '--days', '1.5'], '--days: cần số nguyên'],
    [
      [...count, '--from', '2026-02-10', '--days', '1', '--unit', 'week'],
      '--unit: chọn một trong working_day, calendar_day',
    ],
    [[...count, '--from', '2026-02-10', '--days', '1', '--makeup', 'maybe'], '--makeup: chọn một trong'],
    [[...count, '--from'], 'Thiếu giá trị cho tùy chọn: --from <ngày>'],
    [[...count, '--nope'], 'Không có tùy chọn: --nope'],
    [[...count, 'extra', '--from', '2026-02-10', '--days', '1'], 'Thừa tham số cho lệnh: count'],
    [[...count, '--batch', 'khong-co.jsonl'], '--batch: không đọc được tệp'],
    [[...count, '--batch', 'x.jsonl', '--from', '2026-02-10'], '--batch không đi cùng --from'],
    [
      [...count, '--from', '2026-02-10', '--days', '1', '--calendar', 'khong-co.json'],
      '--calendar: không đọc được tệp',
    ],
    [[...explain, '--rule', 'TCD.REPLY'], 'Cần --rule'],
    [
      [...explain, '--rule', 'TC.RESOLVE', '--from', '2026-07-20', '--extensions', '3'],
      '--extensions: cần số nguyên từ 0 đến 2',
    ],
    [[...explain, '--rule', 'TC.RESOLVE', '--from', '2026-07-20', '--variant', 'huge'], '--variant: chọn một trong'],
    [[...explain, '--rule', 'TC.RESOLVE', '--from', '2026-07-20', '--pause', '2026-08-03'], '--pause: cần dạng A..B'],
  ])('%j ends with status 2 and nothing on standard output', async (args, reason) => {
    const answer = await run(...args);
    expect(answer).toMatchObject({ code: 2, out: [] });
    expect(answer.err).toContain(reason);
  });

  it('of a calendar file that is no calendar names the field', async () => {
    const path = file('hong.json', '{"off":["2026-02-30"]}');
    const { code, err } = await run(...count, '--from', '2026-02-10', '--days', '1', '--calendar', path);
    expect(code).toBe(2);
    expect(err).toContain('--calendar: "off" có ngày không hợp lệ');
    const broken = file('khong-phai.json', '{');
    expect((await run(...count, '--from', '2026-02-10', '--days', '1', '--calendar', broken)).err).toContain(
      'không phải JSON',
    );
  });
});

describe('help', () => {
  it.each([[['--help']], [['deadline', '--help']], [['deadline', 'count', '--help']]])(
    '%j is Vietnamese and ends with 0',
    async (args) => {
      const { code, out } = await run(...args);
      expect(code).toBe(0);
      expect(out.join('\n')).toMatch(/^Cách dùng: npm run -s cli -- /);
      expect(out.join('\n')).not.toMatch(/Usage|Options|Commands|display help/);
    },
  );
});
