export * from './postgres-ledger-archive.js';
export * from './signing-key.js';
