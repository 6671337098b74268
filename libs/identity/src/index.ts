export * from './ports.js';
export { SealBroken } from './aead.js';
export * from './sealer.js';
export * from './blind-index.js';
export * from './commitment.js';
export { hashRequest } from './request-hash.js';
export {
  checkOf,
  LocalKeyVault,
  openKeyVault,
  type OpenKeyOptions,
  readKeyFile,
  ringOf,
  writeKeyFile,
} from './local-key-vault.js';
export {
  boundOf,
  KeyRotation,
  type RotationProgress,
  versionOf,
  WrappedKeys,
  type Rewrapped,
  type WrappedRow,
} from './rotation.js';
export { InMemoryKeyChecks } from './in-memory-key-checks.js';
export * from './breach-steps.js';
export * from './releases.js';
export * from './secrecy.js';
export { IdentityDesk, type ReleaseRequest, type ReleaseView } from './identity-desk.js';
