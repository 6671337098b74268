import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { vietnamCalendar } from '#libs/calendar';
import { localDate } from '#libs/shared';
import { procedures } from '#workflows';
import { STATUS_CODES } from '../edxml/status-codes.js';
import { FIELD_GROUPS, GROUP_OF_PROCEDURE, MAPPED_FINDINGS, MAPPING_NOTICE, NATIONAL_FIELDS } from './fields.js';
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

  it('is told in the README as it is', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    const unsure = NATIONAL_FIELDS.filter(({ mark }) => mark === 'unconfirmed').length;
    expect(readme).toContain(`${unsure} of ${NATIONAL_FIELDS.length} fields are not confirmed`);
    const codes = Object.values(STATUS_CODES).filter(({ confirmed }) => !confirmed).length;
    expect(readme).toContain(`${codes} of ${Object.keys(STATUS_CODES).length} codes is not confirmed`);
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
    const json = JSON.parse((await printRecords(records, 'json')).toString('utf8')) as {
      records: { id: string }[];
      fields: { mark: string }[];
    };
    expect(json.records.map(({ id }) => id)).toEqual([COMPLAINT.id, VISIT.id]);
    const csv = (await printRecords(records, 'csv')).toString('utf8');
    expect(csv).toContain('"Ngày thụ lý","2026-07-06"');
    // What was not read says so wherever it goes.
    expect(csv).toContain('"Ngày thụ lý","2026-07-06","NĐ55/2022 Đ.6 k3","Chưa đối chiếu văn bản gốc"');
    expect(json).toMatchObject({ notice: MAPPING_NOTICE });
    expect(json.fields.filter(({ mark }) => mark === 'unconfirmed').length).toBe(
      NATIONAL_FIELDS.filter(({ mark }) => mark === 'unconfirmed').length,
    );
    const book = new Workbook();
    await book.xlsx.load(await printRecords(records, 'xlsx'));
    const heads = (name: string) => (book.getWorksheet(name)?.getRow(1).values as unknown[]).join('|');
    expect(heads('Giải quyết khiếu nại')).toContain('Ngày thụ lý (chưa đối chiếu)');
    expect(heads('Tiếp công dân')).not.toContain('chưa đối chiếu');
    expect(heads('Bảng trường')).toContain(MAPPING_NOTICE);
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
