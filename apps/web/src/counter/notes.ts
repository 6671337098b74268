import type { FieldFault } from '../api/problem.js';
import { fieldPath } from '../api/problem.js';
import { formPath } from './petition-form.js';

interface Note {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** What the server says about single fields: refused values in red, doubtful ones in amber, beside the field. */
export class Notes {
  private readonly byField = new Map<string, Note>();

  constructor(
    faults: readonly FieldFault[],
    checks: readonly { pointer: string; severity: string; message: string }[] = [],
  ) {
    for (const check of checks)
      this.put(check.pointer, { severity: check.severity === 'error' ? 'error' : 'warning', message: check.message });
    for (const fault of faults) this.put(fault.pointer, { severity: 'error', message: fault.message });
  }

  private put(pointer: string, note: Note): void {
    const key = formPath(fieldPath(pointer)).join('/');
    const known = this.byField.get(key);
    if (!known || (known.severity === 'warning' && note.severity === 'error')) this.byField.set(key, note);
  }

  /** Props for antd's Form.Item of a field. */
  at(...path: (string | number)[]): { validateStatus?: 'error' | 'warning'; help?: string } {
    const note = this.byField.get(path.join('/'));
    return note ? { validateStatus: note.severity, help: note.message } : {};
  }

  /** The faults that no field of the form shows. */
  get first(): string | undefined {
    return [...this.byField].find(([, note]) => note.severity === 'error')?.[0];
  }
}
