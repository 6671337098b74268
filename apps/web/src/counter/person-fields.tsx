import { Button, Form, Input, Select } from 'antd';
import type { Notes } from './notes.js';
import type { PetitionValues } from './petition-form.js';
import { UnitPicker } from './unit-picker.js';
import { CLEARS } from '../ui/text.js';

const ROLES = [
  { value: 'petitioner', label: 'Người đứng đơn' },
  { value: 'representative', label: 'Người đại diện' },
  { value: 'authorized', label: 'Người được ủy quyền' },
  { value: 'signatory', label: 'Người cùng ký đơn' },
];

interface Props {
  readonly index: number;
  readonly notes: Notes;
  /** Who is who matters only where there is more than one. */
  readonly withRole: boolean;
  readonly onRemove?: () => void;
}

export function PersonFields({ index, notes, withRole, onRemove }: Props) {
  const form = Form.useFormInstance<PetitionValues>();
  const unitCode = Form.useWatch(['petitioners', index, 'unitCode'], form);
  const unitLabel = Form.useWatch(['petitioners', index, 'unitLabel'], { form, preserve: true });
  const at = (name: string) => ({ name: [index, name], ...notes.at('petitioners', index, name) });
  return (
    <fieldset className="person" aria-label={index === 0 ? 'Người đứng đơn' : `Người thứ ${index + 1}`}>
      {index > 0 && <legend>Người thứ {index + 1}</legend>}
      <div className="grid-12">
        {withRole && (
          <Form.Item {...at('role')} label="Tư cách" className="s5">
            <Select options={ROLES} />
          </Form.Item>
        )}
        <Form.Item {...at('personalId')} label="Số định danh cá nhân" className={withRole ? 's5' : 's6'}>
          <Input inputMode="numeric" autoComplete="off" maxLength={40} placeholder="12 chữ số" />
        </Form.Item>
        <Form.Item {...at('fullName')} label="Họ và tên" className={withRole ? 's7' : 's10'}>
          <Input autoComplete="off" maxLength={120} spellCheck={false} />
        </Form.Item>
        <Form.Item {...at('birth')} label="Sinh (năm, ngày)" className="s4 half">
          <Input autoComplete="off" placeholder="1961" maxLength={10} />
        </Form.Item>
        <Form.Item {...at('sex')} label="Giới tính" className={withRole ? 's3 half' : 's4 half'}>
          <Select
            allowClear={CLEARS}
            placeholder="—"
            options={[
              { value: 'male', label: 'Nam' },
              { value: 'female', label: 'Nữ' },
            ]}
          />
        </Form.Item>
        <Form.Item {...at('phone')} label="Điện thoại" className="s5">
          <Input type="tel" autoComplete="off" maxLength={40} />
        </Form.Item>
        <Form.Item {...at('address')} label="Địa chỉ ghi trong đơn" className="s11">
          <Input autoComplete="off" maxLength={300} spellCheck={false} />
        </Form.Item>
        <Form.Item
          {...notes.at('petitioners', index, 'unitCode')}
          label="Xã, phường hiện nay"
          htmlFor={`unit-${index}`}
          className="s8"
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
