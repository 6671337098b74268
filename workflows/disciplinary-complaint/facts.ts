import type { FactInfo, Facts } from '#libs/procedure';
import { factsCatalogue as ofComplaints } from '../complaint/v2/facts.js';

const all = (source: FactInfo['source'], list: readonly (readonly [string, string])[]): readonly FactInfo[] =>
  list.map(([name, label]) => ({ name, label, source, meaning: label }));

export const factsCatalogue: readonly FactInfo[] = [
  ...ofComplaints,
  {
    name: 'channel',
    label: 'Hình thức nhận',
    source: 'case',
    meaning: '`online`: gửi trực tuyến, không phải hình thức khiếu nại quyết định kỷ luật (LKN Đ.49).',
  },
  ...all('remembered', [
    ['decisionReceivedOn', 'Ngày nhận quyết định kỷ luật'],
    ['dismissalOn', 'Ngày ghi nhận quyết định buộc thôi việc'],
    ['councilAskedOn', 'Ngày yêu cầu Hội đồng kỷ luật'],
    ['councilProposedOn', 'Ngày Hội đồng kỷ luật đề nghị'],
    ['announcedOn', 'Ngày công bố quyết định'],
  ]),
  ...all('input', [
    ['signedPetition', 'Có đơn ký tên'],
    ['paperReceivedOn', 'Ngày nhận bản giấy'],
    ['obstacleDays', 'Số ngày có trở ngại'],
    ['dismissal', 'Quyết định buộc thôi việc'],
    ['centralSent', 'Đã gửi cơ quan trung ương'],
  ]),
];

const common = { petitionType: 'complaint', remote: false, groupSize: 1 } as const;

/** Sample files: both instances, both laws, one after a decision and one without. */
export const samples: readonly Facts[] = [
  { ...common, receivedOn: '2026-07-02', actorRole: 'chairman' },
  { ...common, receivedOn: '2026-04-06', actorRole: 'chairman', forwarderKind: 'front' },
  { ...common, receivedOn: '2026-07-02', actorRole: 'chairman', forwarderKind: 'deputy' },
  {
    ...common,
    receivedOn: '2026-07-02',
    actorRole: 'provinceChairman',
    instance: 'second',
    appealGround: 'disagree',
    firstDecisionOn: '2026-06-25',
  },
];
