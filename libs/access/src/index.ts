export * from './types.js';
export * from './ports.js';
export * from './attempt-limit.js';
export * from './sign-in.js';
export * from './delegations.js';
export * from './administration/index.js';
