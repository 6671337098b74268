import type { Actor } from '#libs/access';
import { inclusionProof, keyIdOf, leafHash, type SignedTreeHead, toBytes, verifyAll } from '#libs/audit';
import type { LedgerReader, SigningKey } from '#libs/persistence';
import { AppError } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { mustBe } from '../http/rights.js';
import { AuditDesk } from './audit-desk.js';
import type { AuditVerifyDto, InclusionProofDto, TreeHeadDto } from './audit.dto.js';

const MANY_FAULTS = 200;

export class LedgerAuditDesk extends AuditDesk {
  constructor(
    private readonly ledger: LedgerReader,
    private readonly key: Pick<SigningKey, 'publicKey' | 'publicPem'>,
  ) {
    super();
  }

  async head(): Promise<TreeHeadDto> {
    return this.view(await this.signedHead());
  }

  async proof(actor: Actor, eventId: string): Promise<InclusionProofDto> {
    const found = await this.ledger.find(actor, eventId);
    if (!found) throw notFound('Không có sự kiện này, hoặc hồ sơ của nó nằm ngoài phạm vi bạn được xem.');
    const head = await this.signedHead();
    if (found.leafNo === null || found.leafNo >= head.treeSize)
      throw new AppError({
        status: 409,
        code: 'AUDIT.NOT_SEALED_YET',
        title: 'Sự kiện chưa được niêm phong',
        detail: 'Sự kiện mới ghi sẽ nằm trong gốc cây ký kế tiếp. Hãy thử lại sau ít phút.',
      });
    const leaves = (await this.ledger.leafHashes(head.treeSize)).map((hash) => leafHash(toBytes(hash)));
    return {
      eventId,
      eventHash: found.event.hash.replace(/^\\x/, ''),
      leafNo: found.leafNo,
      treeSize: head.treeSize,
      rootHash: head.rootHash,
      path: inclusionProof(leaves, found.leafNo).map((hash) => hash.toString('hex')),
      head: await this.view(head),
    };
  }

  async verify(actor: Actor): Promise<AuditVerifyDto> {
    mustBe(actor, ['inspector', 'administrator', 'chairman', 'provinceChairman'], 'Kiểm tra nhật ký');
    const { cases, events, findings } = await this.ledger.read(actor, verifyAll);
    return {
      ok: findings.length === 0,
      cases,
      events,
      unsealed: await this.ledger.unsealed(),
      faults: findings.slice(0, MANY_FAULTS).map(({ kind, message, caseId, seq }) => ({
        code: `AUDIT.${kind.toUpperCase()}`,
        message,
        caseFileId: caseId,
        seq,
      })),
    };
  }

  private async signedHead(): Promise<SignedTreeHead> {
    const head = await this.ledger.latestHead();
    if (head) return head;
    throw new AppError({
      status: 404,
      code: 'AUDIT.NO_HEAD',
      title: 'Chưa có gốc cây nào được ký',
      detail: 'Gốc cây đầu tiên được ký sau khi có sự kiện và tiến trình nền đã chạy.',
    });
  }

  private async view(head: SignedTreeHead): Promise<TreeHeadDto> {
    return {
      ...head,
      publicKey: head.keyId === keyIdOf(this.key.publicKey) ? this.key.publicPem : null,
      unsealed: await this.ledger.unsealed(),
    };
  }
}
