import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryIo } from '../../io.js';
import { runCli } from '../../run-cli.js';

const SAMPLE = join(__dirname, '../../../../../libs/intake/fixtures/so-tiep-nhan-2026.xlsx');

describe('import register --dry-run', () => {
  const run = async (...args: string[]) => {
    const io = new MemoryIo();
    const code = await runCli(['import', ...args], io);
    return { code, io };
  };

  it('answers one JSON document in the contract’s shape, without a database', async () => {
    const { code, io } = await run('register', SAMPLE, '--dry-run', '--json');
    expect([code, io.err, io.out.length]).toEqual([0, [], 1]);
    const report = JSON.parse(io.out[0] ?? '') as {
      rows: number;
      petitions: { row: number; type: string }[];
      resends: unknown[];
      decoded: { row: number; encoding: string }[];
    };
    expect(Object.keys(report)).toEqual(['rows', 'ready', 'attention', 'decoded', 'resends', 'petitions']);
    expect(report.rows).toBe(260);
    expect(report.decoded[0]).toEqual({ row: 8, encoding: 'TCVN3' });
    expect(report.petitions.find(({ row }) => row === 4)).toEqual({
      row: 4,
      receivedOn: '2026-01-06',
      name: 'Lê Thị Hồng',
      personalId: '038192136437',
      type: 'feedback',
      field: 'Môi trường',
      content: 'Phản ánh trại lợn 14 nghìn con xả thải ra mương thủy lợi, mùi hôi cả ngày, trẻ em phải nghỉ học.',
    });
    for (const petition of report.petitions.filter(({ type }) => type === 'denunciation'))
      expect(Object.keys(petition)).toEqual(['row', 'receivedOn', 'type', 'field']);
  });

  it('shows denunciations with --sealed-ok only, and speaks Vietnamese to a person', async () => {
    const open = await run('register', SAMPLE, '--dry-run', '--json', '--sealed-ok');
    expect(open.io.out[0]).toContain('Tạ Ngọc Đạt');
    const plain = await run('register', SAMPLE, '--dry-run');
    expect(plain.io.out.join('\n')).not.toContain('Tạ Ngọc Đạt');
    expect(plain.io.out[0]).toMatch(/^Số dòng: 260; /);
    expect(plain.io.out.join('\n')).toContain('dòng 22: Chưa có họ tên người gửi đơn. [IMPORT.NAME_MISSING]');
  });

  it('refuses what is no register with status 1 and a wrong line with status 2', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cli-import-'));
    const renamed = join(folder, 'so.xlsx');
    writeFileSync(renamed, 'MZ chương trình đổi tên');
    const refused = await run('register', renamed, '--dry-run', '--json');
    expect([refused.code, refused.io.out]).toEqual([1, []]);
    expect(refused.io.err[0]).toContain('[IMPORT.NOT_EXCEL]');
    expect((await run('register', join(folder, 'không-có.xlsx'), '--dry-run')).code).toBe(2);
    expect((await run('register')).code).toBe(2);
    expect((await run('register', renamed)).io.err[0]).toContain('--agency');
    expect((await run('undo', 'abc')).code).toBe(2);
    rmSync(folder, { recursive: true });
  });
});
