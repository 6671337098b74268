import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, ok } from '../api/client.js';
import { ProblemAlert } from '../ui/feedback.js';

/** All files of one's own agency that are past their keeping, as one list. */
export function ProposeButton() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const making = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/retention/proposals', { body: { note: note.trim() } })),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['retention-files'] });
      await client.invalidateQueries({ queryKey: ['retention-proposals'] });
      await navigate(`/luu-giu-ho-so/de-xuat/${id}`);
    },
  });
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        Lập đề xuất…
      </Button>
      <Modal
        open={open}
        title="Lập đề xuất"
        okText="Lập đề xuất"
        cancelText="Không"
        okButtonProps={{ disabled: note.trim().length < 5, loading: making.isPending }}
        onOk={() => making.mutate()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p className="muted">
          Danh sách gồm các hồ sơ của cơ quan bạn đã hết thời hạn. Lập đề xuất không thay đổi hồ sơ nào.
        </p>
        <label htmlFor="retention-note">Ghi chú gửi người quyết định</label>
        <Input.TextArea
          id="retention-note"
          value={note}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={(event) => setNote(event.target.value)}
        />
        <ProblemAlert error={making.error} />
      </Modal>
    </>
  );
}
