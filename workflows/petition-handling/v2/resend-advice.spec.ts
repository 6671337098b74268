import { adviseResend, type EarlierStanding } from './resend-advice.js';

const matter = (stage: string, given: Partial<NonNullable<EarlierStanding['matter']>> = {}) => ({
  ...{ stage, closed: false, outcome: null, second: false },
  ...given,
});
const ids = (earlier: EarlierStanding): string[] => adviseResend(earlier).map(({ id }) => id);

describe('what is done with a petition that was sent before', () => {
  it.each<[string, EarlierStanding, string[]]>([
    ['still being handled', { kind: 'complaint', handling: null, matter: null }, ['SENT_TO_MANY']],
    ['guided once', { kind: 'complaint', handling: 'guided', matter: null }, ['COMPLAINT_GUIDED_BEFORE']],
    ['sent on once', { kind: 'complaint', handling: 'transferred', matter: null }, ['COMPLAINT_GUIDED_BEFORE']],
    ['put away', { kind: 'complaint', handling: 'filed', matter: null }, []],
    [
      'being verified',
      { kind: 'complaint', handling: 'acceptanceProposed', matter: matter('verifying') },
      ['SENT_TO_MANY'],
    ],
    [
      'decided, not in effect',
      { kind: 'complaint', handling: 'acceptanceProposed', matter: matter('sent') },
      ['SECOND_INSTANCE_OPEN'],
    ],
    [
      'in effect',
      { kind: 'complaint', handling: 'acceptanceProposed', matter: matter('enforcing') },
      ['SECOND_INSTANCE_OPEN', 'RESOLVED_BEFORE'],
    ],
    [
      'decided a second time',
      { kind: 'complaint', handling: 'acceptanceProposed', matter: matter('effective', { second: true }) },
      ['COURT_OPEN', 'RESOLVED_BEFORE'],
    ],
    [
      'passed up',
      {
        kind: 'complaint',
        handling: 'acceptanceProposed',
        matter: matter('passedUp', { closed: true, outcome: 'secondInstance' }),
      },
      ['SENT_TO_MANY'],
    ],
    [
      'withdrawn',
      {
        kind: 'complaint',
        handling: 'acceptanceProposed',
        matter: matter('closedByDiscontinuance', { closed: true, outcome: 'discontinued' }),
      },
      [],
    ],
    [
      'feedback answered',
      {
        kind: 'feedback',
        handling: 'feedbackOpened',
        matter: matter('answered', { closed: true, outcome: 'answered' }),
      },
      ['RESOLVED_BEFORE'],
    ],
    ['a denunciation', { kind: 'denunciation', handling: null, matter: null }, []],
    ['several contents', { kind: 'mixed', handling: 'filed', matter: null }, []],
  ])('%s', (_, earlier, wanted) => expect(ids(earlier)).toEqual(wanted));

  it('says so with an article each time', () => {
    const all = adviseResend({ kind: 'complaint', handling: 'acceptanceProposed', matter: matter('effective') });
    expect(all.every(({ citation, advice }) => /Đ\.\d/.test(citation.text) && advice.length > 20)).toBe(true);
  });
});
