import { effects as fx, type Arrow, type ArrowEffect, type Stage } from '#libs/procedure';
import type { Role } from '#libs/shared';
import { answerForwarder, records, requestProtection, withdrawals } from './arrows.js';
import { resolution, RESOLUTION_CLOCKS, SIGNED, teamBegins, teamEnds, tellProtection } from './effects.js';
import { law } from './law.js';
import { STAGE_TITLES, type ResolvingStage } from './stage-names.js';

const concluded: readonly ArrowEffect[] = [
  ...resolution(fx.met),
  fx.met('TC.XLVPHC'),
  fx.remember('concludedOn'),
  fx.remember('conclusion', 'conclusion'),
  fx.remember('violationFound', 'violationFound'),
  ...teamEnds,
  tellProtection,
  fx.issue('ND31.12'),
  fx.open('TC.CONCL.SEND', 'occurredOn'),
  fx.open('TC.HANDLE', 'occurredOn'),
  fx.open('TC.PUBLISH', 'occurredOn'),
  fx.notify('denunciation.concluded', 'chairman', 'caseOfficer'),
];
/** Whether anyone has violated and whether the denunciation is right are findings apart (LTC Đ.35 k2b, k2c); the form asks both. */
const conclude = (...needs: readonly string[]): Arrow => ({
  on: 'CONCLUDE',
  to: 'concluded',
  needs: [...needs, 'crimeTransferred', ...SIGNED],
  basis: law.conclude,
  effects: concluded,
});

/** The second extension stands before the first, so that a third is refused by the article of the second. */
const extensions: readonly Arrow[] = [
  {
    on: 'EXTEND',
    needs: ['extendedOnce', 'notExtendedTwice', 'speciallyComplex', 'withinSanctionCap', ...SIGNED],
    basis: law.extendTwice,
    effects: [
      ...resolution((rule) => fx.extend(rule, 'complexity', 'days')),
      fx.remember('extendedAgainOn'),
      fx.issue('ND31.01'),
      fx.notify('denunciation.extended', 'chairman', 'caseOfficer'),
    ],
  },
  {
    on: 'EXTEND',
    needs: ['notExtended', 'complexityFits', 'withinSanctionCap', ...SIGNED],
    basis: law.extend,
    effects: [
      ...resolution((rule) => fx.extend(rule, 'complexity', 'days')),
      fx.remember('extendedOn'),
      fx.remember('extendedDays', 'days'),
      fx.issue('ND31.01'),
      fx.notify('denunciation.extended', 'chairman', 'caseOfficer'),
    ],
  },
];

export const discontinue = (...clocks: readonly string[]): Arrow => ({
  on: 'DISCONTINUE',
  to: 'discontinued',
  needs: ['discontinueGround', ...SIGNED],
  basis: law.discontinue,
  effects: [
    ...clocks.map(fx.void),
    ...teamEnds,
    tellProtection,
    fx.remember('discontinuedOn'),
    fx.issue('TC.DISCONTINUE'),
    fx.open('TC.SUSPEND.SEND', 'occurredOn'),
    fx.notify('denunciation.discontinued', 'chairman', 'caseOfficer'),
  ],
});

export const handOver: Arrow = {
  on: 'HAND_OVER_FILE',
  to: 'handedOver',
  basis: law.takeOver,
  effects: [...resolution(fx.void), ...teamEnds, fx.notify('denunciation.handedOver', 'chairman', 'caseOfficer')],
};

const suspend: Arrow = {
  on: 'SUSPEND',
  to: 'suspended',
  needs: ['suspensionGround', ...SIGNED],
  basis: law.suspend,
  effects: [
    ...resolution(fx.pause),
    fx.open('TC.SUSPEND.SEND', 'occurredOn'),
    fx.remember('suspendedOn'),
    fx.remember('suspendedFrom', 'stage'),
    fx.issue('TC.SUSPEND'),
    fx.notify('denunciation.suspended', 'chairman', 'caseOfficer'),
  ],
};

/** Owed within five working days also where the file has gone on meanwhile. */
export const sendSuspension: Arrow = {
  on: 'SEND_SUSPENSION',
  needs: ['suspensionUnsent'],
  basis: law.sendSuspension,
  effects: [fx.met('TC.SUSPEND.SEND'), fx.remember('suspensionSentOn')],
};

export const notifyAcceptance: Arrow = {
  on: 'NOTIFY_ACCEPTANCE',
  needs: ['bothNotified', 'identityRemoved'],
  basis: law.notify,
  effects: [fx.met('TC.ACCEPT.NOTIFY'), fx.issue('ND31.05'), fx.issue('ND31.06'), fx.remember('acceptanceNotifiedOn')],
};
const sanctionCap: Arrow = {
  on: 'RECORD_SANCTION_CAP',
  basis: law.sanctionCap,
  effects: [fx.open('TC.XLVPHC', 'violationRecordOn'), fx.remember('sanctionCapOn', 'sanctionCapOn')],
};

/** What every stage between acceptance and conclusion knows, also while an examination is awaited. */
export const always: readonly Arrow[] = [
  notifyAcceptance,
  ...withdrawals,
  discontinue(...RESOLUTION_CLOCKS),
  handOver,
  answerForwarder,
  requestProtection,
  ...records,
];

const setTeam: Arrow = {
  on: 'SET_TEAM',
  needs: ['teamOfTwo', 'noConflict', ...SIGNED],
  basis: law.team,
  effects: [...teamEnds, ...teamBegins, fx.issue('ND31.07')],
};

export const subActs: readonly Arrow[] = [
  {
    on: 'RECORD_EXPLANATION',
    basis: law.explain,
    effects: [fx.issue('ND31.08'), fx.remember('explainedOn')],
  },
  { on: 'HOLD_WORK_SESSION', basis: law.workSession, effects: [fx.issue('ND31.08')] },
  { on: 'CHECK_ON_SITE', basis: law.onSite, effects: [fx.issue('ND31.08')] },
  setTeam,
];

interface ResolvingSpec {
  readonly owner: Role;
  readonly basis: Stage['info']['basis'];
  readonly arrows: readonly Arrow[];
}
const stage = (state: ResolvingStage, { owner, basis, arrows }: ResolvingSpec): Stage => ({
  info: { title: STAGE_TITLES[state], basis, owner, clocks: RESOLUTION_CLOCKS, publicTitle: 'Đang giải quyết' },
  arrows: [...arrows, ...extensions, suspend, sendSuspension, sanctionCap, ...always],
});

const start = {
  on: 'START_VERIFICATION',
  to: 'verifying',
  effects: [fx.remember('verification', 'verification')],
};

export const resolvingStages: Readonly<Record<ResolvingStage, Stage>> = {
  accepted: stage('accepted', {
    owner: 'chairman',
    basis: law.accept,
    arrows: [
      {
        ...start,
        needs: ['byTeam', 'teamOfTwo', 'noConflict', ...SIGNED],
        basis: law.team,
        effects: [...start.effects, ...teamBegins, fx.issue('ND31.07')],
      },
      {
        ...start,
        needs: ['byBody', 'noConflict', ...SIGNED],
        basis: law.assignBody,
        effects: [...start.effects, ...teamBegins, fx.issue('TC.VERIFICATION.ASSIGNMENT')],
      },
      // Last, so that what a team or a body lacks is said before it.
      { ...start, needs: ['bySelf'], basis: law.verify },
    ],
  }),
  verifying: stage('verifying', {
    owner: 'caseOfficer',
    basis: law.verify,
    arrows: [
      ...subActs,
      conclude('verifiedBySelf', 'denouncedHeard'),
      {
        on: 'SUBMIT_REPORT',
        to: 'reported',
        needs: ['verifiedByOthers', 'denouncedHeard'],
        basis: law.report,
        effects: [
          ...fx.when('bodyVerified', fx.issue('ND31.11')),
          ...fx.when('teamVerified', fx.issue('ND31.10')),
          fx.notify('denunciation.reported', 'chairman'),
        ],
      },
      {
        on: 'ORDER_EXAMINATION',
        to: 'examining',
        needs: ['orderedByRightBody', 'documentNumber'],
        basis: law.expert,
        effects: [...resolution(fx.pause), fx.issue('ND31.09')],
      },
    ],
  }),
  reported: stage('reported', {
    owner: 'chairman',
    basis: law.report,
    arrows: [conclude(), { on: 'REQUEST_MORE_VERIFICATION', to: 'verifying', basis: law.verify }],
  }),
};
