import { Input, Modal } from 'antd';
import { useState } from 'react';

export function NameView({ onSave, onClose }: { onSave: (name: string) => void; onClose: () => void }) {
  const [name, setName] = useState('');
  const save = () => name.trim() && onSave(name.trim());
  return (
    <Modal
      open
      title="Lưu bộ lọc và cột đang xem"
      okText="Lưu"
      okButtonProps={{ disabled: !name.trim() }}
      onOk={save}
      onCancel={onClose}
    >
      <p className="muted">Từ khóa đang tìm không được lưu, vì có thể là họ tên của công dân.</p>
      <Input
        autoFocus
        aria-label="Tên bộ lọc"
        placeholder="Ví dụ: Đất đai quá hạn"
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={(event) => !event.nativeEvent.isComposing && save()}
      />
    </Modal>
  );
}
