import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { petitionFile, writeDocument } from '#libs/interchange';
import { localDate } from '#libs/shared';
import { MemoryIo } from '../../io.js';
import { runCli } from '../../run-cli.js';

describe('national', () => {
  it('prints the mapping with what is not confirmed', async () => {
    const io = new MemoryIo();
    expect(await runCli(['national', 'mapping'], io)).toBe(0);
    expect(io.out.join('\n')).toContain(
      'Kết quả giải quyết ← Kết luận trong quyết định (NĐ55/2022 Đ.6 k3; chưa đối chiếu',
    );
    expect(await runCli(['national', 'mapping', '--json'], io)).toBe(0);
    expect(JSON.parse(io.out.at(-1)!)).toMatchObject({ version: 'nghe-dan-1' });
  });

  it('judges a message without telling what it holds', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nghe-dan-national-'));
    const day = localDate('2026-07-06');
    const petition = petitionFile({
      ...{
        type: 'complaint',
        field: null,
        content: 'Khiếu nại ở ấp Wembley',
        respondent: null,
        challengedDecision: null,
      },
      ...{
        petitionerCount: 1,
        jointPetition: false,
        petitioners: [],
        receivedOn: day,
        sentOn: day,
        hop: 1,
        chain: [],
        hops: [],
      },
    });
    const message = writeDocument({
      ...{ documentId: 'H1.2,2026/07/06,7/PCĐ', from: { id: 'H1.2', name: 'Xã A' }, to: { id: 'H3.4', name: 'Xã B' } },
      ...{ number: '7', notation: 'PCĐ', place: '', issuedOn: day, sentAt: new Date('2026-07-06T01:00:00Z') },
      enclosed: [petition],
    });
    try {
      const io = new MemoryIo();
      writeFileSync(join(folder, 'a.edxml'), message);
      expect(await runCli(['national', 'edxml', join(folder, 'a.edxml')], io)).toBe(0);
      expect(io.out.join('\n')).toMatch(/từ Xã A \(H1\.2\)[^]*1 tệp; có dữ liệu đơn; mã băm mọi tệp đều khớp/u);
      expect(io.out.join('\n')).not.toContain('Wembley');
      writeFileSync(join(folder, 'b.edxml'), message.subarray(0, 700));
      expect(await runCli(['national', 'edxml', join(folder, 'b.edxml')], io)).toBe(1);
      expect(await runCli(['national', 'edxml', join(folder, 'khong-co.edxml')], io)).toBe(2);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('asks for whom records are taken', async () => {
    const io = new MemoryIo();
    expect(await runCli(['national', 'export', '--agency', 'XA-TANTHANH'], io)).toBe(2);
    expect(await runCli(['national', 'export', '--agency', 'X1', '--as', 'a', '--format', 'pdf'], io)).toBe(2);
  });
});
