import { localDate } from '#libs/shared';
import { competentAuthority } from './competent-authority.js';
import { competenceRows } from './rows.js';
import {
  AUTHORITIES,
  COMPETENCE_TARGETS,
  type CompetenceMatter,
  type CompetenceTarget,
  type Instance,
} from './types.js';

const who = (matter: CompetenceMatter, target: CompetenceTarget, on: string, instance: Instance = 'first') =>
  competentAuthority({ matter, target, instance, on: localDate(on) });

describe('who is competent, by the law of the day', () => {
  it.each([
    ['complaint', 'communeChairman', 'first', '2026-08-03', 'communeChairman', 'LKN Đ.17'],
    ['complaint', 'communeBody', 'first', '2026-08-03', 'communeChairman', 'LKN Đ.17 (L136)'],
    ['complaint', 'communeChairman', 'second', '2025-06-30', 'districtChairman', 'LKN Đ.18 k2 (gốc)'],
    [
      'complaint',
      'communeChairman',
      'second',
      '2025-07-01',
      'provinceChairman',
      'NĐ 141/2025/NĐ-CP (chưa đối chiếu chi tiết)',
    ],
    ['complaint', 'communeChairman', 'second', '2026-07-01', 'provinceChairman', 'LKN Đ.21 k2 (L136)'],
    ['complaint', 'provinceBodyUnit', 'second', '2026-08-03', 'provinceBodyHead', 'LKN Đ.20 k2'],
    ['complaint', 'provinceChairman', 'second', '2026-08-03', 'minister', 'LKN Đ.23 k3'],
    ['complaint', 'publicUnit', 'second', '2026-08-03', 'superiorUnitHead', 'NĐ124 Đ.14 k2'],
    ['disciplinary-complaint', 'communeStaff', 'first', '2026-08-03', 'disciplineIssuer', 'LKN Đ.51 k1'],
    ['disciplinary-complaint', 'provinceChairman', 'second', '2026-08-03', 'interiorMinister', 'LKN Đ.51 k3'],
    ['disciplinary-complaint', 'communeStaff', 'second', '2026-08-03', 'disciplineSuperior', 'LKN Đ.51 k2'],
    ['denunciation', 'communeStaff', 'first', '2026-08-03', 'communeChairman', 'LTC Đ.13 k1a (L136)'],
    ['denunciation', 'communeChairman', 'first', '2025-06-30', 'districtChairman', 'LTC Đ.13 k2a (gốc)'],
    ['denunciation', 'communeDeputy', 'first', '2026-08-03', 'provinceChairman', 'LTC Đ.12 k1, Đ.13 k4a (L136)'],
    ['denunciation', 'provinceBodyHead', 'first', '2026-08-03', 'provinceChairman', 'LTC Đ.13 k4a'],
  ] as const)('%s of %s, %s instance, on %s: %s', (matter, target, instance, on, authority, citation) => {
    expect(who(matter, target, on, instance)).toMatchObject({ authority, citation: { text: citation } });
  });

  it('answers for a district until it was abolished, and says why not afterwards', () => {
    expect(who('complaint', 'districtChairman', '2025-06-30').authority).toBe('districtChairman');
    expect(who('complaint', 'districtChairman', '2025-07-01')).toMatchObject({ authority: null, citation: null });
    expect(who('complaint', 'districtChairman', '2025-07-01').sentence).toContain('30/06/2025');
  });

  it('names the court where the law lists no second instance', () => {
    expect(who('complaint', 'minister', '2026-08-03', 'second')).toMatchObject({ authority: null });
    expect(who('complaint', 'minister', '2026-08-03', 'second').sentence).toContain('Tòa án');
  });

  it('marks what stands on a decree whose text was not compared', () => {
    for (const row of competenceRows.filter(({ citation }) => citation.text.includes('141/2025')))
      expect(row.citation.mark).toBe('M');
  });
});

describe('the table itself', () => {
  it('never answers twice for one day', () => {
    for (const a of competenceRows)
      for (const b of competenceRows)
        if (a !== b && a.matter === b.matter && a.instance === b.instance && a.target === b.target)
          expect(a.validFrom > (b.validTo ?? '9999-12-31') || b.validFrom > (a.validTo ?? '9999-12-31')).toBe(true);
  });

  it('answers for every post that exists today, or says what is open to the citizen', () => {
    for (const target of Object.keys(COMPETENCE_TARGETS) as CompetenceTarget[])
      for (const matter of ['complaint', 'denunciation'] as const) {
        const today = who(matter, target, '2026-11-22');
        if (target.startsWith('district')) expect(today.authority).toBeNull();
        else expect(AUTHORITIES).toHaveProperty(String(today.authority));
      }
  });
});
