import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useHasRole, useToday } from '../sign-in/session.js';
import { ProblemAlert } from '../ui/feedback.js';
import { PERSON_WORDS, PETITION_WORDS, standing, toCorrection, type CorrectionValues } from './correction-form.js';
import { useUnitName } from './unit-name.js';
import { UnitPicker } from './unit-picker.js';
import './counter.css';

const SEXES = [
  { value: 'male', label: 'Nam' },
  { value: 'female', label: 'Nữ' },
];

/** Typing errors of a registered petition: what is right is written, what stood there is kept with the reason. */
export function CorrectPetition({ petition }: { petition: Dto<'Petition'> }) {
  const mayCorrect = useHasRole('receptionist', 'caseOfficer', 'unitHead');
  const [open, setOpen] = useState(false);
  if (!mayCorrect || petition.voided) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        Sửa sai sót…
      </Button>
      {open && <CorrectionDialog petition={petition} onClose={() => setOpen(false)} />}
    </>
  );
}

function CorrectionDialog({ petition, onClose }: { petition: Dto<'Petition'>; onClose: () => void }) {
  const client = useQueryClient();
  const today = useToday();
  const [form] = Form.useForm<CorrectionValues>();
  const [nothing, setNothing] = useState(false);
  const correcting = useMutation({
    mutationFn: (body: Dto<'CorrectPetition'>) =>
      ok(api.POST('/api/v1/petitions/{id}/corrections', { params: { path: { id: petition.id } }, body })),
    onSuccess: () => {
      onClose();
      void client.invalidateQueries();
    },
  });
  const submit = (values: CorrectionValues) => {
    const { body, changed } = toCorrection(values, petition, today);
    setNothing(changed === 0);
    if (changed > 0) correcting.mutate(body);
  };
  const words = PETITION_WORDS.filter(
    ({ name }) => petition.sealed || petition[name] || ['content', 'field', 'respondent'].includes(name),
  );
  return (
    <Modal
      open
      width={720}
      title={`Sửa sai sót của đơn số ${petition.registerLabel}`}
      okText="Ghi điều đúng"
      cancelText="Không sửa"
      okButtonProps={{ loading: correcting.isPending }}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">
        Chỉ sửa lỗi gõ so với đơn giấy. Điều ghi trước đó, người sửa và lý do được giữ lại. Ngày nhận, loại đơn, nguồn
        đơn, số người không sửa ở đây vì thời hạn đã chạy theo chúng: bấm “Hủy số này” rồi đăng ký lại.
      </p>
      {petition.sealed && (
        <Alert
          type="info"
          showIcon
          title="Đơn được bảo mật: các ô để trống, chỉ nhập mục cần sửa"
          description="Điều nhập vào được niêm phong ngay; không ai đọc lại được ở đây."
          style={{ marginBottom: 10 }}
        />
      )}
      <Form<CorrectionValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={standing(petition)}
        onFinish={submit}
        autoComplete="off"
      >
        {petition.petitioners.map((person, i) => (
          <fieldset key={person.id} className="person" aria-label={`Người thứ ${i + 1}`}>
            <legend>{petition.petitioners.length > 1 ? `Người thứ ${i + 1}` : 'Người đứng đơn'}</legend>
            <div className="grid-12">
              {PERSON_WORDS.map(({ name, label }) => (
                <Form.Item
                  key={name}
                  name={['people', i, name]}
                  label={label}
                  className={name === 'address' ? 's16' : 's8'}
                >
                  <Input maxLength={300} spellCheck={false} />
                </Form.Item>
              ))}
              <Form.Item name={['people', i, 'sex']} label="Giới tính" className="s8">
                <Select options={SEXES} placeholder="—" />
              </Form.Item>
              <Form.Item
                name={['people', i, 'unitCode']}
                label="Xã, phường hiện nay"
                htmlFor={`corrected-unit-${i}`}
                className="s16"
              >
                <CorrectedUnit id={`corrected-unit-${i}`} />
              </Form.Item>
            </div>
          </fieldset>
        ))}
        {words.map(({ name, label, ...how }) => (
          <Form.Item key={name} name={name} label={label} style={{ marginBottom: 10 }}>
            {'long' in how ? (
              <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={20_000} spellCheck={false} />
            ) : (
              <Input maxLength={300} spellCheck={false} />
            )}
          </Form.Item>
        ))}
        <Form.Item
          name="reason"
          label="Lý do sửa"
          rules={[{ required: true, min: 5, message: 'Ghi rõ lý do, ít nhất 5 ký tự' }]}
        >
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} />
        </Form.Item>
      </Form>
      {nothing && <Alert type="warning" showIcon role="alert" title="Chưa có mục nào khác với điều đang ghi" />}
      {correcting.error && <ProblemAlert error={correcting.error} />}
    </Modal>
  );
}

/** The picker as a field of the form: it holds the code, and shows what the unit is called today. */
function CorrectedUnit({ id, value, onChange }: { id: string; value?: string; onChange?: (code: string) => void }) {
  const shown = useUnitName(value);
  return (
    <UnitPicker
      id={id}
      {...(value ? { value } : {})}
      {...(shown ? { shown } : {})}
      onPick={(code) => onChange?.(code ?? '')}
    />
  );
}
