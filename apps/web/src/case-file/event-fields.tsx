import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useAgencies } from '../ui/agency-select.js';
import { DayField } from '../ui/day-field.js';
import { CLEARS, fold } from '../ui/text.js';
import type { Notes } from '../counter/notes.js';
import { CaseFilePick } from './case-file-pick.js';

type InputField = Dto<'InputField'>;

/** One field of an event's form, as the procedure describes it. */
export function EventField({ field, notes }: { field: InputField; notes: Notes }) {
  const common = {
    name: field.name,
    ...notes.at(field.name),
    ...(field.help ? { extra: field.help } : {}),
  };
  if (field.kind === 'boolean' && !field.required)
    return (
      <Form.Item {...common} valuePropName="checked">
        <Checkbox>{field.label}</Checkbox>
      </Form.Item>
    );
  return (
    <Form.Item
      {...common}
      label={field.required || /bắt buộc/.test(field.label) ? field.label : `${field.label} (không bắt buộc)`}
      rules={field.required ? [{ required: true, message: `Còn thiếu: ${field.label.toLowerCase()}` }] : []}
    >
      <Control field={field} />
    </Form.Item>
  );
}

/** A finding that must be made is answered, not ticked: "no" is an answer too. */
const YES_NO = [
  { value: true, label: 'Có' },
  { value: false, label: 'Không' },
];

interface ControlProps {
  readonly field: InputField;
  readonly id?: string;
  readonly value?: unknown;
  readonly onChange?: (value: unknown) => void;
}

/** antd's Form.Item hands id, value and onChange through. */
function Control({ field, ...given }: ControlProps) {
  const common = given as object;
  switch (field.kind) {
    case 'date':
      return (
        <DayField
          label={field.label}
          value={given.value as string | undefined}
          {...(given.onChange ? { onChange: given.onChange } : {})}
          {...(given.id ? { id: given.id } : {})}
        />
      );
    case 'longText':
      return <Input.TextArea {...common} autoSize={{ minRows: 3, maxRows: 10 }} maxLength={20_000} />;
    case 'number':
      return (
        <InputNumber
          {...common}
          min={field.min ?? Number.MIN_SAFE_INTEGER}
          max={field.max ?? Number.MAX_SAFE_INTEGER}
          style={{ width: 140 }}
        />
      );
    case 'choice':
      return <Choice {...given} field={field} />;
    case 'boolean':
      return <Radio.Group {...common} options={YES_NO} />;
    case 'choices':
      return (
        <Checkbox.Group
          {...common}
          options={optionsOf(field)}
          style={{ display: 'flex', flexDirection: 'column', gap: 4 }}
        />
      );
    case 'user':
      return <UserSelect {...given} />;
    case 'users':
      return <UserSelect {...given} several />;
    case 'caseFile':
      return <CaseFilePick {...given} label={field.label} />;
    case 'agency':
      return <AgencyPick {...given} />;
    default:
      return <Input {...common} maxLength={500} autoComplete="off" />;
  }
}

const optionsOf = (field: InputField) =>
  (field.options ?? []).map((option) => ({
    value: option.value,
    label: option.citation ? `${option.label} (${option.citation})` : option.label,
  }));

function Choice({ field, ...given }: ControlProps) {
  const options = optionsOf(field);
  const common = given as object;
  if (options.length > 6)
    return (
      <Select
        {...common}
        allowClear={CLEARS}
        showSearch={{ filterOption: searchLabel }}
        options={options}
        placeholder="Chọn"
        popupMatchSelectWidth={false}
      />
    );
  return <Radio.Group {...common} options={options} style={{ display: 'flex', flexDirection: 'column', gap: 4 }} />;
}

const searchLabel = (typed: string, option: { label?: unknown } | undefined): boolean =>
  fold(typeof option?.label === 'string' ? option.label : '').includes(fold(typed));

/** antd's Form.Item hands id, value and onChange through. */
export function UserSelect({
  several = false,
  ...given
}: Omit<ControlProps, 'field'> & { readonly several?: boolean }) {
  const users = useQuery({ queryKey: ['users'], queryFn: () => ok(api.GET('/api/v1/users')), staleTime: 60_000 });
  return (
    <Select
      {...(given as object)}
      allowClear={CLEARS}
      loading={users.isPending}
      showSearch={{ filterOption: searchLabel }}
      placeholder={several ? 'Chọn một hay nhiều người' : 'Chọn người'}
      {...(several ? { mode: 'multiple' as const } : {})}
      options={(users.data?.items ?? []).map((user) => ({
        value: user.id,
        label: `${user.fullName}${user.title ? `, ${user.title}` : ''}${user.absent ? ' (đang vắng)' : ''}`,
      }))}
    />
  );
}

function AgencyPick(given: Omit<ControlProps, 'field'>) {
  const agencies = useAgencies();
  return (
    <Select
      {...(given as object)}
      allowClear={CLEARS}
      loading={agencies.isPending}
      showSearch={{ filterOption: searchLabel }}
      placeholder="Chọn cơ quan"
      options={(agencies.data?.items ?? []).map((agency) => ({ value: agency.id, label: agency.name }))}
    />
  );
}
