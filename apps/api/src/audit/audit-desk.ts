import type { Actor } from '#libs/access';
import type { AuditVerifyDto, InclusionProofDto, TreeHeadDto } from './audit.dto.js';

export abstract class AuditDesk {
  abstract head(): Promise<TreeHeadDto>;
  abstract proof(actor: Actor, eventId: string): Promise<InclusionProofDto>;
  abstract verify(actor: Actor): Promise<AuditVerifyDto>;
}
