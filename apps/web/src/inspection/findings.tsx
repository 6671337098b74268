import { useMutation } from '@tanstack/react-query';
import { Button, Drawer, Form, Input, Radio, Select } from 'antd';
import { useEffect } from 'react';
import type { Dto } from '../api/types.js';
import { instant } from '../ui/dates.js';
import { ProblemAlert } from '../ui/feedback.js';

type Finding = Dto<'Finding'>;
export type NewFinding = Dto<'NewFinding'>;
/** A case that a finding is about, and the finding that it puts right. */
export interface About {
  readonly caseFileId: string;
  readonly registerLabel: string;
  readonly corrects?: Finding;
}

const VERDICTS = [
  { value: 'inOrder', label: 'Đúng quy định' },
  { value: 'minor', label: 'Có thiếu sót' },
  { value: 'serious', label: 'Vi phạm' },
];
const KINDS: { value: NonNullable<NewFinding['kind']>; label: string }[] = [
  { value: 'timeLimit', label: 'Thời hạn' },
  { value: 'procedure', label: 'Trình tự, thủ tục' },
  { value: 'papers', label: 'Văn bản, hồ sơ' },
  { value: 'delivery', label: 'Thông báo, giao nhận' },
  { value: 'outcome', label: 'Nội dung giải quyết' },
  { value: 'dataEntry', label: 'Nhập liệu' },
  { value: 'other', label: 'Khác' },
];

/** What was noted; a finding that another one put right stays, and says so. */
export function FindingsList({
  findings,
  onCorrect,
}: {
  findings: readonly Finding[];
  onCorrect?: ((finding: Finding) => void) | undefined;
}) {
  return (
    <ul className="findings">
      {findings.map((finding) => (
        <li key={finding.id} className={finding.corrected ? 'corrected' : ''}>
          <span className={`mark ${finding.verdict}`}>{finding.verdictTitle}</span> · {finding.kindTitle}:{' '}
          <span className="finding-note">{finding.note}</span>
          <div className="muted small">
            {finding.corrects && 'Đính chính. '}
            {finding.corrected && 'Đã được đính chính. '}
            {finding.notedByName}, {instant(finding.notedAt)}
            {onCorrect && !finding.corrected && (
              <>
                {' '}
                <Button
                  type="link"
                  size="small"
                  onClick={() => onCorrect(finding)}
                  aria-label={`Đính chính ghi nhận: ${finding.note}`}
                >
                  Đính chính
                </Button>
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

export function NoteDrawer({
  about,
  write,
  onClose,
}: {
  about: About | null;
  write: (caseFileId: string, body: NewFinding) => Promise<unknown>;
  onClose: () => void;
}) {
  const [form] = Form.useForm<NewFinding>();
  const corrects = about?.corrects;
  useEffect(() => {
    if (about === null) return;
    form.resetFields();
    if (corrects) form.setFieldsValue({ kind: corrects.kind, verdict: corrects.verdict, note: corrects.note });
  }, [about, corrects, form]);
  const note = useMutation({
    mutationFn: (body: NewFinding) =>
      write(about?.caseFileId ?? '', { ...body, ...(corrects ? { corrects: corrects.id } : {}) }),
    onSuccess: onClose,
  });
  return (
    <Drawer
      title={`${corrects ? 'Đính chính ghi nhận' : 'Ghi nhận'} về đơn số ${about?.registerLabel ?? ''}`}
      open={about !== null}
      onClose={onClose}
      size={460}
      forceRender
    >
      <p className="small muted">
        Ghi nhận là của cuộc kiểm tra, không nằm trong hồ sơ và không thay đổi hồ sơ. Đã ghi thì không sửa, không xóa;
        ghi sai thì đính chính, bản cũ vẫn còn. Thủ trưởng cơ quan đọc được ghi nhận về hồ sơ của mình.
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'other' }}
        onFinish={(values) => note.mutate(values)}
      >
        <Form.Item name="kind" label="Loại ghi nhận">
          <Select options={KINDS} />
        </Form.Item>
        <Form.Item name="verdict" label="Nhận định" rules={[{ required: true, message: 'Chọn nhận định' }]}>
          <Radio.Group options={VERDICTS} />
        </Form.Item>
        <Form.Item
          name="note"
          label="Nội dung ghi nhận"
          rules={[{ required: true, min: 3, message: 'Ghi nội dung, ít nhất 3 ký tự' }]}
        >
          <Input.TextArea rows={5} maxLength={2000} />
        </Form.Item>
        <ProblemAlert error={note.error} />
        <Button type="primary" htmlType="submit" loading={note.isPending}>
          {corrects ? 'Lưu đính chính' : 'Lưu ghi nhận'}
        </Button>
      </Form>
    </Drawer>
  );
}
