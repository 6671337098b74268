import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../ui/feedback.js';
import { PURPOSES, type Purpose } from './purposes.js';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly onAnswer: (purpose: Purpose) => Promise<void>;
}

/** Asks why before a sealed original is opened; the answer goes into the file's ledger. */
export function PurposeQuestion({ title, onClose, onAnswer }: Props) {
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (): Promise<void> => {
    if (purpose === null) return;
    setBusy(true);
    setError(null);
    try {
      await onAnswer(purpose);
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      okText="Mở và ghi nhật ký"
      cancelText="Thôi"
      okButtonProps={{ disabled: purpose === null, loading: busy }}
      onOk={() => void send()}
    >
      <p>
        Bản gốc có họ tên, chữ viết, chữ ký của người tố cáo: mở ra là một lần đọc thông tin người tố cáo, ghi vào nhật
        ký hồ sơ với tên bạn, thời điểm, mục đích (LTC Đ.8 k3, Đ.56).
      </p>
      <Radio.Group
        aria-label="Mục đích mở bản gốc"
        value={purpose}
        onChange={(event) => setPurpose(event.target.value as Purpose)}
        options={PURPOSES.map(({ value, label }) => ({ value, label }))}
        style={{ display: 'flex', flexDirection: 'column', gap: 6 }}
      />
      <ProblemAlert error={error} />
    </Modal>
  );
}
