import type { NamedIdentity } from '../forms/counted-form.js';
import type { PrintedForm } from '../forms/printed.js';
import type { FrozenIdentity, FrozenReport } from './snapshot.js';

const named = (identity: FrozenIdentity): NamedIdentity => {
  const { note, ...rest } = identity;
  return { ...rest, ...(note === null ? {} : { note }), sides: [], breaking: [] };
};

/** A frozen report for the printers: the figures as they were frozen, whatever is counted today. `marks` stand among its notices. */
export function printedReport(
  { form, period, countedTo, lines, identities, notices, broken, warned = [] }: FrozenReport,
  { head, marks }: { readonly head: PrintedForm['head']; readonly marks: readonly string[] },
): PrintedForm {
  const error = { severity: 'error', state: 'broken', note: null } as const;
  const warning = { severity: 'warning', state: 'broken' } as const;
  const printed = lines.map(({ cells, ...line }, place) => ({
    ...line,
    cells: cells.map(({ no, value, state }) => ({ no, value, state, rows: [] })),
    identities:
      place === lines.length - 1
        ? identities.map(named)
        : [...broken.map((one) => ({ ...one, ...error })), ...warned.map((one) => ({ ...one, ...warning }))]
            .filter((one) => one.line === line.key)
            .map(named),
  }));
  const whole = printed.at(-1);
  return {
    ...{ form, head, lines: printed, cells: whole?.cells ?? [], identities: whole?.identities ?? [] },
    period: { from: period.from, to: countedTo },
    notices: [...marks, ...notices],
  };
}
