export * from './model.js';
export { planMove } from './plan-move.js';
export { decideReprojection } from './decide-reprojection.js';
export { CalendarChanges, CalendarJobs, type PreviewedRow } from './ports.js';
export { CalendarChangeService, type CalendarChangeDependencies } from './calendar-change-service.js';
export { REPROJECTION_SET, ReprojectionService, type ReprojectionDependencies } from './reprojection-service.js';
