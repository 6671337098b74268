import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '#libs/access';
import { type EventProof, exportLedger, type LedgerEvent, proveEvent } from '#libs/audit';
import { type ZippedFile, zipWithSums } from '#libs/documents';
import type { LedgerReader } from '#libs/persistence';
import { type Finding, type Inspection, type InspectionRoom, type Inspections, sha256Hex } from '#libs/reporting';
import type { Clock } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { mustBe } from '../http/rights.js';
import { GUIDE, listFiles, sampleFiles } from './evidence-files.js';

export interface EvidenceParts {
  readonly room: InspectionRoom;
  readonly inspections: Inspections;
  readonly ledger: LedgerReader;
  readonly clock: Clock;
}
const READERS = ['inspector', 'provinceChairman'] as const;
const VERIFIER = 'libs/audit/verifier/verify.mjs';

/** Everything of an inspection in one archive, for somebody outside: what was counted, drawn and found, and the ledger behind it. */
export class EvidenceDesk {
  constructor(private readonly parts: EvidenceParts) {}

  async archive(actor: Actor, id: string): Promise<{ readonly bytes: Buffer; readonly name: string }> {
    mustBe(actor, READERS, 'Xuất hồ sơ chứng cứ');
    const inspection = await this.parts.inspections.find(actor, id);
    if (!inspection) throw notFound('Không có cuộc kiểm tra này, hoặc nằm ngoài phạm vi của bạn.');
    const { files, cases } = await this.gathered(actor, inspection);
    const ledger = await this.ledger(actor, [...cases].sort());
    const all = [...files, ...ledger, { name: 'verify.mjs', bytes: await readFile(join(process.cwd(), VERIFIER)) }];
    const manifest = {
      format: 'nghe-dan-evidence/1',
      inspection: { id, name: inspection.name, team: inspection.team, from: inspection.from, to: inspection.to },
      exportedBy: actor.fullName,
      exportedAt: (await this.parts.clock.now()).toISOString(),
      files: all.map(({ name, bytes }) => ({ name, bytes: Buffer.byteLength(bytes), sha256: sha256Hex(bytes) })),
    };
    const sealed = [...all, { name: 'manifest.json', bytes: `${JSON.stringify(manifest, null, 1)}\n` }];
    return { bytes: zipWithSums(sealed), name: `chung-cu-${id}.zip` };
  }

  /** Lists, samples and findings, and the ids of every file they speak of. */
  private async gathered(
    actor: Actor,
    { id }: Inspection,
  ): Promise<{ readonly files: ZippedFile[]; readonly cases: ReadonlySet<string> }> {
    const { inspections, room } = this.parts;
    const files: ZippedFile[] = [{ name: 'HUONG-DAN.txt', bytes: GUIDE }];
    const cases = new Set<string>();
    const findings: { readonly place: string; readonly finding: Finding; readonly shielded: boolean }[] = [];
    for (const [at, list] of (await inspections.lists(actor, id)).entries()) {
      const rows = await inspections.listed(actor, list.id);
      const shielded = new Set(rows.flatMap((row) => (row.protected && row.caseId !== null ? [row.caseId] : [])));
      for (const row of rows) for (const one of [row.id, row.caseId]) if (one !== null) cases.add(one);
      files.push(...listFiles(at + 1, list, await inspections.listIds(actor, list.id)));
      for (const finding of await inspections.findings(actor, { listId: list.id }))
        findings.push({ place: `danh sách ${at + 1}`, finding, shielded: shielded.has(finding.caseId) });
    }
    for (const [at, sample] of (await inspections.samples(actor, id)).entries()) {
      const drawn = await inspections.cases(actor, sample.id);
      for (const { caseId } of drawn) cases.add(caseId);
      const shielded = new Set(drawn.flatMap((one) => (PROTECTED.has(one.petitionType) ? [one.caseId] : [])));
      files.push(...sampleFiles(at + 1, { sample, drawn, population: await room.population(actor, sample) }));
      for (const finding of await inspections.findings(actor, { sampleId: sample.id }))
        findings.push({ place: `mẫu ${at + 1}`, finding, shielded: shielded.has(finding.caseId) });
    }
    files.push({ name: 'ghi-nhan.json', bytes: json(findings.map(findingFor)) });
    return { files, cases };
  }

  /** The chains of these files, the leaves of the whole tree, the signed heads, and a proof for the last sealed event of each. */
  private async ledger(actor: Actor, cases: readonly string[]): Promise<ZippedFile[]> {
    const { ledger } = this.parts;
    const lines: string[] = [];
    await ledger.readExport(
      actor,
      (streams) => exportLedger(streams, (line) => Promise.resolve(void lines.push(line))),
      cases,
    );
    const head = await ledger.latestHead();
    const text = lines.join('');
    const files: ZippedFile[] = [{ name: 'nhat-ky.jsonl', bytes: text }];
    if (!head) return files;
    const keys = await ledger.keys();
    const key = keys.find(({ keyId }) => keyId === head.keyId);
    if (key) files.push({ name: 'khoa-cong-khai.pem', bytes: key.publicKey });
    for (const [caseId, placed] of lastSealed(lines, head.treeSize)) {
      const proof: EventProof | null = await proveEvent({ source: ledger.tree, head, keys }, placed);
      if (proof) files.push({ name: `chung-minh/${caseId}.json`, bytes: `${JSON.stringify(proof)}\n` });
    }
    return files;
  }
}

const PROTECTED: ReadonlySet<string> = new Set(['denunciation', 'mixed']);
const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** Words written about a protected file may name somebody: they stay in the house, their hash goes out. */
const findingFor = ({ place, finding, shielded }: { place: string; finding: Finding; shielded: boolean }) => {
  const { note, notedAt, ...rest } = finding;
  const words = shielded
    ? { noteSha256: sha256Hex(note), noteKept: 'Nội dung về hồ sơ được bảo vệ không xuất ra ngoài' }
    : { note };
  return { place, ...rest, ...words, notedAt: notedAt.toISOString() };
};

interface Placed {
  readonly event: LedgerEvent;
  readonly leafNo: number;
}
function lastSealed(lines: readonly string[], treeSize: number): ReadonlyMap<string, Placed> {
  const found = new Map<string, Placed>();
  for (const line of lines) {
    const { event: placed } = JSON.parse(line) as { event?: LedgerEvent & { leafNo: number | null } };
    if (!placed || placed.leafNo === null || placed.leafNo >= treeSize) continue;
    const { leafNo, ...event } = placed;
    found.set(event.caseId, { event, leafNo });
  }
  return found;
}
