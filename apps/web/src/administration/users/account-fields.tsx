import { Form, Input, Select } from 'antd';
import { useAgencies } from '../../ui/agency-select.js';
import { fold } from '../../ui/text.js';
import { picked, required } from '../words.js';
import { RoleChoice } from './role-choice.js';

/** Name, post, agency and roles: the same for a new account and a changed one. */
export function AccountFields({ ownAccount = false }: { ownAccount?: boolean }) {
  const agencies = useAgencies();
  return (
    <>
      <Form.Item name="fullName" label="Họ và tên" rules={[required('họ và tên', 2)]}>
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item name="title" label="Chức vụ in trên văn bản">
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item name="agency" label="Cơ quan" rules={[picked('cơ quan')]}>
        <Select
          disabled={ownAccount}
          showSearch={{ filterOption: (typed, option) => fold(String(option?.label ?? '')).includes(fold(typed)) }}
          placeholder="Chọn cơ quan"
          options={(agencies.data?.items ?? []).map((one) => ({ value: one.code, label: one.name }))}
        />
      </Form.Item>
      <Form.Item name="roles" rules={[{ required: true, message: 'Chọn ít nhất một vai trò' }]}>
        <RoleChoice disabled={ownAccount} />
      </Form.Item>
    </>
  );
}
