import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryIo } from '../../io.js';
import { runCli } from '../../run-cli.js';

describe('documents', () => {
  it('fills every form in every version for a case that commands have made, and finds nothing wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nghe-dan-documents-'));
    try {
      const io = new MemoryIo();
      expect(await runCli(['documents', 'render', '--out', folder], io)).toBe(0);
      expect(io.out.at(-1)).toMatch(/(\d+) đạt, 0 lỗi\.$/u);
      const files = await readdir(folder);
      expect(files.length).toBe(io.out.length - 1);
      expect(files.every((name) => name.endsWith('.docx'))).toBe(true);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 240_000);

  it('lists each form with its validity and who signs', async () => {
    const io = new MemoryIo();
    expect(await runCli(['documents', 'list'], io)).toBe(0);
    expect(io.out.join('\n')).toMatch(/ND124\.03 .*từ 01\/07\/2026; ký: người giải quyết/u);
    expect(await runCli(['documents', 'list', '--json'], io)).toBe(0);
    expect(JSON.parse(io.out.at(-1)!)).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'ND124.15' })]));
  });

  it('says what is wrong with the command line', async () => {
    const io = new MemoryIo();
    expect(await runCli(['documents', 'render'], io)).toBe(2);
    expect(await runCli(['documents', 'render', '--out', 'x', '--form', 'KHONG.CO'], io)).toBe(2);
    expect(io.err.join('\n')).toContain('KHONG.CO');
  });
});
