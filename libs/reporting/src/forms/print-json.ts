import { wordsOf } from './cells.js';
import type { PrintedForm } from './printed.js';

/** The form as one JSON document: what the command prints and what is downloaded. */
export const formJson = ({ form, period, cells, lines, identities, notices, head }: PrintedForm): object => ({
  ...{ form: form.id, code: form.code, circular: form.circular, title: form.title, agency: head.agency, ...period },
  ...{ knownAt: head.knownAt.toISOString(), madeOn: head.madeOn, notices },
  columns: form.columns.map((column) => ({
    ...{ no: column.no, group: column.group, title: column.title, unit: column.unit, counts: wordsOf(column) },
  })),
  cells: cells.map(({ no, value, state }) => ({ no, value, state })),
  lines: lines.map(({ key, kind, ordinal, title, cells: own, identities: held }) => ({
    ...{ key, kind, ordinal, title, values: own.map(({ value }) => value) },
    broken: held
      .filter(({ state }) => state === 'broken')
      .map(({ formula, severity, says, cases }) => ({ formula, severity, says, cases })),
  })),
  identities: identities.map(({ formula, severity, state, says, cases }) => ({
    ...{ formula, severity, state, says, cases },
  })),
});

export const printJson = (printed: PrintedForm): Buffer =>
  Buffer.from(`${JSON.stringify(formJson(printed), null, 2)}\n`, 'utf8');
