import { Button, Drawer } from 'antd';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { Icons } from '../ui/icons.js';
import { EVERYWHERE, topicOf } from './topics.js';
import { startTour } from './tour-start.js';

/** Help for the screen in front of the person; F1 anywhere. */
export function HelpButton() {
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  const topic = topicOf(pathname);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <Button type="text" icon={Icons.help} aria-label="Trợ giúp" title="Trợ giúp (F1)" onClick={() => setOpen(true)} />
      <Drawer title="Trợ giúp" open={open} onClose={() => setOpen(false)} size={400}>
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
              setOpen(false);
              startTour();
            }}
          >
            Xem lại phần giới thiệu
          </Button>
        </div>
      </Drawer>
    </>
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
