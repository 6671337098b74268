import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { instant } from '../ui/dates.js';
import { Loaded } from '../ui/feedback.js';
import { Status } from '../ui/status.js';
import { RuleForm } from './rule-form.js';

type Rule = Dto<'RetentionRule'>;

/** How long each kind of file is kept, by whose word. Nothing is preset: the law at hand names no number of years. */
export function RulesPanel() {
  const rules = useQuery({ queryKey: ['retention-rules'], queryFn: () => ok(api.GET('/api/v1/retention/rules')) });
  const [setting, setSetting] = useState<Rule | null>(null);
  return (
    <section className="panel flush" aria-labelledby="rules-title">
      <h2 id="rules-title" className="keeping-head">
        Thời hạn theo loại hồ sơ
      </h2>
      <Loaded query={rules}>
        {({ items, note, maySet }) => (
          <>
            <Alert type="info" role="note" showIcon title={note} className="keeping-none" />
            <table className="data cards-on-phone">
              <thead>
                <tr>
                  <th>Loại hồ sơ</th>
                  <th>Giữ</th>
                  <th>Căn cứ đã ghi</th>
                  <th>Luật nói</th>
                  {maySet && <th className="r">Việc</th>}
                </tr>
              </thead>
              <tbody>
                {items.map((rule) => (
                  <Row key={rule.procedure} rule={rule} onSet={maySet ? () => setSetting(rule) : null} />
                ))}
              </tbody>
            </table>
            {setting && <RuleForm rule={setting} onDone={() => setSetting(null)} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Row({ rule, onSet }: { rule: Rule; onSet: (() => void) | null }) {
  return (
    <tr>
      <td className="strong">{rule.title}</td>
      <td className="nowrap" data-label="Giữ">
        {rule.years === null ? 'Vĩnh viễn' : `${rule.years} năm`}
      </td>
      <td data-label="Căn cứ đã ghi">
        {rule.basis === null ? (
          <span className="muted">Chưa đặt</span>
        ) : (
          <>
            {rule.basis}
            <div className="muted small">
              {rule.setByName}, {instant(rule.setAt)}
            </div>
          </>
        )}
      </td>
      <td data-label="Luật nói">
        {rule.says} <span className="muted small">({rule.citation})</span>
        {!rule.confirmed && (
          <div>
            <Status tone="soon">Chưa đối chiếu văn bản</Status>
          </div>
        )}
      </td>
      {onSet && (
        <td className="r">
          <Button size="small" onClick={onSet} aria-label={`Đặt thời hạn: ${rule.title}`}>
            Đặt…
          </Button>
        </td>
      )}
    </tr>
  );
}
