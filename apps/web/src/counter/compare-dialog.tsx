import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';
import { Loaded } from '../ui/feedback.js';
import { label, PETITION_TYPE } from '../ui/labels.js';
import { fold } from '../ui/text.js';
import { EarlierAnswers } from './earlier-answers.js';
import type { PersonValues, PetitionValues } from './petition-form.js';
import type { Finding } from './use-findings.js';
import { wordDiff } from './word-diff.js';

interface Props {
  readonly match: Dto<'PossibleResend'> & { readonly petitionId: string };
  readonly values: PetitionValues;
  readonly onFind: (finding: Finding) => void;
  readonly onClose: () => void;
}
const SEX: Record<string, string> = { male: 'Nam', female: 'Nữ' };

/** The earlier petition and the one on the form, side by side; what was answered; what the officer finds. */
export function CompareDialog({ match, values, onFind, onClose }: Props) {
  const earlier = useQuery({
    queryKey: ['petition', match.petitionId],
    queryFn: () => ok(api.GET('/api/v1/petitions/{id}', { params: { path: { id: match.petitionId } } })),
  });
  return (
    <Modal
      open
      title={`Đối chiếu với đơn số ${match.registerLabel ?? ''}`}
      width={980}
      onCancel={onClose}
      footer={
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>Để sau</Button>
          <Button onClick={() => onFind('not-resend')}>Không phải đơn gửi lại</Button>
          <Button onClick={() => onFind('duplicate')}>Là đơn trùng</Button>
          <Button type="primary" autoFocus onClick={() => onFind('resend')}>
            Là đơn gửi lại
          </Button>
        </div>
      }
    >
      <Loaded query={earlier}>
        {(old) => (
          <div className="stack">
            <Sides old={old} values={values} />
            <Contents before={old.content ?? ''} after={values.content ?? ''} />
            <section aria-labelledby="answered-title">
              <h3 id="answered-title">Đơn trước đã được trả lời thế nào</h3>
              <EarlierAnswers petitionId={match.petitionId} full />
            </section>
          </div>
        )}
      </Loaded>
    </Modal>
  );
}

const same = (a: string, b: string): boolean => fold(a) === fold(b);

function Sides({ old, values }: { old: Dto<'Petition'>; values: PetitionValues }) {
  const before = old.petitioners[0];
  const after: PersonValues = values.petitioners[0] ?? {};
  const others = (count: number): string => (count > 1 ? `${count} người` : '');
  const rows: [string, string, string][] = [
    ['Họ và tên', before?.fullName ?? '', after.fullName ?? ''],
    ['Số định danh', before?.personalId ?? '', after.personalId?.replaceAll(/\s/g, '') ?? ''],
    ['Sinh', day(before?.birthDate), after.birth ?? ''],
    ['Giới tính', SEX[before?.sex ?? ''] ?? '', SEX[after.sex ?? ''] ?? ''],
    ['Địa chỉ', before?.address ?? '', after.address ?? ''],
    ['Số người', others(old.petitionerCount), others(values.petitionerCount ?? values.petitioners.length)],
    ['Ngày nhận', day(old.receivedOn), values.received],
    ['Loại đơn', label(PETITION_TYPE, old.type), label(PETITION_TYPE, values.type)],
    ['Lĩnh vực', old.field ?? '', values.field ?? ''],
    ['Người bị khiếu nại', old.respondent ?? '', values.respondent ?? ''],
    ['Quyết định bị khiếu nại', old.challengedDecision ?? '', values.challengedDecision ?? ''],
  ];
  return (
    <div className="table-scroll">
      <table className="data compare">
        <thead>
          <tr>
            <th>Mục</th>
            <th>Đơn số {old.registerLabel}</th>
            <th>Đơn đang nhập</th>
            <th>So sánh</th>
          </tr>
        </thead>
        <tbody>
          {rows
            .filter(([, a, b]) => a !== '' || b !== '')
            .map(([name, a, b]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="num">{a || <span className="muted">không ghi</span>}</td>
                <td className="num">{b || <span className="muted">không ghi</span>}</td>
                <td>
                  {a !== '' && b !== '' ? same(a, b) ? 'như nhau' : <span className="mark amber">khác</span> : ''}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

function Contents({ before, after }: { before: string; after: string }) {
  const parts = wordDiff(before, after);
  return (
    <section aria-labelledby="diff-title">
      <h3 id="diff-title">Nội dung</h3>
      <p className="muted small">
        <del>Gạch ngang</del>: chỉ có ở đơn trước. <ins>Gạch chân</ins>: chỉ có ở đơn đang nhập. Dấu và cách viết hoa
        khác nhau không tính.
      </p>
      <div className="word-diff">
        {after.trim() === '' && <p className="muted">Chưa nhập nội dung đơn mới.</p>}
        {parts.map((part, i) =>
          part.kind === 'same' ? (
            <span key={i}>{part.text}</span>
          ) : part.kind === 'gone' ? (
            <del key={i}>{part.text}</del>
          ) : (
            <ins key={i}>{part.text}</ins>
          ),
        )}
      </div>
    </section>
  );
}
