/**
 * Where an open file of version 1 stands in version 2, region by region. Version 2 keeps the names of version 1 for the same
 * moment of a file, so most map to themselves; what had ended stays ended.
 */
export const MIGRATION_1_2 = {
  procedure: 'complaint',
  from: 1,
  to: 2,
  regions: {
    progress: {
      new: 'new',
      received: 'received',
      notAccepted: 'closedNotAccepted',
      accepted: 'accepted',
      selfReviewing: 'selfReviewing',
      verifying: 'verifying',
      reported: 'reported',
      dialogue: 'dialogue',
      suspended: 'suspended',
      withdrawn: 'withdrawn',
      discontinued: 'discontinued',
      closedByDiscontinuance: 'closedByDiscontinuance',
      decided: 'decided',
      sent: 'sent',
      published: 'published',
      effective: 'effective',
      enforcing: 'enforcing',
      closed: 'closed',
      passedUp: 'settledAbove',
    },
    stay: { inForce: 'inForce', stayed: 'stayed', lifted: 'lifted' },
    recourse: { none: 'none', appealed: 'appealed', sued: 'sued' },
  },
  /** Regions that version 1 did not have, with where they begin. */
  added: { reading: 'noRequest' },
} as const;
