import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { inclusionProof, keyIdOf, leafHash, type SignedTreeHead, toBytes, verifyAll } from '#libs/audit';
import type { AuditCheckRow, AuditChecks, LedgerReader, SigningKey } from '#libs/persistence';
import { AppError } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { mustBe } from '../http/rights.js';
import { runCheck } from './ledger-check.js';
import { AuditDesk } from './audit-desk.js';
import type {
  AuditCheckDto,
  AuditFaultDto,
  AuditVerifyDto,
  InclusionProofDto,
  LedgerStandingDto,
  TreeHeadDto,
} from './audit.dto.js';

const MANY_FAULTS = 200;
const CHECKERS = ['inspector', 'administrator', 'chairman', 'provinceChairman'] as const;

export class LedgerAuditDesk extends AuditDesk {
  private readonly logger = new Logger('AuditCheck');

  constructor(
    private readonly ledger: LedgerReader,
    private readonly key: Pick<SigningKey, 'publicKey' | 'publicPem'>,
    private readonly checks: AuditChecks,
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
    const { leafNo, event } = found;
    const path = inclusionProof(leaves, leafNo).map((hash) => hash.toString('hex'));
    return {
      ...{ eventId, leafNo, path, eventHash: event.hash.replace(/^\\x/, '') },
      ...{ treeSize: head.treeSize, rootHash: head.rootHash, head: await this.view(head) },
      file: { format: 'nghe-dan-proof/1', event, leafNo, path, head },
    };
  }

  async verify(actor: Actor): Promise<AuditVerifyDto> {
    mustBe(actor, CHECKERS, 'Kiểm tra nhật ký');
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

  async standing(actor: Actor): Promise<LedgerStandingDto> {
    const last = await this.checks.last(actor);
    return {
      heads: (await this.checks.heads(actor)).map(({ treeSize, rootHash, signedAt, keyId }) => ({
        ...{ treeSize, rootHash, signedAt, keyId },
      })),
      lastCheck: last && { ...last, finishedAt: last.finishedAt.toISOString() },
      unsealed: await this.ledger.unsealed(),
    };
  }

  /** Runs on after the answer; its row says how far it is and outlives the page that started it. */
  async startCheck(actor: Actor): Promise<AuditCheckDto> {
    mustBe(actor, CHECKERS, 'Kiểm tra nhật ký');
    const { id } = await this.checks.start(actor, randomUUID());
    void runCheck({ ledger: this.ledger, checks: this.checks, key: this.key }, actor, id).catch((error: unknown) =>
      this.logger.error(error),
    );
    return this.check(actor, id);
  }

  async check(actor: Actor, id: string): Promise<AuditCheckDto> {
    const row = await this.checks.find(actor, id);
    if (!row) throw notFound('Không có lần kiểm này, hoặc không phải của bạn.');
    return checkView(row);
  }

  async cancelCheck(actor: Actor, id: string): Promise<AuditCheckDto> {
    await this.checks.cancel(actor, id);
    return this.check(actor, id);
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

const stateOf = ({ cancelled, finishedAt, lost }: AuditCheckRow): AuditCheckDto['state'] =>
  finishedAt === null ? (lost ? 'lost' : 'running') : cancelled ? 'cancelled' : 'done';

function checkView(row: AuditCheckRow): AuditCheckDto {
  const { id, total, done, events, ok, unsealed, faults } = row;
  return {
    ...{ id, total, done, state: stateOf(row) },
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    result:
      ok === null
        ? null
        : {
            ...{ ok, cases: done, events, unsealed: unsealed ?? 0 },
            faults: (faults ?? []) as unknown as AuditFaultDto[],
          },
  };
}
