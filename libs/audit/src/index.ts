export { canonicalJson } from './canonical.js';
export * from './ledger-event.js';
export * from './merkle.js';
export * from './ports.js';
export * from './tree-head.js';
export * from './verify-chain.js';
export * from './seal.js';
export * from './verify-ledger.js';
export * from './export-ledger.js';
