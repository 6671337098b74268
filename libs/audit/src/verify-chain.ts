import { GENESIS_HASH, hashEvent, type HashText, type LedgerDraft, type LedgerEvent } from './ledger-event.js';

/** What the case row says of its ledger. */
export interface CaseHead {
  readonly caseId: string;
  readonly seq: number;
  readonly headHash: HashText;
}

export type FindingKind = 'changed' | 'missing' | 'reordered' | 'broken' | 'head' | 'orphan';

export interface Finding {
  readonly caseId: string;
  readonly seq: number;
  readonly kind: FindingKind;
  /** Vietnamese, one sentence. */
  readonly message: string;
}

/** Null for a row that could not have been written: an instant finer than a millisecond, a day that is none. */
function hashOrNull(prevHash: HashText, event: LedgerDraft): HashText | null {
  try {
    return hashEvent(prevHash, event);
  } catch {
    return null;
  }
}

/** The number under which these very values were hashed, where that is another one of the same case. */
function formerSeq(event: LedgerEvent, others: readonly number[]): number | undefined {
  return others.find((seq) => seq !== event.seq && hashOrNull(event.prevHash, { ...event, seq }) === event.hash);
}

function checkRow(event: LedgerEvent, events: readonly LedgerEvent[]): Finding | null {
  if (hashOrNull(event.prevHash, event) === event.hash) return null;
  const where = { caseId: event.caseId, seq: event.seq };
  const former = formerSeq(
    event,
    events.map(({ seq }) => seq),
  );
  if (former !== undefined)
    return {
      ...where,
      kind: 'reordered',
      message: `Bước ${event.seq} vốn là bước ${former}: thứ tự trong nhật ký đã bị đổi.`,
    };
  return {
    ...where,
    kind: 'changed',
    message: `Bước ${event.seq} (${event.type}) đã bị sửa: nội dung không khớp với mã băm đã ghi.`,
  };
}

/** Checks one case's ledger, given in the order of `seq`, against itself and against the case row. */
export function verifyCase(caseId: string, events: readonly LedgerEvent[], head: CaseHead | null): Finding[] {
  const findings: Finding[] = [];
  const report = (seq: number, kind: FindingKind, message: string) => findings.push({ caseId, seq, kind, message });
  let before = { seq: 0, hash: GENESIS_HASH };
  for (const event of events) {
    const row = checkRow(event, events);
    if (row) findings.push(row);
    if (event.seq > before.seq + 1) {
      const [from, to] = [before.seq + 1, event.seq - 1];
      report(
        from,
        'missing',
        from === to ? `Thiếu bước ${from} trong nhật ký.` : `Thiếu các bước từ ${from} đến ${to} trong nhật ký.`,
      );
    } else if (event.seq <= before.seq) report(event.seq, 'broken', `Bước ${event.seq} có hai dòng trong nhật ký.`);
    else if (event.prevHash !== before.hash && row?.kind !== 'reordered')
      report(
        event.seq,
        'broken',
        `Bước ${event.seq} không nối với bước ${before.seq}: bước ${before.seq} đã bị thay hoặc chuỗi bị viết lại.`,
      );
    before = { seq: event.seq, hash: event.hash };
  }
  if (!head) report(before.seq, 'orphan', 'Có nhật ký nhưng không còn hồ sơ vụ việc.');
  else if (head.seq > before.seq)
    report(
      before.seq + 1,
      'missing',
      `Thiếu các bước sau bước ${before.seq}: hồ sơ ghi ${head.seq} bước, nhật ký chỉ có ${before.seq}.`,
    );
  else if (head.seq < before.seq || head.headHash !== before.hash)
    report(before.seq, 'head', `Mã băm cuối trên hồ sơ không khớp với bước ${before.seq} của nhật ký.`);
  return findings;
}

export interface ChainReport {
  readonly cases: number;
  readonly events: number;
  readonly findings: readonly Finding[];
}

/** Both streams come ordered by case id (the text of the uuid), events then by `seq`, from one snapshot of the database. */
export interface LedgerStreams {
  readonly events: AsyncIterable<LedgerEvent>;
  readonly heads: AsyncIterable<CaseHead>;
}

async function* byCase(events: AsyncIterable<LedgerEvent>): AsyncGenerator<LedgerEvent[]> {
  let group: LedgerEvent[] = [];
  for await (const event of events) {
    if (group[0] && group[0].caseId !== event.caseId) {
      yield group;
      group = [];
    }
    group.push(event);
  }
  if (group.length > 0) yield group;
}

/** Checks every case; holds one case in memory at a time. Cases without a single event are reported as missing step 1. */
export async function verifyAll({ events, heads }: LedgerStreams): Promise<ChainReport> {
  const findings: Finding[] = [];
  const counted = { cases: 0, events: 0 };
  const groups = byCase(events);
  let group = await groups.next();
  const check = (caseId: string, rows: readonly LedgerEvent[], head: CaseHead | null) => {
    counted.cases += 1;
    counted.events += rows.length;
    findings.push(...verifyCase(caseId, rows, head));
  };
  for await (const head of heads) {
    while (!group.done && (group.value[0]?.caseId ?? '') < head.caseId) {
      check(group.value[0]?.caseId ?? '', group.value, null);
      group = await groups.next();
    }
    const own = !group.done && group.value[0]?.caseId === head.caseId ? group.value : [];
    check(head.caseId, own, head);
    if (own.length > 0) group = await groups.next();
  }
  while (!group.done) {
    check(group.value[0]?.caseId ?? '', group.value, null);
    group = await groups.next();
  }
  return { ...counted, findings };
}
