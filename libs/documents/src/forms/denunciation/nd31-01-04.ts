import { cite } from '#libs/procedure';
import { block, openForm } from '../../form.js';
import { issuer, typed } from '../common/fields.js';
import { byResolver } from '../common/signing.js';
import { dayInWords, figure } from '../common/words.js';
import { acceptance, allegation, bearers, denounced, powers, proposer } from './fields.js';
import { decisionHead, underBothLaws } from './law.js';

const { para, article } = block;
const common = { letterhead: 'agency', numberKind: 'QĐ', sizes: ['A4'] } as const;

/** NĐ 31 Mẫu số 01. */
const extensions = underBothLaws((law) =>
  openForm({
    ...common,
    ...law.validity,
    code: 'ND31.01',
    heading: 'QUYẾT ĐỊNH\nGia hạn giải quyết tố cáo',
    title: 'Quyết định gia hạn giải quyết tố cáo (Mẫu số 01)',
    formNumber: 'Mẫu số 01',
    citation: cite('LTC Đ.30 k2, k3, k4; NĐ31 Đ.3, Mẫu số 01'),
    addressees: ['denouncer', 'denounced', 'related', 'file'],
    fields: [
      issuer,
      powers,
      proposer,
      acceptance,
      typed('Người ban hành quyết định thụ lý', 'Chủ tịch Ủy ban nhân dân xã Tân Thành', {
        start: (data) => data.agency.headTitle,
      }),
      typed('Số ngày gia hạn', '30', {
        help: 'Mỗi lần không quá 30 ngày; vụ việc phức tạp một lần, đặc biệt phức tạp hai lần (LTC Đ.30 k2, k3).',
        start: (data) => figure(data.facts['days']),
      }),
      typed('Ngày hết hạn giải quyết', '12 tháng 8 năm 2026', {
        help: 'Ngày hết hạn theo quyết định thụ lý; gia hạn lần hai: ngày hết hạn của lần một.',
      }),
      bearers,
    ],
    body: [
      ...decisionHead(law, { law: 'Điều 30', decree: 'Điều 3' }),
      article(
        'Điều 1.',
        'Gia hạn giải quyết tố cáo đối với vụ việc tố cáo đã được thụ lý tại Quyết định {Quyết định thụ lý} của {Người ban hành quyết định thụ lý}.',
      ),
      para('Thời gian gia hạn là {Số ngày gia hạn} ngày, kể từ ngày {Ngày hết hạn giải quyết}.'),
      article('Điều 2.', '{Người chịu trách nhiệm thi hành} chịu trách nhiệm thi hành Quyết định này./.'),
    ],
    signing: byResolver(cite('LTC Đ.30 k4; NĐ31 Đ.3 k4')),
  }),
);

/** NĐ 31 Mẫu số 04; the limit runs from acceptance (LTC Đ.30 k1). */
const acceptances = underBothLaws((law) =>
  openForm({
    ...common,
    ...law.validity,
    code: 'ND31.04',
    heading: 'QUYẾT ĐỊNH\nThụ lý tố cáo',
    title: 'Quyết định thụ lý tố cáo (Mẫu số 04)',
    formNumber: 'Mẫu số 04',
    citation: cite('LTC Đ.29; NĐ31 Đ.9 k1, Mẫu số 04'),
    addressees: ['denounced', 'team', 'file'],
    fields: [
      issuer,
      powers,
      proposer,
      denounced,
      allegation,
      typed('Số ngày giải quyết', '30', {
        help: 'Không quá 30 ngày kể từ ngày thụ lý (LTC Đ.30 k1).',
        start: () => '30',
      }),
      typed('Ngày thụ lý', '13 tháng 7 năm 2026', {
        start: (data) => dayInWords(data.facts['acceptedOn'] ?? data.signedOn),
      }),
      bearers,
    ],
    body: [
      ...decisionHead(law, { law: 'Điều 29', decree: 'Điều 9' }),
      article('Điều 1.', 'Thụ lý tố cáo đối với: {Người bị tố cáo}.'),
      para('Nội dung tố cáo được thụ lý: {Nội dung tố cáo}.'),
      para('Thời hạn giải quyết tố cáo là {Số ngày giải quyết} ngày, kể từ ngày {Ngày thụ lý}.'),
      article(
        'Điều 2.',
        'Các ông (bà) {Người chịu trách nhiệm thi hành}, {Người bị tố cáo} và cơ quan, tổ chức, đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.',
      ),
    ],
    signing: byResolver(cite('LTC Đ.29 k2; NĐ31 Đ.9 k1')),
  }),
);

export const acceptancePapers = [...extensions, ...acceptances];
