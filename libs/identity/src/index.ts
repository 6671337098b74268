export * from './ports.js';
export { SealBroken } from './aead.js';
export * from './sealer.js';
export * from './blind-index.js';
export * from './commitment.js';
export { LocalKeyVault, openKeyVault, type OpenKeyOptions } from './local-key-vault.js';
export { InMemoryKeyChecks } from './in-memory-key-checks.js';
export * from './releases.js';
export { IdentityDesk, type ReleaseRequest, type ReleaseView } from './identity-desk.js';
