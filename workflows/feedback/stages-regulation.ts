import { effects as fx, type Stage } from '#libs/procedure';
import { law } from './law.js';
import { end, openStage } from './stages-common.js';

/** Regulations people report as hindering them: a track of its own, apart from petitions (NĐ20/2008). */
export const regulationStages: Readonly<Record<string, Stage>> = {
  regulationReceived: openStage({
    title: 'Đã nhận phản ánh về quy định hành chính, chờ chuyển',
    basis: law.regulation,
    owner: 'receptionist',
    clocks: ['PAKN.QDHC.FORWARD'],
    arrows: [
      {
        on: 'FORWARD_REGULATION',
        to: 'withHandler',
        needs: ['nameAndAddress', 'documentNumber'],
        basis: law.regulationForward,
        effects: [fx.met('PAKN.QDHC.FORWARD'), fx.issue('TRANSFER.FEEDBACK'), fx.remember('forwardedOn')],
      },
      {
        on: 'FORWARD_REGULATION',
        to: 'notTaken',
        needs: ['noNameOrAddress'],
        basis: law.regulation,
        effects: [fx.void('PAKN.QDHC.FORWARD')],
      },
    ],
  }),
  withHandler: openStage({
    title: 'Đã chuyển cơ quan xử lý quy định, chờ kết quả',
    basis: law.regulationForward,
    owner: 'caseOfficer',
    clocks: { none: 'Nghị định không định số ngày xử lý quy định; chỉ có mục tiêu nội bộ.' },
    arrows: [
      {
        on: 'RECORD_HANDLING',
        to: 'regulationHandled',
        needs: ['documentNumber'],
        basis: law.regulationHandling,
        effects: [fx.remember('handling', 'handling')],
      },
    ],
  }),
  regulationHandled: openStage({
    title: 'Đã có kết quả xử lý quy định, chờ công khai',
    basis: law.regulationHandling,
    owner: 'caseOfficer',
    clocks: { none: 'Nghị định không định số ngày công khai kết quả; chỉ có mục tiêu nội bộ.' },
    withdrawable: false,
    arrows: [
      {
        on: 'PUBLISH_HANDLING',
        to: 'handlingPublished',
        needs: ['redacted'],
        basis: law.regulationPublication,
        effects: [fx.issue('FEEDBACK.ANSWER'), fx.remember('publishedOn')],
      },
    ],
  }),
  handlingPublished: end('Đã công khai kết quả xử lý', law.regulationPublication, 'published'),
  notTaken: end('Không tiếp nhận vì thiếu tên, địa chỉ', law.regulation, 'notTaken'),
};
