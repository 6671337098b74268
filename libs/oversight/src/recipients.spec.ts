import type { AgencyId, CaseFileId, Role, UserId } from '#libs/shared';
import type { ClaimedCase, Colleague } from './model.js';
import { Directory } from './recipients.js';

const COMMUNE = 1 as AgencyId;
const PROVINCE = 9 as AgencyId;
const person = (id: number, role: Role, more: Partial<Colleague> = {}): Colleague => ({
  id: id as UserId,
  agencyId: role === 'provinceChairman' ? PROVINCE : COMMUNE,
  roles: [role],
  absent: false,
  delegateId: null,
  ...more,
});
const file = (more: Partial<ClaimedCase> = {}): ClaimedCase => ({
  id: 'c' as CaseFileId,
  agencyId: COMMUNE,
  provinceId: PROVINCE,
  visibleTo: null,
  assigneeId: 1 as UserId,
  seq: 1,
  headHash: '',
  ...more,
});
const staff = [person(1, 'caseOfficer'), person(2, 'unitHead'), person(3, 'chairman'), person(4, 'provinceChairman')];
const told = (role: Role, people: readonly Colleague[], about = file()) => [
  ...new Directory(people).recipients(role, about),
];

describe('who is told', () => {
  it('is the officer who has the file now, the head of the unit, the chairmen', () => {
    expect(
      (['caseOfficer', 'unitHead', 'chairman', 'provinceChairman'] as const).map((role) => told(role, staff)),
    ).toEqual([[1], [2], [3], [4]]);
  });

  it('is whoever acts for somebody who delegated, and whoever acts for that one', () => {
    const delegate = [
      person(1, 'caseOfficer', { delegateId: 5 as UserId }),
      person(5, 'caseOfficer', { absent: true, delegateId: 6 as UserId }),
      person(6, 'caseOfficer'),
      ...staff.slice(1),
    ];
    expect(told('caseOfficer', delegate)).toEqual([6]);
  });

  it('is the next above when the officer is away, has left, or was never named', () => {
    expect(told('caseOfficer', [person(1, 'caseOfficer', { absent: true }), ...staff.slice(1)])).toEqual([2]);
    expect(told('caseOfficer', staff.slice(1))).toEqual([2]);
    expect(told('caseOfficer', staff, file({ assigneeId: null }))).toEqual([2]);
    expect(told('unitHead', staff.slice(2))).toEqual([3]);
    expect(told('chairman', [...staff.slice(0, 2), person(4, 'provinceChairman')])).toEqual([4]);
  });

  it('does not go round in circles of delegation', () => {
    const circle = [
      person(1, 'caseOfficer', { delegateId: 5 as UserId }),
      person(5, 'caseOfficer', { delegateId: 1 as UserId }),
      ...staff.slice(1),
    ];
    expect(told('caseOfficer', circle)).toEqual([2]);
  });

  it('of a denunciation is its named persons only, whatever the role', () => {
    const about = file({ visibleTo: [4 as UserId] });
    for (const role of ['caseOfficer', 'unitHead', 'chairman', 'provinceChairman'] as const)
      expect(told(role, staff, about)).toEqual([4]);
  });
});
