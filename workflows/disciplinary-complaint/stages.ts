import { effects as fx, type Arrow, type ArrowEffect, type Region, type Stage } from '#libs/procedure';
import {
  alsoDoes,
  alsoNeeds,
  editArrows,
  editRegion,
  editStages,
  on,
  withArrows,
  type ArrowEdit,
} from '../common/compose.js';
import { recourseRegion as recourseOfComplaints } from '../complaint/v2/regions.js';
import { opening as openingOfComplaints, stages as stagesOfComplaints } from '../complaint/v2/stages.js';
import { BASIS_OF_EVENT, BASIS_OF_STAGE } from './bases.js';
import { clocksOfChapterIV, withDisciplinaryClocks } from './clocks.js';
import { law } from './law.js';

const SIGNED = ['signedByResolver', 'documentNumber'] as const;

/** Acts of complaints that chapter IV does not know: publication to everybody, advisers, a delegated dialogue, groups. */
const UNKNOWN = new Set([
  'PUBLISH_DECISION',
  'END_POSTING',
  'SET_UP_COUNCIL',
  'RECORD_COUNCIL_OPINION',
  'CONSULT_SPECIALIST',
  'DELEGATE_DIALOGUE',
  'REPORT_DIALOGUE',
  'RECORD_REPRESENTATIVES',
  'HANDLE_FIRST_LEVEL_FAULT',
]);
const NOT_REMEMBERED = new Set(['remotePlaceOn', 'firstLimitEndedOn', 'demandDiffers', 'onNoticeBoardOn']);

const needing =
  (...needs: readonly string[]): ArrowEdit =>
  (arrow) => ({ ...arrow, needs });
const forgetting: ArrowEdit = (arrow) =>
  arrow.effects
    ? {
        ...arrow,
        effects: arrow.effects.filter((one) => !(one.type === 'fact.remember' && NOT_REMEMBERED.has(one.fact))),
      }
    : arrow;
const rebased: ArrowEdit = (arrow) => ({ ...arrow, basis: BASIS_OF_EVENT[arrow.on] ?? arrow.basis });

const EDITS: readonly ArrowEdit[] = [
  forgetting,
  rebased,
  on(
    'ACCEPT',
    needing('conditionsChecked', 'writtenPetition', 'filedInTime', ...SIGNED),
    alsoDoes(
      fx.remember('decisionReceivedOn', 'decisionReceivedOn'),
      ...fx.when('saysDismissal', fx.remember('dismissalOn')),
    ),
  ),
  on('SUBMIT_REPORT', needing('conclusion', 'partiesHeard', 'issuerReported')),
  on('DECIDE', needing('dialogueRecorded', 'conclusion', ...SIGNED)),
  on('SEND_DECISION', alsoNeeds('sentToCentral')),
  on('CLOSE', (arrow) => ({
    ...arrow,
    needs: (arrow.needs ?? [])
      .filter((code) => code !== 'postingEnded')
      .map((code) => (code === 'published' ? 'announced' : code)),
  })),
  on('NOTE_COURT', alsoNeeds('dismissalForCourt')),
];

const onlyKnown = (stage: Stage): Stage => ({
  ...stage,
  arrows: (stage.arrows ?? []).filter((arrow) => !UNKNOWN.has(arrow.on) && arrow.to !== 'published'),
});

const { published: _published, ...ofComplaints } = stagesOfComplaints;
const base = Object.fromEntries(
  Object.entries(withDisciplinaryClocks(editStages(ofComplaints, EDITS))).map(([name, stage]) => [
    name,
    { ...onlyKnown(stage), info: { ...stage.info, basis: BASIS_OF_STAGE[name] ?? stage.info.basis } },
  ]),
);
const of = (name: string): Stage => base[name] as Stage;
const titled = (stage: Stage, title: string): Stage => ({ ...stage, info: { ...stage.info, title } });

const council: readonly Arrow[] = [
  {
    on: 'ASK_DISCIPLINE_COUNCIL',
    needs: ['councilAtFirst', ...SIGNED],
    basis: law.council,
    effects: [fx.remember('councilAskedOn')],
  },
  {
    on: 'RECORD_COUNCIL_PROPOSAL',
    to: 'dialogue',
    needs: ['councilAsked'],
    basis: law.council,
    effects: [fx.remember('councilProposedOn')],
  },
];
const announce: Arrow = {
  on: 'ANNOUNCE_DECISION',
  basis: law.announce,
  effects: [fx.remember('announcedOn')],
};
const reviewed: readonly ArrowEffect[] = [
  fx.remember('reportedOn'),
  fx.notify('complaint.reported', 'chairman', 'unitHead'),
];

const selfReviewing: Stage = {
  ...of('selfReviewing'),
  arrows: [
    ...(of('selfReviewing').arrows ?? []).filter((arrow) => arrow.on !== 'DECIDE'),
    { on: 'CLEAR_ON_REVIEW', to: 'reported', needs: ['conclusion'], basis: law.review, effects: reviewed },
  ],
};

export const stages: Readonly<Record<string, Stage>> = {
  ...base,
  selfReviewing: titled(selfReviewing, 'Kiểm tra lại quyết định kỷ luật'),
  // No decision is prepared here: the council proposes (first instance), then the parties are heard.
  reported: withArrows(
    {
      ...of('reported'),
      arrows: editArrows(
        (of('reported').arrows ?? []).filter((arrow) => arrow.on !== 'DECIDE'),
        [on('CALL_DIALOGUE', alsoNeeds('disciplineCouncilHeard'))],
      ),
    },
    ...council,
  ),
  dialogue: titled(of('dialogue'), 'Tổ chức đối thoại trước khi quyết định'),
  sent: {
    ...of('sent'),
    info: {
      ...of('sent').info,
      clocks: {
        none: 'Chỉ còn ngày có hiệu lực (KL.EFFECT) và thời hiệu khiếu nại lần hai (KL.TIMEBAR.L2): là mốc, không phải hạn phải làm.',
      },
    },
  },
  effective: withArrows(of('effective'), announce),
  enforcing: withArrows(of('enforcing'), announce),
};

export const opening: readonly Arrow[] = editArrows(openingOfComplaints, [clocksOfChapterIV, rebased]);
export const recourseRegion: Region = editRegion(recourseOfComplaints, [...EDITS, clocksOfChapterIV]);
