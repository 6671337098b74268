import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { procedures } from '../registry.js';
import { arrowNames } from './arrows.js';
import { legalBasisFaults, legalBasisMarkdown } from './document.js';

describe('every time limit and every transition of the law has its arrow, or a written reason', () => {
  const definitions = procedures.all();

  it('has no fault', () => expect(legalBasisFaults(definitions, arrowNames(definitions))).toEqual([]));

  it('says so when an arrow goes away', () => {
    const without = definitions.filter(({ name }) => name !== 'complaint');
    const faults = legalBasisFaults(without, arrowNames(without)).join('\n');
    expect(faults).toContain('KN.RESOLVE.L1: không mũi tên nào dùng');
    expect(faults).toContain('không có mũi tên “complaint ');
  });

  it('is the committed table', () =>
    expect(readFileSync(join(import.meta.dirname, '../../docs/legal-basis.md'), 'utf8')).toBe(
      legalBasisMarkdown(definitions),
    ));
});
