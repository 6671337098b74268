import { REFUSAL_GROUNDS } from '#workflows/denunciation';
import { cite } from '#libs/procedure';
import { block, namedForm, openForm, type OpenPaperData } from '../../form.js';
import { named, typed } from '../common/fields.js';
import { byHead } from '../common/signing.js';
import { chosen, dueOn } from '../common/words.js';
import {
  allegation,
  allegationNamed,
  denounced,
  denouncedNamed,
  denouncedOn,
  denouncer,
  denouncerReached,
  resolverTitle,
} from './fields.js';
import { SINCE_ND31 } from './law.js';

const { para, section } = block;
const RULES = ['TC.RESOLVE', 'TC.AGAIN.RESOLVE', 'TC.TAKEOVER'] as const;

/** The act that refused has its ground; the act that tells of an acceptance has none. */
const refusal = (data: OpenPaperData): string | null => chosen(REFUSAL_GROUNDS, data.facts['ground']);
/** Petition handling orders this paper for a refusal only. */
const refused = (data: OpenPaperData): boolean => data.procedure === 'petition-handling' || refusal(data) !== null;
const limit = typed('Thời hạn giải quyết tố cáo', 'ngày 12 tháng 8 năm 2026', {
  optional: true,
  help: 'Ngày hết hạn giải quyết; bỏ trống khi không thụ lý.',
  start: (data) => {
    const day = refused(data) ? null : dueOn(data, ...RULES);
    return day && `ngày ${day}`;
  },
});

/** NĐ 31 Mẫu số 05, for both outcomes (note 8); the file copy is sealed. */
const noticeToDenouncer = namedForm({
  ...SINCE_ND31,
  code: 'ND31.05',
  heading: 'THÔNG BÁO\nViệc {Thụ lý hoặc không thụ lý} tố cáo',
  title: 'Thông báo việc thụ lý hoặc không thụ lý tố cáo (Mẫu số 05)',
  formNumber: 'Mẫu số 05',
  citation: cite('LTC Đ.24 k1, Đ.29 k3; NĐ31 Đ.9 k2, Mẫu số 05'),
  letterhead: 'agency',
  numberKind: 'TB',
  sizes: ['A4', 'A5'],
  salutation: 'Ông (bà) {Người nhận văn bản}',
  addressees: ['denouncer', 'file'],
  fields: [
    typed('Thụ lý hoặc không thụ lý', 'không thụ lý', {
      help: 'Theo việc đã ghi; không thụ lý thì ghi lý do ở ô bên dưới.',
      start: (data) => (refused(data) ? 'không thụ lý' : 'thụ lý'),
    }),
    denouncerReached,
    denouncer,
    denouncedOn,
    denouncedNamed,
    named('Nơi chuyển tố cáo đến', (data) => data.forwarder?.name, 'Ủy ban Mặt trận Tổ quốc Việt Nam xã Tân Thành'),
    resolverTitle,
    allegationNamed,
    limit,
    typed('Lý do không thụ lý', 'Không có cơ sở xác định người vi phạm, hành vi vi phạm pháp luật (LTC Đ.29 k1d)', {
      long: true,
      optional: true,
      help: 'Bỏ trống khi thụ lý; không thụ lý thì nêu rõ lý do.',
      start: refusal,
    }),
  ],
  body: [
    para(
      '{Tên cơ quan} đã nhận được đơn tố cáo của ông (bà) {Người tố cáo} ngày {Ngày tố cáo}, tố cáo hành vi vi phạm pháp luật của {Người bị tố cáo}.',
    ),
    section('Nơi chuyển tố cáo đến', [para('Tố cáo do {Nơi chuyển tố cáo đến} chuyển đến.')]),
    para('Theo quy định của pháp luật, {Người giải quyết tố cáo} {Thụ lý hoặc không thụ lý} tố cáo.'),
    section(
      'Lý do không thụ lý',
      [para('Lý do không thụ lý: {Lý do không thụ lý}.')],
      [
        para('Nội dung thụ lý: {Nội dung tố cáo}.'),
        section('Thời hạn giải quyết tố cáo', [
          para('Thời hạn giải quyết tố cáo: đến hết {Thời hạn giải quyết tố cáo}.'),
        ]),
      ],
    ),
    para(
      'Vậy thông báo để ông (bà) {Người nhận văn bản} biết và thực hiện quyền, nghĩa vụ của người tố cáo theo quy định của pháp luật./.',
    ),
  ],
  signing: byHead(cite('NĐ31 Đ.9 k2; NĐ30 Đ.13')),
});

/** NĐ 31 Mẫu số 06: what is alleged, never by whom (LTC Đ.29 k3). */
const noticeToDenounced = openForm({
  ...SINCE_ND31,
  code: 'ND31.06',
  heading: 'THÔNG BÁO\nVề nội dung tố cáo',
  title: 'Thông báo về nội dung tố cáo (Mẫu số 06)',
  formNumber: 'Mẫu số 06',
  citation: cite('LTC Đ.29 k3; NĐ31 Đ.9 k2, Mẫu số 06'),
  letterhead: 'agency',
  numberKind: 'TB',
  sizes: ['A4'],
  addressees: ['denounced', 'file'],
  fields: [
    denounced,
    resolverTitle,
    allegation,
    typed('Thời hạn giải quyết tố cáo', 'ngày 12 tháng 8 năm 2026', {
      start: (data) => {
        const day = dueOn(data, ...RULES);
        return day && `ngày ${day}`;
      },
    }),
  ],
  body: [
    para('{Tên cơ quan} đã nhận được đơn tố cáo về hành vi vi phạm pháp luật của {Người bị tố cáo}.'),
    para('Theo quy định của pháp luật, {Người giải quyết tố cáo} đã thụ lý tố cáo.'),
    para('Nội dung tố cáo được thụ lý: {Nội dung tố cáo}.'),
    para('Thời hạn giải quyết tố cáo: đến hết {Thời hạn giải quyết tố cáo}.'),
    para(
      'Vậy thông báo để {Người bị tố cáo} biết và thực hiện quyền, nghĩa vụ của người bị tố cáo theo quy định của pháp luật./.',
    ),
  ],
  signing: byHead(cite('NĐ31 Đ.9 k2; NĐ30 Đ.13')),
});

export const noticePapers = [noticeToDenouncer, noticeToDenounced];
