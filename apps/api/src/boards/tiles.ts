import type { BoardDays, Counts } from '#libs/persistence';
import type { TileDto } from './board.dto.js';
import type { Lists } from './lists.js';

/** Every number beside the request that lists exactly its rows. */
export function tilesOf(counts: Counts, days: BoardDays, lists: Lists): TileDto[] {
  return [
    {
      key: 'open',
      title: 'Hồ sơ đang giải quyết',
      count: counts.open,
      list: lists.files({ state: 'open' }),
      note: 'Hồ sơ chưa kết thúc, gồm cả hồ sơ xử lý đơn',
    },
    {
      key: 'overdue',
      title: 'Thời hạn đã quá',
      count: counts.overdue,
      list: lists.limits({}),
      note: 'Mỗi thời hạn theo luật đã quá là một mục; một hồ sơ có thể có nhiều',
    },
    {
      key: 'dueSoon',
      title: 'Thời hạn sắp đến',
      count: counts.dueSoon,
      list: lists.limits({ scope: 'dueSoon' }),
      note: 'Đến hạn từ hôm nay đến hết 3 ngày làm việc tới',
    },
    {
      key: 'paused',
      title: 'Đang tạm đình chỉ giải quyết',
      count: counts.paused,
      list: lists.files({ state: 'open', deadline: 'paused' }),
      note: 'Hồ sơ có thời hạn đang dừng',
    },
    {
      key: 'prolonged',
      title: 'Đã kéo dài thời hạn',
      count: counts.prolonged,
      list: lists.files({ state: 'open', deadline: 'prolonged' }),
      note: 'Hồ sơ khiếu nại có thời hạn được kéo dài vì vụ việc phức tạp',
    },
    {
      key: 'extended',
      title: 'Đã gia hạn',
      count: counts.extended,
      list: lists.files({ state: 'open', deadline: 'extended' }),
      note: 'Hồ sơ tố cáo có thời hạn được gia hạn, trong số hồ sơ bạn được xem',
    },
    {
      key: 'unassigned',
      title: 'Chưa giao cho ai',
      count: counts.unassigned,
      list: lists.files({ state: 'open', assignee: 'nobody' }),
      note: 'Hồ sơ đang giải quyết chưa có người được giao',
    },
    {
      key: 'receivedThisMonth',
      title: 'Đơn nhận trong tháng',
      count: counts.receivedThisMonth,
      list: lists.petitions({ from: `${days.today.slice(0, 8)}01`, to: days.today }),
      note: 'Gồm cả số đã hủy, như trong sổ',
    },
  ];
}
