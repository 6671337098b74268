import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import { AgencySelect } from '../ui/agency-select.js';
import { instant } from '../ui/dates.js';
import { Loaded, ProblemAlert } from '../ui/feedback.js';

/** Agencies of the tree that work with other software: what is forwarded to them also goes over the axis. */
export function Partners() {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<string>();
  const list = useQuery({ queryKey: ['axis-partners'], queryFn: () => ok(api.GET('/api/v1/axis/partners')) });
  const setting = useMutation({
    mutationFn: (body: { agency: string; on: boolean }) => ok(api.POST('/api/v1/axis/partners', { body })),
    onSuccess: () => setChosen(undefined),
    onSettled: () => client.invalidateQueries({ queryKey: ['axis-partners'] }),
  });
  return (
    <section className="panel" aria-labelledby="axis-partners">
      <h2 id="axis-partners">Cơ quan nhận đơn qua trục</h2>
      <p className="muted">
        Cơ quan dùng phần mềm khác. Đơn chuyển đến đó (trừ đơn phải niêm phong) được đóng gói và gửi ngay khi ghi bước
        chuyển đơn; mã cơ quan là mã định danh trên trục.
      </p>
      <Loaded query={list}>
        {({ items, maySet }) => (
          <>
            {items.length === 0 ? (
              <p>Chưa đặt cơ quan nào.</p>
            ) : (
              <ul>
                {items.map(({ code, name, setAt }) => (
                  <li key={code}>
                    {name} <span className="muted num">({code})</span>, từ {instant(setAt)}{' '}
                    {maySet && (
                      <Button
                        size="small"
                        onClick={() => setting.mutate({ agency: code, on: false })}
                        aria-label={`Thôi gửi qua trục đến ${name}`}
                      >
                        Thôi gửi qua trục
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            )}
            {maySet && (
              <div className="row">
                <AgencySelect value={chosen} onChange={setChosen} />
                <Button
                  type="primary"
                  disabled={chosen === undefined}
                  loading={setting.isPending}
                  onClick={() => chosen && setting.mutate({ agency: chosen, on: true })}
                >
                  Gửi qua trục
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
      <ProblemAlert error={setting.error} />
    </section>
  );
}
