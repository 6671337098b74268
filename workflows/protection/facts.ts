import type { FactInfo, Facts } from '#libs/procedure';

const list = (source: FactInfo['source'], names: readonly (readonly [string, string])[]): FactInfo[] =>
  names.map(([name, label]) => ({ name, label, source, meaning: label }));

/** Facts the guards of this procedure read, and who supplies them. */
export const factsCatalogue: readonly FactInfo[] = [
  ...list('case', [
    ['occurredOn', 'Ngày xảy ra'],
    ['receivedOn', 'Ngày nhận tố cáo'],
    ['actorRole', 'Vai trò người ghi'],
    ['requestForm', 'Hình thức đề nghị bảo vệ'],
    ['urgent', 'Khẩn cấp'],
    ['scope', 'Đối tượng bảo vệ chính'],
  ]),
  ...list('remembered', [
    ['writtenOn', 'Ngày nhận văn bản đề nghị'],
    ['urgentOn', 'Ngày áp dụng biện pháp ngay'],
    ['checkedOn', 'Ngày kiểm tra đề nghị'],
    ['decidedOn', 'Ngày có quyết định bảo vệ'],
    ['guardedBy', 'Người đang thực hiện bảo vệ'],
    ['formerlyGuardedBy', 'Người đã thôi thực hiện bảo vệ'],
    ['prolongedOn', 'Ngày kéo dài thời hạn xem xét'],
    ['changedOn', 'Ngày thay đổi, bổ sung'],
    ['resultReportedOn', 'Ngày báo cáo kết quả'],
    ['resolutionEndedOn', 'Ngày có kết luận, quyết định đình chỉ'],
  ]),
  ...list('input', [
    ['signedBy', 'Người ký'],
    ['documentNumber', 'Có số văn bản'],
    ['signed', 'Có chữ ký, điểm chỉ'],
    ['measures', 'Biện pháp bảo vệ'],
    ['dangerNow', 'Nguy cơ ngay tức khắc'],
    ['competent', 'Thuộc thẩm quyền'],
    ['authority', 'Nơi có thẩm quyền'],
    ['corruption', 'Vụ việc tham nhũng, lãng phí'],
    ['variant', 'Mức kéo dài'],
    ['reasons', 'Lý do'],
    ['protectorIds', 'Người thực hiện bảo vệ'],
    ['ground', 'Căn cứ chấm dứt'],
    ['writtenRequest', 'Có văn bản đề nghị'],
    ['breachProven', 'Có căn cứ về việc cố ý vi phạm nghĩa vụ'],
    ['correction', 'Nội dung đính chính'],
  ]),
];

const common = { petitionType: 'denunciation', groupSize: 1, remote: false, actorRole: 'chairman' };

/** Sample files the checker walks: asked for in writing and by telephone, under both laws. */
export const samples: readonly Facts[] = [
  { ...common, receivedOn: '2026-07-02', requestForm: 'written', urgent: false, scope: 'job' },
  { ...common, receivedOn: '2026-03-02', requestForm: 'oral', urgent: true, scope: 'safety' },
];
