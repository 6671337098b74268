import type { FactInfo, Facts } from '#libs/procedure';

const fact = (name: string, label: string, source: FactInfo['source'], meaning = label): FactInfo => ({
  name,
  label,
  source,
  meaning,
});

export const factsCatalogue: readonly FactInfo[] = [
  fact('occurredOn', 'Ngày xảy ra', 'case', 'Ngày của việc đang ghi; luật của ngày này điều chỉnh việc đó.'),
  fact('receivedOn', 'Ngày nhận đơn', 'case', 'Mọi thời hạn xử lý tính từ ngày này.'),
  fact('petitionType', 'Loại đơn khi tiếp nhận', 'case'),
  fact(
    'channel',
    'Hình thức nhận',
    'case',
    '`counter`, `post`, `online`, …; trống được coi là nhận bằng giấy. Gửi trực tuyến không phải hình thức tố cáo.',
  ),
  fact(
    'forwarderKind',
    'Loại cơ quan chuyển đơn',
    'case',
    '`front`, `deputy`, `press`, `agency`; trống: công dân gửi.',
  ),
  fact(
    'guidedBefore',
    'Đã hướng dẫn, chuyển một lần',
    'case',
    'Đơn liên kết là gửi lại của đơn đã được hướng dẫn hoặc chuyển về cùng nội dung.',
  ),
  fact('classifiedAs', 'Loại theo nội dung', 'remembered'),
  fact('ineligibleGround', 'Lý do không đủ điều kiện', 'remembered'),
  fact('guidedOn', 'Ngày hướng dẫn', 'remembered'),
  fact('handledOn', 'Ngày xử lý xong', 'remembered'),
  fact('contentType', 'Loại theo nội dung', 'input'),
  fact('eligible', 'Đủ điều kiện xử lý', 'input'),
  fact('ground', 'Lý do không đủ điều kiện', 'input'),
  fact('competent', 'Thuộc thẩm quyền', 'input'),
  fact('clearEvidence', 'Có chứng cứ cụ thể', 'input'),
  fact('crimeSign', 'Dấu hiệu tội phạm', 'input'),
  fact('documentNumber', 'Có số văn bản', 'input'),
  fact('signed', 'Có chữ ký hoặc điểm chỉ', 'input'),
  fact('correction', 'Nội dung đính chính', 'input'),
];

const common = { receivedOn: '2026-07-02', actorRole: 'chairman', remote: false, groupSize: 1 };

export const samples: readonly Facts[] = [
  { ...common, petitionType: 'complaint', channel: 'counter' },
  { ...common, petitionType: 'complaint', channel: 'post', forwarderKind: 'deputy', receivedOn: '2026-06-29' },
  { ...common, petitionType: 'denunciation', channel: 'counter' },
  { ...common, petitionType: 'denunciation', channel: 'online', receivedOn: '2026-06-29' },
  { ...common, petitionType: 'feedback', channel: 'online' },
  { ...common, petitionType: 'mixed', channel: 'post' },
];
