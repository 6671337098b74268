import type { Role } from '#libs/shared';

/** Officers who prepare, record and keep the file. */
export const OFFICERS: readonly Role[] = ['caseOfficer', 'unitHead'];
/** Who resolves: the law gives the act to the head, not to the office (LKN Đ.17, 21). */
export const RESOLVERS: readonly Role[] = ['chairman', 'provinceChairman'];
/** Acts of the resolver, which an officer may key from the signed paper, naming signer and number. */
export const RESOLVER_ACT: readonly Role[] = [...RESOLVERS, ...OFFICERS];
/** Records and sub-acts of the office. */
export const OFFICE_ACT: readonly Role[] = [...OFFICERS, ...RESOLVERS];
/** Verification may be given to the inspectorate of the same level (LKN Đ.29 k1b). */
export const VERIFIERS: readonly Role[] = [...OFFICERS, 'inspector', ...RESOLVERS];
export const DESK: readonly Role[] = ['receptionist', ...OFFICERS, ...RESOLVERS];

const RESOLVER_SET: ReadonlySet<string> = new Set(RESOLVERS);
export const isResolver = (role: unknown): boolean => typeof role === 'string' && RESOLVER_SET.has(role);
