export { petitionHandling } from './definition.js';
export { petitionHandling2 } from './v2/index.js';
export { adviseDisposition, DECISION_TABLE } from './v2/decision-table.js';
export type { DecisionRow, Disposition } from './v2/decision-row.js';
export { adviseResend, type EarlierStanding, type ResendAdvice } from './v2/resend-advice.js';
