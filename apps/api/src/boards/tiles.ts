import type { BoardDays, Counts } from '#libs/persistence';
import { GLOBAL_PREFIX } from '../controllers-prefix.js';
import type { TileDto } from './board.dto.js';

/** Every number beside the request that lists exactly its rows. */
export function tilesOf(counts: Counts, { days, agency }: { days: BoardDays; agency?: string | undefined }): TileDto[] {
  const at = (path: string, query: Record<string, string>): string => {
    const search = new URLSearchParams({ ...query, ...(agency === undefined ? {} : { agency }) }).toString();
    return `/${GLOBAL_PREFIX}/${path}${search === '' ? '' : `?${search}`}`;
  };
  return [
    {
      key: 'open',
      title: 'Hồ sơ đang giải quyết',
      count: counts.open,
      list: at('case-files', { state: 'open' }),
      note: 'Hồ sơ chưa kết thúc, gồm cả hồ sơ xử lý đơn',
    },
    {
      key: 'overdue',
      title: 'Thời hạn đã quá',
      count: counts.overdue,
      list: at('boards/overdue', {}),
      note: 'Mỗi thời hạn theo luật đã quá là một mục; một hồ sơ có thể có nhiều',
    },
    {
      key: 'dueSoon',
      title: 'Thời hạn sắp đến',
      count: counts.dueSoon,
      list: at('boards/overdue', { scope: 'dueSoon' }),
      note: 'Đến hạn từ hôm nay đến hết 3 ngày làm việc tới',
    },
    {
      key: 'paused',
      title: 'Đang tạm đình chỉ giải quyết',
      count: counts.paused,
      list: at('case-files', { state: 'open', deadline: 'paused' }),
      note: 'Hồ sơ có thời hạn đang dừng',
    },
    {
      key: 'unassigned',
      title: 'Chưa giao cho ai',
      count: counts.unassigned,
      list: at('case-files', { state: 'open', assignee: 'nobody' }),
      note: 'Hồ sơ đang giải quyết chưa có người được giao',
    },
    {
      key: 'receivedThisMonth',
      title: 'Đơn nhận trong tháng',
      count: counts.receivedThisMonth,
      list: at('petitions', { from: `${days.today.slice(0, 8)}01`, to: days.today }),
      note: 'Gồm cả số đã hủy, như trong sổ',
    },
  ];
}
