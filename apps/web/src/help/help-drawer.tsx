import { Button, Drawer } from 'antd';
import { useLocation } from 'react-router';
import { EVERYWHERE, topicOf } from './topics.js';
import { startTour } from './tour-start.js';

export function HelpDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { pathname } = useLocation();
  const topic = topicOf(pathname);
  return (
    <Drawer title="Trợ giúp" open={open} onClose={onClose} size={400}>
      <div className="stack">
        {topic && (
          <section>
            <h2>{topic.title}</h2>
            <p>{topic.purpose}</p>
            <ol style={{ paddingLeft: 20 }}>
              {topic.steps.map((step) => (
                <li key={step} style={{ marginBottom: 6 }}>
                  {step}
                </li>
              ))}
            </ol>
            {topic.law && <p className="muted small">{topic.law}</p>}
          </section>
        )}
        <Keys title="Phím tắt" keys={[...(topic?.keys ?? []), ...EVERYWHERE]} />
        <Button
          onClick={() => {
            onClose();
            startTour();
          }}
        >
          Xem lại phần giới thiệu
        </Button>
      </div>
    </Drawer>
  );
}

function Keys({ title, keys }: { title: string; keys: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <table className="data">
        <tbody>
          {keys.map(([key, does]) => (
            <tr key={key}>
              <td className="nowrap">
                <kbd>{key}</kbd>
              </td>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
