import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { type ProofGround, proveEvent, proveGrowth, type SignedTreeHead, verifyAll } from '#libs/audit';
import { headNoticePdf } from '#libs/documents';
import type { AgencyDirectory, AuditCheckRow, AuditChecks, LedgerReader } from '#libs/persistence';
import { AppError } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { mustBe } from '../http/rights.js';
import { runCheck } from './ledger-check.js';
import { AuditDesk, type AuditFile } from './audit-desk.js';
import { ExportDoor } from './export-door.js';
import { noticeOf } from './notice-of.js';
import type {
  AuditCheckDto,
  AuditFaultDto,
  AuditVerifyDto,
  ConsistencyProofDto,
  InclusionProofDto,
  LedgerStandingDto,
  TreeHeadDto,
} from './audit.dto.js';

const MANY_FAULTS = 200;
const CHECKERS = ['inspector', 'administrator', 'chairman', 'provinceChairman'] as const;

export class LedgerAuditDesk extends AuditDesk {
  private readonly logger = new Logger('AuditCheck');
  private readonly door = new ExportDoor();

  constructor(
    private readonly ledger: LedgerReader,
    private readonly checks: AuditChecks,
    private readonly directory: AgencyDirectory,
  ) {
    super();
  }

  async head(): Promise<TreeHeadDto> {
    return this.view(await this.signedHead());
  }

  async proof(actor: Actor, eventId: string): Promise<InclusionProofDto> {
    const found = await this.ledger.find(actor, eventId);
    if (!found) throw notFound('Không có sự kiện này, hoặc hồ sơ của nó nằm ngoài phạm vi bạn được xem.');
    const ground = await this.ground();
    const file = await proveEvent(ground, found);
    if (!file)
      throw new AppError({
        status: 409,
        code: 'AUDIT.NOT_SEALED_YET',
        title: 'Sự kiện chưa được niêm phong',
        detail: 'Sự kiện mới ghi sẽ nằm trong gốc cây ký kế tiếp. Hãy thử lại sau ít phút.',
      });
    const { leafNo, event, path, head } = file;
    return {
      ...{ eventId, leafNo, path: [...path], eventHash: event.hash.replace(/^\\x/, '') },
      ...{ treeSize: head.treeSize, rootHash: head.rootHash, head: await this.view(head) },
      file: { ...file },
    };
  }

  async consistency(fromSize: number): Promise<ConsistencyProofDto> {
    const ground = await this.ground();
    const { head } = ground;
    if (fromSize > head.treeSize)
      throw notFound(
        `Gốc cây gần nhất mới có ${head.treeSize} sự kiện, ít hơn ${fromSize}. Nếu gốc cây ${fromSize} sự kiện đã từng được niêm yết thì nhật ký đã bị cắt: hãy báo thanh tra.`,
      );
    const file = await proveGrowth(ground, { fromSize, from: await this.ledger.headOf(fromSize) });
    return {
      ...{ fromSize, treeSize: head.treeSize, fromRootHash: file.from?.rootHash ?? null, rootHash: head.rootHash },
      ...{ path: [...file.path], file: { ...file } },
    };
  }

  async notice(actor: Actor, treeSize?: number): Promise<AuditFile> {
    const head = treeSize === undefined ? await this.signedHead() : await this.ledger.headOf(treeSize);
    if (!head) throw notFound(`Chưa từng ký gốc cây nào đúng ${treeSize} sự kiện.`);
    const agency = (await this.directory.all()).get(actor.agencyId)?.name ?? '';
    const bytes = await headNoticePdf(noticeOf(head, await this.ledger.keys(), agency));
    return { bytes, name: `goc-cay-${head.treeSize}.pdf` };
  }

  async export(actor: Actor): Promise<Readable> {
    mustBe(actor, CHECKERS, 'Xuất nhật ký');
    return this.door.open((work) => this.ledger.readExport(actor, work));
  }

  async verifier(): Promise<AuditFile> {
    return { name: 'verify.mjs', bytes: await readFile(join(process.cwd(), 'libs/audit/verifier/verify.mjs')) };
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
      keys: (await this.ledger.keys())
        .map(({ keyId, publicKey, previousKeyId, treeSize, since, reason }) => ({
          ...{ keyId, publicKey, previousKeyId, treeSize, since, reason },
        }))
        .reverse(),
      lastCheck: last && { ...last, finishedAt: last.finishedAt.toISOString() },
      unsealed: await this.ledger.unsealed(),
    };
  }

  /** Runs on after the answer; its row says how far it is and outlives the page that started it. */
  async startCheck(actor: Actor): Promise<AuditCheckDto> {
    mustBe(actor, CHECKERS, 'Kiểm tra nhật ký');
    const { id } = await this.checks.start(actor, randomUUID());
    void runCheck({ ledger: this.ledger, checks: this.checks }, actor, id).catch((error: unknown) =>
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

  private async ground(): Promise<ProofGround> {
    return { source: this.ledger.tree, head: await this.signedHead(), keys: await this.ledger.keys() };
  }

  private async view(head: SignedTreeHead): Promise<TreeHeadDto> {
    return {
      ...head,
      publicKey: (await this.ledger.keys()).find(({ keyId }) => keyId === head.keyId)?.publicKey ?? null,
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
