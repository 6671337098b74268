import type { Actor } from '#libs/access';
import type { AuditCheckDto, AuditVerifyDto, InclusionProofDto, LedgerStandingDto, TreeHeadDto } from './audit.dto.js';

export abstract class AuditDesk {
  abstract head(): Promise<TreeHeadDto>;
  abstract proof(actor: Actor, eventId: string): Promise<InclusionProofDto>;
  abstract verify(actor: Actor): Promise<AuditVerifyDto>;
  abstract standing(actor: Actor): Promise<LedgerStandingDto>;
  abstract startCheck(actor: Actor): Promise<AuditCheckDto>;
  abstract check(actor: Actor, id: string): Promise<AuditCheckDto>;
  abstract cancelCheck(actor: Actor, id: string): Promise<AuditCheckDto>;
}
