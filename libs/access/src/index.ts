export * from './types.js';
export * from './ports.js';
export * from './attempt-limit.js';
export * from './attempts.js';
export * from './second-factor.js';
export * from './sign-in.js';
export { notLinked } from './sign-in-refusals.js';
export * from './delegations.js';
export * from './administration/index.js';
