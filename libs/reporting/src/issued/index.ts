export { compareSnapshots, type CellDifference } from './compare.js';
export { IssueRoom, type NewDraft, type Recomputed } from './issue-room.js';
export { type Issue, type IssuedReport, issueTitle, REPORT_STATES, type ReportState, stateOf } from './issued.js';
export {
  type FrozenRow,
  IssuedReports,
  type NewIssue,
  type ReportAddress,
  type ReportFilter,
  type StandingIssue,
} from './ports.js';
export { printedReport } from './printed-report.js';
export {
  type FrozenCell,
  type FrozenLine,
  type FrozenList,
  type FrozenReport,
  isIntact,
  listKey,
  sha256Hex,
  type Snapshot,
  definitionHash,
  snapshotOf,
} from './snapshot.js';
export { type Outline, outlineOf, type OutlineSection } from './outline.js';
export {
  cutOffOf,
  goesWithText,
  type NewPack,
  PackMaker,
  packPeriods,
  PackSchedule,
  type PackSigner,
  periodsEnded,
  type ReportPack,
  ReportPacks,
} from './packs.js';
export { type AgencyEntry, DataGaps, GAP_LISTS, GAPS, type Gap, type GapList, type GapRow } from './data-gaps.js';
