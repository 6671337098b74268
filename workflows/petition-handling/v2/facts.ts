import type { FactInfo, Facts } from '#libs/procedure';
import { factsCatalogue as before } from '../facts.js';

const fact = (name: string, label: string, source: FactInfo['source'], meaning = label): FactInfo => ({
  name,
  label,
  source,
  meaning,
});

export const factsCatalogue: readonly FactInfo[] = [
  ...before,
  fact('groupSize', 'Số người đứng đơn', 'case'),
  fact('hops', 'Số lần chuyển trước đó', 'case', 'Ghi khi vào sổ đơn do cơ quan khác trong hệ thống chuyển đến.'),
  fact('chain', 'Các cơ quan đã nhận đơn', 'case', 'Mã cơ quan theo thứ tự đã nhận; để không chuyển vòng.'),
  fact('representedOn', 'Ngày nhận văn bản cử người đại diện', 'remembered'),
  fact('representatives', 'Số người đại diện', 'remembered'),
  fact('originalsHeld', 'Số bản gốc đang giữ', 'remembered'),
  fact('originalsReturnedOn', 'Ngày trả bản gốc', 'remembered'),
  fact('overdueReportedOn', 'Ngày báo cáo cấp dưới quá hạn', 'remembered'),
  fact('unlawfulReportedOn', 'Ngày báo cáo quyết định có dấu hiệu vi phạm', 'remembered'),
  fact('filedOn', 'Ngày lưu đơn', 'remembered'),
  fact('contentsToSplit', 'Các phần đã hướng dẫn tách', 'remembered'),
  fact('outsideMatter', 'Lĩnh vực do chế độ khác điều chỉnh', 'remembered'),
  fact('originalsCount', 'Số bản gốc', 'input'),
  fact('appointmentSigned', 'Văn bản cử đại diện đủ chữ ký', 'input'),
  fact('procedure', 'Loại hồ sơ khiếu nại', 'input'),
  fact('instance', 'Lần khiếu nại', 'input'),
  fact('appealGround', 'Lý do khiếu nại lần hai', 'input'),
  fact('firstDecisionOn', 'Ngày nhận quyết định lần đầu', 'input'),
  fact('receivingAgencyId', 'Cơ quan nhận trong hệ thống', 'input'),
  fact('reportGround', 'Nội dung báo cáo', 'input'),
  fact('contents', 'Các nội dung được tách', 'input'),
  fact('parts', 'Số đơn đã vào sổ', 'input'),
];

const common = { receivedOn: '2026-07-02', actorRole: 'chairman', remote: false, groupSize: 1 };

/** Sample files the checker walks: each type, both laws, a forwarded one, a group, one that went round. */
export const samples: readonly Facts[] = [
  { ...common, petitionType: 'complaint', channel: 'counter', receivedOn: '2025-03-03' },
  { ...common, petitionType: 'denunciation', channel: 'counter', receivedOn: '2025-03-03' },
  { ...common, petitionType: 'complaint', channel: 'counter' },
  { ...common, petitionType: 'complaint', channel: 'post', forwarderKind: 'deputy', receivedOn: '2026-06-29', hops: 2 },
  { ...common, petitionType: 'complaint', channel: 'post', groupSize: 40 },
  { ...common, petitionType: 'denunciation', channel: 'counter' },
  { ...common, petitionType: 'denunciation', channel: 'post', forwarderKind: 'press' },
  { ...common, petitionType: 'denunciation', channel: 'online', receivedOn: '2026-06-29' },
  { ...common, petitionType: 'feedback', channel: 'counter' },
  { ...common, petitionType: 'mixed', channel: 'post' },
];
