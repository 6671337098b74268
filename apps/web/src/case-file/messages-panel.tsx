import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Popconfirm, Select } from 'antd';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useHasRole } from '../sign-in/session.js';
import type { Tone } from '../ui/deadline-words.js';
import { instant } from '../ui/dates.js';
import { Empty, Loaded, ProblemAlert } from '../ui/feedback.js';
import { Status } from '../ui/status.js';

const CHANNEL: Record<string, string> = { email: 'Thư điện tử', sms: 'Tin nhắn SMS', zalo: 'Zalo' };
const STATE: Record<string, readonly [Tone, string]> = {
  waiting: ['soon', 'Đang chờ gửi'],
  sent: ['met', 'Đã gửi'],
  dryRun: ['none', 'Chạy thử, không gửi ra ngoài'],
  failed: ['late', 'Không gửi được'],
  withdrawn: ['none', 'Thôi, không gửi'],
};

/** What went out about this file, and where its citizen agreed to be told. */
export function MessagesPanel({ caseFile }: { caseFile: Dto<'CaseFile'> }) {
  const mayAsk = useHasRole('receptionist', 'caseOfficer', 'unitHead');
  return (
    <div className="stack">
      {caseFile.petition.sealed ? (
        <Alert
          type="info"
          showIcon
          title="Không nhắn tin về đơn có nội dung tố cáo"
          description="Thông tin người tố cáo được giữ bí mật: không gửi thư điện tử, SMS hay Zalo (LTC Đ.8 k3, Đ.56)."
        />
      ) : (
        mayAsk && <Consent petitionId={caseFile.petitionId} />
      )}
      <Deliveries caseFileId={caseFile.id} />
    </div>
  );
}

function Consent({ petitionId }: { petitionId: string }) {
  const client = useQueryClient();
  const [form] = Form.useForm<{ channel: 'email' | 'sms' | 'zalo'; address: string }>();
  const contacts = useQuery({
    queryKey: ['contacts', petitionId],
    queryFn: () => ok(api.GET('/api/v1/petitions/{id}/contacts', { params: { path: { id: petitionId } } })),
  });
  const settled = () => client.invalidateQueries({ queryKey: ['contacts', petitionId] });
  const give = useMutation({
    mutationFn: (body: { channel: 'email' | 'sms' | 'zalo'; address: string }) =>
      ok(api.POST('/api/v1/petitions/{id}/contacts', { params: { path: { id: petitionId } }, body })),
    onSuccess: () => form.resetFields(),
    onSettled: settled,
  });
  const withdraw = useMutation({
    mutationFn: (channel: string) =>
      ok(api.DELETE('/api/v1/petitions/{id}/contacts/{channel}', { params: { path: { id: petitionId, channel } } })),
    onSettled: settled,
  });
  return (
    <section className="panel" aria-labelledby="consent-title">
      <h2 id="consent-title">Công dân đồng ý nhận tin</h2>
      <p className="muted small">
        Tin chỉ báo có diễn biến mới và cách tra cứu, không nêu nội dung. Ghi khi công dân đã đồng ý; thôi lúc nào cũng
        được.
      </p>
      <Loaded query={contacts}>
        {({ items }) => (
          <ul className="plain-list">
            {items.map((contact) => (
              <li key={contact.id} className="row">
                <span>
                  {CHANNEL[contact.channel]}: <strong>{contact.address}</strong>{' '}
                  <span className="muted small num">
                    không nhắn từ {contact.quietFrom} đến {contact.quietTo}
                  </span>
                </span>
                <Popconfirm
                  title="Công dân thôi nhận tin qua kênh này?"
                  okText="Thôi nhận"
                  cancelText="Giữ nguyên"
                  onConfirm={() => withdraw.mutate(contact.channel)}
                >
                  <Button size="small" aria-label={`Thôi nhận ${CHANNEL[contact.channel] ?? ''}`}>
                    Thôi nhận
                  </Button>
                </Popconfirm>
              </li>
            ))}
            {items.length === 0 && <li className="muted">Chưa có nơi nhận tin nào.</li>}
          </ul>
        )}
      </Loaded>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ channel: 'sms' }}
        onFinish={(values) => give.mutate(values)}
        className="inline-form"
      >
        <Form.Item name="channel" label="Kênh">
          <Select
            style={{ width: 150 }}
            options={Object.entries(CHANNEL).map(([value, name]) => ({ value, label: name }))}
          />
        </Form.Item>
        <Form.Item
          name="address"
          label="Số điện thoại hoặc địa chỉ thư"
          rules={[{ required: true, message: 'Nhập nơi nhận' }]}
        >
          <Input maxLength={200} autoComplete="off" style={{ width: 240 }} />
        </Form.Item>
        <Button htmlType="submit" loading={give.isPending}>
          Ghi sự đồng ý
        </Button>
      </Form>
      <ProblemAlert error={give.error ?? withdraw.error} />
    </section>
  );
}

function Deliveries({ caseFileId }: { caseFileId: string }) {
  const log = useQuery({
    queryKey: ['notices', caseFileId],
    queryFn: () => ok(api.GET('/api/v1/case-files/{id}/notices', { params: { path: { id: caseFileId } } })),
  });
  return (
    <section className="panel" aria-labelledby="deliveries-title">
      <h2 id="deliveries-title">Tin đã gửi ra ngoài về hồ sơ này</h2>
      <Loaded query={log}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Chưa có tin nào gửi ra ngoài.</Empty>
          ) : (
            <table className="data cards-on-phone num">
              <thead>
                <tr>
                  <th>Lúc</th>
                  <th>Việc được báo</th>
                  <th>Kênh</th>
                  <th>Tình trạng</th>
                </tr>
              </thead>
              <tbody>
                {items.map((line) => {
                  const [tone, words] = STATE[line.state] ?? ['none', 'Khác'];
                  return (
                    <tr key={line.id}>
                      <td className="nowrap">{instant(line.settledAt ?? line.createdAt)}</td>
                      <td>{line.title}</td>
                      <td>{CHANNEL[line.channel]}</td>
                      <td>
                        <Status tone={tone}>{words}</Status>
                        {line.attempts > 1 && <span className="muted small"> đã thử {line.attempts} lần</span>}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </section>
  );
}
