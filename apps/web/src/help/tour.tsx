import { Tour, type TourProps } from 'antd';
import { useEffect, useState } from 'react';
import { homeFor, sectionsFor } from '../layout/navigation.js';
import { useSession } from '../sign-in/session.js';
import { useSetting } from '../settings/use-setting.js';
import { topicOf } from './topics.js';
import { onTour } from './tour-start.js';

const WIDE = '(min-width: 861px)';

/** A short walk along the navigation of one's own roles; shown once, and again from the help drawer. */
export function RoleTour() {
  const { user, info } = useSession();
  const [seen, setSeen, known] = useSetting<boolean>('tour', false);
  const [open, setOpen] = useState(false);
  useEffect(() => onTour(() => setOpen(true)), []);
  useEffect(() => {
    if (known && !seen && window.matchMedia(WIDE).matches) setOpen(true);
  }, [known, seen]);
  if (!user || !open) return null;
  const items = sectionsFor(user.roles, info.movableClock)
    .flatMap((section) => section.items)
    .filter(({ to }) => topicOf(to));
  const home = homeFor(user.roles);
  const link = (to: string) => () =>
    document.querySelector<HTMLElement>(`nav.sidenav a[href="${to}"]`) ?? document.body;
  const words = (
    last: boolean,
    first: boolean,
  ): Pick<NonNullable<TourProps['steps']>[number], 'nextButtonProps' | 'prevButtonProps'> => ({
    nextButtonProps: { children: last ? 'Bắt đầu làm việc' : 'Tiếp' },
    ...(first ? {} : { prevButtonProps: { children: 'Trước' } }),
  });
  const steps: NonNullable<TourProps['steps']> = [
    {
      title: `Chào ${user.fullName}`,
      description: 'Vài bước giới thiệu những màn hình của bạn. Có thể xem lại bất cứ lúc nào trong Trợ giúp (F1).',
      target: null,
      ...words(false, true),
    },
    ...items.map(({ to, label }) => ({
      title: to === home ? `${label} – nơi bạn bắt đầu mỗi ngày` : label,
      description: topicOf(to)?.purpose ?? '',
      target: link(to),
      placement: 'right' as const,
      ...words(false, false),
    })),
    {
      title: 'Tìm nhanh',
      description: 'Ctrl K ở bất cứ đâu: số tiếp nhận, họ tên, số định danh hay mã trên giấy biên nhận.',
      target: () => document.querySelector<HTMLElement>('.find-button') ?? document.body,
      ...words(true, false),
    },
  ];
  const close = () => {
    setOpen(false);
    setSeen(true);
  };
  return <Tour open steps={steps} onClose={close} onFinish={close} zIndex={1100} />;
}
