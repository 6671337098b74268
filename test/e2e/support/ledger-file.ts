import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GrowingTree, hashEvent, leafHash, toBytes, toHashText, type CaseHead, type PlacedEvent } from '#libs/audit';
import { repository } from '#testing/support/repository';

type Json = Record<string, unknown>;
interface Leaves {
  from: number;
  hashes: string;
}
export interface Line {
  format?: string;
  key?: Json;
  head?: Json;
  leaves?: Leaves;
  case?: { -readonly [name in keyof CaseHead]: CaseHead[name] };
  event?: { -readonly [name in keyof PlacedEvent]: PlacedEvent[name] };
  end?: Json;
}

/** A folder with nothing but the verifier in it: the machine of somebody outside. */
export class Outsider {
  readonly folder = mkdtempSync(join(tmpdir(), 'nghe-dan-outside-'));

  constructor() {
    copyFileSync(join(repository, 'libs/audit/verifier/verify.mjs'), join(this.folder, 'verify.mjs'));
  }

  put(name: string, content: string | Buffer): string {
    writeFileSync(join(this.folder, name), content);
    return name;
  }

  get files(): string[] {
    return readdirSync(this.folder).toSorted();
  }

  /** What the verifier prints, and how it ends. */
  verify(...args: string[]): Promise<{ code: number; output: string }> {
    return new Promise((done) =>
      execFile(
        process.execPath,
        ['verify.mjs', ...args],
        { cwd: this.folder, env: {}, maxBuffer: 1e7 },
        (error, output, errors) => done({ code: error ? Number(error.code) : 0, output: output + errors }),
      ),
    );
  }

  leave(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** An exported ledger in the hands of a forger, who can do everything but sign. */
export class Forgery {
  readonly lines: Line[];

  constructor(text: string) {
    this.lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
  }

  get text(): string {
    return `${this.lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
  }

  get events(): NonNullable<Line['event']>[] {
    return this.lines.flatMap(({ event }) => event ?? []);
  }
  get heads(): Json[] {
    return this.lines.flatMap(({ head }) => (head ? [head] : []));
  }
  get keys(): Json[] {
    return this.lines.flatMap(({ key }) => (key ? [key] : []));
  }
  caseOf(caseId: string): NonNullable<Line['case']> {
    return this.lines.flatMap((line) => line.case ?? []).find((head) => head.caseId === caseId)!;
  }
  chain(caseId: string): NonNullable<Line['event']>[] {
    return this.events.filter((event) => event.caseId === caseId);
  }

  remove(unwanted: (line: Line) => boolean): void {
    for (let at = this.lines.length - 1; at >= 0; at -= 1) if (unwanted(this.lines[at]!)) this.lines.splice(at, 1);
  }

  /** Hashes the chain of a case anew and writes its head to fit. */
  rechain(caseId: string, from = 1): void {
    let prevHash = this.chain(caseId).find(({ seq }) => seq === from)?.prevHash ?? '';
    for (const event of this.chain(caseId).filter(({ seq }) => seq >= from)) {
      event.prevHash = prevHash;
      event.hash = hashEvent(prevHash, event);
      prevHash = event.hash;
    }
    const last = this.chain(caseId).at(-1)!;
    Object.assign(this.caseOf(caseId), { seq: last.seq, headHash: last.hash });
  }

  /** Leaf hashes as the events now have them, in their order of leaf numbers. */
  releaf(): void {
    const sealed = this.events
      .filter(({ leafNo }) => leafNo !== null)
      .toSorted((a, b) => Number(a.leafNo) - Number(b.leafNo));
    const block = this.lines.find(({ leaves }) => leaves)!.leaves!;
    block.hashes = Buffer.concat(sealed.map(({ hash }) => toBytes(hash))).toString('base64');
  }

  /** What lies at a leaf. */
  leaf(leafNo: number): string {
    const hashes = Buffer.from(this.lines.find(({ leaves }) => leaves)!.leaves!.hashes, 'base64');
    return toHashText(hashes.subarray(leafNo * 32, leafNo * 32 + 32));
  }

  rootOf(size: number): string {
    const tree = new GrowingTree();
    for (let leafNo = 0; leafNo < size; leafNo += 1) tree.append(leafHash(toBytes(this.leaf(leafNo))));
    return tree.root().toString('hex');
  }

  /** The closing line says what the file has. */
  recount(): void {
    const of = (name: keyof Line): number => this.lines.filter((line) => line[name] !== undefined).length;
    const end = this.lines.find((line) => line.end)?.end;
    if (end) Object.assign(end, { keys: of('key'), heads: of('head'), cases: of('case'), events: of('event') });
  }
}
