import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';
import { CompareDialog } from './compare-dialog.js';
import { EarlierAnswers } from './earlier-answers.js';
import type { PetitionValues } from './petition-form.js';
import type { Finding, Findings } from './use-findings.js';

type Match = Dto<'PossibleResend'>;
type KnownMatch = Match & { readonly petitionId: string };
interface Props {
  readonly matches: readonly Match[];
  readonly checking: boolean;
  readonly sealed: boolean;
  readonly values: PetitionValues | undefined;
  readonly findings: Findings;
  readonly onFind: (petitionId: string, finding: Finding | null) => void;
}

const FOUND = { resend: 'Sẽ ghi là đơn gửi lại', duplicate: 'Sẽ ghi là đơn trùng' };
/** What was answered is asked for the likeliest only; the others tell it when compared. */
const ANSWERED_AT_ONCE = 3;
const percent = (score: number): string => `${Math.round(score * 100)} %`;
const isKnown = (match: Match): match is KnownMatch => match.petitionId !== undefined;

/** Earlier petitions that look alike, while the officer types: what was answered, what the law has, side by side with Alt+S. */
export function ResendPanel({ matches, checking, sealed, values, findings, onFind }: Props) {
  const shown = matches.filter((match) => !match.petitionId || !findings.rejected.has(match.petitionId));
  const [comparing, setComparing] = useState<KnownMatch | null>(null);
  const first = sealed ? undefined : shown.find(isKnown);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.code !== 'KeyS' || event.isComposing || !first) return;
      event.preventDefault();
      setComparing(first);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [first]);
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
            <li
              key={match.petitionId ?? i}
              className={match.petitionId && match.petitionId === findings.same?.id ? 'chosen' : ''}
            >
              {isKnown(match) ? (
                <Known
                  match={match}
                  found={findings.same?.id === match.petitionId ? findings.same.kind : null}
                  answered={i < ANSWERED_AT_ONCE}
                  shortcut={match === first}
                  onFind={(finding) => onFind(match.petitionId, finding)}
                  onCompare={() => setComparing(match)}
                />
              ) : (
                <Unknown match={match} />
              )}
            </li>
          ))}
        </ul>
      )}
      {comparing && values && (
        <CompareDialog
          match={comparing}
          values={values}
          onClose={() => setComparing(null)}
          onFind={(finding) => {
            onFind(comparing.petitionId, finding);
            setComparing(null);
          }}
        />
      )}
    </section>
  );
}

interface KnownProps {
  readonly match: KnownMatch;
  readonly found: 'resend' | 'duplicate' | null;
  readonly answered: boolean;
  readonly shortcut: boolean;
  readonly onFind: (finding: Finding | null) => void;
  readonly onCompare: () => void;
}

function Known({ match, found, answered, shortcut, onFind, onCompare }: KnownProps) {
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
        {[match.receivedOn && `Nhận ${day(match.receivedOn)}`, match.agencyName, !answered && match.stageTitle]
          .filter(Boolean)
          .join(' · ')}
      </div>
      <ul className="reasons">
        {match.reasons.map((reason) => (
          <li key={reason.code}>{reason.title}</li>
        ))}
      </ul>
      {answered && <EarlierAnswers petitionId={match.petitionId} />}
      <div className="row" style={{ marginTop: 6 }}>
        <Button size="small" onClick={onCompare}>
          So sánh hai đơn {shortcut && <kbd>Alt+S</kbd>}
        </Button>
        {found ? (
          <Button size="small" onClick={() => onFind(null)}>
            Bỏ nối với đơn này
          </Button>
        ) : (
          <>
            <Button size="small" type="primary" ghost onClick={() => onFind('resend')}>
              Là đơn gửi lại
            </Button>
            <Button size="small" onClick={() => onFind('not-resend')}>
              Là đơn mới
            </Button>
          </>
        )}
        {found && <span className="strong small">{FOUND[found]}</span>}
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
