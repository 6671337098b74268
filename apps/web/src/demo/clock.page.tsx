import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, InputNumber } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { day, instant, weekday } from '../ui/dates.js';
import { Loaded, ProblemAlert } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { count } from '../ui/text.js';

export function ClockPage() {
  const client = useQueryClient();
  const clock = useQuery({ queryKey: ['clock'], queryFn: () => ok(api.GET('/api/v1/clock')), refetchInterval: 30_000 });
  const [days, setDays] = useState(10);
  const [moved, setMoved] = useState<{ from: string; to: string } | null>(null);
  const advance = useMutation({
    mutationFn: (workingDays: number) => ok(api.POST('/api/v1/clock/advance', { body: { workingDays } })),
    onSuccess: async (next) => {
      if (clock.data) setMoved({ from: clock.data.today, to: next.today });
      client.setQueryData(['clock'], next);
      await client.invalidateQueries();
    },
  });
  return (
    <>
      <PageHead
        title="Đồng hồ minh họa"
        lead="Chỉ có ở bản dùng thử. Tua tới để thấy hệ thống nhắc việc, báo quá hạn và báo cáo lãnh đạo; không tua lùi được."
      />
      <section className="panel" style={{ maxWidth: 640 }}>
        <Loaded query={clock}>
          {(data: Dto<'Clock'>) => (
            <>
              <p style={{ margin: 0 }} className="muted">
                Ngày làm việc hiện tại của hệ thống
              </p>
              <p style={{ fontSize: 28, fontWeight: 600, margin: '0 0 4px' }} className="num">
                {weekday(data.today)}, {day(data.today)}
              </p>
              <p className="muted num">
                Lúc {instant(data.now)}
                {data.offsetSeconds > 0 &&
                  `, nhanh hơn giờ thật ${count(Math.round(data.offsetSeconds / 86_400))} ngày`}
              </p>
              {data.movable ? (
                <div className="row">
                  <label htmlFor="working-days">Tua tới</label>
                  <InputNumber
                    id="working-days"
                    min={1}
                    max={250}
                    value={days}
                    onChange={(value) => setDays(value ?? 1)}
                    style={{ width: 90 }}
                  />
                  <span>ngày làm việc</span>
                  <Button type="primary" loading={advance.isPending} onClick={() => advance.mutate(days)}>
                    Tua tới
                  </Button>
                  <Button onClick={() => advance.mutate(1)} disabled={advance.isPending}>
                    Sang ngày làm việc sau
                  </Button>
                </div>
              ) : (
                <Alert type="info" showIcon title="Hệ thống đang chạy theo giờ thật, không tua được." />
              )}
              <div aria-live="polite" style={{ marginTop: 12 }}>
                {advance.isPending && <p className="muted">Đang đi qua từng mốc thời hạn theo thứ tự…</p>}
                {advance.error && <ProblemAlert error={advance.error} />}
                {moved && !advance.isPending && (
                  <Alert
                    type="success"
                    showIcon
                    title={`Đã tua từ ${day(moved.from)} tới ${day(moved.to)}`}
                    description={
                      <>
                        Xem <Link to="/qua-han">bảng quá hạn</Link>, <Link to="/viec-cua-toi">việc của tôi</Link> và
                        chuông thông báo ở góc trên.
                      </>
                    }
                  />
                )}
              </div>
            </>
          )}
        </Loaded>
      </section>
    </>
  );
}
