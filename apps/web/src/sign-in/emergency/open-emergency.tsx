import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { ProblemAlert } from '../../ui/feedback.js';
import { ColleagueSelect } from '../../work/colleague-select.js';

type NewEmergency = Dto<'NewEmergency'>;

const ROLES: readonly { value: NewEmergency['role']; label: string }[] = [
  { value: 'receptionist', label: 'Công chức một cửa, người tiếp công dân' },
  { value: 'caseOfficer', label: 'Chuyên viên thụ lý, xác minh' },
  { value: 'unitHead', label: 'Trưởng phòng, trưởng đơn vị' },
  { value: 'chairman', label: 'Chủ tịch UBND cấp xã' },
];
const WITNESSES: readonly string[] = ['administrator', 'provinceChairman', 'chairman', 'inspector'];
const chosen = (message: string) => [{ required: true, message }];

export function OpenEmergency({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const open = useMutation({
    mutationFn: (body: NewEmergency) => ok(api.POST('/api/v1/emergency-accesses', { body })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['emergencies'] });
      onClose();
    },
  });
  return (
    <section className="panel" aria-labelledby="open-emergency" style={{ maxWidth: 760 }}>
      <h2 id="open-emergency">Mở truy cập khẩn cấp</h2>
      <Form<NewEmergency>
        layout="vertical"
        requiredMark={false}
        className="form-grid"
        initialValues={{ hours: 2 }}
        onFinish={(values) => open.mutate(values)}
      >
        <Form.Item name="userId" label="Mở cho ai" rules={chosen('Chọn người được mở')}>
          <ColleagueSelect />
        </Form.Item>
        <Form.Item name="role" label="Vai trò mở tạm, tại cơ quan của người ấy" rules={chosen('Chọn vai trò')}>
          <Select options={[...ROLES]} placeholder="Chọn vai trò" />
        </Form.Item>
        <Form.Item name="hours" label="Trong mấy giờ (nhiều nhất 8)" rules={chosen('Ghi số giờ')}>
          <InputNumber min={1} max={8} precision={0} style={{ width: 120 }} />
        </Form.Item>
        <Form.Item name="witnessId" label="Người thứ hai được báo ngay" rules={chosen('Chọn người thứ hai')}>
          <ColleagueSelect
            placeholder="Lãnh đạo, thanh tra hoặc quản trị khác"
            only={({ roles }) => roles.some((role) => WITNESSES.includes(role))}
          />
        </Form.Item>
        <Form.Item
          className="wide"
          name="reason"
          label="Lý do khẩn cấp"
          rules={[{ required: true, min: 20, message: 'Nêu rõ lý do, ít nhất 20 ký tự' }]}
        >
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
        <div className="wide">
          <ProblemAlert error={open.error} />
          <div className="row">
            <Button onClick={onClose}>Thôi</Button>
            <Button type="primary" htmlType="submit" loading={open.isPending}>
              Mở và báo người thứ hai
            </Button>
          </div>
        </div>
      </Form>
    </section>
  );
}
