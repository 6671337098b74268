import { createHash } from 'node:crypto';
import { localDate, type CaseEventId, type CaseFileId, type UserId } from '#libs/shared';
import {
  canonicalText,
  chainEvents,
  GENESIS_HASH,
  HASHED_FIELDS,
  hashEvent,
  type LedgerDraft,
} from './ledger-event.js';
import { verifyAll, verifyCase, type CaseHead } from './verify-chain.js';

const CASE = '0190a000-0000-7000-8000-000000000001' as CaseFileId;

export const draft = (seq: number, over: Partial<LedgerDraft> = {}): LedgerDraft => ({
  id: `0190b000-0000-7000-8000-${String(seq).padStart(12, '0')}` as CaseEventId,
  caseId: CASE,
  seq,
  kind: 'procedure',
  type: 'ACCEPT',
  occurredOn: localDate('2026-07-02'),
  recordedAt: '2026-07-02T02:00:00.000Z',
  systemAt: '2026-07-02T02:00:00.120Z',
  actorId: 7 as UserId,
  actorRole: 'chairman',
  facts: { count: 3, note: null, list: ['b', 'a'], ß: 'đơn' },
  basis: [{ law: 'LKN', article: 'Đ.27' }],
  fromStage: 'received',
  toStage: 'accepted',
  subjectId: null,
  corrects: null,
  ...over,
});

describe('chainEvents', () => {
  it('hashes the previous hash and the RFC 8785 text of the listed columns', () => {
    const [event] = chainEvents(GENESIS_HASH, [draft(1)]);
    const text =
      '{"actorId":7,"actorRole":"chairman","basis":[{"article":"Đ.27","law":"LKN"}],"caseId":"0190a000-0000-7000-8000-000000000001","corrects":null,' +
      '"facts":{"count":3,"list":["b","a"],"note":null,"ß":"đơn"},"fromStage":"received","id":"0190b000-0000-7000-8000-000000000001","kind":"procedure",' +
      '"occurredOn":"2026-07-02","recordedAt":"2026-07-02T02:00:00.000Z","seq":1,"subjectId":null,"systemAt":"2026-07-02T02:00:00.120Z","toStage":"accepted","type":"ACCEPT"}';
    expect(canonicalText(draft(1))).toBe(text);
    expect(event?.hash).toBe(`\\x${createHash('sha256').update(Buffer.alloc(32)).update(text, 'utf8').digest('hex')}`);
    expect(event?.prevHash).toBe(GENESIS_HASH);
  });

  it('notices a change in any hashed column', () => {
    const original = hashEvent(GENESIS_HASH, draft(1));
    const other: LedgerDraft = {
      id: 'x' as CaseEventId,
      caseId: 'x' as CaseFileId,
      seq: 2,
      kind: 'record',
      type: 'X',
      occurredOn: localDate('2026-07-03'),
      recordedAt: '2026-07-02T02:00:00.001Z',
      systemAt: '2026-07-02T02:00:00.121Z',
      actorId: 8 as UserId,
      actorRole: 'system',
      facts: { count: 4 },
      basis: [],
      fromStage: null,
      toStage: null,
      subjectId: 'x',
      corrects: 'x' as CaseEventId,
    };
    for (const field of HASHED_FIELDS)
      expect([field, hashEvent(GENESIS_HASH, draft(1, { [field]: other[field] }))]).not.toEqual([field, original]);
    expect(Object.keys(other).sort()).toEqual([...HASHED_FIELDS].sort());
  });

  it('refuses an instant that PostgreSQL would give back in another form', () => {
    expect(() => chainEvents(GENESIS_HASH, [draft(1, { recordedAt: '2026-07-02T09:00:00+07:00' })])).toThrow(
      'milliseconds',
    );
  });
});

describe('verifyCase', () => {
  const chain = chainEvents(GENESIS_HASH, [
    draft(1),
    draft(2, { type: 'ASSIGN' }),
    draft(3, { type: 'REPORT' }),
    draft(4, { type: 'DECIDE' }),
  ]);
  const head: CaseHead = { caseId: CASE, seq: 4, headHash: chain[3]?.hash ?? '' };
  const kinds = (events: typeof chain, at: CaseHead | null = head) =>
    verifyCase(CASE, events, at).map(({ seq, kind }) => `${seq} ${kind}`);
  const changed = (seq: number, over: Partial<LedgerDraft>) =>
    chain.map((event) => (event.seq === seq ? { ...event, ...over } : event));

  it('finds nothing in an honest chain', () => expect(kinds(chain)).toEqual([]));
  it('names a changed row', () => expect(kinds(changed(2, { facts: {} }))).toEqual(['2 changed']));
  it('names the row after one that was changed together with its hash', () => {
    const forged = chainEvents(chain[0]?.hash ?? '', [draft(2, { type: 'FORGED' })]);
    expect(kinds(chain.map((event) => (event.seq === 2 ? (forged[0] ?? event) : event)))).toEqual(['3 broken']);
  });
  it('names a missing row', () => expect(kinds(chain.filter(({ seq }) => seq !== 2))).toEqual(['2 missing']));
  it('names a cut-off tail', () => expect(kinds(chain.slice(0, 2))).toEqual(['3 missing']));
  it('names a chain rewritten to its end', () => {
    const rewritten = chainEvents(
      GENESIS_HASH,
      chain.map((event) => ({ ...event, actorId: 9 as UserId })),
    );
    expect(kinds(rewritten)).toEqual(['4 head']);
  });
  it('names rows that changed places', () => {
    const [one, two, three, four] = chain;
    if (!one || !two || !three || !four) throw new Error('chain');
    expect(kinds([one, { ...three, seq: 2 }, { ...two, seq: 3 }, four])).toContain('2 reordered');
  });
  it('names events without a case', () => expect(kinds(chain, null)).toEqual(['4 orphan']));

  it('goes through all cases in one pass, those without a single event included', async () => {
    const empty: CaseHead = { caseId: '0190a000-0000-7000-8000-000000000000', seq: 1, headHash: GENESIS_HASH };
    const stray = chainEvents(GENESIS_HASH, [
      draft(1, { caseId: '0190a000-0000-7000-8000-0000000000ff' as CaseFileId }),
    ]);
    async function* each<T>(rows: readonly T[]) {
      for (const row of rows) yield await Promise.resolve(row);
    }
    const report = await verifyAll({ events: each([...chain, ...stray]), heads: each([empty, head]) });
    expect(report.cases).toBe(3);
    expect(report.events).toBe(5);
    expect(report.findings.map(({ caseId, kind }) => `${caseId.slice(-2)} ${kind}`)).toEqual([
      '00 missing',
      'ff orphan',
    ]);
  });
});
