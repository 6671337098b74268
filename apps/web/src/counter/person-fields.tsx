import { Button, Form, Input, Select } from 'antd';
import type { Notes } from './notes.js';
import type { PetitionValues } from './petition-form.js';
import { UnitPicker } from './unit-picker.js';

const ROLES = [
  { value: 'petitioner', label: 'Người đứng đơn' },
  { value: 'representative', label: 'Người đại diện' },
  { value: 'authorized', label: 'Người được ủy quyền' },
  { value: 'signatory', label: 'Người cùng ký đơn' },
];

export function PersonFields({ index, notes, onRemove }: { index: number; notes: Notes; onRemove?: () => void }) {
  const form = Form.useFormInstance<PetitionValues>();
  const unitCode = Form.useWatch(['petitioners', index, 'unitCode'], form);
  const unitLabel = Form.useWatch(['petitioners', index, 'unitLabel'], { form, preserve: true });
  const at = (name: string) => ({ name: [index, name], ...notes.at('petitioners', index, name) });
  return (
    <fieldset className="person">
      <legend className={index === 0 ? 'visually-hidden' : ''}>
        {index === 0 ? 'Người đứng đơn' : `Người thứ ${index + 1}`}
      </legend>
      <div className="grid-12">
        <Form.Item {...at('personalId')} label="Số định danh cá nhân" className="c3">
          <Input inputMode="numeric" autoComplete="off" maxLength={40} placeholder="12 chữ số" />
        </Form.Item>
        <Form.Item {...at('fullName')} label="Họ và tên" className="c4">
          <Input autoComplete="off" maxLength={120} spellCheck={false} />
        </Form.Item>
        <Form.Item {...at('birth')} label="Năm sinh, ngày sinh" className="c2">
          <Input autoComplete="off" placeholder="1961" maxLength={10} />
        </Form.Item>
        <Form.Item {...at('sex')} label="Giới tính" className="c1-5">
          <Select
            allowClear
            placeholder="Chưa rõ"
            options={[
              { value: 'male', label: 'Nam' },
              { value: 'female', label: 'Nữ' },
            ]}
          />
        </Form.Item>
        <Form.Item {...at('role')} label="Tư cách" className="c2-5">
          <Select options={ROLES} />
        </Form.Item>
        <Form.Item {...at('phone')} label="Điện thoại" className="c2">
          <Input type="tel" autoComplete="off" maxLength={40} />
        </Form.Item>
        <Form.Item {...at('address')} label="Địa chỉ ghi trong đơn" className="c6">
          <Input autoComplete="off" maxLength={300} spellCheck={false} />
        </Form.Item>
        <Form.Item
          {...notes.at('petitioners', index, 'unitCode')}
          label="Xã, phường hiện nay"
          htmlFor={`unit-${index}`}
          className="c4"
        >
          <UnitPicker
            id={`unit-${index}`}
            {...(unitCode ? { value: unitCode } : {})}
            {...(unitLabel ? { shown: unitLabel } : {})}
            onPick={(code, label) => {
              form.setFieldValue(['petitioners', index, 'unitCode'], code);
              form.setFieldValue(['petitioners', index, 'unitLabel'], label);
            }}
          />
        </Form.Item>
        <Form.Item name={[index, 'unitCode']} hidden>
          <Input />
        </Form.Item>
        <Form.Item name={[index, 'unitLabel']} hidden>
          <Input />
        </Form.Item>
      </div>
      {onRemove && (
        <Button size="small" onClick={onRemove} style={{ marginBottom: 8 }}>
          Bỏ người thứ {index + 1}
        </Button>
      )}
    </fieldset>
  );
}
