import { cite } from '#libs/procedure';
import { block, namedForm, type FormDefinition } from '../../form.js';
import { line, remark } from '../common/blocks.js';
import { identityPaper, named, typed } from '../common/fields.js';
import { BEFORE, SINCE, type ComplaintLaw } from '../common/law.js';
import { byPetitioner } from '../common/signing.js';
import { authorized, petitioner } from '../common/words.js';

const { signatures } = block;

const NOTARY =
  'Ủy quyền toàn bộ hay từng nội dung; một nội dung chỉ ủy quyền cho một người. Cá nhân ủy quyền: công chứng hoặc chứng thực; phần công chứng hết hiệu lực từ 01/01/2027 (NĐ155 Đ.21 k2). Tổ chức: người có thẩm quyền ký, đóng dấu nếu có.';
const NOTARY_OLD =
  'Ủy quyền toàn bộ hay từng nội dung; một nội dung chỉ ủy quyền cho một người. Phải công chứng hoặc chứng thực (NĐ124 Đ.5 k3).';

const authorization = (law: ComplaintLaw, own: Pick<FormDefinition, 'citation' | 'body'>, help: string) =>
  namedForm({
    code: 'ND124.02',
    heading: 'GIẤY ỦY QUYỀN KHIẾU NẠI',
    title: 'Giấy ủy quyền khiếu nại (Mẫu số 02)',
    formNumber: 'Mẫu số 02',
    ...law.validity,
    letterhead: 'nation',
    sizes: ['A4'],
    addressees: ['file'],
    byCitizen: true,
    fields: [
      named('Họ và tên người khiếu nại', (data) => petitioner(data)?.fullName, 'Nguyễn Thị Hòa'),
      named('Địa chỉ người khiếu nại', (data) => petitioner(data)?.address, 'Số 12, đường Trần Phú, xã Tân Thành'),
      ...identityPaper,
      named('Họ và tên người được ủy quyền', (data) => authorized(data)?.fullName, 'Trần Văn Khánh'),
      named('Địa chỉ người được ủy quyền', (data) => authorized(data)?.address, 'Số 45, đường Nguyễn Huệ, xã Phú Lợi'),
      named('Số giấy tờ của người được ủy quyền', (data) => authorized(data)?.personalId, '082085004321'),
      typed('Ngày cấp giấy tờ của người được ủy quyền', '02/03/2023', { optional: true }),
      typed('Nơi cấp giấy tờ của người được ủy quyền', 'Bộ Công an', { optional: true }),
      typed('Nội dung ủy quyền', 'Toàn bộ việc khiếu nại Quyết định thu hồi đất số 118/QĐ-UBND', {
        long: true,
        optional: true,
        help,
      }),
    ],
    signing: byPetitioner(cite('NĐ124 Đ.5 k3')),
    ...own,
  });

const persons = (law: ComplaintLaw) => [
  line('Họ và tên người khiếu nại: {Họ và tên người khiếu nại}'),
  line('Địa chỉ: {Địa chỉ người khiếu nại}'),
  line(`${law.identity}: {Số giấy tờ tùy thân}, ngày cấp {Ngày cấp giấy tờ}, nơi cấp {Nơi cấp giấy tờ}.`),
  line('Họ và tên người được ủy quyền khiếu nại: {Họ và tên người được ủy quyền}'),
  line('Địa chỉ: {Địa chỉ người được ủy quyền}'),
  line(
    `${law.identity}: {Số giấy tờ của người được ủy quyền}, ngày cấp {Ngày cấp giấy tờ của người được ủy quyền}, nơi cấp {Nơi cấp giấy tờ của người được ủy quyền}.`,
  ),
  line('Nội dung ủy quyền khiếu nại: {Nội dung ủy quyền}'),
  remark(
    '(Trong quá trình thực hiện việc khiếu nại, người được ủy quyền có trách nhiệm thực hiện đúng nội dung ủy quyền).',
  ),
];

const agentColumn = {
  title: 'NGƯỜI ĐƯỢC ỦY QUYỀN',
  note: '(Ký hoặc điểm chỉ)',
  name: '{Họ và tên người được ủy quyền}',
};
const principal = (note: string) => ({ title: 'NGƯỜI ỦY QUYỀN', note, name: '{Họ và tên người khiếu nại}' });

export const authorizationPapers = [
  authorization(
    BEFORE,
    {
      citation: cite('NĐ124 Đ.5 k3, Mẫu số 02'),
      body: [
        ...persons(BEFORE),
        signatures(agentColumn, principal('(Ký hoặc điểm chỉ)')),
        signatures({
          title: 'XÁC NHẬN CỦA CƠ QUAN, TỔ CHỨC CÓ THẨM QUYỀN',
          note: '(Chức danh, chữ ký, dấu)',
        }),
      ],
    },
    NOTARY_OLD,
  ),
  authorization(
    SINCE,
    {
      citation: cite('NĐ124 Đ.5 k3 (NĐ155), Mẫu số 02'),
      body: [
        ...persons(SINCE),
        signatures(
          agentColumn,
          principal('(Ký hoặc điểm chỉ; tổ chức ủy quyền thì người có thẩm quyền của tổ chức ký và đóng dấu, nếu có)'),
        ),
        signatures({ title: 'LỜI CHỨNG CÔNG CHỨNG/CHỨNG THỰC' }),
      ],
    },
    NOTARY,
  ),
];
