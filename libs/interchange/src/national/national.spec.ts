import { vietnamCalendar } from '#libs/calendar';
import { localDate } from '#libs/shared';
import { procedures } from '#workflows';
import { FIELD_GROUPS, GROUP_OF_PROCEDURE, MAPPED_FINDINGS, NATIONAL_FIELDS } from './fields.js';
import { printRecords } from './print.js';
import { recordOf, WAYS_OUT } from './record.js';
import type { NationalSource } from './source.js';
import { lateBefore, targetOf, waitAfter } from './sync.js';

const day = localDate;
const COMPLAINT: NationalSource = {
  ...{ kind: 'case', id: '0198aaaa-0000-7000-8000-000000000001', seq: 9, agencyCode: 'XA-A', agencyName: 'UBND xã A' },
  ...{ procedure: 'complaint', procedureVersion: 2, stage: 'decided', outcome: null, registerLabel: '12/2026' },
  ...{
    receivedOn: day('2026-07-02'),
    closedOn: null,
    petitionType: 'complaint',
    channel: 'in_person',
    field: 'Đất đai',
  },
  ...{ people: 1, protected: false, summary: null, visitors: [] },
  steps: [
    { type: 'OPEN', on: day('2026-07-03'), facts: {} },
    { type: 'ACCEPT', on: day('2026-07-06'), facts: {} },
    { type: 'DECIDE', on: day('2026-07-20'), facts: { conclusion: 'right' } },
  ],
};
const VISIT: NationalSource = {
  ...COMPLAINT,
  ...{ kind: 'reception', procedure: null, procedureVersion: null, stage: null, outcome: 'guided', steps: [] },
  ...{ summary: '=HYPERLINK("http://x")', visitors: [{ name: 'Đặng Thị Hoa', address: 'Thôn 1' }] },
};

describe('the table of fields', () => {
  it('gives every field a clause, a source and a mark; only clauses that were read are confirmed', () => {
    expect(new Set(NATIONAL_FIELDS.map(({ id }) => id)).size).toBe(NATIONAL_FIELDS.length);
    for (const { label, source, article, mark, group } of NATIONAL_FIELDS) {
      expect([label, source, article].every((text) => text.length > 3)).toBe(true);
      expect(Object.keys(FIELD_GROUPS)).toContain(group);
      if (mark === 'confirmed') expect(article).toMatch(/^NĐ55\/2022 Đ\.6 k[12]$/);
    }
  });

  it('names steps and findings that the procedures have', () => {
    const known = new Set(
      Object.keys(GROUP_OF_PROCEDURE).flatMap((name) =>
        procedures.all().flatMap((one) => (one.name === name ? Object.keys(one.events) : [])),
      ),
    );
    const asked = NATIONAL_FIELDS.flatMap(({ taken }) =>
      'dayOf' in taken ? taken.dayOf : 'happened' in taken ? taken.happened : 'timesOf' in taken ? taken.timesOf : [],
    );
    expect([...asked, ...WAYS_OUT].filter((type) => !known.has(type))).toEqual([]);
    expect(MAPPED_FINDINGS).toEqual(['eligible', 'competent', 'instance', 'conclusion']);
  });
});

describe('a record', () => {
  it('says in words what the steps say, and is the same whenever it is made', () => {
    const { values, group, hash } = recordOf(COMPLAINT);
    expect(group).toBe('complaint');
    expect(values).toMatchObject({
      ...{ complaintAcceptedOn: '2026-07-06', complaintDecidedOn: '2026-07-20', complaintField: 'Đất đai' },
      complaintEndedOn: null,
    });
    expect(values['complaintResult']).toBe('Đúng toàn bộ');
    expect(recordOf({ ...COMPLAINT, seq: 99 }).hash).toBe(hash);
    expect(recordOf({ ...COMPLAINT, closedOn: day('2026-08-01'), stage: 'closed' }).hash).not.toBe(hash);
  });

  it('of what is protected holds no word that a person typed and nobody’s name', () => {
    const hidden = { protected: true, petitionType: 'denunciation' };
    expect(recordOf({ ...VISIT, ...hidden }).values).toMatchObject({
      ...{ visitorNames: null, visitorAddresses: null, summary: null },
    });
    const denunciation = recordOf({ ...COMPLAINT, ...hidden, procedure: 'denunciation', procedureVersion: 1 });
    expect(JSON.stringify(denunciation)).not.toContain('Đất đai');
    expect(recordOf(VISIT).values).toMatchObject({ visitorNames: 'Đặng Thị Hoa', receptionResult: 'Hướng dẫn' });
  });

  it('is printed in three formats by one mapping; no spreadsheet runs what is in it', async () => {
    const records = [recordOf(COMPLAINT), recordOf(VISIT)];
    const json = JSON.parse((await printRecords(records, 'json')).toString('utf8')) as { records: { id: string }[] };
    expect(json.records.map(({ id }) => id)).toEqual([COMPLAINT.id, VISIT.id]);
    const csv = (await printRecords(records, 'csv')).toString('utf8');
    expect(csv).toContain('"Ngày thụ lý","2026-07-06"');
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect((await printRecords(records, 'xlsx')).subarray(0, 2).toString()).toBe('PK');
  });
});

describe('times', () => {
  const calendar = vietnamCalendar();
  it('the internal target is the next working day, and late is what it has passed for', () => {
    expect(targetOf(calendar, day('2026-07-03'))).toBe('2026-07-06');
    // Monday: due on Thursday or before is late, due on Friday is not.
    expect(lateBefore(calendar, day('2026-07-06'))).toBe('2026-07-03');
  });
  it('a delivery that fails waits twice as long each time, an hour at most', () => {
    expect([1, 2, 3, 20].map(waitAfter)).toEqual([15_000, 30_000, 60_000, 3_600_000]);
  });
});
