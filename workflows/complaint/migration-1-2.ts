import { cite, type CaseMigration } from '#libs/procedure';

const ofSecond = 'Hồ sơ phiên bản 1 chỉ giải quyết lần đầu.';

/** Stages that keep their name. */
const same = (...stages: readonly string[]): Record<string, string> =>
  Object.fromEntries(stages.map((stage) => [stage, stage]));

/**
 * Where a file of version 1 stands in version 2. Version 2 keeps the names of version 1 for the same moment of a file, so an
 * open file stays where it is; what had ended stays ended.
 */
export const MIGRATION_1_2: CaseMigration = {
  procedure: 'complaint',
  from: 1,
  to: 2,
  basis: cite('NĐ155 Đ.22 k1'),
  stateMap: {
    main: {
      ...same('received', 'accepted', 'selfReviewing', 'verifying', 'reported', 'dialogue'),
      ...same('suspended', 'withdrawn', 'discontinued', 'closedByDiscontinuance'),
      ...same('decided', 'sent', 'published', 'effective', 'enforcing', 'closed'),
      notAccepted: 'closedNotAccepted',
      passedUp: 'settledAbove',
    },
    stay: same('inForce', 'stayed', 'lifted'),
    recourse: same('none', 'appealed', 'sued'),
  },
  newRegions: { reading: 'noRequest' },
  leaves: {
    // Version 1 comes into force only after it was sent.
    'KN.SEND.L1': 'Hồ sơ phiên bản 1 chỉ có hiệu lực sau khi quyết định đã gửi.',
    'KN.ACCEPT.L2': ofSecond,
    'KN.RESOLVE.L2': ofSecond,
    'KN.SEND.L2': ofSecond,
    'KN.EFFECT.L2': ofSecond,
  },
};
