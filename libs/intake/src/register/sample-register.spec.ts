import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localDate } from '#libs/shared';
import { dryRunReport } from './dry-run-report.js';
import { readRegister, type RegisterReading } from './read-register.js';
import { readWorkbook } from './read-workbook.js';

interface Truth {
  readonly row: number;
  readonly name: string;
  readonly id: string;
  readonly kind: 'khiếu nại' | 'tố cáo' | 'kiến nghị, phản ánh';
  readonly field: string;
  readonly text: string;
  readonly received: string;
  readonly ofRow: number | null;
  readonly how: string | null;
  readonly fault: string | null;
}

const fixture = (name: string): Buffer => readFileSync(join(__dirname, '../../fixtures', name));
const truth = JSON.parse(fixture('so-tiep-nhan-2026.truth.json').toString('utf8')) as Truth[];
const TODAY = localDate('2026-11-22');
const TYPES = { 'khiếu nại': 'complaint', 'tố cáo': 'denunciation', 'kiến nghị, phản ánh': 'feedback' } as const;
const same = (a: string | null | undefined, b: string): boolean =>
  (a ?? '').toLowerCase() === b.normalize('NFC').toLowerCase();

describe('the sample register of a commune', () => {
  let reading: RegisterReading;
  const rowOf = (number: number) => reading.rows.find((row) => row.row === number);
  const of = (fault: string) => truth.filter((t) => t.fault === fault).map((t) => t.row);
  const coded = (code: string) =>
    reading.rows.filter((row) => row.faults.some((f) => f.code === code)).map((row) => row.row);

  beforeAll(async () => {
    reading = readRegister(await readWorkbook(fixture('so-tiep-nhan-2026.xlsx')), TODAY);
  });

  it('finds every row and loses none', () => {
    expect(reading.rows.map((row) => row.row)).toEqual(truth.map((t) => t.row));
    expect(reading.skipped).toEqual([]);
  });

  it('reads names, numbers, types, fields, days and texts as the truth has them', () => {
    for (const t of truth) {
      const row = rowOf(t.row);
      if (t.fault !== 'no-name') expect([t.row, same(row?.name, t.name)]).toEqual([t.row, true]);
      expect([t.row, row?.personalId ?? '']).toEqual([t.row, t.id]);
      expect([t.row, row?.type, row?.field]).toEqual([t.row, TYPES[t.kind], t.field]);
      if (!['no-date', 'future-date'].includes(t.fault ?? ''))
        expect([t.row, row?.receivedOn]).toEqual([t.row, t.received]);
      if (t.fault !== 'formula') expect([t.row, same(row?.content, t.text)]).toEqual([t.row, true]);
    }
  });

  it('lists every fault at its row and nothing else as an error', () => {
    expect(coded('IMPORT.NAME_MISSING')).toEqual(of('no-name'));
    expect(coded('IMPORT.DATE_MISSING')).toEqual(of('no-date'));
    expect(coded('IMPORT.DATE_IN_FUTURE')).toEqual(of('future-date'));
    expect(coded('IMPORT.FORMULA_TEXT')).toEqual(of('formula'));
    const errors = reading.rows.filter((row) => row.faults.some((f) => f.severity === 'error')).map((row) => row.row);
    expect(errors).toEqual([...of('no-name'), ...of('no-date'), ...of('future-date')].sort((a, b) => a - b));
  });

  it('decodes the rows typed in .VnTime and no other', () => {
    expect(reading.rows.filter((row) => row.encoding).map((row) => [row.row, row.encoding])).toEqual(
      of('tcvn3').map((row) => [row, 'TCVN3']),
    );
  });

  it('finds resends at recall and precision of at least 0.9', () => {
    const expected = new Set(truth.filter((t) => t.ofRow !== null).map((t) => `${t.row}>${t.ofRow}`));
    const found = reading.resends.map((match) => `${match.key.row}>${match.of.row}`);
    const right = found.filter((pair) => expected.has(pair)).length;
    const figures = {
      pairs: expected.size,
      found: found.length,
      recall: right / expected.size,
      precision: right / found.length,
    };
    process.stdout.write(`resends in the sample register: ${JSON.stringify(figures)}\n`);
    expect(figures.recall).toBeGreaterThanOrEqual(0.9);
    expect(figures.precision).toBeGreaterThanOrEqual(0.9);
  });

  it('shows denunciations without identity or content unless the reader may see them', () => {
    const denunciations = truth.filter((t) => t.kind === 'tố cáo');
    const masked = JSON.stringify(dryRunReport(reading, { sealedOk: false }));
    const open = JSON.stringify(dryRunReport(reading, { sealedOk: true }));
    const others = new Set(truth.filter((t) => t.kind !== 'tố cáo').map((t) => t.name));
    for (const t of denunciations) {
      if (t.id)
        expect(masked.includes(`"${t.id}"`) && !truth.some((o) => o.id === t.id && o.kind !== 'tố cáo')).toBe(false);
      if (!others.has(t.name)) expect(masked).not.toContain(t.name);
      expect(masked).not.toContain(t.text);
    }
    expect(open).toContain(denunciations[0]?.text);
    expect(
      dryRunReport(reading, { sealedOk: false }).petitions.find((p) => p.row === denunciations[0]?.row),
    ).not.toHaveProperty('name');
  });

  it('counts ready rows and rows that need a look up to all rows', () => {
    const report = dryRunReport(reading, { sealedOk: false });
    expect(report.ready + new Set(report.attention.map((entry) => entry.row)).size).toBe(report.rows);
    expect(report.rows).toBe(260);
  });
});
