import { DISCONTINUE_GROUNDS, SUSPENSION_GROUNDS } from '#workflows/denunciation';
import { cite } from '#libs/procedure';
import { block, openForm } from '../../form.js';
import { ground } from '../common/blocks.js';
import { issuer, open, typed } from '../common/fields.js';
import { byResolver } from '../common/signing.js';
import { chosen, dayInWords, earlierPaper } from '../common/words.js';
import { acceptance, bearers, denounced, powers, proposer } from './fields.js';
import { decisionHead, underBothLaws } from './law.js';

const { para, article } = block;

const common = {
  letterhead: 'agency',
  numberKind: 'QĐ',
  sizes: ['A4'],
  addressees: ['denouncer', 'denounced', 'related', 'file'],
} as const;
const subject = 'việc giải quyết tố cáo đối với {Người bị tố cáo}, đã được thụ lý tại Quyết định {Quyết định thụ lý}';
const acceptedGround = ground('Căn cứ Quyết định {Quyết định thụ lý} thụ lý tố cáo;');
const base = [issuer, powers, proposer, acceptance, denounced] as const;
const duties = (sample: string) =>
  typed('Trách nhiệm của nơi có liên quan', sample, {
    long: true,
    help: 'Trách nhiệm của cơ quan, tổ chức, cá nhân có liên quan (LTC Đ.34 k4).',
  });
const ending = (number: string) =>
  article(
    number,
    '{Người chịu trách nhiệm thi hành}, {Người bị tố cáo} và cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.',
  );

const suspensions = underBothLaws((law) =>
  openForm({
    ...common,
    ...law.validity,
    code: 'TC.SUSPEND',
    heading: 'QUYẾT ĐỊNH\nTạm đình chỉ việc giải quyết tố cáo',
    title: 'Quyết định tạm đình chỉ việc giải quyết tố cáo',
    citation: cite('LTC Đ.34 k1, k4'),
    fields: [
      ...base,
      typed('Lý do tạm đình chỉ', 'Đợi kết quả giám định bổ sung, giám định lại (LTC Đ.34 k1b)', {
        long: true,
        start: (data) => chosen(SUSPENSION_GROUNDS, data.facts['ground']),
      }),
      duties('Tổ xác minh theo dõi kết quả giám định, báo cáo ngay khi có kết luận.'),
      bearers,
    ],
    body: [
      ...decisionHead(law, { law: 'Điều 34' }, [acceptedGround]),
      article('Điều 1.', `Tạm đình chỉ ${subject}.`),
      para('Lý do: {Lý do tạm đình chỉ}.'),
      article('Điều 2.', '{Trách nhiệm của nơi có liên quan}'),
      para('Thời gian tạm đình chỉ không tính vào thời hạn giải quyết tố cáo.'),
      ending('Điều 3.'),
    ],
    signing: byResolver(cite('LTC Đ.34 k1')),
  }),
);

const resumptions = underBothLaws((law) =>
  openForm({
    ...common,
    ...law.validity,
    code: 'TC.RESUME',
    heading: 'QUYẾT ĐỊNH\nTiếp tục giải quyết tố cáo',
    title: 'Quyết định tiếp tục giải quyết tố cáo',
    citation: cite('LTC Đ.34 k2'),
    fields: [
      ...base,
      open(
        'Quyết định tạm đình chỉ',
        (data) => earlierPaper(data, 'TC.SUSPEND'),
        'số 52/QĐ-UBND ngày 22 tháng 7 năm 2026',
      ),
      typed('Lý do tiếp tục', 'Đã có kết luận giám định lại', { long: true }),
      typed('Ngày căn cứ tạm đình chỉ không còn', '05 tháng 8 năm 2026', {
        start: (data) => dayInWords(data.facts['groundEndedOn']),
      }),
      bearers,
    ],
    body: [
      ...decisionHead(law, { law: 'Điều 34' }, [
        acceptedGround,
        ground('Căn cứ Quyết định {Quyết định tạm đình chỉ} tạm đình chỉ việc giải quyết tố cáo;'),
      ]),
      article('Điều 1.', `Tiếp tục ${subject}.`),
      para('Lý do: {Lý do tiếp tục}; căn cứ tạm đình chỉ không còn từ ngày {Ngày căn cứ tạm đình chỉ không còn}.'),
      article('Điều 2.', 'Thời gian tạm đình chỉ không tính vào thời hạn giải quyết tố cáo.'),
      ending('Điều 3.'),
    ],
    signing: byResolver(cite('LTC Đ.34 k2')),
  }),
);

const discontinuances = underBothLaws((law) =>
  openForm({
    ...common,
    ...law.validity,
    code: 'TC.DISCONTINUE',
    heading: 'QUYẾT ĐỊNH\nĐình chỉ việc giải quyết tố cáo',
    title: 'Quyết định đình chỉ việc giải quyết tố cáo',
    citation: cite('LTC Đ.34 k3, k4'),
    fields: [
      ...base,
      typed('Lý do đình chỉ', 'Đã giải quyết bằng bản án, quyết định có hiệu lực pháp luật (LTC Đ.34 k3c)', {
        long: true,
        start: (data) => chosen(DISCONTINUE_GROUNDS, data.facts['ground']),
      }),
      duties('Tổ xác minh bàn giao hồ sơ cho Văn phòng để lưu theo quy định.'),
      bearers,
    ],
    body: [
      ...decisionHead(law, { law: 'Điều 34' }, [acceptedGround]),
      article('Điều 1.', `Đình chỉ ${subject}.`),
      para('Lý do: {Lý do đình chỉ}.'),
      article('Điều 2.', '{Trách nhiệm của nơi có liên quan}'),
      ending('Điều 3.'),
    ],
    signing: byResolver(cite('LTC Đ.34 k3')),
  }),
);

export const suspensionPapers = [...suspensions, ...resumptions, ...discontinuances];
