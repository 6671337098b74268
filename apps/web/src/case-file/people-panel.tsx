import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { IdentityReading } from '../identity/identity-reading.js';
import { useHasRole } from '../sign-in/session.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { Status } from '../ui/status.js';
import { useAvailable, usePeople, usePetition } from './case-queries.js';
import { Petitioners } from './petitioners.js';

interface Props {
  readonly caseFile: Dto<'CaseFile'>;
  readonly onStep: (type: string) => void;
}
const HAND_OVER = 'ASSIGN_OFFICER';

/** Who stands on this file: those who sent the petition, whoever has it in hand, who stands in for whom. */
export function PeoplePanel({ caseFile, onStep }: Props) {
  const people = usePeople(caseFile.id);
  const petition = usePetition(caseFile.petitionId);
  const available = useAvailable(caseFile.id, caseFile.rev);
  const leader = useHasRole('unitHead', 'chairman', 'provinceChairman');
  const assign = available.data?.find((event) => event.type === HAND_OVER);
  return (
    <div className="stack">
      <section className="panel" aria-labelledby="officers-title">
        <div className="panel-head">
          <h2 id="officers-title">Người giữ hồ sơ</h2>
          <span className="after row">
            {assign?.allowed && (
              <Button size="small" onClick={() => onStep(HAND_OVER)}>
                {caseFile.assigneeName ? 'Giao cho người khác' : assign.title}
              </Button>
            )}
            {leader && <Link to="/uy-quyen?muc=ban-giao">Bàn giao mọi hồ sơ của một người</Link>}
          </span>
        </div>
        <Loaded query={people}>
          {(data) => (
            <>
              {data.protected && (
                <p className="small">
                  Hồ sơ được bảo mật: chỉ {data.people.length} người dưới đây xem được (LTC Đ.8, Đ.11 k2d; NĐ 31 Đ.11
                  k1).
                </p>
              )}
              {data.people.length === 0 ? (
                <Empty>Chưa giao hồ sơ cho ai.</Empty>
              ) : (
                <ul className="people">
                  {data.people.map((person) => (
                    <Officer key={person.id} person={person} />
                  ))}
                </ul>
              )}
            </>
          )}
        </Loaded>
      </section>
      <Loaded query={petition}>{(data) => <Petitioners petition={data} />}</Loaded>
      {caseFile.petition.sealed && <StandingRight caseFileId={caseFile.id} />}
    </div>
  );
}

function Officer({ person }: { person: Dto<'CasePerson'> }) {
  return (
    <li>
      <div className="row">
        <strong>{person.fullName}</strong>
        {person.assignee && <span className="mark">người được giao</span>}
        {person.grants.map((grant) => (
          <span key={grant.capacity} className="mark">
            {grant.capacityTitle}, từ {day(grant.grantedOn)}
          </span>
        ))}
        {person.absent && (
          <Status tone="paused">Đang vắng{person.absentTo ? ` đến hết ${day(person.absentTo)}` : ''}</Status>
        )}
      </div>
      <div className="muted small">
        {[person.title, person.agency].filter(Boolean).join(', ')}
        {person.deputies.map((deputy) => (
          <span key={deputy.fullName}>
            {' '}
            · {deputy.fullName} được ủy quyền làm thay đến {day(deputy.validTo)}
          </span>
        ))}
      </div>
    </li>
  );
}

function StandingRight({ caseFileId }: { caseFileId: string }) {
  const client = useQueryClient();
  return (
    <section className="panel" aria-labelledby="identity-title">
      <h2 id="identity-title">Thông tin người tố cáo (bảo mật)</h2>
      <Alert
        type="warning"
        showIcon
        title="Mỗi lần đọc được ghi vào nhật ký hồ sơ: ai, lúc nào, để làm gì"
        description="Chỉ đọc khi phải làm việc với người tố cáo. Thông tin hiện tạm trên màn hình này, không lưu lại, không in."
        style={{ marginBottom: 10 }}
      />
      <IdentityReading
        source={{ caseFileId }}
        onRead={() => void client.invalidateQueries({ queryKey: ['timeline', caseFileId] })}
      />
    </section>
  );
}
