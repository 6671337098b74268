import { effects as fx, type Arrow, type ArrowEffect, type Stage } from '#libs/procedure';
import type { Citation } from '#libs/statute';
import { law } from './law.js';

const SIGNED = ['signedByResolver', 'documentNumber'] as const;
const PROMPTLY = 'Luật yêu cầu kịp thời, không ấn định số ngày (LTC Đ.51).';

export const STAGE_TITLES = {
  requested: 'Đã nhận đề nghị bảo vệ, đang xem xét',
  askedPolice: 'Đã đề nghị Công an, chờ xem xét',
  askedAuthority: 'Đã đề nghị nơi có thẩm quyền, chờ xem xét',
  explaining: 'Bị từ chối, chờ giải thích lý do',
  protecting: 'Đang áp dụng biện pháp bảo vệ',
} as const;

export const opening: readonly Arrow[] = [
  {
    on: 'OPEN',
    to: 'requested',
    basis: law.request,
    effects: [fx.open('BV.DECIDE', 'occurredOn'), fx.notify('protection.requested', 'chairman')],
  },
];

const records: readonly Arrow[] = [
  { on: 'ASSIGN_OFFICER', basis: law.file, effects: [fx.assign('assigneeId')] },
  { on: 'END_ACCESS', basis: law.access, effects: [fx.revoke('userIds')] },
];
const resolutionEnded: Arrow = {
  on: 'NOTE_RESOLUTION_ENDED',
  basis: law.endResolved,
  effects: [
    fx.remember('resolutionEndedOn'),
    fx.task('draftProtectionEnd'),
    fx.notify('protection.resolutionEnded', 'chairman'),
  ],
};
const urgentMeasure: Arrow = {
  on: 'TAKE_URGENT_MEASURE',
  needs: ['dangerNow', 'measureChosen', 'signedByResolver'],
  basis: law.urgent,
  effects: [
    fx.remember('urgentOn'),
    fx.issue('PROTECTION.DECISION'),
    ...fx.when('jobProtected', fx.issue('PROTECTION.EMPLOYER')),
  ],
};
const waiting: readonly Arrow[] = [
  {
    on: 'DECLINE',
    to: 'declined',
    needs: ['signed'],
    basis: law.decline,
    effects: [fx.void('BV.DECIDE'), fx.void('BV.CA.DECIDE')],
  },
  urgentMeasure,
  {
    on: 'RECEIVE_WRITTEN_REQUEST',
    needs: ['requestOral', 'signed'],
    basis: law.oral,
    effects: [fx.remember('writtenOn')],
  },
  resolutionEnded,
  ...records,
];

/** Kept by another name, for the same act may name the next ones. */
const protectorsLeave = fx.when(
  'protectorsStand',
  fx.remember('formerlyGuardedBy', 'guardedBy'),
  fx.revoke('formerlyGuardedBy'),
);

const guarded: readonly ArrowEffect[] = [
  fx.met('BV.DECIDE'),
  fx.remember('decidedOn'),
  ...fx.when('protectorsNamed', fx.grant('protectorIds', 'protector')),
  fx.remember('guardedBy', 'protectorIds'),
  ...fx.when('jobProtected', fx.issue('PROTECTION.EMPLOYER')),
  fx.notify('protection.decided', 'chairman', 'caseOfficer'),
];
const ask: Omit<Arrow, 'to' | 'needs'> = {
  on: 'ASK_AUTHORITY',
  basis: law.ask,
  effects: [fx.met('BV.DECIDE'), fx.issue('PROTECTION.REQUEST')],
};
const authorityDecided = (...closed: readonly ArrowEffect[]): Arrow => ({
  on: 'RECORD_AUTHORITY_DECISION',
  to: 'protecting',
  needs: ['measureChosen'],
  basis: law.decide,
  effects: [...closed, ...guarded],
});

/** Beside measures already taken another authority is asked for what is its own (LTC Đ.49 k1, Đ.54 k1). */
const besides: readonly Arrow[] = [
  {
    ...ask,
    needs: ['policeLimit', ...SIGNED],
    effects: [fx.issue('PROTECTION.REQUEST'), fx.open('BV.CA.DECIDE', 'occurredOn')],
  },
  { ...ask, needs: ['noPoliceLimit', ...SIGNED], effects: [fx.issue('PROTECTION.REQUEST')] },
  {
    on: 'RECORD_AUTHORITY_DECISION',
    needs: ['measureChosen'],
    basis: law.decide,
    effects: [
      fx.met('BV.CA.DECIDE'),
      // Who protects is named as a whole list; without one those named before stay.
      ...fx.when('protectorsReplaced', fx.remember('formerlyGuardedBy', 'guardedBy'), fx.revoke('formerlyGuardedBy')),
      ...fx.when('protectorsNamed', fx.grant('protectorIds', 'protector'), fx.remember('guardedBy', 'protectorIds')),
      ...fx.when('jobProtected', fx.issue('PROTECTION.EMPLOYER')),
      fx.notify('protection.decided', 'chairman', 'caseOfficer'),
    ],
  },
  {
    on: 'RECORD_AUTHORITY_REFUSAL',
    needs: ['reasonsStated'],
    basis: law.refuse,
    effects: [fx.met('BV.CA.DECIDE'), fx.issue('PROTECTION.REFUSAL'), fx.notify('protection.refused', 'chairman')],
  },
  urgentMeasure,
];

/** What is the resolver's own he decides himself, also while another authority considers the rest (LTC Đ.49 k1). */
const ownMeasures: readonly Arrow[] = [
  { on: 'RECORD_CHECK', basis: law.consider, effects: [fx.remember('checkedOn')] },
  {
    on: 'DECIDE',
    to: 'protecting',
    needs: ['requestInWriting', 'checked', 'measureChosen', 'competent', ...SIGNED],
    basis: law.decide,
    effects: [fx.issue('PROTECTION.DECISION'), ...guarded],
  },
];
const noteComplex: Arrow = {
  on: 'NOTE_COMPLEX',
  needs: ['notProlonged'],
  basis: law.police,
  effects: [fx.prolong('BV.CA.DECIDE', 'variant'), fx.remember('prolongedOn')],
};

const end = (title: string, basis: Citation, outcome: string): Stage => ({
  info: {
    title,
    basis,
    owner: null,
    clocks: { none: 'Hồ sơ bảo vệ đã kết thúc.' },
    outcome,
    publicTitle: 'Đã xử lý xong',
  },
});
const open = (
  state: keyof typeof STAGE_TITLES,
  info: Pick<Stage['info'], 'basis' | 'clocks'>,
  arrows: readonly Arrow[],
) => ({
  info: { title: STAGE_TITLES[state], owner: 'chairman' as const, publicTitle: 'Đang xem xét', ...info },
  arrows,
});

export const stages: Readonly<Record<string, Stage>> = {
  requested: open('requested', { basis: law.consider, clocks: ['BV.DECIDE'] }, [
    ...ownMeasures,
    {
      ...ask,
      to: 'askedPolice',
      needs: ['policeLimit', ...SIGNED],
      effects: [...(ask.effects ?? []), fx.open('BV.CA.DECIDE', 'occurredOn')],
    },
    { ...ask, to: 'askedAuthority', needs: ['noPoliceLimit', ...SIGNED] },
    {
      on: 'REFUSE',
      to: 'refused',
      needs: ['checked', 'reasonsStated', ...SIGNED],
      basis: law.refuse,
      effects: [fx.met('BV.DECIDE'), fx.issue('PROTECTION.REFUSAL'), fx.notify('protection.refused', 'chairman')],
    },
    ...waiting,
  ]),
  askedPolice: open('askedPolice', { basis: law.police, clocks: ['BV.CA.DECIDE'] }, [
    noteComplex,
    ...ownMeasures,
    authorityDecided(fx.met('BV.CA.DECIDE')),
    {
      on: 'RECORD_AUTHORITY_REFUSAL',
      to: 'explaining',
      needs: ['reasonsStated'],
      basis: law.refuse,
      effects: [fx.met('BV.CA.DECIDE'), fx.open('BV.CA.REFUSE', 'occurredOn')],
    },
    ...waiting,
  ]),
  askedAuthority: open('askedAuthority', { basis: law.ask, clocks: { none: PROMPTLY } }, [
    ...ownMeasures,
    authorityDecided(),
    {
      on: 'RECORD_AUTHORITY_REFUSAL',
      to: 'refused',
      needs: ['reasonsStated'],
      basis: law.refuse,
      effects: [fx.issue('PROTECTION.REFUSAL'), fx.notify('protection.refused', 'chairman')],
    },
    ...waiting,
  ]),
  explaining: open('explaining', { basis: law.refuse, clocks: ['BV.CA.REFUSE'] }, [
    {
      on: 'EXPLAIN_REFUSAL',
      to: 'refused',
      needs: ['documentNumber'],
      basis: law.refuse,
      effects: [fx.met('BV.CA.REFUSE'), fx.issue('PROTECTION.REFUSAL')],
    },
    ...records,
  ]),
  protecting: open(
    'protecting',
    {
      basis: law.carryOut,
      clocks: { none: 'Thời gian bảo vệ kéo dài đến khi chấm dứt theo khoản 2 Điều 54 (LTC Đ.52 k5).' },
    },
    [
      {
        on: 'END',
        to: 'ended',
        needs: ['endGround', 'resolutionEnded', 'endRequested', 'breachLaw', ...SIGNED],
        basis: law.end,
        effects: [
          ...protectorsLeave,
          fx.issue('PROTECTION.END'),
          fx.notify('protection.ended', 'chairman', 'caseOfficer'),
        ],
      },
      {
        on: 'CHANGE',
        needs: ['measureChosen', ...SIGNED],
        basis: law.change,
        effects: [
          fx.issue('PROTECTION.CHANGE'),
          ...fx.when('jobProtected', fx.issue('PROTECTION.EMPLOYER')),
          fx.remember('changedOn'),
        ],
      },
      { on: 'REQUEST_EMPLOYER', needs: [...SIGNED], basis: law.employer, effects: [fx.issue('PROTECTION.EMPLOYER')] },
      {
        on: 'NAME_PROTECTORS',
        basis: law.carryOut,
        effects: [...protectorsLeave, fx.grant('protectorIds', 'protector'), fx.remember('guardedBy', 'protectorIds')],
      },
      ...besides,
      noteComplex,
      { on: 'REPORT_RESULT', basis: law.carryOut, effects: [fx.remember('resultReportedOn')] },
      resolutionEnded,
      ...records,
    ],
  ),
  refused: end('Không áp dụng biện pháp bảo vệ, đã nêu lý do', law.refuse, 'refused'),
  declined: end('Người cần bảo vệ từ chối, rút đề nghị', law.decline, 'declined'),
  ended: end('Đã chấm dứt biện pháp bảo vệ', law.end, 'ended'),
};
