export * from './argon2-hasher.js';
export * from './postgres-accounts.js';
export * from './postgres-sessions.js';
