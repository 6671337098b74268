import { REPORT_FORMS } from './catalogue.js';
import { readFormDocument } from './form-document.js';

const COUNTED = REPORT_FORMS.filter(({ columns }) => columns.length > 0);
/** 01/XLD with one value put in another's place; `undefined` takes it out. */
const sent = (pointer: string, value: unknown) => {
  const form = structuredClone(COUNTED.find(({ id }) => id === 'XLD01')) as unknown as Record<string, unknown>;
  const names = pointer.slice(1).split('/');
  const last = names.pop() ?? '';
  const place = names.reduce((at, name) => at[name] as Record<string, unknown>, form);
  if (value === undefined) delete place[last];
  else place[last] = value;
  return readFormDocument(JSON.stringify(form));
};

describe('a form version as data', () => {
  it.each(COUNTED)('$id, written as JSON, reads as itself', (form) => {
    expect(readFormDocument(JSON.stringify(form))).toMatchObject({
      form: JSON.parse(JSON.stringify(form)) as Record<string, unknown>,
    });
  });

  it.each([
    ['/columns/3/counts/where/0', 'inventedTest'],
    ['/columns/3/counts/where/0', 'constructor'],
    ['/columns/2/no', 7],
    ['/columns/1/unit', 'cái'],
    ['/columns/1/carries/0', 'petitions.other'],
    ['/columns/0/counts', undefined],
    ['/identities/0/formula', '1=2+99'],
    ['/identities/0/formula', '1=hai'],
    ['/identities/0/severity', 'fatal'],
    ['/validTo', '2020-01-01'],
    ['/validFrom', '30/9/2025'],
    ['/id', 'biểu 1'],
    ['/extra', 1],
    ['/columns', []],
  ])('is refused with the place of the fault: %s %s', (pointer, value) => {
    const read = sent(pointer, value);
    expect('faults' in read ? read.faults.map((fault) => fault.pointer) : []).toContain(pointer);
  });

  it('what is no JSON, or no object, is refused', () => {
    expect(readFormDocument('{')).toEqual({ faults: [{ pointer: '', message: 'không phải JSON' }] });
    expect(readFormDocument('[]')).toMatchObject({ faults: [{ pointer: '' }] });
  });
});
