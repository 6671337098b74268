import { AutoComplete, Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { lazy, Suspense } from 'react';
import { CHANNEL, FIELDS, PETITION_TYPE } from '../ui/labels.js';
import { CLEARS, fold } from '../ui/text.js';
import { FilesField } from './files-field.js';
import type { Notes } from './notes.js';
import { PersonFields } from './person-fields.js';
import type { PetitionValues } from './petition-form.js';
import { RemoteField } from './remote-field.js';

const GroupSize = lazy(() => import('antd/es/input-number'));

const CHANNELS = ['in_person', 'post', 'mailbox', 'forwarded', 'oral', 'online'].map((value) => ({
  value,
  label: CHANNEL[value],
}));
const TYPES = ['complaint', 'denunciation', 'feedback', 'mixed'] as const;

export function ArrivalFields({ notes }: { notes: Notes }) {
  const channel = Form.useWatch<PetitionValues['channel']>('channel');
  return (
    <section className="panel" aria-label="Nguồn đơn và loại đơn">
      <div className="grid-12">
        <Form.Item
          name="received"
          label="Ngày nhận"
          className="s4"
          {...notes.at('received')}
          rules={[{ required: true, message: 'Nhập ngày nhận đơn' }]}
        >
          <Input inputMode="numeric" placeholder="ngày/tháng/năm" autoComplete="off" />
        </Form.Item>
        <Form.Item name="channel" label="Nguồn đơn" className="s5" {...notes.at('channel')}>
          <Select options={CHANNELS} />
        </Form.Item>
        <Form.Item name="type" label="Loại đơn" className="s15 types" {...notes.at('type')}>
          <Radio.Group
            optionType="button"
            buttonStyle="solid"
            options={TYPES.map((value) => ({
              value,
              label: value === 'mixed' ? 'Nhiều nội dung' : PETITION_TYPE[value],
            }))}
          />
        </Form.Item>
        {channel === 'forwarded' && (
          <Form.Item
            name="forwarderName"
            label="Cơ quan, người chuyển đơn"
            className="s24"
            {...notes.at('forwarderName')}
          >
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        )}
      </div>
    </section>
  );
}

export function PeopleFields({ notes }: { notes: Notes }) {
  const joint = Form.useWatch<boolean>('jointPetition');
  return (
    <section className="panel" aria-labelledby="people-title">
      <h2 id="people-title">Người đứng đơn</h2>
      <Form.List name="petitioners">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field) => (
              <PersonFields
                withRole={fields.length > 1}
                key={field.key}
                index={field.name}
                notes={notes}
                {...(field.name > 0 ? { onRemove: () => remove(field.name) } : {})}
              />
            ))}
            <div className="row" style={{ marginBottom: 6 }}>
              <Button size="small" onClick={() => add({ role: 'representative' })}>
                Thêm người đại diện, người cùng đơn
              </Button>
              <Form.Item name="jointPetition" valuePropName="checked" noStyle>
                <Checkbox>Nhiều người cùng một nội dung</Checkbox>
              </Form.Item>
              <Suspense fallback={null}>
                {joint && (
                  <Form.Item
                    name="petitionerCount"
                    label="Số người"
                    layout="horizontal"
                    style={{ margin: 0 }}
                    {...notes.at('petitionerCount')}
                  >
                    <GroupSize min={2} max={100_000} />
                  </Form.Item>
                )}
              </Suspense>
            </div>
          </>
        )}
      </Form.List>
    </section>
  );
}

export function ContentFields({
  notes,
  files,
  onFiles,
}: {
  notes: Notes;
  files: readonly File[];
  onFiles: (files: File[]) => void;
}) {
  const type = Form.useWatch<PetitionValues['type']>('type');
  const complaint = type === 'complaint' || type === 'mixed';
  return (
    <section className="panel" aria-labelledby="content-title">
      <h2 id="content-title">Nội dung đơn</h2>
      <div className="grid-12">
        <Form.Item name="field" label="Lĩnh vực" className={complaint ? 's6' : 's8'} {...notes.at('field')}>
          <AutoComplete
            options={FIELDS.map((value) => ({ value }))}
            showSearch={{ filterOption: (typed, option) => fold(option?.value ?? '').includes(fold(typed)) }}
            allowClear={CLEARS}
          />
        </Form.Item>
        {type !== 'feedback' && (
          <Form.Item
            name="respondent"
            label={
              type === 'complaint'
                ? 'Người bị khiếu nại'
                : type === 'denunciation'
                  ? 'Người bị tố cáo'
                  : 'Người bị khiếu nại, tố cáo'
            }
            className={complaint ? 's8' : 's16'}
            {...notes.at('respondent')}
          >
            <Input maxLength={300} autoComplete="off" spellCheck={false} />
          </Form.Item>
        )}
        {complaint && (
          <Form.Item
            name="challengedDecision"
            label="Quyết định bị khiếu nại (số, ngày)"
            className="s10"
            {...notes.at('challengedDecision')}
          >
            <Input
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              placeholder="Ví dụ: 145/QĐ-UBND ngày 12/06/2026"
            />
          </Form.Item>
        )}
        {type === 'complaint' && <RemoteField notes={notes} />}
        {(type === 'denunciation' || type === 'mixed') && (
          <Form.Item name="denouncesHead" valuePropName="checked" className="s24" {...notes.at('denouncesHead')}>
            <Checkbox>Tố cáo người đứng đầu chính cơ quan này: chuyển niêm phong thẳng lên cấp trên trực tiếp</Checkbox>
          </Form.Item>
        )}
        <Form.Item
          name="content"
          label={
            <>
              Nội dung tóm tắt{' '}
              <span className="muted small" style={{ marginLeft: 8 }}>
                Shift+Enter để xuống dòng
              </span>
            </>
          }
          className="s24"
          {...notes.at('content')}
          rules={[{ required: true, whitespace: true, message: 'Nhập nội dung đơn' }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={20_000} spellCheck={false} />
        </Form.Item>
        <div className="s24" style={{ paddingBottom: 8 }}>
          <FilesField files={files} onChange={onFiles} />
        </div>
      </div>
    </section>
  );
}
