import { breachSteps, stateOfStep } from './breach-steps.js';

const at = (text: string) => new Date(text);

describe('steps after personal data may have got out', () => {
  it('count from discovery, the law of that day where it has a time', () => {
    const steps = breachSteps(at('2026-11-22T10:00:00+07:00'));
    const byKey = Object.fromEntries(steps.map((step) => [step.key, step]));
    expect(byKey['notify']).toMatchObject({
      hours: 72,
      citation: 'Luật 91/2025 Đ23.1',
      timeByLaw: true,
      confirmed: true,
    });
    expect(byKey['incidentFirst']).toMatchObject({ hours: 24, citation: 'NĐ331/2026 Đ31.2', confirmed: false });
    expect(byKey['contain']).toMatchObject({ citation: null, timeByLaw: false });
    expect(byKey['denouncer']).toMatchObject({ citation: 'LTC Đ.56', timeByLaw: false });
    expect(steps.map(({ hours }) => hours)).toEqual(steps.map(({ hours }) => hours).toSorted((a, b) => a - b));
  });

  it('know no duty before its law was in force', () => {
    const keys = breachSteps(at('2026-03-01T10:00:00+07:00')).map(({ key }) => key);
    expect(keys).toContain('notify');
    expect(keys).not.toContain('incidentFirst');
    expect(breachSteps(at('2025-12-31T23:00:00+07:00')).map(({ key }) => key)).not.toContain('notify');
  });

  it('are judged by when they were done', () => {
    const due = at('2026-11-25T10:00:00+07:00');
    const now = at('2026-11-30T10:00:00+07:00');
    expect(stateOfStep(due, undefined, at('2026-11-25T10:00:00+07:00'))).toBe('running');
    expect(stateOfStep(due, undefined, now)).toBe('late');
    expect(stateOfStep(due, { at: due, applies: true }, now)).toBe('done');
    expect(stateOfStep(due, { at: now, applies: true }, now)).toBe('doneLate');
    expect(stateOfStep(due, { at: now, applies: false }, now)).toBe('notNeeded');
  });
});
