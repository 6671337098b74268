import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { UnitPicker } from '../../counter/unit-picker.js';
import { useToday } from '../../sign-in/session.js';
import { day } from '../../ui/dates.js';
import { DayField } from '../../ui/day-field.js';
import { Empty, Loaded, ProblemAlert } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { Status } from '../../ui/status.js';
import { count } from '../../ui/text.js';
import { useFilters } from '../../ui/url-filters.js';
import { picked, required } from '../words.js';
import './lists.css';

type Area = Dto<'RemoteArea'>;

export function RemoteAreasPage() {
  const today = useToday();
  const [filters, change] = useFilters(['ngay']);
  const [ending, setEnding] = useState<Area | null>(null);
  const areas = useQuery({
    queryKey: ['remote-areas', filters.ngay],
    queryFn: () =>
      ok(
        api.GET('/api/v1/administration/remote-areas', { params: { query: filters.ngay ? { on: filters.ngay } : {} } }),
      ),
  });
  return (
    <>
      <PageHead
        title="Địa bàn vùng sâu, vùng xa, đi lại khó khăn"
        lead="Đơn phát sinh ở đơn vị trong danh sách được mặc định tính thời hạn của vùng sâu, vùng xa; người tiếp nhận đổi khác thì phải nêu lý do."
      />
      <div className="row" style={{ marginBottom: 12 }}>
        <label htmlFor="area-day">Có hiệu lực vào ngày</label>
        <DayField id="area-day" label="Chọn ngày" value={filters.ngay} onChange={(ngay) => change({ ngay })} />
        {filters.ngay && <Button onClick={() => change({ ngay: undefined })}>Mọi ngày</Button>}
      </div>
      <Loaded query={areas}>
        {({ items, mayEdit }) => (
          <div className="stack">
            {mayEdit && <AddArea />}
            <section className="panel flush">
              {items.length === 0 ? (
                <Empty>Danh sách đang trống{filters.ngay ? ` vào ngày ${day(filters.ngay)}` : ''}.</Empty>
              ) : (
                <AreaTable items={items} today={today} {...(mayEdit ? { onEnd: setEnding } : {})} />
              )}
            </section>
            {!mayEdit && <p className="muted">Danh sách do người quản trị cấp tỉnh ghi theo văn bản.</p>}
          </div>
        )}
      </Loaded>
      <EndArea area={ending} onClose={() => setEnding(null)} />
    </>
  );
}

function AreaTable({ items, today, onEnd }: { items: readonly Area[]; today: string; onEnd?: (area: Area) => void }) {
  return (
    <table className="data cards-on-phone">
      <caption>{count(items.length)} dòng</caption>
      <thead>
        <tr>
          <th>Đơn vị hành chính</th>
          <th>Mã</th>
          <th>Hiệu lực</th>
          <th>Văn bản</th>
          <th>Người ghi</th>
          {onEnd && <th>Việc</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((area) => (
          <tr key={area.id}>
            <td className="strong">
              {area.unitName ?? area.unitCode}
              {area.provinceName && <span className="muted small">, {area.provinceName}</span>}
            </td>
            <td className="num">{area.unitCode}</td>
            <td>
              {area.validTo && area.validTo < today ? (
                <Status tone="none">
                  {day(area.validFrom)} – {day(area.validTo)}
                </Status>
              ) : (
                <Status tone="met">
                  Từ {day(area.validFrom)}
                  {area.validTo && ` đến hết ${day(area.validTo)}`}
                </Status>
              )}
            </td>
            <td>
              {area.basis}
              {area.endBasis && <span className="muted">; kết thúc theo {area.endBasis}</span>}
            </td>
            <td>{area.recordedBy}</td>
            {onEnd && (
              <td>
                {!area.validTo && (
                  <Button aria-label={`Kết thúc ${area.unitName ?? area.unitCode}`} onClick={() => onEnd(area)}>
                    Kết thúc…
                  </Button>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useAreaChange<T>(send: (values: T) => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['remote-areas'] });
      void client.invalidateQueries({ queryKey: ['setup'] });
      onDone();
    },
  });
}

interface NewArea {
  from: string;
  basis: string;
}

function AddArea() {
  const today = useToday();
  const [form] = Form.useForm<NewArea>();
  const [unit, setUnit] = useState<{ code?: string | undefined; label?: string | undefined }>({});
  const add = useAreaChange<NewArea>(
    (values) => ok(api.POST('/api/v1/administration/remote-areas', { body: { ...values, unitCode: unit.code ?? '' } })),
    () => {
      setUnit({});
      form.setFieldValue('basis', form.getFieldValue('basis'));
    },
  );
  return (
    <section className="panel" aria-labelledby="add-title">
      <h2 id="add-title">Thêm vào danh sách</h2>
      <Form<NewArea>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: today }}
        onFinish={(values) => unit.code && add.mutate(values)}
      >
        <div className="area-fields">
          <Form.Item label="Xã, phường, đặc khu" htmlFor="area-unit">
            <UnitPicker
              id="area-unit"
              {...(unit.code ? { value: unit.code } : {})}
              {...(unit.label ? { shown: unit.label } : {})}
              onPick={(code, label) => setUnit({ code, label })}
            />
          </Form.Item>
          <Form.Item name="from" label="Từ ngày" rules={[picked('ngày')]}>
            <Day label="Từ ngày" />
          </Form.Item>
          <Form.Item name="basis" label="Văn bản xác định địa bàn" rules={[required('văn bản', 5)]}>
            <Input maxLength={300} placeholder="Quyết định …/QĐ-TTg ngày …" />
          </Form.Item>
        </div>
        <ProblemAlert error={add.error} />
        <Button type="primary" htmlType="submit" loading={add.isPending} disabled={!unit.code}>
          Thêm địa bàn
        </Button>
      </Form>
    </section>
  );
}

function EndArea({ area, onClose }: { area: Area | null; onClose: () => void }) {
  const today = useToday();
  const [form] = Form.useForm<{ lastDay: string; basis: string }>();
  const end = useAreaChange<{ lastDay: string; basis: string }>(
    (body) =>
      ok(api.POST('/api/v1/administration/remote-areas/{id}/end', { params: { path: { id: area?.id ?? 0 } }, body })),
    onClose,
  );
  return (
    <Modal
      open={area !== null}
      title={`Đưa ${area?.unitName ?? ''} ra khỏi danh sách`}
      okText="Ghi ngày kết thúc"
      cancelText="Thôi"
      okButtonProps={{ loading: end.isPending }}
      onCancel={onClose}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <p className="muted">Đơn nhận đến hết ngày này vẫn tính theo danh sách; hồ sơ đã mở không đổi.</p>
      <Form
        name="end-area"
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ lastDay: today }}
        onFinish={(values) => end.mutate(values)}
      >
        <Form.Item name="lastDay" label="Ngày cuối cùng" rules={[picked('ngày')]}>
          <Day label="Ngày cuối cùng" />
        </Form.Item>
        <Form.Item name="basis" label="Văn bản bãi bỏ, thay thế" rules={[required('văn bản', 5)]}>
          <Input maxLength={300} />
        </Form.Item>
      </Form>
      <ProblemAlert error={end.error} />
    </Modal>
  );
}

/** A form's own day field. */
function Day({
  label,
  id,
  value,
  onChange,
}: {
  label: string;
  id?: string;
  value?: string;
  onChange?: (day: string | undefined) => void;
}) {
  return <DayField label={label} value={value} {...(id ? { id } : {})} {...(onChange ? { onChange } : {})} />;
}
