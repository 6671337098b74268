import { effects as fx, type Arrow, type Stage } from '#libs/procedure';
import type { Citation } from '#libs/statute';
import {
  answerForwarder,
  endByInvestigation,
  recordedWithdrawals,
  records,
  requestProtection,
  tellForwarder,
  transfer,
  earlyWithdrawals,
} from './arrows.js';
import { SIGNED } from './effects.js';
import { law } from './law.js';
import { STAGE_TITLES } from './stage-names.js';

/** Online words are information, no denunciation (LTC Đ.22, 25 k1); a renewed denunciation is considered before it is accepted. */
export const opening: readonly Arrow[] = [
  {
    on: 'OPEN',
    to: 'received',
    needs: ['lawfulForm', 'notRenewed'],
    basis: law.receive,
    effects: [
      fx.open('TC.REG', 'receivedOn'),
      ...fx.when('forwarded', fx.open('TC.PRESS', 'receivedOn')),
      fx.notify('denunciation.received', 'chairman'),
    ],
  },
  {
    on: 'OPEN',
    to: 'reviewing',
    needs: ['lawfulForm', 'renewed'],
    basis: law.renewed,
    effects: [
      fx.open('TC.AGAIN', 'receivedOn'),
      fx.link('renewedOf', 'renewedOf'),
      ...fx.when('forwarded', fx.open('TC.PRESS', 'receivedOn')),
      fx.notify('denunciation.renewed', 'chairman', 'provinceChairman'),
    ],
  },
];

/** The decision to accept; `clock` counts from the day of this very decision, also where a matter is taken over. */
export const accept = (on: string, clock: string, more: Pick<Arrow, 'needs' | 'basis' | 'effects'>): Arrow => ({
  on,
  to: 'accepted',
  needs: [...(more.needs ?? []), ...SIGNED],
  basis: more.basis,
  effects: [
    ...(more.effects ?? []),
    fx.open(clock, 'occurredOn'),
    fx.open('TC.ACCEPT.NOTIFY', 'occurredOn'),
    fx.remember('acceptedOn'),
    fx.issue('ND31.04'),
    fx.notify('denunciation.accepted', 'chairman', 'caseOfficer'),
  ],
});

export const end = (
  title: string,
  basis: Citation,
  { outcome, publicTitle = 'Đã xử lý xong' }: { outcome: string; publicTitle?: string },
): Stage => ({
  info: { title, basis, owner: null, clocks: { none: 'Hồ sơ đã kết thúc.' }, outcome, publicTitle },
});

const received: Stage = {
  info: {
    title: STAGE_TITLES.received,
    basis: law.check,
    owner: 'chairman',
    clocks: ['TC.REG'],
    publicTitle: 'Đã tiếp nhận, đang xem xét',
  },
  arrows: [
    accept('ACCEPT', 'TC.RESOLVE', {
      needs: ['conditionsMet', 'representativeNamed', 'newEvidence'],
      basis: law.accept,
      effects: [fx.met('TC.REG')],
    }),
    {
      on: 'REFUSE_ACCEPTANCE',
      to: 'refused',
      needs: ['refusalGround', ...SIGNED],
      basis: law.notAccepted,
      effects: [
        fx.met('TC.REG'),
        fx.open('TC.NOACCEPT.NOTIFY', 'occurredOn'),
        fx.issue('ND31.05'),
        fx.notify('denunciation.notAccepted', 'chairman'),
      ],
    },
    {
      on: 'CHECK_LONGER',
      needs: ['checkLongerGround', 'checkNotProlonged'],
      basis: law.checkLonger,
      effects: [fx.prolong('TC.REG', 'variant'), fx.remember('checkProlongedOn')],
    },
    {
      on: 'FIND_NOT_COMPETENT',
      to: 'notCompetent',
      basis: law.transfer,
      effects: [fx.void('TC.REG'), fx.open('TC.TRANSFER', 'receivedOn')],
    },
    {
      on: 'HANDLE_AT_ONCE',
      to: 'handledAtOnce',
      needs: ['fieldViolation', 'clearEvidence', 'crimeTransferred', ...SIGNED],
      basis: law.atOnceField,
      effects: [fx.met('TC.REG'), ...tellForwarder, fx.issue('TC.HANDLING.DECISION')],
    },
    ...earlyWithdrawals,
    endByInvestigation,
    answerForwarder,
    requestProtection,
    ...records,
  ],
};

const refusal = { on: 'SEND_REFUSAL', basis: law.notAccepted, effects: [fx.met('TC.NOACCEPT.NOTIFY')] };

export const receivingStages: Readonly<Record<string, Stage>> = {
  received,
  notCompetent: {
    info: {
      title: STAGE_TITLES.notCompetent,
      basis: law.transfer,
      owner: 'chairman',
      clocks: ['TC.TRANSFER'],
      publicTitle: 'Đã tiếp nhận, đang xem xét',
    },
    arrows: [transfer, ...recordedWithdrawals, requestProtection, answerForwarder, ...records],
  },
  refused: {
    info: {
      title: STAGE_TITLES.refused,
      basis: law.notAccepted,
      owner: 'chairman',
      clocks: ['TC.NOACCEPT.NOTIFY'],
      publicTitle: 'Đã xem xét, đang thông báo',
    },
    arrows: [
      { ...refusal, to: 'notAccepted', needs: ['crimeTransferred', 'forwarderNotOwed'] },
      { ...refusal, to: 'answeringForwarder', needs: ['crimeTransferred', 'forwarderOwed'] },
      answerForwarder,
      ...records,
    ],
  },
  answeringForwarder: {
    info: {
      title: STAGE_TITLES.answeringForwarder,
      basis: law.forwarded,
      owner: 'caseOfficer',
      clocks: ['TC.PRESS'],
      publicTitle: 'Đã xem xét, đang thông báo',
    },
    arrows: [{ ...answerForwarder, to: 'notAccepted', needs: ['crimeTransferred', 'documentNumber'] }, ...records],
  },
  notAccepted: end('Không thụ lý, đã thông báo lý do', law.notAccepted, { outcome: 'notAccepted' }),
  transferred: end('Đã chuyển nơi có thẩm quyền', law.transfer, { outcome: 'transferred' }),
  transferredToInvestigation: end('Đã chuyển Cơ quan điều tra, Viện kiểm sát', law.crime, {
    outcome: 'transferredToInvestigation',
  }),
  handledAtOnce: end('Đã xử lý ngay hành vi vi phạm', law.atOnceField, { outcome: 'handledAtOnce' }),
};
