import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Radio } from 'antd';
import { useParams } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { instant } from '../ui/dates.js';
import { Loaded, ProblemAlert } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { count } from '../ui/text.js';
import './keeping.css';
import { FileLines } from './file-lines.js';
import { PROPOSAL_STATE } from './retention.page.js';

type Detail = Dto<'RetentionProposalDetail'>;

export function ProposalPage() {
  const { id = '' } = useParams();
  const found = useQuery({
    queryKey: ['retention-proposal', id],
    queryFn: () => ok(api.GET('/api/v1/retention/proposals/{id}', { params: { path: { id } } })),
  });
  return (
    <Loaded query={found}>
      {(proposal) => (
        <>
          <PageHead
            title="Đề xuất hồ sơ hết thời hạn lưu giữ"
            lead={`${proposal.agencyName}; ${proposal.madeByName} lập ${instant(proposal.madeAt)}`}
            actions={
              <>
                {PROPOSAL_STATE[proposal.state]}
                <Button onClick={() => window.print()}>In danh sách</Button>
              </>
            }
          />
          <div className="stack">
            <section className="panel" aria-label="Ghi chú và quyết định">
              <p>{proposal.note}</p>
              {proposal.decidedAt && (
                <p>
                  <span className="strong">{proposal.decisionNo}</span>: {proposal.decisionReason}{' '}
                  <span className="muted">
                    ({proposal.decidedByName}, {instant(proposal.decidedAt)})
                  </span>
                </p>
              )}
              <Alert type="info" role="note" showIcon title={proposal.after} />
            </section>
            {proposal.mayDecide && <Decide proposal={proposal} />}
            <section className="panel flush" aria-label="Hồ sơ trong đề xuất">
              <FileLines lines={proposal.lines} />
              {proposal.hidden > 0 && (
                <p className="muted keeping-head">Và {count(proposal.hidden)} hồ sơ được bảo vệ, không nêu ở đây.</p>
              )}
            </section>
          </div>
        </>
      )}
    </Loaded>
  );
}

function Decide({ proposal }: { proposal: Detail }) {
  const client = useQueryClient();
  const deciding = useMutation({
    mutationFn: (body: Dto<'RetentionDecision'>) =>
      ok(api.POST('/api/v1/retention/proposals/{id}/decision', { params: { path: { id: proposal.id } }, body })),
    onSuccess: async (decided) => {
      client.setQueryData(['retention-proposal', proposal.id], decided);
      await client.invalidateQueries({ queryKey: ['retention-proposals'] });
      await client.invalidateQueries({ queryKey: ['retention-files'] });
    },
  });
  return (
    <section className="panel" aria-labelledby="decide-title">
      <h2 id="decide-title">Quyết định</h2>
      <Form layout="vertical" onFinish={(values: Dto<'RetentionDecision'>) => deciding.mutate(values)}>
        <Form.Item name="state" label="Ý kiến" rules={[{ required: true, message: 'Chọn ý kiến' }]}>
          <Radio.Group
            options={[
              { value: 'approved', label: 'Đồng ý' },
              { value: 'rejected', label: 'Không đồng ý, giữ tiếp' },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="decisionNo"
          label="Số, ngày văn bản"
          rules={[{ required: true, whitespace: true, min: 3, message: 'Nhập số, ngày văn bản' }]}
        >
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item
          name="reason"
          label="Lý do"
          rules={[{ required: true, whitespace: true, min: 5, message: 'Nhập lý do, ít nhất 5 ký tự' }]}
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <ProblemAlert error={deciding.error} />
        <Button type="primary" htmlType="submit" loading={deciding.isPending}>
          Ghi quyết định
        </Button>
      </Form>
    </section>
  );
}
