import { cite } from '#libs/procedure';
import { block, namedForm, openForm, type FormDefinition } from '../../form.js';
import { centred, ground, line, remark } from '../common/blocks.js';
import { address, complainant, open } from '../common/fields.js';
import { underBothLaws, type ComplaintLaw } from '../common/law.js';
import { byHead, byResolver } from '../common/signing.js';
import { earlierPaper } from '../common/words.js';
import {
  decisionFields,
  firstDecision,
  firstInstanceBody,
  grounds,
  namedContent,
  publishedContent,
  secondInstanceBody,
  secondResolver,
} from './decision-parts.js';

const { para } = block;
const WHO = '{Người khiếu nại}';
/** How a published decision speaks of the complainant. */
const ROLE = 'người khiếu nại';

const common = (law: ComplaintLaw) =>
  ({ ...law.validity, letterhead: 'agency', numberKind: 'QĐ', sizes: ['A4'] }) as const;
const head = (law: ComplaintLaw, examined: string) => [
  centred('{Thẩm quyền ban hành}'),
  ...grounds(law.grounds, { opening: [ground(examined)] }),
];
const EXAMINED = `Xét đơn khiếu nại ngày {Ngày của đơn} của ${WHO} (địa chỉ: {Địa chỉ người khiếu nại}) đối với {Người bị khiếu nại}.`;

/** NĐ 124 Mẫu số 15. It names the complainant, as LKN Đ.31 k2b orders. */
const firstDecisions = underBothLaws((law) =>
  namedForm({
    ...common(law),
    code: 'ND124.15',
    heading: `QUYẾT ĐỊNH\nVề việc giải quyết khiếu nại của ${WHO} (lần đầu)`,
    title: 'Quyết định giải quyết khiếu nại lần đầu (Mẫu số 15)',
    formNumber: 'Mẫu số 15',
    citation: cite('LKN Đ.31; NĐ124 Đ.29 k1, Mẫu số 15'),
    addressees: ['complainant', 'superior', 'related', 'forwarder', 'inspectorate', 'file'],
    fields: [complainant, address, ...namedContent, ...decisionFields, secondResolver],
    body: [...head(law, EXAMINED), ...firstInstanceBody(WHO)],
    signing: byResolver(cite('LKN Đ.31 k1; NĐ124 Đ.29 k1')),
  }),
);

/** NĐ 124 Mẫu số 16. */
const secondDecisions = underBothLaws((law) =>
  namedForm({
    ...common(law),
    code: 'ND124.16',
    heading: `QUYẾT ĐỊNH\nVề việc giải quyết khiếu nại của ${WHO} (lần hai)`,
    title: 'Quyết định giải quyết khiếu nại lần hai (Mẫu số 16)',
    formNumber: 'Mẫu số 16',
    citation: cite('LKN Đ.40; NĐ124 Đ.29 k1, Mẫu số 16'),
    addressees: ['complainant', 'respondent', 'related', 'forwarder', 'inspectorate', 'file'],
    fields: [complainant, address, ...namedContent, ...decisionFields, firstDecision],
    body: [...head(law, EXAMINED), ...secondInstanceBody(WHO)],
    signing: byResolver(cite('LKN Đ.40 k1; NĐ124 Đ.29 k1')),
  }),
);

interface Published {
  readonly of: 'ND124.15' | 'ND124.16';
  readonly instance: string;
  readonly form: string;
  readonly fields: Extract<FormDefinition, { audience: 'anyone' }>['fields'];
  readonly body: ReturnType<typeof firstInstanceBody>;
}

/** The copy for the board, the portal and the press: no identity in its data, the same reasons and articles. */
const published = ({ of, instance, form, fields, body }: Published) =>
  underBothLaws((law) =>
    openForm({
      ...law.validity,
      code: `${of}.PUBLISHED`,
      heading: `QUYẾT ĐỊNH\nVề việc giải quyết khiếu nại (${instance})`,
      title: `Bản công khai quyết định giải quyết khiếu nại ${instance} (đã lược bỏ thông tin cá nhân)`,
      citation: cite(`LKN Đ.41; NĐ124 Đ.29 k3; nội dung theo ${form}`),
      letterhead: 'agency',
      undated: true,
      sizes: ['A4'],
      addressees: ['citizens', 'file'],
      fields: [
        open('Quyết định được công khai', (data) => earlierPaper(data, of), 'số 156/QĐ-UBND ngày 14 tháng 8 năm 2026'),
        publishedContent,
        ...decisionFields,
        ...fields,
      ],
      body: [
        line('Bản công khai của Quyết định {Quyết định được công khai}.'),
        remark('Họ tên, địa chỉ và giấy tờ của cá nhân đã được lược bỏ.'),
        ...head(law, 'Xét đơn khiếu nại ngày {Ngày của đơn} của người khiếu nại.'),
        ...body,
        para('Quyết định đã được ký, đóng dấu và gửi cho các bên theo quy định.', { italic: true }),
      ],
      signing: byHead(cite('NĐ124 Đ.29 k3')),
    }),
  );

export const decisions = [
  ...firstDecisions,
  ...secondDecisions,
  ...published({
    of: 'ND124.15',
    instance: 'lần đầu',
    form: 'Mẫu số 15',
    fields: [secondResolver],
    body: firstInstanceBody(ROLE),
  }),
  ...published({
    of: 'ND124.16',
    instance: 'lần hai',
    form: 'Mẫu số 16',
    fields: [firstDecision],
    body: secondInstanceBody(ROLE),
  }),
];
