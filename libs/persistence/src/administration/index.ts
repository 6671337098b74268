export * from './account-register.js';
export * from './administration-journal.js';
export * from './emergency-access.js';
export * from './agency-register.js';
export * from './first-administrator.js';
export * from './opening-balances.js';
export * from './remote-areas.js';
export * from './setup-reader.js';
export { type BreachRow, Breaches } from './breaches.js';
