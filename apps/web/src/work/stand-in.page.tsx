import { Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import { useHasRole } from '../sign-in/session.js';
import { MORE_TABS } from '../ui/named-icons.js';
import { PageHead } from '../ui/page.js';
import { AbsencePanel } from './absence-panel.js';
import { DelegationsPanel } from './delegations-panel.js';
import { HandOverPanel } from './hand-over-panel.js';
import './work.css';

/** Ủy quyền, vắng mặt, bàn giao: who stands in for whom, and whose files pass to whom. */
export function StandInPage() {
  const [params, setParams] = useSearchParams();
  const leader = useHasRole('unitHead', 'chairman', 'provinceChairman');
  return (
    <>
      <PageHead
        title="Ủy quyền, vắng mặt, bàn giao"
        lead="Việc không dừng khi người giữ việc đi vắng: ai làm thay, từ ngày nào, và hồ sơ chuyển cho ai."
      />
      <Tabs
        more={MORE_TABS}
        activeKey={params.get('muc') ?? 'uy-quyen'}
        onChange={(key) => setParams(key === 'uy-quyen' ? {} : { muc: key }, { replace: true })}
        items={[
          { key: 'uy-quyen', label: 'Ủy quyền', children: <DelegationsPanel /> },
          { key: 'vang-mat', label: 'Vắng mặt', children: <AbsencePanel /> },
          ...(leader ? [{ key: 'ban-giao', label: 'Bàn giao hồ sơ', children: <HandOverPanel /> }] : []),
        ]}
      />
    </>
  );
}
