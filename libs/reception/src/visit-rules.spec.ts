import { localDate } from '#libs/shared';
import { REFUSAL_GROUNDS, REPLY_CONTENTS } from '#workflows/reception';
import {
  groundOf,
  groupLacks,
  identityWarnings,
  outcomeLacks,
  owesNotice,
  refusalLacks,
  replyLacks,
  representativesAllowed,
} from './visit-rules.js';

const JUNE = localDate('2026-06-30');
const JULY = localDate('2026-07-01');
const representatives = (count: number) => Array.from({ length: count }, () => 'representative' as const);

describe('a group is heard through representatives', () => {
  it.each([
    [4, null],
    [5, { min: 1, max: 2 }],
    [10, { min: 1, max: 2 }],
    [11, { min: 1, max: 5 }],
  ])('%i people', (size, allowed) => expect(representativesAllowed(size)).toEqual(allowed));

  it.each([
    [10, 2, []],
    [10, 3, ['representatives']],
    [11, 3, []],
    [11, 5, []],
    [11, 6, ['representatives']],
    [11, 0, ['representatives']],
    [4, 0, []],
  ])('%i people with %i representatives', (groupSize, count, lacks) =>
    expect(
      groupLacks({ groupSize, roles: representatives(count), appointedInWriting: true }).map(({ code }) => code),
    ).toEqual(lacks),
  );
});

describe('refusal', () => {
  const asked = { on: JULY, type: 'complaint' as const, explained: true, basis: null };

  it('stands on the list of its day', () => {
    expect(refusalLacks({ ...asked, ground: 'RUDE_HAT' }).map(({ citation }) => citation)).toEqual([
      'LTCD Đ.9; NĐ154 Đ.4 k1',
    ]);
    expect(refusalLacks({ ...asked, ground: 'WEAPONS' })).toEqual([]);
    expect(refusalLacks({ ...asked, ground: 'WEAPONS', on: JUNE }).map(({ code }) => code)).toEqual(['groundInForce']);
    expect(refusalLacks({ ...asked, ground: 'DISORDERLY', on: JUNE })).toEqual([]);
    expect(REFUSAL_GROUNDS.filter(({ from }) => from <= JUNE)).toHaveLength(3);
    expect(REFUSAL_GROUNDS).toHaveLength(13);
    expect(REFUSAL_GROUNDS.every(({ citation }) => /Đ\.[49] k\d/.test(citation))).toBe(true);
  });

  it('rests on a paper where the law says so, and owes a written notice for two grounds only', () => {
    expect(refusalLacks({ ...asked, ground: 'COURT_JUDGMENT' }).map(({ code }) => code)).toEqual(['groundRestsOn']);
    expect(refusalLacks({ ...asked, ground: 'COURT_JUDGMENT', basis: '5/VB-TAND' })).toEqual([]);
    const owing = REFUSAL_GROUNDS.filter((ground) => owesNotice(ground, JULY)).map(({ citation }) => citation);
    expect(owing).toEqual(['LTCD Đ.9 k3', 'NĐ154 Đ.4 k1h']);
    expect(owesNotice(groundOf('SETTLED_LAWFULLY')!, JUNE)).toBe(false);
  });
});

describe('the answer after reception', () => {
  it('has four contents, of which two are for complaints and denunciations', () => {
    expect(REPLY_CONTENTS.map(({ citation }) => citation)).toEqual(
      ['a', 'b', 'c', 'd'].map((letter) => `LTCD Đ.28 k1${letter}`),
    );
    const asked = {
      form: 'direct',
      documentNumber: null,
      type: 'feedback' as const,
      outcome: 'petitionRegistered' as const,
    };
    expect(replyLacks({ ...asked, content: 'accepted' })).toEqual([]);
    expect(replyLacks({ ...asked, content: 'notAccepted' }).map(({ code }) => code)).toEqual(['replyFits']);
    expect(replyLacks({ ...asked, content: 'solved' }).map(({ code }) => code)).toEqual(['replyContent']);
    expect(replyLacks({ ...asked, content: 'accepted', outcome: 'explained' }).map(({ code }) => code)).toEqual([
      'wasReceived',
    ]);
  });
});

describe('what the desk asks and what it may do', () => {
  it('asks for a number from 01/07/2026', () => {
    const person = { role: 'visitor' as const, fullName: 'Hồ Ngọc Ánh', address: 'Thôn 1', personalId: null };
    expect(identityWarnings([person], JUNE)).toEqual([]);
    expect(identityWarnings([person], JULY)).toHaveLength(1);
    expect(identityWarnings([{ ...person, personalId: '001185000001' }], JULY)).toEqual([]);
  });

  it('transfers a complaint only under the new law, and feedback always', () => {
    const asked = { outcome: 'transferred', sentTo: 'Sở Xây dựng', documentNumber: '3/CV', contact: null };
    expect(outcomeLacks({ ...asked, type: 'complaint', on: JUNE }).map(({ code }) => code)).toEqual([
      'transferAllowed',
    ]);
    expect(outcomeLacks({ ...asked, type: 'complaint', on: JULY })).toEqual([]);
    expect(outcomeLacks({ ...asked, type: 'feedback', on: JUNE })).toEqual([]);
    expect(outcomeLacks({ ...asked, outcome: 'guided', type: 'mixed', on: JULY }).map(({ code }) => code)).toEqual([
      'guideSplit',
    ]);
  });
});
