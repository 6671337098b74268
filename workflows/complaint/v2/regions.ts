import { effects as fx, type Arrow, type Region } from '#libs/procedure';
import { alsoDoes, alsoNeeds, editRegion, on } from '../../common/compose.js';
import { recourseRegion as recourseFirst, stayRegion as stayFirst } from '../side-regions.js';
import { law } from './law.js';

/** As in version 1, with the end of the stay held within what is left of the limit. */
export const stayRegion: Region = editRegion(stayFirst, [
  on('ISSUE_STAY', alsoNeeds('stayWithinLimit'), alsoDoes(fx.open('KN.STAY.CAP', 'occurredOn'))),
  on('LIFT_STAY', alsoDoes(fx.met('KN.STAY.CAP'))),
]);

const recourse = editRegion(recourseFirst, [
  on('NOTE_APPEAL', alsoNeeds('appealAtFirst')),
  on('NOTE_COURT', alsoDoes(fx.met('TTHC.SUE'))),
]);

const secondEnded: Arrow = {
  on: 'SECOND_ENDED',
  to: 'none',
  basis: law.secondOpen,
  effects: [
    fx.remember('secondEndedOn'),
    ...fx.when('effectAgainNear', fx.open('KN.EFFECT.L1', 'decidedOn')),
    ...fx.when('effectAgainRemote', fx.open('KN.EFFECT.L1', 'decidedOn', 'remote')),
    fx.notify('complaint.secondEnded', 'caseOfficer', 'unitHead'),
  ],
};
const fileToCourt: Arrow = {
  on: 'HAND_FILE_TO_COURT',
  needs: ['fileIndexed', 'documentNumber'],
  basis: law.courtFile,
  effects: [fx.remember('courtFileOn'), fx.issue('FILE.INDEX'), fx.issue('FILE.HANDOVER')],
};

/** What the complainant did next; the higher instance tells when it ends without a decision. */
export const recourseRegion: Region = {
  ...recourse,
  stages: Object.fromEntries(
    Object.entries(recourse.stages).map(([name, stage]) => [
      name,
      {
        ...stage,
        arrows: [
          ...(stage.arrows ?? []),
          ...(name === 'appealed' ? [secondEnded] : []),
          ...(name === 'sued' ? [fileToCourt] : []),
        ],
      },
    ]),
  ),
};

/** The parties’ reading and copying of what was gathered: asked for, redacted, given or refused, each a line in the ledger. */
export const readingRegion: Region = {
  initial: 'noRequest',
  stages: {
    noRequest: {
      info: {
        title: 'Chưa có yêu cầu đọc, sao chụp tài liệu chờ trả lời',
        basis: law.reading,
        owner: 'caseOfficer',
        clocks: { none: 'Chưa có yêu cầu đọc, sao chụp tài liệu.' },
        publicTitle: '',
      },
      arrows: [
        {
          on: 'REQUEST_READING',
          to: 'requested',
          needs: ['evidenceGathered', 'lawyerProven'],
          basis: law.reading,
          effects: [
            fx.remember('readingAskedOn'),
            fx.remember('readingBy', 'reader'),
            fx.notify('complaint.readingAsked', 'caseOfficer', 'unitHead'),
          ],
        },
      ],
    },
    requested: {
      info: {
        title: 'Có yêu cầu đọc, sao chụp tài liệu chờ trả lời',
        basis: law.reading,
        owner: 'caseOfficer',
        clocks: { none: 'Luật không định thời hạn trả lời yêu cầu đọc, sao chụp tài liệu của hồ sơ.' },
        publicTitle: '',
      },
      arrows: [
        {
          on: 'GRANT_READING',
          to: 'noRequest',
          needs: ['redacted'],
          basis: law.reading,
          effects: [fx.remember('readingGrantedOn')],
        },
        {
          on: 'REFUSE_READING',
          to: 'noRequest',
          needs: ['readingRefusal'],
          basis: law.reading,
          effects: [fx.remember('readingRefusedOn')],
        },
      ],
    },
  },
};
