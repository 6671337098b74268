import { FORM_TITLES } from '#workflows';
import { addDays } from '#libs/shared';
import type { Block, FormDefinition, FormField } from '../form.js';
import { formProblems } from '../rendering/index.js';
import { forms } from './index.js';

const fieldsOf = (form: FormDefinition) => form.fields as readonly FormField<never>[];
const label = (form: FormDefinition): string => `${form.code} ${form.validFrom}`;
const named = (text: string): string[] => [...text.matchAll(/\{([^{}]+)\}/gu)].map((found) => found[1] as string);

function used(block: Block): string[] {
  switch (block.kind) {
    case 'para':
      return named(block.text);
    case 'article':
      return named(block.label + block.text);
    case 'section':
      return [block.field, ...[...block.body, ...(block.otherwise ?? [])].flatMap(used)];
    case 'each':
      return [block.list, ...block.body.flatMap(used)];
    case 'table':
      return [block.list, ...block.cells.flatMap(named)];
    case 'signatures':
      return block.columns.flatMap(({ title, note, name }) => named(`${title}${note ?? ''}${name ?? ''}`));
  }
}
const usedBy = (form: FormDefinition): string[] => [
  ...named(form.heading + (form.salutation ?? '')),
  ...form.body.flatMap(used),
];
const declaredBy = (form: FormDefinition): string[] =>
  fieldsOf(form).flatMap((field) => ['items' in field ? [field.name, ...field.items] : [field.name]].flat());

describe('forms', () => {
  it('every paper that machines order is defined', () => {
    const defined = new Set(forms.map(({ code }) => code));
    const missing = Object.keys(FORM_TITLES).filter((code) => !defined.has(code));
    expect(missing).toEqual([]);
  });

  it.each(forms.map((form) => [label(form), form] as const))('%s: what it prints is what it declares', (_, form) => {
    expect(formProblems(form)).toEqual([]);
    const printed = new Set(usedBy(form));
    expect(declaredBy(form).filter((name) => !printed.has(name))).toEqual([]);
    expect(declaredBy(form)).toHaveLength(new Set(declaredBy(form)).size);
  });

  it('versions of one paper follow each other without overlap or gap', () => {
    for (const code of new Set(forms.map((form) => form.code))) {
      const versions = forms
        .filter((form) => form.code === code)
        .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
      expect(versions.at(-1)).toMatchObject({ code, validTo: null });
      for (const [index, next] of versions.slice(1).entries())
        expect([code, next.validFrom]).toEqual([code, addDays(versions[index]!.validTo!, 1)]);
    }
  });

  it.each(forms.map((form) => [label(form), form] as const))('%s: says who signs and where it stands', (_, form) => {
    expect(form.citation.text).toMatch(/\S/u);
    expect(form.signing.basis.text).toMatch(/\S/u);
    expect(form.signing.capacities.length).toBeGreaterThan(0);
    expect(form.sizes.length).toBeGreaterThan(0);
    expect(form.addressees.length).toBeGreaterThan(0);
  });

  it('who decides never signs by order or by delegation', () => {
    for (const form of forms.filter(({ signing }) => signing.by === 'resolver'))
      expect([form.code, ...form.signing.capacities]).toEqual([form.code, 'self', 'KT']);
  });

  it('papers for third bodies, the board and the counter have no identity in their data', () => {
    const open = new Set(forms.filter(({ audience }) => audience === 'anyone').map(({ code }) => code));
    const owed = [
      ...['ND124.09', 'ND124.10', 'ND124.11', 'ND124.12', 'ND124.15.PUBLISHED', 'ND124.16.PUBLISHED'],
      ...['ENFORCEMENT.ORDER', 'DELIVERY.RECORD', 'POSTING.RECORD', 'POSTING.END', 'FILE.INDEX', 'FILE.HANDOVER'],
      ...['TRANSFER.INSPECTION', 'URGING.LETTER', 'RECEIPT', 'APPOINTMENT.SLIP'],
      ...['DESTRUCTION.PROPOSAL', 'DESTRUCTION.DECISION'],
      ...['ND31.01', 'ND31.04', 'ND31.06', 'ND31.07', 'ND31.12', 'TC.SUSPEND', 'TC.RESUME', 'TC.DISCONTINUE'],
      ...['TC.PUBLICATION.NOTICE', 'TC.VERIFICATION.ASSIGNMENT', 'TC.FORWARD.RESULT', 'TC.APOLOGY', 'TT05.03'],
      ...['RECEPTION.SCHEDULE', 'RECEPTION.POSTPONED', 'RECEPTION.CONCLUSION', 'RECEPTION.DIALOGUE'],
    ];
    expect(owed.filter((code) => !open.has(code))).toEqual([]);
  });

  it('a paper on a denunciation that anyone but the denouncer gets has no identity in its data', () => {
    const others = forms.filter(
      ({ code, addressees }) =>
        /^(ND31|TC|TT05\.03)\b/u.test(code) && addressees.some((one) => one !== 'denouncer' && one !== 'file'),
    );
    expect(others.length).toBeGreaterThan(20);
    expect(others.filter(({ audience }) => audience !== 'anyone').map(({ code }) => code)).toEqual([]);
  });

  it('papers of protection reach neither the denounced nor their office', () => {
    const protection = forms.filter(({ code }) => code.startsWith('PROTECTION.'));
    const reached = new Set(protection.flatMap(({ addressees }) => addressees));
    expect([...reached].filter((one) => one === 'denounced' || one === 'managingBody')).toEqual([]);
  });

  it('samples are filled in, composed and accented', () => {
    for (const form of forms) {
      const samples = fieldsOf(form).flatMap((field) =>
        'items' in field ? field.sample.flatMap((row) => field.items.map((item) => row[item] ?? '')) : [field.sample],
      );
      expect(samples.filter((text) => !text.trim() || text !== text.normalize('NFC'))).toEqual([]);
      if (samples.length > 2)
        expect(samples.join(' ')).toMatch(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u);
    }
  });
});
