import type { Dto } from '../api/types.js';

/** Plainly: what a machine has checked of a signature and what it has not. */
export function SignatureFindings({ findings }: { findings: readonly Dto<'SignatureFinding'>[] }) {
  return (
    <ul className="findings">
      {findings.map(({ code, title, holds, detail }) => (
        <li key={code} className="finding">
          <b>{holds === null ? '○ Chưa xem' : holds ? '✓ Đạt' : '✕ Không đạt'}</b>
          <span>
            {title}
            {detail && <span className="law">. {detail}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
