import { END_GROUNDS } from '#workflows/protection';
import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { ground } from '../common/blocks.js';
import { issuer, typed } from '../common/fields.js';
import { byResolver } from '../common/signing.js';
import { chosen } from '../common/words.js';
import { powers, proposer } from '../denunciation/fields.js';
import { decisionHead, underBothLaws } from '../denunciation/law.js';
import { danger, decision, measures, protectedAddress, protectedPerson, protectors } from './fields.js';

const { para, article } = block;

/** Never to the denounced: the protected person, the resolver and who carries it out (LTC Đ.52 k3, Đ.54 k3). */
const common = {
  letterhead: 'agency',
  numberKind: 'QĐ',
  sizes: ['A4'],
  addressees: ['protected', 'receivingBody', 'file'],
} as const;
const base = [issuer, powers, proposer, protectedPerson, protectedAddress, protectors] as const;
const who = 'ông (bà) {Người được bảo vệ}, địa chỉ: {Địa chỉ người được bảo vệ}';
const earlier = ground('Căn cứ Quyết định {Quyết định bảo vệ} áp dụng biện pháp bảo vệ;');
const carryOut = (label: string) =>
  article(
    label,
    '{Nơi thực hiện bảo vệ} và cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này, giữ bí mật thông tin về người được bảo vệ, báo cáo kết quả về {Tên cơ quan}./.',
  );

/** LTC Đ.52 k2 lists what it must hold. */
const decisions = underBothLaws((law) =>
  namedForm({
    ...common,
    ...law.validity,
    code: 'PROTECTION.DECISION',
    heading: 'QUYẾT ĐỊNH\nÁp dụng biện pháp bảo vệ',
    title: 'Quyết định áp dụng biện pháp bảo vệ',
    citation: cite('LTC Đ.51 k1, Đ.52; NĐ31 Đ.7 k1'),
    fields: [
      ...base,
      danger,
      measures,
      typed('Thời điểm bắt đầu', '08 giờ 00 ngày 16 tháng 7 năm 2026', { help: 'LTC Đ.52 k2đ.' }),
    ],
    body: [
      ...decisionHead(law, { law: 'Điều 51, Điều 52', decree: 'Điều 7' }),
      article('Điều 1.', `Áp dụng biện pháp bảo vệ đối với ${who}.`),
      para('Lý do: {Nguy cơ bị xâm hại}.'),
      article('Điều 2.', 'Nội dung, biện pháp bảo vệ: {Biện pháp bảo vệ}'),
      article(
        'Điều 3.',
        'Việc bảo vệ bắt đầu từ {Thời điểm bắt đầu} cho đến khi chấm dứt theo khoản 2 Điều 54 Luật Tố cáo.',
      ),
      carryOut('Điều 4.'),
    ],
    signing: byResolver(cite('LTC Đ.52 k1')),
  }),
);

const changes = underBothLaws((law) =>
  namedForm({
    ...common,
    ...law.validity,
    code: 'PROTECTION.CHANGE',
    heading: 'QUYẾT ĐỊNH\nThay đổi, bổ sung biện pháp bảo vệ',
    title: 'Quyết định thay đổi, bổ sung biện pháp bảo vệ',
    citation: cite('LTC Đ.54 k1, k3'),
    fields: [
      ...base,
      decision,
      typed('Lý do thay đổi, bổ sung', 'người được bảo vệ đề nghị bằng văn bản', {
        start: (data) =>
          data.facts['changeGround'] === 'requested'
            ? 'người được bảo vệ đề nghị bằng văn bản'
            : data.facts['changeGround'] === 'needed'
              ? 'xét thấy cần thiết'
              : null,
      }),
      measures,
    ],
    body: [
      ...decisionHead(law, { law: 'Điều 54', decree: null }, [earlier]),
      article('Điều 1.', `Thay đổi, bổ sung biện pháp bảo vệ đối với ${who}.`),
      para('Lý do: {Lý do thay đổi, bổ sung}.'),
      article('Điều 2.', 'Biện pháp bảo vệ sau khi thay đổi, bổ sung: {Biện pháp bảo vệ}'),
      carryOut('Điều 3.'),
    ],
    signing: byResolver(cite('LTC Đ.54 k1')),
  }),
);

const ends = underBothLaws((law) =>
  namedForm({
    ...common,
    ...law.validity,
    code: 'PROTECTION.END',
    heading: 'QUYẾT ĐỊNH\nChấm dứt áp dụng biện pháp bảo vệ',
    title: 'Quyết định chấm dứt biện pháp bảo vệ',
    citation: cite('LTC Đ.54 k2, k3'),
    fields: [
      ...base,
      decision,
      typed('Lý do chấm dứt', 'Đã có kết luận hoặc quyết định đình chỉ giải quyết tố cáo (LTC Đ.54 k2a)', {
        start: (data) => chosen(END_GROUNDS, data.facts['ground']),
      }),
      typed('Chấm dứt từ ngày', '17 tháng 8 năm 2026'),
    ],
    body: [
      ...decisionHead(law, { law: 'Điều 54', decree: null }, [earlier]),
      article('Điều 1.', `Chấm dứt áp dụng biện pháp bảo vệ đối với ${who}, từ ngày {Chấm dứt từ ngày}.`),
      para('Lý do: {Lý do chấm dứt}.'),
      article('Điều 2.', 'Thông tin về người tố cáo và việc bảo vệ tiếp tục được giữ bí mật.'),
      carryOut('Điều 3.'),
    ],
    signing: byResolver(cite('LTC Đ.54 k2')),
  }),
);

export const protectionDecisions = [...decisions, ...changes, ...ends];
