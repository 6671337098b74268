import type { AgencyId, LocalDate, UserId } from '#libs/shared';
import type { CaseFact } from '../facts.js';
import { COMPLEX_CRITERIA, type ComplexFile, complexCases, selectComplex } from './complex-cases.js';
import type { ScoreStep } from './score-facts.js';

const today = '2026-11-22' as LocalDate;
const file = (more: Partial<CaseFact> = {}, over: Partial<ComplexFile> = {}): ComplexFile => ({
  fact: {
    ...{ caseId: 'a', petitionId: 'p', parentCaseId: null, registerLabel: '1/2026', petitionType: 'complaint' },
    ...{ field: null, agencyId: 2 as AgencyId, procedure: 'complaint', procedureVersion: 2, protected: false },
    ...{ receivedOn: '2026-11-01', openedOn: '2026-11-01', stage: 'verifying', outcome: null, endedOn: null },
    ...{ acceptedOn: '2026-11-05', resolvedOn: null, resolvedAs: null, leaderId: 20 as UserId },
    ...{ dueOn: '2026-12-05', rawEnd: '2026-12-05', ...more },
  } as CaseFact,
  ...{ steps: [], people: 1, level: 'commune', ...over },
});
const step = (mark: ScoreStep['mark'], facts: ScoreStep['facts'] = {}): ScoreStep => ({
  ...{ mark, type: 'X', on: '2026-11-06' as LocalDate, toStage: null, facts, leaderId: null },
});
const criteria = (one: ComplexFile) => complexCases([one], today)[0]?.criteria ?? [];

describe('complex, prolonged and bypass-level cases', () => {
  it('each criterion names its article or says that it is a rule of the office', () => {
    for (const { title, source } of Object.values(COMPLEX_CRITERIA))
      expect([title, source]).toEqual([title, expect.stringMatching(/Đ\.\d|Quy định nội bộ/)]);
  });

  it('an ordinary file is in no list', () => expect(complexCases([file()], today)).toEqual([]));

  it.each([
    ['found', file({}, { steps: [step('prolonged')] })],
    ['extended', file({ procedure: 'denunciation' }, { steps: [step('extended')] })],
    ['crowd', file({}, { people: 5 })],
    ['passedAround', file({ procedure: 'petition-handling' }, { steps: [step('arrived', { hops: 2 })] })],
    ['resolvedBefore', file({}, { steps: [step('arrived', { instance: 'second' })] })],
    ['longOverdue', file({ dueOn: '2026-10-22' as LocalDate })],
    ['longInHand', file({ receivedOn: '2026-05-26' as LocalDate })],
    [
      'bypass',
      file(
        { procedure: 'petition-handling', outcome: 'transferred' },
        { level: 'province', steps: [step('competence', { competent: false })] },
      ),
    ],
  ])('%s', (id, one) => expect(criteria(one)).toEqual([id]));

  it('just below a threshold is not in it', () => {
    expect(criteria(file({}, { people: 4 }))).toEqual([]);
    expect(criteria(file({ dueOn: '2026-10-23' as LocalDate }))).toEqual([]);
    expect(criteria(file({ receivedOn: '2026-05-27' as LocalDate }))).toEqual([]);
  });

  it('what is resolved is no longer told, save a petition sent over somebody’s head for a year', () => {
    const done = file({ resolvedOn: '2026-11-20' as LocalDate, resolvedAs: 'resolved' }, { people: 9 });
    expect(complexCases([done], today)).toEqual([]);
    const old = file(
      { procedure: 'petition-handling', outcome: 'transferred', receivedOn: '2025-11-21' as LocalDate },
      { level: 'province', steps: [step('competence', { competent: false })] },
    );
    expect(complexCases([old], today)).toEqual([]);
  });

  it('is told oldest first, and narrowed by kind, criterion and agency', () => {
    const crowd = file({ caseId: 'b' }, { people: 7 });
    const old = file({ caseId: 'c', receivedOn: '2026-01-05' as LocalDate });
    const all = complexCases([crowd, old], today);
    expect(all.map(({ fact, ageDays }) => [fact.caseId, ageDays])).toEqual([
      ['c', 321],
      ['b', 21],
    ]);
    expect(selectComplex(all, { kind: 'complex' }).map(({ fact }) => fact.caseId)).toEqual(['b']);
    expect(selectComplex(all, { criterion: 'longInHand' })).toHaveLength(1);
    expect(selectComplex(all, { agencies: new Set([9 as AgencyId]) })).toHaveLength(0);
  });
});
