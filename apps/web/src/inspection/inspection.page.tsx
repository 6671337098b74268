import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { AgencySelect } from '../ui/agency-select.js';
import { day, instant } from '../ui/dates.js';
import { Empty, Loaded, ProblemAlert } from '../ui/feedback.js';
import { PROCEDURE } from '../ui/labels.js';
import { PageHead } from '../ui/page.js';
import { CLEARS, count } from '../ui/text.js';
import { useIsInspector } from './inspections.page.js';
import './inspection.css';

type New = Dto<'NewSample'>;

const LISTS: readonly { value: New['measure']; label: string }[] = [
  { value: 'inCompetence', label: 'Vụ việc thuộc thẩm quyền trong kỳ' },
  { value: 'resolved', label: 'Đã giải quyết trong kỳ' },
  { value: 'late', label: 'Giải quyết trễ hạn' },
  { value: 'onTime', label: 'Giải quyết đúng hạn' },
  { value: 'stillOpen', label: 'Chưa giải quyết' },
  { value: 'accepted', label: 'Thụ lý trong kỳ' },
];
export const STRATA: readonly { value: New['strata']; label: string }[] = [
  { value: 'none', label: 'Không phân tầng' },
  { value: 'agency', label: 'Theo cơ quan' },
  { value: 'overdue', label: 'Theo trong hạn, trễ hạn' },
];

export function InspectionPage() {
  const { id = '' } = useParams();
  const inspector = useIsInspector();
  const found = useQuery({
    queryKey: ['inspection', id],
    queryFn: () => ok(api.GET('/api/v1/inspections/{id}', { params: { path: { id } } })),
  });
  return (
    <>
      <PageHead
        title={found.data?.name ?? 'Cuộc kiểm tra'}
        lead={found.data && `${found.data.team}. Kỳ ${day(found.data.from)} – ${day(found.data.to)}.`}
        actions={
          found.data && (
            <a className="link-button" href={`/api/v1/inspections/${id}/evidence`} download>
              Tải hồ sơ chứng cứ (ZIP)
            </a>
          )
        }
      />
      <Loaded query={found}>
        {(data) => (
          <div className="stack">
            {inspector && <Draw inspection={data} />}
            <FrozenLists lists={data.lists} />
            <section className="panel" aria-labelledby="samples-title">
              <h2 id="samples-title">Các mẫu đã chọn</h2>
              {data.sampleList.length === 0 ? (
                <Empty>Chưa chọn mẫu nào.</Empty>
              ) : (
                <div className="table-scroll">
                  <table className="data cards-on-phone">
                    <thead>
                      <tr>
                        <th scope="col">Chọn lúc</th>
                        <th scope="col">Danh sách</th>
                        <th scope="col">Số chọn</th>
                        <th scope="col">Trong tổng số</th>
                        <th scope="col">Số khởi tạo</th>
                      </tr>
                    </thead>
                    <tbody>
                      {data.sampleList.map((sample) => (
                        <tr key={sample.id}>
                          <td data-label="Chọn lúc">
                            <Link to={`/mau-kiem-tra/${sample.id}`}>{instant(sample.drawnAt)}</Link>
                            <div className="muted small">{sample.drawnByName}</div>
                          </td>
                          <td data-label="Danh sách">{sample.measureTitle}</td>
                          <td data-label="Số chọn" className="num">
                            {count(Math.min(sample.size, sample.populationSize))}
                          </td>
                          <td data-label="Trong tổng số" className="num">
                            {count(sample.populationSize)}
                          </td>
                          <td data-label="Số khởi tạo">
                            <code>{sample.seed}</code>
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              )}
            </section>
          </div>
        )}
      </Loaded>
    </>
  );
}

function FrozenLists({ lists }: { lists: readonly Dto<'InspectionFrozenList'>[] }) {
  return (
    <section className="panel" aria-labelledby="lists-title">
      <h2 id="lists-title">Các danh sách đã chốt</h2>
      <p className="small muted">
        Mở một con số ở Tỷ lệ giải quyết hoặc một ô ở Biểu mẫu báo cáo rồi bấm «Chốt vào cuộc kiểm tra».
      </p>
      {lists.length === 0 ? (
        <Empty>Chưa chốt danh sách nào.</Empty>
      ) : (
        <div className="table-scroll">
          <table className="data cards-on-phone">
            <thead>
              <tr>
                <th scope="col">Danh sách</th>
                <th scope="col">Con số</th>
                <th scope="col">Biết đến</th>
                <th scope="col">Ghi nhận</th>
                <th scope="col">Chốt lúc</th>
                <th scope="col">Mã băm</th>
              </tr>
            </thead>
            <tbody>
              {lists.map((list) => (
                <tr key={list.id}>
                  <td data-label="Danh sách">
                    <Link to={`/danh-sach-kiem-tra/${list.id}`}>{list.title}</Link>
                  </td>
                  <td data-label="Con số" className="num">
                    {list.value === null ? '—' : count(list.value)} {list.unit}
                  </td>
                  <td data-label="Biết đến">{instant(list.knownAt)}</td>
                  <td data-label="Ghi nhận" className="num">
                    {count(list.findings)}
                  </td>
                  <td data-label="Chốt lúc">
                    {instant(list.frozenAt)}
                    <div className="muted small">{list.frozenByName}</div>
                  </td>
                  <td data-label="Mã băm">
                    <code title={list.hash}>{list.hash.slice(0, 12)}…</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Draw({ inspection }: { inspection: Dto<'Inspection'> }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [form] = Form.useForm<New>();
  const draw = useMutation({
    mutationFn: (body: New) =>
      ok(api.POST('/api/v1/inspections/{id}/samples', { params: { path: { id: inspection.id } }, body })),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['inspection', inspection.id] });
      await navigate(`/mau-kiem-tra/${id}`);
    },
  });
  const clean = (values: New): New =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as New;
  return (
    <section className="panel" aria-labelledby="draw-title">
      <h2 id="draw-title">Chọn mẫu mới</h2>
      <p className="small muted">
        Danh sách lấy theo kỳ kiểm tra và theo số liệu biết đến lúc chọn. Hồ sơ được bảo mật mà bạn không được phân công
        không nằm trong danh sách.
      </p>
      <Form<New>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ measure: 'resolved', strata: 'none', size: 20 }}
        onFinish={(values) => draw.mutate(clean(values))}
        className="draw-form"
      >
        <Form.Item name="measure" label="Từ danh sách">
          <Select options={[...LISTS]} />
        </Form.Item>
        <Form.Item name="agency" label="Cơ quan">
          <FormAgency />
        </Form.Item>
        <Form.Item name="procedure" label="Quy trình">
          <Select
            allowClear={CLEARS}
            placeholder="Khiếu nại, tố cáo"
            options={(['complaint', 'disciplinary-complaint', 'denunciation'] as const).map((value) => ({
              value,
              label: PROCEDURE[value],
            }))}
          />
        </Form.Item>
        <Form.Item name="strata" label="Phân tầng">
          <Select options={[...STRATA]} />
        </Form.Item>
        <Form.Item name="size" label="Số vụ việc" rules={[{ required: true, message: 'Ghi số vụ việc cần chọn' }]}>
          <InputNumber min={1} max={500} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="seed" label="Số khởi tạo (để trống thì máy sinh)">
          <Input maxLength={64} autoComplete="off" />
        </Form.Item>
        <div className="wide">
          <ProblemAlert error={draw.error} />
          <Button type="primary" htmlType="submit" loading={draw.isPending}>
            Chọn mẫu
          </Button>
        </div>
      </Form>
    </section>
  );
}

/** The agency picker as a field of a form. */
function FormAgency({
  value,
  onChange,
  id,
}: {
  value?: string;
  onChange?: (code: string | undefined) => void;
  id?: string;
}) {
  return <AgencySelect value={value} onChange={(code) => onChange?.(code)} {...(id ? { id } : {})} />;
}
