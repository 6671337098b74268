import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { day } from '../../ui/dates.js';
import { DayField } from '../../ui/day-field.js';
import { Loaded, ProblemAlert } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { Status } from '../../ui/status.js';
import { picked, required } from '../words.js';
import './lists.css';

type Version = Dto<'FormVersion'>;
const KEY = ['report-form-versions'];

/** Form versions as data: what there is, and the way to put in another when the annex of a circular is at hand. */
export function ReportFormsPage() {
  const [ending, setEnding] = useState<Version | null>(null);
  const versions = useQuery({ queryKey: KEY, queryFn: () => ok(api.GET('/api/v1/administration/report-forms')) });
  return (
    <>
      <PageHead
        title="Phiên bản biểu mẫu báo cáo"
        lead="Biểu của thông tư mới được đưa vào bằng một tệp dữ liệu: tải một phiên bản có sẵn về làm khung, sửa cột, công thức, hiệu lực rồi đưa lên. Tệp sai thì bị từ chối, nêu từng chỗ."
      />
      <Loaded query={versions}>
        {({ items, tests, units, mayEdit }) => (
          <div className="stack">
            {mayEdit ? <AddVersion /> : <p className="muted">Phiên bản do người quản trị cấp tỉnh đưa vào.</p>}
            <section className="panel flush">
              <Versions items={items} {...(mayEdit ? { onEnd: setEnding } : {})} />
            </section>
            <Vocabulary tests={tests} units={units} />
          </div>
        )}
      </Loaded>
      <EndVersion version={ending} onClose={() => setEnding(null)} />
    </>
  );
}

function Versions({ items, onEnd }: { items: readonly Version[]; onEnd?: (version: Version) => void }) {
  return (
    <table className="data cards-on-phone">
      <caption>{items.length} phiên bản</caption>
      <thead>
        <tr>
          <th>Biểu</th>
          <th>Hiệu lực</th>
          <th>Cột</th>
          <th>Nguồn</th>
          <th>Dữ liệu</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td>
              <span className="strong">{one.code}</span> {one.title}
              <div className="small muted">
                {one.circular}, mã {one.id}
              </div>
            </td>
            <td data-label="Hiệu lực">
              {day(one.validFrom)} – {one.validTo ? day(one.validTo) : 'nay'}
            </td>
            <td data-label="Cột">
              {one.columns > 0 ? one.columns : <Status tone="soon">Chưa biết cột, chưa đối chiếu biểu mẫu gốc</Status>}
            </td>
            <td data-label="Nguồn">{one.builtIn ? one.notice : `${one.basis} (${one.recordedBy ?? ''})`}</td>
            <td>
              <a
                href={`data:application/json;charset=utf-8,${encodeURIComponent(one.definition)}`}
                download={`${one.id}.json`}
                aria-label={`Tải về dữ liệu của biểu ${one.id}`}
              >
                Tải về
              </a>
              {onEnd && !one.builtIn && one.validTo === null && (
                <>
                  {' '}
                  <Button size="small" onClick={() => onEnd(one)}>
                    Kết thúc…
                  </Button>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AddVersion() {
  const client = useQueryClient();
  const [form] = Form.useForm<{ basis: string; definition: string }>();
  const input = useRef<HTMLInputElement>(null);
  const add = useMutation({
    mutationFn: (body: { basis: string; definition: string }) =>
      ok(api.POST('/api/v1/administration/report-forms', { body })),
    onSuccess: () => {
      form.resetFields();
      void client.invalidateQueries({ queryKey: KEY });
      void client.invalidateQueries({ queryKey: ['report-forms'] });
    },
  });
  return (
    <section className="panel" aria-label="Đưa vào một phiên bản">
      <h2>Đưa vào một phiên bản</h2>
      <Form form={form} layout="vertical" onFinish={(values) => add.mutate(values)}>
        <p>
          <Button onClick={() => input.current?.click()}>Chọn tệp dữ liệu (.json)</Button>
          <input
            ref={input}
            type="file"
            style={{ display: 'none' }}
            accept=".json,application/json"
            aria-label="Tệp dữ liệu của biểu"
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              void file?.text().then((definition) => form.setFieldsValue({ definition }));
            }}
          />
        </p>
        <Form.Item name="definition" label="Nội dung tệp" rules={[required('nội dung tệp, hoặc chọn tệp')]}>
          <Input.TextArea rows={6} spellCheck={false} />
        </Form.Item>
        <Form.Item name="basis" label="Văn bản là căn cứ của các cột" rules={[required('văn bản')]}>
          <Input maxLength={300} />
        </Form.Item>
        <ProblemAlert error={add.error} />
        {add.data && (
          <p role="status">
            <Status tone="met">Đã đưa vào biểu {add.data.code}</Status>, mã {add.data.id}.
          </p>
        )}
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          Kiểm tra và đưa vào
        </Button>
      </Form>
    </section>
  );
}

function Vocabulary({ tests, units }: Pick<Dto<'FormVersions'>, 'tests' | 'units'>) {
  return (
    <details className="panel">
      <summary>Phép thử, đơn vị tính dùng được trong một cột</summary>
      <p className="small">Đơn vị tính: {units.join(', ')}.</p>
      <table className="data cards-on-phone">
        <caption>{tests.length} phép thử</caption>
        <thead>
          <tr>
            <th>Đếm gì</th>
            <th>Tên trong tệp</th>
            <th>Nghĩa</th>
          </tr>
        </thead>
        <tbody>
          {tests.map(({ of, name, says }) => (
            <tr key={`${of} ${name}`}>
              <td>
                <code>{of}</code>
              </td>
              <td>
                <code>{name}</code>
              </td>
              <td>{says}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function EndVersion({ version, onClose }: { version: Version | null; onClose: () => void }) {
  const client = useQueryClient();
  const [form] = Form.useForm<{ lastDay: string }>();
  const end = useMutation({
    mutationFn: (body: { lastDay: string }) =>
      ok(
        api.POST('/api/v1/administration/report-forms/{form}/end', {
          params: { path: { form: version?.id ?? '' } },
          body,
        }),
      ),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: KEY });
      onClose();
    },
  });
  return (
    <Modal
      open={version !== null}
      title={`Kết thúc phiên bản ${version?.id ?? ''}`}
      okText="Ghi ngày kết thúc"
      cancelText="Thôi"
      onCancel={onClose}
      onOk={() => form.submit()}
      confirmLoading={end.isPending}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" preserve={false} onFinish={(values) => end.mutate(values)}>
        <Form.Item name="lastDay" label="Ngày hiệu lực cuối cùng" rules={[picked('ngày')]}>
          <DayField label="Chọn ngày" value={undefined} />
        </Form.Item>
        <ProblemAlert error={end.error} />
      </Form>
    </Modal>
  );
}
