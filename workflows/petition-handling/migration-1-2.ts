/**
 * Where a file of version 1 stands when it goes on in version 2. What version 1 resolved itself (feedback, the decision on a
 * denunciation) goes back to `competent`, from where version 2 opens the file of the matter.
 */
export const migration1to2 = {
  procedure: 'petition-handling',
  from: 1,
  to: 2,
  states: {
    received: 'received',
    classified: 'classified',
    eligible: 'eligible',
    ineligible: 'ineligible',
    supplementing: 'supplementing',
    competent: 'competent',
    notCompetent: 'notCompetent',
    proposedAcceptance: 'competent',
    resolvingFeedback: 'competent',
    complaintOpened: 'complaintOpened',
    guided: 'guided',
    transferred: 'transferred',
    returned: 'returned',
    // Closed files stay closed: the year of keeping is counted for files that are put away under version 2.
    filed: 'keptOn',
    notProcessed: 'keptOn',
    splitUp: 'splitUp',
    answered: 'feedbackOpened',
    withdrawn: 'withdrawn',
    denunciationAccepted: 'denunciationOpened',
    denunciationRefused: 'denunciationOpened',
    transferredForInspection: 'transferredForInspection',
    transferredToInvestigation: 'transferredToInvestigation',
  },
} as const;
