import { cite, type CaseMigration } from '#libs/procedure';
import { MIGRATION_1_2 as complaints } from './complaint/migration-1-2.js';

const lawPerAct = cite('NĐ155 Đ.22 k1; NĐ156 Đ.10 k1');

/**
 * How running files go over to the next version of their procedure. A pair of versions without an entry has no way over:
 * its files end under the version they follow.
 */
export const MIGRATIONS: readonly CaseMigration[] = [
  complaints,
  {
    ...{ procedure: 'petition-handling', from: 1, to: 2, basis: lawPerAct },
    stateMap: {
      main: {
        ...same('received', 'classified', 'eligible', 'ineligible', 'supplementing', 'competent', 'notCompetent'),
        // What version 1 resolved itself goes back to where version 2 opens the file of the matter.
        ...{ proposedAcceptance: 'competent', resolvingFeedback: 'competent' },
        ...same('complaintOpened', 'guided', 'transferred', 'returned', 'splitUp', 'withdrawn'),
        // The year of keeping is counted for petitions put away under version 2.
        ...{ filed: 'keptOn', notProcessed: 'keptOn', answered: 'feedbackOpened' },
        ...{ denunciationAccepted: 'denunciationOpened', denunciationRefused: 'denunciationOpened' },
        ...same('transferredForInspection', 'transferredToInvestigation'),
      },
    },
    leaves: {
      'TC.PRESS': 'Tính từ khi nhận tin; đơn đã nhận theo phiên bản 1 không theo dõi riêng.',
      'TCD.REPLY': 'Tính từ buổi tiếp công dân; đơn đã nhận theo phiên bản 1 không theo dõi riêng.',
      'KN.ACCEPT.L1': 'Đã mở khi nhận đơn, nếu là khiếu nại.',
      'TC.REG': 'Đã mở khi nhận đơn, nếu là tố cáo.',
      'XLD.HANDLE': 'Đã mở khi nhận đơn.',
      'TCD.DISCIPLINE': 'Đã mở khi nhận đơn.',
    },
  },
];

/** Stages that keep their name. */
function same(...stages: readonly string[]): Record<string, string> {
  return Object.fromEntries(stages.map((stage) => [stage, stage]));
}

export const findMigration = (procedure: string, from: number, to: number): CaseMigration | undefined =>
  MIGRATIONS.find((one) => one.procedure === procedure && one.from === from && one.to === to);
