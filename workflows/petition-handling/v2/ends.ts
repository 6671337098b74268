import type { Stage } from '#libs/procedure';
import type { Citation } from '#libs/statute';
import { law } from './law.js';

interface EndSpec {
  readonly basis: Citation;
  readonly outcome: string;
  readonly publicTitle?: string;
}
const HANDLED = 'Đã xử lý xong';
const end = (title: string, { basis, outcome, publicTitle = title }: EndSpec): Stage => ({
  info: { title, basis, owner: null, clocks: { none: 'Đơn đã xử lý xong.' }, outcome, publicTitle },
});

/** How handling ends; the matter itself goes on in the file that was opened, or with another body. */
export const ends: Readonly<Record<string, Stage>> = {
  complaintOpened: end('Đã mở hồ sơ giải quyết khiếu nại', {
    basis: law.competentComplaint,
    outcome: 'acceptanceProposed',
    publicTitle: 'Đã chuyển sang giải quyết khiếu nại',
  }),
  denunciationOpened: end('Đã mở hồ sơ tố cáo', {
    basis: law.denunciation,
    outcome: 'denunciationOpened',
    publicTitle: HANDLED,
  }),
  feedbackOpened: end('Đã mở hồ sơ kiến nghị, phản ánh', {
    basis: law.feedback,
    outcome: 'feedbackOpened',
    publicTitle: 'Đang giải quyết',
  }),
  guided: end('Đã hướng dẫn', { basis: law.guideComplaint, outcome: 'guided' }),
  transferred: end('Đã chuyển đơn', { basis: law.competence, outcome: 'transferred' }),
  returned: end('Đã trả lại nơi chuyển đơn', { basis: law.returnToForwarder, outcome: 'returned' }),
  subordinateOrdered: end('Đã yêu cầu cấp dưới giải quyết', {
    basis: law.subordinate,
    outcome: 'subordinateOrdered',
    publicTitle: 'Đã yêu cầu cơ quan có thẩm quyền giải quyết',
  }),
  reviewOrdered: end('Đã chỉ đạo xem xét lại việc giải quyết', { basis: law.review, outcome: 'reviewOrdered' }),
  splitUp: end('Đã tách đơn', { basis: law.split, outcome: 'split' }),
  withdrawn: end('Đã rút đơn', { basis: law.withdraw, outcome: 'withdrawn' }),
  destructionDecided: end('Người đứng đầu đã quyết định tiêu hủy', {
    basis: law.archive,
    outcome: 'filed',
    publicTitle: HANDLED,
  }),
  keptOn: end('Tiếp tục lưu', { basis: law.archive, outcome: 'filed', publicTitle: HANDLED }),
  transferredForInspection: end('Đã chuyển để thanh tra, kiểm tra', {
    basis: law.inspection,
    outcome: 'transferredForInspection',
    publicTitle: HANDLED,
  }),
  transferredToInvestigation: end('Đã chuyển cơ quan điều tra', {
    basis: law.investigation,
    outcome: 'transferredToInvestigation',
    publicTitle: HANDLED,
  }),
};
