import { effects as fx, type Arrow, type Region } from '#libs/procedure';
import { law } from './law.js';

const noteCrime: Arrow = {
  on: 'NOTE_CRIME_SIGNS',
  to: 'found',
  basis: law.crime,
  effects: [
    fx.open('TC.CRIME', 'occurredOn'),
    fx.remember('crimeSignsOn'),
    fx.notify('denunciation.crimeSigns', 'chairman'),
  ],
};

/** Signs of crime may be found at any stage and are passed on at once; the rest of the matter goes on. */
export const crimeRegion: Region = {
  initial: 'none',
  stages: {
    none: {
      info: {
        title: 'Chưa thấy dấu hiệu tội phạm',
        basis: law.crime,
        owner: 'caseOfficer',
        clocks: { none: 'Chưa có dấu hiệu tội phạm.' },
        publicTitle: '',
      },
      arrows: [noteCrime],
    },
    found: {
      info: {
        title: 'Có dấu hiệu tội phạm, phải chuyển ngay',
        basis: law.crime,
        owner: 'chairman',
        clocks: ['TC.CRIME'],
        publicTitle: '',
      },
      arrows: [
        {
          on: 'TRANSFER_TO_INVESTIGATION',
          to: 'transferred',
          needs: ['signedByResolver', 'documentNumber'],
          basis: law.crime,
          effects: [fx.met('TC.CRIME'), fx.issue('TC.CRIME.TRANSFER'), fx.remember('crimeTransferredOn')],
        },
      ],
    },
    transferred: {
      info: {
        title: 'Đã chuyển Cơ quan điều tra, Viện kiểm sát',
        basis: law.crime,
        owner: 'caseOfficer',
        clocks: { none: 'Hồ sơ, tài liệu đã chuyển.' },
        publicTitle: '',
      },
      arrows: [noteCrime],
    },
  },
};

const demanded: Arrow = {
  on: 'RECEIVE_LATE_DEMAND',
  to: 'demanded',
  needs: ['pastFirstLimit'],
  basis: law.lateReport,
  effects: [fx.open('TC.LATE.REPLY', 'occurredOn'), fx.notify('denunciation.lateDemanded', 'chairman', 'caseOfficer')],
};

/** The superior asks why a matter is late (LTC Đ.38 k2, k3): beside the resolution, which goes on. */
export const latenessRegion: Region = {
  initial: 'none',
  stages: {
    none: {
      info: {
        title: 'Chưa có yêu cầu báo cáo về việc chậm giải quyết',
        basis: law.late,
        owner: 'caseOfficer',
        clocks: { none: 'Chưa có yêu cầu của cấp trên.' },
        publicTitle: '',
      },
      arrows: [demanded],
    },
    demanded: {
      info: {
        title: 'Phải báo cáo cấp trên về việc chậm giải quyết',
        basis: law.lateReport,
        owner: 'chairman',
        clocks: ['TC.LATE.REPLY'],
        publicTitle: '',
      },
      arrows: [
        {
          on: 'SEND_LATE_REPORT',
          to: 'reported',
          needs: ['signedByResolver', 'documentNumber'],
          basis: law.lateReport,
          effects: [fx.met('TC.LATE.REPLY'), fx.issue('TC.LATE.REPORT')],
        },
      ],
    },
    reported: {
      info: {
        title: 'Đã báo cáo cấp trên về việc chậm giải quyết',
        basis: law.lateReport,
        owner: 'caseOfficer',
        clocks: { none: 'Đã gửi báo cáo.' },
        publicTitle: '',
      },
      arrows: [demanded],
    },
  },
};
