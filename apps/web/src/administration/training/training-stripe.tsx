import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readInfo } from '../../offline/session-answers.js';
import './training.css';

/** On every screen, signed in or not, and across every printed page, while people are only practising. */
export function TrainingStripe() {
  const info = useQuery({ queryKey: ['info'], queryFn: readInfo, refetchInterval: 60_000 });
  const on = info.data?.training === true;
  useEffect(() => {
    document.body.classList.toggle('training', on);
  }, [on]);
  if (!on) return null;
  return (
    <>
      <aside className="training-stripe" aria-label="Chế độ tập huấn">
        <strong>BẢN TẬP HUẤN</strong> dữ liệu để thực hành, không có giá trị
      </aside>
      <div className="training-watermark" aria-hidden="true">
        BẢN TẬP HUẤN
      </div>
    </>
  );
}
