import { Tour, type TourProps } from 'antd';
import { useEffect, useRef } from 'react';
import { homeFor, sectionsFor } from '../layout/navigation.js';
import { useSession } from '../sign-in/session.js';
import { topicOf } from './topics.js';

/** The button that goes on has the focus: the walk stands at the end of the page, far from where Tab begins. */
function UnderTheHand({ children }: { children: string }) {
  const words = useRef<HTMLSpanElement>(null);
  useEffect(() => words.current?.closest('button')?.focus({ preventScroll: true }), []);
  return <span ref={words}>{children}</span>;
}

export function TourOfRoles({ onClose }: { onClose: () => void }) {
  const { user, info } = useSession();
  if (!user) return null;
  // One stop a heading keeps it short; the rest is in the help of each screen.
  const items = sectionsFor(user.roles, info.movableClock).flatMap((section) =>
    section.items.filter(({ to }) => topicOf(to)).slice(0, 1),
  );
  const home = homeFor(user.roles);
  const link = (to: string) => () =>
    document.querySelector<HTMLElement>(`nav.sidenav a[href="${to}"]`) ?? document.body;
  const words = (
    last: boolean,
    first: boolean,
  ): Pick<NonNullable<TourProps['steps']>[number], 'nextButtonProps' | 'prevButtonProps'> => ({
    nextButtonProps: { children: <UnderTheHand>{last ? 'Bắt đầu làm việc' : 'Tiếp'}</UnderTheHand> },
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
  return (
    <Tour
      open
      closable={{ 'aria-label': 'Thôi giới thiệu' }}
      steps={steps}
      onClose={onClose}
      onFinish={onClose}
      zIndex={1100}
    />
  );
}
