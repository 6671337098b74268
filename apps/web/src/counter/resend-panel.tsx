import { Alert, Button } from 'antd';
import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';

type Match = Dto<'PossibleResend'>;
interface Props {
  readonly matches: readonly Match[];
  readonly checking: boolean;
  readonly sealed: boolean;
  readonly chosen: string | undefined;
  readonly rejected: ReadonlySet<string>;
  readonly onChoose: (petitionId: string | undefined) => void;
  readonly onReject: (petitionId: string) => void;
}

const percent = (score: number): string => `${Math.round(score * 100)} %`;

export function ResendPanel({ matches, checking, sealed, chosen, rejected, onChoose, onReject }: Props) {
  const shown = matches.filter((match) => !match.petitionId || !rejected.has(match.petitionId));
  return (
    <section className="panel" aria-labelledby="resend-title">
      <div className="panel-head">
        <h2 id="resend-title">Có thể đã gửi trước đây</h2>
        <span className="muted small after" aria-live="polite">
          {checking ? 'Đang đối chiếu…' : shown.length > 0 ? `${shown.length} đơn` : ''}
        </span>
      </div>
      {shown.length === 0 && (
        <p className="muted" style={{ margin: 0 }}>
          Chưa thấy đơn nào giống. Hệ thống tự đối chiếu số định danh, họ tên, địa chỉ và nội dung ngay khi nhập, không
          phân biệt dấu.
        </p>
      )}
      {sealed && shown.length > 0 ? (
        <Alert
          type="info"
          showIcon
          title="Đã có đơn gửi trước"
          description="Thông tin của đơn trước được bảo mật nên không hiện ở đây."
        />
      ) : (
        <ul className="resend-list">
          {shown.map((match, i) => (
            <li key={match.petitionId ?? i} className={match.petitionId && match.petitionId === chosen ? 'chosen' : ''}>
              {match.petitionId ? (
                <Known match={match} chosen={match.petitionId === chosen} onChoose={onChoose} onReject={onReject} />
              ) : (
                <Unknown match={match} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Known({
  match,
  chosen,
  onChoose,
  onReject,
}: {
  match: Match;
  chosen: boolean;
  onChoose: Props['onChoose'];
  onReject: Props['onReject'];
}) {
  return (
    <>
      <div className="row" style={{ gap: 6 }}>
        <span className="strong num">Đơn số {match.registerLabel}</span>
        <span className="mark num" title="Mức giống nhau">
          giống {percent(match.score)}
        </span>
      </div>
      <div>{match.petitionerName}</div>
      <div className="muted small">
        {[match.receivedOn && `Nhận ${day(match.receivedOn)}`, match.agencyName, match.stageTitle]
          .filter(Boolean)
          .join(' · ')}
      </div>
      <ul className="reasons">
        {match.reasons.map((reason) => (
          <li key={reason.code}>{reason.title}</li>
        ))}
      </ul>
      <div className="row" style={{ marginTop: 4 }}>
        {chosen ? (
          <Button size="small" onClick={() => onChoose(undefined)}>
            Bỏ nối với đơn này
          </Button>
        ) : (
          <>
            <Button size="small" type="primary" ghost onClick={() => onChoose(match.petitionId)}>
              Là đơn gửi lại
            </Button>
            <Button size="small" onClick={() => match.petitionId && onReject(match.petitionId)}>
              Là đơn mới
            </Button>
          </>
        )}
        {chosen && <span className="strong small">Sẽ ghi là đơn gửi lại</span>}
      </div>
    </>
  );
}

function Unknown({ match }: { match: Match }) {
  return (
    <>
      <div className="strong">Đã có đơn gửi trước</div>
      <div className="muted small">
        Đơn trước không thuộc phạm vi tra cứu của tài khoản này (giống {percent(match.score)}).
      </div>
    </>
  );
}
