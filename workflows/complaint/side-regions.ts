import { effects as fx, type Region } from '#libs/procedure';
import { law } from './law.js';

const SIGNED = ['signedByResolver', 'documentNumber'] as const;
const issueStay = {
  on: 'ISSUE_STAY',
  to: 'stayed',
  needs: ['beingResolved', 'hardToRepair', ...SIGNED],
  basis: law.stay,
  effects: [fx.issue('ND124.11'), fx.remember('stayedOn'), fx.notify('complaint.stayed', 'caseOfficer', 'unitHead')],
};

/** Tạm đình chỉ thi hành the challenged decision: beside the resolution, never instead of it. */
export const stayRegion: Region = {
  initial: 'inForce',
  stages: {
    inForce: {
      info: {
        title: 'Quyết định bị khiếu nại đang được thi hành',
        basis: law.stay,
        owner: 'chairman',
        clocks: { none: 'Chưa có quyết định tạm đình chỉ thi hành.' },
        publicTitle: '',
      },
      arrows: [issueStay],
    },
    stayed: {
      info: {
        title: 'Tạm đình chỉ thi hành QĐHC',
        basis: law.stay,
        owner: 'chairman',
        clocks: {
          none: 'Không vượt quá thời gian còn lại của thời hạn giải quyết (LKN Đ.35): theo dõi cùng thời hạn giải quyết.',
        },
        publicTitle: 'Tạm đình chỉ thi hành quyết định bị khiếu nại',
      },
      arrows: [
        {
          on: 'LIFT_STAY',
          to: 'lifted',
          needs: [...SIGNED],
          basis: law.liftStay,
          effects: [fx.issue('ND124.12'), fx.remember('stayLiftedOn')],
        },
      ],
    },
    lifted: {
      info: {
        title: 'Đã hủy bỏ tạm đình chỉ thi hành',
        basis: law.liftStay,
        owner: 'chairman',
        clocks: { none: 'Quyết định tạm đình chỉ thi hành đã hủy bỏ.' },
        publicTitle: '',
      },
      arrows: [issueStay],
    },
  },
};

const noteCourt = {
  on: 'NOTE_COURT',
  to: 'sued',
  basis: law.court,
  effects: [fx.remember('suedOn'), fx.notify('complaint.sued', 'unitHead', 'chairman')],
};

/** What the complainant did next: the second instance or the court. */
export const recourseRegion: Region = {
  initial: 'none',
  stages: {
    none: {
      info: {
        title: 'Chưa khiếu nại lần hai, chưa khởi kiện',
        basis: law.appeal,
        owner: 'caseOfficer',
        clocks: { none: 'Thời hạn khiếu nại lần hai tính từ ngày nhận quyết định, theo dõi ở giai đoạn chính.' },
        publicTitle: '',
      },
      arrows: [
        {
          on: 'NOTE_APPEAL',
          to: 'appealed',
          needs: ['appealRight', 'appealInTime'],
          basis: law.appeal,
          effects: [
            fx.remember('appealedOn'),
            fx.remember('appealGround', 'appealGround'),
            ...fx.when('decided', fx.void('KN.EFFECT.L1'), fx.met('KN.APPEAL.L2')),
            fx.notify('complaint.appealed', 'unitHead', 'chairman'),
          ],
        },
        noteCourt,
      ],
    },
    appealed: {
      info: {
        title: 'Đã khiếu nại lần hai',
        basis: law.appeal,
        owner: 'caseOfficer',
        clocks: { none: 'Thời hạn thụ lý lần hai do người giải quyết lần hai theo dõi.' },
        publicTitle: 'Đã khiếu nại lần hai',
      },
      arrows: [noteCourt],
    },
    sued: {
      info: {
        title: 'Đã khởi kiện vụ án hành chính',
        basis: law.court,
        owner: 'caseOfficer',
        clocks: { none: 'Thời hạn tố tụng do Tòa án theo dõi.' },
        publicTitle: 'Đã khởi kiện tại Tòa án',
      },
      arrows: [{ ...noteCourt, to: undefined }],
    },
  },
};
