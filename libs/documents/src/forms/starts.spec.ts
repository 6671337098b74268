import { localDate } from '#libs/shared';
import type { FormField, PaperData, PaperPerson } from '../form.js';
import { formInForce } from '../rendering/index.js';
import { dayInWords, petitionerNames, within } from './common/words.js';
import { receptionBookRows } from './reception/book.js';

const person = (fullName: string, role: PaperPerson['role'] = 'petitioner'): PaperPerson => ({
  ordinal: 1,
  role,
  fullName,
  address: 'ấp Đông, xã Tân Thành',
  personalId: null,
  personalIdKind: null,
  phone: null,
});
const data = (more: Partial<PaperData> = {}): PaperData => ({
  agency: {
    name: 'Ủy ban nhân dân xã Tân Thành',
    shortName: 'UBND xã Tân Thành',
    superior: null,
    place: 'Tân Thành',
    sign: 'UBND',
    headTitle: 'Chủ tịch UBND xã Tân Thành',
  },
  signedOn: null,
  number: null,
  procedure: 'complaint',
  instance: 'first',
  petition: {
    registerLabel: 'KN-2026-000127',
    receivedOn: localDate('2026-07-02'),
    field: null,
    petitionerCount: 1,
    challengedDecision: null,
  },
  facts: {},
  texts: {},
  earlier: {},
  deadlines: {},
  team: [],
  officer: null,
  petitioners: [person('Nguyễn Thị Hòa')],
  content: 'Diện tích đất thu hồi lớn hơn thực tế',
  respondent: null,
  forwarder: null,
  ...more,
});

function startOf(code: string, name: string, from: PaperData): unknown {
  const form = formInForce(code, localDate('2026-08-03'));
  const field = (form?.fields as readonly FormField<PaperData>[]).find((one) => one.name === name);
  if (!field || 'items' in field) return undefined;
  return field.from === 'file' ? field.value(from) : field.start?.(from);
}

describe('what a draft starts with', () => {
  it('Mẫu 14a suspends or discontinues by the ground of the act, and says neither without one', () => {
    const name = 'Tạm đình chỉ hoặc đình chỉ';
    const by = (ground?: string) => startOf('ND155.14A', name, data({ facts: { ground } }));
    expect([by('FORCE_MAJEURE'), by('AWAIT_RESULT')]).toEqual(['tạm đình chỉ', 'tạm đình chỉ']);
    expect([by('WITHDRAWN'), by('COURT')]).toEqual(['đình chỉ', 'đình chỉ']);
    expect(by()).toBeNull();
  });

  it('a refusal quotes the limb of LKN Đ.11 that was chosen', () => {
    expect(startOf('ND124.04', 'Lý do không thụ lý', data({ facts: { ground: 'TIME_BARRED' } }))).toMatch(
      /LKN Đ\.11 k6/u,
    );
  });

  it('a right to sue is not offered against a disciplinary decision', () => {
    expect(startOf('ND124.15', 'Người bị khởi kiện', data())).toBe('Chủ tịch UBND xã Tân Thành');
    expect(startOf('ND124.15', 'Người bị khởi kiện', data({ procedure: 'disciplinary-complaint' }))).toBeNull();
  });

  it('Mẫu 05 of denunciations says what the act decided, with its ground', () => {
    const told = (facts: PaperData['facts'], procedure = 'denunciation') => {
      const from = data({ procedure, facts });
      return [startOf('ND31.05', 'Thụ lý hoặc không thụ lý', from), startOf('ND31.05', 'Lý do không thụ lý', from)];
    };
    expect(told({ acceptedOn: '2026-07-13' })).toEqual(['thụ lý', null]);
    expect(told({ ground: 'NO_BASIS' })).toEqual(['không thụ lý', expect.stringContaining('LTC Đ.29 k1d')]);
    expect(told({}, 'petition-handling')).toEqual(['không thụ lý', null]);
  });

  it('a conclusion starts with what was concluded, a decision with the measures chosen', () => {
    const from = data({ facts: { conclusion: 'wrong', measures: ['DISCIPLINE', 'REMEDY'] } });
    expect(startOf('ND31.12', 'Kết luận', from)).toBe('Nội dung tố cáo là tố cáo sai sự thật.');
    expect(startOf('TC.HANDLING.DECISION', 'Biện pháp xử lý', from)).toBe(
      'Xử lý kỷ luật theo thẩm quyền; buộc khắc phục hậu quả.',
    );
    expect(startOf('PROTECTION.DECISION', 'Biện pháp bảo vệ', data({ facts: { measures: ['JOB'] } }))).toBe(
      'Bảo vệ vị trí công tác, việc làm (LTC Đ.57).',
    );
  });

  it('a refused reception rests on điểm h', () => {
    expect(startOf('ND154.01', 'Căn cứ từ chối', data())).toMatch(/điểm h khoản 1 Điều 4/u);
  });

  it('the reception book masks whoever came to denounce', () => {
    const visit = (type: string) => ['7', '14/07/2026', 'Trần Văn Khánh', '082085004321', 'Nhận tiền', type, '1'];
    const [complaint, denunciation, mixed] = receptionBookRows(['Khiếu nại', 'Tố cáo', 'Nhiều nội dung'].map(visit));
    expect(complaint).toMatchObject({ 'Họ tên, địa chỉ': 'Trần Văn Khánh', 'Số giấy tờ': '082085004321' });
    for (const sealed of [denunciation, mixed]) {
      expect(JSON.stringify(sealed)).not.toMatch(/Khánh|082085004321|Nhận tiền/u);
      expect(sealed).toMatchObject({ 'Số thứ tự': '7', 'Phân loại': expect.stringMatching(/./u), 'Ghi chú': '' });
    }
  });

  it('one, few and many complainants', () => {
    expect(petitionerNames(data())).toBe('Nguyễn Thị Hòa');
    const pair = [person('Nguyễn Thị Hòa'), person('Lê Quốc Bảo', 'signatory')];
    expect(petitionerNames(data({ petitioners: pair }))).toBe('Nguyễn Thị Hòa, Lê Quốc Bảo');
    const petition = { ...data().petition, petitionerCount: 40 };
    expect(petitionerNames(data({ petitioners: pair, petition }))).toBe(
      'Nguyễn Thị Hòa và 39 người khác (danh sách kèm theo)',
    );
  });

  it('days and sentences as officers write them', () => {
    expect([dayInWords('2026-02-05'), dayInWords('2026-03-15'), dayInWords(null)]).toEqual([
      '05 tháng 02 năm 2026',
      '15 tháng 3 năm 2026',
      null,
    ]);
    expect([within('Diện tích đất'), within('UBND xã')]).toEqual(['diện tích đất', 'UBND xã']);
  });
});
