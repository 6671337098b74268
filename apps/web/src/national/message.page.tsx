import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link, useParams } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';
import { Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { count } from '../ui/text.js';
import { EnterByHand } from './enter-by-hand.js';
import { MessageActs } from './message-acts.js';
import { PassedPath, Parts, Said } from './message-parts.js';
import './national.css';
import { MessageState, sendingError } from './words.js';

type Detail = Dto<'AxisMessageDetail'>;

/** One package: what is in it, how the petition came here, what both sides have said, and what went wrong. */
export function MessagePage() {
  const { id = '' } = useParams();
  const detail = useQuery({
    queryKey: ['axis', 'message', id],
    queryFn: () => ok(api.GET('/api/v1/axis/messages/{id}', { params: { path: { id } } })),
    refetchInterval: 5_000,
  });
  const message = detail.data?.message;
  return (
    <>
      <PageHead
        title={message ? titleOf(message) : 'Gói edXML'}
        lead={<Link to="/truc-lien-thong">Trục liên thông, mọi gói</Link>}
        actions={message && <MessageActs one={message} opened />}
      />
      <Loaded query={detail}>{(data) => <Whole detail={data} />}</Loaded>
    </>
  );
}

const titleOf = ({ direction, number }: Dto<'AxisMessage'>): string =>
  `${direction === 'in' ? 'Gói đến' : 'Gói đi'}: ${number ?? 'chưa có số'}`;

function Whole({ detail }: { detail: Detail }) {
  const { message, preview, hidden, parts } = detail;
  return (
    <div className="stack">
      <ComesBack message={message} />
      <Facts detail={detail} />
      {hidden && <Alert type="info" role="note" showIcon title={hidden} />}
      {preview && <Preview preview={preview} />}
      {parts.length > 0 && <Parts id={message.id} parts={parts} />}
      {message.direction === 'in' && message.state === 'arrived' && message.structured === false && (
        <EnterByHand message={message} />
      )}
      <PassedPath path={detail.path} />
      <Said said={detail.said} message={message} />
      <Alert type="info" role="note" showIcon title={detail.notice} />
    </div>
  );
}

/** A petition that has gone round is told of before anybody enters it once more. */
export function ComesBack({ message }: { message: Dto<'AxisMessage'> }) {
  const { comesBack, earlierLabel, earlierCaseFileId, hops, agencyName } = message;
  if (!comesBack) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="note"
      title={`Đơn đi vòng: ${agencyName} đã từng nhận, chuyển đơn này; đây là lần chuyển thứ ${count(hops ?? 1)}.`}
      description={
        earlierLabel && (
          <>
            Lần trước là{' '}
            {earlierCaseFileId ? (
              <Link className="axis-link" to={`/ho-so/${earlierCaseFileId}`}>
                đơn số {earlierLabel}
              </Link>
            ) : (
              `đơn số ${earlierLabel}`
            )}
            . Xem lại hồ sơ ấy trước khi vào sổ lần nữa hoặc từ chối.
          </>
        )
      }
    />
  );
}

function Facts({ detail: { message, contentHash } }: { detail: Detail }) {
  const failed = sendingError(message);
  return (
    <section className="panel" aria-label="Về gói">
      <dl className="facts">
        <dt>{message.direction === 'in' ? 'Nơi gửi' : 'Nơi nhận'}</dt>
        <dd>
          {message.partnerName} <span className="muted num">({message.partnerCode})</span>
        </dd>
        <dt>{message.direction === 'in' ? 'Nơi nhận' : 'Nơi gửi'}</dt>
        <dd>{message.agencyName}</dd>
        <dt>Ngày văn bản</dt>
        <dd className="num">{day(message.issuedOn)}</dd>
        <dt>Tình trạng</dt>
        <dd>
          <MessageState one={message} />
          {failed && <span className="small national-why">{failed}</span>}
        </dd>
        {message.direction === 'in' && (
          <>
            <dt>Nội dung gói</dt>
            <dd>
              {message.structured ? 'Có dữ liệu đơn, vào sổ được ngay' : 'Chỉ có văn bản, không có dữ liệu đơn'};{' '}
              {count(message.files ?? 0)} tệp, {message.proven ? 'mã băm đều khớp' : 'nơi gửi không kèm đủ mã băm'}
            </dd>
          </>
        )}
        {message.caseFileId && message.registerLabel && (
          <>
            <dt>Đơn trong sổ</dt>
            <dd>
              <Link to={`/ho-so/${message.caseFileId}`}>Số {message.registerLabel}</Link>
            </dd>
          </>
        )}
        <dt>Mã văn bản</dt>
        <dd className="num">{message.documentId ?? 'Cấp khi gửi'}</dd>
        {contentHash && (
          <>
            <dt>Mã băm của gói (SHA-256)</dt>
            <dd className="num small">{contentHash}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Preview({ preview }: { preview: Dto<'AxisPreview'> }) {
  return (
    <section className="panel" aria-labelledby="axis-preview">
      <h2 id="axis-preview">Đơn chờ vào sổ</h2>
      <dl className="facts">
        <dt>Loại đơn</dt>
        <dd>{preview.typeWords}</dd>
        {preview.field && (
          <>
            <dt>Lĩnh vực</dt>
            <dd>{preview.field}</dd>
          </>
        )}
        <dt>Người đứng đơn</dt>
        <dd>
          {preview.petitioners.join(', ') || 'Không ghi tên'}
          {preview.petitionerCount > 1 && ` (${count(preview.petitionerCount)} người)`}
        </dd>
        {preview.respondent && (
          <>
            <dt>Bị khiếu nại, phản ánh</dt>
            <dd>{preview.respondent}</dd>
          </>
        )}
        <dt>Nội dung</dt>
        <dd className="axis-content">{preview.content}</dd>
      </dl>
    </section>
  );
}
