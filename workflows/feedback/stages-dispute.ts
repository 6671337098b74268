import { effects as fx, type Arrow, type Stage } from '#libs/procedure';
import { law } from './law.js';
import { end, openStage } from './stages-common.js';

const NO_LIMIT =
  'Chưa đối chiếu được thời hạn hòa giải (tranh chấp đất đai tại cấp xã: 30 ngày theo Luật Đất đai 2024); chỉ là mục tiêu nội bộ.';

const invite = (to?: string): Arrow => ({
  on: 'INVITE_MEDIATION',
  ...(to !== undefined && { to }),
  needs: ['documentNumber'],
  basis: law.mediation,
  effects: [fx.issue('MEDIATION.NOTICE'), fx.remember('invitedOn'), fx.remember('meetingOn', 'meetingOn')],
});
const record = fx.issue('MEDIATION.RECORD');

/** Disputes between people: encouraged to settle before anybody decides (LKN Đ.5 k3). Not a way to contest a decision. */
export const disputeStages: Readonly<Record<string, Stage>> = {
  disputeReceived: openStage({
    title: 'Đã nhận đề nghị giải quyết tranh chấp',
    basis: law.mediation,
    owner: 'caseOfficer',
    clocks: { none: NO_LIMIT },
    arrows: [invite('mediating')],
  }),
  mediating: openStage({
    title: 'Đang hòa giải',
    basis: law.mediation,
    owner: 'caseOfficer',
    clocks: { none: NO_LIMIT },
    arrows: [
      invite(),
      {
        on: 'RECORD_MEDIATION',
        to: 'mediated',
        needs: ['mediationHeld', 'agreed'],
        basis: law.mediation,
        effects: [record],
      },
      {
        on: 'RECORD_MEDIATION',
        to: 'notMediated',
        needs: ['mediationHeld', 'notAgreed'],
        basis: law.mediation,
        effects: [record, fx.issue('TT05.02')],
      },
      { on: 'RECORD_MEDIATION', needs: ['mediationHeld', 'absent'], basis: law.mediation, effects: [record] },
    ],
  }),
  mediated: end('Hòa giải thành', law.mediation, 'mediated'),
  notMediated: end('Hòa giải không thành, đã hướng dẫn đến nơi có thẩm quyền', law.land, 'notMediated'),
};
