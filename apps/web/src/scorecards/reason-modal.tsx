import { useMutation } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../ui/feedback.js';

/** Asks for the reason of what is taken back. */
export function ReasonModal({
  title,
  okText,
  act,
  onDone,
  onClose,
}: {
  title: string;
  okText: string;
  act: (reason: string) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const acting = useMutation({ mutationFn: () => act(reason.trim()), onSuccess: onDone });
  return (
    <Modal
      className="sheet"
      open
      title={title}
      okText={okText}
      okButtonProps={{ danger: true, disabled: reason.trim().length < 5 }}
      confirmLoading={acting.isPending}
      onOk={() => acting.mutate()}
      onCancel={onClose}
    >
      <label>
        Lý do (ít nhất 5 ký tự)
        <Input.TextArea
          aria-label="Lý do"
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <ProblemAlert error={acting.error} />
    </Modal>
  );
}
