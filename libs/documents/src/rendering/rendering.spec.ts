import PizZip from 'pizzip';
import { localDate } from '#libs/shared';
import { pdfText } from '#testing/support/read-pdf';
import { block, field, type NamedForm, namedForm, openForm, type PaperData } from '../form.js';
import {
  fillDocx,
  formProblems,
  OfficeConverter,
  renderDocx,
  renderPdf,
  standardPdf,
  standardTemplate,
} from './index.js';
import { fill, recipientLines, withNumber } from './values.js';
import { missingGlyphs } from './glyphs.js';
import { docxText } from './read-back.js';

const NAME = 'Nguyễn Thị Ường Kỳ Hữu';
const data: PaperData = {
  agency: {
    name: 'Ủy ban nhân dân xã Tân Thành',
    shortName: 'UBND xã Tân Thành',
    superior: 'Ủy ban nhân dân tỉnh Lâm Đồng',
    place: 'Tân Thành',
    sign: 'UBND',
    headTitle: 'Chủ tịch UBND xã Tân Thành',
  },
  signedOn: localDate('2026-07-08'),
  number: '15/TB-UBND',
  procedure: 'complaint',
  instance: 'first',
  petition: {
    registerLabel: 'KN-2026-000001',
    receivedOn: localDate('2026-07-01'),
    field: 'Đất đai',
    petitionerCount: 1,
    challengedDecision: null,
  },
  facts: {},
  texts: {},
  earlier: {},
  deadlines: {},
  team: [{ fullName: 'Trần Văn Giữ', title: 'Tổ trưởng' }],
  officer: null,
  petitioners: [
    {
      ordinal: 1,
      role: 'petitioner',
      fullName: NAME,
      address: null,
      personalId: null,
      personalIdKind: null,
      phone: null,
    },
  ],
  content: 'Khiếu nại việc thu hồi đất',
  respondent: null,
  forwarder: null,
};

const notice: NamedForm = namedForm({
  code: 'TEST.01',
  heading: 'THÔNG BÁO\nVề việc thụ lý giải quyết khiếu nại của {Họ tên người khiếu nại}',
  title: 'Thông báo thụ lý',
  formNumber: 'Mẫu số 03',
  citation: { text: 'NĐ 124/2020 Mẫu 03', mark: 'V' },
  validFrom: localDate('2020-12-10'),
  validTo: null,
  letterhead: 'agency',
  sizes: ['A4', 'A5'],
  numberKind: 'TB',
  salutation: '{Họ tên người khiếu nại}',
  fields: [
    field.taken('Họ tên người khiếu nại', ({ petitioners }) => petitioners[0]?.fullName, 'Nguyễn Văn Mẫu'),
    field.taken('Địa chỉ người khiếu nại', ({ petitioners }) => petitioners[0]?.address, 'xã Tân Thành'),
    field.typed('Lý do', 'Đủ điều kiện', { long: true }),
    field.typed('Ghi chú', 'Không', { optional: true }),
    {
      name: 'Tổ xác minh',
      from: 'file',
      items: ['Họ tên', 'Chức vụ'],
      rows: ({ team }) => team.map(({ fullName, title }) => ({ 'Họ tên': fullName, 'Chức vụ': title ?? '' })),
      sample: [{ 'Họ tên': 'Lê Văn Mẫu', 'Chức vụ': 'Công chức' }],
    },
    {
      name: 'Tài liệu',
      from: 'officer',
      items: ['Tên tài liệu', 'Số tờ'],
      sample: [{ 'Tên tài liệu': 'Đơn', 'Số tờ': '2' }],
    },
  ],
  body: [
    block.para('Căn cứ Luật Khiếu nại;', { italic: true }),
    block.para(
      '{Tên cơ quan} nhận đơn của {Họ tên người khiếu nại}, địa chỉ: {Địa chỉ người khiếu nại}. Lý do: {Lý do}',
    ),
    block.article('Điều 1.', 'Thụ lý giải quyết.'),
    block.section('Ghi chú', [block.para('Ghi chú: {Ghi chú}')], [block.para('Không có ghi chú.')]),
    block.each('Tổ xác minh', [block.para('- Ông (bà) {Họ tên}, {Chức vụ};')]),
    block.table('Tài liệu', {
      head: ['Tên tài liệu', 'Số tờ'],
      widths: [70, 30],
      cells: ['{Tên tài liệu}', '{Số tờ}'],
    }),
  ],
  signing: { by: 'resolver', capacities: ['self', 'KT'], seal: 'agency', basis: { text: 'LKN Đ.27', mark: 'V' } },
  addressees: ['complainant', 'file'],
});

const typed = { 'Lý do': 'Đơn hợp lệ.\nĐủ điều kiện thụ lý.', 'Tài liệu': [{ 'Tên tài liệu': 'Sổ đỏ', 'Số tờ': '3' }] };
const signer = { fullName: 'Phạm Văn Ký', capacity: 'KT', position: 'Phó Chủ tịch' } as const;

describe('one paper in Word and PDF', () => {
  it('says the same in both, without a brace, diacritics intact', async () => {
    const paper = fill({ form: notice, data }, typed, { signer, lookup: 'https://nghedan.example/tra-cuu/ABCD' });
    expect(formProblems(notice)).toEqual([]);
    expect(paper.missing).toEqual([]);
    const word = docxText(await renderDocx(paper));
    const pdf = await pdfText(await standardPdf(paper));
    for (const text of [word, pdf]) {
      for (const words of [
        NAME,
        'Độc lập - Tự do - Hạnh phúc',
        'KT. CHỦ TỊCH',
        'PHÓ CHỦ TỊCH',
        'Phạm Văn Ký',
        '15/TB-UBND',
        'Tân Thành, ngày 08 tháng 7 năm 2026',
        'Sổ đỏ',
        'Trần Văn Giữ, Tổ trưởng',
        'Không có ghi chú.',
        'Đủ điều kiện thụ lý.',
        'địa chỉ: …',
        'Mẫu số 03',
        'Nơi nhận:',
      ])
        expect(text).toContain(words);
      expect(text).not.toMatch(/[{}]|undefined|null|\uFFFD/u);
    }
  });

  it('makes a paragraph of each line that was typed', async () => {
    const xml =
      new PizZip(await renderDocx(fill({ form: notice, data }, typed))).file('word/document.xml')?.asText() ?? '';
    expect(xml).toMatch(/Đơn hợp lệ\.<\/w:t><\/w:r><\/w:p><w:p><w:pPr>/u);
    expect(xml).not.toContain('\uE000');
  });

  it.each([3, 40, 200])('prints a last paragraph of %i sentences whole, and who signs', async (n) => {
    const long = { ...notice, body: [block.para('Ghi chú thêm: {Ghi chú}')] };
    const said = fill({ form: long, data }, { 'Ghi chú': `${'Câuđầy đủ của lý do đã xác minh. '.repeat(n)}HẾTLỜI` });
    const pdf = await pdfText(await standardPdf(said));
    expect(pdf.match(/Câuđầy/gu)).toHaveLength(n);
    expect(pdf).toMatch(/HẾTLỜI/u);
    expect(pdf).toMatch(/CHỦ TỊCH/u);
  });

  it('names what the officer still has to type, prints dots and one empty line of a list', async () => {
    const paper = fill({ form: notice, data: { ...data, number: null, signedOn: null } });
    expect(paper.missing).toEqual(['Lý do', 'Tài liệu']);
    const text = docxText(await renderDocx(paper));
    expect(text).toContain('Lý do: …');
    expect(text).toContain('……/TB-UBND');
    expect(text).toContain('ngày …… tháng');
  });

  it('keeps the text and takes the number on the day of issue', () => {
    const draft = fill({ form: notice, data: { ...data, number: null, signedOn: null } }, typed);
    const issued = withNumber(draft, '16/TB-UBND', localDate('2026-02-03'));
    expect(issued.values).toMatchObject({
      'Số, ký hiệu': '16/TB-UBND',
      'Ngày tháng năm': 'ngày 03 tháng 02 năm 2026',
    });
    expect(issued.values['Lý do']).toBe(draft.values['Lý do']);
  });

  it('fills a template an officer edited, whichever way the placeholder is spelt', async () => {
    const zip = new PizZip(await standardTemplate(notice));
    const xml = zip.file('word/document.xml')?.asText() ?? '';
    zip.file(
      'word/document.xml',
      xml.replace('{Lý do}', `{ ${'Lý do'.normalize('NFD')} }`).replace('Thụ lý', 'Nay thụ lý'),
    );
    const text = docxText(await fillDocx(zip.generate({ type: 'nodebuffer' }), fill({ form: notice, data }, typed)));
    expect(text).toContain('Nay thụ lý giải quyết.');
    expect(text).toContain('Đơn hợp lệ.');
  });

  it('is not fooled by braces that were typed', async () => {
    const text = docxText(await renderDocx(fill({ form: notice, data }, { ...typed, 'Lý do': '{Địa danh}' })));
    expect(text).toContain('Lý do: {Địa danh}');
  });
});

describe('letters', () => {
  it('are all in the font, and what is not is named', () => {
    expect(missingGlyphs('ẰẮẲẴẶ ườợ Đđ – … “”')).toEqual([]);
    expect(missingGlyphs('chữ 漢 và 字')).toEqual(['漢', '字']);
  });
});

describe('who is named', () => {
  const toAnyone = openForm({
    ...notice,
    code: 'TEST.02',
    heading: 'THÔNG BÁO',
    salutation: 'Người bị tố cáo',
    addressees: ['denounced', 'denouncer', 'file'],
    fields: [field.taken('Số đơn', (open) => JSON.stringify(open), 'KN-1')],
    body: [block.para('{Số đơn}')],
  });
  it('gives a paper for anyone the open part alone, whatever the caller holds', () => {
    const secret = { ...data, petition: { ...data.petition, content: NAME }, texts: { reason: 'Hẹn' } };
    const paper = fill({ form: toAnyone, data: secret });
    expect(paper.values['Số đơn']).toContain('Hẹn');
    expect(JSON.stringify(paper.values)).not.toContain(NAME);
  });
  it('never prints a denouncer among the recipients', () => {
    expect(recipientLines(toAnyone)).toEqual(['Như trên', 'Lưu: VT, hồ sơ vụ việc']);
    expect(recipientLines({ addressees: ['denouncer', 'inspectorate', 'file'] })).toEqual([
      'Cơ quan thanh tra cùng cấp',
      'Lưu: VT, hồ sơ vụ việc',
    ]);
  });
  it('prints the code of the status page only where the citizen alone gets the paper', () => {
    const lookup = 'https://nghedan.example/tra-cuu/ABCD';
    expect(fill({ form: notice, data }, {}, { lookup }).values['Mã tra cứu']).toBe(lookup);
    const shared = namedForm({ ...notice, addressees: ['complainant', 'respondent', 'file'] });
    expect(fill({ form: shared, data }, {}, { lookup }).values['Mã tra cứu']).toBeNull();
  });
});

describe('PDF', () => {
  it('says whether it shows the Word file itself', async () => {
    const paper = fill({ form: notice, data }, typed);
    const docx = await renderDocx(paper);
    const none = new OfficeConverter();
    none.program = () => Promise.resolve(null);
    expect((await renderPdf(paper, docx, { office: none })).from).toBe('standard');
    const office = new OfficeConverter();
    const pdf = await renderPdf(paper, docx, { office });
    expect(pdf.from).toBe((await office.program()) ? 'document' : 'standard');
    expect(await pdfText(pdf.bytes)).toContain(NAME);
  });
});
