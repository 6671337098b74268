import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useSession } from '../sign-in/session.js';
import { day, instant } from '../ui/dates.js';
import { Empty, Loaded, ProblemAlert } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { count } from '../ui/text.js';
import './issued.css';

type Packs = Dto<'ReportPacks'>;
const SIGNERS = ['chairman', 'provinceChairman'];

/** Drafts of every form of a period, drawn up when the period has ended. */
export function PacksPage() {
  const { user } = useSession();
  const signs = ((user?.roles ?? []) as readonly string[]).some((role) => SIGNERS.includes(role));
  const list = useQuery({ queryKey: ['report-packs'], queryFn: () => ok(api.GET('/api/v1/report-packs')) });
  return (
    <>
      <PageHead
        title="Gói báo cáo"
        lead="Hết kỳ, phần mềm tự lập dự thảo mọi biểu cùng đề cương và báo cho người ký; phát hành hay không do người ký."
      />
      <Loaded query={list}>
        {(data) => (
          <div className="stack">
            {signs && <Make packs={data} />}
            <section className="panel" aria-label="Các gói">
              {data.items.length === 0 ? <Empty>Chưa có gói nào.</Empty> : <Table packs={data.items} />}
              <p className="small muted">{data.periodSource}</p>
            </section>
          </div>
        )}
      </Loaded>
    </>
  );
}

function Make({ packs: { periods, items } }: { packs: Packs }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [key, setKey] = useState(periods.find((one) => !items.some((pack) => pack.key === one.key))?.key ?? '');
  const make = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/report-packs', { body: { key } })),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['report-packs'] });
      await navigate(`/goi-bao-cao/${id}`);
    },
  });
  return (
    <section className="panel" aria-label="Lập gói của kỳ đã chốt">
      <div className="row">
        <Select
          aria-label="Kỳ đã chốt"
          style={{ width: 260 }}
          value={key || null}
          placeholder="Chọn kỳ"
          onChange={setKey}
          options={periods.map((one) => ({ value: one.key, label: `${one.title} (đến ${day(one.to)})` }))}
        />
        <Button onClick={() => make.mutate()} disabled={!key} loading={make.isPending}>
          Lập gói
        </Button>
      </div>
      <ProblemAlert error={make.error} />
    </section>
  );
}

function Table({ packs }: { packs: Packs['items'] }) {
  return (
    <div className="table-scroll">
      <table className="data cards-on-phone">
        <thead>
          <tr>
            <th scope="col">Kỳ</th>
            <th scope="col">Số liệu</th>
            <th scope="col">Cơ quan</th>
            <th scope="col">Người ký</th>
            <th scope="col">Đã phát hành</th>
            <th scope="col">Lập lúc</th>
          </tr>
        </thead>
        <tbody>
          {packs.map((pack) => (
            <tr key={pack.id}>
              <td data-label="Kỳ">
                <Link to={`/goi-bao-cao/${pack.id}`} aria-label={`${pack.title}, ${pack.agencyName}`}>
                  {pack.title}
                </Link>
                <div className="muted small">{pack.goesWithText ? 'Biểu và báo cáo bằng lời' : 'Chỉ biểu'}</div>
              </td>
              <td data-label="Số liệu" className="num">
                {day(pack.from)} – {day(pack.to)}
              </td>
              <td data-label="Cơ quan">{pack.agencyName}</td>
              <td data-label="Người ký">{pack.madeForName}</td>
              <td data-label="Đã phát hành" className="num">
                {count(pack.issued)} trong {count(pack.drafts)} bản
              </td>
              <td data-label="Lập lúc">
                {instant(pack.madeAt)}
                <div className="muted small">{pack.madeBy === 'schedule' ? 'Theo lịch' : 'Lập tay'}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
