import type { MessageText } from './types.js';

/**
 * What citizens are told, by topic. The words say that something has happened and where to look it up: no content, no name, no
 * nature of the petition. A topic that is not here tells citizens nothing; denunciations never do (see `mayTellCitizen`).
 */
const CITIZEN: Readonly<Record<string, string>> = {
  'petition.received': 'Đơn của ông/bà đã được tiếp nhận.',
  'petition.handled': 'Đơn của ông/bà đã được xử lý, có văn bản trả lời.',
  'complaint.accepted': 'Đơn của ông/bà đã được thụ lý.',
  'complaint.notAccepted': 'Đơn của ông/bà đã có văn bản trả lời.',
  'complaint.suspended': 'Việc giải quyết đơn của ông/bà có thay đổi.',
  'complaint.resumed': 'Việc giải quyết đơn của ông/bà được tiếp tục.',
  'complaint.discontinued': 'Việc giải quyết đơn của ông/bà có thay đổi.',
  'complaint.decided': 'Đơn của ông/bà đã có kết quả giải quyết.',
  'complaint.effective': 'Kết quả giải quyết đơn của ông/bà đã có hiệu lực.',
  'feedback.answered': 'Kiến nghị, phản ánh của ông/bà đã được trả lời.',
};

const LOOK_UP =
  'Ông/bà tra cứu bằng mã trên giấy biên nhận, hoặc liên hệ bộ phận tiếp nhận. Tin này được gửi tự động, không cần trả lời.';

export const CITIZEN_TOPICS: readonly string[] = Object.keys(CITIZEN);

/**
 * The same sentence for every file: a sentence of its own for protected ones would say what they are. What has happened stands
 * in the inbox.
 */
const OFFICER: MessageText = {
  subject: 'Có diễn biến mới trong một hồ sơ',
  body: 'Có diễn biến mới trong một hồ sơ. Mở Nghe Dân để xem.',
};

export function textFor({ topic, toCitizen }: { readonly topic: string; readonly toCitizen: boolean }): MessageText {
  if (!toCitizen) return OFFICER;
  return {
    subject: 'Thông báo về đơn của ông/bà',
    body: `${CITIZEN[topic] ?? 'Đơn của ông/bà có diễn biến mới.'} ${LOOK_UP}`,
  };
}
