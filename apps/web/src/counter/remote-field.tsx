import { useQueries } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useToday } from '../sign-in/session.js';
import { parseDay } from '../ui/dates.js';
import type { Notes } from './notes.js';
import type { PetitionValues } from './petition-form.js';

const WHY: Readonly<Record<Dto<'RemoteDefault'>['because'], string>> = {
  list: 'có trong danh sách địa bàn',
  agency: 'theo nơi đặt cơ quan',
  none: 'không có trong danh sách địa bàn',
};

/** What the list of places says of these units, as the registration will ask it; undefined until it has answered. */
function useRemoteDefault(): Dto<'RemoteDefault'> | undefined {
  const today = useToday();
  const form = Form.useFormInstance<PetitionValues>();
  const received = Form.useWatch('received', form);
  const people = Form.useWatch('petitioners', form) ?? [];
  const on = parseDay(received ?? '', today);
  const units = [...new Set(people.flatMap((person) => person?.unitCode ?? []))];
  return useQueries({
    queries: (units.length > 0 ? units : [undefined]).map((unit) => ({
      queryKey: ['remote-default', unit ?? null, on ?? null],
      queryFn: () =>
        ok(
          api.GET('/api/v1/administration/remote-areas/default', {
            params: { query: { ...(unit ? { unit } : {}), ...(on ? { on } : {}) } },
          }),
        ),
      staleTime: 600_000,
      retry: false,
    })),
    combine: (answers) => answers.find(({ data }) => data?.remote)?.data ?? answers[0]?.data,
  });
}

const placeWords = (remote: boolean): string =>
  remote ? 'thuộc vùng sâu, vùng xa, đi lại khó khăn' : 'không thuộc vùng sâu, vùng xa, đi lại khó khăn';

/** What the list of remote places says of the matter; the officer may write otherwise, with a reason. No stop of Enter. */
export function RemoteField({ notes }: { notes: Notes }) {
  const form = Form.useFormInstance<PetitionValues>();
  const stated = Form.useWatch<boolean | undefined>('remote', { form, preserve: true });
  const listed = useRemoteDefault();
  const set = (remote: boolean | undefined) => form.setFieldsValue({ remote, remoteReason: undefined });
  if (!listed) return null;
  const otherwise = stated !== undefined && stated !== listed.remote;
  return (
    <div className="s24 remote-place">
      <p className="row">
        <span>
          Địa bàn: <strong>{placeWords(otherwise ? stated : listed.remote)}</strong>{' '}
          <span className="muted">
            ({otherwise ? 'ghi khác danh sách' : WHY[listed.because]}
            {!otherwise && listed.basis && `, ${listed.basis}`})
          </span>
        </span>
        <Button size="small" onClick={() => set(otherwise ? undefined : !listed.remote)}>
          {otherwise ? 'Theo danh sách' : 'Ghi khác…'}
        </Button>
      </p>
      {otherwise && (
        <Form.Item
          name="remoteReason"
          label="Lý do ghi địa bàn khác danh sách"
          {...notes.at('remoteReason')}
          rules={[{ required: true, whitespace: true, min: 5, message: 'Ghi rõ lý do, ít nhất 5 ký tự' }]}
        >
          <Input maxLength={500} autoComplete="off" spellCheck={false} autoFocus />
        </Form.Item>
      )}
      <Form.Item name="remote" hidden>
        <Input />
      </Form.Item>
    </div>
  );
}
