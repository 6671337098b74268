import type { Actor } from '#libs/access';
import type { Readable } from 'node:stream';
import type {
  AuditCheckDto,
  AuditVerifyDto,
  ConsistencyProofDto,
  InclusionProofDto,
  LedgerStandingDto,
  TreeHeadDto,
} from './audit.dto.js';

export interface AuditFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export abstract class AuditDesk {
  abstract head(): Promise<TreeHeadDto>;
  abstract proof(actor: Actor, eventId: string): Promise<InclusionProofDto>;
  abstract consistency(fromSize: number): Promise<ConsistencyProofDto>;
  /** One sheet for the notice board. */
  abstract notice(actor: Actor, treeSize?: number): Promise<AuditFile>;
  /** Lines for the offline verifier, of what the actor sees; ends with an error where the ledger could not be read to its end. */
  abstract export(actor: Actor): Promise<Readable>;
  abstract verifier(): Promise<AuditFile>;
  abstract verify(actor: Actor): Promise<AuditVerifyDto>;
  abstract standing(actor: Actor): Promise<LedgerStandingDto>;
  abstract startCheck(actor: Actor): Promise<AuditCheckDto>;
  abstract check(actor: Actor, id: string): Promise<AuditCheckDto>;
  abstract cancelCheck(actor: Actor, id: string): Promise<AuditCheckDto>;
}
